"""The commands: arguments and messages only. Heavy imports stand inside the functions, so that `--help` answers at
once."""

import math
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from onrecord.program import CannotWrite, Program

if TYPE_CHECKING:
    from rich.console import RenderableType

    from onrecord.fetch.exchange import Exchange
    from onrecord.types import Account, LeftOut, Page, Reading, Record, Shortfall

LEFT_OUT, NOTHING_READ = 1, 3
_MODEL_RIGHT = "present, and its checksum is right"
_SECONDS_BEFORE_BAR = 2.0
_EVENTS_TOLD = 20
_ACCOUNTS_BEFORE_STATUS = 20  # so many take about two seconds to compare

sources_argument = click.argument("sources", nargs=-1, metavar="SOURCE...")


def _text(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """An argument that is to be written down, which bytes that are no text cannot be."""
    if value is not None and not value.isascii():
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            told = f"{value!r} is no text in the encoding of this terminal, {sys.getfilesystemencoding()}; type it anew"
            raise click.BadParameter(told, ctx, param) from None
    return value


from_option = click.option(
    "--from",
    "first",
    metavar="DAY",
    help="Of files that hold several accounts, those from DAY on: 2031, 2031-05, 2031-05-04.",
)
to_option = click.option("--to", "last", metavar="DAY", help="Of files that hold several accounts, those up to DAY.")
match_option = click.option(
    "--match",
    metavar="PATTERN",
    callback=_text,
    help="Of files that hold several accounts, those with words that this regular expression finds.",
)
columns_option = click.option(
    "--columns",
    metavar="FIELD=HEADING,...",
    callback=_text,
    help="What the columns of a table (CSV) hold: text=words,headline=title,publisher=outlet,published=day.",
)
outlet_option = click.option(
    "--as",
    "outlets",
    metavar="OUTLET",
    multiple=True,
    help="Behind a SOURCE: the outlet that published it, whatever its pages say. It is marked as given by you.",
)
described_option = click.option(
    "--sources",
    "described",
    metavar="FILE",
    type=click.Path(dir_okay=False),
    help="Read the sources that FILE describes, too: TOML with a table [[source]] for each, or columns that tabs part;"
    " file, outlet, date, address.",
)
strict_option = click.option(
    "--strict", is_flag=True, help="Exit with 1 if anything was left out, or read or compared in part."
)


class _Score(click.FloatRange):
    """A number from 0 to 1. What is no number ("nan") lies in no range, and is not below or above one either."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if math.isnan(float(super().convert(value, param, ctx))):
            self.fail(f"{value!r} is no number from 0 to 1.", param, ctx)
        return super().convert(value, param, ctx)


sure_option = click.option(
    "--sure",
    metavar="SCORE",
    type=_Score(0, 1),
    default=0.0,
    help="Leave out statements whose score is below SCORE (0 to 1): 0.9 gives fewer, and 19 of 20 of them right.",
)


class _Command(click.Command):
    """A command whose examples keep their lines, and which tells misuse of a source as a usage error."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not any(param.name == "outlets" for param in self.params):
            return super().parse_args(ctx, args)
        rest, outlets = _outlets(ctx, self.params, args)
        left = super().parse_args(ctx, rest)
        ctx.params["outlets"] = outlets
        if not (ctx.params["sources"] or ctx.params["described"] or ctx.resilient_parsing):
            argument = next(param for param in self.params if param.name == "sources")
            raise click.MissingParameter(ctx=ctx, param=argument)
        return left

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.epilog:
            formatter.write_paragraph()
            formatter.write(self.epilog.strip("\n") + "\n")

    def invoke(self, ctx: click.Context) -> Any:
        from onrecord.errors import OnrecordError

        try:
            return super().invoke(ctx)
        except OnrecordError as error:
            raise click.UsageError(str(error), ctx) from error


def _outlets(
    ctx: click.Context, params: Iterable[click.Parameter], args: list[str]
) -> tuple[list[str], dict[str, str]]:
    """The arguments without each --as, and the outlets by the sources that stand before them."""
    takes = {
        name for param in params if isinstance(param, click.Option) and not param.is_flag for name in (*param.opts,)
    }
    rest: list[str] = []
    outlets: dict[str, str] = {}
    source: str | None = None
    waiting = iter(args)
    for word in waiting:
        if word == "--":
            rest += [word, *waiting]
        elif word == "--as" or word.startswith("--as="):
            outlet = word[len("--as=") :] if "=" in word else next(waiting, None)
            _put_outlet(ctx, outlets, source, outlet)
        else:
            rest.append(word)
            if word in takes:
                rest += [value for value in [next(waiting, None)] if value is not None]
            elif word == "-" or not word.startswith("-"):
                source = word
    return rest, outlets


def _put_outlet(ctx: click.Context, outlets: dict[str, str], source: str | None, outlet: str | None) -> None:
    if not outlet or not outlet.strip():
        raise click.UsageError("--as wants the name of an outlet behind it: --as 'The Tribune'", ctx)
    _text(ctx, next(param for param in ctx.command.params if param.name == "outlets"), outlet)
    if source is None:
        raise click.UsageError(
            f"--as {outlet!r} stands before any source; write it behind the source that it names", ctx
        )
    if outlets.setdefault(source, outlet) != outlet:
        raise click.UsageError(f"{source!r} is said to be of {outlets[source]!r} and of {outlet!r}; say one", ctx)


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="onrecord")
def main() -> None:
    """Build one record of one event from several published accounts.

    Every line of the record is pinned to the characters it was read from. Nothing leaves this machine; `fetch` alone
    asks the network for the pages that it is given.
    """


@main.command(
    cls=_Command,
    epilog="""
Examples:
  onrecord build tribune.html gazette.txt
  onrecord build saved-pages/ --html record.html --json record.json
  onrecord build export.txt:1,3 tribune.html
  onrecord build tribune.html gazette.txt --as "The Gazette"
  cat gazette.txt | onrecord build - tribune.html --json -
""",
)
@sources_argument
@click.option(
    "--json",
    "json_file",
    metavar="FILE",
    type=click.Path(dir_okay=False),
    help="Write the record as JSON; '-' for standard output.",
)
@click.option(
    "--html",
    "html_file",
    metavar="FILE",
    type=click.Path(dir_okay=False),
    help="Write the record as one page; '-' for standard output.",
)
@click.option("--title", metavar="TEXT", callback=_text, help="The record's title. Without it, the first headline.")
@from_option
@to_option
@match_option
@columns_option
@outlet_option
@described_option
@click.option(
    "--all", "all_", is_flag=True, help="Build the record even if the accounts seem to tell of several events."
)
@strict_option
@sure_option
def build(  # noqa: PLR0913, one for each option
    sources: tuple[str, ...],
    json_file: str | None,
    html_file: str | None,
    title: str | None,
    *,
    first: str | None,
    last: str | None,
    match: str | None,
    columns: str | None,
    outlets: dict[str, str],
    described: str | None,
    all_: bool,
    strict: bool,
    sure: float,
) -> None:
    """Build the record of the accounts in SOURCE: files, folders, or '-' for standard input.

    What a file is, is told by its content. Of a file that holds several accounts (an export of a news database, a
    mailbox, a feed ...) all are taken, or those that are numbered behind its name: export.docx:3,7-12. Accounts that do
    not tell of one event are not brought into one record: which go together is told. Without --json or --html, prints a
    summary.
    """
    if "" in (json_file, html_file):
        raise click.UsageError("--json and --html want the name of a file, or '-'; '' is none")
    if json_file == html_file == "-":
        raise click.UsageError(
            "--json - and --html - cannot both write to standard output; name a file for one of them"
        )
    sources, said = _described(sources, outlets, described)
    _spare((*sources, *filter(None, [described])), [file for file in (json_file, html_file) if file and file != "-"])
    results = list(_read(sources, sure, _asked(first, last, match, columns) | said))
    if not all_:
        _of_one_event(results)
    record = _joined(results, title)
    short = _report(record.left_out, record.readings, record.shortfalls)
    if not record.readings:
        click.echo("onrecord: nothing could be read", err=True)
        sys.exit(NOTHING_READ)
    _write(record, json_file, html_file)
    if strict and short:
        sys.exit(LEFT_OUT)


def _spare(sources: Iterable[str], outputs: list[str]) -> None:
    """Refuse to write a record over an account that it is made of, or over the other file of it."""
    targets = [Path(os.path.realpath(file)) for file in outputs]
    if len(set(targets)) < len(targets):
        raise click.UsageError(f"--json and --html both name {outputs[0]!r}; name two files")
    read = {Path(os.path.realpath(source)) for source in sources if source != "-"}
    for file, target in zip(outputs, targets, strict=True):
        if not read.isdisjoint((target, *target.parents)) and _is_account(target):
            raise click.UsageError(f"{file!r} is one of the sources, and would be written over; name another file")


def _is_account(file: Path) -> bool:
    from onrecord.sources import load
    from onrecord.types import Page

    return file.is_file() and any(isinstance(page, Page) for page in load(file))


def _of_one_event(results: Iterable["Reading | LeftOut"]) -> None:
    """Refuse accounts that do not tell of one event, and say which go together."""
    from onrecord.one_event import groups
    from onrecord.types import Reading

    events = groups(result.account for result in results if isinstance(result, Reading))
    if len(events) < 2:
        return
    lines = [
        f"  {number}. ({', '.join(event.names)}) {', '.join(_on_one_line(account.url) for account in event.accounts)}"
        for number, event in enumerate(events[:_EVENTS_TOLD], 1)
    ]
    if len(events) > _EVENTS_TOLD:
        lines.append(f"  and {len(events) - _EVENTS_TOLD} more")
    raise click.UsageError(
        f"these accounts seem to tell of {len(events)} events, by the words, names and days that they share:\n"
        + "\n".join(lines)
        + "\nName those of one event, or say --all"
    )


def _joined(results: list["Reading | LeftOut"], title: str | None) -> "Record":
    from onrecord.pipeline import join

    if len(results) < _ACCOUNTS_BEFORE_STATUS or not sys.stderr.isatty():
        return join(results, title=title)
    from rich.console import Console

    with Console(stderr=True).status(f"Comparing {len(results)} accounts"):
        return join(results, title=title)


def _write(record: "Record", json_file: str | None, html_file: str | None) -> None:
    if json_file:
        from onrecord.codec import pretty

        _write_bytes(json_file, pretty(record))
    if html_file:
        from onrecord.exports import page
        from onrecord.faults import attempt

        _write_bytes(html_file, attempt(lambda: page(record), _not_made).encode("utf-8"))
    if not json_file and not html_file:
        from onrecord.exports import summary

        _print(record, summary)


def _print(record: "Record", form: "Callable[[Record, int], RenderableType]") -> None:
    """Print a record in the form that `form` gives it for so many columns."""
    from rich.console import Console

    from onrecord.faults import attempt

    console = Console(highlight=False)
    console.print(attempt(lambda: form(record, console.width), _not_made))


def _not_made(why: str) -> NoReturn:
    raise click.ClickException(f"the record is made, but could not be set out for people: {why}; --json FILE writes it")


@main.command(
    cls=_Command,
    epilog="""
Examples:
  onrecord read tribune.html
  onrecord read saved-pages/ > readings.jsonl
""",
)
@sources_argument
@from_option
@to_option
@match_option
@columns_option
@outlet_option
@described_option
@strict_option
@sure_option
def read(  # noqa: PLR0913, one for each option
    sources: tuple[str, ...],
    first: str | None,
    last: str | None,
    match: str | None,
    columns: str | None,
    *,
    outlets: dict[str, str],
    described: str | None,
    strict: bool,
    sure: float,
) -> None:
    """Read each account by itself: one Reading a line, as JSON, in the order of the sources."""
    from onrecord.codec import encode
    from onrecord.types import LeftOut

    sources, said = _described(sources, outlets, described)
    left_out, short, written = [], False, 0
    for result in _read(sources, sure, _asked(first, last, match, columns) | said):
        if isinstance(result, LeftOut):
            left_out.append(result)
            continue
        _write_bytes("-", encode(result) + b"\n")
        written += 1
        short |= _report((), [result])
        if not result.account.complete:
            left_out.append(LeftOut(result.account.url, result.account.incomplete_because or "not read whole"))
    short |= _report(left_out)
    if not written:
        sys.exit(NOTHING_READ)
    if strict and short:
        sys.exit(LEFT_OUT)


@main.command(
    "list",
    cls=_Command,
    epilog="""
Examples:
  onrecord list export.txt
  onrecord list export.txt --from 2031-05 --match "bridge|ferry"
""",
)
@sources_argument
@from_option
@to_option
@match_option
@columns_option
@outlet_option
@described_option
@strict_option
def list_(  # noqa: PLR0913, one for each option
    sources: tuple[str, ...],
    first: str | None,
    last: str | None,
    match: str | None,
    columns: str | None,
    *,
    outlets: dict[str, str],
    described: str | None,
    strict: bool,
) -> None:
    """List the accounts that SOURCE holds, a line each: name and number, date, outlet, headline.

    Dates are those of publication. What stands in the first column can be given to build and read.
    """
    from onrecord.pipeline import pages
    from onrecord.types import LeftOut

    left_out, listed = [], 0
    sources, said = _described(sources, outlets, described)
    for page in pages(sources, stdin=_stdin(sources), **_asked(first, last, match, columns), **said):
        account = page if isinstance(page, LeftOut) else _segmented(page)
        if isinstance(account, LeftOut):
            left_out.append(account)
            continue
        listed += 1
        row = (account.url, account.published or "no date", account.publisher or "?", account.headline or "?")
        click.echo("\t".join(_on_one_line(cell) for cell in row))
    short = _report(left_out)
    if not listed:
        sys.exit(NOTHING_READ)
    if strict and short:
        sys.exit(LEFT_OUT)


def _segmented(page: "Page") -> "Account | LeftOut":
    from onrecord.accounts import segment
    from onrecord.faults import attempt
    from onrecord.types import LeftOut

    return attempt(lambda: segment(page), lambda why: LeftOut(page.url, f"it could not be taken apart: {why}"))


@main.command(
    cls=_Command,
    epilog="""
Examples:
  onrecord build tribune.html gazette.txt --json record.json
  onrecord locate record.json gazette.txt:0-80
""",
)
@click.argument("record_file", metavar="RECORD", type=click.Path(exists=True, dir_okay=False))
@click.argument("line", metavar="LINE")
@click.argument("places", metavar="[SOURCE...]", nargs=-1)
@click.option("--json", "as_lines", is_flag=True, help="One line of JSON for each run of words, the bytes in Base64.")
def locate(record_file: str, line: str, places: tuple[str, ...], as_lines: bool) -> None:
    """Give back the bytes that a line of RECORD was read from, in the file that they stand in.

    LINE is the id of a statement, position, moment ... of the record, or its beginning, or NAME:START-END for the
    characters of an account by its name. The files are looked for in SOURCE, or else beside the record and here, and
    told by their SHA-256.
    """
    from onrecord.codec import decode
    from onrecord.locate import as_json
    from onrecord.locate import locate as find

    record = decode(Path(record_file).read_bytes())
    for at in find(record, line, places or (Path(record_file).resolve().parent, ".")):
        if as_lines:
            _write_bytes("-", as_json(at) + b"\n")
            continue
        click.echo(f"{_on_one_line(at.account.url)}, characters {at.span.start:,} to {at.span.end:,}: {at.words!r}")
        for step in at.steps:
            told = (
                f", SHA-256 {step.sha256}, as recorded"
                if step.how == "file"
                else f", SHA-256 {step.sha256}"
                if step.sha256
                else ""
            )
            click.echo(f"  {step.how} {_on_one_line(step.what)}{told}")
        for run in at.runs:
            form = f" ({run.form})" if run.form else ""
            click.echo(f"  bytes {run.start:,} to {run.end:,}{form}: {_shown(run.data)}")
        if not at.exact:
            click.echo("  (of HTML: all of the block that these words stand in)")


def _shown(data: bytes) -> str:
    return _on_one_line(data.decode("utf-8", "backslashreplace"))


@main.command(
    cls=_Command,
    epilog="""
Examples:
  onrecord demo
  onrecord demo --html sandvall.html
""",
)
@click.option(
    "--html",
    "html_file",
    metavar="FILE",
    default="onrecord-demo.html",
    show_default=True,
    type=click.Path(dir_okay=False),
    help="Where to write the page.",
)
def demo(html_file: str) -> None:
    """Build the record of the sample accounts that ship with onrecord: three invented outlets on one invented
    negotiation."""
    from onrecord.exports import overview

    record = _joined(list(_read([str(Path(__file__).parent / "samples")], 0.0)), None)
    _report(record.left_out, record.readings, record.shortfalls)
    _print(record, overview)
    _write(record, None, html_file)
    click.echo(f"""
The record as a page, every line beside the words it was read from:
  {Path(html_file).resolve()}
Next, with pages that you saved yourself:
  onrecord build PAGE PAGE... --html record.html""")


@main.command(
    cls=_Command,
    epilog="""
Examples:
  onrecord fetch https://tribune.example/river https://gazette.example/gate -o event.warc.gz
  onrecord build event.warc.gz --html record.html
""",
)
@click.argument(
    "urls", nargs=-1, required=True, metavar="URL...", callback=lambda c, p, v: tuple(_text(c, p, u) for u in v)
)
@click.option(
    "-o",
    "--output",
    "file",
    metavar="FILE",
    required=True,
    type=click.Path(dir_okay=False),
    callback=_text,
    help="Where the answers are kept, as WARC: event.warc.gz. A file that is there is never written over.",
)
@click.option(
    "--ignore-robots", is_flag=True, help="Ask also for what a site's robots.txt asks programs to leave alone."
)
def fetch(urls: tuple[str, ...], file: str, *, ignore_robots: bool) -> None:
    """Save pages from the network, each answer as it came. No other command leaves this machine.

    One request at a time, two seconds or what the site wants between two to one host, at most 20 MB and 60 seconds a
    page. Nothing of this machine or the network that it is in is asked.
    """
    try:
        from onrecord.fetch import Manners, warc
        from onrecord.fetch import fetch as fetched_of
    except ModuleNotFoundError as error:
        raise click.UsageError(f"fetch wants the package {error.name!r}: pip install 'onrecord[fetch]'") from error
    from onrecord import __version__

    if os.path.lexists(file):
        raise click.UsageError(f"{file!r} is there already, and is not written over; name another file")
    exchanges: list[Exchange] = []
    whole = 0
    for fetched in fetched_of(urls, Manners(robots=not ignore_robots)):
        exchanges += fetched.exchanges
        whole += not fetched.why
        became = f"left out: {fetched.why}" if fetched.why else f"{len(fetched.exchanges[-1].response):,} bytes"
        click.echo(f"{_on_one_line(fetched.url)}: {_on_one_line(became)}", err=True)
    if not exchanges:
        sys.exit(NOTHING_READ)
    _write_bytes(file, warc(exchanges, f"onrecord {__version__}", robots=not ignore_robots))
    if whole < len(dict.fromkeys(urls)):
        sys.exit(LEFT_OUT)


@main.command(cls=_Command, epilog="\nExample:\n  onrecord schema > record.schema.json\n")
def schema() -> None:
    """Print the JSON Schema of a record."""
    import msgspec

    from onrecord.codec import schema as record_schema

    _write_bytes("-", msgspec.json.format(msgspec.json.encode(record_schema()), indent=2) + b"\n")


@main.command(cls=_Command, epilog="\nExample:\n  onrecord sbom > onrecord.cdx.json\n")
def sbom() -> None:
    """Print what this installation is made of, as a CycloneDX bill of materials."""
    import msgspec

    from onrecord.inventory import bill_of_materials

    _write_bytes("-", msgspec.json.format(msgspec.json.encode(bill_of_materials()), indent=2) + b"\n")


@main.command(cls=_Command, epilog="\nExamples:\n  onrecord doctor\n  onrecord doctor saved-pages/\n")
@click.argument("sources", nargs=-1, metavar="[SOURCE...]")
def doctor(sources: tuple[str, ...]) -> None:
    """Say what this installation has, and what of SOURCE would be read."""
    import platform
    import sqlite3
    from importlib.metadata import version

    from onrecord.inventory import libraries
    from onrecord.shipped import SHA256
    from onrecord.types import SCHEMA

    rows = [
        ("onrecord", f"{version('onrecord')}, writes {SCHEMA}"),
        ("Python", f"{platform.python_version()} on {platform.system()}"),
        ("libraries", ", ".join(f"{one.name} {one.installed}" for one in libraries() if one.installed)),
        ("tested", _tested()),
        ("model", _model()),
        *(("weights", f"{name}: {_weights(name)}") for name in SHA256),
        ("pages", _readers()),
        ("SQLite", f"{sqlite3.sqlite_version} (not used yet)"),
        ("network", _network()),
    ]
    for name, value in rows:
        click.echo(f"{name:<10} {value}")
    if sources:
        _preview(sources)


def _tested() -> str:
    """Whether the libraries are those that the tests ran with."""
    from onrecord.inventory import untested

    others = [f"{one.name} {one.installed}, not {one.tested}" for one in untested()]
    return "with other versions than these: " + "; ".join(others) if others else "with just these versions"


def _readers() -> str:
    """Whether what reads pages runs compiled."""
    from importlib.util import find_spec

    spec = find_spec("onrecord.accounts.page.markup")
    plain = spec is None or (spec.origin or "").endswith(".py")
    return "read by plain Python, not compiled" if plain else "read by compiled modules"


def _model() -> str:
    from onrecord.errors import OnrecordError
    from onrecord.faults import reason
    from onrecord.readings.model import load

    try:
        load()
    except OnrecordError as error:
        return f"unverified, so attributions are found by rule alone: {error}"
    except Exception as error:
        return f"not to be run here, so attributions are found by rule alone: {reason(error)}"
    return _MODEL_RIGHT


def _network() -> str:
    """What the libraries were told, asked of this process when the model has been loaded."""
    from onrecord.readings.model import TELEMETRY, telemetry_is_off

    if telemetry_is_off():
        return f"used by fetch alone; onnxruntime's telemetry is switched off ({TELEMETRY}=1)"
    return f"not used by onrecord, but onnxruntime's telemetry may be on ({TELEMETRY} is not 1)"


def _weights(name: str) -> str:
    from onrecord.errors import ModelError
    from onrecord.shipped import shipped

    try:
        return f"{len(shipped(name)):,} bytes, and their checksum is right"
    except ModelError as error:
        return f"not used: {error}"


def _preview(sources: Iterable[str]) -> None:
    from onrecord.pipeline import pages
    from onrecord.types import Page

    for page in pages(sources, stdin=_stdin(sources)):
        told = f"{page.media_type}, {len(page.body):,} bytes" if isinstance(page, Page) else f"left out: {page.reason}"
        click.echo(f"{_on_one_line(page.url)}: {told}")


def _stdin(sources: Iterable[str]) -> bytes | None:
    from onrecord.sources import standard_input

    return standard_input() if "-" in sources else None


def _asked(first: str | None, last: str | None, match: str | None, columns: str | None) -> dict[str, Any]:
    """Which accounts of files that hold several are asked for, and what the columns of tables hold."""
    from onrecord import sources

    return {"wanted": sources.choice(first, last, match), "columns": sources.columns(columns)}


def _described(
    sources: tuple[str, ...], outlets: dict[str, str], file: str | None
) -> tuple[tuple[str, ...], dict[str, Any]]:
    """All sources, and what is said of them on the command line and in a file; the command line wins."""
    from onrecord.sources import Description, description_named, not_within, read_descriptions

    said = read_descriptions(file) if file else {}
    more = not_within(said, sources)
    if file:
        said[file] = Description(no_account="the file that describes the sources")
    for source, outlet in outlets.items():
        said[source] = (description_named(said, source) or Description())._replace(outlet=outlet.strip())
    return (*sources, *more), {"described": said}


def _read(sources: Iterable[str], sure: float, asked: "dict[str, Any] | None" = None) -> Iterator["Reading | LeftOut"]:
    """Load and read, with a bar on standard error if it takes long and somebody is there to see it."""
    from onrecord.pipeline import pages, read_page

    loaded = list(pages(sources, stdin=_stdin(sources), **(asked or {})))
    if (told := _model()) != _MODEL_RIGHT:
        click.echo(f"onrecord: the model is {told}", err=True)
    with _progress(len(loaded)) as advance:
        for page in loaded:
            advance(page)
            yield read_page(page, least_score=sure)


@contextmanager
def _progress(total: int) -> Iterator[Callable[["Page | LeftOut"], None]]:
    """Calls with each page show a bar once the work has taken two seconds; quiet when piped."""
    if not sys.stderr.isatty():
        yield lambda page: None
        return
    import time

    from rich.console import Console
    from rich.progress import Progress

    begun = time.monotonic()
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=total, visible=False)

        def advance(page: "Page | LeftOut") -> None:
            bar.update(
                task,
                description=f"Reading {page.url}",
                visible=time.monotonic() - begun > _SECONDS_BEFORE_BAR,
                advance=1,
            )

        yield advance


def _report(
    left_out: Iterable["LeftOut"], readings: Iterable["Reading"] = (), compared: Iterable["Shortfall"] = ()
) -> bool:
    """Tell what was left out, and which parts of the readings and of the comparison are missing. Whether anything
    is."""
    messages = [f"left out {_on_one_line(item.url)}: {item.reason}" for item in left_out]
    messages += [
        f"read {_on_one_line(reading.account.url)} without {short.part}, in whole or in part: {short.reason}"
        for reading in readings
        for short in reading.shortfalls
    ]
    messages += [f"compared without {short.part}, in whole or in part: {short.reason}" for short in compared]
    for line in messages:
        click.echo(f"onrecord: {line}", err=True)
    return bool(messages)


def _on_one_line(name: str) -> str:
    """A file's name without what would break the line or steer the terminal."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in name)


def _write_bytes(file: str, content: bytes) -> None:
    """Write to standard output ("-"), or to a file that is replaced only when all of it is written."""
    if file == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    from onrecord.output import write

    try:
        write(file, content)
    except OSError as error:
        raise CannotWrite(repr(file), error) from error
