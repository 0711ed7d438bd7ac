"""The record as a page and as a summary: what can be told without a browser."""

import os
import re
import subprocess
import sys
import time
from html.parser import HTMLParser
from io import StringIO

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from onrecord.errors import RecordError
from onrecord.exports import page, summary
from onrecord.exports.apparatus import weighty
from onrecord.exports.context import sentences
from onrecord.exports.edition import edition
from onrecord.exports.edtf import date
from onrecord.exports.fulltext import link
from onrecord.exports.index import letters, siglum
from onrecord.exports.ink import ink, legal, plain
from onrecord.exports.marks import Mark, segments
from onrecord.types import Finding, Issue, LeftOut, Origin, Reading, Record, Span, Statement
from record_builder import ODD, PAYLOADS, Told, account, failed_talks, hostile, many


def test_sigla_count_on_after_z():
    assert [letters(n) for n in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_48_sigla_look_different():
    of = account("x", ("body", "y"))
    looks = {(s.colour, s.pattern) for s in (siglum(n, of) for n in range(48))}
    assert len(looks) == 48


spans = st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45), st.sampled_from("abc"), st.booleans()), max_size=12)


@given(st.text(min_size=1, max_size=40), spans, st.integers(0, 40), st.integers(0, 40))
def test_segments_join_to_the_text_and_name_the_narrowest_mark(text, spans, start, end):
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    marks = [Mark(a, b, f"l{n}", k, f"p{n}", 0, linked) for n, (a, b, k, linked) in enumerate(spans)]
    made = segments(text, marks, start, end)
    assert "".join(s.text for s in made) == text[start:end]
    at, pins = start, []
    for segment in made:
        over = [m for m in marks if m.linked and m.start <= at < m.end]
        narrowest = min((m.end - m.start for m in over), default=None)
        named = next((m for m in marks if m.line == segment.line), None)
        assert (named.end - named.start if named else None) == narrowest
        assert set(segment.under) | ({segment.kind} if named else set()) == {m.kind for m in over}
        at += len(segment.text)
        pins += segment.pins
    assert sorted(pins) == sorted(m.pin for m in marks if start <= m.start < min(m.end, end))


def test_nested_marks_take_near_linear_time():
    def seconds(n):
        marks = [Mark(i, 2 * n - i, str(i), "a", str(i)) for i in range(n)]
        begin = time.process_time()
        segments("x" * 2 * n, marks)
        return time.process_time() - begin

    seconds(1000)
    assert seconds(16000) < 9 * max(seconds(4000), 0.01)


def test_the_apparatus_reads_as_an_edition_prints_it():
    line = edition(failed_talks()).said[0].lines[0]
    printed = [
        (e.short, r.kind, r.text, "".join(s.letters for s in r.sigla), r.weighty)
        for e in line.apparatus
        for r in e.readings
    ]
    assert printed == [
        ("but", "for", "and", "B", True),
        ("couldn't", "for", "could not", "B", False),
        ("We had … it there", "om", "", "B", True),
    ]
    assert [(s.siglum.letters, s.state) for s in line.attestation.slots] == [
        ("A", "full"), ("B", "full"), ("C", "reported"),
    ]  # fmt: skip
    assert [w.siglum.letters for w in line.reports] == ["C"]
    assert [(p.kind, p.text) for p in line.parts if p.kind == "gap"] == [
        ("gap", "Foreign Minister Mara Velden said to reporters after the talks were cut short.")
    ]


def test_an_addition_stands_after_a_word_of_the_base():
    record = failed_talks()
    entry = edition(record).said[1].lines[0].apparatus[0]
    assert (entry.lemma, entry.readings[0].kind) == ("spring", "add")
    assert entry.readings[0].text == "if the fields get water first"


@pytest.mark.parametrize(
    ("base", "reading", "expected"),
    [
        ("couldn't", "could not", False),
        ("can’t", "cannot", False),
        ("will", "will not", True),
        ("all", "", True),
        ("three", "3", True),
        ("the", "a", False),
        ("we had to go", "", True),
        ("", "if it rains", True),
        ("won't", "will not", False),
    ],
)
def test_a_variant_that_may_change_the_sense_is_told(base, reading, expected):
    assert weighty(base, reading) is expected


@pytest.mark.parametrize(
    ("edtf", "kind", "words"),
    [
        ("2031-05-08T13:25", "exact", "8 May 2031, 13:25"),
        ("2031-05-08T13:25:09Z", "exact", "8 May 2031, 13:25 UTC"),
        ("2031-05-08T13:25+01:00", "exact", "8 May 2031, 13:25 UTC+01:00"),
        ("2031-05-08", "day", "8 May 2031"),
        ("2031-05", "month", "May 2031"),
        ("2031", "year", "2031"),
        ("2031~", "vague", "about 2031"),
        ("2031-05?", "vague", "perhaps May 2031"),
        ("2031-21", "vague", "spring 2031"),
        ("2031-05/2031-09", "vague", "May 2031 to September 2031"),
        ("2031-05/..", "vague", "from May 2031"),
        ("203X", "vague", "the 2030s"),
        ("18XX", "vague", "the years 1800 to 1899"),
        ("197X~", "vague", "about the 1970s"),
        ("2018-35", "vague", "third quarter of 2018"),
        ("2020-40", "vague", "first half of 2020"),
        (None, "none", "no date"),
    ],
)
def test_dates_in_words(edtf, kind, words):
    assert (date(edtf).kind, date(edtf).words) == (kind, words)


def test_ink_escapes_and_shows_what_is_invisible():
    assert ink("<b>&\"'") == "&lt;b&gt;&amp;&#34;&#39;"
    assert ink("a\u202eb") == 'a<bdi class="ctl" data-label="RLO">\u202e</bdi>b'
    assert ink("a\0b") == 'a<bdi class="ctl" data-label="U+0000">\u2400</bdi>b'
    assert ink("\r") == '<bdi class="ctl" data-label="U+000D">&#13;</bdi>'
    assert ink("e" + "\u0301" * 8) == "e" + "\u0301" * 8
    assert 'data-label="+3 marks"><span hidden>' in ink("e" + "\u0301" * 11)


@given(st.text())
@settings(max_examples=100)
def test_ink_loses_no_character_and_lets_no_markup_through(text):
    html = str(ink(text))
    bare = re.sub(r"<[^<>]*>", "", html)
    back = bare.replace("&#13;", "\r").replace("&lt;", "<").replace("&gt;", ">")
    back = back.replace("&#34;", '"').replace("&#39;", "'").replace("&amp;", "&")
    assert back == legal(text)
    assert set(re.findall(r"<(/?\w+)", html)) <= {"bdi", "/bdi", "span", "/span"}


@given(st.text())
@settings(max_examples=100)
def test_no_text_can_steer_a_terminal(text):
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", plain(text))


def test_sentences_are_not_cut_at_initials_and_titles():
    text = "The U.S. side and Mr. Oskar left. “We tried!” she said. What next? no one knew."
    cut = [text[a:b] for a, b in sentences(text, 0, len(text))]
    assert cut == ["The U.S. side and Mr. Oskar left.", "“We tried!” she said.", "What next? no one knew."]


def test_sentences_take_near_linear_time_on_hostile_text():
    def seconds(n):
        text = "!?.\"' " * n
        begin = time.process_time()
        list(sentences(text, 0, len(text)))
        list(sentences("." * 6 * n, 0, 6 * n))
        return time.process_time() - begin

    seconds(100)
    assert seconds(20000) < 9 * max(seconds(5000), 0.01)


def test_in_short_is_cut_from_the_accounts():
    record = failed_talks()
    made = edition(record).brief
    assert 3 <= len(made) <= 5
    assert {b.label for b in made} == {"How it ended", "What each side says", "What is next"}
    texts = [r.account.text for r in record.readings]
    for item in made:
        assert all(any(part.text in text for text in texts) for part in item.parts)
    assert made[0].label == "How it ended"
    assert made[0].parts[0].text == "The ministers broke off their talks on Thursday with no agreement signed."
    assert made[-1].label == "What is next"
    assert all(b.speaker for b in made if b.form)


def _told(*accounts):
    """A record of accounts given as body paragraphs, each with its statements as words, speaker and form."""
    told = []
    for number, (paragraphs, said) in enumerate(accounts):
        t = Told(account(f"paper {number}", *(("body", p) for p in paragraphs)))
        actors = {who: t.actor(who) for _, who, _ in said}
        for words, who, form in said:
            t.said(words, speaker=actors[who], form=form)
        told.append(t)
    return Record(id="told", title="t", readings=tuple(t.reading() for t in told))


def _texts(made):
    return ["".join(p.text for p in b.parts) for b in made]


def test_in_short_leaves_out_the_dateline_and_what_leans_on_the_sentence_before():
    first = (
        "PORT ELLIN (Agency) — The strike at the harbour ended on Monday. But it failed, and no deal was signed, no "
        "accord reached."
    )
    made = edition(_told(([first], []))).brief
    assert _texts(made)[0] == "The strike at the harbour ended on Monday."


def test_in_short_takes_no_fragment_for_a_sentence():
    made = edition(_told((["MR. Tolland.", "The reading room stays shut, the library said."], []))).brief
    assert _texts(made)[0] == "The reading room stays shut, the library said."


def test_what_is_next_keeps_the_day_behind_reported_words():
    words = "the growers would meet Mr Falk, the farm minister"
    told = Told(account("paper", ("body", f"The market is shut. She also said {words}, on Monday. It rained.")))
    orne = told.actor("She")
    told.said(words, speaker=orne, form="indirect")
    told.moment(f"She also said {words}, on Monday.", "2024-03-18", "Monday")
    told.moment("It rained.", "2024-03-14", "rained")
    (item,) = (
        b for b in edition(Record(id="r", title="t", readings=(told.reading(),))).brief if b.label == "What is next"
    )
    assert _texts([item]) == [f"{words}, on Monday"]


def test_in_short_has_no_quotation_twice_and_names_its_speaker():
    words = "We shall not sign a paper that nobody of us has read, and that is final"
    body = ["The council rejected the plan.", f"“{words},” Ada Brun said.", "A new vote will be held in May."]
    same = ["The plan is dead.", f"“{words},” a statement of Brun’s office said."]
    record = _told((body, [(words, "Ada Brun", "direct")]), (same, [(words, "Brun’s office", "direct")]))
    made = edition(record).brief
    assert _texts(made).count(words) == 1
    assert [b.label for b in made][:: len(made) - 1] == ["How it ended", "What is next"]
    assert _texts(made)[-1] == "A new vote will be held in May."
    assert all(b.speaker for b in made if b.form)


def test_short_quotations_and_reports_stand_behind_what_is_said_at_length():
    body = [
        "“We came with a pen and we go home with it full,” Ada Brun said. It was “unwise”, she said, and she would "
        "wait."
    ]
    said = [("unwise", "Ada Brun", "mixed"), ("she would wait", "Ada Brun", "indirect"),
            ("We came with a pen and we go home with it full,", "Ada Brun", "direct")]  # fmt: skip
    speaker = edition(_told((body, said))).said[0]
    assert [len(group) for group in (speaker.leads, speaker.fragments, speaker.reported)] == [1, 1, 1]
    assert [line.form for line in speaker.lines] == ["direct", "mixed", "indirect"]


def test_in_a_sentence_partly_quoted_the_words_of_the_writer_are_told():
    body = ['Brun called it "a bad day" for the valley.']
    line = edition(_told((body, [('it "a bad day" for the valley', "Brun", "mixed")]))).said[0].fragments[0]
    runs = ["", ""]
    for part in line.parts:
        runs[part.kind == "writer"] += part.text
    assert runs == ['"a bad day"', "it  for the valley"]


def test_a_low_score_is_told_in_words_and_no_score_as_a_number():
    body = ["“We go,” Brun said. “We stay,” Brun said."]
    t = Told(account("paper", ("body", body[0])))
    t.said("We go", score=0.31)
    t.said("We stay", score=0.87)
    record = Record(id="r", title="t", readings=(t.reading(),))
    assert [line.uncertain for s in edition(record).said for line in s.lines] == [True, False]
    html = page(record)
    assert "uncertain" in html
    assert "0.31" not in html
    assert "0.87" not in html


def test_differences_of_one_utterance_are_one_row_with_words_around_them():
    record = failed_talks()
    a, b = record.readings[0].account, record.readings[1].account
    places = [(v.base, v.reading) for v in record.wordings[0].variants[:2]]
    made = tuple(Finding(f"f{n}", "differs", "utterance", (a.id, b.id), p, "words") for n, p in enumerate(places))
    rows = edition(_with(record, findings=(*made, *record.findings))).differences
    assert [(d.relation, d.about) for d in rows[:2]] == [("differs", "date"), ("differs", "utterance")]
    assert rows[1].also == ("f1",)
    shown = [[(w.before, w.pieces, w.after) for w in c.windows] for c in rows[1].cells]
    assert [text for _, pieces, _ in shown[0] for text, strong in pieces if strong] == ["but", "couldn't"]
    assert [text for _, pieces, _ in shown[1] for text, strong in pieces if strong] == ["and", "could not"]
    assert all("".join(t for t, _ in pieces) in a.text for _, pieces, _ in shown[0])
    assert shown[0][0][0] is True
    assert rows[1].cells[2].state == "unknown"


def test_evidence_wider_than_the_variant_is_shown_with_the_variant_marked():
    record = failed_talks()
    t = Told(record.readings[0].account)
    wide = t.span("dam opened at once, but we couldn't do that")
    found = Finding("f", "differs", "utterance", (wide.account, record.readings[1].account.id), (wide,), "words")
    row = edition(_with(record, findings=(found,))).differences[0]
    assert [text for text, strong in row.cells[0].windows[0].pieces if strong] == ["but", "couldn't"]
    assert row.cells[1].state == "omits"


def test_who_speaks_for_a_side_stands_in_its_column():
    body = ["Norland’s minister, Ada Brun, demanded a higher price.", "Norland refused a loan for the dam.",
            "Teo Oskar offered a lower price if the dam were shut."]  # fmt: skip
    t = Told(account("paper", *(("body", b) for b in body)))
    land = t.actor("Norland", kind="country")
    brun = t.actor("Ada Brun", "Norland’s minister")
    oskar = t.actor("Teo Oskar")
    ids = (
        t.position("demand", brun, "a higher price", "demanded"),
        t.position("offer", oskar, "a lower price", "offered", condition="if the dam were shut"),
        t.position("refuse", land, "a loan for the dam", "refused"),
    )
    issues = (Issue("price", t.span("a higher price"), ids[:2]), Issue("loan", t.span("a loan"), ids[2:]))
    made = edition(Record(id="r", title="t", readings=(t.reading(),), positions=issues)).bargain
    assert made.sides == ("Norland", "Teo Oskar")
    assert [s.holder for s in made.matters[0].cells[0]] == ["Ada Brun"]
    assert made.matters[0].cells[1][0].condition.text == "if the dam were shut"


def test_persons_with_a_title_lead_the_cast_and_the_unnamed_end_it():
    body = ["Two diplomats of the River Council met Minister Ada Brun, Teo Oskar of Norland and a senior official."]
    t = Told(account("paper", ("body", body[0])))
    for name, kind in (("Two diplomats", "group"), ("River Council", "organisation"), ("a senior official", "person"),
                       ("Teo Oskar", "person"), ("Norland", "country")):  # fmt: skip
        t.actor(name, kind=kind)
    t.actor("Ada Brun", "Minister")
    made = edition(Record(id="r", title="t", readings=(t.reading(),))).cast
    assert [p.name for p in made] == [
        "Ada Brun",
        "Teo Oskar",
        "Norland",
        "River Council",
        "Two diplomats",
        "a senior official",
    ]
    assert [p.rank for p in made][-2:] == ["unnamed", "unnamed"]


def test_a_relative_date_of_a_comment_is_shown_as_printed():
    t = Told(account("paper", ("body", "Words."), ("comment", "Anselm\n3 days ago\nWell done.")))
    t.comment("Anselm", "Well done.", posted="2031-05-05")
    comment = msgspec.structs.replace(t.discussion[0], dated_by=t.span("3 days ago"))
    record = Record(id="r", title="t", readings=(Reading(t.account, discussion=(comment,)),))
    assert edition(record).readers[0].remarks[0].posted == "3 days ago"


def test_the_colophon_tells_whether_a_model_had_a_part():
    t = Told(account("paper", ("body", "“We go,” Brun said. “We stay,” Brun said.")))
    t.said("We go", rule="model+quotation/name")
    t.said("We stay")
    weights = "5a" * 32
    both = page(Record(id="r", title="t", readings=(msgspec.structs.replace(t.reading(), model=weights),)))
    assert "A model had a part in 1 of 2 statements" in both
    assert f"<code>{weights}</code>" in both
    assert "No model had a part in it: all" in page(failed_talks())


def test_only_web_addresses_become_links():
    assert link("https://a.example/x?y=1#z")
    assert link("HTTP://a.example")
    for url in (None, "javascript:x()", "data:text/html,x", "file:///etc/passwd", "//a.example", "https:x", "ftp://a/b",
                " https://a.example", "https://a.example/\nx", "https://a\\@b.example", "story.html"):  # fmt: skip
        assert link(url) is None


def test_an_account_is_called_silent_only_where_the_record_does_so():
    record = failed_talks()
    lone = next(
        line for s in edition(record).said for line in s.lines if line.source and line.source.text == "one delegate"
    )
    assert [s.state for s in lone.attestation.slots] == ["open", "full", "unknown"]
    told = next(f for f in record.findings if f.relation == "only_in")
    silent = Finding("s", "silent", "utterance", (record.readings[0].account.id,), told.evidence, "")
    made = edition(_with(record, findings=(*record.findings, silent)))
    lone = next(line for s in made.said for line in s.lines if line.id == lone.id)
    assert [s.state for s in lone.attestation.slots] == ["silent", "full", "unknown"]
    row = next(d for d in made.differences if d.id == told.id)
    assert row.also == ("s",)
    assert [c.state for c in row.cells] == ["silent", "has", "unknown"]


def _with(record: Record, **fields) -> Record:
    return Record(**{f: getattr(record, f) for f in record.__struct_fields__} | fields)


def test_words_that_are_not_at_their_place_are_told_as_such():
    record = failed_talks()
    lost = Finding("x", "differs", "name", (), (Span(record.readings[0].account.id, 9, 10**6),), "n")
    assert page(_with(record, findings=(lost,))).count("no longer at their place") == 1
    reading = record.readings[0]
    broken = type(reading)(reading.account, timeline=(_moved(reading.timeline[0]),))
    html = page(_with(record, readings=(broken,), wordings=(), positions=(), timeline=(), findings=(), cast=()))
    assert html.count("no longer at their place") == 1


def _moved(moment):
    return type(moment)(id="m", what=Span(moment.what.account, 0, 10**6), date=None, dated_by=moment.dated_by, rule="r")


def test_an_empty_record_is_a_page_and_a_summary():
    record = Record(id="0", title="", readings=(), left_out=(LeftOut("a.html", "empty"),))
    assert "No utterance was found" in page(record)
    assert "a.html: empty" in _shown(record, 60)


@pytest.mark.parametrize("make", [failed_talks, hostile])
def test_the_same_record_gives_the_same_bytes(make):
    code = (
        f"from record_builder import *; from onrecord.exports import page; import sys; "
        f"sys.stdout.buffer.write(page({make.__name__}()).encode())"
    )
    beside = os.path.dirname(__file__)
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": f"{beside}{os.pathsep}{os.environ['PYTHONPATH']}",
                "TZ": zone,
            },
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]
    assert runs[0] == runs[1] == page(make()).encode()


class _Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.targets = {}, set(), set()

    def handle_starttag(self, tag, attrs):
        self.tags[tag] = self.tags.get(tag, 0) + 1
        self.attributes |= {name for name, _ in attrs}
        self.targets |= {
            value.partition(":")[0] for name, value in attrs if name in ("href", "src") and value[0] != "#"
        }


def test_no_markup_of_a_source_is_markup_of_the_page():
    parser = _Tags()
    parser.feed(page(hostile()))
    assert {tag: parser.tags[tag] for tag in ("script", "style", "title", "meta")} == {
        "script": 1, "style": 1, "title": 1, "meta": 6,
    }  # fmt: skip
    assert not {"img", "iframe", "base", "object", "b", "link", "form"} & parser.tags.keys()
    assert not {a for a in parser.attributes if a.startswith("on") or a in ("style", "srcdoc", "src")}
    assert parser.targets <= {"https"}


class _FullText(HTMLParser):
    """The text of an account as it stands in the page, without what is ours."""

    def __init__(self):
        super().__init__()
        self.text, self.open, self.inside, self.ours = "", [], 0, 0

    def handle_starttag(self, tag, attrs):
        if tag in ("meta", "br", "input", "path", "circle", "rect"):
            return
        classes = (dict(attrs).get("class") or "").split()
        self.open.append(("fulltext" in classes, "ours" in classes))
        self.inside, self.ours = self.inside + self.open[-1][0], self.ours + self.open[-1][1]

    def handle_endtag(self, tag):
        if tag not in ("path", "circle", "rect"):
            inside, ours = self.open.pop()
            self.inside, self.ours = self.inside - inside, self.ours - ours

    def handle_data(self, data):
        self.text += data if self.inside and not self.ours else ""


@given(st.text("ab <&\n.é\u202e", min_size=1, max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))))
@settings(max_examples=60, deadline=None)
def test_statements_that_overlap_leave_the_text_as_it_is(words, places):
    of = account("x", ("chrome", "menu"), ("body", words), ("comment", words))
    ends = [(min(p, len(of.text)), min(q, len(of.text))) for p, q in map(sorted, places)]
    made = [Statement(id=f"s{n}", form="direct", content=(Span(of.id, *e),), rule="r") for n, e in enumerate(ends)]
    parser = _FullText()
    parser.feed(page(Record(id="1", title="t", readings=(Reading(of, statements=tuple(made)),))))
    assert parser.text == of.text


def test_a_record_that_contradicts_itself_is_an_error():
    record = failed_talks()
    with pytest.raises(RecordError, match="names statements that no reading has"):
        page(_with(record, readings=record.readings[:1]))


def test_200_accounts_are_rendered_in_seconds_and_the_size_grows_with_the_record():
    half, whole = many(100, 25), many(200, 25)
    small = len(page(half))
    begin = time.process_time()
    large = len(page(whole))
    assert time.process_time() - begin < 15
    assert large < 2.3 * small


def _shown(record, width):
    console = Console(width=width, record=True, file=StringIO())
    console.print(summary(record, width))
    return console.export_text()


def test_the_summary_tells_who_said_what_and_what_was_left_out():
    shown = _shown(failed_talks(), 100)
    for words in ("In short", "Mara Velden", "couldn't] could not B", "om. B", "A B (C)", (
        "The first meeting is put in June"
    ),
                  "https://closed.example/paywall: the page asked", "read in part"):  # fmt: skip
        assert words in shown


@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_summary_fits_and_sends_no_control_character(width):
    shown = _shown(hostile(), width)
    assert max(map(len, shown.splitlines())) <= width
    assert "\x1b" not in shown
    assert PAYLOADS[4][:7] in shown
    assert "\x1b" in ODD


def test_what_an_account_denies_or_hedges_is_marked_on_its_line_everywhere():
    t = Told(account("paper", ("body", "Brun never said “We go.” Brun reportedly said “We stay.”")))
    brun = t.actor("Brun")
    t.said("We go.", speaker=brun, cue="said", negation="never")
    t.said("We stay.", speaker=brun, cue="said", hedge="reportedly")
    record = Record(id="r", title="t", readings=(t.reading(),))
    html, shown = page(record), " ".join(_shown(record, 100).split())
    for words in ("not said so:", "not vouched for:"):
        assert words in html
        assert words in shown
    assert "⟨never⟩" in shown


def test_those_who_say_it_together_are_all_named():
    words = "We shall not sign a paper that nobody of us has read, and that is final."
    t = Told(account("paper", ("body", f"“{words}” said Brun and Oda Lind.")))
    t.said(words, speaker=t.actor("Brun"), joint=(t.actor("Oda Lind"),), cue="said", source="Brun and Oda Lind")
    record = Record(id="r", title="t", readings=(t.reading(),))
    assert [b.speaker for b in edition(record).brief if b.form] == ["Brun, Oda Lind"]
    assert "together with</span> <bdi>Oda Lind</bdi>" in page(record)
    assert "together with Oda Lind" in " ".join(_shown(record, 100).split())


def test_what_was_not_read_of_an_account_is_listed():
    t = Told(account("paper", ("body", "Brun called it “The Ferry Song” and left.")))
    told = msgspec.structs.replace(t.account, hidden=(Origin(1, 9), Origin(12, 15)), unparsed=(Origin(20, 40),))
    reading = msgspec.structs.replace(t.reading(), account=told, set_off=(t.span("The Ferry Song"),), unsure=3)
    html = page(Record(id="r", title="t", readings=(reading,)))
    assert "Not read: 2 runs of words that the page holds and does not show." in html
    assert "Not read: 1 description of the page for machines (JSON-LD) with errors in it." in html
    assert "Left out: 3 statements with a score below the one asked for." in html
    shown = " ".join(_shown(Record(id="r", title="t", readings=(reading,)), 200).split())
    assert "A hidden passages not read: 2; faulty descriptions for machines not read: 1" in shown
    told_as = html[html.index("taken for nobody’s speech: 1") :]
    assert "The Ferry Song" in told_as[: told_as.index("</details>")]


def test_the_table_stands_in_the_summary_too_and_no_doubtful_position_is_plain():
    text = "Brun demanded a higher price of Norland if the dam were shut. Norland may offer a loan for the new dam."
    t = Told(account("paper", ("body", text)))
    brun, land = t.actor("Brun"), t.actor("Norland", kind="country")
    price, loan = "a higher price", "a loan for the new dam"
    ids = (
        t.position("demand", brun, price, "demanded", "if the dam were shut", toward=land, plover="DEMAND"),
        t.position("offer", land, loan, "offer", modality="hedged"),
    )
    record = Record(id="r", title="t", readings=(t.reading(),), positions=(Issue("dam", t.span("the new dam"), ids),))
    shown, html = " ".join(_shown(record, 100).split()), page(record)
    assert f"Brun demands {price} (toward Norland), on condition: if the dam were shut A" in shown
    assert f"Norland offers {loan} (hedged) A" in shown
    assert "not certain: the account hedges it" in html
    assert "DEMAND" in html
    assert "denied: the account tells" not in html


def test_in_short_puts_those_first_who_hold_positions_and_not_those_who_might():
    might, holds = "the growers could ask for a second market day", "the guild asks for a lower rent on the stalls"
    told = Told(account("paper", ("body", f"The market is shut. Orne said {might}. Brun said {holds}. It rained.")))
    orne, brun = told.actor("Orne"), told.actor("Brun")
    told.said(might, speaker=orne, form="indirect")
    told.said(holds, speaker=brun, form="indirect")
    told.position("demand", orne, "a second market day", "ask", modality="hypothetical")
    told.position("demand", orne, "second market", "ask", modality="past")
    told.position("demand", brun, "a lower rent on the stalls", "asks")
    made = edition(Record(id="r", title="t", readings=(told.reading(),))).brief
    assert [b.speaker for b in made if b.label == "What each side says"] == ["Brun", "Orne"]
