#!/usr/bin/env bash
# docx2python 3.7.1 on a text box as Word has written it since 2010: once as it is drawn (mc:Choice), and once more for
# older programs (mc:Fallback), of which ECMA-376 part 3 lets a reader take one.
# Expected: "Once said." once, as Word shows it and as mammoth 1.13.0 reads it.
# Seen: it stands twice in the text.
# For a user: a quotation in a box counts as said twice, and two accounts seem to share more words than they do.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check docx2python==3.7.1 mammoth==1.13.0
"$folder/venv/bin/python" - <<'PYTHON'
import io
import sys
import zipfile
from importlib.metadata import version

import mammoth
from docx2python import docx2python

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
SHAPES = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
SHAPES += ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"

words = "<w:txbxContent><w:p><w:r><w:t>Once said.</w:t></w:r></w:p></w:txbxContent>"
drawn = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{words}</wps:txbx></w:drawing></mc:Choice>'
older = f"<mc:Fallback><w:pict><v:shape><v:textbox>{words}</v:textbox></v:shape></w:pict></mc:Fallback>"
body = f"<w:p><w:r><mc:AlternateContent>{drawn}{older}</mc:AlternateContent></w:r></w:p>"
file = io.BytesIO()
with zipfile.ZipFile(file, "w") as archive:
    archive.writestr(
        "[Content_Types].xml",
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{RELATIONS}"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
    )
    archive.writestr(
        "_rels/.rels",
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}"'
        ' Target="word/document.xml"/></Relationships>',
    )
    archive.writestr(
        "word/document.xml", f"<w:document {W} {MC} {SHAPES}><w:body>{body}<w:sectPr/></w:body></w:document>"
    )

seen = docx2python(file).text.count("Once said.")
other = mammoth.extract_raw_text(file).value.count("Once said.")
print("docx2python", version("docx2python"), "mammoth", version("mammoth"))
print(f"expected: once  seen by docx2python: {seen} times, by mammoth: {other} time")
sys.exit(0 if (seen, other) == (2, 1) else "changed: the text box is read in another way now")
PYTHON
