"""Files, folders and standard input become pages, or lines that say why not."""

import os

import pytest

from onrecord import sources
from onrecord.errors import SourceError
from onrecord.types import LeftOut, Page

HTML = b"<!doctype html><title>T</title><p>Words.</p>"


def test_a_file_is_named_by_its_name_alone(tmp_path):
    (tmp_path / "page.txt").write_bytes(HTML)
    assert sources.load(tmp_path / "page.txt") == (
        Page(url="page.txt", retrieved=None, media_type="text/html", body=HTML),
    )


def test_a_folder_is_read_in_order_and_named_from_within(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.txt").write_bytes(b"Two words here.")
    (tmp_path / "a.txt").write_bytes(b"One word.")
    (tmp_path / ".hidden").write_bytes(b"no")
    assert [page.url for page in sources.load(tmp_path)] == [".hidden", "a.txt", "b/two.txt"]
    assert sources.load(tmp_path)[0] == LeftOut(".hidden", "hidden: its name begins with a dot")


def test_standard_input_is_named_stdin():
    (page,) = sources.load("-", stdin=b"Some words.")
    assert (page.url, page.media_type) == ("stdin", "text/plain")


def test_what_does_not_exist_is_quoted(tmp_path):
    with pytest.raises(SourceError, match=r"nowhere\.html.*No such file"):
        sources.load(tmp_path / "nowhere.html")
    with pytest.raises(SourceError, match="null"):
        sources.load("a\x00b")


def test_an_empty_folder_is_a_line(tmp_path):
    assert sources.load(tmp_path) == (LeftOut(tmp_path.name, "no files in this folder"),)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty: 0 bytes"),
        (b" \n\t ", "empty: 4 bytes of white space"),
        (b"\xef\xbb\xbf\r\n", "empty"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04" + bytes(40), "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0JFIF", "JPEG"),
        (b"\x7fELF\x02\x01", "executable"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image or recording"),
        (bytes(range(32)) * 40, "control characters"),
    ],
)
def test_what_is_no_text_is_left_out_with_its_kind(tmp_path, body, reason):
    (tmp_path / "x").write_bytes(body)
    (left,) = sources.load(tmp_path / "x")
    assert isinstance(left, LeftOut)
    assert reason in left.reason


@pytest.mark.parametrize(
    "body",
    [
        b"Words \x00 and words",
        b"caf\xe9 talk",
        b"a\xff\xfeb",
        "Grüße aus Hanoi".encode("utf-16"),
        "Plain words".encode("utf-16-le"),
    ],
)
def test_text_with_some_odd_bytes_is_text(tmp_path, body):
    (tmp_path / "x").write_bytes(body)
    (page,) = sources.load(tmp_path / "x")
    assert page.media_type == "text/plain"


def test_a_large_file_is_left_out_with_its_size(tmp_path):
    (tmp_path / "x").write_bytes(b"a" * 2000)
    (left,) = sources.load(tmp_path / "x", max_bytes=1000)
    assert left == LeftOut("x", "too large: 2,000 bytes, and at most 1,000 are read")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (HTML, "text/html"),
        (b"\n<!-- saved --><html lang=en><body>x", "text/html"),
        (HTML.decode().encode("utf-16"), "text/html"),
        (b"<div><p>A</p><p>B</p></div>", "text/html"),
        (b"He wrote <b>once</b> in a note.", "text/plain"),
        (b"<Alice> hello\n<Bob> hi\n", "text/plain"),
        (b"if a < b and c > d", "text/plain"),
    ],
)
def test_html_is_told_by_content(tmp_path, body, kind):
    (tmp_path / "page.bin").write_bytes(body)
    (page,) = sources.load(tmp_path / "page.bin")
    assert page.media_type == kind


def test_links_are_not_followed_out_of_the_folder(tmp_path):
    outside, root = tmp_path / "secret.txt", tmp_path / "root"
    outside.write_text("A secret.")
    root.mkdir()
    (root / "in.txt").write_text("Inside words.")
    (root / "out.txt").symlink_to(outside)
    (root / "up").symlink_to(tmp_path)
    (root / "loop").symlink_to(root)
    (root / "same.txt").symlink_to(root / "in.txt")
    found = {one.url: one for one in sources.load(root)}
    assert found["out.txt"] == LeftOut("out.txt", "a link that leads out of the folder")
    assert isinstance(found["up"], LeftOut)
    assert isinstance(found["loop"], LeftOut)
    assert isinstance(found["same.txt"], Page)
    assert len(found) == 5


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_left_out(tmp_path):
    (tmp_path / "x").write_text("words")
    (tmp_path / "x").chmod(0)
    (left,) = sources.load(tmp_path / "x")
    assert "Permission denied" in left.reason


def test_a_pipe_in_a_folder_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert sources.load(tmp_path) == (LeftOut("pipe", "not a regular file"),)


@pytest.mark.skipif(os.name != "posix", reason="no such rights on this system")
def test_a_file_that_may_be_named_but_not_looked_at_is_left_out(tmp_path, monkeypatch):
    (tmp_path / "locked").mkdir()
    (tmp_path / "locked" / "page.txt").write_bytes(HTML)
    (tmp_path / "page.txt").write_bytes(HTML)
    (tmp_path / "locked").chmod(0o444)  # its names may be read, and nothing in it
    tmp_path.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)  # root may look at everything
    try:
        found = sources.load(".")
    finally:
        if root:
            os.seteuid(0)
        (tmp_path / "locked").chmod(0o755)
    assert [type(page) for page in found] == [LeftOut, Page]
    assert found[0] == LeftOut("locked/page.txt", "cannot be read: Permission denied")


def test_a_link_that_leads_nowhere_or_in_a_circle_is_told_so(tmp_path):
    (tmp_path / "circle").symlink_to("circle")
    (tmp_path / "gone").symlink_to("not-there.txt")
    assert sources.load(tmp_path) == (
        LeftOut("circle", "a link that leads in a circle"),
        LeftOut("gone", "a link to what is not there"),
    )
    with pytest.raises(SourceError, match="circle"):
        sources.load(tmp_path / "circle")


def test_a_name_of_no_letter_is_not_the_folder_one_stands_in():
    with pytest.raises(SourceError, match="'' is no source"):
        sources.load("")
