"""Plain text -> what each line is, where article, page furniture and thread stand in one text.

A model labels the lines (plainlabels), by what they look like (plainfeatures) and what the page shows of its own
layout; here the labels become blocks, posts and fields. Nothing is said of a field that the text does not print.
"""

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.accounts.draft import Draft, Field, FieldName, Reach, Stretch
from onrecord.accounts.lines.words import FOOTER, FORM, LONGEST_FOOTER, PRESS, ends_sentence, name_like
from onrecord.accounts.page.reading_form import printed
from onrecord.accounts.plain.asides import label_asides
from onrecord.accounts.plain.features import features, layout
from onrecord.accounts.plain.heads import LONGEST, Head, read_head
from onrecord.accounts.plain.labels import LABELS, THREAD, label, model
from onrecord.accounts.plain.letters import find_letters
from onrecord.accounts.plain.lines import Line, end_of, goes_on, lines_of
from onrecord.accounts.plain.single import find_single
from onrecord.accounts.plain.thread import read_posts
from onrecord.text import lexicon
from onrecord.text.dates.questions import find_date, has_day, in_order, order_told_by
from onrecord.text.letters import reading_form
from onrecord.types import BlockKind

DATE_PREFIX = re.compile(r"(?:date|published|posted|updated|last updated|first published)\b:? {0,3}(?:on )?", re.I)
PLACE_PREFIX = re.compile(
    r"[A-Z][A-Z.'’ -]{1,40}(?:, [A-Z][\w.'’ -]{1,40}){0,3}(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)? {0,2}"
    r"(?:\((?P<wire>[A-Z][^()]{1,30})\) {0,2})?(?:-{1,2}|–|—) "
)
AGENCY = re.compile(
    r"(?:Reuters|AFP|AP|The Associated Press|Associated Press|UPI|[Dd]pa|DPA|EFE|ANSA|TASS|Xinhua|PTI|ANI|IANS|Yonhap"
    r"|Kyodo|Bloomberg|CNN)"
)
"""Who stands in parentheses behind a place; another name may be where the place lies: "PORTLAND (Maine) -"."""
NO_AGENCY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:updated?|corrected|recasts?|adds|local|exclusive|opinion"
    r"|analysis)\b.*)",
    re.I,
)


KINDS: dict[str, BlockKind] = {
    "headline": "headline", "byline": "byline", "dateline": "dateline", "body": "body", "caption": "caption",
    "author": "comment", "date": "comment", "text": "comment", "post": "comment",
}  # fmt: skip
OFFICE = re.compile(
    r"(?<=[^\W\d_]), (?:[\w-]{2,20} ){0,3}(?:editor|correspondent|reporter|columnist|writer|journalist|bureau "
    r"chief)\s*\Z",
    re.I,
)
"""Behind the name of who wrote an article."""
SIGNED = 0.6
"""How much a name before an office must look like one."""
NOBODY = lexicon.words("page_words.nobody_in_bylines")
"""Words that stand where a byline does, and name nobody."""
UPDATED = re.compile(r"\b(?:(?:last |page )?(?:updated|modified|amended|edited)|update)\b:?\s{0,3}(?:on |at )?\Z", re.I)
"""Before the date when an article was changed."""
_WHAT_THEY_ARE = r"(?:is|was|has been) (?:an?|the|our|one|based|currently|editor|senior|also)\b"
_WHAT_THEY_DO = (
    r"(?:has |have )?(?:writes?|written|covers?|covered|reports?|reported|joined|lives|serves?|works?|worked|edits"
    r"|founded|can be reached|contributed)\b"
)
DESCRIBED = re.compile(f" (?:{_WHAT_THEY_ARE}|{_WHAT_THEY_DO})", re.I)
"""What a page says behind the name of the one who wrote its article."""
DATES = 3
"""How many dates of a line are looked at."""
SIGNATURE = 2
"""Lines in which an article says who its author is, at most."""
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)(?:\W{0,4}(?:copyright|\d{4}|©)){0,4}\W{1,4}(?P<name>[^\W\d][^|©]{1,60}?)(?:[.,|]? all "
    r"rights reserved.{0,40})?\.?",
    re.I,
)
PARTED = re.compile(r"\s{0,3}[|·•›»]\s{0,3}")
"""Between the parts of a short line: "The Echo | Sport"."""
OWNER = re.compile(
    r"(?:©|\(c\)|copyright)(?:\W{0,4}(?:copyright|\d{4}|©)){0,4}\W{1,4}(?P<name>[^\W\d](?:[^|©\s,.]"
    r"|\s(?=[^\W\d_])(?!\s)){1,60}?)"
    r"(?=[.,]|\s?[|·•–-]|\s\d{4}\b|\s{2}|\s*\Z)",
    re.I,
)
"""The same in a line of other things that stand at the end of pages."""


def read_plain(text: str, most: int = Reach().lines) -> Draft:
    """What each line of `text` is. The text of the account is `text` itself, and every origin its span.

    Of more than `most` lines the first are told apart; the rest is one block of no kind.
    """
    form = reading_form(text)
    return printed(_read(form.text, most), form, plain=True) if form else _read(text, most)


def _read(text: str, most: int) -> Draft:
    end = end_of(text, most)
    lines = lines_of(text[:end])
    page = layout(lines)
    numbers, _ = label(features(lines, page), page, model())
    labels = [LABELS[number] for number in numbers]
    thread = [index for index, number in enumerate(numbers) if number in THREAD]
    if not thread:
        thread = _label_signed(lines, page.heads, labels)
    thread = _without_signature(lines, labels, thread)
    _dates_beside_authors(page.heads, labels, thread)
    _whole_body(page.heads, labels)
    _prose_is_no_headline(lines, page.heads, labels)
    _not_article(lines, labels, page.footer)
    _signed(lines, page.heads, labels)
    _head_in_body(page.heads, labels)
    _one_headline(lines, page.heads, labels)
    label_asides(lines, labels)
    kinds = [KINDS.get(name, "chrome") for name in labels]
    posts = read_posts(lines, page.heads, {index: labels[index] for index in thread})
    stretches = [Stretch(kind, start, end, start, end) for kind, start, end in _spans(lines, kinds, labels)]
    fields = _fields(text, lines, stretches)
    if rest := text[end:].strip():
        begin = text.index(rest, end)
        stretches.append(Stretch("chrome", begin, begin + len(rest), begin, begin + len(rest)))
    why = f"the text has more than {most:,} lines: the last {len(rest):,} characters were not read" if rest else None
    return Draft(text, stretches, posts, fields, incomplete=why)


def _label_signed(lines: list[Line], heads: list[Head], labels: list[str]) -> list[int]:
    """The lines of letters or of a comment that show no layout of a thread, which are labelled as those."""
    signed = find_letters(lines, heads, labels) or find_single(lines, heads, labels)
    for index, name in signed.items():
        labels[index] = name
    return sorted(signed)


def _without_signature(lines: list[Line], labels: list[str], thread: list[int]) -> list[int]:
    """The lines of the thread; none if they are the article's own author, and what they say is who that is."""
    names = [index for index in thread if labels[index] == "author"]
    words = [index for index in thread if labels[index] == "text"]
    if len(names) != 1 or not 0 < len(words) <= SIGNATURE:
        return thread
    if not _describes(lines[words[0]].text, lines[names[0]].text.strip(" :,.-–—")):
        return thread
    for index in thread:
        labels[index] = "chrome"
    return []


def _describes(text: str, name: str) -> bool:
    return text.startswith(f"{name} ") and DESCRIBED.match(text, len(name)) is not None


def _dates_beside_authors(heads: list[Head], labels: list[str], thread: list[int]) -> None:
    """A line of the thread that is a date and nothing else is a comment's date if it stands beside an author."""
    for index in thread:
        beside = labels[max(0, index - 1) : index] + labels[index + 1 : index + 2]
        if labels[index] == "text" and heads[index].kind == "D" and "author" in beside:
            labels[index] = "date"


def _whole_body(heads: list[Head], labels: list[str]) -> None:
    """Prose that goes on from the body is of the body."""
    for index in range(1, len(labels)):
        if labels[index] == "chrome" and labels[index - 1] == "body" and heads[index].kind == "P":
            labels[index] = "body"


def _prose_is_no_headline(lines: list[Line], heads: list[Head], labels: list[str]) -> None:
    """A line of prose taken for a headline opens the body, if the body follows: a sentence, also one hard-wrapped."""
    for index, name in enumerate(labels[:-1]):
        text = lines[index].text
        prose = heads[index].kind == "P" and (ends_sentence(text) or _dateline(text))
        if name == "headline" and labels[index + 1] == "body" and (prose or goes_on(lines[index], lines[index + 1])):
            labels[index] = "body"


def _not_article(lines: list[Line], labels: list[str], footer: int) -> None:
    """Lines of things to press, and what pages end with, are none of the article's."""
    for index, name in enumerate(labels):
        if KINDS.get(name) != "comment" and (index >= footer or PRESS.fullmatch(lines[index].text)):
            labels[index] = "chrome"


def _signed(lines: list[Line], heads: list[Head], labels: list[str]) -> None:
    """The headline stands before who signs the article: a name with an office and a date behind, or "By ..." behind
    what the model took for another byline."""
    untitled = True
    for index in range(1, min(_first_of_body(labels), len(labels) - 1)):
        title = lines[index - 1].text
        untitled = untitled and (labels[index - 1] != "headline" or len(title.split()) < 4)
        titles = _has_words_of_a_title(title) and not FORM.search(title)
        by = heads[index].kind == "NB" and labels[index - 1] == "byline" and titles and untitled and not _signs(title)
        if by or (_has_office(lines[index].text) and find_date(lines[index + 1].text)):
            labels[index] = "byline"
            if titles:
                labels[:index] = ["chrome"] * (index - 1) + ["headline"]
            return


def _first_of_body(labels: list[str]) -> int:
    return labels.index("body") if "body" in labels else len(labels)


def _has_words_of_a_title(text: str) -> bool:
    return 4 <= len(text.split()) <= 30


def _signs(text: str) -> bool:
    """Whether a line says who wrote the article, or when."""
    return find_date(text) is not None or text.lower().startswith("by ")


def _has_office(text: str) -> bool:
    office = OFFICE.search(text) if len(text) <= LONGEST else None
    return office is not None and name_like(text[: office.start()].removeprefix("By ")) >= SIGNED


def _head_in_body(heads: list[Head], labels: list[str]) -> None:
    """Byline and date that the model took for a part of the body, between its first line and prose, are what they
    are."""
    first = _first_of_body(labels)
    for index in range(first + 1, min(first + 4, len(labels))):
        if labels[index] != "body" or heads[index].kind not in ("NB", "D"):
            return
        labels[index] = "byline" if heads[index].kind == "NB" else "dateline"
        labels[first] = "headline"


def _one_headline(lines: list[Line], heads: list[Head], labels: list[str]) -> None:
    """A page has one headline: of several lines taken for it the last before the body; else what byline or date
    follow."""
    headlines = [index for index, name in enumerate(labels) if name == "headline"]
    first = _first_of_body(labels)
    before = [index for index in headlines if index < first] or headlines[:1]
    for index in headlines:
        if index != before[-1]:
            labels[index] = "chrome"
    signed = _label_signature(heads, labels, first)
    if headlines:
        return
    if signed > 0 and _has_words_of_a_title(lines[signed - 1].text):
        labels[signed - 1] = "headline"
    elif _titles(lines, heads, first):
        labels[first] = "headline"


def _label_signature(heads: list[Head], labels: list[str], first: int) -> int:
    """The first of the lines close before the body that say who wrote it or when, -1 if there is none. If the model
    took it for furniture it is labelled, with a date below it."""
    near = range(max(0, first - 6), min(first, len(labels)))
    signed = [index for index in near if heads[index].kind in ("NB", "D", "ND")]
    if not signed:
        return -1
    if labels[signed[0]] == "chrome":
        labels[signed[0]] = "dateline" if heads[signed[0]].kind == "D" else "byline"
        below = signed[0] + 1
        if below in signed and heads[below].kind == "D":
            labels[below] = "dateline"
    return signed[0]


def _titles(lines: list[Line], heads: list[Head], first: int) -> bool:
    """Whether the first line of the body is a headline that the model took for a part of it: short, and prose
    follows."""
    if first + 2 >= len(lines) or heads[first].kind not in ("O", "N") or heads[first + 1].kind != "P":
        return False
    text = lines[first].text
    fits = 3 <= len(text.split()) <= 30 and not text.endswith((".", ":", ",", ";"))
    return fits and not FORM.search(text) and not goes_on(lines[first], lines[first + 1])


def _spans(lines: list[Line], kinds: list[BlockKind], labels: list[str]) -> Iterator[tuple[BlockKind, int, int]]:
    """The blocks: paragraphs of lines of one kind; an author's line, and a dateline within a line, stand alone."""
    first_body = kinds.index("body") if "body" in kinds else -1
    index = 0
    while index < len(lines):
        kind, start, end = kinds[index], lines[index].start, lines[index].end
        split = _dateline(lines[index].text) if index == first_body else 0
        if split:
            yield "dateline", start, start + len(lines[index].text[:split].rstrip())
            start += split
        while (
            index + 1 < len(lines)
            and labels[index] in ("body", "text", "post", "caption")
            and labels[index + 1] in ("body", "text", "caption")
            and kinds[index + 1] == kind
            and goes_on(lines[index], lines[index + 1])
        ):
            index += 1
            end = lines[index].end
        yield kind, start, end
        index += 1


def _dateline(text: str) -> int:
    """How many characters at the beginning of the article's first line say when and where, and not yet what."""
    prefix = DATE_PREFIX.match(text)
    dated = find_date(text, prefix.end(), prefix.end() + 40) if prefix else None
    end = 0
    if dated and prefix and dated.start == prefix.end():
        end = dated.end
    place = PLACE_PREFIX.match(text, end)
    if place and (dated or has_day(place[0]) or "(" in place[0]):
        end = place.end()
    return end + len(text[end:]) - len(text[end:].lstrip(" -–—:|")) if 0 < end < len(text) else 0


def _fields(text: str, lines: list[Line], stretches: list[Stretch]) -> dict[FieldName, Field]:
    """Headline, byline, publisher and date of publication, each where the text prints it and not read from the
    thread."""
    fields: dict[FieldName, Field] = {}
    for stretch in stretches:
        words, place = text[stretch.start : stretch.end], (stretch.origin, stretch.origin_end)
        head = read_head(words) if stretch.kind in ("byline", "dateline") else None
        if stretch.kind == "headline":
            fields.setdefault("headline", Field(words, "first-heading", place))
        elif stretch.kind == "byline" and (name := _name_in_byline(words, head)):
            fields.setdefault("byline", Field(words[slice(*name)], "line-by", _at(stretch, name)))
        if head:
            _date(text, stretch, fields)
    publisher = _publisher(lines) or _wire(text, lines, stretches)
    return fields | {"publisher": publisher} if publisher else fields


def _name_in_byline(words: str, head: Head | None) -> tuple[int, int] | None:
    """Where a byline has the name, without an office behind it."""
    office = OFFICE.search(words) if len(words) <= LONGEST else None
    if office:
        head = read_head(words[: office.start()])
    if head is None or head.name is None or (head.kind == "S" and office is None):
        return None
    return None if words[slice(*head.name)].casefold() in NOBODY else head.name


def _date(text: str, stretch: Stretch, fields: dict[FieldName, Field]) -> None:
    """The first date of a line is of publication, and one that the line says is of a change is of that."""
    start, words = 0, text[stretch.start : stretch.end]
    changed = None
    for _ in range(DATES):
        if (dated := find_date(words, start)) is None:
            break
        start = dated.end
        updated = UPDATED.search(words, max(0, dated.start - 30), dated.start) is not None
        if ("modified" if updated else "published") in fields:
            continue
        day = dated.edtf or in_order(words[dated.start : dated.end], order_told_by(text))
        if day:
            field = Field(day, "dateline", _at(stretch, (dated.start, dated.end)))
            if updated:
                changed = changed or field
            else:
                fields["published"] = field
    if changed:
        fields.setdefault("modified" if "published" in fields else "published", changed)


def _at(stretch: Stretch, place: tuple[int, int]) -> tuple[int, int]:
    return stretch.start + place[0], stretch.start + place[1]


def _publisher(lines: list[Line]) -> Field | None:
    """Who the page says has its copyright, if the same name also stands alone in a line of it, or in a part of one."""
    alone = Counter(part.casefold() for line in lines if len(line.text) <= 60 for part in PARTED.split(line.text))
    for line in reversed(lines):
        short = line.text if len(line.text) <= LONGEST_FOOTER else ""
        match = COPYRIGHT.fullmatch(short) or (OWNER.search(short) if FOOTER.fullmatch(short) else None)
        if match and alone[match["name"].casefold()]:
            start = line.start + match.start("name")
            return Field(match["name"], "copyright-line", (start, start + len(match["name"])))
    return None


def _wire(text: str, lines: list[Line], stretches: list[Stretch]) -> Field | None:
    """The agency of a dateline, "SELM, March 14 (Northwire) -", on a page on which nobody else has the copyright."""
    for stretch in stretches:
        end = min(stretch.end + 1, stretch.start + LONGEST_FOOTER)
        place = PLACE_PREFIX.search(text, stretch.start, end) if stretch.kind == "dateline" else None
        if place and place["wire"]:
            certain = _is_agency(place["wire"], place[0]) and not _is_owned(lines)
            return Field(place["wire"], "wire-dateline", place.span("wire")) if certain else None
    return None


def _is_agency(name: str, dateline: str) -> bool:
    dated = has_day(dateline) and NO_AGENCY.fullmatch(name) is None
    return dated or AGENCY.fullmatch(name) is not None


def _is_owned(lines: list[Line]) -> bool:
    return any(len(line.text) <= LONGEST_FOOTER and OWNER.search(line.text) for line in lines)
