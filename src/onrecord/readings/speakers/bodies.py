"""Which body a definite description stands for: "the ministry", "the paper", "the shipping company".

A body is meant that has the words of the description in its name, that an apposition explains by them ("Brightwater, a
shipping company"), or that was described so before; for a word that hardly stands in names ("the company", "the
agency") also the body spoken of, if it is of that sort. What fits none is no body that is known.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from functools import lru_cache

from onrecord.readings.cast.actors import Cast
from onrecord.readings.cast.evidence import key_of
from onrecord.readings.cast.kinds import described_kind
from onrecord.readings.nouns import GIANTS
from onrecord.readings.speakers.pronouns import Pronouns
from onrecord.text import lexicon

_BODY = re.compile(r"the\s((?:[\w.’'-]+\s){0,4})([a-z]+)$", re.IGNORECASE)
_SMALL = r"(?:the|an?|of|by|in|for|and|or|to|that|with|from|on|at|said|is|was|has|had|will)\s"
_BACK = 1500  # characters that a body may have been introduced before
_MOST = 1000  # places before a description at which a body that has its words is looked for
_STEM = 6  # letters that two forms of a word share
_NEAR = 700  # the same where the description only names its sort

# Words of a description and of names that tell the sort of a body, written by hand from common knowledge.
_PRESS = lexicon.words("bodies.press")
_NAMES_OF_PRESS = lexicon.words("bodies.press_in_names")
_KNOWN_PRESS = lexicon.words("bodies.press_known")
_BROADCASTERS = lexicon.words("bodies.broadcasters")
_OF_THE_STATE = lexicon.words("bodies.of_the_state")
_AGENCIES = lexicon.words("bodies.agencies")
_OF_MEMBERS = lexicon.words("bodies.of_members")
_UNIONS = lexicon.words("bodies.unions")
_MADE_TO_EARN = lexicon.words("bodies.companies")
_GROUPS = lexicon.words("bodies.groups")
_TOLD = re.compile(
    r"(?:\b(?:told|tells|telling|interview (?:with|by|on)|(?:spoke|speaking|talked|talking) (?:to|with)|(?:statement"
    r"|e-?mail|comments?|remarks) to)"
    r"\s(?:the\s)?|\b[A-Z][\w.]+[,\s\d]{0,6}\()$"
)
"""What stands before whom an account's own reporters, or another's, write for."""
_SORTS = GIANTS | _PRESS | _GROUPS | {"network", "agency", "bureau"}
"""Words for a sort of body, which stand in place of a name rather than in one."""
_MEANT_BY_SORT = _SORTS | {"bank", "union"}
_OF_PRESS = _NAMES_OF_PRESS | _KNOWN_PRESS | _BROADCASTERS
_NAMED_AS = {"network": _BROADCASTERS, "union": _UNIONS}
"""Of which words a body must have one in its name to be called so."""


def names_only_a_sort(words: str) -> bool:
    """Whether a description says no more than what sort of body is meant: "the company", but not "the shipping
    company"."""
    noun = _BODY.match(words)
    return noun is not None and not noun[1] and noun[2].casefold() in _SORTS


class Bodies:
    """The bodies of one account, to ask which one a description stands for."""

    def __init__(self, cast: Cast, pronouns: Pronouns) -> None:
        self.cast, self.text, self.pronouns = cast, cast.text, pronouns
        self._with: dict[str, list[str]] = defaultdict(list)
        for key in cast.drafts:
            kind, *words = key.split()
            if kind == "organisation" and len(words) > 1:
                for word in dict.fromkeys(words):
                    self._with[word].append(key)
        self._named: dict[str, list[tuple[int, str]]] = {}
        """By a word of their names where bodies are named, in order."""
        self._stems: dict[str, list[str]] = defaultdict(list)
        """By their first letters the words of the names of bodies."""
        for word in self._with:
            self._stems[word[:_STEM]].append(word)
        self._beyond_telling: dict[str, int] = {}

    def named_after(self, owner: str, noun: str) -> str | None:
        """The body that has the surname of the actor `owner` and `noun` in its name: "the Orrin campaign"."""
        return next((key for key in self._with[noun] if owner.rsplit(maxsplit=1)[-1] in key.split()), None)

    def meant(self, words: str, start: int) -> str | None:
        """The key of the body that a description at `start` stands for; None if none is known."""
        noun = _BODY.match(words)
        if not noun:
            return None
        telling, head = frozenset(key_of(noun[1]).split()), noun[2].casefold()
        return (
            self._by_name(telling, head, start)
            or self._by_trade(telling, start)
            or self._introduced(telling, head, start)
            or self._of_the_sort(telling, noun[1], head, start)
        )

    def _by_name(self, telling: frozenset[str], head: str, start: int) -> str | None:
        """The body named last that has all the words in its name: "the ministry", and "the energy ministry" for no
        other."""
        wanted = _NAMES_OF_PRESS if head in _PRESS else {head}
        found = (self._last_with(telling, word, start, last=head in _PRESS) for word in sorted(wanted))
        best = max((one for one in found if one), default=None)
        return best[1] if best else None

    def _last_with(self, telling: frozenset[str], word: str, start: int, *, last: bool) -> tuple[int, str] | None:
        """Where the body is named last that has all these words in its name, `word` as the last of it if that is
        asked."""
        if word not in self._with:
            return None
        rarest = min((word, *telling), key=lambda one: len(self._with.get(one, ())))
        named = self._places(rarest)
        place = bisect_left(named, (start, ""))
        for at, key in reversed(named[max(0, place - _MOST) : place]):
            words = key.split()[1:]
            if word in words and telling.issubset(words) and (not last or words[-1] == word):
                return at, key
        return None

    def _places(self, word: str) -> list[tuple[int, str]]:
        if word not in self._named:
            keys = self._with.get(word, ())
            self._named[word] = sorted((at, key) for key in keys for at, _ in self.cast.drafts[key].mentions)
        return self._named[word]

    def _by_trade(self, telling: frozenset[str], start: int) -> str | None:
        """ "the production company" for "Ana Hale Productions": the only body named whose name has the word in another
        form."""
        stems = tuple(word[: max(_STEM, len(word) - 2)] for word in telling if len(word) >= _STEM)
        likely = (word for stem in stems for word in self._stems.get(stem[:_STEM], ()) if word.startswith(stems))
        keys = {key for word in likely for key in self._with[word]}
        named = [key for key in sorted(keys) if self._last_named(key, start) >= 0]
        return named[0] if len(named) == 1 else None

    def _last_named(self, key: str, start: int) -> int:
        named = self.cast.last_named(key, start)
        return named[0] if named else -1

    def _introduced(self, telling: frozenset[str], head: str, start: int) -> str | None:
        """ "the ministry" where "the Tovrian energy ministry" was spoken of, or "Brightwater, a shipping company," for
        the company."""
        if described_kind(head) != "organisation":
            return None
        back = max(0, start - (_BACK if telling or head not in _SORTS else _NEAR))
        for found in reversed(list(_introduction(head).finditer(self.text, back, start))):
            if not telling <= set(key_of(found[1]).split()):
                continue
            if named := self._explained(*found.span()):
                return named
            if found[1].casefold() != head and set(key_of(found[1]).split()) != telling | {head}:
                return self.cast.describe(*found.span(1))
        return None

    def _explained(self, start: int, end: int) -> str | None:
        """The body that a description explains: named before its comma, or right behind it."""
        before = self.cast.between(max(0, start - 80), start)
        if before and self.text[self.cast.ends[before[-1][0]] : start] == ", ":
            return before[-1][1] if before[-1][1].startswith("organisation") else None
        behind = self.cast.between(end + 1, end + 3)
        if behind and self.text[end : behind[0][0]] in (" ", ", ") and behind[0][1].startswith("organisation"):
            return behind[0][1]
        return None

    def _of_the_sort(self, telling: frozenset[str], modifiers: str, head: str, start: int) -> str | None:
        """ "the company", "the tech giant", "the network": the body spoken of, if its name speaks for that sort or not
        against it."""
        if head not in _MEANT_BY_SORT or (telling and (head not in GIANTS or not modifiers.islower())):
            return None
        ranked = self.pronouns.ranked("it", start)
        spoken_of = [key for key in ranked if key.startswith("organisation") and not self._only_told(key, start)]
        fitting = [key for key in spoken_of[:3] if _is_of_sort(frozenset(key.split()[1:]), head)]
        meant = len(fitting) == 1 or (fitting and not telling)
        return fitting[0] if meant else None

    def _only_told(self, key: str, start: int) -> bool:
        """Whether a body is the account's own, or so far only the one that was told: "Hale told Reuters", "PARIS
        (AP)"."""
        own = key_of(self.cast.account.publisher or "").split()
        return key.split()[1:] == own or self._first_untold(key) >= start

    def _first_untold(self, key: str) -> int:
        """Where a body is named first that nobody tells anything there."""
        if key not in self._beyond_telling:
            named = (at for at, _ in self.cast.drafts[key].mentions)
            untold = (at for at in named if not _TOLD.search(self.text, max(0, at - 40), at))
            self._beyond_telling[key] = next(untold, len(self.text))
        return self._beyond_telling[key]


@lru_cache(maxsize=256)
def _introduction(head: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:the|its|his|her|their|an?)\s((?:(?!{_SMALL})[\w-]+\s){{0,4}}{re.escape(head)})\b(?![’'])", re.IGNORECASE
    )


def _is_of_sort(name: frozenset[str], head: str) -> bool:
    """Whether a body with these words in its name may be called a "network", "paper", "agency", "group", "company"
    ..."""
    if head in _NAMED_AS:
        return not name.isdisjoint(_NAMED_AS[head])
    press = not name.isdisjoint(_OF_PRESS)
    if head in _PRESS:
        return press and name.isdisjoint(_BROADCASTERS - {"news"})
    if head in ("agency", "bureau"):
        return not press and not name.isdisjoint(_AGENCIES)
    if press or name & _OF_THE_STATE:
        return False
    if head in _GROUPS:
        return not name & (_MADE_TO_EARN - {"group"})
    return head not in GIANTS or not name & _OF_MEMBERS
