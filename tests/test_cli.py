"""The commands as a user types them, in processes of their own."""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

import onrecord
from exports import csv_table, nexis_text

SAMPLES = Path(onrecord.__file__).parent / "samples"
COMMANDS = ["build", "read", "list", "locate", "demo", "schema", "sbom", "doctor"]


def run(*arguments, cwd, stdin=b"", environment=None, before=None):
    """The command; `before` is what a program does that calls it from Python."""
    command = ["-c", f"{before}; from onrecord.cli import main; main()"] if before else ["-m", "onrecord"]
    done = subprocess.run(
        [sys.executable, *command, *map(str, arguments)],
        check=False, cwd=cwd, input=stdin, capture_output=True, env={**os.environ, "COLUMNS": "100", **(environment or {})},
    )  # fmt: skip
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done


@pytest.fixture
def folder(tmp_path):
    """A folder with the samples under the names that the examples of --help use."""
    names = {"kalmere-tribune.html": "tribune.html", "port-serin-gazette.txt": "gazette.txt"}
    (tmp_path / "saved-pages").mkdir()
    for file in SAMPLES.iterdir():
        (tmp_path / names.get(file.name, file.name)).write_bytes(file.read_bytes())
        (tmp_path / "saved-pages" / file.name).write_bytes(file.read_bytes())
    (tmp_path / "export.txt").write_bytes(nexis_text())
    (tmp_path / "scan.txt").write_bytes((tmp_path / "gazette.txt").read_bytes() + b"\n")
    (tmp_path / "sources.tsv").write_text("file\toutlet\ngazette.txt\tThe Gazette\ntribune.html\tThe Tribune\n")
    return tmp_path


def examples(command, cwd):
    text = run(command, "--help", cwd=cwd).stdout.decode()
    return [line.strip() for line in text.split("Example")[1].splitlines() if re.match(r"\s+(?:onrecord|cat) ", line)]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_examples_of_help_run(command, folder):
    found = examples(command, folder)
    assert found
    tool = f"{sys.executable} -m onrecord"
    for example in found:
        done = subprocess.run(
            example.replace("onrecord ", f"{tool} "), shell=True, check=False, cwd=folder, capture_output=True
        )
        assert done.returncode == 0, (example, done.stderr.decode())


def test_help_answers_at_once(folder):
    def seconds(*arguments):
        begun = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, cwd=folder, capture_output=True)
        return time.perf_counter() - begun

    bare = min(seconds("-c", "pass") for _ in range(3))
    ours = min(seconds("-m", "onrecord", "--help") for _ in range(5))
    assert ours - bare < 0.25


def test_help_loads_no_parser_and_no_template_engine(folder):
    heavy = ("turbohtml", "jinja2", "msgspec", "rich", "numpy", "onnxruntime")
    code = f"""
import sys
from onrecord.cli import main
main(["build", "--help"], standalone_mode=False)
print([name for name in {heavy} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=folder)
    assert done.stdout.split(b"\n")[-2].strip() == b"[]"


def test_build_writes_json_and_html(folder):
    done = run("build", "tribune.html", "gazette.txt", "--json", "r.json", "--html", "r.html", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert json.loads((folder / "r.json").read_bytes())["schema"] == "onrecord/1"
    assert (folder / "r.html").read_text("utf-8").casefold().startswith("<!doctype html>")
    assert not list(folder.glob(".*partial"))


def test_json_goes_to_standard_output_and_messages_to_standard_error(folder):
    (folder / "empty.txt").write_bytes(b"")
    done = run("build", "gazette.txt", "empty.txt", "--json", "-", cwd=folder)
    assert done.returncode == 0
    assert [item["url"] for item in json.loads(done.stdout)["left_out"]] == ["empty.txt"]
    assert b"left out empty.txt" in done.stderr


def test_strict_tells_that_something_was_left_out(folder):
    (folder / "empty.txt").write_bytes(b"")
    assert run("build", "--strict", "gazette.txt", "empty.txt", "--json", "r.json", cwd=folder).returncode == 1
    assert run("build", "--strict", "gazette.txt", "--json", "r.json", cwd=folder).returncode == 0
    assert run("read", "--strict", "gazette.txt", "empty.txt", cwd=folder).returncode == 1


def test_a_page_read_in_part_is_told_by_both_commands(folder):
    page = (folder / "tribune.html").read_text("utf-8")
    (folder / "cut.html").write_text(page[: page.index("The turbines are built") + 12], "utf-8")
    for command in (["read"], ["build", "--json", "r.json"]):
        done = run(*command, "--strict", "cut.html", "gazette.txt", cwd=folder)
        assert done.returncode == 1
        assert b"left out cut.html" in done.stderr


def test_nothing_readable_is_its_own_exit_code(folder):
    (folder / "empty.txt").write_bytes(b"")
    done = run("build", "empty.txt", "--json", "r.json", cwd=folder)
    assert done.returncode == 3
    assert not (folder / "r.json").exists()
    assert run("read", "empty.txt", cwd=folder).returncode == 3


@pytest.mark.parametrize(
    ("arguments", "quoted"),
    [
        (["build"], "SOURCE"),
        (["build", "no-such.html"], "no-such.html"),
        (["read", "no-such.html"], "no-such.html"),
        (["build", "gazette.txt", "--colour"], "--colour"),
        (["build", "gazette.txt", "--json", "-", "--html", "-"], "standard output"),
        (["build", "gazette.txt", "--html", ""], "name of a file"),
        (["buidl"], "buidl"),
    ],
)
def test_misuse_is_told_with_the_value_at_fault(arguments, quoted, folder):
    done = run(*arguments, cwd=folder)
    assert done.returncode == 2
    assert quoted in done.stderr.decode()


def test_a_target_that_cannot_be_written_is_told(folder):
    done = run("build", "gazette.txt", "--json", "no-such-folder/r.json", cwd=folder)
    assert done.returncode == 2
    assert b"no-such-folder/r.json" in done.stderr
    if os.path.exists("/dev/full"):
        tool = f"{sys.executable} -m onrecord"
        full = subprocess.run(f"{tool} schema > /dev/full", shell=True, check=False, cwd=folder, capture_output=True)
        assert b"Traceback" not in full.stderr
        assert b"standard output" in full.stderr


def test_a_link_is_followed_a_mode_kept_and_a_device_written_to(folder):
    real = folder / "real.json"
    real.write_text("old")
    real.chmod(0o600)
    (folder / "link.json").symlink_to(real)
    assert run("build", "gazette.txt", "--json", "link.json", cwd=folder).returncode == 0
    assert (folder / "link.json").is_symlink()
    assert json.loads(real.read_bytes())["schema"] == "onrecord/1"
    assert real.stat().st_mode & 0o777 == 0o600
    fifo = folder / "pipe"
    os.mkfifo(fifo)
    with subprocess.Popen(["cat", fifo], stdout=subprocess.PIPE) as reader:
        assert run("build", "gazette.txt", "--json", fifo, cwd=folder).returncode == 0
        assert reader.communicate()[0].startswith(b"{")
    assert fifo.is_fifo()


def test_our_own_output_is_no_account(folder):
    for _ in range(2):
        done = run("build", "saved-pages", "--json", "saved-pages/r.json", "--html", "saved-pages/r.html", cwd=folder)
    record = json.loads((folder / "saved-pages" / "r.json").read_bytes())
    assert {item["url"] for item in record["left_out"]} == {"r.json", "r.html"}
    assert len(record["readings"]) == 3
    assert b"a record that onrecord wrote" in done.stderr


def test_a_name_that_is_no_unicode_or_has_line_ends_is_read_and_told_on_one_line(folder):
    for name in (b"bad\xff.html", b"two\nlines.txt"):
        Path(os.fsdecode(os.path.join(os.fsencode(folder / "saved-pages"), name))).write_bytes(
            (folder / "gazette.txt").read_bytes() + name
        )
    done = run("doctor", "saved-pages", cwd=folder)
    assert "bad\ufffd.html: text/plain" in done.stdout.decode()
    assert "two\\u000alines.txt: text/plain" in done.stdout.decode()
    assert len(run("read", "saved-pages", cwd=folder).stdout.splitlines()) == 5


def test_read_gives_one_reading_a_line(folder):
    done = run("read", "saved-pages", cwd=folder)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["account"]["url"] for line in lines] == sorted(file.name for file in SAMPLES.iterdir())
    assert all(line["statements"] for line in lines)


def test_standard_input_is_a_source(folder):
    body = (folder / "gazette.txt").read_bytes()
    (line,) = run("read", "-", cwd=folder, stdin=body).stdout.splitlines()
    assert json.loads(line)["account"]["url"] == "stdin"


def test_a_summary_is_plain_when_piped(folder):
    out = run("build", "tribune.html", "gazette.txt", cwd=folder).stdout.decode()
    assert "\x1b" not in out
    assert "Vasques" in out


def test_the_title_is_the_readers_choice(folder):
    done = run("build", "gazette.txt", "--title", "The Ilsen talks", "--json", "-", cwd=folder)
    assert json.loads(done.stdout)["title"] == "The Ilsen talks"


def test_demo_tells_on_one_screen_what_was_found_where_the_page_is_and_what_to_try(folder):
    done = run("demo", "--html", "demo.html", cwd=folder)
    told = done.stdout.decode()
    assert len(told.splitlines()) < 40
    found = re.split(r"(?m)^Found *$", told)[1]
    assert re.search(r"\b43 utterances by \d+ speakers", found)
    assert found.index("4 places where the accounts differ") < found.index(str(folder / "demo.html"))
    assert found.rstrip().endswith("onrecord build PAGE PAGE... --html record.html")
    assert "Leonor Vasques" in (folder / "demo.html").read_text()


def test_schema_is_json_schema(folder):
    schema = json.loads(run("schema", cwd=folder).stdout)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert "Record" in schema["$defs"]


def test_doctor_names_versions_and_what_would_be_read(folder):
    (folder / "saved-pages" / "empty.txt").write_bytes(b"")
    out = run("doctor", "saved-pages", cwd=folder).stdout.decode()
    assert onrecord.__version__ in out
    assert "kalmere-tribune.html: text/html" in out
    assert ("read by compiled modules" in out) != ("read by plain Python" in out)
    assert "empty.txt: left out" in out


def test_doctor_says_of_the_network_what_is_so(folder):
    on = {"ORT_DISABLE_TELEMETRY": "0", "HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}
    ours = run("doctor", cwd=folder, environment=on).stdout.decode()
    assert "used by fetch alone; onnxruntime's telemetry is switched off (ORT_DISABLE_TELEMETRY=1)" in ours
    theirs = run("doctor", cwd=folder, before="import onnxruntime", environment=on).stdout
    assert "fetch alone" not in theirs.decode()
    assert "found by rule alone: onnxruntime was imported before" in theirs.decode()


def test_a_locale_without_utf8_is_survived(folder):
    done = run(
        "build",
        "gazette.txt",
        "tribune.html",
        cwd=folder,
        environment={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""},
    )
    assert done.returncode == 0


def test_a_closed_pipe_is_no_error(folder):
    tool = f"{sys.executable} -m onrecord"
    done = subprocess.run(
        f"{tool} read saved-pages | head -c 10", shell=True, check=False, cwd=folder, capture_output=True
    )
    assert done.stderr == b""


def test_long_work_shows_a_bar_to_a_terminal(folder):
    pty = pytest.importorskip("pty", reason="no pseudo-terminal on this system")
    body = (folder / "gazette.txt").read_bytes()
    for number in range(60):
        (folder / "saved-pages" / f"{number}.txt").write_bytes(body + f"{number}".encode())
    ours, theirs = pty.openpty()
    code = "from onrecord import cli; cli._SECONDS_BEFORE_BAR = 0.2; cli.main()"
    command = [sys.executable, "-c", code, "read", "saved-pages"]
    with (
        (folder / "out.jsonl").open("wb") as out,
        subprocess.Popen(command, cwd=folder, stdout=out, stderr=theirs) as process,
    ):
        os.close(theirs)
        shown = b"".join(_until_closed(ours))
    assert process.returncode == 0
    assert b"Reading" in shown
    assert len((folder / "out.jsonl").read_bytes().splitlines()) == 63


def _until_closed(terminal):
    while True:
        try:
            yield os.read(terminal, 4096)
        except OSError:  # how Linux tells that the other side has closed
            return


def test_hash_seed_time_zone_and_folder_do_not_change_a_byte(folder):
    (folder / "elsewhere").mkdir()
    outputs = set()
    for seed, zone, cwd, prefix in (("0", "UTC", folder, ""), ("77", "Pacific/Auckland", folder / "elsewhere", "../")):
        environment = {"PYTHONHASHSEED": seed, "TZ": zone}
        sources = [f"{prefix}gazette.txt", f"{prefix}tribune.html"][:: 1 if seed == "0" else -1]
        assert (
            run("build", *sources, "--json", "r.json", "--html", "r.html", cwd=cwd, environment=environment).returncode
            == 0
        )
        outputs.add(((cwd / "r.json").read_bytes(), (cwd / "r.html").read_bytes()))
    assert len(outputs) == 1


@pytest.mark.parametrize(
    ("sources", "output"), [("tribune.html", "tribune.html"), ("saved-pages", "saved-pages/port-serin-gazette.txt")]
)
@pytest.mark.parametrize("option", ["--html", "--json"])
def test_an_account_is_never_written_over(folder, sources, output, option):
    before = (folder / output).read_bytes()
    done = run("build", sources, option, output, cwd=folder)
    assert done.returncode == 2
    assert f"'{output}' is one of the sources" in " ".join(done.stderr.decode().replace("│", " ").split())
    assert (folder / output).read_bytes() == before


def test_a_record_among_its_sources_is_written_again(folder):
    for _ in range(2):
        assert run("build", "saved-pages", "--html", "saved-pages/record.html", cwd=folder).returncode == 0


def test_the_two_files_of_a_record_are_two(folder):
    done = run("build", "tribune.html", "--html", "out", "--json", "./out", cwd=folder)
    assert done.returncode == 2
    assert not (folder / "out").exists()


def test_an_address_is_not_fetched_and_the_message_says_so(folder):
    done = run("build", "https://example.org/talks.html", cwd=folder)
    assert done.returncode == 2
    assert b"nothing is fetched" in done.stderr


def test_readers_posts_are_counted_and_a_page_of_posts_alone_is_called_one(folder):
    said = "The ferry left the harbour at noon, and the envoy was not on it."
    posts = "".join(
        f'<li id="comment-{n}" class="comment"><cite class="fn">Bo Ray{n}</cite><time '
        f'datetime="2021-03-0{n}">March {n}, 2021</time>'
        f"<p>{words}</p></li>"
        for n, words in enumerate(
            ("I stood there and saw it go.", "My cousin rows; he knew before.", "Who told the envoy?"), 1
        )
    )
    thread = f"<h2>3 Comments</h2><ol class=commentlist>{posts}</ol>"
    (folder / "thread.html").write_text(thread, encoding="utf-8")
    (folder / "both.html").write_text(
        f"<h1>Talks end</h1><article>{f'<p>{said}</p>' * 5}</article>{thread}", encoding="utf-8"
    )
    alone = " ".join(run("build", "thread.html", cwd=folder).stdout.decode().split())
    assert "no article of its own, only posts of readers, which are taken for nobody's account: 3" in alone
    assert "readers' posts, kept apart from who said what, on the page: 3" not in alone
    both = " ".join(run("build", "both.html", cwd=folder).stdout.decode().split())
    assert "readers' posts, kept apart from who said what, on the page: 3" in both


def test_a_table_is_read_with_its_columns(folder):
    (folder / "corpus.csv").write_bytes(csv_table())
    refused = run("list", "corpus.csv", cwd=folder)
    assert refused.returncode == 3
    assert b"say what they hold: --columns text=" in refused.stderr
    asked = ("--columns", "text=words,headline=title,publisher=outlet,published=day")
    listed = run("list", "corpus.csv", *asked, cwd=folder)
    assert listed.stdout.splitlines()[0].split(b"\t")[1:3] == [b"2031-05-04", b"The Kalmere Tribune"]
    assert json.loads(run("build", "corpus.csv:1,2", *asked, "--json", "-", cwd=folder).stdout)["readings"]
    assert b"'words=text' is no column" in run("read", "corpus.csv", "--columns", "words=text", cwd=folder).stderr
