"""Every member of the United Nations is a country, by the name that the news has for it."""

import subprocess
import sys
from pathlib import Path

import pytest

from onrecord import read, segment
from onrecord.text.places import CAPITALS, COUNTRIES, REGIONS
from onrecord.types import Account, Page

MEMBERS = (
    """
Afghanistan; Albania; Algeria; Andorra; Angola; Antigua and Barbuda; Argentina; Armenia; Australia; Austria;
Azerbaijan; Bahamas; Bahrain; Bangladesh; Barbados; Belarus; Belgium; Belize; Benin; Bhutan; Bolivia; Bosnia and
Herzegovina; Botswana; Brazil; Brunei; Bulgaria; Burkina Faso; Burundi; Cabo Verde; Cambodia; Cameroon; Canada;
Central African Republic; Chad; Chile; China; Colombia; Comoros; Congo-Brazzaville; Costa Rica; Côte d’Ivoire;
Croatia; Cuba; Cyprus; Czechia; North Korea; Democratic Republic of the Congo; Denmark; Djibouti; Dominica; Dominican
Republic; Ecuador; Egypt; El Salvador; Equatorial Guinea; Eritrea; Estonia; Eswatini; Ethiopia; Fiji; Finland; France;
Gabon; Gambia; Georgia; Germany; Ghana; Greece; Grenada; Guatemala; Guinea; Guinea-Bissau; Guyana; Haiti; Honduras;
Hungary; Iceland; India; Indonesia; Iran; Iraq; Ireland; Israel; Italy; Jamaica; Japan; Jordan; Kazakhstan; Kenya;
Kiribati; Kuwait; Kyrgyzstan; Laos; Latvia; Lebanon; Lesotho; Liberia; Libya; Liechtenstein; Lithuania; Luxembourg;
Madagascar; Malawi; Malaysia; Maldives; Mali; Malta; Marshall Islands; Mauritania; Mauritius; Mexico; Micronesia;
Monaco; Mongolia; Montenegro; Morocco; Mozambique; Myanmar; Namibia; Nauru; Nepal; Netherlands; New Zealand;
Nicaragua; Niger; Nigeria; North Macedonia; Norway; Oman; Pakistan; Palau; Panama; Papua New Guinea; Paraguay; Peru;
Philippines; Poland; Portugal; Qatar; South Korea; Moldova; Romania; Russia; Rwanda; Saint Kitts and Nevis; Saint
Lucia; Saint Vincent and the Grenadines; Samoa; San Marino; Sao Tome and Principe; Saudi Arabia; Senegal; Serbia;
Seychelles; Sierra Leone; Singapore; Slovakia; Slovenia; Solomon Islands; Somalia; South Africa; South Sudan; Spain;
Sri Lanka; Sudan; Suriname; Sweden; Switzerland; Syria; Tajikistan; Thailand; Timor-Leste; Togo; Tonga; Trinidad and
Tobago; Tunisia; Turkey; Turkmenistan; Tuvalu; Uganda; Ukraine; United Arab Emirates; United Kingdom; Tanzania; United
States; Uruguay; Uzbekistan; Vanuatu; Venezuela; Vietnam; Yemen; Zambia; Zimbabwe
""".replace("\n", " ")
    .strip()
    .split("; ")
)
"""The 193 of November 2026 (un.org/en/about-us/member-states), under the names that newspapers use."""
WITH_THE = frozenset(
    (
        "Bahamas; Central African Republic; Comoros; Democratic Republic of the Congo; Dominican Republic; Gambia; "
        "Maldives;"
        " Marshall Islands; Netherlands; Philippines; Seychelles; Solomon Islands; United Arab Emirates;"
        " United Kingdom; United States"
    ).split("; ")
)


def test_there_are_193():
    assert len(set(MEMBERS)) == 193


@pytest.mark.parametrize("name", MEMBERS)
def test_a_member_is_a_country(name):
    assert name in COUNTRIES
    called = f"the {name}" if name in WITH_THE else name
    where = " in Tbilisi" if name == "Georgia" else ""  # which without a word of the Caucasus may be the state
    text = (
        f"The harbours are closed\n\nThe harbours were closed on Monday. {called[0].upper()}{called[1:]} said that "
        f"its harbours would be shut.\n\n"
        f"“We will not wait,” said Ana Orrin, the ambassador of {called}{where}.\n"
    )
    account = segment(Page("a", None, "text/plain", text.encode()))
    assert isinstance(account, Account)
    cast = read(account).cast
    assert [actor.kind for actor in cast if actor.name == COUNTRIES[name]] == ["country"], [
        (a.name, a.kind) for a in cast
    ]
    assert {actor.kind for actor in cast} == {"country", "person"}, [(a.name, a.kind) for a in cast]


LONG_NAMES = [
    tuple(row.split(" = "))
    for row in """
Afghanistan = Islamic Republic of Afghanistan; Albania = Republic of Albania; Algeria = People's Democratic Republic
of Algeria; Andorra = Principality of Andorra; Angola = Republic of Angola; Argentina = Argentine Republic; Armenia
= Republic of Armenia; Australia = Commonwealth of Australia; Austria = Republic of Austria; Azerbaijan = Republic
of Azerbaijan; Bahamas = Commonwealth of the Bahamas; Bahrain = Kingdom of Bahrain; Bangladesh = People's Republic
of Bangladesh; Belarus = Republic of Belarus; Belgium = Kingdom of Belgium; Benin = Republic of Benin; Bhutan =
Kingdom of Bhutan; Bolivia = Plurinational State of Bolivia; Botswana = Republic of Botswana; Brazil = Federative
Republic of Brazil; Brunei = Brunei Darussalam; Bulgaria = Republic of Bulgaria; Burundi = Republic of Burundi; Cabo
Verde = Republic of Cabo Verde; Cambodia = Kingdom of Cambodia; Cameroon = Republic of Cameroon; Chad = Republic of
Chad; Chile = Republic of Chile; China = People's Republic of China; Colombia = Republic of Colombia; Comoros =
Union of the Comoros; Congo-Brazzaville = Republic of the Congo; Costa Rica = Republic of Costa Rica; Croatia =
Republic of Croatia; Cuba = Republic of Cuba; Cyprus = Republic of Cyprus; Côte d’Ivoire = Republic of Côte
d'Ivoire; Democratic Republic of the Congo = Democratic Republic of the Congo; Denmark = Kingdom of Denmark;
Djibouti = Republic of Djibouti; Dominica = Commonwealth of Dominica; Ecuador = Republic of Ecuador; Egypt = Arab
Republic of Egypt; El Salvador = Republic of El Salvador; Equatorial Guinea = Republic of Equatorial Guinea; Eritrea
= State of Eritrea; Estonia = Republic of Estonia; Eswatini = Kingdom of Eswatini; Ethiopia = Federal Democratic
Republic of Ethiopia; Fiji = Republic of Fiji; Finland = Republic of Finland; France = French Republic; Gabon =
Gabonese Republic; Gambia = Republic of the Gambia; Georgia = Republic of Georgia; Germany = Federal Republic of
Germany; Ghana = Republic of Ghana; Greece = Hellenic Republic; Guatemala = Republic of Guatemala; Guinea = Republic
of Guinea; Guinea-Bissau = Republic of Guinea-Bissau; Guyana = Co-operative Republic of Guyana; Haiti = Republic of
Haiti; Honduras = Republic of Honduras; Iceland = Republic of Iceland; India = Republic of India; Indonesia =
Republic of Indonesia; Iran = Islamic Republic of Iran; Iraq = Republic of Iraq; Ireland = Republic of Ireland;
Israel = State of Israel; Italy = Italian Republic; Jordan = Hashemite Kingdom of Jordan; Kazakhstan = Republic of
Kazakhstan; Kenya = Republic of Kenya; Kiribati = Republic of Kiribati; Kuwait = State of Kuwait; Kyrgyzstan =
Kyrgyz Republic; Laos = Lao People's Democratic Republic; Latvia = Republic of Latvia; Lebanon = Lebanese Republic;
Lesotho = Kingdom of Lesotho; Liberia = Republic of Liberia; Libya = State of Libya; Liechtenstein = Principality of
Liechtenstein; Lithuania = Republic of Lithuania; Luxembourg = Grand Duchy of Luxembourg; Madagascar = Republic of
Madagascar; Malawi = Republic of Malawi; Maldives = Republic of Maldives; Mali = Republic of Mali; Malta = Republic
of Malta; Marshall Islands = Republic of the Marshall Islands; Mauritania = Islamic Republic of Mauritania;
Mauritius = Republic of Mauritius; Mexico = United Mexican States; Micronesia = Federated States of Micronesia;
Moldova = Republic of Moldova; Monaco = Principality of Monaco; Morocco = Kingdom of Morocco; Mozambique = Republic
of Mozambique; Myanmar = Republic of the Union of Myanmar; Namibia = Republic of Namibia; Nauru = Republic of Nauru;
Nepal = Federal Democratic Republic of Nepal; Netherlands = Kingdom of the Netherlands; Nicaragua = Republic of
Nicaragua; Niger = Republic of the Niger; Nigeria = Federal Republic of Nigeria; North Korea = Democratic People's
Republic of Korea; North Macedonia = Republic of North Macedonia; Norway = Kingdom of Norway; Oman = Sultanate of
Oman; Pakistan = Islamic Republic of Pakistan; Palau = Republic of Palau; Panama = Republic of Panama; Papua New
Guinea = Independent State of Papua New Guinea; Paraguay = Republic of Paraguay; Peru = Republic of Peru;
Philippines = Republic of the Philippines; Poland = Republic of Poland; Portugal = Portuguese Republic; Qatar =
State of Qatar; Russia = Russian Federation; Rwanda = Republic of Rwanda; Saint Kitts and Nevis = Federation of
Saint Kitts and Nevis; Samoa = Independent State of Samoa; San Marino = Republic of San Marino; Sao Tome and
Principe = Democratic Republic of Sao Tome and Principe; Saudi Arabia = Kingdom of Saudi Arabia; Senegal = Republic
of Senegal; Serbia = Republic of Serbia; Seychelles = Republic of Seychelles; Sierra Leone = Republic of Sierra
Leone; Singapore = Republic of Singapore; Slovakia = Slovak Republic; Slovenia = Republic of Slovenia; Somalia =
Federal Republic of Somalia; South Africa = Republic of South Africa; South Korea = Republic of Korea; South Sudan =
Republic of South Sudan; Spain = Kingdom of Spain; Sri Lanka = Democratic Socialist Republic of Sri Lanka; Sudan =
Republic of the Sudan; Suriname = Republic of Suriname; Sweden = Kingdom of Sweden; Switzerland = Swiss
Confederation; Syria = Syrian Arab Republic; Tajikistan = Republic of Tajikistan; Tanzania = United Republic of
Tanzania; Thailand = Kingdom of Thailand; Timor-Leste = Democratic Republic of Timor-Leste; Togo = Togolese
Republic; Tonga = Kingdom of Tonga; Trinidad and Tobago = Republic of Trinidad and Tobago; Tunisia = Republic of
Tunisia; Turkey = Republic of Türkiye; Uganda = Republic of Uganda; United Kingdom = United Kingdom of Great Britain
and Northern Ireland; United States = United States of America; Uruguay = Eastern Republic of Uruguay; Uzbekistan =
Republic of Uzbekistan; Vanuatu = Republic of Vanuatu; Venezuela = Bolivarian Republic of Venezuela; Vietnam =
Socialist Republic of Viet Nam; Yemen = Republic of Yemen; Zambia = Republic of Zambia; Zimbabwe = Republic of
Zimbabwe; Congo-Brazzaville = Republic of Congo; Côte d’Ivoire = Côte d'Ivoire; Côte d’Ivoire = Ivory Coast; Côte
d’Ivoire = Cote d'Ivoire; Myanmar = Burma; Eswatini = Swaziland; Turkey = Türkiye; Timor-Leste = East Timor; Czechia
= Czech Republic; Cabo Verde = Cape Verde; Saint Lucia = St. Lucia; Sao Tome and Principe = São Tomé and Príncipe;
Netherlands = Holland; United Kingdom = Britain; United States = U.S.; Vietnam = Socialist Republic of Vietnam
""".replace("\n", " ")
    .strip()
    .split("; ")
]
"""What the United Nations call their members where they say more than the short name, and other names in use."""


@pytest.mark.parametrize(("member", "other"), LONG_NAMES)
def test_a_long_name_and_another_name_are_the_same_country(member, other):
    assert COUNTRIES[other] == COUNTRIES[member]
    assert COUNTRIES[other.replace("'", "’")] == COUNTRIES[member]


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("Republic of the Congo", "Congo-Brazzaville"), ("Kingdom of Norway", "Norway"), ("Republic of Palau", "Palau"),
        ("Islamic Republic of Mauritania", "Mauritania"), ("Co-operative Republic of Guyana", "Guyana"),
        ("French Republic", "France"), ("Republic of Vanuatu", "Vanuatu"), ("Lao People's Democratic Republic", "Laos"),
        ("Republic of the Marshall Islands", "Marshall Islands"),
    ],
)  # fmt: skip
def test_a_country_that_speaks_by_its_long_name_is_a_country(name, usual):
    text = (
        f"The harbours are closed\n\nThe harbours were closed on Monday. The {name} said that its harbours would be shut.\n\n"
        f"“We will not wait,” said Ana Orrin, the ambassador of the {name}.\n"
    )
    account = segment(Page("a", None, "text/plain", text.encode()))
    assert isinstance(account, Account)
    cast = read(account).cast
    assert [actor.name for actor in cast if actor.kind == "country"] == [usual], [(a.name, a.kind) for a in cast]


def test_what_cldr_calls_a_country_is_one_but_where_the_news_means_something_else():
    assert "Palestinian Territories" not in COUNTRIES
    assert CAPITALS["Vatican City"] == "Vatican"
    assert not set(REGIONS) & set(COUNTRIES) - {"Georgia"}


def test_the_names_are_those_of_the_library_they_are_made_from():
    pytest.importorskip("babel")
    script = Path(__file__).parents[1] / "training/countries/names.py"
    assert subprocess.run([sys.executable, str(script), "--check"], check=False).returncode == 0
