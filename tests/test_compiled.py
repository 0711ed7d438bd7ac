"""What is compiled of the package gives what its sources give."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import onrecord
from hatch_build import SOURCES, modules

BUILT = list(SOURCES.rglob("*.so"))

pytestmark = pytest.mark.skipif(
    not BUILT, reason="nothing is compiled: there was no C compiler, or `make plain` was run"
)


def test_every_module_that_is_to_be_compiled_is():
    assert len(modules()) > 20
    for path in modules():
        spec = find_spec(".".join(path.relative_to(SOURCES).with_suffix("").parts))
        assert spec is not None
        assert not str(spec.origin).endswith(".py"), path


def test_the_record_of_the_samples_is_the_same_without_the_compiled_modules(tmp_path):
    shutil.copytree(SOURCES, tmp_path / "src", ignore=shutil.ignore_patterns("*.so", "__pycache__"))
    say = (
        "import onrecord.accounts.page.markup as m, sys; print(m.__file__, file=sys.stderr); from onrecord.cli "
        "import main; main()"
    )

    def record(place: Path) -> tuple[str, str]:
        done = subprocess.run(
            [sys.executable, "-c", say, "build", str(Path(onrecord.__file__).parent / "samples"), "--json", "-"],
            check=True, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(place)},
        )  # fmt: skip
        return done.stderr.splitlines()[0], done.stdout

    plain, compiled = record(tmp_path / "src"), record(SOURCES)
    assert plain[0].endswith("markup.py")
    assert not compiled[0].endswith(".py")
    assert plain[1] == compiled[1] != ""
