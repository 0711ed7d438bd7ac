"""Every member of the United Nations is a country, by the name that the news has for it."""

import pytest

from onrecord import read, segment
from onrecord.text.places import COUNTRIES
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
