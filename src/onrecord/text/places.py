"""Countries, their peoples, capitals and seats of power, by the names that the news calls them.

Facts only; every member of the United Nations is there (tests/test_countries.py). Countries and capitals were checked
against GeoNames' country table (geonames.org, CC BY 4.0), peoples against the countryinfo package (MIT), both in
November 2026, but for the smallest states; where they name a capital that no government acts from in the news, or spell
a name as no newspaper does, the newspaper's use was kept. The other names of countries and the seats are common
knowledge.
"""

_COUNTRIES = """
Afghanistan|Afghan|Kabul
Albania|Albanian|Tirana
Algeria|Algerian|Algiers
Andorra|Andorran|Andorra la Vella
Angola|Angolan|Luanda
Antigua and Barbuda;Antigua;Barbuda|Antiguan|
Argentina|Argentine;Argentinian;Argentinean|Buenos Aires
Armenia|Armenian|Yerevan
Australia|Australian|Canberra
Austria|Austrian|Vienna
Azerbaijan|Azerbaijani;Azeri|Baku
Bahamas|Bahamian|Nassau
Bahrain|Bahraini|Manama
Bangladesh|Bangladeshi|Dhaka
Barbados|Barbadian|Bridgetown
Belarus|Belarusian;Belarussian|Minsk
Belgium|Belgian|Brussels
Belize|Belizean|Belmopan
Benin|Beninese|Porto-Novo
Bhutan|Bhutanese|Thimphu
Bolivia|Bolivian|La Paz
Bosnia;Bosnia and Herzegovina;Herzegovina|Bosnian|Sarajevo
Botswana|Botswanan|Gaborone
Brazil|Brazilian|Brasilia;Brasília
Britain;United Kingdom;U.K.;UK;Great Britain|British;Briton|London
Brunei|Bruneian|Bandar Seri Begawan
Bulgaria|Bulgarian|Sofia
Burkina Faso|Burkinabe|Ouagadougou
Burundi|Burundian|Gitega
Cambodia|Cambodian|Phnom Penh
Cameroon|Cameroonian|Yaounde;Yaoundé
Canada|Canadian|Ottawa
Cape Verde;Cabo Verde|Cape Verdean|Praia
Central African Republic|Central African|Bangui
Chad|Chadian|N'Djamena;Ndjamena
Chile|Chilean|Santiago
China;People's Republic of China|Chinese|Beijing
Colombia|Colombian|Bogota;Bogotá
Comoros|Comoran|Moroni
Congo-Brazzaville;Republic of Congo;Republic of the Congo||Brazzaville
Congo;Democratic Republic of Congo;Democratic Republic of the Congo|Congolese|Kinshasa
Costa Rica|Costa Rican|San José
Croatia|Croatian;Croat|Zagreb
Cuba|Cuban|Havana
Cyprus|Cypriot|Nicosia
Czech Republic;Czechia|Czech|Prague
Denmark|Danish;Dane|Copenhagen
Djibouti|Djiboutian|
Dominican Republic|Dominican|Santo Domingo
Dominica||Roseau
East Timor;Timor-Leste|Timorese|Dili
Ecuador|Ecuadorian;Ecuadorean|Quito
Egypt|Egyptian|Cairo
El Salvador|Salvadoran|San Salvador
Equatorial Guinea|Equatorial Guinean|Malabo
Eritrea|Eritrean|Asmara
Estonia|Estonian|Tallinn
Eswatini;Swaziland|Swazi|Mbabane
Ethiopia|Ethiopian|Addis Ababa
Fiji|Fijian|Suva
Finland|Finnish;Finn|Helsinki
France|French;Frenchman;Frenchwoman|Paris
Gabon|Gabonese|Libreville
Gambia|Gambian|Banjul
Georgia|Georgian|Tbilisi
Germany|German|Berlin
Ghana|Ghanaian|Accra
Greece|Greek|Athens
Grenada|Grenadian|
Guatemala|Guatemalan|Guatemala City
Guinea-Bissau|Bissau-Guinean|Bissau
Guinea|Guinean|Conakry
Guyana|Guyanese|Georgetown
Haiti|Haitian|Port-au-Prince
Honduras|Honduran|Tegucigalpa
Hungary|Hungarian|Budapest
Iceland|Icelandic;Icelander|Reykjavik
India|Indian|New Delhi;Delhi
Indonesia|Indonesian|Jakarta
Iran;Islamic Republic of Iran|Iranian|Tehran
Iraq|Iraqi|Baghdad
Ireland|Irish|Dublin
Israel|Israeli|Jerusalem;Tel Aviv
Italy|Italian|Rome
Ivory Coast;Côte d'Ivoire;Côte d’Ivoire;Cote d'Ivoire;Cote d’Ivoire|Ivorian|Yamoussoukro;Abidjan
Jamaica|Jamaican|Kingston
Japan|Japanese|Tokyo
Jordan|Jordanian|Amman
Kazakhstan|Kazakh|Astana
Kenya|Kenyan|Nairobi
Kiribati|I-Kiribati|Tarawa;South Tarawa
Kosovo|Kosovar|Pristina
Kuwait|Kuwaiti|Kuwait City
Kyrgyzstan|Kyrgyz|Bishkek
Laos|Laotian|Vientiane
Latvia|Latvian|Riga
Lebanon|Lebanese|Beirut
Lesotho|Basotho|Maseru
Liberia|Liberian|Monrovia
Libya|Libyan|Tripoli
Liechtenstein|Liechtensteiner|Vaduz
Lithuania|Lithuanian|Vilnius
Luxembourg|Luxembourger|
Madagascar|Malagasy|Antananarivo
Malawi|Malawian|Lilongwe
Malaysia|Malaysian|Kuala Lumpur
Maldives|Maldivian|
Mali|Malian|Bamako
Malta|Maltese|Valletta
Marshall Islands|Marshallese|Majuro
Mauritania|Mauritanian|Nouakchott
Mauritius|Mauritian|Port Louis
Mexico|Mexican|Mexico City
Micronesia;Federated States of Micronesia|Micronesian|Palikir
Moldova|Moldovan|Chisinau
Monaco|Monegasque|
Mongolia|Mongolian|Ulaanbaatar;Ulan Bator
Montenegro|Montenegrin|Podgorica
Morocco|Moroccan|Rabat
Mozambique|Mozambican|Maputo
Myanmar;Burma|Burmese|Naypyidaw;Yangon
Namibia|Namibian|Windhoek
Nauru|Nauruan|Yaren
Nepal|Nepali;Nepalese|Kathmandu
Netherlands;Holland|Dutch|The Hague;Hague;Amsterdam
New Zealand|New Zealander|Wellington
Nicaragua|Nicaraguan|Managua
Nigeria|Nigerian|Abuja
Niger|Nigerien|Niamey
North Korea;Democratic People's Republic of Korea;DPRK;D.P.R.K.|North Korean|Pyongyang
North Macedonia;Macedonia|Macedonian|Skopje
Norway|Norwegian|Oslo
Oman|Omani|Muscat
Pakistan|Pakistani|Islamabad
Palau|Palauan|Ngerulmud
Palestine;Palestinian Authority|Palestinian|Ramallah
Panama|Panamanian|Panama City
Papua New Guinea|Papua New Guinean|Port Moresby
Paraguay|Paraguayan|Asunción;Asuncion
Peru|Peruvian|Lima
Philippines|Filipino;Philippine|Manila
Poland|Polish;Pole|Warsaw
Portugal|Portuguese|Lisbon
Qatar|Qatari|Doha
Romania|Romanian|Bucharest
Russia;Russian Federation|Russian|Moscow
Rwanda|Rwandan|Kigali
Saint Kitts and Nevis;St. Kitts and Nevis;St. Kitts;Nevis|Kittitian|Basseterre
Saint Lucia;St. Lucia|Saint Lucian;St. Lucian|Castries
Saint Vincent and the Grenadines;St. Vincent and the Grenadines;Grenadines|Vincentian|Kingstown
Samoa|Samoan|Apia
San Marino|Sammarinese|
Sao Tome and Principe;São Tomé and Príncipe;Sao Tome;São Tomé;Principe;Príncipe|Santomean|
Saudi Arabia|Saudi;Saudi Arabian|Riyadh
Senegal|Senegalese|Dakar
Serbia|Serbian;Serb|Belgrade
Seychelles|Seychellois|
Sierra Leone|Sierra Leonean|Freetown
Singapore|Singaporean|
Slovakia|Slovak|Bratislava
Slovenia|Slovenian;Slovene|Ljubljana
Solomon Islands|Solomon Islander|Honiara
Somalia|Somali|Mogadishu
South Africa|South African|Pretoria
South Korea;Republic of Korea|South Korean|Seoul
South Sudan|South Sudanese|Juba
Spain|Spanish;Spaniard|Madrid
Sri Lanka|Sri Lankan|Colombo
Sudan|Sudanese|Khartoum
Suriname|Surinamese|Paramaribo
Sweden|Swedish;Swede|Stockholm
Switzerland|Swiss|Bern
Syria|Syrian|Damascus
Taiwan|Taiwanese|Taipei
Tajikistan|Tajik|Dushanbe
Tanzania|Tanzanian|Dodoma
Thailand|Thai|Bangkok
Togo|Togolese|Lome;Lomé
Tonga|Tongan|Nuku'alofa;Nuku’alofa
Trinidad and Tobago;Trinidad;Tobago|Trinidadian|Port of Spain
Tunisia|Tunisian|Tunis
Turkey;Türkiye;Turkiye|Turkish;Turk|Ankara
Turkmenistan|Turkmen|Ashgabat
Tuvalu|Tuvaluan|Funafuti
Uganda|Ugandan|Kampala
Ukraine|Ukrainian|Kyiv;Kiev
United Arab Emirates;Emirates;UAE;U.A.E.|Emirati|Abu Dhabi
United States;United States of America;U.S.;US;U.S;U.S.A.;America;USA|American|Washington;Washington, D.C.;Washington D.C.
Uruguay|Uruguayan|Montevideo
Uzbekistan|Uzbek|Tashkent
Vanuatu|Ni-Vanuatu|Port Vila
Vatican;Holy See|Vatican|Vatican City
Venezuela|Venezuelan|Caracas
Vietnam|Vietnamese|Hanoi
Yemen|Yemeni|Sanaa;Sana
Zambia|Zambian|Lusaka
Zimbabwe|Zimbabwean|Harare
"""

_STATES = """
Alabama;Ala.|Alaska|Arizona;Ariz.|Arkansas;Ark.|California;Calif.|Colorado;Colo.|Connecticut;Conn.|Delaware;Del.|Florida;Fla.|Hawaii|
Idaho|Illinois;Ill.|Indiana;Ind.|Iowa|Kansas;Kan.|Kentucky;Ky.|Louisiana;La.|Maine|Maryland;Md.|Massachusetts;Mass.|Michigan;Mich.|
Minnesota;Minn.|Mississippi;Miss.|Missouri;Mo.|Montana;Mont.|Nebraska;Neb.|Nevada;Nev.|New Hampshire;N.H.|New Jersey;N.J.|New Mexico;
N.M.|New York;N.Y.|North Carolina;N.C.|North Dakota;N.D.|Ohio|Oklahoma;Okla.|Oregon;Ore.|Pennsylvania;Pa.|Rhode Island;R.I.|
South Carolina;S.C.|South Dakota;S.D.|Tennessee;Tenn.|Texas;Tex.|Utah|Vermont;Vt.|Virginia;Va.|Washington State;Washington state;
Wash.|West Virginia;W.Va.|Wisconsin;Wis.|Wyoming;Wyo.|District of Columbia;D.C.|Puerto Rico|Guam|Alberta|British Columbia|Manitoba|
New Brunswick|Newfoundland|Nova Scotia|Ontario|Quebec|Saskatchewan|England|Scotland|Wales|Northern Ireland|New South Wales|Queensland|
Tasmania|Bavaria|Catalonia|Crimea|Donbas|Kashmir|Punjab|Chechnya|Xinjiang|Tibet|Hong Kong|Gaza|West Bank|Africa|Asia|Europe|Antarctica|
North America|South America|Latin America|Central America|Middle East|Far East|Midwest|New England|Southeast Asia|Eastern Europe|
Western Europe|Balkans|Caribbean|Pacific|Atlantic|Mediterranean
"""

_SEATS = """
Kremlin|Russia
Downing Street|Britain
10 Downing Street|Britain
No. 10|Britain
Whitehall|Britain
Elysee|France
Élysée|France
Elysee Palace|France
Élysée Palace|France
Quai d'Orsay|France
Zhongnanhai|China
Foggy Bottom|State Department
Capitol Hill|Congress
Pentagon|Defense Department
"""

_OTHERWISE = """
Department of Defense|Defense Department
Department of State|State Department
Department of Justice|Justice Department
Department of the Treasury|Treasury Department
Department of Homeland Security|Homeland Security Department
G.O.P.|Republican Party
GOP|Republican Party
House of Representatives|House
Fed|Federal Reserve
Federal Reserve Board|Federal Reserve
Treasury|Treasury Department
UN|United Nations
U.N.|United Nations
EU|European Union
E.U.|European Union
"""


def _listed(cell: str) -> list[str]:
    return [name.strip() for name in cell.split(";") if name.strip()]


def _tables() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    countries: dict[str, str] = {}
    peoples: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for row in _COUNTRIES.strip().splitlines():
        names, people, seats = row.split("|")
        first, *_ = _listed(names)
        countries |= dict.fromkeys(_listed(names), first)
        peoples |= dict.fromkeys(_listed(people), first)
        capitals |= dict.fromkeys(_listed(seats), first)
    return countries, peoples, capitals


COUNTRIES, PEOPLES, CAPITALS = _tables()
"""Each maps a name to the country's usual name: of the country itself, of its people, of its government's seat."""

REGIONS = {
    name: names[0] for cell in _STATES.replace("\n", "").split("|") for names in [_listed(cell)] for name in names
}
"""States, provinces and regions that are no countries, by each of their names: places, unless they speak."""

SEATS = dict(row.split("|") for row in _SEATS.strip().splitlines())
"""Seats of power, and the government or institution that the news means by them where they act."""

OTHERWISE = dict(row.split("|") for row in _OTHERWISE.strip().splitlines())
"""Other names of institutions and parties."""
