"""Writes the English names of countries from Unicode's CLDR as the package `babel` carries it, for `onrecord.text.places`.

    pip install babel==2.18.0
    python training/countries/names.py            # writes src/onrecord/text/countries/cldr.json
    python training/countries/names.py --check    # 1 if the file there is another

Of the countries that `news.toml` beside that file names by their codes: the name as CLDR has it. What the news calls
them besides, their peoples and their governments' seats are kept there by hand.
"""

import json
import sys
import tomllib
from pathlib import Path

import babel
from babel import Locale

FOLDER = Path(__file__).parents[2] / "src/onrecord/text/countries"
TARGET = FOLDER / "cldr.json"
CLDR = {"2.18.0": "47"}
"""Which CLDR a version of babel carries: its list of changes says so."""


def main() -> int:
    codes = tomllib.loads((FOLDER / "news.toml").read_text("utf-8"))["countries"]
    territories = Locale.parse("en").territories
    made = {
        "source": f"Unicode CLDR {CLDR[babel.__version__]}, by babel {babel.__version__} (training/countries/names.py)",
        "licence": "Unicode-3.0",
        "names": {code: territories[code] for code in sorted(codes)},
    }
    written = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    if sys.argv[1:] == ["--check"]:
        return int(TARGET.read_text("utf-8") != written)
    TARGET.write_text(written, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
