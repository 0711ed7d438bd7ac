"""Which quotation marks set off speech, and which a title, a term, a nickname, a slogan or a word mentioned as a word.

No single sign tells: "a mistake" is speech in “called it "a mistake"” and none in “made "a mistake" of sorts”. So what
a careful reader looks at is weighed by a logistic regression: how long the words are, how they are capitalised, whether
they hold a verb, what stands before and behind the marks, whether a cue is near, and whether anybody is given for them.
How it was fitted: training/speech.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.readings.attribution.cues import CUE, QUOTED_AS, SPEECH_FORMS
from onrecord.readings.attribution.speech_weights import BIAS, WEIGHTS
from onrecord.readings.model import Attribution as Marked
from onrecord.text import lexicon
from onrecord.text.quotes import Quotation
from onrecord.text.spans import Place

_WORD = re.compile(r"[$@#]?\w[\w’'.&-]*")
_KEY = re.compile(r"[\w’'-]+")
_SMALL = lexicon.words("function_words.small_in_titles")
_PERSON = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Yy]our|[Mm]y|[Oo]ur|me|us|[Ll]et[’']s)\b")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|do|does|did|be|been|am|got|get|go"
    r"|make|take|"
    r"think|know|need|want|cannot)\b|n[’']t\b|[’'](?:re|ve|ll|m|d)\b",
    re.IGNORECASE,
)
_NAMING = re.compile(
    r"\b(?:so-called|self-\w{1,20}|dubbed|nicknamed|titled|subtitled|entitled|named|known(?: \w{1,20})? as|referred "
    r"to as|codenamed|term|"
    r"termed|terms|word|words|phrases?|slogan|labels?|labeled|labelled|marked|spelled|moniker|nickname|name|motto"
    r"|hashtag|acronym|"
    r"designation|category|title|notion|meaning|translates?|Latin|French|Spanish|Arabic|German|Russian|Hebrew|Italian"
    r"|Greek)"
    r"(?: such)?(?: of| as| for| is| was| like)?(?: an?| the)?[\s,:—–-]{0,3}$",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"\b(?:author|hosts?|co-host|creator|star|anchor|moderator|editor|director|books?|memoir|movies?|films?|shows?"
    r"|series|sitcom|"
    r"songs?|album|single|novel|play|musical|column|essay|article|podcast|program|programme|documentary|episode"
    r"|sketch|hits?|comedy|"
    r"drama|opera|painting|poem|anthem|tune|report|study|headlined?|campaign|operation|signs?|hats?|shirts?|T-shirts?"
    r"|banners?|button|"
    r"page|section|segment|website|network|magazine|newsletter|tour|game|clip|sang|sung|sings?|singing|perform(?:s|ed"
    r"|ing)?)\b(?: of| to| on| for| with| like| reading| that (?:read|said))?"
    r"(?: the| his| her| their| an?)?[\s,:—–-]{0,3}$",
    re.IGNORECASE,
)
_PROGRAMME = re.compile(
    r"\b(?:on|to|of|with|for|told|from|and|hosts?|including|like|watch(?:es|ed|ing)?|see)\s(?:[\w’'.]{1,30}[’']s\s)?$|"
    r"\b[A-Z]{2,5}(?:[’']s)?\s$|[’']s\s$"
)
_RULE = re.compile(  # what has such a name because somebody made it so: "the “first come, first served” rule"
    r"\s(?:[a-z]+\s)?(?:policy|policies|law|provision|rules?|clause|bill|act|amendment|standard|requirement|test|tax"
    r"|doctrine|loophole|program|"
    r"programme|initiative|campaign|designation|classification|status|category)\b"
)
_KIND = re.compile(  # what such a thing is, behind it: "the “Remain” campaign"
    r"\s(?:[a-z]+\s)?(?:policy|policies|law|provision|rule|rules|clause|bill|act|amendment|standard|requirement|test"
    r"|tax|plan|deal|doctrine|"
    r"strategy|approach|theory|effect|loophole|movement|camp|campaign|side|slogan|motto|label|tag|category"
    r"|designation|status|moniker|"
    r"nickname|hashtag|meme|show|series|sitcom|program|programme|podcast|newsletter|film|movie|franchise|song|album"
    r"|video|ad|commercial|"
    r"host|hosts|anchor|co-host|star|actor|actress|director|author|creator|contestant|winner|crowd|contingent|faction"
    r"|wing|group|club|"
    r"tour|rally|event|button|link|page|tab|box|sign|signs|banner|banners|hat|hats|cap|caps|shirt|shirts|T-shirt"
    r"|T-shirts|sticker|stickers|"
    r"line|vote|votes|rating|list)\b"
)
_LISTED = re.compile(r",?\s?(?:and|or|&)?\s?(?:an?\s|the\s|in\s|as\s)?")
_DETERMINED = re.compile(r"(?:\b(?:the|its|his|her|their|our|this|that)|[’']s|s[’'])\s$", re.IGNORECASE)
_SENTENCE_OPENS = re.compile(r"(?:^|[.!?…][”\"’')]{0,3})\s*$")
_LETTER = re.compile(r"\w")
_LAST = re.compile(r"([\w’'.-]+|[^\w\s])\s*$")
_NEXT = re.compile(r"\s*([\w’'-]+|[^\w\s])")
_STOP = re.compile(r"[.!?]\s")
_CLAUSE_ENDS = re.compile(r"[,;:!?(]|[^\W\d_A-Z]{2}\.\s")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_BEFORE, _BEHIND, _AROUND = 70, 60, 50  # characters that are looked at
_SENTENCE = 300
_TERM = 5  # words; what is longer is not looked for elsewhere in the account
_BEFORE_WORDS = lexicon.words("function_words.before_marks")
_BEHIND_WORDS = lexicon.words("function_words.behind_marks")

_NEGATED = re.compile(r"\bnot\b|n[’']t\b|\bnever\b|\bdeclin|\brefus|\bwithout\b")
_TELLS_OF_HIMSELF = re.compile(r"\bthat\s(?:he|she|they|it)\s(?:(?:had|has|have|would|will)\s)?$")
_ASIDE = 0.06  # share of the reported words below which quoted ones may be the reporter's

Claims = Mapping[Place, Marked] | None


def find_speech(
    text: str, paragraphs: Iterable[Place], quotations: Sequence[Quotation], claims: Claims
) -> frozenset[Quotation]:
    """Those of `quotations` that are somebody's words. `claims`: for the place of a quotation the attribution that the
    model makes of it; None where there is no model. Short quotations of the same words are judged together, and so is
    one that goes on in the next paragraph with what it goes on with. Linear in the length of the text."""
    pooled: dict[tuple[str, ...] | int, float] = defaultdict(float)
    keys = [term_key(text[q.start : q.end]) or q.start for q in quotations]
    for number in range(len(quotations) - 2, -1, -1):
        if quotations[number].closing == "continued":
            keys[number] = keys[number + 1]
    for key, log_odds in zip(keys, _log_odds(text, paragraphs, quotations, claims), strict=True):
        pooled[key] += log_odds
    return frozenset(
        q for q, key in zip(quotations, keys, strict=True) if pooled[key] > 0 or _is_predicate(text, q, claims)
    )


def _is_predicate(text: str, quotation: Quotation, claims: Claims) -> bool:
    """ "said that they “deeply regret” it": what somebody tells of himself, in words that the model gives to him."""
    claim = (claims or {}).get((quotation.start, quotation.end))
    told = _TELLS_OF_HIMSELF.search(text, max(0, quotation.outer_start - _BEFORE), quotation.outer_start)
    given = told and claim and claim.cue and claim.cue[0][0] < quotation.start and CUE.search(text, *claim.cue[0])
    return bool(given and claim and not _NEGATED.search(text, *claim.cue[0]) and text[quotation.start].islower())


def _log_odds(
    text: str, paragraphs: Iterable[Place], quotations: Sequence[Quotation], claims: Claims
) -> Iterator[float]:
    """For each quotation the log-odds that it is speech."""
    for signs in features(text, paragraphs, quotations, claims):
        yield BIAS + sum(WEIGHTS.get(sign, 0.0) for sign in signs)


def features(
    text: str, paragraphs: Iterable[Place], quotations: Sequence[Quotation], claims: Claims
) -> Iterator[list[str]]:
    """For each quotation, in order, what is seen of it, by name. `paragraphs` in order, each quotation in one of
    them."""
    places = list(paragraphs)
    quoted, printed = _counts(text[: max((end for _, end in places), default=0)], quotations)
    ends = iter(places)
    start, end = next(ends, (0, len(text)))
    former, lead = -1, ""  # where the quotation before ends, and what stands before the first of its list
    for quotation in quotations:
        while end < quotation.outer_end:
            start, end = next(ends, (end, len(text)))
        before = text[max(start, quotation.outer_start - _BEFORE) : quotation.outer_start]
        behind = text[quotation.outer_end : min(end, quotation.outer_end + _BEHIND)]
        listed = former >= start and _LISTED.fullmatch(text, former, quotation.outer_start) is not None
        former, lead = quotation.outer_end, lead if listed else before
        words = text[quotation.start : quotation.end]
        shape, size = _shape(words), _size(len(_WORD.findall(words)))
        key, said = term_key(words), _is_said(before, words, behind)
        given = said or QUOTED_AS.search(before) is not None  # by its place alone, whatever the model claims
        claim = claims.get((quotation.start, quotation.end)) if claims is not None else None
        yield [
            *_of_words(words, shape, size),
            *_of_context(before, behind, shape, size),
            *_of_cues(before, behind, size),
            *(["set off and said"] if said else []),
            *_of_sentence(text, quotation, (start, end), size),
            *_of_place(text, quotation, (start, end)),
            *([] if claims is None or (given and not claim) else _of_claim(text, quotation, claim, size)),
            *(_of_list(lead) if listed else []),
            *(["quoted again"] if quoted[key] > 1 else []),
            *(["bare elsewhere"] if len(key) > 1 and printed[key] > quoted[key] else []),
        ]


def _shape(words: str) -> str:
    """How it is capitalised: all words ("title"), one word ("capital"), the first ("first"), or not ("lower")."""
    found = _WORD.findall(words)
    weighty = [word for word in found if word.casefold() not in _SMALL]
    if weighty and all(word[0].isupper() or word[0].isdigit() or word[0] in "#@$" for word in weighty):
        return "title" if len(weighty) > 1 else "capital"
    return "first" if found and found[0][0].isupper() else "lower"


def _size(count: int) -> str:
    return "short" if count <= 4 else "middling" if count <= 8 else "long"


def _of_words(words: str, shape: str, size: str) -> Iterator[str]:
    count = len(_WORD.findall(words))
    yield f"words {count if count <= 5 else '6-8' if count <= 8 else '9-14' if count <= 14 else '15+'}"
    yield f"shape {shape}"
    yield f"shape {shape} {size}"
    last = words.rstrip()[-1:]
    yield f"ends {last if last in (',', '.') else '!' if last in tuple('!?…') else 'bare'} {size}"
    if _PERSON.search(words):
        yield f"person {size}"
    if _VERB.search(words):
        yield f"verb {size}"


def _of_context(before: str, behind: str, shape: str, size: str) -> Iterator[str]:
    if _SENTENCE_OPENS.search(before):
        yield f"opens {shape} {size}"
    yield from _word_before(before, shape)
    if _NAMING.search(before):
        yield "naming"
    if _WORK.search(before):
        yield "work"
        yield f"work {shape}"
    if shape in ("title", "capital") and _PROGRAMME.search(before):
        yield "programme"
    yield from _word_behind(behind, shape)
    if _KIND.match(behind):
        yield "kind behind"
        if _DETERMINED.search(before):
            yield "kind behind, determined"
            if _RULE.match(behind):
                yield "rule behind, determined"
    around = _LONG_WORD.findall(f"{before[-_AROUND:]} {behind[:_AROUND]}")
    if len(around) >= 3 and all(word[0].isupper() for word in around):
        yield "headline"
        yield f"headline {shape}"


def _of_list(lead: str) -> Iterator[str]:
    """What “attack” shares with the first of its list in: words like “ambassador,” “attack” and “talking points”."""
    yield "listed"
    if _NAMING.search(lead) or _WORK.search(lead):
        yield "listed naming"


def _word_before(before: str, shape: str) -> Iterator[str]:
    last = _LAST.search(before)
    word = last[1].casefold() if last else ""
    if word.endswith(("’s", "'s", "s’", "s'")):
        yield f"before possessive {shape}"
    elif word and not word[0].isalnum():
        yield f"before {word if word in ',.:—–-(' else 'mark'}"
    elif word in _BEFORE_WORDS:
        yield f"before {word}"
    elif last:
        yield "before Name" if last[1][0].isupper() else "before word"


def _word_behind(behind: str, shape: str) -> Iterator[str]:
    match = _NEXT.match(behind)
    word = match[1].casefold() if match else ""
    if not word:
        yield "behind nothing"
    elif not word[0].isalnum():
        yield f"behind {word if word in ',.:;—–-()' else 'mark'}"
    elif word in _BEHIND_WORDS:
        yield f"behind {word}"
    elif match and match[1][0].isupper():
        yield "behind Name"
    else:
        yield f"behind word {shape}"


def _of_cues(before: str, behind: str, size: str) -> Iterator[str]:
    last = next(reversed(list(CUE.finditer(before))), None)
    if last:
        gap = before[last.end() :]
        near, cut = len(gap.split()) <= 3, _STOP.search(gap) is not None
        yield f"cue before{' near' if near else ''}{' cut' if cut else ''}"
        if not _LETTER.search(gap):
            yield "cue right before"
    first = CUE.search(behind)
    if first and not _STOP.search(behind, 0, first.start()):
        yield f"cue behind{' near' if len(behind[: first.start()].split()) <= 4 else ''}"
    if not last and not first:
        yield f"no cue {size}"


def _is_said(before: str, words: str, behind: str) -> bool:
    """ "“Never,” Mrs. Holm said": the quotation opens the sentence, and the nearest words behind its comma are source
    and cue."""
    said = CUE.search(behind)
    near = (
        said is not None
        and len(behind[: said.start()].split()) <= 4
        and not _CLAUSE_ENDS.search(behind, 0, said.start())
    )
    return near and words.rstrip()[-1:] in tuple(",!?") and _SENTENCE_OPENS.search(before) is not None


def _of_sentence(text: str, quotation: Quotation, paragraph: Place, size: str) -> Iterator[str]:
    """Whether the words around it in its sentence, as far as they are near, report anything."""
    start = max(paragraph[0], quotation.outer_start - _SENTENCE)
    start = max(start, text.rfind(". ", start, quotation.outer_start) + 2)
    end = min(paragraph[1], quotation.outer_end + _SENTENCE)
    stop = text.find(". ", quotation.outer_end, end)
    if not CUE.search(text, start, quotation.outer_start) and not CUE.search(
        text, quotation.outer_end, stop if stop >= 0 else end
    ):
        yield f"no cue in sentence {size}"


def _of_place(text: str, quotation: Quotation, paragraph: Place) -> Iterator[str]:
    if text[quotation.outer_start] in "'‘’" and quotation.start - quotation.outer_start == 1:
        yield "single"
    alone = quotation.outer_start - paragraph[0] < 3 and paragraph[1] - quotation.outer_end < 3
    if alone and not text[max(0, paragraph[0] - 8) : paragraph[0]].rstrip().endswith(":"):
        yield "alone"


def _of_claim(text: str, quotation: Quotation, claim: Marked | None, size: str) -> Iterator[str]:
    """What leaves it in doubt that the model gives these words to anybody: with nothing of it, as where there is no
    model, none."""
    if claim is None or (claim.cue and _NEGATED.search(text, *claim.cue[0])):  # what somebody did not say is nobody's
        yield "given to nobody"
        return
    yield f"score {min(int(claim.score * 5), 4)} {size}"
    cue = CUE.search(text, *claim.cue[0]) if claim.cue else None
    if not cue or cue[0].casefold() not in SPEECH_FORMS:
        yield f"given by no verb of speech {size}"
    if quotation.end - quotation.start < _ASIDE * sum(end - start for start, end in claim.content):
        yield f"aside {size}"


def term_key(words: str) -> tuple[str, ...]:
    found = _KEY.findall(words[:100])
    return tuple(word.casefold() for word in found) if len(found) <= _TERM else ()


def _counts(text: str, quotations: Iterable[Quotation]) -> tuple[Counter[tuple[str, ...]], Counter[tuple[str, ...]]]:
    """How often the words of each short quotation are quoted, and how often they stand in the text with marks or
    without."""
    quoted = Counter(term_key(text[q.start : q.end]) for q in quotations if q.end - q.start < 100)
    wanted: dict[str, set[int]] = defaultdict(set)
    for key in quoted:
        if len(key) > 1:  # what is bare elsewhere tells of a term where it has two words
            wanted[key[0]].add(len(key))
    words = [word.casefold() for word in _KEY.findall(text)] if wanted else []
    printed: Counter[tuple[str, ...]] = Counter()
    for place, word in enumerate(words):
        for length in wanted.get(word, ()):
            if (key := tuple(words[place : place + length])) in quoted:
                printed[key] += 1
    del quoted[()]
    return quoted, printed
