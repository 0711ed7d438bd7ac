"""Words that an account prints twice, once with their speaker and once set off by themselves, as a heading or a pull
quote."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import structs

from onrecord.text.spans import Place
from onrecord.types import Span, Statement

_WORD = re.compile(r"\w+")
_RUN = 5  # words in a row by which words are known again

Run = tuple[str, ...]


def with_repeats(text: str, paragraphs: Sequence[Place], statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements of an account; a quotation alone in its paragraph has the speaker of the one that holds all its
    words.

    Linear in the length of the statements.
    """
    alone = [_is_alone(paragraphs, statement) for statement in statements]
    tellers = _tellers(text, paragraphs, [s for s, apart in zip(statements, alone, strict=True) if not apart])
    for statement, apart in zip(statements, alone, strict=True):
        owner = _owner(_runs(text, statement.content), tellers) if apart else None
        yield _given_to(statement, owner) if owner else statement


def _owner(runs: Sequence[Run], tellers: Mapping[Run, Statement | None]) -> Statement | None:
    """The statement that all the runs of words are of; None where they are of several, or of none."""
    owners = [tellers.get(run) for run in runs]
    return owners[0] if owners and all(owner is owners[0] for owner in owners) else None


def _tellers(text: str, paragraphs: Sequence[Place], statements: Iterable[Statement]) -> dict[Run, Statement | None]:
    """For each run of quoted words the first statement that has it; None where two have said it."""
    tellers: dict[Run, Statement | None] = {}
    for statement in statements:
        if statement.form != "indirect" and statement.speaker:
            for run in _runs(text, _beside_source(paragraphs, statement)):
                first = tellers.setdefault(run, statement)
                if first is not None and first.speaker != statement.speaker:
                    tellers[run] = None
    return tellers


def _is_alone(paragraphs: Sequence[Place], statement: Statement) -> bool:
    """Whether neither source nor cue stand in the paragraph of a direct quotation whose speaker the account does not
    give."""
    if statement.form != "direct" or (statement.speaker and statement.cue):
        return False
    own = _paragraph(paragraphs, statement.content[0].start)
    given = [span for span in (statement.source, statement.cue) if span]
    return all(_paragraph(paragraphs, span.start) != own for span in given)


def _paragraph(paragraphs: Sequence[Place], at: int) -> int:
    return bisect_right(paragraphs, at, key=lambda place: place[0])


def _beside_source(paragraphs: Sequence[Place], statement: Statement) -> list[Span]:
    """The words of a statement that stand in the paragraph of its source or cue."""
    given = statement.source or statement.cue
    own = _paragraph(paragraphs, given.start) if given else 0
    return [span for span in statement.content if _paragraph(paragraphs, span.start) == own]


def _runs(text: str, content: Iterable[Span]) -> list[Run]:
    words = [word for span in content for word in _WORD.findall(text[span.start : span.end].casefold())]
    return [tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]


def _given_to(statement: Statement, owner: Statement) -> Statement:
    rule = f"{statement.rule.split('/', maxsplit=1)[0]}/repeated words"
    return structs.replace(
        statement, source=owner.source, cue=None, speaker=owner.speaker, joint=owner.joint, rule=rule, score=owner.score
    )
