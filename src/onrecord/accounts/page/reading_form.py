"""A page read in the reading form of its text (`onrecord.text.letters`), and what was found told of the text as it is
printed."""

from onrecord.accounts.draft import Dated, Draft, Said, Stretch
from onrecord.accounts.page.elements import Markup
from onrecord.accounts.page.markup import WHITE
from onrecord.text.letters import Form, reading_form, shown


def take_form(markup: Markup) -> Form | None:
    """Put the text of `markup` into its reading form, with all that counts in it; None if that is the text itself.

    A piece that shows nothing is one no more. What meta elements and the title say has no place in the text, and is
    cleaned.
    """
    for meta in markup.metas:
        if "content" in meta.attrs:
            meta.attrs["content"] = shown(meta.attrs["content"])
    if markup.title is not None:
        title, start, end = markup.title
        markup.title = (shown(title), start, end)
    form = reading_form(markup.text)
    if form is None:
        return None
    for node in markup.nodes:
        node.start, node.end = form.inward(node.start, node.end)
    kept = []
    for piece in markup.pieces:
        start, end = form.inward(piece.start, piece.end)
        line = form.text[start:end]
        words = line.strip(WHITE)
        if words and not words.isspace():
            before = piece.end - piece.start
            piece.start = start + len(line) - len(line.lstrip(WHITE))
            piece.end = piece.start + len(words)
            piece.linked = len(words) * piece.linked // before
            kept.append(piece)
    markup.pieces = kept
    markup.text = form.text
    return form


def printed(draft: Draft, form: Form, *, plain: bool) -> Draft:
    """`draft`, of the reading form of a text, told of that text; in plain text each place in the source, too, is one of
    it.

    What page data add behind the text (`onrecord.accounts.fields.page_data`) stays behind it.
    """
    length = len(form.text)
    more = len(form.source) - length
    stretches: list[Stretch] = []
    last = 0
    for stretch in draft.stretches:
        start, end = stretch.start + more, stretch.end + more
        if stretch.start < length:
            start, end = _with_what_shows_nothing(form, stretch.start, stretch.end, last)
            last = end
        origin, origin_end = (start, end) if plain else (stretch.origin, stretch.origin_end)
        stretches.append(Stretch(stretch.kind, start, end, origin, origin_end))
    fields = {}
    for name, field in draft.fields.items():
        place = form.outward(*field.origin) if plain and field.origin else field.origin
        fields[name] = field._replace(value=form.printed(field.value), origin=place)
    return draft._replace(
        text=form.source + draft.text[length:],
        stretches=stretches,
        thread=[_said(stretch, form, length, more) for stretch in draft.thread],
        fields=fields,
        entries=tuple([_dated(stretch, form, length, more) for stretch in draft.entries]),
    )


def _with_what_shows_nothing(form: Form, start: int, end: int, least: int) -> tuple[int, int]:
    """The place of a block in the source with what stands around it and shows nothing, from `least` on."""
    first = form.ends[start - 1] if start else 0
    stop = form.starts[end] if end < len(form.starts) else len(form.source)
    return max(first, least), stop


def _said(post: Said, form: Form, length: int, more: int) -> Said:
    words = tuple([_place(place, form, length, more) for place in post.words])
    author = _place(post.author, form, length, more) if post.author else None
    date = _place(post.date, form, length, more) if post.date else None
    return post._replace(words=words, author=author, date=date)


def _dated(entry: Dated, form: Form, length: int, more: int) -> Dated:
    return entry._replace(
        place=_place(entry.place, form, length, more),
        heading=_place(entry.heading, form, length, more) if entry.heading else None,
        author=_place(entry.author, form, length, more) if entry.author else None,
        date=_place(entry.date, form, length, more),
    )


def _place(place: tuple[int, int], form: Form, length: int, more: int) -> tuple[int, int]:
    start, end = place
    return form.outward(start, end) if start < length else (start + more, end + more)
