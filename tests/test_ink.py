"""Every character that shows nothing is shown, on the page and in the terminal; what joiners make whole keeps its
look."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from onrecord.exports.ink import MARKS_SHOWN, ink, plain
from onrecord.text.letters import IGNORABLE

WHITE = {"\t", "\n"}
INKED = frozenset("\u06dd\u070f\u08e2") | {chr(c) for c in (*range(0x600, 0x606), 0x890, 0x891, 0x110BD, 0x110CD)}
"""Format characters that are drawn: signs over and under numbers."""
HIEROGLYPHS = frozenset(map(chr, range(0x13430, 0x13440)))
"""Format characters that set hieroglyphs side by side; fonts without them draw a box."""

WITHOUT_INK = """(codes) => {
    const context = new OffscreenCanvas(60, 40).getContext("2d", { willReadFrequently: true });
    context.font = "20px sans-serif";
    return codes.filter((code) => {
        context.clearRect(0, 0, 60, 40);
        context.fillText(String.fromCodePoint(code), 20, 28);
        return !context.getImageData(0, 0, 60, 40).data.some((value) => value);
    });
}"""
IGNORED = """() => Array.from({ length: 0x110000 }, (_, code) => code).filter(
    (code) => (code < 0xd800 || code > 0xdfff) && /\\p{Default_Ignorable_Code_Point}/u.test(String.fromCodePoint(code)))"""


def is_marked(char: str) -> bool:
    return '<bdi class="ctl" data-label=' in ink(char) and (char.isspace() or plain(char).startswith("\u27e8"))


def test_what_unicode_calls_a_control_or_a_format_is_marked():
    for char in map(chr, range(0x110000)):
        if unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp"):
            assert is_marked(char) != (char in WHITE | INKED | HIEROGLYPHS), hex(ord(char))


def test_what_unicode_lets_be_ignored_is_what_the_browser_ignores_and_is_marked(chromium: Browser):
    tab = chromium.new_page()
    ignored = set(map(chr, tab.evaluate(IGNORED)))
    tab.close()
    assert len(ignored) > 4000
    assert all(map(is_marked, ignored))
    fillers = set("\u115f\u1160\u3164\uffa0")
    assert {char for char in map(chr, range(0x110000)) if re.match(f"[{IGNORABLE}]", char)} == ignored - fillers


def test_what_a_browser_draws_nothing_for_is_marked(chromium: Browser):
    """But for ideographs and syllables, of which fonts draw each, and unknown code points, for which they draw a
    box."""
    codes = [
        code
        for code in range(0x20000)
        if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs")
        and not re.match("[\u3400-\u9fff\uac00-\ud7a3\U00012000-\U0001467f\U00016800-\U00018d08]", chr(code))
    ]
    tab = chromium.new_page()
    blank = [
        chr(code) for at in range(0, len(codes), 4000) for code in tab.evaluate(WITHOUT_INK, codes[at : at + 4000])
    ]
    tab.close()
    assert len(blank) > 80
    unmarked = {char for char in blank if not is_marked(char) and unicodedata.category(char) != "Zs"}
    assert unmarked <= WHITE, sorted(map(ascii, unmarked))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("\U0001f469\u200d\U0001f467", "ZWJ"),
        ("\U0001f468\U0001f3fd\u200d\u2764\ufe0f\u200d\U0001f468", "ZWJ VS16"),
        ("\u2764\ufe0f", "VS16"),
        ("1\ufe0f\u20e3", "VS16"),
        ("می\u200cخواهم", "ZWNJ"),
        ("क्\u200dष", "ZWJ"),
        ("\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "TAG g TAG b TAG e TAG n TAG END"),
    ],
    ids=ascii,
)
def test_what_joiners_make_whole_is_underlined_and_stays_whole(text, label):
    assert ink(f"a {text} b") == f'a <span class="joined" title="{label}">{text}</span> b'
    assert plain(text) == text


@pytest.mark.parametrize(
    "text",
    ["Leo\u200dnor", "a\ufe0fb", "x\U000e0069\U000e0067", "\U0001f469\ufe0f\ufe0f", "\u200d\U0001f467", "زر\u200c"],
)
def test_where_they_join_nothing_each_is_marked(text):
    hidden = len(re.findall(f"[{IGNORABLE}]", text))
    joined = len(re.findall(f"[{IGNORABLE}]", "".join(re.findall(r'class="joined" title="[^"]*">([^<]*)', ink(text)))))
    assert ink(text).count('class="ctl"') == hidden - joined
    assert hidden > joined
    assert "\u27e8" in plain(text)


@pytest.mark.parametrize("mark", ["\u0301", "\u0e49", "\u0651", "\u05b0", "\u20dd", "\U0001d167"], ids=ascii)
def test_marks_piled_on_a_letter_are_capped_and_counted(mark):
    pile = "e" + mark * (MARKS_SHOWN + 5)
    assert 'data-label="+5 marks"' in ink(pile)
    assert plain(pile) == "e" + mark * MARKS_SHOWN + "\u27e8+5 marks\u27e9"
    assert ink("e" + mark * MARKS_SHOWN) == "e" + mark * MARKS_SHOWN


@settings(deadline=None)
@given(
    st.text(
        st.characters(exclude_characters="\0\r") | st.sampled_from("\u200d\u200c\ufe0f\u0301\u2764\U0001f469\u0645<&")
    )
)
def test_no_character_is_lost(text):
    html = re.sub("<[^>]*>", "", ink(text))
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&#34;", '"'), ("&#39;", "'"), ("&amp;", "&")):
        html = html.replace(entity, char)
    assert html == re.sub("[\ud800-\udfff]", "\ufffd", text)
