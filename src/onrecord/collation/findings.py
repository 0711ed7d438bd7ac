"""Where the accounts agree, differ, speak alone or are silent.

Accounts that print the same copy are one witness. Nothing is said of the silence of an account that was read in part
or is a stub, nor of one that prints the words without a statement of its own having been found in them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Literal

from onrecord.collation.conflicts import Conflict, of_numbers, of_roles, of_times
from onrecord.collation.coverage import Coverage
from onrecord.collation.witnesses import Bodies, Witness
from onrecord.text.keys import digest
from onrecord.text.words import spoken, spoken_keys, words
from onrecord.types import Actor, Event, Finding, Moment, Reading, Record, Relation, Span, Variant, Wording

About = Literal["utterance", "date", "name", "number", "position", "role"]

_SILENCE_LISTED = 20  # accounts; beyond it most lines have most accounts silent, which "only in" already says
_REVERSING = frozenset("not no never neither nor none without if unless until only except hardly barely".split())


def findings(
    record: Record, bodies: Bodies, lines: Iterable[tuple[Wording, Sequence[Witness]]], alone: Iterable[Witness]
) -> Iterator[Finding]:
    """All findings about a record. `lines` are its wordings with their witnesses, `alone` the statements in none."""
    coverage = Coverage(record.readings, bodies, record.copies)
    for line, members in lines:
        yield from of_wording(coverage, line, members)
    for witness in alone:
        if witness.statement.form != "indirect" and witness.words:
            yield from of_lone(coverage, witness)
    yield from of_actors(coverage, record.cast)
    yield from of_dates(coverage, record.readings, record.timeline)
    yield from of_conflicts(record.readings, bodies, record.cast)


def of_wording(coverage: Coverage, wording: Wording, members: Sequence[Witness]) -> Iterator[Finding]:
    """Findings about one wording: who carries it, where the words differ, and who is silent."""
    having = coverage.ordered(w.account for w in members)
    evidence = tuple(span for w in members for span in w.spans)
    independent = coverage.independent(having)
    copies = coverage.copies(having)
    base = next(w for w in members if w.statement.id == wording.base)
    if independent > 1:
        note = f"{independent} independent accounts carry these words or report them.{copies}"
        yield _finding("agrees", "utterance", having, evidence, note)
    elif not coverage.printing(base.keys) - set(having):
        yield _finding("only_in", "utterance", having, evidence, f"Found in one copy alone.{copies}")
    yield from _differences(coverage, wording, members, base)
    yield from _silence(coverage, having, base)


def of_lone(coverage: Coverage, witness: Witness) -> Iterator[Finding]:
    """Findings about a quotation that no other account carries."""
    if len(coverage) < 2 or coverage.printing(witness.keys) - {witness.account}:
        return
    note = "These words were found in this account alone."
    yield _finding("only_in", "utterance", (witness.account,), witness.spans, note)
    if len(coverage) <= _SILENCE_LISTED:
        yield from _silence(coverage, (witness.account,), witness)


def of_actors(coverage: Coverage, cast: Iterable[Actor]) -> Iterator[Finding]:
    """Persons and organisations that one account alone names."""
    for actor in cast:
        having = {span.account for span in actor.mentions}
        keys = spoken_keys(words(actor.name))
        named = actor.kind != "group" and not actor.name[:1].islower()
        if named and len(coverage) > 1 and len(having) == 1 and not coverage.printing(keys[-1:]) - having:
            yield _finding("only_in", "name", tuple(having), actor.mentions[:1], "Named in this account alone.")


def of_dates(coverage: Coverage, readings: Sequence[Reading], events: Iterable[Event]) -> Iterator[Finding]:
    """Days that one account alone dates something to."""
    moments: dict[str, list[Moment]] = defaultdict(list)
    for moment in chain.from_iterable(reading.timeline for reading in readings):
        moments[moment.id].append(moment)
    for event in events:
        spans = [moment.dated_by for one in event.moments for moment in moments[one] if moment.date == event.date]
        having = coverage.ordered(span.account for span in spans)
        if event.date and len(event.date) >= len("2019-02-28") and len(coverage) > 1 and len(having) == 1:
            note = "A date that was found in this account alone."
            yield _finding("only_in", "date", having, tuple(dict.fromkeys(spans)), note)


def of_conflicts(readings: Sequence[Reading], bodies: Bodies, cast: Sequence[Actor]) -> Iterator[Finding]:
    """Numbers, times and roles that two accounts give otherwise."""
    found: tuple[tuple[About, str, Iterator[Conflict]], ...] = (
        ("number", "Different numbers for what the accounts tell in the same words.", of_numbers(readings, bodies)),
        ("date", "Different times for what the accounts tell in the same words.", of_times(readings)),
        ("role", "The accounts give different titles or roles.", of_roles(readings, cast)),
    )
    for about, note, conflicts in found:
        for evidence in conflicts:
            yield _finding("differs", about, tuple(span.account for span in evidence), evidence, note)


def _silence(coverage: Coverage, having: Sequence[str], base: Witness) -> Iterator[Finding]:
    silent = coverage.silent(having, base.keys)
    if silent:
        note = "Read in full, and these words were not found there."
        yield _finding("silent", "utterance", silent, base.spans, note)


def _differences(coverage: Coverage, wording: Wording, members: Sequence[Witness], base: Witness) -> Iterator[Finding]:
    """One finding for each place of the base where the words of others differ. Where a quotation begins and where it
    breaks off is no difference."""
    by_id = {w.statement.id: w for w in members}
    places: dict[Span, list[Variant]] = defaultdict(list)
    for variant in wording.variants:
        if variant.base and not _at_an_end(base, variant) and _words_differ(base, by_id[variant.witness], variant):
            places[variant.base].append(variant)
    for place, variants in sorted(places.items()):
        accounts = coverage.ordered([base.account, *(by_id[v.witness].account for v in variants)])
        readings = [_keys(by_id[v.witness], v.reading) for v in variants]
        about, note = _kind(_keys(base, place), readings)
        evidence = (place, *(v.reading for v in variants if v.reading))
        yield _finding("differs", about, accounts, evidence, note)


def _at_an_end(base: Witness, variant: Variant) -> bool:
    place = variant.base
    if place is None or (variant.reading and place.start < place.end):
        return False
    return place.start == base.words[0].start or place.end == base.words[-1].end


def _words_differ(base: Witness, witness: Witness, variant: Variant) -> bool:
    return _keys(base, variant.base) != _keys(witness, variant.reading)


def _keys(witness: Witness, span: Span | None) -> tuple[str, ...]:
    return tuple(w.key for w in witness.words if span and span.start <= w.start and w.end <= span.end)


def _kind(base: Sequence[str], readings: Sequence[Sequence[str]]) -> tuple[About, str]:
    sides = [[part for key in keys for part in spoken(key)] for keys in (base, *readings)]
    figures = [[part for part in side if part[0].isdigit()] for side in sides]
    if all(figures) and any(other != figures[0] for other in figures[1:]):
        return "number", "The accounts give different numbers here."
    reversing = [_REVERSING.intersection(side) for side in sides]
    if any(other != reversing[0] for other in reversing[1:]):
        return "utterance", "The accounts differ here by a word that can turn the sense."
    return "utterance", "The accounts print different words here."


def _finding(
    relation: Relation, about: About, accounts: tuple[str, ...], evidence: tuple[Span, ...], note: str
) -> Finding:
    key = digest("finding", relation, about, *accounts, *evidence)
    return Finding(id=key, relation=relation, about=about, accounts=accounts, evidence=evidence, note=note)
