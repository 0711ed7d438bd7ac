"""What the program makes of a sentence or a phrase, in one line: the questions of the files in tests/words."""

from collections.abc import Callable, Iterable

from onrecord.accounts.fields.writers import is_post, person_like
from onrecord.accounts.lines.words import name_like
from onrecord.accounts.plain.heads import read_head
from onrecord.collation.quantities import quantities
from onrecord.exports.apparatus import weighty
from onrecord.exports.brief import _OUTCOME as OUTCOME
from onrecord.exports.brief import _REASON as REASON
from onrecord.exports.cast import _named as has_a_name
from onrecord.readings.attribution.rules import find_attributions
from onrecord.readings.attribution.speech import _of_context as signs_beside
from onrecord.readings.attribution.speech import _shape as shape
from onrecord.readings.attribution.transcript import find_turns
from onrecord.readings.cast.kinds import described_kind, known_kind
from onrecord.readings.cast.names import find_mentions
from onrecord.readings.comments.discussion import _is_distinctive as is_distinctive
from onrecord.readings.positions import find_frames
from onrecord.readings.positions.actors import _is_of_actors as can_act
from onrecord.readings.positions.clauses import Sentence
from onrecord.readings.positions.parties import party_kind
from onrecord.readings.positions.polarity import with_polarity
from onrecord.readings.speakers.bodies import _is_of_sort as is_of_sort
from onrecord.readings.speakers.bodies import names_only_a_sort
from onrecord.readings.speakers.documents import is_document
from onrecord.readings.speakers.roles import words_of
from onrecord.readings.timeline import _is_notice as is_notice
from onrecord.text.persons import gender_of, is_one_first_name, is_part_of, name_words
from onrecord.text.quotes import find_quotations
from onrecord.text.sentences import split_sentences
from onrecord.text.times import read_times
from onrecord.text.words import is_content, is_everyday, spoken, words, written_out


def _joined(parts: Iterable[object]) -> str:
    return " | ".join(str(part) if part else "-" for part in parts).removesuffix(" | -") or "-"


def acts(text: str) -> str:
    """The acts of a sentence: act, holder, toward, content, condition, modality, whether it is negated, and
    whether it counts only as somebody's words."""
    inside = [(q.start, q.end) for q in find_quotations(text, [(0, len(text))])]
    sentence = Sentence(text, 0, len(text), inside)
    frames = filter(None, (with_polarity(sentence, frame) for frame in find_frames(sentence)))
    return (
        "; ".join(
            _joined(
                (
                    f"not {frame.act}" if frame.negated else frame.act,
                    *(place and text[slice(*place)] for place in (frame.holder, frame.toward, frame.content)),
                    frame.condition and text[slice(*frame.condition)],
                    frame.modality,
                    "only if quoted" if frame.told else "",
                )
            )
            for frame in frames
        )
        or "-"
    )


def attributions(text: str) -> str:
    """Source, cue and content of each attribution that the rules find."""
    paragraphs = [(0, len(text))]
    quotations = find_quotations(text, paragraphs)
    return (
        "; ".join(
            _joined(
                (
                    one.source and text[slice(*one.source)],
                    one.cue and text[slice(*one.cue)],
                    " ... ".join(text[slice(*place)] for place in one.content),
                )
            )
            for one in find_attributions(text, paragraphs, quotations, quotations)
        )
        or "-"
    )


def names(text: str) -> str:
    """The names in a text, each with the title or role printed with it."""
    found = find_mentions(text, [(0, len(text))])
    return "; ".join(_joined((text[m.start : m.end], m.role and text[slice(*m.role)], m.kind)) for m in found) or "-"


def turns(text: str) -> str:
    """Who speaks in a transcript, line by line."""
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    return _joined(text[slice(*turn.label)] for turn in find_turns(text, lines))


def _of_sort(text: str) -> str:
    name, head = text.split(" is a ")
    return str(is_of_sort(frozenset(name.casefold().split()), head))


def _one_name(text: str) -> str:
    one, other = text.casefold().split(" = ")
    return str(is_one_first_name(one, other))


def amounts(text: str) -> str:
    """The numbers in a text: from which word to which each goes, and the least and the most that it can be."""
    found = quantities(text, words(text))
    return "; ".join(f"{q.start}-{q.stop}: {q.amount.least:g}-{q.amount.most:g}" for q in found) or "-"


def head(text: str) -> str:
    """What a line above a post tells: its kind, and whose name."""
    told = read_head(text)
    return _joined((told.kind, told.name and text[slice(*told.name)]))


def _notice(text: str) -> str:
    (time,) = read_times(text, "2024-05-03")
    return str(is_notice(text, (0, len(text)), time))


def _signs(text: str) -> str:
    before, behind = text.split("“...”")
    return _joined(sorted(sign for sign in signs_beside(before, behind, "title", "short") if " " in sign))


def _turns_the_sense(text: str) -> str:
    return str(weighty(*text.split(" / ")))


def _short_for(text: str) -> str:
    short, full = (name_words(name) for name in text.split(" = "))
    return str(is_part_of(short, full))


QUESTIONS: dict[str, Callable[[str], str]] = {
    "acts": acts,
    "attributions": attributions,
    "names": names,
    "turns": turns,
    "sentences": lambda text: str(len(split_sentences(text))),
    "kind of a description": lambda text: described_kind(text) or "-",
    "kind of a name": lambda text: known_kind(text) or "-",
    "kind of a side": lambda text: party_kind(text) or "-",
    "pronoun of a name": lambda text: gender_of(text, "") or "-",
    "pronoun of a title": lambda text: gender_of("", text) or "-",
    "words of a name": lambda text: " ".join(name_words(text)),
    "one first name": _one_name,
    "short for": _short_for,
    "amounts": amounts,
    "head of a post": head,
    "is a notice": _notice,
    "signs of speech": _signs,
    "may change the sense": _turns_the_sense,
    "like a name": lambda text: str(name_like(text)),
    "like a writer": lambda text: str(person_like(text)),
    "is a post": lambda text: str(is_post(text)),
    "words of a role": lambda text: " ".join(words_of(text)),
    "tells how it ended": lambda text: str(OUTCOME.search(text) is not None),
    "tells why": lambda text: str(REASON.search(text) is not None),
    "has a name of its own": lambda text: str(has_a_name(text)),
    "shape of words": shape,
    "of the matter": lambda text: str(is_distinctive(text)),
    "can act": lambda text: str(can_act(text)),
    "everyday": lambda text: str(is_everyday(word.key for word in words(text))),
    "sort of a body": _of_sort,
    "only a sort": lambda text: str(names_only_a_sort(text)),
    "is a document": lambda text: str(is_document(text)),
    "carries sense": lambda text: str(is_content(text)),
    "as read out": lambda text: " ".join(spoken(text)),
    "as written out": written_out,
}
