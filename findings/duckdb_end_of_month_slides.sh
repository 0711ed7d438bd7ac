#!/usr/bin/env bash
# duckdb 2.0.1 and polars 2.1.0: the ends of months, from 31 January 2019 in steps of a month.
# Expected: one series: 31 January, 28 February, 31 March, 30 April; and "a month has passed" means one thing.
# Seen: polars gives that series. duckdb's range() adds the month to the last value, not to the first, and after
# February it stays at the 28th. From 31 January to 28 February date_sub counts a whole month, and age(), which is
# counted the other way, 28 days and no month.
# For a user: a calendar of month ends that is joined on dates loses every end but February's, without a message, and
# "how long ago" differs by a month between two functions of one database.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check duckdb==2.0.1 polars==2.1.0
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from datetime import date

import duckdb
import polars

print("duckdb", duckdb.__version__, "polars", polars.__version__)
spread = "SELECT unnest(range(DATE '2019-01-31', DATE '2019-05-01', INTERVAL 1 MONTH))"
in_duckdb = [f"{at:%m-%d}" for (at,) in duckdb.sql(spread).fetchall()]
in_polars = [f"{at:%m-%d}" for at in polars.date_range(date(2019, 1, 31), date(2019, 5, 1), "1mo", eager=True)]
print("expected: 01-31 02-28 03-31 04-30")
print("polars  :", *in_polars)
print("duckdb  :", *in_duckdb)
passed = duckdb.sql(
    "SELECT date_sub('month', DATE '2019-01-31', DATE '2019-02-28'),"
    " CAST(age(DATE '2019-02-28', DATE '2019-01-31') AS VARCHAR)"
).fetchall()[0]
print("months passed, expected twice the same, seen: date_sub", passed[0], "age", passed[1])
same = in_duckdb == ["01-31", "02-28", "03-28", "04-28"] and in_polars == ["01-31", "02-28", "03-31", "04-30"]
same = same and passed == (1, "28 days")
sys.exit(0 if same else "changed: the ends of months are counted in another way now")
PYTHON
