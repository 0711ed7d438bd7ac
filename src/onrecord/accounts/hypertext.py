"""HTML -> what each block of it is: the article, its headline and lines of origin, its readers' thread, and the
rest."""

import re
from typing import Final

from onrecord.accounts.body.briefs import about_a_short_article
from onrecord.accounts.body.copies import copies
from onrecord.accounts.body.features import Setting
from onrecord.accounts.body.labeller import body_blocks
from onrecord.accounts.body.live_blog import Entry, day_told, find_entries, label, place_of
from onrecord.accounts.completeness.comment_services import elsewhere
from onrecord.accounts.completeness.interstitials import stands_instead
from onrecord.accounts.completeness.listings import is_list
from onrecord.accounts.completeness.whole_article import missing, notices
from onrecord.accounts.draft import Dated, Draft, Field, FieldName, Reach, Stretch
from onrecord.accounts.fields.bylines import BY_WORDS
from onrecord.accounts.fields.datelines import NEAR, read_thread_fields, read_visible, says_when
from onrecord.accounts.fields.metadata import read_metadata, saved_from
from onrecord.accounts.fields.page_data import read_stated
from onrecord.accounts.fields.stamps import Stamp, is_sentence, stamped_blocks
from onrecord.accounts.fields.writers import is_origin, several
from onrecord.accounts.lines.headlines import SEPARATORS, find_headline, folded
from onrecord.accounts.lines.regions import BYLINE, CREDIT, DATELINE, QUOTED, WORDS_TO_A_PICTURE, is_caption
from onrecord.accounts.lines.words import OF_MAIL
from onrecord.accounts.page.markup import Markup, Piece, read_markup, veiled_runs
from onrecord.accounts.page.reading_form import printed, take_form
from onrecord.accounts.thread.reader import Thread, read_thread
from onrecord.text.dates.questions import find_date, is_dated
from onrecord.types import BlockKind

BYLINE_LINE: Final = re.compile(r"(?:(?:by|von|par|por|di)\s+|(?-i:By(?=[A-Z])))[^\W\d_].{1,80}", re.I)
"""Where only the layout parts the word from the name, they are one: "ByAnn Lee"."""
MORE: Final = re.compile(
    r"(?:[A-Z][A-Z' ]{2,20}|(?:See|Read|Learn)[a-z ]{3,20}|Related[a-z ]{0,20}):\s.{1,200}|.{1,200}\s\[[A-Z][A-Z "
    r"&]{2,20}\]"
)
"""A line that leads elsewhere, behind or before what it is called: "READ MORE: ...", "... [INSIGHT]"."""
LINKED: Final = 0.7
LONGEST: Final = 120
"""Characters of a line of origin."""
SHORT: Final = 40
"""A block of the body that is shorter and has a date is its dateline."""


def read_html(source: str, most: int = Reach().tokens) -> Draft:
    """What each block of the page is; every origin counts in `source`, of which the first `most` tokens are read."""
    markup = read_markup(source, most)
    form = take_form(markup)
    fields, headlines, dates, unparsed = read_metadata(markup)
    headline = find_headline(markup, headlines)
    entries = find_entries(markup, headline)
    thread = read_thread(markup, headline, [place_of(markup, entry) for entry in entries])
    page = Setting(markup, -1 if headline is None else headline, thread.owned)
    stamped = stamped_blocks(markup)
    body = body_blocks(markup, page)
    if not thread.posts:
        about_a_short_article(markup, body, headline)
    kinds = _kinds(markup, thread, body, headline, stamped)
    for index in copies(markup, kinds):
        kinds[index] = "chrome"
    labelled = label(markup, kinds, entries)
    for index in notices(markup, kinds):
        kinds[index] = "chrome"
    if "canonical" not in fields and (saved := saved_from(source)):
        fields["canonical"] = saved
    if headline is not None:
        piece = markup.pieces[headline]
        fields["headline"] = Field(markup.text[piece.start : piece.end], "heading", (piece.origin, piece.origin_end))
    elif "headline" in fields:
        fields["headline"] = _without_site(fields["headline"], fields)
    read_visible(markup, kinds, fields, stamped, thread.posts, dates)
    if thread.posts and "body" not in kinds:
        read_thread_fields(markup.text, fields, thread.posts)
    kinds[:] = [entry_kind or kind for entry_kind, kind in zip(labelled, kinds, strict=True)]
    dated_entries = _with_their_fields(markup, fields, entries)
    stretches = _stretches(markup, kinds)
    stated = None if thread.posts or entries else read_stated(source, markup, body="body" in kinds)
    draft = Draft(
        stated.text if stated else markup.text,
        stretches + (stated.stretches if stated else []),
        stated.posts if stated else thread.posts,
        fields,
        None if thread.posts else elsewhere(markup),
        markup.beyond or (stated.why if stated else missing(source, markup, kinds)),
        tuple(unparsed),
        tuple((start, end) for start, end, _ in markup.hidden),
        veiled_runs(markup),
        None if stated or thread.posts or entries else stands_instead(markup) or is_list(markup),
        markup.scanned,
        stated.entries if stated else dated_entries,
        tuple(markup.struck),
    )
    return printed(draft, form, plain=False) if form else draft


def _kinds(
    markup: Markup, thread: Thread, body: list[bool], headline: int | None, stamped: dict[int, list[Stamp]]
) -> list[BlockKind]:
    first = next((index for index, own in enumerate(body) if own and index != headline), len(body))
    kinds: list[BlockKind] = []
    for index, piece in enumerate(markup.pieces):
        if index == headline:
            kinds.append("headline")
        elif index in thread.owned:
            kinds.append("comment" if thread.owned[index] else "chrome")
        else:
            near = abs(index - first) <= NEAR or (headline is not None and 0 < index - headline <= NEAR)
            if near and index in stamped and _is_dateline(markup.text, piece, body=body[index], stamps=stamped[index]):
                kinds.append("dateline")
            else:
                kinds.append(_kind(markup.text, piece, body=body[index], near=near))
    return kinds


def _is_dateline(text: str, piece: Piece, *, body: bool, stamps: list[Stamp]) -> bool:
    """Whether a line with a time element says when, and is no sentence of the article."""
    if body and piece.end - piece.start >= SHORT:
        return False
    return says_when(text[piece.start : piece.end]) or not is_sentence(text, piece.start, piece.end, stamps)


def _with_their_fields(markup: Markup, fields: dict[FieldName, Field], entries: list[Entry]) -> tuple[Dated, ...]:
    """The entries of a live blog; what nothing else says of the whole, they say: by whom it is, and since when."""
    given = [fields[name].value if name in fields else None for name in ("published", "modified")]
    entries = day_told(entries, *given)
    text = markup.text
    dates = [(entry.when, markup.pieces[entry.stamp]) for entry in entries if entry.when and entry.when[0] != "T"]
    if dates and "published" not in fields:
        when, piece = min(dates, key=lambda one: one[0])
        fields["published"] = Field(when, "the first entry", (piece.origin, piece.origin_end))
    names = list(dict.fromkeys([text[slice(*entry.author)].strip() for entry in entries if entry.author]))
    if names and "byline" not in fields:
        fields["byline"] = Field(", ".join(names), "the authors of the entries")
    return tuple(
        [
            Dated(
                place_of(markup, entry),
                _place(markup, entry.heading),
                entry.author,
                (markup.pieces[entry.stamp].start, markup.pieces[entry.stamp].end),
                entry.when if entry.when and entry.when[0] != "T" else None,
            )
            for entry in entries
        ]
    )


def _place(markup: Markup, index: int | None) -> tuple[int, int] | None:
    return None if index is None else (markup.pieces[index].start, markup.pieces[index].end)


def _kind(text: str, piece: Piece, *, body: bool, near: bool) -> BlockKind:
    """What a block outside the thread is: by its words if they are a line of origin, and else as the model has it."""
    node = piece.node
    above = node.parent or node
    tag, tag_above, names, names_above = node.tag, above.tag, node.names, above.names
    if tag == "textarea" or tag_above == "textarea":
        return "chrome"
    if (
        tag == "figcaption"
        or tag_above == "figcaption"
        or (names and is_caption(names))
        or (names_above and is_caption(names_above))
    ):
        return "caption"
    if body and (aside := _aside(text, piece)):
        return aside
    if not near or piece.end - piece.start >= LONGEST:
        return "body" if body else "chrome"
    line = text[piece.start : piece.end]
    names = f"{names} {names_above}"
    if _is_byline(line, names, body) or is_origin(line):
        return "byline"
    if len(line) < 100 and (says_when(line) if body and len(line) >= SHORT else _is_dated(text, piece)):
        return "dateline" if find_date(line) or DATELINE.search(names) else "body" if body else "chrome"
    return "body" if body else "chrome"


def _is_dated(text: str, piece: Piece) -> bool:
    """Whether a short line says when, and is no sentence in which a day occurs."""
    line = text[piece.start : piece.end]
    return is_dated(line) and (says_when(line) or not is_sentence(text, piece.start, piece.end, []))


def _aside(text: str, piece: Piece) -> BlockKind | None:
    """What a line among those of the body is, if not of its words: those to a picture, or a way to another article.

    One that quotes somebody is left where it is: its words are not to be lost.
    """
    length = piece.end - piece.start
    credited, leading = text[piece.end - 1] == ")", piece.linked > LINKED * length
    if length >= WORDS_TO_A_PICTURE:
        return None
    line = text[piece.start : piece.end]
    if not QUOTED.isdisjoint(line):
        return None
    if OF_MAIL.fullmatch(line):
        return "chrome"
    if credited and CREDIT.search(line):
        return "caption"
    return "chrome" if leading and MORE.fullmatch(line) else None


def _is_byline(line: str, names: str, body: bool) -> bool:
    """Whether a line says by whom, by its words or, unless it is one of the body's, by its class."""
    return bool(
        BYLINE_LINE.fullmatch(line)
        or BY_WORDS.fullmatch(line)
        or ((not body or len(line) < SHORT or several(line)) and BYLINE.search(names))
    )


def _without_site(field: Field, fields: dict[FieldName, Field]) -> Field:
    """A title without the site's name behind it: "Talks end in Hanoi | The Daily", of thedaily.example or by that
    name."""
    parts = SEPARATORS.split(field.value)
    last = folded(parts[-1])
    publisher, address = fields.get("publisher"), fields.get("canonical")
    host = address.value.lower().split("/", 3)[2] if address else ""
    named = (publisher and last == folded(publisher.value)) or (len(last) > 3 and last.replace(" ", "") in host)
    if named and len(parts) > 1:
        return field._replace(value=field.value[: field.value.rindex(parts[-1])].rstrip(" |-–—:·»«"))
    return field


def _stretches(markup: Markup, kinds: list[BlockKind]) -> list[Stretch]:
    """The blocks; lines of one paragraph that a single <br> divides are one block if they are of one kind."""
    out: list[Stretch] = []
    for piece, kind in zip(markup.pieces, kinds, strict=True):
        if piece.wrapped and out and out[-1].kind == kind and kind in ("body", "caption"):
            out[-1].end, out[-1].origin_end = piece.end, piece.origin_end
        else:
            out.append(Stretch(kind, piece.start, piece.end, piece.origin, piece.origin_end))
    return out
