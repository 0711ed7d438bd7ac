"""Files that hold several accounts: every part is read, every character leads back to its bytes, and what is damaged costs
itself alone."""

import gzip
import json
import os
import random
import re
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from exports import (
    ARTICLES,
    RTF_HEAD,
    SAMPLES,
    answer,
    apa_rtf,
    csv_table,
    factiva_text,
    factiva_xml,
    mail,
    mhtml,
    newsml_g2,
    nexis_docx,
    nexis_html,
    nexis_text,
    pdf,
    plain_docx,
    record,
    rss,
    rtf,
    safari,
    warc,
    wayback,
    wordpress,
    xlsx,
    zipped,
)
from exports import page as html_page
from onrecord.accounts import segment
from onrecord.cli import main
from onrecord.codec import encode
from onrecord.errors import SourceError
from onrecord.locate import locate
from onrecord.pipeline import build, join, pages, read_page
from onrecord.sources import choice, columns, load, reread, source_of
from onrecord.sources.containers.forms import unfold
from onrecord.types import Account, LeftOut, Page

REAL = Path(os.environ.get("ONRECORD_DATA", Path(__file__).parents[2] / "shared" / "data")) / "sources"
PRIVATE = ("Rosa Quill", "secret", "79564000", "SANDVALL", "accountid", "reader@")


def saved(folder: Path, body: bytes, name: str = "export.bin") -> Path:
    file = folder / name
    file.write_bytes(body)
    return file


def accounts(source) -> list[Account]:
    return [
        account for page in load(source) if isinstance(page, Page) and isinstance(account := segment(page), Account)
    ]


def given(page: Page | Account) -> dict[str, str]:
    return {item.field: item.value for item in page.given}


def returns(body: bytes, number: int) -> None:
    """Every character of a part leads to bytes that stand for it, and what was put in between are ends of lines."""
    part = reread(body, "export.bin", number)
    assert part is not None
    at = 0
    for piece in part.pieces:
        between = part.body[at : piece.start]
        assert not between.strip(b"\n\xef\xbb\xbf"), between
        raw = part.layer[piece.source : piece.source_end]
        assert (unfold(raw, piece.form).text.encode() if piece.form else raw) == part.body[piece.start : piece.end]
        at = piece.end
    assert not part.body[at:].strip(b"\n")
    text = part.body.decode("utf-8", "replace")
    for index in random.Random(number).sample(range(len(text)), min(200, len(text))):
        start = len(text[:index].encode())
        runs = list(source_of(part, start, start + len(text[index].encode())))
        if part.body[start : start + 1] not in (b"\n", b"\xef"):
            again = "".join(unfold(part.layer[a:b], form or "utf-8").text for a, b, form in runs)
            # Three bytes lie in four signs of Base64; a dash of ANPA is one by the spaces around it.
            loose = again + "\u2013" if "anpa" in runs[0][2] else again if "base64" in runs[0][2] else ""
            same = text[index] in loose or again.strip() == text[index].strip()
            assert same, (index, again, text[index])


@pytest.mark.parametrize("kind", SAMPLES)
def test_each_account_of_a_file_is_read_and_leads_back_to_its_bytes(tmp_path, kind):
    body, count = SAMPLES[kind]
    found = load(saved(tmp_path, body))
    lines = [page.reason for page in found if isinstance(page, LeftOut)]
    assert lines == (["its part that is not for publication was not read"] if kind == "iptc 7901" else [])
    found = tuple(page for page in found if isinstance(page, Page))
    assert len(found) == count
    for number, page in enumerate(found, 1):
        assert isinstance(page, Page)
        assert page.url == (f"export.bin:{number}" if page.url != "export.bin" else "export.bin")
        assert page.place[0].how == "file"
        returns(body, number)


@pytest.mark.parametrize("kind", SAMPLES)
def test_nothing_of_who_exported_it_enters_an_account(tmp_path, kind):
    for page in load(saved(tmp_path, SAMPLES[kind][0])):
        text = page.body.decode() + str(page.given) + str(page.place) if isinstance(page, Page) else page.reason
        assert not [words for words in PRIVATE if words in text]


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_file_that_is_cut_off_or_damaged_ends_in_accounts_and_lines(tmp_path, kind):
    body, count = SAMPLES[kind]
    whole = {bytes(page.body) for page in load(saved(tmp_path, body)) if isinstance(page, Page)}
    chance = random.Random(4)
    lost = 0
    for tenth in range(1, 10):
        cut = body[: len(body) * tenth // 10]
        found = load(saved(tmp_path, cut))
        assert found
        assert len(found) <= count + 3
        lost += any(isinstance(page, LeftOut) or page.body not in whole for page in found)
    for _ in range(20):
        damaged = bytearray(body)
        for _ in range(20):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        for page in load(saved(tmp_path, bytes(damaged))):
            if isinstance(page, Page):
                segment(page)
    assert lost


@pytest.mark.parametrize("kind", ["nexis html", "factiva html", "europresse", "factiva text", "mail", "rss"])
@pytest.mark.parametrize(
    "endless", [b'<a b="' * 30_000, b"<" * 200_000, b"&#" * 100_000, b"May " * 50_000, b"<p>" * 50_000]
)
def test_a_file_made_to_take_long_is_read_soon(tmp_path, kind, endless):
    body = SAMPLES[kind][0]
    begun = time.process_time()
    assert load(saved(tmp_path, body[: len(body) // 2] + endless + body[len(body) // 2 :]))
    assert time.process_time() - begun < 20


@pytest.mark.parametrize("name", ["export.html", "export.pdf", "../export", "export.docx", "x:3"])
def test_the_name_of_a_file_says_nothing_of_its_kind(tmp_path, name):
    for body, count in SAMPLES.values():
        assert len([page for page in load(saved(tmp_path, body, Path(name).name)) if isinstance(page, Page)]) == count


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_an_export_in_another_encoding_of_unicode_is_read_alike(tmp_path, codec):
    body = nexis_text().decode("utf-8-sig").encode(codec)
    found = load(saved(tmp_path, body))
    assert [page.body for page in found if isinstance(page, Page)] == [
        page.body for page in load(saved(tmp_path, nexis_text()))
    ]
    returns(body, 2)


# Nexis


@pytest.mark.parametrize("export", [nexis_docx, nexis_text, nexis_html])
def test_what_nexis_states_is_taken_from_it(tmp_path, export):
    for account, (headline, outlet, date, byline, words) in zip(
        accounts(saved(tmp_path, export())), ARTICLES, strict=True
    ):
        assert (account.headline, account.publisher, account.byline) == (headline, outlet, byline)
        assert (account.published or "").startswith(f"2031-05-0{date[4]}")
        fields = given(account)
        assert (fields["loaded"], fields["page"], fields["section"]) == ("2031-06-01", "3A", "NEWS; Pg. 3A")
        assert account.modified is account.retrieved is None
        assert [account.cut(block.span) for block in account.blocks if block.kind == "body"] == words
        assert {item.rule for item in account.provenance} <= {f"nexis {item}" for item in fields}
    assert account.headline == "Ferry stays shut"


def test_a_headline_with_a_word_and_a_colon_is_no_field(tmp_path):
    assert accounts(saved(tmp_path, nexis_text()))[1].headline == "Letters: what happened at 9 May"


def test_a_time_of_day_stays_with_its_date(tmp_path):
    assert accounts(saved(tmp_path, nexis_docx()))[0].published == "2031-05-04T09:20Z"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (nexis_docx(count=9), "its cover says 9 documents, and 3 were read"),
        (nexis_text(total=80), "its search found 80 documents, and 3 of them are in this file"),
        (nexis_html(told=146), "it says that it holds 146 documents, and 3 were read"),
        (
            nexis_text().replace(b"2 of 3 DOC", b"X of 3 DOC"),
            "its documents are numbered 1 to 3, and 2 were read; numbers 2 are not there",
        ),
    ],
)
def test_what_an_export_says_that_it_holds_is_compared(tmp_path, body, told):
    found = load(saved(tmp_path, body))
    assert found[-1] == LeftOut("export.bin", told)


def test_an_article_without_text_is_a_line_and_the_others_are_read(tmp_path):
    body = nexis_html().decode().replace("The minister said: ", "We are sorry but there is an error in this document. ")
    found = load(saved(tmp_path, body.encode()))
    assert found[1] == LeftOut("export.bin:2", "the database put an error message in its place")
    assert [page.url for page in found if isinstance(page, Page)] == ["export.bin:1", "export.bin:3"]


def test_a_document_that_unpacks_without_end_is_left_out(tmp_path):
    head = '<w:document xmlns:w="w"><w:bookmarkStart w:name="Bookmark_1"/><w:bookmarkStart w:name="Body"/>'
    found = load(saved(tmp_path, zipped({"word/document.xml": head.encode() + bytes(300_000_000)})))
    assert [page.reason for page in found if isinstance(page, LeftOut)]
    assert "unpacks to more than" in found[0].reason


def test_a_document_type_with_entities_of_its_own_is_refused(tmp_path):
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="w"><w:bookmarkStart w:name="Bookmark_1"/><w:bookmarkStart w:name="Body"/><w:p><w:t>&b;</w:t></w:p></w:document>'
    found = load(saved(tmp_path, zipped({"word/document.xml": bomb})))
    assert all(isinstance(page, LeftOut) for page in found)
    assert "it declares entities of its own" in found[0].reason


# Factiva, Europresse, ProQuest


def whole_text(account: Account) -> list[str]:
    return [account.cut(block.span) for block in account.blocks if block.kind == "body"]


@pytest.mark.parametrize(
    "export",
    [
        "factiva html",
        "factiva html with indexing",
        "factiva text",
        "factiva xml",
        "europresse",
        "europresse, old form",
        "proquest html",
        "proquest text",
        "proquest mail",
    ],
)
def test_what_a_database_states_is_taken_from_it(tmp_path, export):
    found = accounts(saved(tmp_path, SAMPLES[export][0]))
    assert len(found) == 3
    for number, (account, (headline, outlet, _, byline, words)) in enumerate(zip(found, ARTICLES, strict=True)):
        assert (account.headline, account.publisher, account.byline) == (headline, outlet, byline)
        assert (account.published or "")[:10] == f"2031-05-0{4 + number}"
        fields = given(account)
        assert fields["section"] == "News"
        assert fields["page"] in ("A3", "A.3")
        assert fields.get("loaded") in (None, "2031-06-01")
        assert account.modified is account.retrieved is None
        assert whole_text(account) == words
        if export.startswith("factiva"):
            assert fields["identifier"] == f"KTRIB000{20310504 + number}e754000{number}"
            assert (account.published or "")[10:16] == "T09:20"


def test_an_article_of_factiva_that_lost_its_end_is_told(tmp_path):
    found = load(saved(tmp_path, factiva_text()[:-60]))
    assert found[-1] == LeftOut(
        "export.bin:3", "an article that is cut off: its last line, with its number, is not there"
    )
    assert load(saved(tmp_path, factiva_xml(count=9)))[-1].reason == "it says that it holds 9 articles, and 3 were read"


# Mails and saved pages


def test_a_mail_is_read_in_its_fuller_form_with_what_its_head_states(tmp_path):
    (account,) = accounts(saved(tmp_path, mail()))
    assert (account.headline, account.publisher, account.published) == (
        ARTICLES[0][0],
        ARTICLES[0][1],
        "2031-05-04T09:20:00+02:00",
    )
    assert "reader@b.example" not in account.text
    assert [text for text in ARTICLES[0][4] if text in account.text] == ARTICLES[0][4]
    assert account.encoding.startswith("utf-8 (byte-order mark")


def test_the_mails_of_a_mailbox_are_accounts_and_quoted_lines_are_unquoted(tmp_path):
    plain = b"From a@a.example Sun May  4 01:02:03 2031\nFrom: The Echo <a@a.example>\nDate: Sun, 4 May 2031 09:20:00 +0000\nMessage-ID: <1@a>\n\n>From the start it was clear.\n\n"
    found = accounts(saved(tmp_path, plain + plain))
    assert [account.text.strip() for account in found] == ["From the start it was clear."] * 2
    returns(plain + plain, 2)


def test_of_a_forwarded_mail_the_inner_head_counts_and_nobody_is_named(tmp_path):
    body = (
        "Message-ID: <1@a>\nFrom: Bo <bo@b.example>\nTo: Cy <cy@c.example>\nDate: Mon, 5 May 2031 10:00:00 +0000\nSubject: WG: look\n\nSee below, dear Cy.\n\n"
        "---------- Forwarded message ---------\nVon: Port Serin Gazette <news@g.example>\nDatum: Sun, 4 May 2031 07:00:00 +0000\nBetreff: Ferry stays shut\n"
        "An: <bo@b.example>\n\n\nThe ferry stays shut, Tom Rask said.\n"
    )
    (account,) = accounts(saved(tmp_path, body.encode()))
    assert (account.publisher, account.published, account.headline) == (
        "Port Serin Gazette",
        "2031-05-04T07:00:00Z",
        "Ferry stays shut",
    )
    assert account.text.strip() == "The ferry stays shut, Tom Rask said."


def test_attachments_are_told_and_mails_within_are_read(tmp_path):
    inner = mail(1).decode()
    body = f'Message-ID: <9@a>\nFrom: A <a@a.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="o"\n\n--o\nContent-Type: text/plain\n\nTwo files are here.\n--o\nContent-Type: message/rfc822\n\n{inner}\n--o\nContent-Type: application/pdf; name="a.pdf"\nContent-Disposition: attachment; filename="a.pdf"\n\nxx\n--o--\n'
    found = load(saved(tmp_path, body.encode()))
    assert [page.url for page in found if isinstance(page, Page)] == ["export.bin:1", "export.bin:2"]
    assert found[2] == LeftOut(
        "export.bin:1", "its attachment 'a.pdf' (application/pdf) was not read; save it as a file of its own"
    )


def test_the_page_of_an_mhtml_file_is_read_in_the_encoding_of_its_part(tmp_path):
    (account,) = accounts(saved(tmp_path, mhtml()))
    assert "Леонор Васкес" in account.text
    assert (account.canonical, account.retrieved) == ("https://tribune.example/talks", "2031-06-01T10:00:00")
    assert "body {}" not in account.text
    assert account.published is None


def test_the_page_of_safari_lies_in_the_file_as_it_is(tmp_path):
    body = safari()
    (account,) = accounts(saved(tmp_path, body))
    assert account.canonical == "https://tribune.example/talks"
    part = reread(body, "x", 1)
    assert part is not None
    assert body[part.pieces[0].source : part.pieces[0].source_end] == part.body == html_page().encode()


def test_a_page_of_the_wayback_machine_is_read_without_its_toolbar(tmp_path):
    (account,) = accounts(saved(tmp_path, wayback()))
    assert account.canonical == "https://tribune.example/talks"
    assert given(account)["archived_at"] == "https://web.archive.org/web/20310505101112/https://tribune.example/talks"
    assert account.retrieved == "2031-05-05T10:11:12"
    assert "Save Page Now" not in account.text
    assert account.published is None


# Web archives


@pytest.mark.parametrize("export", ["warc", "warc, gzip", "wacz"])
def test_the_pages_of_a_web_archive_are_read_and_nothing_else(tmp_path, export):
    found = load(saved(tmp_path, SAMPLES[export][0]))
    assert [bytes(page.body) for page in found if isinstance(page, Page)] == [
        html_page(number).encode() for number in range(3)
    ]
    for number, page in enumerate(found):
        assert page.retrieved == "2031-06-01T10:11:12Z"
        assert given(page)["canonical"] == f"https://tribune.example/{number}"


def test_a_body_that_is_not_packed_as_its_head_says_is_taken_as_it_lies(tmp_path):
    body = html_page().encode()
    lies = [
        answer(body, Transfer_Encoding="chunked"),
        answer(body, Content_Encoding="gzip"),
        answer(body, Content_Encoding="br, gzip"),
    ]
    file = saved(tmp_path, b"".join(record("response", f"https://t.example/{n}", each) for n, each in enumerate(lies)))
    assert [page.body for page in load(file)] == [body] * 3


def test_an_archive_with_a_wrong_length_loses_one_record(tmp_path):
    body = warc().replace(b"Content-Length: 11\r\n", b"Content-Length: 9\r\n", 1)
    wrong = body.replace(b"\r\n\r\nHTTP/1.1 200 OK", b"\r\nX: y\r\n\r\nHTTP/1.1 200 OK", 1)
    length = len(answer(html_page(0).encode()))
    found = load(
        saved(tmp_path, wrong.replace(b"Content-Length: %d\r\n" % length, b"Content-Length: %d\r\n" % (length - 40), 1))
    )
    assert any(isinstance(page, LeftOut) and "where one should begin" in page.reason for page in found)
    assert len([page for page in found if isinstance(page, Page)]) == 3


def test_what_a_web_archive_lacks_is_told(tmp_path):
    again = record("revisit", "https://t.example/7", answer(b""), WARC_Payload_Digest="sha1:Z")
    assert (
        load(saved(tmp_path, warc() + again))[-1].reason
        == "https://t.example/7 was captured again unchanged; its body is not in this file"
    )
    assert load(saved(tmp_path, warc(packed=True)[:-30]))[-1].reason.startswith(
        "the file is cut off in the record at byte"
    )
    pages = '{"url": "https://tribune.example/0", "title": "T"}\n{"url": "https://tribune.example/99"}'
    less = zipped({"datapackage.json": "{}", "archive/data.warc.gz": warc(packed=True), "pages/pages.jsonl": pages})
    assert [page.reason for page in load(saved(tmp_path, less)) if isinstance(page, LeftOut)] == [
        "its list names 2 pages, and 1 were read"
    ]


def test_a_record_that_unpacks_without_end_is_told(tmp_path):
    bomb = gzip.compress(record("response", "https://t.example/", answer(bytes(70_000_000))), 1)
    assert "unpacks to more than" in load(saved(tmp_path, bomb))[-1].reason
    packed = record(
        "response", "https://t.example/", answer(gzip.compress(b"<p>a" * 20_000_000, 1), Content_Encoding="gzip")
    )
    assert "unpacks to more than" in load(saved(tmp_path, packed))[-1].reason


def test_a_body_in_brotli_or_zstandard_is_read_with_the_extra_and_named_without(tmp_path, monkeypatch):
    body = html_page().encode()
    for module, coding in (("brotli", "br"), ("zstandard", "zstd")):
        packed = b"\x8b\x00\x80" + bytes(40)
        file = saved(tmp_path, record("response", "https://t.example/", answer(packed, Content_Encoding=coding)))
        with monkeypatch.context() as without:
            without.setitem(sys.modules, module, None)
            (page,) = load(file)
            assert "`pip install onrecord[archives]` reads it" in page.reason
        library = pytest.importorskip(module)
        packed = library.compress(body) if module == "brotli" else library.ZstdCompressor().compress(body)
        (page,) = load(
            saved(tmp_path, record("response", "https://t.example/", answer(packed, Content_Encoding=coding)))
        )
        assert page.body == body


# Feeds, read-later exports, wire


@pytest.mark.parametrize("export", ["rss", "atom", "json feed", "wordpress", "wallabag", "newsml-g2"])
def test_what_a_feed_or_agency_states_is_taken_from_it(tmp_path, export):
    found = accounts(saved(tmp_path, SAMPLES[export][0]))
    for number, (account, (headline, outlet, _, byline, words)) in enumerate(zip(found, ARTICLES, strict=True)):
        assert (account.headline, account.byline) == (headline, byline)
        assert account.published in (f"2031-05-0{4 + number}T09:20:00Z", f"2031-05-0{4 + number}T09:20:00+00:00")
        assert whole_text(account) == words
        assert account.publisher in ({"wallabag": None, "newsml-g2": outlet}.get(export, "The Kalmere Tribune"),)
        assert account.modified == {"atom": "2031-05-09T00:00:00Z", "newsml-g2": "2031-05-09T10:00:00Z"}.get(export)
        assert account.retrieved == ("2031-06-01T10:11:12+02:00" if export == "wallabag" else None)


@pytest.mark.parametrize("export", ["ninjs", "ninjs 1", "nitf", "newsml 1", "iptc 7901", "anpa"])
def test_what_a_wire_item_states_is_taken_from_it(tmp_path, export):
    (account,) = accounts(saved(tmp_path, SAMPLES[export][0]))
    assert account.headline == ARTICLES[0][0]
    assert (account.published or "")[:16] == "2031-05-04T09:20"
    assert account.byline == (None if export == "iptc 7901" else ARTICLES[0][3])
    words = [
        text.replace("\u201c", '"').replace("\u201d", '"') if export == "iptc 7901" else text for text in ARTICLES[0][4]
    ]
    assert whole_text(account) == [text.replace(" - ", " \u2013 ") if export == "anpa" else text for text in words]


def test_what_an_agency_says_of_an_item_is_shown_on_it(tmp_path):
    fields = given(accounts(saved(tmp_path, newsml_g2()))[0])
    assert (fields["status"], fields["note"], fields["version"], fields["identifier"]) == (
        "canceled",
        "Eds: Kill.",
        "2",
        "urn:x:0",
    )


def test_items_without_their_full_text_are_no_accounts(tmp_path):
    assert (
        load(saved(tmp_path, rss(teasers=2)))[-1].reason
        == "2 of its 5 items are teasers without their full text; save the pages that they link to"
    )
    body = wordpress().replace(b"<wp:status>publish", b"<wp:status>draft", 1)
    assert (
        load(saved(tmp_path, body))[-1].reason
        == "1 of its 3 items are drafts, pages or pictures, and no published posts"
    )
    nothing = json.dumps({"api_version": "1.1", "data": {"item": {"uri": "u", "headline": "Talks end"}}}).encode()
    assert "its text is in another file (NITF)" in load(saved(tmp_path, nothing))[0].reason


def test_a_feed_that_breaks_off_keeps_its_whole_items(tmp_path):
    found = load(saved(tmp_path, rss()[:-300]))
    assert [isinstance(page, Page) for page in found] == [True, True, False, False]
    assert found[2].reason.startswith("the file is damaged: no XML from byte")


# Tables


ASKED = "text=words,headline=title,publisher=outlet,published=day,byline=writer"


@pytest.mark.parametrize("body", [csv_table(";"), csv_table(","), csv_table("\t"), xlsx()])
def test_a_table_is_read_with_its_columns_and_refused_without(tmp_path, body):
    file = saved(tmp_path, body)
    found = [segment(page) for page in pages(str(file), columns=columns(ASKED))]
    assert len(found) == 3
    for account, (headline, outlet, date, byline, words) in zip(found, ARTICLES, strict=True):
        assert (account.headline, account.publisher, account.byline) == (headline, outlet, byline)
        assert account.published == f"2031-05-0{date[4]}"
        assert whole_text(account) == words
    (line,) = load(file)
    assert line.reason.startswith(
        "a table with the columns 'day', 'outlet', 'title', 'writer', 'words'; say what they hold: --columns text="
    )
    (line,) = pages(str(file), columns=columns("text=body"))
    assert "and none that is called 'body'" in line.reason


@pytest.mark.parametrize("body", [csv_table(), xlsx()])
def test_a_line_of_a_table_leads_to_its_cell(tmp_path, body):
    file = saved(tmp_path, body)
    built = join([read_page(page) for page in pages(str(file), columns=columns(ASKED))])
    (place,) = locate(built, "export.bin:2:0-7", [tmp_path])
    assert b"".join(run.data for run in place.runs) == b"Letters"


@pytest.mark.parametrize("wrong", ["body", "title=x", "words=body,text=x", "headline=title"])
def test_columns_that_say_nothing_are_refused(wrong):
    with pytest.raises(SourceError):
        columns(wrong)


# Documents


def test_an_export_of_factiva_in_rtf_is_read_as_its_text_is(tmp_path):
    for account, (headline, outlet, _, byline, words) in zip(accounts(saved(tmp_path, rtf())), ARTICLES, strict=True):
        assert (account.headline, account.publisher, account.byline) == (headline, outlet, byline)
        assert whole_text(account) == words


def test_raw_bytes_in_rtf_are_read_as_utf8_and_the_day_of_the_export_is_no_publication(tmp_path):
    for account, (headline, outlet, _, _, words) in zip(accounts(saved(tmp_path, apa_rtf())), ARTICLES, strict=True):
        assert (account.headline, account.publisher, account.published) == (headline, outlet, None)
        assert account.retrieved == "2031-06-01T10:11"
        assert whole_text(account) == words


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("caf\\'e9 \\u-10179?\\u-8704?.", "caf\u00e9 \U0001f600."),
        ("{\\f1 \\'cf\\'f0\\'e8} \\ldblquote so\\rdblquote\\~it\\-was", "\u041f\u0440\u0438 \u201cso\u201d\u00a0itwas"),
        ("\\uc2\\u8211 xyz{\\*\\secret no}{\\pict 0102}\\{a\\}", "\u2013yz{a}"),
        ("one\r\ntwo", "onetwo"),
        ("{\\v hidden}seen \\v not\\v0 read", "seen read"),
    ],
)
def test_the_escapes_of_rtf(tmp_path, written, text):
    written = written.replace(" xyz", "xxyz") if "uc2" in written else written
    (page,) = load(saved(tmp_path, (RTF_HEAD + written + "\\par}").encode()))
    assert page.body.decode().split() == text.split()


def test_a_word_document_is_read_without_what_is_deleted_or_commented(tmp_path):
    (page,) = load(saved(tmp_path, plain_docx()))
    headline, _, _, _, words = ARTICLES[0]
    assert page.body.decode().split("\n\n") == [headline, *words, "Once.", "A note at the foot."]
    assert given(page) == {"headline": headline}
    assert page.url == "export.bin"
    cut = RTF_HEAD + "The talks ended."
    assert (
        load(saved(tmp_path, cut.encode()))[-1].reason
        == "the file is damaged: the file is cut off: its groups are not closed"
    )


def test_a_pdf_without_its_extra_is_left_out_and_the_extra_named(tmp_path, monkeypatch):
    monkeypatch.setattr("onrecord.sources.containers.pdf.find_spec", lambda name: None)
    assert load(saved(tmp_path, pdf())) == (
        LeftOut("export.bin", "a PDF document: `pip install onrecord[pdf]` reads it; or save its text as a text file"),
    )


def test_the_paragraphs_of_a_pdf_are_read_without_running_heads(tmp_path):
    pytest.importorskip("pypdfium2")
    (page,) = load(saved(tmp_path, pdf()))
    headline, _, _, _, words = ARTICLES[0]
    assert page.body.decode().split("\n\n") == [
        headline,
        *(text.replace("\u201c", '"').replace("\u201d", '"') for text in words),
    ]
    assert page.status.reason == "page 3 is a picture"
    returns(pdf(), 1)
    assert page.pieces[1].form == "page-1 line-4 fold utf-8"
    (page,) = load(saved(tmp_path, pdf(columns=True)))
    assert "the order of the lines of page 1 is not sure: some stand side by side" in page.status.reason


def test_a_broken_pdf_is_a_line(tmp_path):
    pytest.importorskip("pypdfium2")
    for body in (b"%PDF-1.7\n" + bytes(2000), pdf()[:300]):
        (line,) = load(saved(tmp_path, body))
        assert line.reason.startswith("a PDF document of which no text was read: ")


# Choosing, listing, locating


def test_parts_are_chosen_by_their_numbers(tmp_path):
    file = saved(tmp_path, nexis_docx())
    assert [page.url for page in load(f"{file}:3,1-1")] == ["export.bin:1", "export.bin:3"]
    assert load(f"{file}:2,9")[-1] == LeftOut("export.bin", "it has no account of number 9")
    with pytest.raises(SourceError, match="'9-2'"):
        load(f"{file}:9-2")
    with pytest.raises(SourceError, match="one account"):
        load(f"{saved(tmp_path, b'Some words were said.', 'a.txt')}:2")
    assert load(saved(tmp_path, b"Some words were said.", "b:2"))[0].url == "b:2"


def test_parts_are_chosen_by_day_and_by_words(tmp_path):
    file = saved(tmp_path, nexis_docx())

    def chosen(*asked):
        return [page.url for page in pages(str(file), wanted=choice(*asked))]

    assert chosen("2031-05-05", None, None) == ["export.bin:2", "export.bin:3"]
    assert chosen(None, "2031-05-04", None) == ["export.bin:1"]
    assert chosen("2031-05", "2031", "FERRY|r&d") == ["export.bin:3"]
    with pytest.raises(SourceError, match="'May 4' is no day"):
        choice("May 4", None, None)
    with pytest.raises(SourceError, match="is no pattern"):
        choice(None, None, "(")


def test_list_prints_a_line_a_part(tmp_path):
    told = CliRunner().invoke(main, ["list", str(saved(tmp_path, nexis_docx(count=4)))])
    assert (
        told.stdout.splitlines()[0]
        == "export.bin:1\t2031-05-04T09:20Z\tThe Kalmere Tribune\tBridge talks end without a deal"
    )
    assert len(told.stdout.splitlines()) == 3
    assert "its cover says 4 documents, and 3 were read" in told.stderr


def test_a_line_of_a_record_leads_to_its_bytes_in_the_file(tmp_path):
    file = saved(tmp_path, nexis_docx())
    built = build([f"{file}:1,2"])
    statement = next(one for one in built.readings[0].statements + built.readings[1].statements if one.form == "direct")
    (place,) = locate(built, statement.id, [tmp_path])
    assert place.exact
    assert [step.how for step in place.steps] == ["file", "zip member", "nexis article"]
    assert "".join(unfold(run.data, run.form).text for run in place.runs) == place.words
    (tmp_path / "record.json").write_bytes(encode(built))
    file.rename(tmp_path / "renamed.docx")
    told = CliRunner().invoke(main, ["locate", str(tmp_path / "record.json"), statement.id])
    assert told.exit_code == 0, told.output
    assert f"bytes {place.runs[0].start:,} to {place.runs[0].end:,} (xml utf-8): " in told.stdout
    line = json.loads(
        CliRunner().invoke(main, ["locate", str(tmp_path / "record.json"), statement.id, "--json"]).stdout
    )
    assert line["words"] == place.words


def test_a_file_that_has_changed_is_not_located_in(tmp_path):
    file = saved(tmp_path, nexis_text())
    built = build([f"{file}:1"])
    file.write_bytes(nexis_text() + b" ")
    with pytest.raises(SourceError, match="is not there, or has changed: none with SHA-256"):
        list(locate(built, "export.bin:1:0-5", [tmp_path]))
    with pytest.raises(SourceError, match="'abcd' is no line"):
        list(locate(built, "abcd", [tmp_path]))


def test_a_line_of_a_page_of_its_own_leads_to_its_block(tmp_path):
    words = "<p>The talks ended without a deal, Leonor Vasques said \u00e4nd left.</p>"
    file = saved(tmp_path, f"<!doctype html><title>T</title><h1>Talks end</h1>{words * 4}".encode())
    built = build([str(file)])
    start = built.readings[0].account.text.index("\u00e4nd")
    (place,) = locate(built, f"export.bin:{start}-{start + 3}", [tmp_path])
    assert not place.exact
    assert "".join(run.data.decode() for run in place.runs).strip("</p>") == words.strip("</p>")


def test_two_exports_of_one_name_are_told_apart(tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        saved(tmp_path / folder, nexis_docx() if folder == "a" else nexis_text(), "export.docx")
    urls = [page.url for page in pages([str(tmp_path / "a" / "export.docx"), str(tmp_path / "b" / "export.docx")])]
    assert urls == [f"{folder}/export.docx:{n}" for folder in "ab" for n in (1, 2, 3)]


# Real files, where they are at hand


@pytest.mark.skipif(not REAL.is_dir(), reason="the sample files are not here")
@pytest.mark.parametrize(
    ("file", "count"),
    [
        ("nexis/usa-today.docx", 7),
        ("nexis/sample.TXT", 10),
        ("nexis/lexisnexis_test_en.html", 2),
        ("factiva/factiva_test.html", 2),
        ("factiva/factiva_test.xml", 3),
        ("europresse/europresse_test1.html", 3),
        ("proquest/malformed-html-tag.eml", 2),
        ("documents/eml_with_attachment.eml", 1),
        ("archive/hn.mhtml", 1),
        ("archive/Wikipedia.webarchive", 1),
        ("archive/example.warc", 1),
        ("archive/whirlwind.warc.gz", 1),
        ("feeds/item_content_encoded.xml", 1),
        ("readlater/wallabag-v2-read.json", 2),
        ("wire/005_complex_text_article.json", 1),
        ("wire/IPTC7901.txt", 1),
        ("wire/anpa-1.tst", 1),
        ("wire/ap-nitf.xml", 1),
        ("wire/ap.xml", 3),
        ("apa/online.rtf", 38),
    ],
)
def test_every_account_of_a_real_file_is_read_and_leads_back(file, count):
    body = (REAL / file).read_bytes()
    found = [page for page in load(REAL / file) if isinstance(page, Page)]
    assert len(found) == count
    for number in range(1, count + 1):
        returns(body, number)


@pytest.mark.skipif(not REAL.is_dir(), reason="the sample files are not here")
def test_the_articles_of_a_real_nexis_file_are_those_of_its_bookmarks():
    from onrecord.sources.containers.docx import DOCUMENT, member

    file = REAL / "nexis" / "usa-today.docx"
    marks = re.findall(rb'w:name="Bookmark_(\d+)"', member(file.read_bytes(), DOCUMENT))
    assert [f"{file.name}:{int(mark)}" for mark in marks] == [page.url for page in load(file)]
    for account in accounts(file):
        assert account.headline
        assert account.publisher == "USA TODAY"
        assert account.published
        assert given(account)["loaded"]
        assert sum(block.kind == "body" for block in account.blocks) >= 5
