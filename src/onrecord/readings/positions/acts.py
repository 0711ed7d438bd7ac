"""The words that show an act of bargaining, each with what may follow it, and the name that event coders give the act.

The families are those of Levin's verb classes (order, urge, beg, reject, commit) and of CAMEO's codes 02 to 13. PLOVER
(Open Event Data Alliance, 2022) names kinds of events between political actors. It has one REQUEST for what is asked
and demanded, one AGREE for what is offered, promised or accepted, REJECT and THREATEN; it does not code hopes.
"""

from collections import defaultdict
from typing import NamedTuple

from onrecord.readings.positions.inflection import forms
from onrecord.text import lexicon
from onrecord.types import Act

PLOVER: dict[Act, str | None] = {
    "demand": "REQUEST",
    "offer": "AGREE",
    "promise": "AGREE",
    "accept": "AGREE",
    "refuse": "REJECT",
    "threaten": "THREATEN",
    "hope": None,
}
Row = tuple[Act, str, str, str]


class Cue(NamedTuple):
    """One way to show an act: further words, then one of the complements.

    `complements` holds letters: n noun phrase or clause, t "to" with a verb, c clause behind "that", a addressee and
    then "to" with a verb, d addressee and then a noun phrase, p addressee and then "that", r addressee and then "for",
    w addressee and then "not to", f "for", o "on", v a verb in -ing, e noun phrase that is definite, b noun phrase and
    then "on the table", u addressee, "until" with a time, and then "to", k noun phrase, "conditional on" and a noun
    phrase, h addressee and then "with", i the noun of an act ("its bid", "a new proposal") and what follows it, q the
    noun of a request ("a plea for time").
    """

    act: Act
    more: tuple[str, ...]
    complements: str
    adjective: bool = False


def _as_act(name: str) -> Act:
    for act in PLOVER:
        if act == name:
            return act
    raise ValueError(f"{name!r} is no act; acts are: {', '.join(PLOVER)}")


def _rows(name: str) -> tuple[Row, ...]:
    """The rows of one of the two tables of cues: act, words, the words that must follow, the complements."""
    return tuple((_as_act(act), words, more, complements) for act, words, more, complements in lexicon.rows(name))


_VERBS = _rows("acting_verbs.verbs")
_NOUNS = _rows("acting_verbs.nouns")


def _table(rows: tuple[Row, ...], *, inflected: bool) -> dict[str, tuple[Cue, ...]]:
    """First word of a cue to its entries, those with more words first."""
    table: dict[str, list[Cue]] = defaultdict(list)
    for act, words, more, complements in rows:
        for word in words.split():
            adjective = word.endswith("~")
            cue = Cue(act, tuple(more.split()), "".join(complements.split()), adjective)
            for form in forms(word) if inflected and not adjective else (word.rstrip("~"),):
                table[form].append(cue)
    return {form: tuple(sorted(cues, key=lambda cue: -len(cue.more))) for form, cues in table.items()}


VERBS = _table(_VERBS, inflected=True)
NOUNS = _table(_NOUNS, inflected=False)
BASES = frozenset(
    forms(word)[0]
    for _, words, _, _ in _VERBS
    for word in words.split()
    if not word.endswith("~") and word.split(":")[0] not in word.split(":")[1:]
)
"""Forms that agree with the first person and the plural only."""
ADJECTIVES = frozenset(form for form, cues in VERBS.items() if any(cue.adjective for cue in cues))

WILL_NOT = lexicon.words("clause_words.will_not")
IS_NOT = lexicon.words("clause_words.is_not")  # with "going to"
WILL = lexicon.words("clause_words.will")
SHOULD = lexicon.words("clause_words.should")  # the last five with "to"

# A refusal to speak is no position, nor is a wish to know.
OF_SPEAKING = lexicon.words("acting_verbs.of_speaking")
# What comes about by itself is not promised.
NOT_PROMISED = lexicon.words("acting_verbs.not_done_by_anybody")
# What is offered or rejected in talk only: a view, an accusation.
OF_TALK = lexicon.words("acting_verbs.objects_of_talk")
# What is brought forward against a thing is answered and not refused: "dismissed the concerns".
OF_ARGUMENT = lexicon.words("acting_verbs.objects_of_argument")
# What a speaker calls a thing that he refuses, or will not do without.
VERDICTS = {verdict: _as_act(act) for verdict, act in lexicon.table("acting_verbs.verdicts").items()}
ENDORSING = lexicon.words("acting_verbs.endorsing")
OPPOSING = lexicon.words("acting_verbs.opposing")
HARMING = lexicon.words("acting_verbs.harming")
# Judgements that are demands where "to" or "that" follows: "it is essential that ..."
URGENT = lexicon.words("acting_verbs.urgent")
# Verbs that open a quotation as a call on others, where an object or a particle follows.
IMPERATIVES = lexicon.words("acting_verbs.imperatives")
