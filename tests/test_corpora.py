"""The corpora as they were typed: a marker in all its spellings, and text in all its encodings."""

import pytest

from quality.corpora import _MARKER, _dump, _dump_text


@pytest.mark.parametrize(
    "line",
    ["!@#$%^&*()  COMMENTS", "!@#$%^&*() COMMENTS ", "!#@$%^&*() COMMENTS", "!@ $%^&*()  COMMENTS", (
        "!@#$%$%^&*()  COMMENTS"
    ),
     "!@#$%^&*   COMMENTS", "!@#$%^&*() COMMNENTS", "!@#$%^&*()  CORRECTED", "!@#$%^&*()"],
)  # fmt: skip
def test_a_misspelt_marker_parts_article_and_thread(line):
    text = f"The ferry stays.\n\n{line}\n\nBo: Good.\n"
    assert _MARKER.sub("", text, count=1) == "The ferry stays.\n\n\nBo: Good.\n"


@pytest.mark.parametrize(
    "line", ["*" * 60, "?!!!!!!!!!!!!!", "COMMENTS", "!!! 100%^&*", "Don't do it!!!!! %^&*", "40 $ (***)"]
)
def test_what_a_comment_shouts_is_no_marker(line):
    assert not _MARKER.search(f"The ferry stays.\n{line}\nBo: Good.\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_dump_is_read_in_its_encoding(tmp_path, encoding):
    path = tmp_path / "1.txt"
    path.write_bytes("The café stays.\r\n!@#$%^&*() COMMENTS\r\nBo: Good.".encode(encoding))
    assert _dump_text(path) == "The café stays.\n!@#$%^&*() COMMENTS\nBo: Good."
    assert _dump(path).decode() == "The café stays.\nBo: Good."
