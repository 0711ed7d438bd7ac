"""From a frame to a position: the statement that it stands in, and the actors that hold it and that it is addressed
to."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from msgspec import structs

from onrecord.readings.attribution.rules import Attribution
from onrecord.readings.cast.cast import ARTICLE, Cast, Draft
from onrecord.readings.cast.evidence import key_of
from onrecord.readings.cast.kinds import described_kind
from onrecord.readings.nouns import ROLES
from onrecord.readings.positions.acts import PLOVER
from onrecord.readings.positions.clauses import Sentence
from onrecord.readings.positions.corrections import taken_back
from onrecord.readings.positions.frames import Frame, Modality, is_bare_offer, is_within
from onrecord.readings.positions.joint import conjuncts, is_about, is_source_of, last_joined, unique
from onrecord.readings.positions.narrative import Narrative
from onrecord.readings.positions.parties import party_kind
from onrecord.readings.positions.phrases import head_of, is_empty, is_inability, lies_within, with_marks
from onrecord.readings.positions.polarity import with_polarity
from onrecord.readings.positions.stated import stated_frames
from onrecord.readings.positions.words import RELATIVES
from onrecord.readings.speakers.joint_speakers import joined
from onrecord.readings.speakers.speakers import Speakers
from onrecord.text import lexicon
from onrecord.text.keys import digest
from onrecord.text.places import PEOPLES
from onrecord.text.spans import Place
from onrecord.types import Position, Span, Statement

_EMPHATIC = re.compile(r"\s(?:him|her|it|them)sel(?:f|ves)$")  # "the minister himself"
_LONGEST_TITLE = 40  # characters before the name of a person who is endorsed: "former Sen."
_CUE_REACH = 30  # characters of a cue before its verb: "has long"
_TITLES = lexicon.words("titles.of_several")
_RECIPROCAL = ("each other", "one another")
_FIRST_PERSON = lexicon.words("clause_words.first_person")
_OWNED = {"his": "he", "her": "she", "its": "it", "their": "they"}
_BODIES = ("group", "organisation", "country")
_SPEAKING_FOR = ("spokes", "official", "aide", "lawyer", "representative")
_OWN = ("his ", "her ", "its ", "their ")  # "said that his company would ..."
_SINGULAR = frozenset("he she it".split())
_OPENING = len("that ")
_THIRD_PERSON = lexicon.words("clause_words.third_person")
_NOBODY = lexicon.words("clause_words.nobody")
_THINGS = lexicon.words("things.holders_of_nothing")
_OF_NOBODY_SAID = frozenset(
    ("verdict", "imperative", "time", "standing", "no deal")
)  # rules that need not say who is to act
_DOCUMENTS = lexicon.words("documents.of_sides")
_SIDES = lexicon.words("parties.sides_in_general")


class Reader:
    """Makes positions of frames: finds the statement that a frame stands in, and the actors."""

    def __init__(
        self,
        cast: Cast,
        statements: tuple[Statement, ...],
        paragraphs: list[Place],
        quoted: list[Place],
        narrative: Narrative,
    ) -> None:
        self.cast, self.quoted, self.narrative = cast, quoted, narrative
        self.speakers = Speakers(cast, paragraphs, quoted)
        self.contents = sorted((span.start, span.end, n) for n, s in enumerate(statements) for span in s.content)
        self.cues = sorted((s.cue.start, n) for n, s in enumerate(statements) if s.cue)
        self.statements = statements
        self.titles = {cast.id_of(key) for key, draft in cast.drafts.items() if draft.name in _TITLES}
        # A name of one word may be a place's that was taken for a person's: "Belmara denied that it had ..."
        self.bare = {cast.id_of(key) for key, draft in cast.drafts.items() if " " not in draft.name and not draft.roles}
        self.kinds = {cast.id_of(key): draft.kind for key, draft in cast.drafts.items()}

    def _teller_of(self, statement: Statement | None) -> str | None:
        """Whose words a statement holds; of two who speak together, "they", the one named first."""
        if statement is None or statement.source is None:
            return statement.speaker if statement else None
        titled = statement.speaker in self.titles
        source = statement.source.start, statement.source.end
        if (statement.speaker and not titled) or not (titled or self._words(source).casefold() == "they"):
            return statement.speaker
        within = (key for _, key in self.cast.between(*source) if key.startswith("person"))
        first = next(within, None) or next(iter(last_joined(self.cast, source[0])), None)
        return self.cast.id_of(first) if first else None

    def positions(self, sentence: Sentence, frames: Iterable[Frame]) -> Iterator[Position]:
        if sentence.word(len(sentence.tokens) - 1) == "?" or sentence.follows(len(sentence.tokens) - 2, ("?",)):
            return
        by_rule = list(frames)
        stated = stated_frames(sentence, self._told_by_cue(sentence.start, sentence.end), by_rule)
        meant = (with_polarity(sentence, frame) for frame in (*by_rule, *stated))
        former, facts = taken_back(self.cast.text, sentence.start, sentence.end)
        held = (frame for frame in meant if frame and not former <= frame.cue[0] < facts)
        both = sorted(held, key=lambda frame: frame.cue)
        made = [(frame, p) for frame in both for p in self._positions(sentence, frame)]
        for frame, position in made:
            inside = any(is_within(other, frame) and p.holder == position.holder for other, p in made)
            if not inside:
                yield position

    def _told_by_cue(self, start: int, end: int) -> list[Statement]:
        """The statements whose cue stands in a stretch."""
        first, last = bisect_left(self.cues, (start, -1)), bisect_left(self.cues, (end, -1))
        return [self.statements[number] for _, number in self.cues[first:last]]

    def _positions(self, sentence: Sentence, frame: Frame) -> Iterator[Position]:
        """The position of a frame; of two who hold it toward each other, that of each."""
        statement = self._statement(frame.cue[0])
        holders = self._holders(sentence, frame, statement)
        position = self._position(frame, statement, holders)
        if position and len(holders) == 2 and self._words(frame.toward) in _RECIPROCAL:
            for one, other in (holders, holders[::-1]):
                own = digest(position.id, one)
                yield structs.replace(position, id=own, holder=one, toward=other, joint=())
        elif position:
            yield position

    def _holders(self, sentence: Sentence, frame: Frame, statement: Statement | None) -> tuple[str, ...]:
        """Who holds it, the one named first before the others."""
        holder = self._teller(frame, statement) if frame.told else self._held(frame, statement)
        if holder is None:
            return ()
        place, words = frame.holder, self._words(frame.holder).casefold()
        if words in _SINGULAR:
            return (holder,)
        if together := self._together(frame, statement):
            return together
        if place and words == "they":
            they = unique(self.cast.id_of(key) for key in last_joined(self.cast, place[0]))
            return they if holder in they else (holder,)
        if frame.told or words in _FIRST_PERSON | _THIRD_PERSON:
            source = statement.source if statement else None
            places = conjuncts(self.cast, (source.start, source.end)) if source else ()
        elif place:
            inner = (part for phrase in sentence.conjuncts(place) for part in conjuncts(self.cast, phrase))
            places = (*inner, *conjuncts(self.cast, place))
        found = unique(self._actor(part, None) for part in sorted(places)) if len(places) > 1 else ()
        stated = self._acting(frame) if place and not frame.told else ()
        return max((f for f in (found, stated) if holder in f), key=len, default=(holder,))

    def _together(self, frame: Frame, statement: Statement | None) -> tuple[str, ...]:
        """ "Vasques and her deputy said they would sign": those who speak together, where "we", or the "they" that
        opens their words, is all of them."""
        place, words = frame.holder, self._words(frame.holder).casefold()
        if statement is None or statement.speaker is None or not statement.joint or place is None:
            return ()
        opening = any(0 <= place[0] - span.start <= _OPENING for span in statement.content)
        they = words == "they" and not self._is_quoted(place[0]) and (frame.reporter is not None or opening)
        return (statement.speaker, *statement.joint) if they or words == "we" else ()

    def _acting(self, frame: Frame) -> tuple[str, ...]:
        """Those to whom a statement gives the words that the act is about: "Vasques and labour minister Brandvold
        promised to sign"."""
        stated = self._told_by_cue(frame.cue[0] - _CUE_REACH, frame.cue[1])
        joint = (s for s in stated if s.speaker and s.joint and is_about(s, frame) and is_source_of(s, frame))
        return next(((s.speaker or "", *s.joint) for s in joint), ())

    def _position(self, frame: Frame, statement: Statement | None, holders: tuple[str, ...]) -> Position | None:
        holder = next(iter(holders), None)
        empty = (
            frame.rule != "verdict"
            and frame.condition is None
            and is_empty(self._words(frame.content), addressed=frame.toward is not None and not frame.told)
        )
        provided = is_bare_offer(self.cast.text, frame) and self.kinds.get(holder or "") not in ("person", "country")
        if holder is None or empty or provided or self._is_person(frame):
            return None
        account, content = self.cast.account, with_marks(self.cast.text, frame.content)
        if _is_thing(frame) and frame.toward and not self._is_named(frame.toward):
            content = (frame.toward[0], content[1])
        toward = self._actor(frame.toward, statement) if self._is_named(frame.toward) else None
        return Position(
            id=digest("position", account.id, frame.act, *frame.cue, *content),
            act=frame.act,
            plover=PLOVER[frame.act],
            holder=holder,
            joint=holders[1:],
            toward=toward if toward not in holders else None,
            content=(Span(account.id, *content),),
            cue=Span(account.id, *frame.cue),
            condition=Span(account.id, *frame.condition) if frame.condition else None,
            statement=statement.id if statement else None,
            negated=frame.negated,
            modality=self._modality(frame, statement, holder),
            rule=frame.rule,
        )

    def _is_person(self, frame: Frame) -> bool:
        """ "Endorsed Leonor Vasques": a person that is supported or opposed for an office, and nothing that is
        bargained for."""
        start, end = frame.content
        named = self.cast.between(start, end)
        return (
            frame.rule in ("verb", "noun")
            and frame.act in ("accept", "refuse")
            and len(named) == 1
            and named[0][1].startswith("person")
            and named[0][0] - start < _LONGEST_TITLE
            and self.cast.ends[named[0][0]] == end
            and " " not in self._words(frame.cue)
        )

    def _modality(self, frame: Frame, statement: Statement | None, holder: str) -> Modality:
        """Whether the account vouches for the act, and for the statement that it stands in, and of which time it tells
        it."""
        within = None if frame.told else statement
        if frame.modality == "denied" or (within and within.negation):
            return "denied"
        own = frame.backshifted and statement is not None and statement.speaker == holder
        modality: Modality = "plain" if own else frame.modality
        if modality == "plain" and self.narrative.is_before(frame.holder, frame.cue):
            return "past"
        return "hedged" if modality == "plain" and within and within.hedge else modality

    def _held(self, frame: Frame, statement: Statement | None) -> str | None:
        """The holder; a pronoun right behind "said" is the one who said it, of the kind that fits."""
        pronoun = self._words(frame.holder).casefold()
        if frame.reporter and pronoun in _THIRD_PERSON:
            reporter = self._actor(frame.reporter, statement)
            if self._is_meant_by(pronoun, reporter):
                return reporter
        named = self._actor(frame.holder, statement) or self._actor(frame.otherwise, statement)
        if named or frame.rule == "noun":
            return named
        stated = self._told_by_cue(frame.cue[0] - _CUE_REACH, frame.cue[1])
        return next((s.speaker for s in stated if is_about(s, frame)), None)

    def _statement(self, at: int) -> Statement | None:
        """The statement whose content holds the character."""
        number = bisect_right(self.contents, (at, at + 10**9, 0)) - 1
        if number < 0 or at >= self.contents[number][1]:
            return None
        return self.statements[self.contents[number][2]]

    def _teller(self, frame: Frame, statement: Statement | None) -> str | None:
        """The speaker, if the frame is of his own doing or demands something of another."""
        words = self._words(frame.holder or frame.toward).casefold()
        unsaid = frame.rule in _OF_NOBODY_SAID and frame.toward is None
        able = unsaid or (words not in _FIRST_PERSON | _NOBODY and self._is_obliged(frame))
        if frame.reporter and words not in _FIRST_PERSON:
            fits = able if frame.holder is None else words in _THIRD_PERSON or frame.rule == "verdict"
            reporter = self._actor(frame.reporter, statement) if fits else None
            if (
                frame.holder
                and not is_inability(self._words(frame.cue))
                and words not in _THIRD_PERSON
                and (own := self._spoken_for(frame))
            ):
                return own
            if words.startswith(_OWN) and party_kind(words) and frame.rule in ("will", "would"):
                return self._actor(frame.holder, None) or self._actor(frame.reporter, statement)
            if words == "they" and not self._is_meant_by(words, reporter):
                return self._actor(frame.holder, None) or reporter  # "she said they cannot sign": of her side
            return reporter if words not in _THIRD_PERSON or self._is_meant_by(words, reporter) else None
        speaker = self._teller_of(statement)
        if speaker is None or (frame.rule == "would" and frame.act == "promise" and frame.condition is None):
            return None
        if frame.holder is None:
            return speaker if able else None
        if words in _FIRST_PERSON:
            return speaker
        if frame.condition is None and is_inability(self._words(frame.cue)):
            return None
        holder = self._actor(frame.holder, statement)
        exchanged = frame.act == "offer" and frame.condition is not None
        shared = (exchanged or frame.act in ("refuse", "threaten")) and self.kinds.get(holder or "") in _BODIES
        return holder if holder == speaker or shared else None

    def _spoken_for(self, frame: Frame) -> str | None:
        """ "A spokesman said that Belmara would not sign": the body whose will one who speaks for it tells."""
        holder = self._actor(frame.holder, None)
        speaks = any(word in self._words(frame.reporter).casefold() for word in _SPEAKING_FOR)
        between = self._words((frame.holder[1], frame.cue[0])) if frame.holder else ""
        told = (
            speaks and frame.act in ("refuse", "threaten", "promise", "offer") and RELATIVES.isdisjoint(between.split())
        )
        return holder if told and self.kinds.get(holder or "") in _BODIES else None

    def _is_obliged(self, frame: Frame) -> bool:
        """Whether somebody is to do something, or a thing to be done: not "it should rain"."""
        words = self._words(frame.toward).casefold()
        return words not in ("it", "there") and (_is_thing(frame) or self._is_named(frame.toward))

    def _is_named(self, place: Place | None) -> bool:
        """Whether an addressee is a pronoun, or has a name or a role: "asked the board", not "asked for three days"."""
        words = self._words(place)
        noun = head_of(words).split()
        return bool(noun) and (
            words.casefold() in _THIRD_PERSON | _FIRST_PERSON | {"him", "them"}
            or any(word[0].isupper() for word in noun)
            or noun[-1].rstrip("s") in ROLES
            or noun[-1] in _SIDES
            or described_kind(noun[-1]) is not None
        )

    def _words(self, place: Place | None) -> str:
        return " ".join(self.cast.text[slice(*place)].split()) if place else ""

    def _is_quoted(self, at: int) -> bool:
        number = bisect_right(self.quoted, (at, at + 10**9)) - 1
        return number >= 0 and at < self.quoted[number][1]

    def _actor(self, place: Place | None, statement: Statement | None) -> str | None:
        """Id of the actor that a phrase names; a pronoun in reported words is the one who reports, if that fits."""
        if place is None:
            return None
        if emphatic := _EMPHATIC.search(self.cast.text, *place):
            place = place[0], emphatic.start()
        words = self._words(place)
        folded = words.casefold()
        folded = _OWNED.get(folded, folded)
        if folded in _FIRST_PERSON:
            return self._teller_of(statement)
        if folded in _NOBODY or (folded not in _THIRD_PERSON and not self._can_act(words)):
            return None
        quoted = self._is_quoted(place[0])
        if folded in _THIRD_PERSON and statement and statement.speaker and not quoted and self._fits(folded, statement):
            return statement.speaker
        if folded in ("it", "they") and quoted:
            return None
        key, rule = self._resolve(place, folded)
        actor = self.cast.id_of(key) if key else None
        if key and actor:
            self.kinds.setdefault(actor, self.cast.drafts[key].kind)
        return None if quoted and rule == "pronoun" and statement and actor == statement.speaker else actor

    def _resolve(self, place: Place, folded: str) -> tuple[str | None, str]:
        named = self.cast.between(*place)
        if (country := f"country {PEOPLES.get(self._words(place), '')}") in self.cast.drafts:
            return country, "people"
        heads = len(named) == 1 and not lies_within(self.cast.text[place[0] : named[0][0]])
        if heads and self.cast.ends[named[0][0]] == place[1]:
            return named[0][1], "name"
        if folded in _THIRD_PERSON:
            key, _ = self.speakers.resolve(*place)
            return (self._they(key, place[0]) if folded == "they" else key), "pronoun"
        if joint := joined(self.cast, place):
            return joint[0], "joint"
        key, rule = self.speakers.speaker(Attribution((), None, place, "", ()))
        if rule == "epithet" and any(people in self._words(place) for people in PEOPLES):
            return self.cast.describe(*place), "description"  # "the Tovrian leader" is not whoever was spoken of last
        return (key or self._party(place)), rule

    def _party(self, place: Place) -> str | None:
        """ "Several prominent conservatives", "the pilots": those who can bargain, under the words that the account has
        for them."""
        name = ARTICLE.sub("", self._words(place))
        kind = party_kind(head_of(name))
        if kind is None:
            return None
        key = f"described {key_of(name)}"
        self.cast.mention(key, Draft(name, kind), place)
        return key

    def _they(self, key: str | None, before: int) -> str | None:
        """Those named together last ("Sens. Lindqvist and Vasques"), if no group is named after them."""
        joint = next(iter(last_joined(self.cast, before)), None)
        titled = key is None or self.cast.drafts[key].name in _TITLES
        later = joint and (titled or self._last_named(joint, before) > self._last_named(key or "", before))
        return joint if titled or later else key

    def _last_named(self, key: str, before: int) -> int:
        named = self.cast.last_named(key, before)
        return named[0] if named else -1

    def _fits(self, pronoun: str, statement: Statement) -> bool:
        return self._is_meant_by(pronoun, statement.speaker)

    def _is_meant_by(self, pronoun: str, actor: str | None) -> bool:
        kind = self.kinds.get(actor or "", "person")
        if pronoun == "it" and kind == "group":
            return False
        unsure = actor in self.bare and pronoun == "it"
        return unsure or (kind == "person") == (pronoun in ("he", "she")) or (pronoun == "they" and kind == "group")

    def _can_act(self, words: str) -> bool:
        """Whether a phrase can be an actor: it has a name, or its head is a role, a body, a side or a plural of
        people."""
        noun = head_of(words).split()
        last = noun[-1].casefold() if noun else ""
        if not noun or last in _THINGS or len(noun) > 8 or words.casefold().startswith(("no ", "none ")):
            return False
        return (
            any(word[0].isupper() for word in noun)
            or last in ROLES | _SIDES | _DOCUMENTS
            or described_kind(last) is not None
            or party_kind(last) is not None
            or (last.endswith("s") and not last.endswith(("ss", "us", "ions", "ments", "ies")))
        )


def _is_thing(frame: Frame) -> bool:
    """Whether something is to be done, or to be so: "any deal must cover the winter"."""
    close = frame.toward is not None and frame.cue[0] - frame.toward[1] < 2
    return frame.rule.startswith("should") and close
