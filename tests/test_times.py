"""Time expressions: the cases a reader of newspapers would write, and what must hold of any text."""

import datetime as dt
import itertools
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.text.times import find_times, read_times, resolve
from onrecord.text.times.grammar import RULES, finder, reader
from quality.casefiles import sections

CASES = Path(__file__).parent / "cases" / "times.md"
ANCHOR = "2019-02-28"

# The kinds of EDTF the package says that it gives.
_YEAR = r"\d{4}"
_DATE = rf"{_YEAR}(?:-(?:0[1-9]|1[0-2]|2[1-4]|3[3-6]|4[01])|-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))?"
EDTF = re.compile(
    rf"(?:{_DATE}|\d{{3}}X|\d\dXX)~?"
    rf"|{_YEAR}-\d\d-\d\dT[0-2]\d:[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d:?\d\d)?"
    rf"|{_DATE}/{_DATE}"
)
DURATION = re.compile(r"P(?:T?(?:\d+(?:\.\d+)?|X)[YMWDHS])(?:T?\d+[MDHS])?")


def is_edtf(value: str) -> bool:
    """Whether it is of those kinds, its days are in the calendar and its interval runs forward."""
    if not EDTF.fullmatch(value):
        return False
    days = [dt.date.fromisoformat(day) for day in re.findall(r"\d{4}-\d\d-\d\d", value)]
    ends = value.split("/")
    return days == sorted(days) and (len(ends) == 1 or ends[0] < ends[1])


def _cases():
    """(anchor, sentence, expression, value, also) of each row; the head of a section names its date."""
    for section in sections(CASES):
        anchor = section.title[:10] if section.title[:4].isdigit() else None
        for row in section.rows:
            expression = re.search(r"\[(.+)\]", row["words"])[1]
            yield anchor, row["words"].replace("[", "").replace("]", ""), expression, row["value"], row["also"]


def _not_times():
    return [item for section in sections(CASES) for item in section.items]


@pytest.mark.parametrize(("anchor", "sentence", "words", "value", "also"), list(_cases()))
def test_case(anchor, sentence, words, value, also):
    readings = read_times(sentence, anchor)
    assert [r.expression.text for r in readings] == [words]
    resolved = readings[0].resolved
    assert resolved.value == value
    assert (resolved.part or resolved.duration or "") == also
    assert (resolved.reason is None) == (resolved.value is not None)


PAST, AHEAD = "2024-03-11", "2024-03-18"  # the Mondays beside Thursday 14 March


@pytest.mark.parametrize(
    ("sentence", "monday"),
    [
        ("The union said on Monday that the offer was too low.", PAST),
        ("He promised on Monday to resign.", PAST),
        ("He promised to resign on Monday.", AHEAD),
        ("The governor asked him on Monday to come to the hall.", PAST),
        ("The governor asked him to come to the hall on Monday.", AHEAD),
        ("“I have asked both boards to return to the library on Monday,” she said.", AHEAD),
        ("The ferrymen agreed on Monday to meet the harbour master.", PAST),
        ("The ferrymen have agreed to meet the harbour master again on Monday.", AHEAD),
        ("The ferrymen agreed to a truce on Monday.", PAST),
        ("The council invited the growers on Monday to speak.", PAST),
        ("The council invited the growers to speak on Monday.", AHEAD),
        ("The bakers vowed on Monday that they would strike.", PAST),
        ("The bakers vowed to strike from Monday.", AHEAD),
        ("The owner, who had promised to pay, left the town on Monday.", PAST),
        ("The pilots, who plan to walk out, met on Monday.", PAST),
        ("Asked to comment on Monday, he hung up.", PAST),
        ("She came to the mill to see the owners on Monday.", PAST),
        ("They failed to agree on Monday.", PAST),
        ("She urged the drivers to vote on Monday.", AHEAD),
        ("The two are due to talk on Monday.", AHEAD),
        ("Both were set to appear on Monday.", AHEAD),
        ("The weavers expect to hear from the owner by Monday.", AHEAD),
        ("The mayor is to open the bridge on Monday.", AHEAD),
    ],
)
def test_the_verb_that_a_day_stands_with_tells_past_from_future(sentence, monday):
    (reading,) = read_times(sentence, "2024-03-14")
    assert reading.resolved.value == monday


@pytest.mark.parametrize("sentence", _not_times())
def test_what_is_no_time_is_not_found(sentence):
    assert find_times(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The hall burned that night.",
        "The hall burned that night and nobody came.",
        "The clerk told the board that night that the lock was dry.",
        "The clerk said that night he was ill.",
        "That night bakers marched through the town.",
        "The mill fell, and that night bakers marched through the town.",
        "On that night bakers marched through the town.",
        "The bakers left that night with the mayor.",
        "The clerk recalled that night’s storm.",
        "The bakers marched that night chanting.",
        "The clerk said that night people couldn’t sleep.",
    ],
)
def test_that_night_is_a_time_where_no_noun_has_it(sentence):
    readings = read_times(f"The lock was shut on 3 May 2021. {sentence}", ANCHOR)
    assert [(r.resolved.value, r.resolved.part) for r in readings[1:]] == [("2021-05-03", "night")]


def test_may_is_a_verb_beside_a_day_and_no_month():
    values = {
        sentence: read_times(sentence, "2024-03-14")[-1].resolved.value
        for sentence in ("The owners may sell the mill on Monday.", "In May the owners sat, and by Monday left.")
    }
    assert list(values.values()) == [AHEAD, PAST]


def test_the_anchor_is_named_only_where_it_was_used():
    relative, absolute = read_times("They met last June and on 5 May 2017.", ANCHOR)
    assert (relative.resolved.anchor, absolute.resolved.anchor) == (ANCHOR, None)


def test_an_anchor_may_carry_a_time_and_a_zone():
    (reading,) = read_times("They met yesterday.", "2019-03-01T01:10:00+07:00")
    assert reading.resolved.value == "2019-02-28"


@pytest.mark.parametrize("anchor", [None, "", "2019", "2019-02", "soon", "2019-02-30"])
def test_what_is_no_day_is_no_anchor(anchor):
    (reading,) = read_times("They met on Thursday.", anchor)
    assert (reading.resolved.value, reading.resolved.anchor) == (None, None)
    assert reading.resolved.reason


def test_what_points_back_is_counted_from_the_date_told_last():
    text = "On 3 May 2018 they signed. The following day they left. A year earlier nobody had hoped for it."
    assert [r.resolved.value for r in read_times(text, ANCHOR)] == ["2018-05-03", "2018-05-04", "2017"]
    assert read_times(text, ANCHOR)[1].resolved.anchor == "2018-05-03"


def test_a_comparison_does_not_become_what_is_told():
    text = (
        "Trade grew in the third quarter of 2018. It had shrunk a year earlier. In the quarter before, it stood still."
    )
    assert [r.resolved.value for r in read_times(text, ANCHOR)][:2] == ["2018-35", "2017-35"]


def test_a_bare_time_belongs_to_the_day_of_its_sentence_or_else_to_the_day_told_of():
    text = "On Wednesday the doors opened at 9 a.m. and shut. A car came at 10.30 a.m."
    assert [r.resolved.value for r in read_times(text, ANCHOR)] == [
        "2019-02-27",
        "2019-02-27T09:00",
        "2019-02-27T10:30",
    ]


def test_a_bare_time_is_not_of_a_day_long_past_nor_of_one_in_a_quotation():
    text = "In May 2018 and on 3 June 2018 they met. “On Tuesday I fell,” she said. A car came at 10.30 a.m."
    quoted = [(text.index("“"), text.index("”"))]
    assert [r.resolved.value for r in read_times(text, ANCHOR, quoted=quoted)][-1] == "2019-02-28T10:30"
    assert [r.resolved.value for r in read_times(text, ANCHOR)][-1] == "2019-02-26T10:30"


def test_what_is_told_carries_from_passage_to_passage_and_leaves_out_what_is_between():
    text = "They signed on 3 May 2018.\n(On 9 July 2018 an advertisement ran.)\nThe following day they left."
    ends = [i for i, c in enumerate(text) if c == "\n"]
    passages = [(0, ends[0]), (ends[1] + 1, len(text))]
    assert [r.resolved.value for r in read_times(text, ANCHOR, passages=passages)] == ["2018-05-03", "2018-05-04"]


def test_what_a_quotation_names_is_forgotten_with_it():
    text = "They signed on 3 May 2018. “We met on 9 July 2018. The next day I left,” he said. The next day it rained."
    quoted = [(text.index("“"), text.index("”"))]
    values = [r.resolved.value for r in read_times(text, ANCHOR, quoted=quoted)]
    assert values == ["2018-05-03", "2018-07-09", "2018-07-10", "2018-05-04"]


def test_words_that_are_also_months_and_days_need_a_sign_that_they_are():
    assert find_times("They may go. We march for peace. Jan Ortiz sat. The Sun shone. He read the Daily Post.") == ()
    assert [e.text for e in find_times("In May and in March they met, and by April too.")] == ["May", "March", "April"]


def test_a_part_of_a_text_is_read_in_the_light_of_the_rest():
    text = "The council will meet on Friday."
    start = text.index("Friday")
    (inside,) = find_times(text, start, start + 6)
    (alone,) = find_times("Friday")
    assert (resolve(inside, ANCHOR).value, resolve(alone, ANCHOR).value) == ("2019-03-01", "2019-02-22")


def test_offsets_hold_where_lower_case_is_longer():
    text = "İİİ met on 3 May 2018."
    (expression,) = find_times(text)
    assert text[expression.start : expression.end] == expression.text == "3 May 2018"


def test_an_expression_that_is_not_of_its_rule_is_refused():
    (expression,) = find_times("in 2017")
    with pytest.raises(ValueError, match="last June"):
        resolve(type(expression)(0, 9, "last June", "date", "year"), ANCHOR)


def test_every_rule_has_its_own_name_and_a_group_of_the_finder():
    assert len({rule.name for rule in RULES}) == len(RULES) == finder().groups
    assert [reader(rule.name)[1] for rule in RULES] == list(RULES)


# -- of any text

_WORDS = (
    "the a an this last next past early late mid in on at by from to and of before after second first third quarter "
    "day "
    "days week weeks month year years ago later earlier two three several half hour Thursday Fri. May March June Dec. "
    "31 30 5 29 1999 2018 '80s 1990s 19th century 13:25 1.25 p.m. noon GMT (EST) today tonight yesterday morning night "
    "summer fall Christmas Easter fiscal FY2018 Q3 end every each daily now recently future decade Feb. 2018-02-30 "
    "0001-01-01 9999-12-31 03/04/2019 12/31/99 - – , . \n"
).split(" ")
_TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(_WORDS), max_size=25).map(" ".join))
_ANCHORS = st.one_of(st.none(), st.dates().map(str), st.datetimes().map(lambda moment: moment.isoformat()))


@settings(max_examples=600, deadline=None)
@given(_TEXTS, _ANCHORS)
def test_any_text_is_read_without_an_error_and_with_valid_values(text, anchor):
    end = 0
    for reading in read_times(text, anchor):
        expression, resolved = reading.expression, reading.resolved
        assert end <= expression.start < expression.end
        assert text[expression.start : expression.end] == expression.text
        end = expression.end
        assert resolved.value is None or is_edtf(resolved.value), (expression.text, anchor)
        assert resolved.duration is None or DURATION.fullmatch(resolved.duration), expression.text
        assert (resolved.value is None) == (resolved.reason is not None)
        assert resolved.anchor is None or resolved.value is not None


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_without_an_anchor_what_is_read_is_the_same_under_any(text):
    for reading in read_times(text, None):
        if reading.resolved.value and reading.resolved.anchor is None:
            assert resolve(reading.expression, ANCHOR).value == reading.resolved.value


HOSTILE = ["1", "1.", "1,", "1:", "1 ", "2000-", "last ", "the ", "the second ", "two ", "early ", "a ", ",", " ", "\n"]
HOSTILE += [
    "March ",
    "Thursday ",
    "from 2014 to ",
    "9/11 ",
    "Sept. 11 ",
    "will be have been not ",
    "the twenty-",
    "at 5 p.m. ",
    "of the ",
    "(gmt",
    "half a ",
    "May 5-",
    "twenty-",
    "'",
    "every second ",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_reading_takes_time_linear_in_the_length(unit):
    def seconds(count: int) -> float:
        text = unit * (count // len(unit))
        best = float("inf")
        for _ in range(3):
            began = time.process_time()
            read_times(text, ANCHOR)
            best = min(best, time.process_time() - began)
        return best

    ratios = []
    for _ in range(3):
        ratios.append(seconds(40_000) / max(seconds(20_000), 1e-4))
        if ratios[-1] < 2.6:
            return
    pytest.fail(f"twice the text took {min(ratios):.1f} times as long")


_COUNTS = (
    "",
    "a",
    "an",
    "one",
    "two",
    "twenty-one",
    "ninety",
    "a hundred",
    "half a",
    "two and a half",
    "1/2",
    "0",
    "1",
    ("3"),
    "999,999,999",
    "1.5",
    "several",
    "a couple of",
    "dozens of",
    "two to five",
    "the last",
    "the first",
    "the twentieth",
)
_DIRECTIONS = (
    "{} ago",
    "{} earlier",
    "{} later",
    "{} before.",
    "{} from now",
    "{} from Monday",
    "in {}",
    ("in the past {}"),
    "over the past {}",
    "the next {}",
    "last {}",
    "every {}",
    "each {}",
    "for {}",
    "the end of the {}",
    "the {} before last",
    ("all {}"),
    "{} long",
    "early next {}",
    "that {}",
    "the same {}",
    "the following {}",
    "the coming {}",
    "the week of {}",
    ("{} of 2018"),
    "late this {}",
    "twice a {}",
    "within the past {}",
    "the past few {}",
    "the {} ended",
    "{}-ago",
    "more than {} ago",
)
_UNITS = (
    "second minute hour day weekend week fortnight month quarter year decade century centuries days quarters years hours morning night "
    "spring winter Monday March quarter-century nineteen-eighties nineteen-nineties eighties 1980s '80s "
    "year-end half q3 h1 Easter"
).split()
_EDGES = (None, ANCHOR, "2020-02-29", "0001-01-01", "9999-12-31", "1582-12-31")


@pytest.mark.parametrize("direction", _DIRECTIONS)
def test_every_count_of_every_unit_in_every_direction_has_a_value_or_a_reason(direction):
    pairs = itertools.islice(itertools.product(_COUNTS, _UNITS), _DIRECTIONS.index(direction) % 5, None, 5)
    for number, (count, unit) in enumerate(pairs):
        sentence = (
            f"He said on Feb. 30, 9999 that it ends {direction.format(f'{count} {unit}'.strip())}, and "
            f"then {count} {unit}s later."
        )
        for reading in read_times(sentence, _EDGES[number % len(_EDGES)]):
            resolved = reading.resolved
            assert (resolved.value is None) == (resolved.reason is not None), sentence
            assert resolved.value is None or is_edtf(resolved.value), sentence
            assert resolved.duration is None or DURATION.fullmatch(resolved.duration), sentence


def times_of_day(text: str, anchor: str) -> list[str | None]:
    return [r.resolved.value for r in read_times(text, anchor) if r.expression.kind == "time"]


def test_a_time_of_day_beside_a_day_that_is_not_known_is_of_no_day():
    told = "The hearing ended on Monday, May 4. The lease was signed on 02/03/2026 at 4:49 PM."
    assert times_of_day(told, "2026-05-11") == [None]
    (reading,) = [r for r in read_times(told, "2026-05-11") if r.expression.kind == "time"]
    assert reading.resolved.reason == "reads as two different days"
    assert times_of_day("The lease was signed on 02/28/2026 at 4:49 PM.", "2026-05-11") == ["2026-02-28T16:49"]


def test_a_time_of_day_is_of_the_day_that_its_paragraph_tells_of():
    told = "The boats sailed on May 2. The guard rang the bell at 6 p.m. and went home."
    assert times_of_day(told, "2026-05-11") == ["2026-05-02T18:00"]
    assert times_of_day(told.replace(". The", ".\n\nThe"), "2026-05-11") == ["2026-05-11T18:00"]
    assert times_of_day(told.replace("May 2", "May 2, 1984"), "2026-05-11") == ["2026-05-11T18:00"]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("7:30 p.m. ET (0030 GMT Saturday)", "2026-05-08T19:30-05:00"),
        ("2:15 a.m. local time (1715 GMT Friday)", "2026-05-09T02:15+09:00"),
        ("5:45 p.m. (1215 GMT Saturday)", "2026-05-09T17:45+05:30"),
    ],
)
def test_a_time_of_day_with_its_universal_time_and_day_is_of_the_day_that_these_tell(printed, value):
    assert times_of_day(f"The minister landed at {printed}.", "2026-05-10")[0] == value
