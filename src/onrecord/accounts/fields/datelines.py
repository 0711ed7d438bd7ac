"""When an article was published and updated, from the lines of the page that say it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from onrecord.accounts.draft import Field, FieldName, Said
from onrecord.accounts.fields.bylines import find_byline, is_nobody
from onrecord.accounts.fields.metadata import CREATED
from onrecord.accounts.fields.stamps import Stamp, is_sentence
from onrecord.accounts.page.markup import Markup, Piece
from onrecord.text import lexicon
from onrecord.text.dates.names import WEEKDAYS, lowered
from onrecord.text.dates.printed_forms import Order
from onrecord.text.dates.questions import Found, find_date, in_order, order_told_by, read_date
from onrecord.types import BlockKind

NEAR: Final = 8
"""How many blocks from the headline or the first of the body a byline or a dateline may stand."""
LONGEST, ALONE, SHORT = 160, 60, 24
"""Characters of a line that says when, of one that says it of the only day the page shows, and of the label above
it."""
_APART = r"(?-i:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))(?:{})(?-i:(?![a-z]))"
"""A word between others, or one that only the page's layout parts from the next: "By Ann LeeUpdated May 3"."""
UPDATED: Final = re.compile(
    _APART.format(
        "updated?|modified|edited|revised|refreshed|aktualisiert|mise? à jour|actualizad[oa]|aggiornat[oa]"
        "|atualizad[oa]|reviewed"
        "|bijgewerkt|uppdaterad|oppdatert|opdateret|zaktualizowano|обновлено|güncellen\\w+|letzte änderung|stand(?=:)"
        "|aktualizacja|수정|업데이트|更新"
    ),
    re.I,
)
PUBLISHED: Final = re.compile(
    _APART.format(
        "published|posted|first appeared|created|released|veröffentlicht|erschienen|publiée?|publicad[oa]|pubblicat[oa]"
        "|gepubliceerd|geplaatst|publicerad|publisert|offentliggjort|opublikowano|опубликовано|yayın\\w+|입력|등록|게시|公開"
        "|掲載|配信"
    ),
    re.I,
)
FIRST: Final = re.compile(
    r"\b(?:originally|first|initially) (?:published|posted|appeared|released|written)\b[^.]{0,40}\Z"
    r"|\b(?:zuerst|ursprünglich|erstmals) (?:veröffentlicht|erschienen)\b[^.]{0,40}\Z"
    r"|\bpublié(?:e)? (?:pour la première fois|initialement)\b[^.]{0,40}\Z",
    re.I,
)
"""Before a date that the article was first published on, whatever the page says beside."""
NOT_WHEN: Final = re.compile(
    r"©|\(c\)|\bcopyright\b|\b(?:it is|it's) (?:currently|now)\b|\btime (?:now )?is\b|\b(?:current|all) times?\b"
    r"|\blast visit"
    r"|\baktuelle zeit|\bes ist \w+|\bdate et heure actuelles?|\bnous sommes le|\bhora actual|\b(?:joined|member "
    r"since|registered|expires?"
    r"|valid|deadline|sign up|register|subscribe)\b",
    re.I,
)
"""Lines whose date is the reader's own, the site's or that of something to come."""
DAY_FIRST: Final = re.compile(r"en-(?:gb|au|nz|ie|in|za|sg)|(?!en|zh|ja|ko|hu|lt)[a-z]{2}(?:[-_].{0,8})?", re.I)
"""Languages of pages that write the day before the month. Pages in all countries say that theirs is en-US."""
WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
BESIDE_DATES: Final = lexicon.words("page_words.beside_dates")
"""Words that a line may have beside its dates and say nothing but when."""
IN_ADDRESS: Final = re.compile(r"/((?:19|20)\d\d)/([01]?\d)/([0-3]?\d)(?:/|\Z)")
DAY = len("2019-02-28")
EARLIEST: Final = "1995"
"""Before it no page was published: an earlier day beside a headline is one that the article is about."""


class Shown(NamedTuple):
    """A date that the page shows for the article's. The least `rank` is the surest."""

    rank: int
    name: FieldName
    value: str
    place: tuple[int, int]


FIRST_PUBLISHED, BELOW, BESIDE, FAR, ONLY = range(5)
"""Said to be the first; below the headline; elsewhere about the headline or the body; said far from it; the only
one."""


def read_visible(  # noqa: PLR0913, PLR0917  (all that a page says)
    markup: Markup,
    kinds: list[BlockKind],
    fields: dict[FieldName, Field],
    stamped: dict[int, list[Stamp]],
    thread: Sequence[Said] = (),
    dates: Sequence[Field] = (),
) -> None:
    """Add to `fields` what the page's metadata does not give, or gives wrong. Comments are not looked at.

    `dates` are all that the metadata gives for the day of publication, the most reliable first. An author who is but
    the name of the site gives way to a visible byline. A page that shows no date but that of its update was published,
    as it is, on that date; one that shows none, on the date in its own address: the rules say so.
    """
    beside = _beside_the_article(kinds)
    byline = find_byline(markup, kinds, beside, fields)
    if byline:
        fields["byline"] = byline
    shown = sorted(_shown(markup, kinds, beside, stamped), key=lambda one: one.rank)
    published = next((one for one in shown if one.name == "published"), None)
    modified = next((one for one in shown if one.name == "modified"), None)
    if modified and modified.rank < ONLY:
        fields.setdefault("modified", Field(modified.value, "block", modified.place))
    given = fields.get("published")
    if given:
        believed = _believed(given, dates, published, modified, fields, markup, kinds)
        if believed is None:
            del fields["published"]
        else:
            fields["published"] = believed
        given = believed
    if given and published and published.rank < ONLY:
        confirmed = any(one.value[:DAY] == given.value[:DAY] for one in shown if one.name == "published")
        if _before(published.value, given.value) and not confirmed:
            fields["published"] = Field(published.value, "block, before the metadata's", published.place)
    elif not given:
        found = _published(published, modified, fields.get("canonical"), markup, thread)
        if found:
            fields["published"] = found


def _believed(  # noqa: PLR0913, PLR0917  (all that a page says)
    given: Field,
    dates: Sequence[Field],
    published: Shown | None,
    modified: Shown | None,
    fields: dict[FieldName, Field],
    markup: Markup,
    kinds: list[BlockKind],
) -> Field | None:
    """Of the days of publication that a page gives the one to believe.

    What JSON-LD says is right where that day is printed, too; where it is not, and the page prints another one at its
    headline, it is mostly the day on which the system got the page. When a thing was created says the day of the page's
    file unless it is printed: converters write it.
    """
    created = given.rule in CREATED
    if not created and given.rule != "json-ld":
        return given
    if _is_printed(given.value[:DAY], markup, kinds):
        return given
    if created:
        return None
    for other in dates:
        if other.rule.startswith("meta article:published") and _is_printed(other.value[:DAY], markup, kinds):
            return other
    if "modified" in fields or not published or published.rank > BELOW or len(published.value) < DAY:
        return given  # a page that tells its update from its publication knows of both
    return Field(published.value, "block, the metadata's is not printed", published.place)


def _is_printed(day: str, markup: Markup, kinds: list[BlockKind]) -> bool:
    """Whether a day is printed on the page, outside of its readers' thread."""
    year = day[:4]
    for piece, kind in zip(markup.pieces, kinds, strict=True):
        if kind == "comment" or markup.text.find(year, piece.start, piece.end) < 0:
            continue
        line = markup.text[piece.start : piece.end]
        found = find_date(line)
        while found is not None:
            printed = line[found.start : found.end]
            days = {found.edtf, in_order(printed, "day first"), in_order(printed, "month first")}
            if day in {value[:DAY] for value in days if value} or _is_turned_round(printed, found.edtf, day):
                return True
            found = find_date(line, found.end)
    return False


def _is_turned_round(printed: str, edtf: str | None, day: str) -> bool:
    """Whether a date in figures is of another day if its month stands first, as some pages have it with points too."""
    return edtf is not None and not any(map(str.isalpha, printed)) and day == f"{edtf[:5]}{edtf[8:DAY]}-{edtf[5:7]}"


def read_thread_fields(text: str, fields: dict[FieldName, Field], thread: Sequence[Said]) -> None:
    """Add to `fields` of a page that is there for its thread who opened it, and when, where nothing else says it."""
    first = thread[0]
    given = fields.get("byline")
    if first.author and (given is None or is_nobody(given.value, fields)):
        fields["byline"] = Field(text[slice(*first.author)].strip(), "the first post", None)
    if "published" not in fields:
        printed = text[slice(*first.date)] if first.date else ""
        day = read_date(first.date_value) if first.date_value else None
        if day or (day := read_date(printed)):
            fields["published"] = Field(day, "the first post", None)


def _published(
    published: Shown | None, modified: Shown | None, canonical: Field | None, markup: Markup, thread: Sequence[Said]
) -> Field | None:
    """The date of a page whose markup gives none. No page was first published after it was commented on."""
    if published and published.rank < ONLY:
        return Field(published.value, "block", published.place)
    if modified and modified.rank < ONLY:
        commented = _first_comment(markup, thread)
        if not (commented and commented < modified.value[:DAY]):
            return Field(modified.value, "update, no other date", modified.place)
    found = IN_ADDRESS.search(canonical.value) if canonical else None
    day = read_date("-".join(found.groups())) if found else None
    if canonical and day:
        return canonical._replace(value=day, rule="date in canonical")
    only = published or modified
    return Field(only.value, "the only date", only.place) if only and only.rank == ONLY else None


def _first_comment(markup: Markup, thread: Sequence[Said]) -> str | None:
    """The first day on which a comment was posted."""
    days = (
        read_date(said.date_value)
        if said.date_value
        else read_date(markup.text[slice(*said.date)])
        if said.date
        else None
        for said in thread
    )
    return min((day[:DAY] for day in days if day and len(day) >= DAY), default=None)


def _before(printed: str, given: str) -> bool:
    """Whether a day that the page prints is before the day that its markup gives: no article is as old as its page.

    A page that was moved gives the day of the move, and one that gives the time in UTC may give the day after.
    """
    return len(given) >= DAY <= len(printed) and EARLIEST <= printed[:DAY] < given[:DAY]


def _shown(
    markup: Markup, kinds: list[BlockKind], beside: frozenset[int], stamped: dict[int, list[Stamp]]
) -> Iterator[Shown]:
    """The dates that the page shows for the article's, outside of its readers' thread."""
    headline = kinds.index("headline") if "headline" in kinds else len(kinds)
    others: list[Shown] = []
    near = order_asked = False
    order: Order | None = None
    for index, line in _dated_lines(markup, kinds, stamped):
        piece, kind = markup.pieces[index], kinds[index]
        above = markup.pieces[index - 1] if index else piece
        label = markup.text[above.start : above.end] if above.end - above.start < SHORT else ""
        stamps = stamped.get(index, [])
        dates = _dates(
            line,
            label,
            [one._replace(start=max(0, one.start - piece.start), end=one.end - piece.start) for one in stamps],
        )
        if not dates or NOT_WHEN.search(line) or _only_speaks_of_it(markup.text, piece, kind, stamps):
            continue
        own = kind in ("byline", "dateline") or (kind == "chrome" and index in beside)
        said = not own and (PUBLISHED.search(line) or PUBLISHED.match(label))
        rank = (BELOW if index > headline else BESIDE) if own else FAR if said else ONLY
        for words, printed, value, updated in dates:
            if not value and not order_asked:
                order, order_asked = _order(markup), True
            day = value or in_order(printed, order)
            if day:
                name: FieldName = "modified" if updated or (updated is None and UPDATED.search(words)) else "published"
                first = name == "published" and FIRST.search(words)
                one = Shown(FIRST_PUBLISHED if first else rank, name, day, (piece.origin, piece.origin_end))
                if one.rank < ONLY:
                    near = True
                    yield one
                elif len(line) < ALONE:
                    others.append(one)
    if not near and len({one.value[:DAY] for one in others}) == 1:
        yield others[0]


def _dated_lines(markup: Markup, kinds: list[BlockKind], stamped: dict[int, list[Stamp]]) -> Iterator[tuple[int, str]]:
    """The lines that may say when, by index: all bylines and datelines, and what is short beside the article.

    They have a time element, or what may be the year of a date.
    """
    comments = [index for index, kind in enumerate(kinds) if kind == "comment"]
    thread = range(comments[0], comments[-1] + 1) if comments else range(0)
    for index, (piece, kind) in enumerate(zip(markup.pieces, kinds, strict=True)):
        own = kind in ("byline", "dateline")
        if index not in thread and (own or (kind == "chrome" and piece.end - piece.start < LONGEST)):
            line = markup.text[piece.start : piece.end]
            if "20" in line or "19" in line or index in stamped:
                yield index, line


def _order(markup: Markup) -> Order | None:
    """In which order the page writes its numeric dates: as the clear ones have it, else as is usual in its language."""
    told = order_told_by(markup.text)
    if told is None and (root := next((node for node in markup.nodes if node.tag == "html"), None)):
        told = "day first" if DAY_FIRST.fullmatch(root.attrs.get("lang", "")) else None
    return told


class Printed(NamedTuple):
    """A date of a line, with the words before it, as it is printed, its value, and whether its markup says that it is
    that of an update."""

    words: str
    printed: str
    value: str | None
    updated: bool | None


def _dates(line: str, label: str, stamps: list[Stamp]) -> list[Printed]:
    """The dates of a line; `stamps` are its time elements, with their places in it.

    What the markup gives of an element with two dates is not said of the first: "12 June | Updated 13 June".
    """
    dates: list[Printed] = []
    end = 0
    while found := find_date(line, end):
        words = line[end : found.start] if end or line[: found.start].strip() else label
        own = _stamp_of(line, found, first=not end, stamps=stamps)
        value, updated = (_stamp(found.edtf, own.value), own.updated) if own else (found.edtf, None)
        dates.append(Printed(words, line[found.start : found.end], value, updated))
        end = found.end
    if dates:
        return dates
    return [Printed(line[: one.start] or label, line[one.start : one.end], one.value, one.updated) for one in stamps]


def _stamp_of(line: str, found: Found, *, first: bool, stamps: list[Stamp]) -> Stamp | None:
    """The time element of a printed date: that in which it stands alone; of the first date also one that stands
    elsewhere in its line."""
    for one in stamps:
        if one.start <= found.start < one.end:
            another = find_date(line, one.start) != found or find_date(line, found.end, one.end) is not None
            return None if another else one
    return stamps[0] if first and stamps else None


def _only_speaks_of_it(text: str, piece: Piece, kind: BlockKind, stamps: list[Stamp]) -> bool:
    """Whether a line that the page does not set apart is a sentence in which a day occurs."""
    line = text[piece.start : piece.end]
    told = PUBLISHED.search(line) or UPDATED.search(line)
    return kind == "chrome" and not told and is_sentence(text, piece.start, piece.end, stamps)


def _stamp(printed: str | None, stamped: str | None) -> str | None:
    """What the markup gives of a printed date; but where it gives the time elsewhere, the day is the one printed."""
    if not printed or not stamped or len(stamped) < DAY:
        return stamped or printed
    apart = date.fromisoformat(stamped[:DAY]) - date.fromisoformat(printed[:DAY])
    return printed if abs(apart.days) == 1 else stamped


def says_when(line: str) -> bool:
    """Whether a line says when an article was published or updated, and nothing else."""
    end, rest = 0, ""
    while found := find_date(line, end):
        rest += line[end : found.start] + " "
        end = found.end
    if not end:
        return False
    words = WORD.findall(lowered(PUBLISHED.sub(" ", UPDATED.sub(" ", rest + line[end:]))))
    return all(word in BESIDE_DATES or word in WEEKDAYS for word in words)


def _beside_the_article(kinds: list[BlockKind]) -> frozenset[int]:
    """The blocks about the headline and the beginning of the body, where a page says who wrote it and when."""
    marks = [kinds.index(kind) for kind in ("headline", "body") if kind in kinds]
    if marks and max(marks) - min(marks) < 3 * NEAR:
        return frozenset(range(min(marks) - NEAR, max(marks) + 2))
    return frozenset(near for mark in marks for near in range(mark - NEAR // 2, mark + NEAR // 2))
