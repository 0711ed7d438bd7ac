"""From a frame to a position: the statement that it stands in, and the actors that hold it and that it is addressed
to."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from msgspec import structs

from onrecord.readings.cast.actors import Cast
from onrecord.readings.cast.kinds import described_kind
from onrecord.readings.nouns import ROLES
from onrecord.readings.positions.actors import FIRST_PERSON, NOBODY, SIDES, THIRD_PERSON, Actors
from onrecord.readings.positions.acts import PLOVER
from onrecord.readings.positions.clauses import Sentence
from onrecord.readings.positions.corrections import taken_back
from onrecord.readings.positions.frames import Frame, Modality, is_bare_offer, is_within
from onrecord.readings.positions.joint import conjuncts, is_about, is_source_of, unique
from onrecord.readings.positions.narrative import Narrative
from onrecord.readings.positions.parties import party_kind
from onrecord.readings.positions.phrases import head_of, is_empty, is_inability, with_marks
from onrecord.readings.positions.polarity import with_polarity
from onrecord.readings.positions.stated import stated_frames
from onrecord.readings.positions.words import RELATIVES
from onrecord.text.keys import digest
from onrecord.text.spans import Place
from onrecord.types import Position, Span, Statement

_LONGEST_TITLE = 40  # characters before the name of a person who is endorsed: "former Sen."
_CUE_REACH = 30  # characters of a cue before its verb: "has long"
_RECIPROCAL = ("each other", "one another")
_PRONOUNS = FIRST_PERSON | THIRD_PERSON | {"him", "them"}
_BODIES = ("group", "organisation", "country")
_SPEAKING_FOR = ("spokes", "official", "aide", "lawyer", "representative")
_OWN = ("his ", "her ", "its ", "their ")  # "said that his company would ..."
_SINGULAR = frozenset("he she it".split())
_OPENING = len("that ")
_OF_NOBODY_SAID = frozenset(
    ("verdict", "imperative", "time", "standing", "no deal")
)  # rules that need not say who is to act


class Reader:
    """Makes positions of frames: finds the statement that a frame stands in, and the actors."""

    def __init__(
        self,
        cast: Cast,
        statements: tuple[Statement, ...],
        actors: Actors,
        narrative: Narrative,
    ) -> None:
        self._cast, self._actors, self._narrative = cast, actors, narrative
        self._contents = sorted((span.start, span.end, n) for n, s in enumerate(statements) for span in s.content)
        self._cues = sorted((s.cue.start, n) for n, s in enumerate(statements) if s.cue)
        self._statements = statements

    def positions(self, sentence: Sentence, frames: Iterable[Frame]) -> Iterator[Position]:
        last = len(sentence.tokens) - 1
        if "?" in (sentence.word(last), sentence.word(last - 1)):
            return
        made = [(frame, p) for frame in self._vouched(sentence, list(frames)) for p in self._positions(sentence, frame)]
        for frame, position in made:
            if not any(is_within(other, frame) and p.holder == position.holder for other, p in made):
                yield position

    def _vouched(self, sentence: Sentence, by_rule: list[Frame]) -> list[Frame]:
        """The frames of a sentence in the order of their cues, with those that attributions show, without what the
        account takes back."""
        stated = stated_frames(sentence, self._told_by_cue(sentence.start, sentence.end), by_rule)
        meant = (with_polarity(sentence, frame) for frame in (*by_rule, *stated))
        former, facts = taken_back(self._cast.text, sentence.start, sentence.end)
        return sorted((f for f in meant if f and not former <= f.cue[0] < facts), key=lambda frame: frame.cue)

    def _told_by_cue(self, start: int, end: int) -> list[Statement]:
        """The statements whose cue stands in a stretch."""
        first, last = bisect_left(self._cues, (start, -1)), bisect_left(self._cues, (end, -1))
        return [self._statements[number] for _, number in self._cues[first:last]]

    def _statement(self, at: int) -> Statement | None:
        """The statement whose content holds the character."""
        number = bisect_right(self._contents, (at, at + 10**9, 0)) - 1
        if number < 0 or at >= self._contents[number][1]:
            return None
        return self._statements[self._contents[number][2]]

    def _positions(self, sentence: Sentence, frame: Frame) -> Iterator[Position]:
        """The position of a frame; of two who hold it toward each other, that of each."""
        statement = self._statement(frame.cue[0])
        holders = self._holders(sentence, frame, statement)
        position = self._position(frame, statement, holders)
        if position and len(holders) == 2 and self._actors.words(frame.toward) in _RECIPROCAL:
            for holder, toward in (holders, holders[::-1]):
                by_each = digest(position.id, holder)
                yield structs.replace(position, id=by_each, holder=holder, toward=toward, joint=())
        elif position:
            yield position

    def _holders(self, sentence: Sentence, frame: Frame, statement: Statement | None) -> tuple[str, ...]:
        """Who holds it, the one named first before the others."""
        holder = self._teller(frame, statement) if frame.told else self._held(frame, statement)
        if holder is None:
            return ()
        pronoun = self._actors.words(frame.holder).casefold()
        if pronoun in _SINGULAR:
            return (holder,)
        if together := self._together(frame, statement):
            return together
        if frame.holder and pronoun == "they":
            they = self._actors.they(frame.holder[0])
            return they if holder in they else (holder,)
        named = self._joined(sentence, frame, statement)
        stated = self._acting(frame) if frame.holder and not frame.told else ()
        return max((several for several in (named, stated) if holder in several), key=len, default=(holder,))

    def _joined(self, sentence: Sentence, frame: Frame, statement: Statement | None) -> tuple[str, ...]:
        """Those whom "and" joins in the holder of a frame, or in the source that a pronoun there stands for."""
        places: tuple[Place, ...] = ()
        if frame.told or self._actors.words(frame.holder).casefold() in FIRST_PERSON | THIRD_PERSON:
            source = statement.source if statement else None
            places = conjuncts(self._cast, (source.start, source.end)) if source else ()
        elif frame.holder:
            inner = (part for phrase in sentence.conjuncts(frame.holder) for part in conjuncts(self._cast, phrase))
            places = (*inner, *conjuncts(self._cast, frame.holder))
        if len(places) < 2:
            return ()
        return unique(self._actors.named(part, None) for part in sorted(places))

    def _together(self, frame: Frame, statement: Statement | None) -> tuple[str, ...]:
        """ "Vasques and her deputy said they would sign": those who speak together, where "we", or the "they" that
        opens their words, is all of them."""
        if statement is None or statement.speaker is None or not statement.joint or frame.holder is None:
            return ()
        pronoun = self._actors.words(frame.holder).casefold()
        they = pronoun == "they" and self._opens(frame, frame.holder[0], statement)
        return (statement.speaker, *statement.joint) if they or pronoun == "we" else ()

    def _opens(self, frame: Frame, start: int, statement: Statement) -> bool:
        """Whether the pronoun at `start` opens what is reported, outside quotation marks."""
        opening = frame.reporter is not None or any(0 <= start - s.start <= _OPENING for s in statement.content)
        return opening and not self._actors.is_quoted(start)

    def _acting(self, frame: Frame) -> tuple[str, ...]:
        """Those to whom a statement gives the words that the act is about: "Vasques and labour minister Brandvold
        promised to sign"."""
        stated = self._told_by_cue(frame.cue[0] - _CUE_REACH, frame.cue[1])
        joint = (s for s in stated if s.speaker and s.joint and is_about(s, frame) and is_source_of(s, frame))
        return next(((s.speaker or "", *s.joint) for s in joint), ())

    def _position(self, frame: Frame, statement: Statement | None, holders: tuple[str, ...]) -> Position | None:
        if not holders or self._is_nothing(frame, holders[0]) or self._is_person(frame):
            return None
        account, content, toward = self._cast.account, with_marks(self._cast.text, frame.content), None
        if self._is_addressable(frame.toward):
            toward = self._actors.named(frame.toward, statement)
        elif _is_thing(frame) and frame.toward:
            content = (frame.toward[0], content[1])
        return Position(
            id=digest("position", account.id, frame.act, *frame.cue, *content),
            act=frame.act,
            plover=PLOVER[frame.act],
            holder=holders[0],
            joint=holders[1:],
            toward=toward if toward not in holders else None,
            content=(Span(account.id, *content),),
            cue=Span(account.id, *frame.cue),
            condition=Span(account.id, *frame.condition) if frame.condition else None,
            statement=statement.id if statement else None,
            negated=frame.negated,
            modality=self._modality(frame, statement, holders[0]),
            rule=frame.rule,
        )

    def _is_nothing(self, frame: Frame, holder: str) -> bool:
        """Whether the content tells nothing by itself ("do that"), or is what a body provides as a rule."""
        if is_bare_offer(self._cast.text, frame) and self._actors.kind(holder) not in ("person", "country"):
            return True
        addressed = frame.toward is not None and not frame.told
        telling = frame.rule == "verdict" or frame.condition is not None
        return not telling and is_empty(self._actors.words(frame.content), addressed=addressed)

    def _is_person(self, frame: Frame) -> bool:
        """ "Endorsed Leonor Vasques": a person that is supported or opposed for an office, and nothing that is
        bargained for."""
        start, end = frame.content
        named = self._cast.between(start, end)
        return (
            frame.rule in ("verb", "noun")
            and frame.act in ("accept", "refuse")
            and len(named) == 1
            and named[0][1].startswith("person")
            and named[0][0] - start < _LONGEST_TITLE
            and self._cast.ends[named[0][0]] == end
            and " " not in self._actors.words(frame.cue)
        )

    def _modality(self, frame: Frame, statement: Statement | None, holder: str) -> Modality:
        """Whether the account vouches for the act, and for the statement that it stands in, and of which time it tells
        it."""
        hedged, denied = False, frame.modality == "denied"
        if statement and not frame.told:
            hedged, denied = statement.hedge is not None, denied or statement.negation is not None
        if denied:
            return "denied"
        in_own_words = frame.backshifted and statement is not None and statement.speaker == holder
        if frame.modality != "plain" and not in_own_words:
            return frame.modality
        if self._narrative.is_before(frame.holder, frame.cue):
            return "past"
        return "hedged" if hedged else "plain"

    def _held(self, frame: Frame, statement: Statement | None) -> str | None:
        """The holder; a pronoun right behind "said" is the one who said it, of the kind that fits."""
        pronoun = self._actors.words(frame.holder).casefold()
        if frame.reporter and pronoun in THIRD_PERSON:
            reporter = self._actors.named(frame.reporter, statement)
            if self._actors.is_meant_by(pronoun, reporter):
                return reporter
        named = self._actors.named(frame.holder, statement) or self._actors.named(frame.otherwise, statement)
        if named or frame.rule == "noun":
            return named
        stated = self._told_by_cue(frame.cue[0] - _CUE_REACH, frame.cue[1])
        return next((s.speaker for s in stated if is_about(s, frame)), None)

    def _teller(self, frame: Frame, statement: Statement | None) -> str | None:
        """The speaker, if the frame is of his own doing or demands something of another."""
        words = self._actors.words(frame.holder or frame.toward).casefold()
        if frame.reporter and words not in FIRST_PERSON:
            return self._reporting(frame, statement, words)
        speaker = self._actors.teller(statement)
        if speaker is None or (frame.rule == "would" and frame.act == "promise" and frame.condition is None):
            return None
        if frame.holder is None:
            return speaker if self._is_asked(frame, words) else None
        return speaker if words in FIRST_PERSON else self._told_of(frame, statement, speaker)

    def _reporting(self, frame: Frame, statement: Statement | None, words: str) -> str | None:
        """Whose act it is where the sentence says who tells of it, of himself or of his side; `words`: of the holder,
        or of the addressee where there is none."""
        if frame.holder is None:
            fits = self._is_asked(frame, words)
        else:
            fits = words in THIRD_PERSON or frame.rule == "verdict"
        reporter = self._actors.named(frame.reporter, statement) if fits else None
        if words not in THIRD_PERSON:
            return self._spoken_for(frame) or self._of_his_side(frame, statement, words) or reporter
        if self._actors.is_meant_by(words, reporter):
            return reporter
        # "she said they cannot sign": of her side
        return (self._actors.named(frame.holder, None) or reporter) if words == "they" else None

    def _told_of(self, frame: Frame, statement: Statement | None, speaker: str) -> str | None:
        """Whose act a speaker tells of: his own, or what bodies refuse, threaten or offer for something."""
        if frame.condition is None and is_inability(self._actors.words(frame.cue)):
            return None
        holder = self._actors.named(frame.holder, statement)
        exchanged = frame.act == "offer" and frame.condition is not None
        shared = (exchanged or frame.act in ("refuse", "threaten")) and self._actors.kind(holder) in _BODIES
        return holder if holder == speaker or shared else None

    def _spoken_for(self, frame: Frame) -> str | None:
        """ "A spokesman said that Belmara would not sign": the body whose will one who speaks for it tells."""
        if frame.holder is None or is_inability(self._actors.words(frame.cue)):
            return None
        holder = self._actors.named(frame.holder, None)
        reporter, between = self._actors.words(frame.reporter), self._actors.words((frame.holder[1], frame.cue[0]))
        speaks = any(word in reporter.casefold() for word in _SPEAKING_FOR)
        willed = frame.act in ("refuse", "threaten", "promise", "offer") and RELATIVES.isdisjoint(between.split())
        return holder if speaks and willed and self._actors.kind(holder) in _BODIES else None

    def _of_his_side(self, frame: Frame, statement: Statement | None, words: str) -> str | None:
        """ "Said that his company would sign": the company, or else he."""
        if not words.startswith(_OWN) or frame.rule not in ("will", "would") or not party_kind(words):
            return None
        return self._actors.named(frame.holder, None) or self._actors.named(frame.reporter, statement)

    def _is_asked(self, frame: Frame, words: str) -> bool:
        """Whether somebody is to do something, or a thing to be done, and not by the speaker or by nobody: not "it
        should rain"."""
        if frame.rule in _OF_NOBODY_SAID and frame.toward is None:
            return True
        if words in FIRST_PERSON or words in NOBODY or self._actors.words(frame.toward).casefold() in ("it", "there"):
            return False
        return _is_thing(frame) or self._is_addressable(frame.toward)

    def _is_addressable(self, place: Place | None) -> bool:
        """Whether an addressee is a pronoun, or has a name or a role: "asked the board", not "asked for three days"."""
        words = self._actors.words(place)
        noun = head_of(words).split()
        return bool(noun) and (
            words.casefold() in _PRONOUNS
            or any(word[0].isupper() for word in noun)
            or noun[-1].rstrip("s") in ROLES
            or noun[-1] in SIDES
            or described_kind(noun[-1]) is not None
        )


def _is_thing(frame: Frame) -> bool:
    """Whether something is to be done, or to be so: "any deal must cover the winter"."""
    close = frame.toward is not None and frame.cue[0] - frame.toward[1] < 2
    return frame.rule.startswith("should") and close
