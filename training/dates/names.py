"""Writes the names that printed dates are made of, from Unicode's CLDR as the package `babel` carries it, for
`onrecord.text.dates`.

    pip install babel==2.18.0
    python training/dates/names.py            # writes src/onrecord/text/dates/cldr.json
    python training/dates/names.py --check    # 1 if the file there is another

Of each language: the months and the days of the week by each of their names (wide, abbreviated, short; within a date
and by themselves), the words for the half of the day before noon and after, and how a time ago is told, each as CLDR
has it, in lower case and without the point of an abbreviation. Babel has no form of CLDR's for "at" between day and
time, and no "yesterday": those words are kept by hand (`words.toml` beside the file).
"""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import babel
from babel import Locale

TARGET = Path(__file__).parents[2] / "src/onrecord/text/dates/cldr.json"
CLDR = {"2.18.0": "47"}
"""Which CLDR a version of babel carries: its list of changes says so."""
LANGUAGES = "en de fr es it pt nl ru pl tr ko ja cs sk uk el ro hu sv da nb fi ar".split()
UNITS = "second minute hour day week month year".split()
WIDTHS = ("", "-short", "-narrow")
BEFORE_NOON, AFTER_NOON = ("am", "morning1", "morning2"), ("pm", "afternoon1", "afternoon2", "evening1")


def plain(name: str) -> str:
    """A name as texts are looked at: in lower case, with common spaces, without a point at its end."""
    name = name.replace("\u00a0", " ").replace("\u202f", " ").replace("İ", "i").lower()
    return name.replace("ı", "i").rstrip(".").strip()


def named(contexts: Mapping[str, Mapping[str, Mapping[int, str]]], widths: Iterable[str]) -> dict[str, int]:
    """Every name of a month or a day, with its number."""
    found: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in widths:
            for number, name in contexts.get(context, {}).get(width, {}).items():
                if any(character.isalpha() for character in name) and not name[0].isdigit():
                    found[plain(name)] = number
    return dict(sorted(found.items(), key=lambda pair: (pair[1], pair[0])))


def halves(locale: Locale, keys: tuple[str, ...]) -> list[str]:
    """What the half of the day is called, but for single letters."""
    periods = locale.day_periods["format"]
    names = {plain(periods[width][key]) for width in ("wide", "abbreviated") for key in keys if key in periods[width]}
    return sorted(name for name in names if len(name) > 1)


def ago(locale: Locale) -> list[str]:
    """How a number of seconds to years ago is told, `{0}` for the number; not as a bare "-3 h"."""
    fields: Any = locale._data["date_fields"]
    told = {
        plain(pattern)
        for unit in UNITS
        for width in WIDTHS
        if "past" in fields.get(unit + width, {})
        for pattern in dict(fields[unit + width]["past"]).values()
    }
    return sorted(pattern for pattern in told if "{0}" in pattern and not pattern.startswith(("-", "−")))


def language(code: str) -> dict[str, Any]:
    locale = Locale.parse(code)
    return {
        "months": named(locale.months, ("wide", "abbreviated")),
        "weekdays": named(locale.days, ("wide", "abbreviated", "short")),
        "before noon": halves(locale, BEFORE_NOON),
        "after noon": halves(locale, AFTER_NOON),
        "ago": ago(locale),
        "short date": str(locale.date_formats["short"]),
    }


def main() -> int:
    made = {
        "source": f"Unicode CLDR {CLDR[babel.__version__]}, by babel {babel.__version__} (training/dates/names.py)",
        "licence": "Unicode-3.0",
        "languages": {code: language(code) for code in LANGUAGES},
    }
    written = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    if sys.argv[1:] == ["--check"]:
        return int(TARGET.read_text("utf-8") != written)
    TARGET.write_text(written, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
