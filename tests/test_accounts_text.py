"""The one text of an account: decoding, offsets, and that blocks leave nothing out."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.accounts import segment
from onrecord.text.letters import IGNORABLE
from onrecord.types import Account, LeftOut, Page

ANY_TEXT = st.text(
    st.characters(codec="utf-8") | st.sampled_from("\r\n\t \x00\u00a0\u2028<>&\u202e\xad\u200b\u200d\u0301é😀א"),
    max_size=200,
)
MARKUP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<br>", "<div class=comment>", "</div>", "<li>", "<ul>", "</ul>", "<table><tr><td>", "</table>"]
    )
    | st.sampled_from(
        ["<b>", "</b>", "<pre>", "</pre>", "&nbsp;", "&amp;", "&#x1F600;", "<!-- c -->", "<h1>", "</h1>", "\r\n", " "]
    )
    | st.sampled_from(["<span hidden>", "</span>", "<script>x</script>", "<svg><path/></svg>", "1 Comment", "Bo says:"])
    | ANY_TEXT.map(lambda text: text.replace("<", "")),
    max_size=30,
).map("".join)


def page(body: bytes, kind: str = "text/plain") -> Page:
    return Page(url="x", retrieved=None, media_type=kind, body=body)


def account(body: bytes | str, kind: str = "text/plain") -> Account:
    found = segment(page(body.encode() if isinstance(body, str) else body, kind))
    assert isinstance(found, Account)
    return found


SHOWN = re.compile(rf"[^\s{IGNORABLE}]")


def uncovered(found: Account) -> str:
    """The characters between the blocks."""
    ends = [0, *(block.span.end for block in found.blocks)]
    starts = [*(block.span.start for block in found.blocks), len(found.text)]
    assert all(end <= start for end, start in zip(ends, starts, strict=True)), "blocks overlap or are out of order"
    return "".join(found.text[end:start] for end, start in zip(ends, starts, strict=True))


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_plain_text_is_kept_as_it_is_and_covered(text):
    found = segment(page(text.encode("utf-8")))
    if isinstance(found, LeftOut):
        return
    assert found.encoding.startswith("utf-8")
    assert found.text == text.removeprefix("\ufeff")
    assert not SHOWN.search(uncovered(found))
    for block in found.blocks:
        assert (block.origin.start, block.origin.end) == (block.span.start, block.span.end)


@settings(max_examples=300, deadline=None)
@given(MARKUP)
def test_html_is_covered_and_every_origin_is_in_order(markup):
    found = segment(page(markup.encode("utf-8"), "text/html"))
    if isinstance(found, LeftOut):
        return
    assert not SHOWN.search(uncovered(found))
    places = [(block.origin.start, block.origin.end) for block in found.blocks]
    assert places == sorted(places)
    assert all(start < end <= len(markup) for start, end in places)
    for post in found.thread:
        assert all(found.cut(span).strip() for span in post.words)
        assert post.author is None or found.cut(post.author).strip()


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["text/html", "text/plain"]))
def test_any_bytes_are_read_or_left_out(body, kind):
    found = segment(page(body, kind))
    assert isinstance(found, LeftOut) or not SHOWN.search(uncovered(found))


def test_lone_surrogates_in_the_bytes_are_shown_as_replaced():
    found = account("It was said \ud800 here in many words of good text.".encode("utf-8", "surrogatepass"))
    assert "\ufffd" in found.text
    assert "could not be read" in found.encoding


@pytest.mark.parametrize(
    ("body", "text", "encoding"),
    [
        ("Grüße".encode(), "Grüße", "utf-8 (valid)"),
        (b"\xef\xbb\xbfWord", "Word", "utf-8 (byte-order mark)"),
        ("Grüße".encode("utf-16"), "Grüße", "utf-16-le (byte-order mark)"),
        (b"\xfe\xff" + "Grüße".encode("utf-16-be"), "Grüße", "utf-16-be (byte-order mark)"),
        ("Grüße".encode("utf-32"), "Grüße", "utf-32-le (byte-order mark)"),
        ("Some Latin words".encode("utf-16-le"), "Some Latin words", "utf-16-le (by its bytes)"),
        ("Some Latin words".encode("utf-16-be"), "Some Latin words", "utf-16-be (by its bytes)"),
        ("“caf\xe9”".encode("cp1252"), "“café”", "windows-1252 (not utf-8)"),
        (b"a\x81b\x93", "a\x81b“", "windows-1252 (not utf-8)"),
        (b"+ADw-b+AD4- words", "+ADw-b+AD4- words", "utf-8 (valid)"),
    ],
)
def test_plain_text_is_decoded_by_mark_then_utf8_then_windows(body, text, encoding):
    found = account(body)
    assert (found.text, found.encoding) == (text, encoding)


@pytest.mark.parametrize(
    ("label", "codec", "shown"),
    [
        ("utf-8", "utf-8", "utf-8 (declared by meta)"),
        ("UTF-8", "utf-8", "utf-8 (declared by meta)"),
        ("iso-8859-1", "cp1252", "windows-1252 (declared by meta as iso-8859-1)"),
        ("windows-1251", "cp1251", "cp1251 (declared by meta as windows-1251)"),
        ("koi8-r", "koi8-r", "koi8-r (declared by meta as koi8-r)"),
        ("shift_jis", "cp932", "cp932 (declared by meta as shift_jis)"),
        ("gb2312", "gb18030", "gb18030 (declared by meta as gb2312)"),
        ("euc-kr", "cp949", "cp949 (declared by meta as euc-kr)"),
        ("big5", "big5", "big5hkscs (declared by meta as big5)"),
        ("utf-16", "utf-8", "utf-8 (declared by meta)"),
        ("utf-7", "ascii", "utf-8 (valid)"),
    ],
)
def test_html_is_decoded_as_it_declares(label, codec, shown):
    words = {
        "cp1251": "Слова о мире",
        "koi8-r": "Слова о мире",
        "cp932": "会談は終わった",
        "gb18030": "会谈结束",
        "cp949": "회담",
        "big5": "會談",
    }
    said = words.get(codec, "words" if codec == "ascii" else "Grüße “so”")
    for meta in (f"<meta charset={label}>", f'<meta http-equiv="Content-Type" content="text/html; charset={label}">'):
        found = account(f"{meta}<p>{said}</p>".encode(codec), "text/html")
        assert (found.text, found.encoding) == (said, shown)


def test_a_declaration_in_a_comment_or_a_script_is_none():
    found = account(
        b"<!-- <meta charset=koi8-r> --><script>'<meta charset=koi8-r>'</script><p>Gr\xc3\xbc\xc3\x9fe</p>", "text/html"
    )
    assert (found.text, found.encoding) == ("Grüße", "utf-8 (valid)")


@pytest.mark.parametrize("before", ["", "<meta name=x content=charset=none>", "<script charset=koi8-r>1</script>" * 99])
def test_the_first_declaration_that_is_one_holds(before):
    found = account(
        (before + "<META CharSet=Windows-1251><meta charset=koi8-r><p>Да</p>").encode("cp1251"), "text/html"
    )
    assert (found.text, found.encoding) == ("Да", "cp1251 (declared by meta as windows-1251)")


def test_html_text_is_laid_out_as_a_browser_does():
    source = "<p>One\r\n  <b>two</b>&nbsp; three &amp; four</p>\r\n<p>Five<br>six</p><ul><li>a<li>b</ul>tail"
    found = account(source, "text/html")
    assert found.text == "One two\u00a0 three & four\nFive\nsix\na\nb\ntail"
    first = found.blocks[0].origin
    assert source[first.start : first.end] == "One\r\n  <b>two</b>&nbsp; three &amp; four"


@pytest.mark.parametrize(
    "hidden",
    [
        "<div style='display: none'>{}</div>",
        "<div hidden>{}</div>",
        "<template>{}</template>",
        "<script>{}</script>",
        "<style>{}</style>",
        "<noscript>{}</noscript>",
        "<div hidden><div><p>{}</p></div>{}</div>",
        "<dialog>{}</dialog>",
    ],
)
def test_hidden_text_is_not_read(hidden):
    found = account(
        "<p>Shown words.</p>" + hidden.replace("{}", "Ann Lee said no.") + "<p>More words.</p>", "text/html"
    )
    assert found.text == "Shown words.\nMore words."


def test_text_that_only_screen_readers_lack_is_read():
    assert account("<p aria-hidden=true>Seen by all eyes.</p>", "text/html").text == "Seen by all eyes."


@pytest.mark.parametrize("body", [b"<p>&nbsp;</p><script>var a = 'words'</script>", b"<p>.</p>", b"<html>"])
def test_a_page_without_words_is_left_out(body):
    left = segment(page(body, "text/html"))
    assert isinstance(left, LeftOut)
    assert left.reason.startswith("no text")


def test_a_page_that_a_script_would_fill_is_incomplete():
    found = account(
        "<title>News</title><div id=root></div><p>Please enable JavaScript.</p><script src=a.js></script>", "text/html"
    )
    assert not found.complete
    assert "script" in (found.incomplete_because or "")


HOSTILE = {
    "divs": "<div>x",
    "bold": "<b>x</i>",
    "tables": "<table><tr><td>",
    "lists": "<li>a<ul>",
    "paragraphs": "<p>Some words were said.",
    "breaks": "<br>x",
    "entities": "&amp;&nbsp;x ",
    "comments": "<!--",
    "quotes": "“",
    "posts": "<li class=comment id=comment-1>x",
    "unclosed tags": "<a href='x",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_size_in_html(name):
    _grows_evenly(lambda n: (HOSTILE[name] * n).encode() + b"<p>words", "text/html", 4000)


LINES = {
    "names": "Bo\nA word.\n",
    "bullets": "- " * 10 + "x\n",
    "spaces": " " * 20 + "\n",
    "dates": "January 1, 2019 ",
    "indents": "  Bo\n    a\n",
    "capitals": "AB CD, ",
    "digits": "1234 ",
    "by": "by a, ",
    "one line": "word ",
    "headings": "1 Comment\n",
}


@pytest.mark.parametrize("name", LINES)
def test_time_grows_with_size_in_plain_text(name):
    _grows_evenly(lambda n: (LINES[name] * n).encode(), "text/plain", 4000)


def _grows_evenly(make, kind, size):
    def taken(n):
        body = make(n)
        start = time.process_time()
        segment(page(body, kind))
        return time.process_time() - start

    taken(size // 4)
    small, large = min(taken(size) for _ in range(2)), min(taken(4 * size) for _ in range(2))
    assert large < 0.05 or large / small < 8, f"{small:.3f} s, then {large:.3f} s for four times as much"


def test_a_megabyte_of_plain_text_is_read_in_time():
    body = (
        "It was said that the talks would go on for as long as they must, officials told reporters.\n" * 11000
    ).encode()
    start = time.process_time()
    assert isinstance(segment(page(body)), Account)
    assert time.process_time() - start < 4
