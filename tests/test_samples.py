"""The three samples that ship with the package, as onrecord reads them, against a careful reader:
tests/cases/sample-*.md."""

from importlib.resources import files

import pytest

import cases
import compare
import onrecord
import together

NAMES = ("kalmere-tribune", "port-serin-gazette", "sandvall-observer")


@pytest.fixture(scope="module")
def record():
    samples = files("onrecord") / "samples"
    return onrecord.build([samples / dict(cases.read(f"sample-{name}").account)["file"] for name in NAMES])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("check", compare.CHECKS)
def test_of_each_sample(record, name, check):
    misses = list(compare.CHECKS[check](together.reading_of(record, name), cases.read(f"sample-{name}")))
    cases.check_known(check, name, misses)


@pytest.mark.parametrize("check", together.CHECKS)
def test_of_the_three_samples_together(record, check):
    misses = list(together.CHECKS[check](record, cases.read("sample-together")))
    cases.check_known(check, "samples", misses)
