"""Acts that an attribution shows: its cue tells the act ("has long supported ..."), its content what for, its source
who."""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.readings.positions.acts import OF_SPEAKING, OF_TALK, VERBS, Cue
from onrecord.readings.positions.clauses import OUTSIDE, Sentence
from onrecord.readings.positions.extents import extent_from, leading_condition
from onrecord.readings.positions.frames import Frame
from onrecord.readings.positions.words import ARTICLES, POSSESSIVES, PREPOSITIONS
from onrecord.text import lexicon
from onrecord.text.spans import Place
from onrecord.types import Statement

# Said of views as often as of acts, or too many-sided to go by the verb alone.
_REPORTING = lexicon.words("verbs_of_saying.of_acts")
# Said of words in quotation marks, they tell what the words do.
_UTTERING = lexicon.words("verbs_of_saying.acts_in_words")
_PARTICLES = lexicon.words("clause_words.particles_of_stated")
_GAP = 5  # words between a verb and its preposition: "called on Tuesday for"


def stated_frames(sentence: Sentence, statements: Iterable[Statement], framed: Iterable[Frame]) -> Iterator[Frame]:
    """The acts of cues that the rules found no complement or no subject for."""
    taken = [place for frame in framed for place in (frame.cue, frame.content)]
    for statement in statements:
        cue, source = statement.cue, statement.source
        if cue is None or source is None or any(a < cue.end and cue.start < b for a, b in taken):
            continue
        frames = (_frame(sentence, at, statement) for at in range(sentence.at(cue.start), sentence.at(cue.end)))
        frame = next(filter(None, frames), None) or _uttered(sentence, statement, taken)
        if frame:
            yield frame


def _frame(sentence: Sentence, at: int, statement: Statement) -> Frame | None:
    word = sentence.word(at)
    cue = next((one for one in VERBS.get(word, ()) if _takes_noun(sentence, at, one)), None)
    if cue is None or word in _REPORTING or statement.source is None:
        return None
    spans = [span for span in statement.content if sentence.tokens[at].end <= span.start < sentence.end]
    if not spans:
        return None
    first = sentence.at(spans[0].start)
    if sentence.word(first) in ("that", "to", "for"):
        first += 1
    extent = extent_from(sentence, first)
    if extent is None or extent.last - extent.first < 2 or sentence.region(at) != OUTSIDE:
        return None
    if OF_TALK & set(sentence.words(first, first + 4)) or OF_SPEAKING & set(sentence.words(first, first + 1)):
        return None
    return Frame(
        act=cue.act,
        cue=sentence.place(at, at + 1),
        holder=(statement.source.start, statement.source.end),
        toward=None,
        content=sentence.place(extent.first, extent.last),
        condition=extent.condition or leading_condition(sentence, at),
        rule="stated",
    )


def _uttered(sentence: Sentence, statement: Statement, taken: Sequence[Place]) -> Frame | None:
    """ "“The gates, now,” she demanded": words that tell of no act by themselves."""
    cue, source = statement.cue, statement.source
    word = sentence.word(sentence.at(cue.end) - 1) if cue else ""
    said = next((span for span in statement.content if sentence.start <= span.start < span.end <= sentence.end), None)
    if (
        cue is None
        or source is None
        or said is None
        or statement.form != "direct"
        or word not in _UTTERING
        or said.end > cue.start
    ):
        return None
    if any(start < said.end and said.start < end for start, end in taken):
        return None
    return Frame(
        act=VERBS[word][-1].act,
        cue=(cue.start, cue.end),
        holder=(source.start, source.end),
        toward=None,
        content=(said.start, said.end - sentence.text[said.start : said.end].endswith(",")),
        condition=None,
        rule="uttered",
    )


def _takes_noun(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Whether a verb takes a noun phrase: one with a clause or an infinitive shows by these whether it is an act at
    all."""
    behind = sentence.words(at + 1, at + 1 + _GAP)
    noun = sentence.word(at - 1) in PREPOSITIONS | ARTICLES | POSSESSIVES  # "with hopes for"
    particle = (sentence.word(at) == "back" and sentence.word(at - 1).endswith("ed")) or (
        not cue.more and sentence.word(at + 1) in _PARTICLES
    )  # "pushed back", "backed off"
    return (
        not (noun or particle)
        and not cue.adjective
        and set(cue.complements) <= set("ne")
        and len(cue.more) < 2
        and set(cue.more) <= {*behind}
    )
