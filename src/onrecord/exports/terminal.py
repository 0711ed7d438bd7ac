"""An edition on the terminal: in short, who said what, where the accounts differ, what was left out."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.exports.edition import Edition
from onrecord.exports.ink import plain
from onrecord.exports.said import DENIED, HEDGED
from onrecord.exports.view import (
    Attestation,
    Bargain,
    Cell,
    Difference,
    Entry,
    Line,
    Part,
    Slot,
    Speaker,
    Stake,
    VariantReading,
    Window,
)

LINES = 6  # utterances of one speaker; of more the rest is counted
MEASURE = 88  # columns; a wider line is hard to read
_MODALITIES = {
    "hedged": "hedged",
    "denied": "denied",
    "past": "past: of a time before",
    "hypothetical": "supposed, not told as done",
}


def outline(edition: Edition, width: int) -> Group:
    """What fits a terminal of `width` columns. Control characters are shown, never sent to the terminal."""
    parts = [
        *_masthead(edition),
        *_brief(edition),
        *_said(edition.said, edition.signs),
        *_bargain(edition.bargain),
        *_differences(edition.differences),
        *_left_out(edition),
    ]
    return _within(parts, width)


def digest(edition: Edition, width: int) -> Group:
    """What an edition is of, what it says in short, and how much of each kind was found: a screenful for a few
    accounts."""
    return _within([*_masthead(edition), *_brief(edition), *_found(edition)], width)


def _within(parts: Iterable[RenderableType], width: int) -> Group:
    spare = max(width - MEASURE, 0)
    return Group(*(Padding(part, (0, spare, 0, 0)) for part in parts))


def _found(edition: Edition) -> Iterator[RenderableType]:
    yield _heading("Found")
    for number, noun, which in _counts(edition):
        if number:
            yield Padding(Text(f"{number:>4} {noun}{'s' * (number != 1)} {which}"), (0, 0, 0, 2))


def _counts(edition: Edition) -> tuple[tuple[int, str, str], ...]:
    """How many lines of each kind there are, the kind, and which of its kind are meant."""
    lines = [line for speaker in edition.said for line in speaker.lines]
    shared = [line for line in lines if line.attestation.present > 1]
    named = set(filter(None, (speaker.name for speaker in edition.said)))
    worded = sum(bool(line.apparatus) for line in shared)
    positions = edition.bargain.stakes if edition.bargain else 0
    return (
        (len(lines), "utterance", f"by {len(named)} speakers who are named"),
        (len(shared), "utterance", f"in more than one account; {worded} of them in other words"),
        (positions, "position", "of the sides: demands, offers, refusals, promises"),
        (len(edition.time), "time", "at which something happened, or is to happen"),
        (sum(compared.relation == "differs" for compared in edition.differences), "place", "where the accounts differ"),
        (len(edition.cast), "actor", "that they name"),
        (sum(len(thread.remarks) for thread in edition.readers), "post", "of readers, kept apart from who said what"),
        (len(edition.masthead.left_out), "source", "left out"),
    )


def _masthead(edition: Edition) -> Iterator[RenderableType]:
    head = edition.masthead
    yield Text(plain(head.title), style="bold")
    if head.when:
        yield Text(head.when)
    for account in edition.accounts:
        line = Text.assemble((account.siglum.letters, "bold"), "  ", plain(account.siglum.name))
        if account.headline and account.headline != account.siglum.name:
            line.append(f": {plain(account.headline)}")
        if account.published:
            line.append(f", {account.published}", style="dim")
        if not account.complete:
            line.append(f"; read in part: {plain(account.incomplete_because or 'no reason is recorded')}")
        for shortfall in account.short:
            line.append(f"; {shortfall.part} missing, in whole or in part: {plain(shortfall.reason)}")
        yield line


def _brief(edition: Edition) -> Iterator[RenderableType]:
    if edition.brief:
        yield _heading("In short")
    for brief in edition.brief:
        line = _words(brief.parts, brief.form)
        if brief.form:
            line.append(f" — {plain(brief.speaker) if brief.speaker else 'speaker not named'}")
            for other in brief.instead:
                line.append(f", or {plain(str(other))}")
        yield Padding(Text.assemble(line, "  ", _sigla(brief.attestation)), (0, 0, 0, 2))


def _said(speakers: Iterable[Speaker], signs: Iterable[tuple[str, str]]) -> Iterator[RenderableType]:
    for number, speaker in enumerate(speakers):
        if not number:
            yield _heading("Said")
            key = ", ".join(f"{sign} {words}" for sign, words in signs)
            yield Padding(Text(f"{key}, x] y where one has x the other has y", style="dim"), (0, 0, 0, 2))
        yield Text(plain(speaker.name) if speaker.name else "Speaker not identified", style="italic")
        for likeness in speaker.looks_like:
            letters = ", ".join(f"{letter} ({script})" for letter, script in likeness.letters)
            warning = plain(f"looks like {likeness.name}, spelled with other letters: {letters}")
            yield Padding(Text(warning), (0, 0, 0, 2))
        for line in speaker.lines[:LINES]:
            yield Padding(_line(line), (0, 0, 0, 2))
        if len(speaker.lines) > LINES:
            yield Padding(Text(f"and {len(speaker.lines) - LINES} more, on the page", style="dim"), (0, 0, 0, 2))


def _line(line: Line) -> Text:
    text = Text(f"⟨{plain(line.cue.text)}⟩ " if line.cue and line.form != "direct" else "")
    text.append_text(_words(line.parts, line.form))
    if line.joint:
        text.append(f" together with {plain(', '.join(line.joint))}")
    for other in line.instead:
        text.append(f" or of {plain(str(other))}")
    text.append("  ")
    text.append_text(_sigla(line.attestation))
    for fact in line.facts:
        if fact.label in (DENIED, HEDGED):
            text.append(f" {fact.label} ⟨{plain(fact.cut.text)}⟩")
    for doubt in _doubts(line):
        text.append(f" {doubt}", style="dim")
    for entry in line.apparatus:
        for reading in entry.readings:
            text.append(f"\n  {_variant(entry, reading)}", style="dim")
    return text


def _doubts(line: Line) -> Iterator[str]:
    if line.uncertain:
        yield "uncertain"
    if line.probable:
        yield "probably, not surely, one utterance"
    if line.doubtful:
        yield f"probably, not surely, also {' '.join(siglum.letters for siglum in line.doubtful)}"


def _variant(entry: Entry, reading: VariantReading) -> str:
    lemma = f"{plain(entry.short)}] " if entry.lemma else ""
    kind = {"om": "om.", "add": "add. ", "for": ""}[reading.kind]
    moved = " (moved)" if reading.moved else ""
    sigla = " ".join(siglum.letters for siglum in reading.sigla)
    alters = f" {', '.join(reading.alters)}" if reading.alters else ""
    return f"{lemma}{kind}{plain(reading.text)}{moved} {sigla}{f' ◆{alters}' if reading.weighty else ''}"


def _bargain(table: Bargain | None) -> Iterator[RenderableType]:
    """Issue by issue, side by side: what each demands, offers, refuses ..."""
    if table is None:
        return
    yield _heading("The table")
    for matter in table.matters:
        yield Text(plain(matter.name.text) if matter.name else "Not under one issue", style="italic")
        for side, stakes in zip(table.sides, matter.cells, strict=True):
            for stake in stakes:
                yield Padding(_stake(stake, side or stake.side), (0, 0, 0, 2))
    if table.single:
        yield Padding(
            Text(f"and {len(table.single)} that one account tells of one side, on the page", style="dim"), (0, 0, 0, 2)
        )


def _stake(stake: Stake, side: str | None) -> Text:
    act = f"does not {stake.act}" if stake.negated else f"{stake.act}s"
    text = Text.assemble((plain(side) if side else "Side not named", "bold"), f" {act} ")
    text.append(plain(" … ".join(cut.text for cut in stake.content)))
    if stake.toward:
        text.append(f" (toward {plain(stake.toward)})")
    if stake.condition:
        text.append(f", on condition: {plain(stake.condition.text)}")
    if stake.modality != "plain":
        text.append(f" ({_MODALITIES[stake.modality]})")
    return text.append("  ").append_text(_sigla(stake.attestation))


def _differences(compared: Iterable[Difference]) -> Iterator[RenderableType]:
    differ = [difference for difference in compared if difference.relation == "differs"]
    if differ:
        yield _heading("Where they differ")
    for difference in differ:
        yield Padding(Text(plain(" ".join(difference.notes))), (0, 0, 0, 2))
        for cell in difference.cells:
            yield Padding(_cell(cell), (0, 0, 0, 4))


def _cell(cell: Cell) -> Text:
    absent = {"silent": "–", "unknown": "?", "omits": "om."}.get(cell.state, "·")
    text = Text.assemble((cell.siglum.letters, "bold"), "  ", "" if cell.windows else absent)
    for number, window in enumerate(cell.windows):
        begun = bool(number)
        text.append(" … " if begun and not cell.windows[number - 1].after else " " if begun else "")
        text.append_text(_window(window, begun))
    return text


def _window(window: Window, begun: bool) -> Text:
    text = Text("…" if window.before and not begun else "")
    for words, strong in window.pieces:
        shown = plain(words) if words else "‸"
        lead, trail = " " if words[:1].isspace() else "", " " if words[-1:].isspace() and words.strip() else ""
        text.append(f"{lead}{shown}{trail}", style="bold" if strong else "")
    return text.append("…" if window.after else "")


def _left_out(edition: Edition) -> Iterator[RenderableType]:
    yield _heading("Left out")
    for omission in edition.masthead.left_out:
        yield Padding(Text(f"{plain(omission.url)}: {plain(omission.reason)}"), (0, 0, 0, 2))
    for shortfall in edition.masthead.short:
        words = f"of the comparison, the {shortfall.part}, in whole or in part: {plain(shortfall.reason)}"
        yield Padding(Text(words), (0, 0, 0, 2))
    if not (edition.masthead.left_out or edition.masthead.short):
        yield Padding(Text("nothing that was given"), (0, 0, 0, 2))
    for account in edition.accounts:
        passed = {
            "hidden passages not read": account.hidden,
            "passages not read because the page strikes them through": account.struck,
            "passages read that the page perhaps never shows": account.veiled,
            "faulty descriptions for machines not read": account.unparsed,
            "statements below the score asked for": account.unsure,
            "between quotation marks taken for nobody's speech, on the page": len(account.set_off),
        }
        if account.only_posts:
            passed |= {
                "no article of its own, only posts of readers, which are taken for nobody's account": account.posts
            }
        else:
            passed |= {"readers' posts, kept apart from who said what, on the page": account.posts}
        if counts := "; ".join(f"{what}: {number}" for what, number in passed.items() if number):
            yield Padding(Text.assemble((account.siglum.letters, "bold"), f"  {counts}"), (0, 0, 0, 2))


def _heading(words: str) -> Text:
    return Text(f"\n{words}", style="bold")


def _words(parts: Iterable[Part], form: str | None) -> Text:
    words = "".join(f" ⟨{p.text}⟩ " if p.kind == "gap" else p.text for p in parts)
    return Text(plain(f"“{words}”" if form == "direct" and words[:1] not in "\"“„«'‘" else words))


def _sigla(attestation: Attestation) -> Text:
    text = Text(" ".join(_slot(slot) for slot in attestation.slots), style="bold")
    for sign, count in (("–", attestation.silent), ("?", attestation.unknown)):
        if count:
            text.append(f" {sign}{count}")
    return text


def _slot(slot: Slot) -> str:
    letters = slot.siglum.letters
    return {"full": letters, "reported": f"({letters})", "silent": "–", "unknown": "?", "open": "·"}[slot.state]
