"""What stands beside an expression: the tense of the nearest verb, and signs that it is no time at all."""

import re

from onrecord.text.times.values import Tense

_WINDOW = 100
_BREAK = re.compile(r"[.!?;]\s|\n\s*\n")
_MARK = re.compile(
    r"\b(?:(?P<future>will|shall|won['’]t|['’]ll|(?:is|are|was|were) (?:to|due|scheduled|expected|set|planned|slated)"
    r"|scheduled|expected|due|plans? to|planned for|going to|upcoming|deadline|expires?|matur(?:es|ing))"
    r"|(?P<past>was|were|had|did|has been|have been|said|told|began|met|went|came|left|took|held|made|rose|fell|got|gave"
    r"|saw|won|lost|became|broke|brought|found|kept|knew|led|ran|sent|spoke|stood|thought|wrote|since|\w{2,14}ed))\b"
)


def tense_beside(lower: str, start: int, end: int) -> Tense | None:
    """The tense of the last verb before the expression in its sentence, or of the first after it."""
    before = _BREAK.split(lower[max(0, start - _WINDOW) : start])[-1]
    marks = list(_MARK.finditer(before)) or list(_MARK.finditer(_BREAK.split(lower[end : end + _WINDOW], 1)[0]))[:1]
    return ("future" if marks[-1]["future"] else "past") if marks else None


_NAMES = {"may", "march", "april", "june", "august", "jan", "mar", "sat", "sun", "mon", "wed", "fri", "dec", "oct"}
_LEADS = re.compile(
    r"\b(?:(?P<time>in|since|until|till|last|next|this|from|during|after|before|between|through|early|late|mid)"
    r"|on|by|of|to|and)\s$"
)


def is_other(text: str, start: int, end: int, rule: str) -> bool:
    """Whether the words are something else that is spelt alike: the verb may, the march, a Jan, a broadcast's title."""
    words = text[start:end].split()
    if rule in ("near-unit", "this-part") and not text.isupper():
        # `This Week` as a title.
        return len(words) > 1 and all(word[0].isupper() for word in words)
    if rule not in ("month", "day") or len(words) > 1 or words[0].lower() not in _NAMES:
        return False
    leads = _LEADS.search(text, max(0, start - 9), start)
    name_follows = re.match(r"\s[A-Z][a-z]", text[end : end + 3])
    return not (leads and words[0][0].isupper() and (leads["time"] or not name_follows))
