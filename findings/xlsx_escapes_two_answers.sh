#!/usr/bin/env bash
# openpyxl 3.1.5 and python-calamine 0.9.1 on one cell of a workbook: a line break that Excel has saved as _x000D_.
# Expected: one answer: ECMA-376 part 1, 22.9.2.19 (ST_Xstring) makes _x000D_ a carriage return.
# Seen: openpyxl gives the escape as words; calamine unescapes it.
# For a user: "yes_x000D_no" stands in a quotation from a table of articles, or two tables that are the same differ.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1
"$folder/venv/bin/python" - <<'PYTHON'
import io
import sys
import zipfile
from importlib.metadata import version

import openpyxl
from python_calamine import CalamineWorkbook

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def relations(*targets):
    each = (f'<Relationship Id="r{n}" Type="{RELATION}/{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(targets, 1))
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(each)}</Relationships>'


def workbook(text):
    file = io.BytesIO()
    parts = (("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"), ("sharedStrings", "sharedStrings"))
    kinds = "".join(f'<Override PartName="/xl/{p}.xml" ContentType="{KIND}.{k}+xml"/>' for p, k in parts)
    with zipfile.ZipFile(file, "w") as archive:
        rels = "application/vnd.openxmlformats-package.relationships+xml"
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{rels}"/>{kinds}</Types>',
        )
        archive.writestr("_rels/.rels", relations(("officeDocument", "xl/workbook.xml")))
        sheets = f'<sheets><sheet name="S" sheetId="1" xmlns:r="{RELATION}" r:id="r1"/></sheets>'
        archive.writestr("xl/workbook.xml", f"<workbook {MAIN}>{sheets}</workbook>")
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            relations(("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")),
        )
        archive.writestr("xl/sharedStrings.xml", f'<sst {MAIN}><si><t xml:space="preserve">{text}</t></si></sst>')
        cell = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
        archive.writestr("xl/worksheets/sheet1.xml", f"<worksheet {MAIN}>{cell}</worksheet>")
    return file.getvalue()


def answers(text):
    data = workbook(text)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    return openpyxl.load_workbook(io.BytesIO(data)).active["A1"].value, rows[0][0]


print("openpyxl", version("openpyxl"), "python-calamine", version("python-calamine"))
breaks = answers("yes_x000D_no")
print("expected: 'yes\\rno'  seen:", *map(repr, breaks))
sys.exit(0 if breaks == ("yes_x000D_no", "yes\rno") else "changed: escapes are read in another way now")
PYTHON
