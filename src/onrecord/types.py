"""The values that pass between the stages, and nothing else.

Bytes become a `Page`, a page an `Account`, an account a `Reading`, and several readings one `Record`. Every value is
frozen, holds tuples only, and points nowhere but down: those there are many of need no garbage collector. The JSON of a
record is these values under these names.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

SCHEMA = "onrecord/1"

Edtf = Annotated[str, Meta(description="A date in EDTF: 2019, 2018-06, 2017~, 2019-02-28, 2019-02-28T13:25.")]
Rule = Annotated[str, Meta(description="The name of the rule that found this line.")]
Id = Annotated[str, Meta(description="A hash of what the thing stands for: the same in every rebuild.")]


class Span(Struct, frozen=True, order=True, gc=False):
    """Characters `start` up to, not including, `end` of one account's text, counted in Unicode code points.

    None that a reading or a record has begins or ends between a letter and the marks on it.
    """

    account: Annotated[str, Meta(description="Id of the account whose text the offsets count in.")]
    start: Annotated[int, Meta(ge=0)]
    end: Annotated[int, Meta(ge=0)]


class Origin(Struct, frozen=True, gc=False):
    """Where a block stands in the decoded source of its page, in Unicode code points, half open."""

    start: Annotated[int, Meta(ge=0)]
    end: Annotated[int, Meta(ge=0)]


class Status(Struct, frozen=True, gc=False):
    """Whether a page was had whole; if not, why."""

    complete: bool = True
    reason: str | None = None


BlockKind = Literal["headline", "dateline", "byline", "body", "caption", "comment", "chrome"]


class Step(Struct, frozen=True, gc=False):
    """One step from a file to the bytes of one account in it: 'file', 'zip member', 'mime part', 'article' ..."""

    how: str
    what: Annotated[str, Meta(description="The file's name, the member's name, the number of the article.")]
    sha256: Annotated[str | None, Meta(description="Of the bytes that the step gives, where it gives bytes.")] = None


GivenField = Literal[
    "headline",
    "byline",
    "publisher",
    "published",
    "modified",
    "retrieved",
    "loaded",
    "canonical",
    "archived_at",
    "section",
    "page",
    "edition",
    "dateline",
    "copyright",
    "credit",
    "language",
    "identifier",
    "version",
    "status",
    "note",
    "embargo",
]


class Given(Struct, frozen=True, gc=False):
    """What a container states about one of its accounts. `loaded`: when a database took it up, which is no date of the
    account's own; `archived_at`: the address of an archive's copy."""

    field: GivenField
    value: Annotated[str, Meta(description="In EDTF for a date that could be read, and else as it is printed.")]
    rule: Rule
    start: Annotated[int | None, Meta(description="Where it stands in the bytes that the account was cut from.")] = None
    end: int | None = None


class Piece(Struct, frozen=True, gc=False):
    """Bytes `start` to `end` of a page that were read from bytes `source` to `source_end` of what it was cut from."""

    start: int
    end: int
    source: int
    source_end: int
    form: Annotated[str, Meta(description="How these bytes are written there: '' as they are; else 'xml utf-8' ...")]


class Stated(Struct, frozen=True, gc=False):
    """A block of a page, in code points of its decoded text, whose kind its container states."""

    kind: BlockKind
    start: int
    end: int


class Page(Struct, frozen=True, gc=False):
    """One page as its bytes came."""

    url: Annotated[str, Meta(description="Where it was read from: an address, a file's name, or 'stdin'.")]
    retrieved: Annotated[Edtf | None, Meta(description="When it was fetched, if the file itself says so; else null.")]
    media_type: Annotated[Literal["text/html", "text/plain"], Meta(description="Told from the content.")]
    body: bytes
    status: Status = Status()
    place: Annotated[tuple[Step, ...], Meta(description="Steps from a file that holds many; none for a file.")] = ()
    given: tuple[Given, ...] = ()
    stated: Annotated[tuple[Stated, ...], Meta(description="All blocks of its text, if the container tells them.")] = ()
    pieces: Annotated[tuple[Piece, ...], Meta(description="Where its bytes were read from, in their order.")] = ()


class Block(Struct, frozen=True, gc=False):
    """One paragraph, heading, line or list item. Blocks cover all of an account's text but what shows nothing: white
    space, and lines of zero-width characters alone."""

    kind: BlockKind
    span: Span
    origin: Origin


class Post(Struct, frozen=True, gc=False):
    """One comment as the page prints it: where its author, date and words stand."""

    words: tuple[Span, ...]
    author: Span | None = None
    date: Annotated[Span | None, Meta(description="The page's own words for when it was posted.")] = None
    reply_to: Annotated[int | None, Meta(description="Index of an earlier post of this thread.")] = None
    date_value: Annotated[str | None, Meta(description="A machine-readable date from the markup, as given.")] = None


class Entry(Struct, frozen=True, gc=False):
    """A dated part of an account that is a live blog, as the page prints it."""

    span: Annotated[Span, Meta(description="From its first character to its last.")]
    date: Annotated[Span, Meta(description="The line that says when it was published.")]
    published: Annotated[Edtf | None, Meta(description="When that was; times within the entry count from it.")] = None
    headline: Span | None = None
    byline: Annotated[Span | None, Meta(description="The name of who wrote it.")] = None


class Provenance(Struct, frozen=True, gc=False):
    """Where a field of an account was read: the rule, and the place in the page's source if it has one."""

    field: Literal["headline", "byline", "publisher", "published", "modified", "canonical"]
    rule: Rule
    origin: Origin | None = None


class Account(Struct, frozen=True, kw_only=True, gc=False):
    """One published account of an event: one linear text, and what each part of it is."""

    id: Id
    url: Annotated[str, Meta(description="Where the page was read from.")]
    canonical: Annotated[str | None, Meta(description="The address the page gives as its own.")] = None
    publisher: str | None = None
    headline: str | None = None
    byline: str | None = None
    published: Edtf | None = None
    modified: Edtf | None = None
    retrieved: Annotated[
        Edtf | None, Meta(description="When the page was fetched, if the program that saved it says so in the file.")
    ] = None
    text: Annotated[str, Meta(description="The one text that all offsets of this account count in.")]
    blocks: tuple[Block, ...]
    entries: Annotated[
        tuple[Entry, ...], Meta(description="Of a live blog: its entries, in the order of the page.")
    ] = ()
    thread: tuple[Post, ...] = ()
    thread_elsewhere: Annotated[
        str | None, Meta(description="The service that a script would load the comments from; they were not read.")
    ] = None
    provenance: tuple[Provenance, ...] = ()
    unparsed: Annotated[
        tuple[Origin, ...],
        Meta(description="Places in the page's source that describe the page as JSON-LD but are no JSON: not read."),
    ] = ()
    hidden: Annotated[
        tuple[Origin, ...],
        Meta(description="Runs of the page's source with words that the page holds and does not show: not read."),
    ] = ()
    struck: Annotated[
        tuple[Origin, ...],
        Meta(description="Runs of the page's source with words that it strikes through: withdrawn, and not read."),
    ] = ()
    veiled: Annotated[
        tuple[Origin, ...],
        Meta(
            description="Runs of the page's source with words that a reader of the page perhaps never sees, for they "
            "are transparent"
            " or folded until a script shows them: read all the same."
        ),
    ] = ()
    complete: Annotated[bool, Meta(description="False if the page was not read whole.")] = True
    incomplete_because: str | None = None
    place: Annotated[
        tuple[Step, ...],
        Meta(description="Of an account out of a file that holds many: the steps from that file to its bytes."),
    ] = ()
    given: Annotated[tuple[Given, ...], Meta(description="What that file states about it.")] = ()
    encoding: Annotated[str, Meta(description="The encoding the bytes were read in, and what decided it.")]
    sha256: Annotated[str, Meta(description="SHA-256 of the page's bytes.")]

    def cut(self, span: Span) -> str:
        """The characters of `span`. Raises ValueError if the span is of another account or beyond the text."""
        if span.account != self.id:
            raise ValueError(f"span of account {span.account!r} read in account {self.id!r}")
        if not span.start <= span.end <= len(self.text):
            raise ValueError(f"span {span.start}:{span.end} is not within a text of {len(self.text)} characters")
        return self.text[span.start : span.end]


ActorKind = Literal["person", "organisation", "country", "group"]


class Alias(Struct, frozen=True, gc=False):
    """Another writing of an actor's name: where it first stands, and the rule that tied it to him."""

    span: Span
    rule: Rule


class Lookalike(Struct, frozen=True, gc=False):
    """Another actor whose name looks the same as this one's and is spelled with other letters: not taken for one."""

    actor: Annotated[str, Meta(description="Id of the other, of the same cast.")]
    letters: Annotated[
        str, Meta(description="The letters of this name that look like others and that the other's has not, each once.")
    ]


class Actor(Struct, frozen=True, gc=False):
    """Somebody an account names. In a record, `members` are the actors of the readings that are this one."""

    id: Id
    name: Annotated[
        str,
        Meta(
            description="The fullest name that the accounts print, composed (Unicode NFC) and without soft hyphens "
            "and other "
            "characters that show nothing; its mentions have it as printed."
        ),
    ]
    kind: ActorKind
    roles: Annotated[tuple[Span, ...], Meta(description="Titles and roles as printed, each different one once.")]
    mentions: tuple[Span, ...]
    members: Annotated[tuple[str, ...], Meta(description="In Record.cast: ids of Reading.cast. Else empty.")] = ()
    aliases: Annotated[tuple[Alias, ...], Meta(description="Each other writing of the name once.")] = ()
    looks_like: Annotated[
        tuple[Lookalike, ...],
        Meta(
            description=(
                "Others of the cast whose names look the same and are spelled with other letters (Cyrillic, "
                "full-width)."
            )
        ),
    ] = ()


class Statement(Struct, frozen=True, kw_only=True, gc=False):
    """An attribution: words or their sense (content), who is given for them (source), and by which word (cue)."""

    id: Id
    form: Literal["direct", "indirect", "mixed"]
    content: Annotated[tuple[Span, ...], Meta(description="Several spans where the cue or the writer breaks it.")]
    source: Span | None = None
    cue: Span | None = None
    speaker: Annotated[str | None, Meta(description="Id of the actor of this reading's cast; null if unknown.")] = None
    joint: Annotated[
        tuple[str, ...], Meta(description="Ids of the other actors of this cast whose words these also are.")
    ] = ()
    addressee: Span | None = None
    occasion: Span | None = None
    channel: Span | None = None
    interpreted: Annotated[Span | None, Meta(description="The words that say it was interpreted or translated.")] = None
    hedge: Annotated[
        Span | None, Meta(description="The words by which the account does not vouch for it: 'reportedly', 'will'.")
    ] = None
    negation: Annotated[
        Span | None, Meta(description="The words that deny it: 'did not', 'declined to', 'denied'. It was not said so.")
    ] = None
    rule: Rule
    score: Annotated[float | None, Meta(description="Given only where it was calibrated on data.")] = None


Act = Literal["demand", "offer", "promise", "refuse", "accept", "threaten", "hope"]


class Position(Struct, frozen=True, kw_only=True, gc=False):
    """What somebody demands, offers, refuses, promises, accepts, threatens or hopes for, and on what condition."""

    id: Id
    act: Act
    plover: Annotated[str | None, Meta(description="The kind of event that PLOVER counts the act as, if any.")] = None
    holder: Annotated[str | None, Meta(description="Id of the actor of this reading's cast; null if unknown.")]
    toward: Annotated[str | None, Meta(description="Id of the actor it is addressed to.")] = None
    content: tuple[Span, ...]
    cue: Span
    condition: Span | None = None
    statement: Annotated[str | None, Meta(description="Id of the statement that it stands in.")] = None
    negated: bool = False
    modality: Annotated[
        Literal["plain", "hedged", "denied", "past", "hypothetical"],
        Meta(
            description="plain: the account tells it as a fact of its own time. hedged: it does not vouch for it "
            "('reportedly'). denied: somebody denies the act. past: of a time before ('had once demanded'). "
            "hypothetical: it did not happen, or not yet ('could demand'). Only a plain one counts as held."
        ),
    ] = "plain"
    joint: Annotated[
        tuple[str, ...], Meta(description="Ids of the other actors of this cast who hold it together with the holder.")
    ] = ()
    side: Annotated[
        str | None, Meta(description="Id of the country, body or group that the account says the holder speaks for.")
    ] = None
    repeated: Annotated[tuple[Span, ...], Meta(description="Other places where the account tells it again.")] = ()
    rule: Rule


class Moment(Struct, frozen=True, kw_only=True, gc=False):
    """Something that happened, in the account's own clause, and when."""

    id: Id
    what: Span
    date: Annotated[Edtf | None, Meta(description="null: the expression cannot be pinned to the calendar.")]
    dated_by: Annotated[Span, Meta(description="The time expression.")]
    anchor: Annotated[str | None, Meta(description="The date that a relative expression was counted from.")] = None
    actors: tuple[str, ...] = ()
    rule: Rule


class Flag(Struct, frozen=True, gc=False):
    """A doubt about a comment, and the rule that raised it."""

    kind: Literal["spam", "date"]
    rule: Rule


class Comment(Struct, frozen=True, kw_only=True, gc=False):
    """One reader's comment."""

    id: Id
    author: Span | None
    posted: Edtf | None
    dated_by: Span | None = None
    words: tuple[Span, ...]
    reply_to: Annotated[str | None, Meta(description="Id of the comment answered; null where the page lost it.")] = None
    quotes: Annotated[tuple[Span, ...], Meta(description="Words of the article or of an earlier comment quoted.")] = ()
    flags: tuple[Flag, ...] = ()


Part = Literal["cast", "statements", "positions", "timeline", "discussion", "wordings", "findings", "copies"]


class Shortfall(Struct, frozen=True, order=True, gc=False):
    """A part that could not be made, or not whole, and why: what it lacks, nobody may take for not being there."""

    part: Annotated[Part, Meta(description="The field of the reading or of the record.")]
    reason: str


class Reading(Struct, frozen=True, gc=False):
    """What one account says."""

    account: Account
    cast: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    timeline: tuple[Moment, ...] = ()
    discussion: tuple[Comment, ...] = ()
    set_off: Annotated[
        tuple[Span, ...],
        Meta(
            description=(
                "Words between quotation marks that were taken for nobody's speech: titles, terms, words as words."
            )
        ),
    ] = ()
    unsure: Annotated[int, Meta(description="Statements left out because their score is below the one asked for.")] = 0
    model: Annotated[
        str | None, Meta(description="SHA-256 of the attribution model that read it; null: rules alone did.")
    ] = None
    shortfalls: Annotated[
        tuple[Shortfall, ...], Meta(description="Parts of this reading that were not made, or not whole, and why.")
    ] = ()

    @property
    def whole(self) -> bool:
        """Whether all that the account says was read: only of such a one it can be told that it does not say
        something."""
        return self.account.complete and all(shortfall.part == "discussion" for shortfall in self.shortfalls)


Alteration = Literal["negation", "condition", "hedge", "number", "name"]


class Variant(Struct, frozen=True, gc=False):
    """Where a witness departs from the base: its words (`reading`) for the base's (`base`); null is no words."""

    witness: Annotated[str, Meta(description="Id of the statement that varies.")]
    base: Span | None
    reading: Span | None
    after: Annotated[
        Span | None,
        Meta(description="Of words that are only added: the word of the base before them; null at its start."),
    ] = None
    moved: Annotated[
        Span | None,
        Meta(description="Of words that are left out or added: where the other has the same words at another place."),
    ] = None
    alters: Annotated[
        tuple[Alteration, ...], Meta(description="What is lost, added or changed here that may turn the sense.")
    ] = ()


class Wording(Struct, frozen=True, gc=False):
    """One utterance in the words of several accounts."""

    id: Id
    witnesses: Annotated[tuple[str, ...], Meta(description="Ids of the statements, in the order of the readings.")]
    base: Annotated[str, Meta(description="Id of the witness that the others are compared with.")]
    variants: tuple[Variant, ...]
    state: Annotated[Literal["same", "probable"], Meta(description="How sure it is that it is one utterance.")] = "same"
    rule: Rule = "shared-words"
    doubtful: Annotated[
        tuple[str, ...],
        Meta(
            description="Of a wording that is surely of several accounts: the witnesses that are only probably of it."
        ),
    ] = ()


Relation = Literal["agrees", "differs", "only_in", "silent"]


class Finding(Struct, frozen=True, gc=False):
    """Where the accounts agree, differ, speak alone or are silent."""

    id: Id
    relation: Relation
    about: Annotated[
        Literal["utterance", "date", "name", "number", "position", "role", "place", "order"],
        Meta(description="Of what. order: which of two happened first."),
    ]
    accounts: Annotated[tuple[str, ...], Meta(description="Ids of the accounts it is about.")]
    evidence: tuple[Span, ...]
    note: str


class Issue(Struct, frozen=True, gc=False):
    """A matter at stake: the positions of all accounts on it."""

    id: Id
    name: Annotated[Span, Meta(description="The accounts' own words for it.")]
    positions: Annotated[tuple[str, ...], Meta(description="Ids of positions of the readings.")]


class Event(Struct, frozen=True, gc=False):
    """One time in the record's timeline, and the moments of all accounts that fall on it."""

    id: Id
    date: Edtf | None
    moments: Annotated[tuple[str, ...], Meta(description="Ids of moments of the readings.")]


class LeftOut(Struct, frozen=True, order=True, gc=False):
    """What was not read, or not whole, and why."""

    url: str
    reason: str


class Record(Struct, frozen=True, kw_only=True, tag_field="schema", tag=SCHEMA):
    """One record of one event, from several accounts."""

    id: Id
    title: str
    readings: tuple[Reading, ...]
    cast: tuple[Actor, ...] = ()
    wordings: tuple[Wording, ...] = ()
    positions: tuple[Issue, ...] = ()
    timeline: tuple[Event, ...] = ()
    findings: tuple[Finding, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    copies: Annotated[
        tuple[tuple[str, ...], ...],
        Meta(
            description="Ids of accounts that print one text (wire copy, near-duplicates): each group is one witness."
        ),
    ] = ()
    shortfalls: Annotated[
        tuple[Shortfall, ...], Meta(description="Parts of the comparison that were not made, or not whole, and why.")
    ] = ()
