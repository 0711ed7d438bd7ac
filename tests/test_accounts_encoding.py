"""Texts in encodings that nothing declares, or that are declared wrongly, are read right or told to be in doubt."""

import subprocess
import sys

import pytest

from languages import TEXTS, WESTERN, WRITTEN
from onrecord.accounts import segment
from onrecord.accounts.encoding import Decoded, decode
from onrecord.accounts.undeclared import SAMPLE
from onrecord.pipeline import build
from onrecord.sources import load
from onrecord.types import Account, Page

LENGTHS = (40, 100, 300, 1000, 5000)


def pieces(language: str, codec: str, length: int) -> list[str]:
    """Texts of that many characters, each from another place of the language's text on, as far as the encoding has
    them."""
    whole = TEXTS[language]
    beginnings = range(0, len(whole), len(whole) // (9 if length <= 300 else 2))
    texts = [(whole[at:] + "\n" + (whole + "\n") * (length // len(whole) + 1))[:length] for at in beginnings]
    return [text.encode(codec, "ignore").decode(codec) for text in texts]


def page_around(text: str, charset: str = "") -> str:
    """A page with much markup before its words."""
    head = f"<!doctype html><html><head>{charset}<title>News</title>{'<link rel=a href=b>' * 400}</head><body>"
    return (
        f"{head}<h1>Talks</h1><article>{''.join(f'<p>{line}</p>' for line in text.split('. '))}</article></body></html>"
    )


def silently_wrong(found: Decoded, text: str) -> bool:
    return found.text != text and found.doubt is None


@pytest.mark.parametrize(("language", "codec"), WRITTEN)
def test_a_text_in_an_encoding_that_nothing_declares_is_read_right_or_told_unsure(language, codec):
    for length in LENGTHS:
        for text in pieces(language, codec, length):
            found = decode(text.encode(codec), html=False)
            assert not silently_wrong(found, text), (found, text)
            if length >= 300:
                assert found.text == text or (length == 300 and codec in ("cp1250", "iso8859-2", "cp1254", "koi8-u"))


@pytest.mark.parametrize(("language", "codec"), [pair for pair in WRITTEN if not pair[1].startswith("utf-16")])
def test_a_page_in_an_encoding_that_nothing_declares_is_read_right(language, codec):
    page = page_around(pieces(language, codec, 1000)[0])
    found = decode(page.encode(codec), html=True)
    assert (found.text, found.doubt) == (page, None)


@pytest.mark.parametrize(
    ("language", "codec"), [pair for pair in WRITTEN if not pair[1].startswith(("utf-16", "iso2022"))]
)
@pytest.mark.parametrize(
    "declared", ["<meta charset=utf-8>", '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">']
)
def test_a_page_that_declares_utf8_and_plainly_is_not_is_read_right(language, codec, declared):
    page = page_around(pieces(language, codec, 1000)[0], declared)
    found = decode(page.encode(codec), html=True)
    assert (found.text, found.doubt) == (page, None)
    assert found.encoding.endswith("(guessed by chardet: not utf-8, though declared)")


NOT_LATIN = ("Chinese, simplified", "Russian", "Greek", "Hebrew", "Arabic", "Thai", "Korean")
EAST_ASIAN = [pair for pair in WRITTEN if pair[1] in ("gb18030", "big5", "euc_jp", "cp932", "cp949")]


@pytest.mark.parametrize(
    ("language", "codec"), [pair for pair in WRITTEN if pair[0] in NOT_LATIN and not pair[1].startswith("utf-16")]
)
def test_a_page_that_declares_latin_1_and_plainly_is_of_another_script_is_read_right(language, codec):
    page = page_around(pieces(language, codec, 1000)[0], "<meta charset=iso-8859-1>")
    found = decode(page.encode(codec), html=True)
    assert found.text == page
    assert found.encoding.endswith("(guessed by chardet, though iso-8859-1 is declared)")


@pytest.mark.parametrize(
    ("language", "codec", "declared"),
    [
        ("Japanese", "cp932", "euc-jp"),
        ("Japanese", "euc_jp", "euc-kr"),
        ("Chinese, traditional", "big5", "euc-jp"),
        ("Chinese, simplified", "gb18030", "big5"),
        ("Korean", "cp949", "shift_jis"),
    ],
)
def test_a_page_that_cannot_be_read_as_it_declares_is_read_right(language, codec, declared):
    page = page_around(pieces(language, codec, 1000)[0], f"<meta charset={declared}>")
    found = decode(page.encode(codec), html=True)
    assert (found.text, found.encoding) == (
        page,
        f"{'big5hkscs' if codec == 'big5' else codec} (guessed by chardet, though {declared} is declared)",
    )


@pytest.mark.parametrize("language", WESTERN)
def test_western_text_is_read_as_ever(language):
    for length in LENGTHS:
        for text in pieces(language, "cp1252", length):
            for body, html in (
                (text, False),
                (page_around(text), True),
                (page_around(text, "<meta charset=utf-8>"), True),
            ):
                if body.isascii():
                    continue
                found = decode(body.encode("cp1252"), html=html)
                assert found.text == body
                assert found.encoding.startswith("windows-1252 (not utf-8")
                assert found.doubt is None or length == 40


@pytest.mark.parametrize(
    "text",
    ["“So it is,” she said – or did not.", "It costs £2 or €3…", "© 2031 The Echo. All rights reserved.", (
        "12\u00a0pm\u00a0\u00a0 – Room\u00a04"
    ), "a café"],
)  # fmt: skip
def test_few_marks_in_english_text_leave_no_doubt(text):
    found = decode(text.encode("cp1252"), html=False)
    assert (found.text, found.encoding, found.doubt) == (text, "windows-1252 (not utf-8)", None)


def test_what_could_not_be_told_is_incomplete_and_says_why():
    body = "Spotkał się z nią".encode("cp1250")
    account = segment(Page(url="x", retrieved=None, media_type="text/plain", body=body))
    assert isinstance(account, Account)
    assert account.text == body.decode("cp1252")
    assert (account.complete, account.encoding) == (False, "windows-1252 (not utf-8; not sure)")
    assert account.incomplete_because == (
        "the encoding is not declared and could not be told: 3 bytes are not ASCII, and they were read as windows-1252"
    )


@pytest.mark.parametrize(
    "text", ["Heyetlerin ne zaman ve nerede yeniden buluşacak", "Köylüler için daha önemli olduğu"]
)
def test_two_encodings_that_are_as_likely_are_told_apart_by_nobody(text):
    assert decode(text.encode("cp1254"), html=False).doubt


@pytest.mark.parametrize("text", ["Les deux pays à Hanoï se sont vus", "“café”", "Elle était là, dit-il"])
def test_an_encoding_that_mixes_scripts_in_a_word_is_no_rival(text):
    found = decode(text.encode("cp1252"), html=False)
    assert (found.text, found.doubt) == (text, None)


def test_ascii_text_with_a_control_character_is_no_utf16():
    body = b"abc " * 600 + b"\x01bc said so. "
    assert decode(body, html=False).text == body.decode()


@pytest.mark.parametrize("declared", ["gb2312", "big5", "euc-kr", "euc-jp", "shift_jis"])
@pytest.mark.parametrize(("language", "codec"), EAST_ASIAN)
def test_a_page_that_declares_another_encoding_of_east_asia_is_read_in_its_own(language, codec, declared):
    for text in pieces(language, codec, 300):
        page = page_around(text, f"<meta charset={declared}>")
        assert decode(page.encode(codec), html=True).text == page


def test_few_letters_of_east_asia_are_read_as_declared():
    page = page_around(TEXTS["Korean"][:20], "<meta charset=gb2312>")
    assert decode(page.encode("cp949"), html=True).encoding == "gb18030 (declared by meta as gb2312)"


def test_a_doubt_about_the_encoding_stands_beside_another_reason():
    body = b"<html><body><article><p>" + "Spotkał się z nią".encode("cp1250")
    account = segment(Page(url="x", retrieved=None, media_type="text/html", body=body))
    assert isinstance(account, Account)
    assert "; the encoding is not declared" in (account.incomplete_because or "")


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r", "utf-16-le", "utf-16-be"])
def test_who_speaks_is_found_in_the_words_that_were_written(tmp_path, codec):
    text = TEXTS["Russian"].encode(codec, "ignore").decode(codec)
    (tmp_path / "page.txt").write_bytes(text.encode(codec))
    record = build([tmp_path / "page.txt"])
    assert record.readings[0].account.text == text
    assert record.readings[0].account.complete


@pytest.mark.parametrize(("language", "codec"), [pair for pair in WRITTEN if pair[1].startswith("utf-16")])
def test_utf16_without_a_mark_is_text(tmp_path, language, codec):
    (tmp_path / "x").write_bytes(TEXTS[language].encode(codec))
    (page,) = load(tmp_path / "x")
    assert isinstance(page, Page)
    assert page.media_type == "text/plain"
    (tmp_path / "x").write_bytes(page_around(TEXTS[language]).encode(codec))
    (page,) = load(tmp_path / "x")
    assert isinstance(page, Page)
    assert page.media_type == "text/html"


def test_no_more_than_a_sample_is_weighed(monkeypatch):
    import chardet

    asked = []
    weighed = chardet.detect_all
    monkeypatch.setattr(chardet, "detect_all", lambda data, **rest: asked.append(len(data)) or weighed(data, **rest))
    body = ("x" * 1_000_000 + "\n" + TEXTS["Russian"] * 200).encode("cp1251")
    assert decode(body, html=False).text == body.decode("cp1251")
    assert asked == [SAMPLE + 1] or SAMPLE < asked[0] <= SAMPLE + 300


@pytest.mark.parametrize("body", [b"\xff" * 400_000, b"a\xff" * 200_000, b"\xff\n" * 200_000, b"<\xe9" * 200_000])
def test_bytes_that_are_nothing_are_decoded_in_bounded_time(body):
    assert len(decode(body, html=False).text) > 0


def test_the_detector_is_not_loaded_for_pages_that_tell_their_encoding():
    script = (
        "import sys; from onrecord.accounts.encoding import decode;"
        "decode('Grüße'.encode(), html=False); decode('“So.”'.encode('cp1252'), html=False);"
        "decode(b'<meta charset=koi8-r><p>\\xc4\\xc1', html=True); sys.exit('chardet' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize("begins", ["BMW é", "GIF89a é", "RIFF é", "MZ é", "ID3 é"])
def test_a_text_that_begins_as_an_image_does_is_weighed_as_text(begins):
    text = f"{begins} la “strada” più corta, disse Niccolò, e città dopo città"
    found = decode(text.encode("cp1252"), html=False)
    assert (found.text, found.doubt) == (text, None)
