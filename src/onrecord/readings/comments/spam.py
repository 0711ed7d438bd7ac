"""What comments sell that stand under any article: an address, and money, medicine, games of chance or the like beside
it.

A reader speaks of these too, and cites a source for it: "payday loans have ruined the quay, see ...". So only the words
of an offer are looked for, a call that opens its sentence ("Get a loan today") and goods with a price tag for a verb
("cheap pills, no prescription"), and never the goods alone.
"""

import re

ADDRESS = re.compile(
    r"(?:https?://|www\.|\b(?:t\.me|bit\.ly)/)[^\s<>\"\[\]]+|[\w+-]{1,40}@[a-z0-9-]{1,63}\.[a-z]|"
    r"(?<![\w-])[a-z0-9][a-z0-9-]{1,62}\.(?:com|net|org|info|biz|shop|store|online|xyz|club|vip)\b",
    re.IGNORECASE,
)
_OPENS = r"(?:(?<=[.!?:>*] )|(?<=\A))"
_UNTOLD = r"(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bof )"
_SOLD = (
    r"(?=\W{0,3}(?:\Z|[,.!:;|–-] |(?:online|no|here|now|today|fast|free|delivered|overnight|available|https?|www)\b))"
)
"""Behind goods that are offered: no verb, for then something is told of them."""
_MONEY = r"(?:loans?|mortgages?|credit cards?|cash advances?)"
_PILLS = r"(?:pills?|meds|medications?|drugs|tablets|viagra|cialis|tramadol|xanax|ambien|steroids)"
_COINS = r"(?:crypto|bitcoins?|btc|ethereum|eth)"
_OFFERS = (
    rf"{_OPENS}(?:get|need|want|apply for|take|grab) (?:(?:an?|your|some|the|any) )?(?:[\w-]{{1,15}} "
    rf"){{0,2}}?{_MONEY}\b",
    rf"{_UNTOLD}\b(?:instant|fast|easy|quick|guaranteed|cheap|urgent|unsecured|bad credit|low[- ]interest) "
    rf"(?:personal )?{_MONEY}\b{_SOLD}",
    rf"\bloans? (?:at|from) (?:only |just )?\d[\d.]{{0,4}} ?%|\bno credit checks?\b{_SOLD}",
    rf"{_UNTOLD}\bcheap(?:est)? {_PILLS}\b{_SOLD}|{_OPENS}(?:buy|order) (?:[\w-]{{1,15}} ){{0,2}}?{_PILLS}\b",
    rf"\b{_PILLS},? (?:with )?no prescription\b|(?<!with )\bno prescription (?:needed|required|necessary)\b",
    r"\b(?:no[- ]deposit|welcome|sign[- ]?up) bonus\b",
    rf"\b(?:best|top|new|trusted) online (?:casinos?|slots?|betting|poker)\b{_SOLD}",
    rf"{_OPENS}(?:play|win|bet)\b[^.!?]{{0,40}}\b(?:casinos?|slots?|jackpots?|poker|real money)\b",
    rf"\b(?:double|triple|multiply) (?:your|ur) (?:\w{{1,12}} )?(?:money|cash|coins?|investments?|{_COINS})\b",
    rf"\b{_COINS} (?:giveaway|doubler|doubling)\b(?! (?:scam|fraud))",
    rf"\bsend \d[\d.]{{0,6}} ?{_COINS}\b[^.!?]{{0,30}}\b(?:get|receive)\b",
    r"\bguaranteed (?:daily|weekly|monthly) (?:profits?|returns?|income|winnings?)\b",
    rf"{_OPENS}(?:make|earn) (?:(?:easy|fast|quick|extra|real|big) )?(?:money|cash|[$£€] "
    rf"?\d[\d,]{{0,9}}\+?)[^.!?]{{0,20}}"
    r"\b(?:online|from home|fast|today|daily|an hour|a day|a week)\b",
    r"\b(?:hot|sexy|lonely|single) (?:girls|women|singles|ladies)\b[^.!?]{0,30}\b(?:near you|waiting|your area"
    r"|tonight)\b",
    rf"{_UNTOLD}\b(?:replica|cheap|fake) (?:watches|handbags|rolex\w{{0,3}}|jerseys|sneakers|passports|diplomas"
    rf"|cigarettes)\b{_SOLD}",
)
_OFFER = re.compile("|".join(_OFFERS), re.IGNORECASE)
_WORD = re.compile(r"\w+")
_SHOUTED = 3
"""Words in capitals that shout, at least."""


def offers(text: str) -> bool:
    """Whether something is offered for sale, or money promised, beside an address."""
    return _OFFER.search(text) is not None and ADDRESS.search(text) is not None


def shouts(text: str) -> bool:
    """Whether nothing but words in capitals, and exclamation marks, stand beside an address."""
    beside, addresses = ADDRESS.subn(" ", text)
    words = [word for word in _WORD.findall(beside) if word.isalpha()]
    return bool(addresses) and "!" in beside and len(words) >= _SHOUTED and all(word.isupper() for word in words)
