"""What an installation is made of: the lock, the bounds, what `doctor` says of them, and the bill of materials."""

import hashlib
import re
import subprocess
import sys
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import msgspec
import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

import onrecord
from onrecord import inventory

PACKAGE = Path(onrecord.__file__).parent
ROOT = PACKAGE.parent.parent
LOCKS = [PACKAGE / "tested.txt", *sorted((ROOT / "requirements").glob("*.txt"))]


def run(*arguments: str) -> str:
    done = subprocess.run([sys.executable, "-m", "onrecord", *arguments], check=True, capture_output=True, text=True)
    return done.stdout


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_lock_gives_each_package_one_version_and_its_hashes(lock):
    entries = re.sub(r"\\\n\s*", " ", lock.read_text("utf-8")).splitlines()
    packages = [entry for entry in entries if entry and not entry.startswith("#")]
    assert len(packages) > 3
    for entry in packages:
        assert re.match(r"[\w.-]+==[\w.]+ ", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_the_locks_agree_with_one_another():
    found = [dict(re.findall(r"^([\w.-]+)==([\w.]+)", lock.read_text("utf-8"), re.M)) for lock in LOCKS]
    for name, version in found[0].items():
        assert {lock[name] for lock in found if name in lock} == {version}, name


def test_every_library_that_is_asked_for_is_bounded_and_in_the_lock():
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {one.name for one in inventory.libraries()}
    for requirement in asked:
        name = re.match(r"[\w-]+", requirement)[0]
        assert ">=" in requirement, requirement
        assert "<" in requirement, requirement
        assert name in names


def test_no_client_of_a_hub_or_of_the_network_is_installed():
    clients = {"huggingface-hub", "hf-xet", "httpx", "httpx2", "httpcore", "requests", "urllib3", "aiohttp", "fsspec"}
    assert not clients & {one.name for one in inventory.libraries()}


def test_doctor_names_what_differs_from_what_was_tested(tmp_path, monkeypatch):
    assert "tested     with " in run("doctor")
    dressed = tmp_path / "click-0.0.1.dist-info"
    dressed.mkdir()
    (dressed / "METADATA").write_text("Metadata-Version: 2.1\nName: click\nVersion: 0.0.1\n")
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}:{PACKAGE.parent}")
    assert re.search(r"tested     with other versions than these: .*click 0\.0\.1, not 8", run("doctor"))


def test_the_bill_of_materials_is_valid_and_the_same_each_time():
    first = run("sbom")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(first) is None
    assert first == run("sbom")


def test_the_bill_of_materials_names_what_is_installed_and_the_weights_by_their_hash():
    bill = msgspec.json.decode(run("sbom"))
    components = {one["name"]: one for one in bill["components"]}
    assert components["msgspec"]["version"] == distribution("msgspec").version
    for path in ("readings/model/attribution.onnx", "accounts/body/blocks.json"):
        digest = hashlib.sha256((PACKAGE / path).read_bytes()).hexdigest()
        assert components[path]["hashes"] == [{"alg": "SHA-256", "content": digest}]
    needs = {one["ref"]: one["dependsOn"] for one in bill["dependencies"]}
    own = needs[bill["metadata"]["component"]["bom-ref"]]
    assert any(ref.startswith("pkg:pypi/onnxruntime@") for ref in own)
    assert {ref for refs in needs.values() for ref in refs} <= {one["bom-ref"] for one in bill["components"]}
