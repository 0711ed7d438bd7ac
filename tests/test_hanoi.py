"""Two real accounts of one summit, as onrecord reads them, against a careful reader: tests/cases/hanoi-*.md.

The pages are not in this repository: ONRECORD_ACCOUNTS names the folder they are in, or ../shared/accounts/hanoi is.
"""

import os
from pathlib import Path

import pytest

import cases
import compare
import onrecord
import together

NAMES = ("000", "003")
BESIDE = Path(__file__).parents[2] / "shared" / "accounts" / "hanoi"


@pytest.fixture(scope="module")
def pages():
    folder = Path(os.environ.get("ONRECORD_ACCOUNTS", BESIDE))
    found = [folder / dict(cases.read(f"hanoi-{name}").account)["file"] for name in NAMES]
    if not all(path.is_file() for path in found):
        pytest.skip(f"the two accounts are not in {folder}: set ONRECORD_ACCOUNTS")
    return found


@pytest.fixture(scope="module")
def record(pages):
    return onrecord.build(pages)


def test_the_text_of_an_account_is_the_decoded_page(record, pages):
    for name, page in zip(NAMES, pages, strict=True):
        assert together.reading_of(record, name).account.text == page.read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("check", compare.CHECKS)
def test_of_each_account(record, name, check):
    misses = list(compare.CHECKS[check](together.reading_of(record, name), cases.read(f"hanoi-{name}")))
    cases.check_known(check, name, misses)


@pytest.mark.parametrize("check", together.CHECKS)
def test_of_the_two_accounts_together(record, check):
    misses = list(together.CHECKS[check](record, cases.read("hanoi-together")))
    cases.check_known(check, "hanoi", misses)
