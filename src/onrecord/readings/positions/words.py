"""Closed classes of English words, lower-cased, by which clauses are told apart."""

AUXILIARIES = frozenset(
    "is are was were am be been being has have had having do does did will would can could may might shall 's 're "
    "'ve 'd 'll 'm "
    "remain remains remained seem seems seemed appear appears appeared continue continues continued begin begins "
    "began keep keeps kept "
    "start starts started get got going should must ought shouldn't mustn't".split()
)
NEGATIONS = frozenset(
    "not never isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't won't wouldn't can't cannot "
    "couldn't "
    "neither nor no".split()
)
ADVERBS = frozenset(
    "also again now still then later soon already always often once twice even just only further instead first both "
    "all ever yet too "
    "earlier meanwhile however therefore thus so perhaps to".split()
)
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow".split())
RELATIVES = frozenset(("who", "which", "that"))
SAYING = frozenset(
    "said says say saying told tells added adding wrote tweeted noted stressed argued explained insisted insists "
    "announced warned "
    "believes believe believed thinks think thought made makes make making knew know knows reported denied denies "
    "deny denying stating stated states confirmed "
    "indicated signaled signalled suggested hopes hope hoped asked accusing accused tweeting writing respond "
    "responded including".split()
)
INSISTING = frozenset(
    "insist insists maintain maintains maintained maintaining vow vowed pledge pledged promise promised threatened".split()
)
LINKS = frozenset(
    "but while whereas because since although though when whenever as whether if unless until after before where "
    "what why how than so "
    "and or then".split()
)
PREPOSITIONS = frozenset(
    "in on at by with from to for of during after before since under over among amid despite through into within "
    "without about against "
    "between beyond outside inside via until along across following near per like as".split()
)
STOPS = frozenset(';:—–―()[]!?"“”„«»') | {"--", "---", "..", "...", "....", "…"}
QUOTES = frozenset('"“”„«»')
PRONOUNS = frozenset("i we he she it they you".split())
DETERMINERS = frozenset(
    "the a an its his her their this that these those our my your some any no every each both all".split()
)
BE = frozenset("is are was were be been being 's 're 'm am isn't aren't wasn't weren't".split())
NO_OBJECT = frozenset(
    "in on at by with from to for of during after before since under over among amid despite through into within "
    "without about against "
    "until if unless and or but that who which when while as because , . ; : ? ! — – ) ( it them him her this these "
    "those us me you "
    "he she they we i there down away off up out back".split()
)
POSSESSIVES = frozenset("his her its their my our".split())
ARTICLES = frozenset("the a an no any this that these those another every each new".split())
