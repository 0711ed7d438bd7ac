"""Word lists that tell what a name or a description is of: titles and roles, bodies, people, places and things.

Written by hand from common knowledge of English and of the news.
"""


def _words(*rows: str) -> frozenset[str]:
    return frozenset(word for row in rows for word in row.split())


ROLES = _words(
    "adviser advisor aide ambassador analyst archbishop attorney ayatollah banker bishop cardinal chair chairman "
    "chairperson",
    "chairwoman chancellor chief commander commissioner congressman congresswoman consul coordinator correspondent "
    "councillor",
    "delegate deputy diplomat director economist editor emperor emir engineer envoy executive expert farmer founder "
    "general",
    "governor head historian inspector investigator journalist judge justice king lawmaker lawyer leader manager mayor",
    "mediator member minister monarch negotiator officer official organiser organizer owner pope premier president "
    "prince princess",
    "principal professor prosecutor queen reporter representative researcher scholar scientist secretary senator "
    "sheikh sheriff",
    "speaker spokesman spokesperson spokeswoman strategist sultan superintendent teacher treasurer undersecretary",
    "veteran whip writer",
)
CALLINGS = _words(  # what may stand before a name besides a role: "candidate Ana Orrin", "his wife Melania"
    "candidate nominee hopeful contender frontrunner front-runner challenger incumbent activist blogger author "
    "novelist actor actress",
    "comedian singer rapper host anchor commentator columnist pundit pastor preacher rabbi imam lobbyist billionaire "
    "businessman",
    "businesswoman tycoon mogul rival opponent counterpart wife husband son daughter brother sister mother father "
    "widow student",
    "pollster biographer poet musician physicist doctor physician surgeon nurse coach player moderator counsel "
    "magnate entrepreneur",
    "dictator strongman successor predecessor lieutenant donor financier developer attorney-general resident "
    "survivor witness",
    "mate colleague ally friend assistant star operative publisher producer filmmaker architect artist playwright "
    "biologist",
)
TITLES = ROLES | _words(
    "mr mrs ms miss mx dr sir dame lord lady baroness viscount viscountess countess madam prof sen rep gov gen lt "
    "col sgt capt maj adm cmdr",
    "rev hon prime vice foreign comrade",
    "field marshal admiral colonel major captain sergeant lieutenant crown first interior defence defense finance "
    "trade energy",
    "water environment health labour labor culture education agriculture transport press national security state",
    "majority minority house senate white opposition acting former interim elect supreme ex-president ex-mayor "
    "ex-governor ex-senator",
    "sens reps messrs pres sec supt det insp father brother sister mother chiefs ceo cfo coo cto pro tem tempore "
    "presidents senators",
    "ministers governors secretaries generals judges justices representatives congressmen",
)
HEADS = ROLES | _words(  # what a title may end with: a modifier alone ("House", "White") is none
    "mr mrs ms miss mx dr sir dame lord lady baroness viscount viscountess countess madam prof sen rep gov gen lt "
    "col sgt capt maj adm cmdr",
    "sec amb rev comrade marshal admiral colonel",
    "major captain sergeant lieutenant sens reps messrs ex-president ex-mayor ex-governor ex-senator pres det supt "
    "candidate nominee",
    "ceo cfo coo cto tem tempore presidents senators ministers governors secretaries generals judges justices "
    "representatives",
)
COURTESY = _words("mr mrs ms miss mx dr sir madam messrs")
PARTISANS = _words(
    "dem democrat republican democratic independent libertarian conservative liberal labour tory socialist communist"
)
ORGANISATIONAL = _words(
    "administration agency alliance army assembly association authority bank board bureau cabinet center centre "
    "chamber church",
    "coalition college commission committee company confederation conference congress cooperative corp corporation "
    "council court",
    "delegation department embassy federation forum foundation front fund government group guard guards house inc "
    "institute",
    "institution league llc ltd ministry mission movement nations navy network news newspaper office organisation "
    "organization panel",
    "parliament party police politburo press secretariat senate service services society syndicate team times trust "
    "tribunal union",
    "university caucus campaign post journal tribune gazette herald examiner chronicle observer telegraph airlines "
    "airways motors",
    "industries partners associates studios productions pictures records enterprises holdings systems technologies "
    "pharmaceuticals laboratories",
    "subcommittee directorate treasury collective brigade regiment battalion corps taskforce legislature bundestag "
    "duma knesset",
    "hospital school academy clinic museum library weekly magazine radio television tv broadcasting chapter club "
    "clubs brothers co",
    "commons lords gop airlines bancorp consulting strategies communications registry congregation synod diocese "
    "archdiocese",
)
BODIES = _words(
    "authorities camp campaign caucus clinic club desk family household media network newspaper outlet side paper "
    "regime school startup",
    "tabloid union website magazine blog agency company ministry embassy hospital store shop firm retailer "
    "manufacturer chapter",
    "nonprofit charity commission intelligence junta leadership",
)
KNOWN_BODIES = frozenset(
    name
    for row in (
        "White House|Blue House|House|Senate|Congress|Supreme Court|Fed|Federal Reserve|State Department|Pentagon"
        "|Kremlin|Capitol Hill",
        "Downing Street|10 Downing Street|Foggy Bottom|Whitehall|Fox News|Fox|CNN|MSNBC|NBC|CBS|ABC|PBS|NPR|BBC"
        "|C-SPAN|Reuters",
        "Politico|Breitbart|BuzzFeed|Bloomberg|Axios|Vox|Slate|Salon|Twitter|Facebook|Google|Apple|Amazon|Microsoft"
        "|YouTube|Interpol",
        "Europol|Hamas|Hezbollah|Taliban|Al Qaeda|al-Qaeda|Al Jazeera|Boko Haram|Houthis|Islamic State|ISIS|ISIL|NATO"
        "|Opec|OPEC|Unicef",
        "Unesco|UNICEF|UNESCO|Amnesty International|Human Rights Watch|Greenpeace|Xinhua|Tass|TASS|Interfax|Yonhap"
        "|Kyodo|Al Arabiya",
        "GOP|G.O.P.|HuffPost|Huffington Post|Wall Street Journal|Daily Beast|Daily Caller|Time|TIME|Newsweek"
        "|Associated Press|Wikileaks",
        "WikiLeaks|Planned Parenthood|Sinn Fein|Likud|Labour|Labor Party|Tea Party|General Motors|General Electric"
        "|Kremlin|Duma|Bundestag",
        "Knesset|Scotland Yard|United Nations|European Union|World Bank|Red Cross|Red Crescent|Bank of England"
        "|Secret Service|Coast Guard",
        "Treasury|Justice Department|Politburo|Vatican|Buckingham Palace|Quai d'Orsay|Huffpost|Fox Business|The Hill"
        "|EU|UN|U.N.|E.U.",
    )
    for name in row.split("|")
)
KNOWN_PLACES = frozenset(
    "Oval Office|Rose Garden|West Wing|Situation Room|State House|Statehouse|Camp David|Mar-a-Lago|Ground Zero|Wall "
    "Street|"
    "Silicon Valley|Hollywood|Broadway|Main Street|Guantanamo|Guantánamo|Demilitarized Zone".split("|")
)
GIANTS = _words(
    "company firm giant chain retailer manufacturer startup carmaker automaker lender insurer broadcaster publisher"
)
HUMANS = _words(
    "activist adult aide american attendee authority backer boy brother businessman candidate child citizen civilian "
    "client colleague",
    "commentator counterpart critic daughter defendant democrat doctor donor driver eyewitness father female figure "
    "friend girl",
    "grandmother guard guest husband immigrant insider juror loyalist lady male man member migrant mother neighbor "
    "neighbour nurse",
    "opponent parent participant passenger pastor patient people person player politician priest protester refugee "
    "republican",
    "resident relative rival scholar sister soldier son source staffer star student supporter survivor",
    "suspect tourist victim villager volunteer voter widow wife witness woman worker ally conservative liberal "
    "progressive",
    "advocate fan proponent detractor skeptic sceptic foe booster regular veteran lobbyist millionaire taxpayer "
    "retiree senior delegate",
    "mps aides troop rebel militant separatist birther evangelical hawk dove moderate libertarian socialist communist",
)
THINGS = _words(
    "letter number order paper center matter letters numbers orders papers matters quarter factor error poster "
    "banner river summer",
    "winter water answer offer offers weather october september november december manner chapter newsletter computer "
    "server",
    "committee document statement moment referee guarantee fee motor monitor sensor mirror reactor restaurant "
    "warrant grant",
    "cover corner border shower tower power flower dinner supper layer folder hammer trailer theater theatre "
    "shoulder printer container",
    "counter centre barrier career frontier carrier rumor rumour corridor sector terror minor major color colour "
    "honor honour labor",
    "harbor harbour vector humor humour behavior behaviour favor favour vapor tremor horror indicator tenor coffee "
    "degree tree jubilee",
    "levee marquee melee plant covenant elephant constant variant pollutant remnant list twist fist mist checklist "
    "median gender danger",
    "anger finger wonder disaster character parameter barometer thermometer meter litre liter tender murder disorder "
    "reminder remainder",
    "pictures records headline calendar ladder member-state user-server trigger pepper copper timber lumber leather "
    "feather bumper",
    "bunker tanker cruiser fighter bomber carrier freighter helicopter parlor parlour metaphor ballot manor contour "
    "detour",
)
IRREGULAR = {
    "men": "man",
    "women": "woman",
    "people": "person",
    "children": "child",
    "wives": "wife",
    "chiefs": "chief",
    "staff": "staffer",
}
GEOGRAPHIC = _words(
    "airport avenue basin bay beach boulevard bridge canal city coast county desert district dam garden gulf hall "
    "harbour harbor",
    "heights hill hills hotel island islands lake mountain mountains ocean palace park peninsula plaza port province "
    "region river road",
    "sea square station strait street tower valley village zone east west north south fort mount cape oval lane "
    "highway forest base",
    "facility plant camp memorial cemetery stadium arena theater theatre building room ballroom terrace county, "
    "capitol statehouse",
)
NO_ACTORS = _words(  # laws, programmes, events, works and periods: named, but they do not act
    "peace prize treaty accord accords agreement summit act war day amendment bill plan program programme law code "
    "protocol pact",
    "convention conference games game cup olympics festival election elections primary caucuses inauguration debate "
    "award awards",
    "hurricane typhoon storm earthquake holocaust revolution spring crisis scandal affair deal doctrine initiative "
    "project operation",
    "medicare medicaid obamacare trumpcare brexit bible constitution internet christmas easter ramadan thanksgiving "
    "halloween",
    "sunday monday tuesday wednesday thursday friday saturday january february march april june july august "
    "september october",
    "november december week month year century report book review show tour strategy era cold strong lives matter "
    "security",
    "holiday ceremony dream eve gospel quran koran torah god congressional covid covid-19 ebola aids tax english "
    "spanish arabic",
    "article articles section title clause chapter hebrew presidential republican democratic christianity islam "
    "judaism catholicism marxism communism",
)
NO_ACTOR_ACRONYMS = _words(
    "TV DACA TPS ACA NAFTA TPP AIDS HIV GDP WMD CEO CFO COO CTO LGBT LGBTQ DNA RNA PTSD COVID ICBM DMZ USMCA START "
    "INF JCPOA SALT PM",
    "ID IQ OK PC PR IT GI MIA POW SUV ATM DUI PDF FAQ URL CHIP SNAP VIP MVP PG AM FM EST GMT PST EDT UTC GOTV MAGA "
    "RIP AR ICU ER",
    "RFRA FISA FOIA ERISA GATT NPT CTBT ADA FMLA DOMA SOPA PIPA CISA ENDA DADT TARP GATS SDI ABM CAFE GED SAT PPP "
    "GNP CPI DREAM",
    "NYC LA DC GIVE NOT ALL AND THE YOU ARE WAS HAS VERY FAKE NEWS MAKE GREAT AGAIN TRUTH WALL NEVER",
)
COMMON = _words(
    "a about according across after again against all along also although among an and another any are as asked at "
    "back because",
    "before behind being below besides between beyond both but by can could despite did do does during each earlier "
    "early either",
    "even every few first finally for from further had has have he her here his how however i if in indeed instead "
    "into is it its",
    "just last late later least less let like many may meanwhile more moreover most much my neither nevertheless "
    "never next no nobody",
    "none nor not nothing now of off officials on once one only or other others our out over perhaps please rather "
    "reporters",
    "separately several she should since so some someone something soon still such than thank thanks that the their "
    "them then there",
    "therefore these they this those though three through thus to today together tomorrow tonight too toward towards "
    "two under",
    "unless until up upon us very was we well were what when whenever where whereas whether which while who whose "
    "why will with",
    "within without would yes yesterday yet you your monday tuesday wednesday thursday friday saturday sunday "
    "january february",
    "march april june july august september october november december sometimes basically regarding kicking speed",
    "asking maybe look looking speaking talks negotiations sources critics i'm i've i'll i'd we're we've we'll it's "
    "that's there's",
    "they're you're he's she's don't can't won't let's what's who's here's isn't doesn't didn't nov oct sept aug jan "
    "feb dec mon tue",
    "wed thu fri sat sun ok okay oh hey well-known amid per via versus vs photo video updated update correction "
    "editor's read",
    "advertisement related copyright whatever whoever anyone everyone everybody anybody everything almost always "
    "never ever often",
    "polls emails lawmakers aides asked added amplifying elected current follow click watch sign share",
)
PORTFOLIOS = (
    r"(?:State|Defen[cs]e|Energy|Commerce|Labou?r|Education|Health(?: and Human Services)?|Agriculture"
    r"|Transport(?:ation)?|"
    r"Homeland Security|Veterans Affairs|Housing and Urban Development|the Treasury|the Interior|the Environment"
    r"|Foreign Affairs|"
    r"Finance|Justice|Trade|Information|Water|the Navy|the Army|the Air Force|War|Culture|Defen[cs]e|Intelligence"
    r"|Staff|the House|"
    r"the Senate|the Board|Police|Operations)"
)


def singular(word: str) -> str:
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
