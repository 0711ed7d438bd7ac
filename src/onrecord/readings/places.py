"""Countries with the names by which the news calls them: their people, and the capitals that stand for their governments.

Written by hand from common knowledge; a capital stands for a government only where it acts ("Pyongyang said").
"""

_ROWS = """
Afghanistan|Afghan|Kabul
Albania|Albanian|Tirana
Algeria|Algerian|Algiers
Angola|Angolan|Luanda
Argentina|Argentine Argentinian|Buenos Aires
Armenia|Armenian|Yerevan
Australia|Australian|Canberra
Austria|Austrian|Vienna
Azerbaijan|Azerbaijani Azeri|Baku
Bahrain|Bahraini|Manama
Bangladesh|Bangladeshi|Dhaka
Belarus|Belarusian|Minsk
Belgium|Belgian|
Bolivia|Bolivian|La Paz
Bosnia|Bosnian|Sarajevo
Brazil|Brazilian|Brasilia
Britain;the United Kingdom;U.K.;UK;Great Britain|British|London Downing Street
Bulgaria|Bulgarian|Sofia
Cambodia|Cambodian|Phnom Penh
Cameroon|Cameroonian|
Canada|Canadian|Ottawa
Chad|Chadian|
Chile|Chilean|Santiago
China;People's Republic of China|Chinese|Beijing
Colombia|Colombian|Bogota
Congo;Democratic Republic of Congo|Congolese|Kinshasa
Costa Rica|Costa Rican|
Croatia|Croatian|Zagreb
Cuba|Cuban|Havana
Cyprus|Cypriot|Nicosia
Czech Republic;Czechia|Czech|Prague
Denmark|Danish Dane|Copenhagen
Dominican Republic|Dominican|
Ecuador|Ecuadorian|Quito
Egypt|Egyptian|Cairo
El Salvador|Salvadoran|San Salvador
Eritrea|Eritrean|Asmara
Estonia|Estonian|Tallinn
Ethiopia|Ethiopian|Addis Ababa
Finland|Finnish Finn|Helsinki
France|French|Paris
Georgia|Georgian|Tbilisi
Germany|German|Berlin
Ghana|Ghanaian|Accra
Greece|Greek|Athens
Guatemala|Guatemalan|
Haiti|Haitian|
Honduras|Honduran|
Hungary|Hungarian|Budapest
Iceland|Icelandic|Reykjavik
India|Indian|New Delhi
Indonesia|Indonesian|Jakarta
Iran;Islamic Republic of Iran|Iranian|Tehran
Iraq|Iraqi|Baghdad
Ireland|Irish|Dublin
Israel|Israeli|
Italy|Italian|Rome
Ivory Coast|Ivorian|
Japan|Japanese|Tokyo
Jordan|Jordanian|Amman
Kazakhstan|Kazakh|Astana
Kenya|Kenyan|Nairobi
Kosovo|Kosovar|Pristina
Kuwait|Kuwaiti|
Kyrgyzstan|Kyrgyz|Bishkek
Laos|Laotian|
Latvia|Latvian|Riga
Lebanon|Lebanese|Beirut
Libya|Libyan|Tripoli
Lithuania|Lithuanian|Vilnius
Luxembourg||
Malaysia|Malaysian|Kuala Lumpur
Mali|Malian|Bamako
Mexico|Mexican|Mexico City
Moldova|Moldovan|Chisinau
Mongolia|Mongolian|Ulaanbaatar
Montenegro|Montenegrin|
Morocco|Moroccan|Rabat
Mozambique|Mozambican|Maputo
Myanmar;Burma|Burmese|Naypyidaw
Nepal|Nepali Nepalese|Kathmandu
Netherlands;the Netherlands;Holland|Dutch|The Hague
New Zealand||Wellington
Nicaragua|Nicaraguan|Managua
Niger|Nigerien|
Nigeria|Nigerian|Abuja
North Korea;Democratic People's Republic of Korea;DPRK;the North|North Korean|Pyongyang
North Macedonia|Macedonian|Skopje
Norway|Norwegian|Oslo
Oman|Omani|Muscat
Pakistan|Pakistani|Islamabad
Palestine;Palestinian Authority|Palestinian|Ramallah
Panama|Panamanian|
Paraguay|Paraguayan|
Peru|Peruvian|Lima
Philippines;the Philippines|Filipino Philippine|Manila
Poland|Polish|Warsaw
Portugal|Portuguese|Lisbon
Qatar|Qatari|Doha
Romania|Romanian|Bucharest
Russia;Russian Federation|Russian|Moscow Kremlin;the Kremlin
Rwanda|Rwandan|Kigali
Saudi Arabia|Saudi|Riyadh
Senegal|Senegalese|Dakar
Serbia|Serbian|Belgrade
Singapore|Singaporean|
Slovakia|Slovak|Bratislava
Slovenia|Slovenian|Ljubljana
Somalia|Somali|Mogadishu
South Africa|South African|Pretoria
South Korea;Republic of Korea;the South|South Korean|Seoul
South Sudan|South Sudanese|Juba
Spain|Spanish|Madrid
Sri Lanka|Sri Lankan|Colombo
Sudan|Sudanese|Khartoum
Sweden|Swedish|Stockholm
Switzerland|Swiss|Bern
Syria|Syrian|Damascus
Taiwan|Taiwanese|Taipei
Tajikistan|Tajik|
Tanzania|Tanzanian|
Thailand|Thai|Bangkok
Tunisia|Tunisian|Tunis
Turkey;Türkiye|Turkish|Ankara
Turkmenistan|Turkmen|
Uganda|Ugandan|Kampala
Ukraine|Ukrainian|Kyiv Kiev
United Arab Emirates;the Emirates;UAE;U.A.E.|Emirati|Abu Dhabi
United States;the United States;United States of America;U.S.;US;U.S;America;USA|American|Washington
Uruguay|Uruguayan|Montevideo
Uzbekistan|Uzbek|Tashkent
Venezuela|Venezuelan|Caracas
Vietnam|Vietnamese|
Yemen|Yemeni|Sanaa
Zambia|Zambian|Lusaka
Zimbabwe|Zimbabwean|Harare
"""
_TWO_WORDS = ("Buenos Aires", "La Paz", "Phnom Penh", "Addis Ababa", "San Salvador", "New Delhi", "Kuala Lumpur",
              "Mexico City", "The Hague", "Abu Dhabi", "Downing Street", "Costa Rican", "North Korean", "South Korean",
              "South African", "South Sudanese", "Sri Lankan")  # fmt: skip


def _listed(cell: str) -> list[str]:
    for name in _TWO_WORDS:
        cell = cell.replace(name, name.replace(" ", "_"))
    return [part.replace("_", " ") for part in cell.replace("the ", "").replace(";", " ").split()]


def _tables() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    countries: dict[str, str] = {}
    peoples: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for row in _ROWS.strip().splitlines():
        names, people, seats = row.split("|")
        first, *others = names.split(";")
        countries |= {name.removeprefix("the "): first for name in [first, *others]}
        peoples |= dict.fromkeys(_listed(people), first)
        capitals |= dict.fromkeys(_listed(seats), first)
    return countries, peoples, capitals


COUNTRIES, PEOPLES, CAPITALS = _tables()
"""Each maps a name to the country's usual name: of the country itself, of its people, of its government's seat."""
