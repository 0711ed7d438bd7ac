#!/usr/bin/env bash
# duckdb 2.0.1, polars 2.1.0, python-dateutil 4.0.0 and Python: "Friday 28 February 2019", which was a Thursday.
# Expected: one of two: all read the day of the month and leave the weekday alone, as strptime of C does; or all refuse.
# Seen: duckdb, dateutil and Python read 28 February, and nobody says that the weekday is wrong; polars gives null, as
# for text that is no date at all, also with strict=False.
# For a user: the same column of dates has values in one tool and holes in another; a slip of a newspaper in the weekday
# (a common one) removes the date, or is taken on without a sign.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check duckdb==2.0.1 polars==2.1.0 python-dateutil==4.0.0
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from datetime import datetime

import duckdb
import polars
from dateutil import parser

print("duckdb", duckdb.__version__, "polars", polars.__version__)
FORM = "%A %d %B %Y"


def days(written: str) -> tuple[str, ...]:
    in_duckdb = duckdb.execute("SELECT try_strptime(?, ?)", [written, FORM]).fetchall()[0][0]
    in_polars = polars.select(polars.lit(written).str.to_date(FORM, strict=False)).item()
    return tuple(str(at)[:10] for at in (datetime.strptime(written, FORM), parser.parse(written), in_duckdb, in_polars))


changed = False
for written, seen in {
    "Thursday 28 February 2019": ("2019-02-28",) * 4,
    "Friday 28 February 2019": ("2019-02-28", "2019-02-28", "2019-02-28", "None"),
}.items():
    got = days(written)
    print(f"{written}, expected the same four times, seen:", dict(zip(("Python", "dateutil", "duckdb", "polars"), got)))
    changed |= got != seen
sys.exit("changed: the weekday is read in another way now" if changed else 0)
PYTHON
