"""The whole path from bytes to a record: nothing dropped, nothing moved, the same bytes in any order."""

import itertools
import json
import os
import time
from pathlib import Path

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord
from onrecord import codec
from onrecord.errors import OnrecordError, RecordError, SourceError
from onrecord.pipeline import join, read_page
from onrecord.types import LeftOut, Page, Reading
from spans import check_record

SAMPLES = sorted((Path(onrecord.__file__).parent / "samples").iterdir())

PLAIN = """The Ferry Talks End

By Ana Orrin
March 3, 2021

The mayor of Port Serin said on Tuesday that the ferry would not sail. “We asked for two boats,” she said, “and they gave us none.”

"Nobody {} has slammed a door," Radim Solcek told reporters. The company offered one boat if the town paid half.
"""


def page(body: bytes, media_type="text/plain", url="page") -> Page:
    return Page(url, None, media_type, body)


def reading_of(body: bytes, media_type="text/plain") -> Reading | LeftOut:
    return read_page(page(body, media_type))


@pytest.fixture(scope="module")
def samples():
    return onrecord.build(SAMPLES)


def test_all_spans_of_the_samples_cut_their_text(samples):
    assert len(samples.readings) == 3
    check_record(samples)


def test_the_order_of_the_sources_does_not_change_a_byte(samples):
    for order in itertools.permutations(SAMPLES):
        assert codec.encode(onrecord.build(order)) == codec.encode(samples)


def test_an_unreadable_source_adds_a_line_and_no_finding(samples, tmp_path):
    empty = tmp_path / "empty.html"
    empty.write_bytes(b"")
    record = onrecord.build([*SAMPLES, empty])
    assert [item.url for item in record.left_out] == ["empty.html"]
    assert (record.findings, record.wordings, record.readings) == (samples.findings, samples.wordings, samples.readings)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "PNG"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 4, "PDF"),
        (b"PK\x03\x04" + bytes(range(256)) * 4, "zip"),
        (bytes(range(1, 32)) * 50, "control"),
        (b" \n\t \n", "white space|no text|no word|no readable"),
    ],
)
def test_a_file_that_is_no_text_is_left_out_with_a_reason_and_the_others_are_read(tmp_path, body, said):
    (tmp_path / "bad").write_bytes(body)
    (tmp_path / "good.txt").write_text(PLAIN, "utf-8")
    record = onrecord.build([tmp_path])
    assert [reading.account.url for reading in record.readings] == ["good.txt"]
    (item,) = record.left_out
    assert item.url == "bad"
    assert any(word.casefold() in item.reason.casefold() for word in said.split("|")), item.reason


def test_files_of_one_name_are_named_apart_in_any_order(tmp_path):
    paths = []
    for folder in ("north/press", "south/press", "south/radio"):
        (tmp_path / folder).mkdir(parents=True)
        paths.append(tmp_path / folder / "page.txt")
        paths[-1].write_text(PLAIN.format(folder), "utf-8")
    paths.append(tmp_path / "alone.txt")
    paths[-1].write_text(PLAIN.format("alone"), "utf-8")
    record = onrecord.build(paths)
    urls = {reading.account.url for reading in record.readings}
    assert urls == {"north/press/page.txt", "south/press/page.txt", "radio/page.txt", "alone.txt"}
    assert len({reading.account.id for reading in record.readings}) == 4
    assert codec.encode(onrecord.build(reversed(paths))) == codec.encode(record)


def test_folders_that_hold_files_of_one_name_are_named_apart_in_any_order(tmp_path):
    folders = [tmp_path / name for name in ("monday/saved", "friday/saved", "friday/other")]
    for folder in folders:
        (folder / "press").mkdir(parents=True)
        (folder / "press" / "page.txt").write_text(PLAIN.format(folder.parent.name + folder.name), "utf-8")
        (folder / "empty.txt").touch()
    (folders[0] / "alone.txt").write_text(PLAIN.format("alone"), "utf-8")
    given = tmp_path / "page.txt"
    given.write_text(PLAIN.format("given"), "utf-8")
    record = onrecord.build([*folders, given])
    assert {reading.account.url for reading in record.readings} == {
        "monday/saved/press/page.txt",
        "friday/saved/press/page.txt",
        "other/press/page.txt",
        "alone.txt",
        "page.txt",
    }
    left_out = ["friday/saved/empty.txt", "monday/saved/empty.txt", "other/empty.txt"]
    assert [item.url for item in record.left_out] == left_out
    for order in itertools.permutations([*folders, given]):
        assert codec.encode(onrecord.build(order)) == codec.encode(record)


def test_the_names_of_one_folder_are_those_within_it(tmp_path):
    for name in ("north", "south"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.txt").write_text(PLAIN.format(name), "utf-8")
    record = onrecord.build([tmp_path])
    assert {reading.account.url for reading in record.readings} == {"north/page.txt", "south/page.txt"}


def test_a_file_that_lies_in_a_folder_that_is_given_too_is_one_file(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(PLAIN.format("still"), "utf-8")
    record = onrecord.build([path, tmp_path])
    assert record.left_out == (LeftOut("page.txt", "the same account as page.txt"),)


def test_a_file_given_twice_is_one_file(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(PLAIN.format("still"), "utf-8")
    record = onrecord.build([path, path])
    assert [reading.account.url for reading in record.readings] == ["page.txt"]
    assert record.left_out == (LeftOut("page.txt", "the same account as page.txt"),)


def test_a_path_by_itself_is_one_source(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("Talks ended on Monday. “We had to go,” Ada Brun said.")
    record = onrecord.build([file])
    assert len(record.readings) == 1
    for one in (file, str(file), os.fsencode(file)):
        assert onrecord.build(one) == record


@pytest.mark.parametrize("score", [float("nan"), float("inf"), -0.1, 1.1])
def test_a_score_that_is_none_is_refused(tmp_path, score):
    (tmp_path / "a.txt").write_text("“We had to go,” Ada Brun said.")
    with pytest.raises(OnrecordError, match=f"{score!r} is no score"):
        onrecord.build(tmp_path / "a.txt", least_score=score)


def test_a_record_is_one_line_to_whatever_ends_a_line_and_comes_back_the_same(samples):
    ends = "a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i\r\nj\xa8k\xa9l"
    assert len(ends.splitlines()) == 10
    record = msgspec.structs.replace(samples, title=ends)
    assert len(codec.encode(record).decode().splitlines()) == 1
    assert len(codec.pretty(record).decode().splitlines()) == codec.pretty(record).count(b"\n")
    assert codec.decode(codec.encode(record)) == codec.decode(codec.pretty(record)) == record


def test_a_huge_file_is_left_out(tmp_path):
    file = tmp_path / "huge.txt"
    with file.open("wb") as stream:
        stream.truncate(2_000_000_000)
    (item,) = onrecord.build([file]).left_out
    assert "2,000,000,000" in item.reason or "2.0 GB" in item.reason or "bytes" in item.reason


def test_a_source_that_does_not_exist_is_an_error_that_quotes_it():
    with pytest.raises(SourceError, match="no-such-file"):
        onrecord.build(["no-such-file.html"])


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=300), st.sampled_from(["utf-8", "utf-16", "utf-16-le"]))
def test_any_text_in_a_page_leaves_every_span_in_place(text, encoding):
    reading = reading_of(PLAIN.format(text).encode(encoding, "surrogatepass"))
    assert isinstance(reading, Reading)
    check_record(join([reading]))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="“”\"‘’' .,:—\r\n\x00\u200f\u05d0\U0001f600abcSaid", max_size=400))
def test_any_marks_and_line_ends_leave_every_span_in_place(text):
    result = reading_of(text.encode("utf-8"))
    if isinstance(result, Reading):
        assert result.account.text == text
        check_record(join([result]))


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="<>/p=\"'&#x;divarticleh1 blockquote“”Said.\n\x00é", max_size=400))
def test_any_markup_leaves_every_span_in_place(text):
    result = reading_of(f"<!doctype html><p>“We go {text}”, he said.</p>".encode(), "text/html")
    if isinstance(result, Reading):
        check_record(join([result]))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_left_out(tmp_path_factory, body):
    file = tmp_path_factory.mktemp("any") / "page"
    file.write_bytes(body)
    record = onrecord.build([file])
    whole = [reading for reading in record.readings if reading.account.complete]
    assert len(whole) + len(record.left_out) == 1  # one that was read in part is told among those left out
    check_record(record)


def test_json_comes_back_the_same_and_fits_its_schema(samples):
    data = codec.pretty(samples)
    assert codec.decode(data) == samples
    assert data.startswith(b'{\n  "schema": "onrecord/1",')
    jsonschema.Draft202012Validator(codec.schema()).validate(json.loads(data))


def test_the_schema_refuses_what_is_no_record(samples):
    broken = json.loads(codec.encode(samples))
    broken["readings"][0]["statements"][0]["form"] = "shouted"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(codec.schema()).validate(broken)
    with pytest.raises(RecordError, match="onrecord/1"):
        codec.decode(json.dumps(broken))


def test_every_field_of_the_schema_is_described():
    def fields(node):
        if isinstance(node, dict):
            yield from ((name, part) for name, part in node.get("properties", {}).items())
            for part in node.values():
                yield from fields(part)

    schema = codec.schema()
    assert all("description" in part for part in schema["$defs"].values() if part.get("type") == "object")
    assert len(dict(fields(schema))) > 40


def test_comments_and_chrome_never_feed_who_said_what(samples):
    for reading in samples.readings:
        body = [block.span for block in reading.account.blocks if block.kind == "body"]
        for statement in reading.statements:
            for span in statement.content:
                assert any(b.start <= span.start and span.end <= b.end for b in body)


PARAGRAPH = """The mayor of Port Serin said on Tuesday that the ferry would not sail. “We asked for two boats,” she said, “and they
gave us none.” Radim Solcek told reporters in May that he would go. The minister said no. It was the {}th time.
"""


def article(count: int) -> bytes:
    return "\n".join(["The Ferry Talks End", "", *(PARAGRAPH.format(number) for number in range(count))]).encode()


def thread(count: int) -> bytes:
    posts = (
        f"reader{n}\nMarch 3, 2021 at 7:{n % 60:02} am\n\nTwo boats or {n} boats, nobody counts.\n"
        for n in range(count)
    )
    return b"\n".join([article(8), f"{count} Comments\n".encode(), "\n".join(posts).encode()])


@pytest.mark.parametrize("make", [article, thread])
def test_the_cost_of_reading_is_linear_in_the_length(make):
    def seconds(count):
        body = make(count)
        begun = time.process_time()
        assert isinstance(reading_of(body), Reading)
        return time.process_time() - begun

    seconds(5)
    short, long = (min(seconds(count) for _ in range(2)) for count in (150, 300))
    assert long < 2.8 * max(short, 0.05)
