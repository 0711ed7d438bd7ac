"""Printed dates: in many languages and layouts, as browsers print them too, and what looks like one and is none."""

import json
import shutil
import subprocess
import sys
import time
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from onrecord import segment
from onrecord.readings.comments.discussion import make_discussion
from onrecord.text.dates.names import MONTHS, WEEKDAYS, lowered
from onrecord.text.dates.questions import (
    find_date,
    find_when,
    has_day,
    in_order,
    is_counted,
    is_dated,
    order_told_by,
    read_date,
    read_posted,
    says_when,
)
from onrecord.types import Account, Page

DAYS = {
    "en": ("3 March 2009", "March 3, 2009", "3rd of March 2009", "Tuesday, March 3rd, 2009", "03-Mar-2009", "Mar. 3, 2009"),
    "de": ("3. März 2009", "Dienstag, 3. März 2009", "Di, 3. März 2009", "3.März 2009", "3. Mrz 2009", "03.03.2009"),
    "fr": ("3 mars 2009", "mardi 3 mars 2009", "le mardi 3 mars 2009", "mar. 3 mars 2009", "Mardi, le 3 mars 2009"),
    "es": ("3 de marzo de 2009", "martes, 3 de marzo de 2009", "3 marzo 2009", "3 de marzo del 2009", "mar 3 mar 2009"),
    "it": ("3 marzo 2009", "martedì 3 marzo 2009", "mar 3 mar 2009", "3 Marzo, 2009"),
    "pt": ("3 de março de 2009", "terça-feira, 3 de março de 2009", "3 de mar. de 2009", "3 março 2009"),
    "nl": ("3 maart 2009", "dinsdag 3 maart 2009", "3 mrt. 2009", "3 mrt 2009"),
    "ru": ("3 марта 2009", "вторник, 3 марта 2009 г.", "3 мар. 2009 г.", "вт, 3 мар 2009"),
    "pl": ("3 marca 2009", "wtorek, 3 marca 2009", "3 mar 2009", "wt., 3 marca 2009 r."),
    "tr": ("3 Mart 2009", "3 Mart 2009 Salı", "3 Mar 2009", "03.03.2009"),
    "ko": ("2009년 3월 3일", "2009년 3월 3일 화요일", "2009. 3. 3.", "2009-03-03", "2009년3월3일"),
    "ja": ("2009年3月3日", "2009年3月3日火曜日", "2009年03月03日(火)", "2009/03/03"),
}  # fmt: skip
"""One day as pages of each language print it."""
TIMES = {
    "en": ("{} at 3:12 pm", "{}, 15:12", "{} – 3:12 PM", "{} 15:12"),
    "de": ("{} um 15:12", "{}, 15:12 Uhr", "{} um 15.12 Uhr", "{} | 15:12"),
    "fr": ("{} à 15:12", "{} à 15h12", "{}, 15 h 12"),
    "es": ("{} a las 15:12", "{}, 15:12", "{} a las 3:12 p.\u00a0m.", "{} a las 3:12 de la tarde"),
    "it": ("{} alle ore 15:12", "{} alle 15:12", "{}, ore 15.12"),
    "pt": ("{} às 15:12", "{}, 15h12", "{} às 15h12"),
    "nl": ("{} om 15:12", "{}, 15:12 uur", "{} om 15.12 uur"),
    "ru": ("{} в 15:12", "{}, 15:12"),
    "pl": ("{} o 15:12", "{} o godz. 15:12", "{}, godz. 15.12", "{} 15:12"),
    "tr": ("{} 15:12", "{}, saat 15:12", "{} ÖS 3:12"),
    "ko": ("{} 오후 3:12", "{} 15:12", "{} 오후 3시 12분"),
    "ja": ("{} 15:12", "{} 15時12分", "{} 午後3:12"),
}
"""The same day with its time."""
AGO = {
    "en": (
        "3 hours ago",
        "2 days ago",
        "an hour ago",
        "a few minutes ago",
        "about 3 hours ago",
        "yesterday",
        "just now",
    ),
    "de": ("vor 3 Stunden", "vor 2 Tagen", "vor einer Stunde", "vor etwa 3 Stunden", "gestern", "vorgestern um 10:12"),
    "fr": (
        "il y a 3 heures",
        "il y a 2 jours",
        "il y a une heure",
        "il y a environ 3 heures",
        "hier à 10:12",
        "avant-hier",
    ),
    "es": ("hace 3 horas", "hace 3 días", "hace una hora", "hace unas 3 horas", "ayer", "hoy a las 10:12"),
    "it": ("3 ore fa", "3 giorni fa", "un'ora fa", "circa 3 ore fa", "ieri", "ieri alle 10:12"),
    "pt": ("há 3 horas", "há 2 dias", "há uma hora", "3 horas atrás", "ontem", "ontem às 10:12"),
    "nl": ("3 uur geleden", "3 dagen geleden", "een uur geleden", "gisteren", "eergisteren om 10:12"),
    "ru": ("3 часа назад", "3 дня назад", "час назад", "около 3 часов назад", "вчера", "вчера в 10:12"),
    "pl": ("3 godziny temu", "3 dni temu", "godzinę temu", "wczoraj", "wczoraj o 10:12"),
    "tr": ("3 saat önce", "3 gün önce", "bir saat önce", "dün", "dün 10:12"),
    "ko": ("3시간 전", "3일 전", "2주 전", "어제", "어제 10:12"),
    "ja": ("3時間前", "3日前", "3 日前", "昨日", "昨日 10:12"),
}
"""Times that count from a day that is not known."""
NAMES = {"ru": "Мара Эллвуд", "ko": "김하늘", "ja": "小野ハルカ"}


def every(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(code, printed) for code, forms in table.items() for printed in forms]


@pytest.mark.parametrize(("code", "printed"), every(DAYS))
def test_a_day_is_read_in_every_language(code, printed):
    assert read_date(printed) == read_posted(printed) == "2009-03-03"
    for line in (f"{NAMES.get(code, 'Mara Ellwood')} · {printed}", f"({printed})", printed.replace(" ", "\u00a0")):
        found = find_date(line)
        assert found is not None
        assert found.edtf == "2009-03-03"
        place = says_when(line)
        assert place is not None
        assert place[0] <= found.start < found.end <= place[1]
    assert not is_counted(printed)


@pytest.mark.parametrize(
    ("code", "printed"), [(code, form.format(day)) for code, form in every(TIMES) for day in DAYS[code]]
)
def test_a_time_beside_a_day_is_read_in_every_language(code, printed):
    assert read_posted(printed) == "2009-03-03T15:12"
    place = says_when(f"{NAMES.get(code, 'Mara Ellwood')} | {printed}")
    assert place is not None


@pytest.mark.parametrize(("code", "printed"), every(AGO))
def test_a_time_ago_is_a_time_in_every_language_and_no_day(code, printed):
    for line in (printed, printed.capitalize(), f"Mara Ellwood · {printed}", f"{printed} · Mara Ellwood"):
        place = says_when(line)
        assert place is not None, line
        assert lowered(line[slice(*place)]).startswith(lowered(printed)[:4])
        assert "Ellwood" not in line[slice(*place)]
        assert find_when(line) is not None
        assert is_dated(line)
    assert is_counted(printed)
    assert read_posted(printed) is None


@pytest.mark.parametrize(
    "line",
    [
        "Top 10 boats of the year", "you may 2", "Set 1. Run 20 metres", "The ferry set out 5 minutes late", "Camera Pro 3",
        "A march 3 miles long", "mar 3 of them", "Room 19-20", "a 12 step plan", "© 2020 The Harbour Paper", "May be", "1 of 20",
        "20 may well march 19", "Version 3.1.2", "We won 12/02 in the end", "Sun 3, Sea 2", "Sat beside 4 others",
        "Marco 12", "Augusto 5 replied", "April had 3 children", "3D ground", "Klicken Sie hier", "Hier geht es weiter",
        "und hier 3 Boote", "So do 3 others", "Marie, 36 ans, est entrée dans le port avec ses deux enfants et un chien",
        "5 lip balms", "Tem 3 barcos", "Lis 4", "a month of 30 days and a year of 12 months, as everybody here has known for years",
        "약속은 3일이었다", "오늘은 비가 온다", "3日間の会談", "今日は雨だ", "он был там 3 дня и ушёл", "trwało 3 dni w porcie i nikt nie wiedział dlaczego",
    ],
)  # fmt: skip
def test_what_looks_like_a_date_is_none(line):
    assert find_date(line) is None
    assert says_when(line) is None, line[slice(*says_when(line))]


@pytest.mark.parametrize(
    "printed",
    [
        "Wednesday, 3 March 2009", "Mittwoch, 3. März 2009", "mercredi 3 mars 2009", "miércoles, 3 de marzo de 2009",
        "mercoledì 3 marzo 2009", "quarta-feira, 3 de março de 2009", "woensdag 3 maart 2009", "среда, 3 марта 2009",
        "środa, 3 marca 2009", "Wed, 03/03/2009", "Wed 2009-03-03", "31 June 2009", "30 février 2009",
    ],
)  # fmt: skip
def test_a_day_that_the_calendar_contradicts_is_not_known(printed):
    assert read_date(printed) is None
    found = find_date(printed)
    assert found is not None
    assert found.edtf is None


@pytest.mark.parametrize("printed", ["mar 3 mar 2009", "So 1 März 2009", "do 4 de marzo de 2009", "Sa 7 mars 2009"])
def test_a_day_of_the_week_that_may_be_another_word_or_day_contradicts_nothing(printed):
    assert read_date(printed) is not None


@pytest.mark.parametrize(
    "printed", ["3/4/2009", "03-04-2009", "3/4/09", "3.4.09", "3 March", "10:12", "2 days ago", ""]
)
def test_what_can_be_read_in_two_ways_or_says_too_little_is_not_known(printed):
    assert read_date(printed) is None


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("June 12, 2024 10:05 am PDT", "2024-06-12T10:05-07:00"),
        ("12 June 2024 10:05 CEST", "2024-06-12T10:05+02:00"),
        ("12 June 2024 at 10:05 UTC", "2024-06-12T10:05Z"),
        ("12 June 2024 10:05 GMT+2", "2024-06-12T10:05"),
        ("12 June 2024 10:05 GMT+02:00", "2024-06-12T10:05+02:00"),
        ("12 June 2024 10:05 CST", "2024-06-12T10:05"),
        ("12 June 2024 12:05 am", "2024-06-12T00:05"),
        ("12 June 2024 12:05 pm", "2024-06-12T12:05"),
        ("12 June 2024 4pm", "2024-06-12T16:00"),
        ("12 June 2024 25:05", "2024-06-12"),
        ("Wed Jun 12 10:05:33 UTC 2024", "2024-06-12T10:05:33"),
        ("3:21pm On Jun 12, 2024", "2024-06-12T15:21"),
        ("2024-06-12T10:05:33.123+0100", "2024-06-12T10:05:33+01:00"),
        ("20240612", "2024-06-12"),
        (" 2019-02-28T13:25:00+0100 ", "2019-02-28T13:25:00+01:00"),
        ("2019-13-28", None),
        ("2019", "2019"),
        ("2019-02", "2019-02"),
    ],
)
def test_a_value_is_read_to_its_zone(printed, edtf):
    assert read_date(printed) == edtf


def test_a_month_says_when_a_comment_was_posted_where_nothing_says_more():
    assert [read_posted(t) for t in ("March 2009", "märz 2009", "março de 2009", "Set 2009", "3. März 2009 um 10:12")] == [
        "2009-03", "2009-03", "2009-03", None, "2009-03-03T10:12",
    ]  # fmt: skip


def test_a_date_is_looked_for_between_its_bounds_only():
    text = "1 May 2018, 2 June 2019, 3 July 2020"
    assert find_date(text, 11, 24) == (12, 23, "2019-06-02")
    assert find_date(text, 11, 20) is None


def test_the_order_of_numeric_dates_is_told_by_those_that_can_be_read_in_one_way():
    assert order_told_by("3/4/2019 and 28/2/2019") == "day first"
    assert order_told_by("3-4-2019, 2-28-2019 12:30") == "month first"
    for text in ("28/2/2019, 2/28/2019", "3/4/2019", "28.2.2019", "128/2/2019", "28/2-2019", "28/2/20190"):
        assert order_told_by(text) is None
    assert order_told_by("28/2/2019 2/28/2019", 9) == "month first"
    assert in_order("on 3/4/2019 10:12", "day first") == "2019-04-03T10:12"
    assert in_order("on 3/4/2019", "month first") == "2019-03-04"
    assert in_order("on 3/4/2019", None) is None
    assert in_order("Mon 3/4/2019", "day first") is None


def test_a_day_is_named_with_its_year_or_without():
    assert [has_day(text) for text in ("SELM, March 14 (Northwire) -", "Lima, 3. Mai", "May 2019", "2 days ago", "SELM")] == [
        True, True, False, False, False,
    ]  # fmt: skip


INTL = """
const printed = {};
for (const code of CODES) {
  const days = [], told = [];
  for (let month = 0; month < 12; month++) {
    const day = new Date(Date.UTC(2009, month, 28, 15, 12, 33));
    for (const dateStyle of ["full", "long", "medium"])
      for (const timeStyle of [undefined, "medium", "short"])
        days.push([month + 1, timeStyle || "", new Intl.DateTimeFormat(code, {dateStyle, timeStyle, timeZone: "UTC"}).format(day)]);
  }
  for (const style of ["long", "short"])
    for (const unit of ["second", "minute", "hour", "day", "week", "month", "year"])
      for (const count of [-2, -3, -5, -21])
        told.push(new Intl.RelativeTimeFormat(code, {numeric: "auto", style}).format(count, unit));
  printed[code] = {days, told};
}
console.log(JSON.stringify(printed));
"""
"""Dates and times ago as the engine of a browser prints them by CLDR: another copy of it, and its forms for "at"."""
LANGUAGES = "en-GB en-US de fr es it pt-BR nl ru pl tr ko ja".split()


@pytest.fixture(scope="module")
def printed_by_an_engine() -> dict[str, dict[str, list[Any]]]:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    script = f"const CODES = {json.dumps(LANGUAGES)};{INTL}"
    done = subprocess.run([node, "-e", script], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize("code", LANGUAGES)
def test_dates_are_read_as_a_browser_prints_them(printed_by_an_engine, code):
    for month, style, printed in printed_by_an_engine[code]["days"]:
        edtf = f"2009-{month:02}-28" + {"": "", "short": "T15:12", "medium": "T15:12:33"}[style]
        assert read_posted(printed) == edtf, printed
        assert says_when(printed) is not None
    for printed in printed_by_an_engine[code]["told"]:
        assert says_when(printed) == (0, len(printed)), printed
        assert is_counted(printed)


def test_no_name_is_of_two_months_and_a_weekday_has_all_its_days():
    languages = json.loads(files("onrecord.text.dates").joinpath("cldr.json").read_text("utf-8"))["languages"]
    for language in languages.values():
        assert set(language["months"].values()) <= set(range(1, 13))
        for name, number in language["months"].items():
            assert MONTHS.get(name, number) == number
        for name, number in language["weekdays"].items():
            assert number in WEEKDAYS.get(name, {number})
    assert WEEKDAYS["sa"] == {1, 5}


def test_the_names_are_those_of_the_library_they_are_made_from():
    pytest.importorskip("babel")
    script = Path(__file__).parents[1] / "training/dates/names.py"
    assert subprocess.run([sys.executable, str(script), "--check"], check=False).returncode == 0


WORDS = (
    "The lock keeper opened the gates an hour late, and nobody on the quay was told of it before the boats came in.",
    "That is not how I saw it from the ferry, where the crew had been told in the morning that it would be shut.",
    "We have asked the council three times for a sign at the bridge and have never had so much as an answer.",
)


def posts(code: str, printed: str, layout: str) -> Account:
    name = NAMES.get(code, "Mara Ellwood")
    people = (name, "Vera Lopen", "Tom Arkle")
    made = "".join(
        layout.format(n=n, a=who, d=printed, w=words) for n, (who, words) in enumerate(zip(people, WORDS, strict=True))
    )
    body = "<p>" + "</p><p>".join(f"{words} {words}" for words in WORDS) + "</p>"
    source = (
        f'<html lang="{code}"><head><title>The lock at Kalmere</title></head><body><article><h1>The lock at Kalmere</h1>'
        f'{body}</article><div id="comments">{made}</div></body></html>'
    )
    account = segment(Page("a", None, "text/html", source.encode()))
    assert isinstance(account, Account)
    return account


LAYOUTS = (
    '<div class="comment" id="comment-{n}"><p><b class="author">{a}</b> <span class="date">{d}</span></p><p>{w}</p></div>',
    '<div class="comment" id="c{n}"><div class="author">{a}</div><div class="meta">{d}</div><div class="text">{w}</div></div>',
    '<li class="comment" id="comment-{n}"><cite class="fn">{a}</cite> <a href="#c{n}">{d}</a><p>{w}</p></li>',
)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("code", DAYS)
def test_a_comment_was_posted_when_its_line_says(code, layout):
    for printed in (DAYS[code][0], TIMES[code][0].format(DAYS[code][0])):
        account = posts(code, printed, layout)
        assert [account.cut(post.author) for post in account.thread if post.author][1:] == ["Vera Lopen", "Tom Arkle"]
        assert [account.cut(post.date) for post in account.thread if post.date] == [printed] * 3
        posted = {comment.posted for comment in make_discussion(account)}
        assert posted == {"2009-03-03" if printed == DAYS[code][0] else "2009-03-03T15:12"}


@pytest.mark.parametrize("code", AGO)
def test_a_time_ago_in_a_thread_is_its_date_and_no_day(code):
    for printed in AGO[code]:
        account = posts(code, printed, LAYOUTS[0])
        assert [account.cut(post.author) for post in account.thread if post.author][1:] == ["Vera Lopen", "Tom Arkle"]
        assert [account.cut(post.date) for post in account.thread if post.date] == [printed] * 3
        assert {comment.posted for comment in make_discussion(account)} == {None}


DUMPS = ("{a}\n{d}\n{w}\n\n", "{a} | {d}\n{w}\n\n", "{a}, {d}\n{w}\n\n")


def dump(code: str, printed: str, layout: str) -> Account:
    people = (NAMES.get(code, "Mara Ellwood"), "Vera Lopen", "Tom Arkle", "Ingrid Sollen")
    body = "\n\n".join(f"{words} {words}" for words in WORDS)
    made = "".join(
        layout.format(a=who, d=printed, w=words) for who, words in zip(people, (*WORDS, WORDS[0]), strict=True)
    )
    text = f"The lock at Kalmere is shut again\n\nBy Ana Orrin\n1 March 2009\n\n{body}\n\n4 Comments\n\n{made}"
    account = segment(Page("a", None, "text/plain", text.encode()))
    assert isinstance(account, Account)
    return account


@pytest.mark.parametrize("layout", DUMPS)
@pytest.mark.parametrize("code", DAYS)
def test_the_comments_of_a_dump_say_who_and_when(code, layout):
    for printed in (*DAYS[code][:2], TIMES[code][0].format(DAYS[code][0]), *AGO[code][:2]):
        account = dump(code, printed, layout)
        assert [account.cut(post.author) for post in account.thread if post.author] == [
            NAMES.get(code, "Mara Ellwood"), "Vera Lopen", "Tom Arkle", "Ingrid Sollen",
        ], printed  # fmt: skip
        assert all(post.date for post in account.thread)
        posted = {comment.posted for comment in make_discussion(account)}
        assert posted == {read_posted(printed)}


@pytest.mark.parametrize("code", DAYS)
def test_an_article_was_published_when_its_line_says(code):
    for printed in (DAYS[code][0], DAYS[code][1], TIMES[code][0].format(DAYS[code][0])):
        body = "<p>" + "</p><p>".join(f"{words} {words}" for words in WORDS) + "</p>"
        source = f'<html lang="{code}"><body><article><h1>The lock at Kalmere</h1><p class="date">{printed}</p>{body}</article></body></html>'
        account = segment(Page("a", None, "text/html", source.encode()))
        assert isinstance(account, Account)
        assert account.published == read_posted(printed)


def test_of_two_times_in_a_line_of_another_language_each_is_what_it_says():
    for code, line in (
        ("de", "12. Juni 2024 um 9:00 Uhr, aktualisiert am 13. Juni 2024 um 19.20 Uhr"),
        ("fr", "Publié le mercredi 12 juin 2024 à 9h00, mis à jour le 13 juin 2024 à 19h20"),
        ("nl", "Gepubliceerd: 12 juni 2024 om 09:00 uur - Bijgewerkt: 13 juni 2024 om 19.20 uur"),
        ("ko", "입력 2024.06.12. 오전 9:00 수정 2024.06.13. 오후 7:20"),
        ("ja", "公開 2024年6月12日 9時00分 更新 2024年6月13日 19時20分"),
    ):
        body = "<p>" + "</p><p>".join(f"{words} {words}" for words in WORDS) + "</p>"
        source = f'<html lang="{code}"><body><article><h1>The lock at Kalmere</h1><p class="date">{line}</p>{body}</article></body></html>'
        account = segment(Page("a", None, "text/html", source.encode()))
        assert isinstance(account, Account)
        assert (account.published, account.modified) == ("2024-06-12T09:00", "2024-06-13T19:20"), line


ASKED = (
    find_date,
    read_date,
    says_when,
    find_when.__wrapped__,
    is_dated,
    is_counted,
    has_day,
    order_told_by,
    read_posted,
)


@pytest.mark.parametrize(
    "unit",
    [
        "3 March ",
        "mar ",
        "3 de março de ",
        "2009-",
        "3/3/",
        "vor 3 ",
        "3 days ",
        "a",
        "3.",
        "오전 10:12 ",
        "3日",
        "hier ",
        "9",
    ],
)
def test_a_long_line_takes_time_linear_in_it(unit):
    def seconds(length: int) -> float:
        text = unit * (length // len(unit)) + " 20"
        begun = time.process_time()
        for ask in ASKED:
            ask(text)
        return time.process_time() - begun

    assert min(seconds(20_000) / max(seconds(10_000), 2e-3) for _ in range(4)) < 3
