"""Where the accounts agree, differ, speak alone or are silent.

Accounts that print the same copy are one witness. Nothing is said of the silence of an account that was read in part,
fell short of a part or is a stub, nor of one that prints the words without a statement of its own having been found in
them.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import Literal, NamedTuple

from onrecord.collation.apparatus import by_part, day_or_month
from onrecord.collation.circumstances import of_settings
from onrecord.collation.conflicts import Conflict, of_numbers, of_roles, of_times
from onrecord.collation.corrections import Correction, corrections
from onrecord.collation.counts import of_counts
from onrecord.collation.coverage import Coverage
from onrecord.collation.sequence import of_order
from onrecord.collation.tellings import tellings
from onrecord.collation.transpositions import Departure, Run
from onrecord.collation.utterances import SPEAKERS_DIFFER
from onrecord.collation.witnesses import SENTENCE_END, Bodies, Keys, Witness, compared_keys
from onrecord.text import lexicon
from onrecord.text.keys import digest
from onrecord.text.words import Word, is_content, spoken, words
from onrecord.types import Actor, Event, Finding, Moment, Reading, Record, Relation, Span, Wording

About = Literal["utterance", "date", "name", "number", "position", "role", "place", "order"]

_AROUND = 3  # words on either side, where little words differ
_SILENCE_LISTED = 20  # accounts; beyond it most lines have most accounts silent, which "only in" already says
_TURNS: Mapping[str, str] = {"negation": "a negation", "condition": "a condition", "hedge": "a hedge"}
"""What makes a quotation that is cut at an end a difference: names and numbers are lost with most that is cut."""
_REVERSING = lexicon.words("negation.reversing")


class Line(NamedTuple):
    """One wording of the record, where the words of its witnesses depart from the base, and its witnesses."""

    wording: Wording
    departures: Sequence[Departure]
    members: Sequence[Witness]

    @property
    def base(self) -> Witness:
        return next(w for w in self.members if w.statement.id == self.wording.base)


def findings(record: Record, bodies: Bodies, lines: Iterable[Line], alone: Iterable[Witness]) -> Iterator[Finding]:
    """The findings about a record, but for its conflicts (`of_conflicts`). `lines` are its wordings, `alone` the
    statements in none."""
    lines = list(lines)
    coverage = Coverage(record.readings, bodies, record.copies)
    texts = {reading.account.id: reading.account.text for reading in record.readings}
    named = {(reading.account.id, actor.id): actor for reading in record.readings for actor in reading.cast}
    for line in lines:
        yield from of_wording(coverage, line)
        yield from of_words(coverage, line, texts)
        if line.wording.rule == SPEAKERS_DIFFER:
            yield from of_speakers(coverage, line, named)
    alone = list(alone)
    for correction in corrections(sorted(_all(lines, alone), key=lambda w: w.order)):
        yield of_correction(coverage, correction)
    for witness in alone:
        if witness.statement.form != "indirect" and witness.words:
            yield from of_lone(coverage, witness)
    yield from of_actors(coverage, record.cast)
    yield from of_dates(coverage, record.readings, record.timeline)


def _all(lines: Iterable[Line], alone: Iterable[Witness]) -> Iterator[Witness]:
    yield from chain.from_iterable(line.members for line in lines)
    yield from alone


def of_correction(coverage: Coverage, correction: Correction) -> Finding:
    """What was said, and what was said instead."""
    note = "One account says that the speaker corrected what was said before."
    evidence = tuple(chain.from_iterable(w.spans for w in correction))
    figures = [set(filter(_is_figure, witness.keys)) for witness in correction]
    about: About = "number" if _are_different(figures) else "utterance"
    return _finding("differs", about, coverage.ordered(w.account for w in correction), evidence, note)


def of_wording(coverage: Coverage, line: Line) -> Iterator[Finding]:
    """Who carries one wording, and who is silent on it."""
    having = coverage.ordered(w.account for w in line.members)
    evidence = tuple(span for w in line.members for span in w.spans)
    independent = coverage.independent(having)
    copies = coverage.copies(having)
    if independent > 1:
        note = f"{_carrying(coverage, line, independent)}{copies}"
        yield _finding("agrees", "utterance", having, evidence, note)
    elif not coverage.printing(_searched(line.base)) - set(having):
        yield _finding("only_in", "utterance", having, evidence, f"Found in one copy alone.{copies}")
    yield from _silence(coverage, having, line.base)


def _carrying(coverage: Coverage, line: Line, independent: int) -> str:
    """How many accounts have the words of the base, and how many a part of them or others. The best counts for an
    account and its copies."""
    base = line.base
    departing: dict[int, list[Departure]] = defaultdict(list)
    for departure in line.departures:
        if _differ(base, departure):
            departing[departure.witness.order].append(departure)
    ways: dict[str, set[str]] = {way: set() for way in _WAYS}
    for witness in line.members:
        ways[_way(base, witness, departing[witness.order])].add(witness.account)
    counted, before, known = [], 0, set[str]()
    for way, accounts in ways.items():
        known |= accounts
        if coverage.independent(known) > before:
            counted.append(f"{coverage.independent(known) - before} {way}")
            before = coverage.independent(known)
    if len(counted) == 1:
        return f"{independent} independent accounts carry these words."
    return f"{independent} independent accounts have this utterance: {', '.join(counted)}."


_WAYS = ("in full", "in part", "in other words", "as a report")


def _way(base: Witness, witness: Witness, departing: Sequence[Departure]) -> str:
    if witness.statement.form == "indirect":
        return "as a report"
    if any(one.reading for one in departing):
        return "in other words"
    return "in part" if departing or (base.is_turn and not witness.is_turn) else "in full"


def of_words(coverage: Coverage, line: Line, texts: Mapping[str, str]) -> Iterator[Finding]:
    """One finding for each place of the base where the words of others differ or were moved. Where a quotation begins
    and where it breaks off is no difference, unless its sentence loses a word there that turns it. Little words are
    shown with their neighbours, for alone they tell nothing."""
    base = line.base
    places: dict[tuple[int, int, str | None], list[Departure]] = defaultdict(list)
    for departure in line.departures:
        note = _note_of_place(base, departure)
        if note != _NONE and _differ(base, departure):
            places[departure.base.start, departure.base.stop, note].append(departure)
    shown: set[tuple[Span, ...]] = set()
    for (start, stop, note), departures in sorted(places.items(), key=lambda place: (place[0][:2], place[0][2] or "")):
        runs = [(base, range(start, stop)), *((departure.witness, _shown(departure)) for departure in departures)]
        sides = [_keys(witness, run) for witness, run in runs]
        about, why = _kind(sides, note)
        evidence = _spans(runs, by_part if all(map(_tells, sides)) else _neighbours(texts))
        if evidence in shown:
            evidence = _spans(runs, by_part)
        shown.add(evidence)
        accounts = coverage.ordered(witness.account for witness, _ in runs)
        yield _finding("differs", about, accounts, evidence, why)


def _keys(witness: Witness, run: Run) -> list[str]:
    return [word.key for word in witness.words[run.start : run.stop]]


def _tells(keys: Iterable[str]) -> bool:
    """Whether words tell something by themselves."""
    return any(map(is_content, keys))


def _spans(runs: Iterable[tuple[Witness, Run]], places: Callable[[Witness, Run], Iterable[Span]]) -> tuple[Span, ...]:
    return tuple(span for witness, run in runs for span in places(witness, run))


_NONE = ""  # the note of what is no difference


def _note_of_place(base: Witness, departure: Departure) -> str | None:
    """What is said of words that were moved or cut at an end; null where the words themselves tell it."""
    if departure.moved:
        return "The accounts print these words at different places." if departure.base else _NONE
    if not _at_an_end(base, departure):
        return None
    lost = [_TURNS[kind] for kind in departure.alters if kind in _TURNS]
    return f"One account cuts the sentence before {' and '.join(lost)} that another prints." if lost else _NONE


def _shown(one: Departure) -> Run:
    return one.moved if one.moved and not one.reading else one.reading


def of_speakers(coverage: Coverage, line: Line, named: Mapping[tuple[str, str], Actor]) -> Iterator[Finding]:
    """Who is given for words that the accounts give to different speakers: the name, and the words."""
    shown: dict[tuple[str, str], tuple[Span, ...]] = {}
    for witness in sorted(line.members, key=lambda w: -len(w.words)):
        actor = named.get((witness.account, witness.statement.speaker or ""))
        given = actor and witness.words and witness.statement.form != "indirect"
        if actor and given and (witness.account, actor.id) not in shown:
            shown[witness.account, actor.id] = (*_name_before(actor, witness.spans[0]), *witness.spans)
    evidence = tuple(dict.fromkeys(chain.from_iterable(shown.values())))
    note = "The accounts give these words to different speakers."
    yield _finding("differs", "name", coverage.ordered(account for account, _ in shown), evidence, note)


def _name_before(actor: Actor, words: Span) -> tuple[Span, ...]:
    """The last place before the words where the account names the actor; if there is none, the first."""
    named = [span for span in actor.mentions if span.start < span.end]
    before = [span for span in named if span.end <= words.start]
    return (max(before),) if before else tuple(named[:1])


def of_lone(coverage: Coverage, witness: Witness) -> Iterator[Finding]:
    """Findings about a quotation that no other account carries."""
    if len(coverage) < 2 or coverage.printing(_searched(witness)) - {witness.account}:
        return
    evidence = coverage.unprinted(witness, set(coverage) - {witness.account})
    if evidence:
        note = "These words were found in this account alone."
        yield _finding("only_in", "utterance", (witness.account,), evidence, note)
    if len(coverage) <= _SILENCE_LISTED:
        yield from _silence(coverage, (witness.account,), witness)


def of_actors(coverage: Coverage, cast: Iterable[Actor]) -> Iterator[Finding]:
    """Persons and organisations that one account alone names."""
    for actor in cast:
        having = {span.account for span in actor.mentions}
        keys = compared_keys(words(actor.name))
        named = actor.kind != "group" and not actor.name[:1].islower()
        if named and len(coverage) > 1 and len(having) == 1 and not coverage.printing((keys[-1:],)) - having:
            yield _finding("only_in", "name", tuple(having), actor.mentions[:1], "Named in this account alone.")


def of_dates(coverage: Coverage, readings: Sequence[Reading], events: Iterable[Event]) -> Iterator[Finding]:
    """Days that one account alone dates something to. An account whose timeline fell short may date something to any
    day."""
    if len(coverage) < 2:
        return
    undated = {reading.account.id for reading in readings if _lacks_moments(reading)}
    moments: dict[str, list[Moment]] = defaultdict(list)
    for moment in chain.from_iterable(reading.timeline for reading in readings):
        moments[moment.id].append(moment)
    for event in filter(_has_a_day, events):
        of_event = chain.from_iterable(map(moments.__getitem__, event.moments))
        spans = tuple(dict.fromkeys(moment.dated_by for moment in of_event if moment.date == event.date))
        having = coverage.ordered(span.account for span in spans)
        if len(having) == 1 and undated <= {*having}:
            yield _finding("only_in", "date", having, spans, "A date that was found in this account alone.")


def _lacks_moments(reading: Reading) -> bool:
    return any(shortfall.part == "timeline" for shortfall in reading.shortfalls)


def _has_a_day(event: Event) -> bool:
    return event.date is not None and len(event.date) >= len("2019-02-28")


def of_conflicts(readings: Sequence[Reading], bodies: Bodies, cast: Sequence[Actor]) -> Iterator[Finding]:
    """Numbers, times, roles, places and an order of events that two accounts give otherwise. One place of an account is
    evidence of one conflict of a kind: what a narrower rule has found is not told again by a wider one."""
    sentences = tellings(readings, bodies)
    settings: dict[str, list[Conflict]] = {"date": [], "place": []}
    for kind, spans in of_settings(sentences):
        settings[kind].append(spans)
    rules: tuple[tuple[About, str, Iterable[Conflict]], ...] = (
        ("number", "Different numbers for what the accounts tell in the same words.", of_numbers(readings, bodies)),
        ("number", "Different numbers of the same.", of_counts(sentences)),
        ("date", "Different times for what the accounts tell in the same words.", of_times(readings)),
        ("date", "Different days for what the accounts tell in the same words.", settings["date"]),
        ("role", "The accounts give different titles or roles.", of_roles(readings, cast)),
        ("place", "Different places for what the accounts tell in the same words.", settings["place"]),
        ("order", "The accounts tell in a different order what happened first.", of_order(sentences)),
    )
    later = _Later(readings)
    shown: dict[About, list[Span]] = defaultdict(list)
    for about, note, conflicts in rules:
        before = _Places(shown[about])
        for evidence in conflicts:
            if not any(map(before.meet, evidence)):
                shown[about] += evidence
                accounts = tuple(dict.fromkeys(span.account for span in evidence))
                yield _finding("differs", about, accounts, evidence, note + later(accounts))


class _Places:
    """Places of the accounts, and whether another meets one of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        by_account: dict[str, list[Span]] = defaultdict(list)
        for span in sorted(spans):
            by_account[span.account].append(span)
        self._starts = {account: [span.start for span in places] for account, places in by_account.items()}
        self._reach = {account: [*accumulate((s.end for s in places), max)] for account, places in by_account.items()}

    def meet(self, span: Span) -> bool:
        last = bisect_left(self._starts.get(span.account, ()), span.end) - 1
        return last >= 0 and span.start < self._reach[span.account][last]


class _Later:
    """Says that one publisher gave another version later."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._accounts = {reading.account.id: reading.account for reading in readings}

    def __call__(self, accounts: Sequence[str]) -> str:
        publishers = {self._accounts[account].publisher for account in accounts}
        dates = {self._accounts[account].published for account in accounts}
        one_publisher = len(publishers) == 1 and None not in publishers
        apart = len(dates) == len(accounts) and None not in dates
        return " They are earlier and later accounts of one publisher." if one_publisher and apart else ""


def _silence(coverage: Coverage, having: Sequence[str], base: Witness) -> Iterator[Finding]:
    silent = coverage.silent(having, base)
    evidence = coverage.unprinted(base, set(silent))
    if silent and evidence:
        note = "Read in full, and these words were not found there."
        yield _finding("silent", "utterance", silent, evidence, note)


def _searched(witness: Witness) -> tuple[Keys, ...]:
    return tuple(chain.from_iterable(witness.pieces))


def _at_an_end(base: Witness, departure: Departure) -> bool:
    """Whether only one of the two has words here, and the other has begun later or broken off."""
    if departure.base and departure.reading:
        return False
    if departure.base.start == 0 or departure.base.stop == len(base.words):
        return True
    return not departure.reading and (
        departure.reading.start == 0 or departure.reading.stop == len(departure.witness.words)
    )


def _differ(base: Witness, one: Departure) -> bool:
    return _written_out(base, one.base) != _written_out(one.witness, one.reading)


def _written_out(witness: Witness, run: Run) -> str:
    """The words as one string: contractions, hyphens, abbreviations and the spelling of numbers are the writer's."""
    return "".join(compared_keys(witness.words[run.start : run.stop]))


def _neighbours(texts: Mapping[str, str]) -> Callable[[Witness, Run], Iterator[Span]]:
    """The places of words with a few of their neighbours in the sentence."""

    def places(witness: Witness, run: Run) -> Iterator[Span]:
        words, text = witness.words, texts[witness.account]
        start = min(run.start, max(run.stop - 1, 0))  # the word before words that would stand here
        stop = max(run.stop, min(start + 1, len(words)))
        while run.start - start < _AROUND and _go_on(text, words, start - 1):
            start -= 1
        while stop - run.stop < _AROUND and _go_on(text, words, stop - 1):
            stop += 1
        return by_part(witness, range(start, stop))

    return places


def _go_on(text: str, own: Sequence[Word], i: int) -> bool:
    """Whether the words `i` and `i` + 1 stand in one sentence."""
    return 0 <= i < len(own) - 1 and not SENTENCE_END.search(text, own[i].end, own[i + 1].start)


def _kind(keys: Sequence[Sequence[str]], note: str | None) -> tuple[About, str]:
    """What differs between the words of the base, which are the first, and those of others; and how it is told, if no
    note tells it."""
    if note:
        return "utterance", note
    sides = [list(chain.from_iterable(map(spoken, side))) for side in keys]
    days = [list(filter(None, map(day_or_month, side))) for side in sides]
    if all(days) and _are_different(days):
        return "date", "The accounts give different days or months here."
    figures = [list(filter(_is_figure, side)) for side in sides]
    if all(figures) and _are_different(figures):
        return "number", "The accounts give different numbers here."
    if _are_different([_REVERSING.intersection(side) for side in sides]):
        return "utterance", "The accounts differ here by a word that can turn the sense."
    if not all(sides):
        return "utterance", "Words that not every account prints here."
    return "utterance", "The accounts print different words here."


def _is_figure(key: str) -> bool:
    return key[0].isdigit()


def _are_different(sides: Sequence[object]) -> bool:
    return any(side != sides[0] for side in sides[1:])


def _finding(
    relation: Relation, about: About, accounts: tuple[str, ...], evidence: tuple[Span, ...], note: str
) -> Finding:
    key = digest("finding", relation, about, *accounts, *evidence)
    return Finding(id=key, relation=relation, about=about, accounts=accounts, evidence=evidence, note=note)
