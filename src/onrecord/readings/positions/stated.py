"""Acts that an attribution shows: its cue tells the act ("has long supported ..."), its content what for, its source
who."""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.readings.positions.acts import OF_SPEAKING, OF_TALK, VERBS, Cue
from onrecord.readings.positions.clauses import OUTSIDE, Sentence
from onrecord.readings.positions.extents import Extent, extent_from, leading_condition
from onrecord.readings.positions.frames import Frame
from onrecord.readings.positions.words import ARTICLES, POSSESSIVES, PREPOSITIONS
from onrecord.text import lexicon
from onrecord.text.spans import Place
from onrecord.types import Span, Statement

# Said of views as often as of acts, or too many-sided to go by the verb alone.
_REPORTING = lexicon.words("verbs_of_saying.of_acts")
# Said of words in quotation marks, they tell what the words do.
_UTTERING = lexicon.words("verbs_of_saying.acts_in_words")
_PARTICLES = lexicon.words("clause_words.particles_of_stated")
_GAP = 5  # words between a verb and its preposition: "called on Tuesday for"
_BEFORE_NOUNS = PREPOSITIONS | ARTICLES | POSSESSIVES


def stated_frames(sentence: Sentence, statements: Iterable[Statement], framed: Iterable[Frame]) -> Iterator[Frame]:
    """The acts of cues that the rules found no complement or no subject for."""
    taken = [place for frame in framed for place in (frame.cue, frame.content)]
    for statement in statements:
        cue = statement.cue
        if cue is None or statement.source is None or _overlaps(taken, cue):
            continue
        frames = (_frame(sentence, at, statement) for at in range(sentence.at(cue.start), sentence.at(cue.end)))
        frame = next(filter(None, frames), None) or _uttered(sentence, statement, taken)
        if frame:
            yield frame


def _overlaps(taken: Sequence[Place], span: Span) -> bool:
    return any(start < span.end and span.start < end for start, end in taken)


def _frame(sentence: Sentence, at: int, statement: Statement) -> Frame | None:
    word = sentence.word(at)
    cue = next((cue for cue in VERBS.get(word, ()) if _takes_noun(sentence, at, cue)), None)
    if cue is None or word in _REPORTING or statement.source is None or sentence.region(at) != OUTSIDE:
        return None
    extent = _content_from(sentence, at, statement)
    if extent is None:
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


def _content_from(sentence: Sentence, at: int, statement: Statement) -> Extent | None:
    """What an act is about, by the content of the statement behind its verb; None for a word alone, and for talk."""
    start = next((s.start for s in statement.content if sentence.tokens[at].end <= s.start < sentence.end), None)
    if start is None:
        return None
    first = sentence.at(start)
    if sentence.word(first) in ("that", "to", "for"):
        first += 1
    extent = extent_from(sentence, first)
    if extent is None or extent.last - extent.first < 2 or sentence.word(first) in OF_SPEAKING:
        return None
    return extent if OF_TALK.isdisjoint(sentence.words(first, first + 4)) else None


def _uttered(sentence: Sentence, statement: Statement, taken: Sequence[Place]) -> Frame | None:
    """ "“The gates, now,” she demanded": words that tell of no act by themselves."""
    cue, source = statement.cue, statement.source
    if cue is None or source is None or statement.form != "direct":
        return None
    word = sentence.word(sentence.at(cue.end) - 1)
    words = next((span for span in statement.content if sentence.start <= span.start < span.end <= sentence.end), None)
    if words is None or word not in _UTTERING or words.end > cue.start or _overlaps(taken, words):
        return None
    return Frame(
        act=VERBS[word][-1].act,
        cue=(cue.start, cue.end),
        holder=(source.start, source.end),
        toward=None,
        content=(words.start, words.end - sentence.text[words.start : words.end].endswith(",")),
        condition=None,
        rule="uttered",
    )


def _takes_noun(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Whether a verb takes a noun phrase: one with a clause or an infinitive shows by these whether it is an act at
    all."""
    if cue.adjective or len(cue.more) > 1 or not set(cue.complements) <= set("ne"):
        return False
    if sentence.word(at - 1) in _BEFORE_NOUNS:  # "with hopes for"
        return False
    away = not cue.more and sentence.word(at + 1) in _PARTICLES  # "backed off"
    if away or (sentence.word(at) == "back" and sentence.word(at - 1).endswith("ed")):  # "pushed back"
        return False
    return set(cue.more) <= {*sentence.words(at + 1, at + 1 + _GAP)}
