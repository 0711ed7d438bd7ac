"""Compiles the readers of pages with mypyc, where a C compiler is at hand: the same sources, faster. Elsewhere they run
as they are.

A wheel is built through `CompileHook`. In a checkout `python hatch_build.py` puts what is compiled beside the sources,
for the programs that run from there; it then has to be made anew after every change, which `make` sees to.

Two things that mypyc does otherwise: a generator expression is made a list, so that what has to stop early is written
as a loop or in `any`; and a cached property is one that is asked anew each time, so that what is found once is kept by
hand.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # in a checkout, where nothing but `compiled` is wanted
    BuildHookInterface = object

SOURCES = Path(__file__).parent / "src"
PLAIN = ("__init__.py", "sandbox.py", "tokens.py")
"""A program that is started by its name, and what chooses the parser when it is imported."""


def modules() -> list[Path]:
    """The readers of pages, and of the dates in them."""
    folders = SOURCES / "onrecord/accounts", SOURCES / "onrecord/text/dates"
    return sorted(path for folder in folders for path in folder.rglob("*.py") if path.name not in PLAIN)


def compiled(work: Path) -> dict[Path, str]:
    """The compiled modules, built in the folder `work`, and where each belongs beside the sources. OSError without a
    compiler."""
    # Not there where this is only asked which modules there are.
    from mypyc.build import mypycify  # noqa: PLC0415
    from setuptools import Distribution  # noqa: PLC0415
    from setuptools.command.build_ext import build_ext  # noqa: PLC0415

    here = Path.cwd()
    os.environ["MYPYPATH"] = str(SOURCES)
    os.chdir(SOURCES)
    try:
        names = [str(path.relative_to(SOURCES)) for path in modules()]
        options = [
            "--config-file=",
            "--ignore-missing-imports",
            "--follow-imports=silent",
            f"--cache-dir={work / 'cache'}",
        ]
        extensions = mypycify(
            [*options, *names], opt_level="1", debug_level="0", group_name="onrecord", target_dir=str(work)
        )
        build = build_ext(Distribution({"name": "onrecord", "ext_modules": extensions}))
        build.build_lib, build.build_temp = str(work / "lib"), str(work / "temp")
        build.ensure_finalized()
        build.run()
    except (SystemExit, Exception) as error:  # mypyc ends the program where it finds no compiler or a wrong type
        if os.environ.get("ONRECORD_COMPILE") == "always":  # for whoever publishes wheels
            raise
        raise OSError(f"{type(error).__name__}: {error}") from error
    finally:
        os.chdir(here)
    return {
        path: str(path.relative_to(work / "lib"))
        for path in (work / "lib").rglob("*")
        if path.suffix in (".so", ".pyd")
    }


class CompileHook(BuildHookInterface):  # type: ignore[misc,unused-ignore]
    """For hatchling: adds the compiled modules to a wheel, which is then one for this machine; without a compiler it is
    for all."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        self.work = Path(tempfile.mkdtemp())
        if version == "editable":
            return
        try:
            build_data["force_include"] |= {str(path): place for path, place in compiled(self.work).items()}
        except OSError as why:
            self.app.display_warning(f"the readers of pages are not compiled, and slower: {why}")
        else:
            build_data["pure_python"], build_data["infer_tag"] = False, True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        shutil.rmtree(self.work)


def main() -> int:
    for old in (*SOURCES.rglob("*.so"), *SOURCES.rglob("*.pyd")):
        old.unlink()
    if sys.argv[1:] == ["--plain"]:
        return 0
    with tempfile.TemporaryDirectory() as work:
        try:
            for path, place in compiled(Path(work)).items():
                shutil.copy(path, SOURCES / place)
        except OSError as why:
            print(
                f"The readers of pages run as they are, and slower, for they were not compiled: {why}", file=sys.stderr
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
