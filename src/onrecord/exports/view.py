"""What the page's template is given: every value it may use, and nothing else.

The account's own words are always `str` as they stand in the account; the template alone turns them into HTML.
"""

from dataclasses import dataclass
from typing import Literal

from onrecord.exports.edtf import Date
from onrecord.exports.marks import Segment
from onrecord.types import Shortfall

WHOLE = 8  # words; a shorter quotation that one account carries is a fragment

State = Literal["full", "reported", "silent", "unknown", "open"]
# silent: the record says so; unknown: the account was read in part, or fell short of a part; open: nothing is claimed
# of it


CellState = Literal["has", "omits", "silent", "unknown", "open"]


@dataclass(frozen=True, slots=True)
class Siglum:
    """The letters that stand for one account, and the colour and pattern that go with them."""

    letters: str
    account: str  # id
    name: str  # publisher, or headline, or address
    colour: int  # 0 to 7
    pattern: int  # 0 to 5


@dataclass(frozen=True, slots=True)
class Cut:
    """Words of an account, and a link to where they stand."""

    text: str
    siglum: Siglum | None
    href: str | None
    lost: bool = False  # the record points to no text of this account: shown as such, never moved


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of an account around words that matter. Each piece is told whether it is those words."""

    pieces: tuple[tuple[str, bool], ...]  # a piece without text is a place where other accounts have words
    href: str | None
    before: bool  # the paragraph begins before it
    after: bool  # and goes on after it
    lost: bool = False

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


@dataclass(frozen=True, slots=True)
class Slot:
    """What one account does with a line."""

    siglum: Siglum
    state: State
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Attestation:
    """The sigla beside a line. Accounts beyond the slots are only counted."""

    slots: tuple[Slot, ...]
    silent: int = 0  # further accounts that the record calls silent
    unknown: int = 0  # further accounts, read in part

    @property
    def present(self) -> int:
        """How many accounts have the line."""
        return sum(slot.state in ("full", "reported") for slot in self.slots)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of an utterance: plain words, words that another account varies, or words of the writer: around what is
    quoted (writer), or where the writer breaks it (gap)."""

    kind: Literal["words", "lemma", "writer", "gap"]
    text: str


@dataclass(frozen=True, slots=True)
class VariantReading:
    """What some accounts print at one place of the base."""

    kind: Literal["for", "om", "add"]
    text: str
    sigla: tuple[Siglum, ...]
    weighty: bool  # it may change the sense
    moved: bool = False  # the words stand at another place
    alters: tuple[str, ...] = ()  # what is lost, added or changed that may turn the sense, in words


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the apparatus: `lemma] reading B`."""

    lemma: str
    short: str  # the lemma as the apparatus prints it: its ends only if it is long
    readings: tuple[VariantReading, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A label of ours beside words of an account."""

    label: str
    cut: Cut


@dataclass(frozen=True, slots=True)
class Witness:
    """One account's own version of a line."""

    id: str
    siglum: Siglum
    href: str
    form: str
    parts: tuple[Part, ...]
    facts: tuple[Fact, ...]
    rule: str
    uncertain: bool  # its calibrated score is under one half
    doubtful: bool  # it is probably, not surely, of this utterance, as the others are


@dataclass(frozen=True, slots=True)
class Ascription:
    """A speaker whom some accounts name for an utterance."""

    name: str
    sigla: tuple[Siglum, ...]

    def __str__(self) -> str:
        return f"{self.name} in {' '.join(siglum.letters for siglum in self.sigla)}"


@dataclass(frozen=True, slots=True)
class Line:
    """One utterance."""

    id: str
    number: int
    speaker: str | None
    joint: tuple[str, ...]  # the others whose words these also are
    instead: tuple[Ascription, ...]  # whom accounts name that do not name the speaker
    source: Cut | None  # the words that name the speaker
    cue: Cut | None  # the word that attributes it
    form: str
    parts: tuple[Part, ...]
    attestation: Attestation
    facts: tuple[Fact, ...]
    apparatus: tuple[Entry, ...]
    witnesses: tuple[Witness, ...]
    probable: bool  # it is probably, not surely, one utterance
    rule: str | None  # what joined the witnesses

    @property
    def reports(self) -> tuple[Witness, ...]:
        """The indirect renderings, if the line itself stands in direct words."""
        return tuple(w for w in self.witnesses if w.form == "indirect") if self.form != "indirect" else ()

    @property
    def shared(self) -> bool:
        return len(self.witnesses) > 1

    @property
    def lead(self) -> bool:
        """Whether it is printed at length: several accounts carry it, or it is a whole quotation."""
        quoted = self.form != "indirect" and all(p.kind != "writer" for p in self.parts)
        return self.shared or (quoted and self.length >= WHOLE)

    @property
    def length(self) -> int:
        """How many words of the speaker it has."""
        return sum(len(p.text.split()) for p in self.parts if p.kind != "gap")

    @property
    def doubtful(self) -> tuple[Siglum, ...]:
        """The accounts that have it probably, but not surely."""
        sure = {w.siglum for w in self.witnesses if not w.doubtful}
        return tuple(dict.fromkeys(w.siglum for w in self.witnesses if w.doubtful and w.siglum not in sure))

    @property
    def uncertain(self) -> bool:
        return all(w.uncertain for w in self.witnesses)


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to a line, and its number."""

    line: str
    label: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """A name that looks the same as another and is spelled with other letters, each with the script it is of."""

    name: str  # the other's
    href: str
    letters: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Everything one speaker says: at length, in fragments, and in single accounts' reports."""

    id: str | None
    name: str | None
    leads: tuple[Line, ...]
    fragments: tuple[Line, ...]
    reported: tuple[Line, ...]
    looks_like: tuple[Likeness, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        return (*self.leads, *self.fragments, *self.reported)


@dataclass(frozen=True, slots=True)
class Brief:
    """One line of the summary: words of an account under a heading of ours."""

    id: str
    label: str
    speaker: str | None
    instead: tuple[Ascription, ...]  # whom accounts name that do not name the speaker
    form: str | None  # of an utterance; None for the writer's own sentence
    parts: tuple[Part, ...]
    attestation: Attestation
    href: str


@dataclass(frozen=True, slots=True)
class Stake:
    """One position: what its holder demands, offers, refuses ..."""

    id: str
    position: str  # id of the position: of one that several sides hold together, each has a stake
    side: str | None
    holder: str | None  # who holds it for the side, if it is not the side itself
    act: str
    plover: str | None  # the kind of event that coders of events count the act as
    negated: bool
    modality: Literal["plain", "hedged", "denied", "past", "hypothetical"]
    toward: str | None
    content: tuple[Cut, ...]
    condition: Cut | None
    attestation: Attestation
    line: str | None  # id of the utterance it stands in
    also: tuple[str, ...]  # ids of the positions in equal words
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """One row of the bargaining table: an issue, and the stakes of each side in the order of the columns."""

    id: str | None
    name: Cut | None
    cells: tuple[tuple[Stake, ...], ...]


@dataclass(frozen=True, slots=True)
class Bargain:
    """The bargaining table: a column for each side, and for all others a last one, without a name."""

    sides: tuple[str | None, ...]
    matters: tuple[Matter, ...]
    single: tuple[Matter, ...]  # issues that one account alone has and one side speaks to, in one cell each

    @property
    def stakes(self) -> int:
        """How many positions it has."""
        return sum(len(cell) for matter in (*self.matters, *self.single) for cell in matter.cells)


@dataclass(frozen=True, slots=True)
class Happening:
    """What accounts say happened, in one wording."""

    id: str
    what: Window  # the words that date it are those that matter
    dated_by: tuple[Cut, ...]  # those that do not stand in it
    anchor: str | None
    attestation: Attestation
    rule: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account has on one line of the comparison."""

    siglum: Siglum
    state: CellState
    windows: tuple[Window, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One line of the comparison. All places where one utterance differs are one line; so is the silence on it."""

    id: str
    also: tuple[str, ...]  # ids of the other findings told here
    relation: str
    about: str
    notes: tuple[str, ...]
    cells: tuple[Cell, ...]
    accounts: tuple[str, ...]  # sigla
    line: Ref | None  # the utterance that it is about


@dataclass(frozen=True, slots=True)
class Time:
    """One time and what is told of it."""

    id: str
    date: Date
    happenings: tuple[Happening, ...]
    conflicts: tuple[Difference, ...]  # those that its dates are part of
    above: tuple[str, ...]  # ids of those that an earlier time has shown


@dataclass(frozen=True, slots=True)
class Naming:
    """The names and titles one account uses for somebody."""

    siglum: Siglum
    names: tuple[tuple[Cut, int], ...]  # and how often
    titles: tuple[Cut, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """One of the cast."""

    id: str
    name: str
    kind: str
    rank: Literal["titled", "person", "country", "organisation", "group", "unnamed"]
    namings: tuple[Naming, ...]
    looks_like: tuple[Likeness, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """One reader's comment."""

    id: str
    author: str | None
    posted: str | None
    depth: int  # 0 for a comment on the article
    answers: str | None  # id of the comment answered
    answered: str | None  # its author
    words: tuple[str, ...]
    quotes: tuple[Cut, ...]
    spam: tuple[str, ...]  # the rules that hold it for spam
    doubts: tuple[str, ...]  # the rules that doubt its date
    href: str


@dataclass(frozen=True, slots=True)
class Discussion:
    """The readers' comments under one account."""

    siglum: Siglum
    remarks: tuple[Remark, ...]
    elsewhere: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of an account."""

    id: str
    kind: str
    before: str  # the white space before it
    segments: tuple[Segment, ...]
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks that stand together. Chrome and comments are folded."""

    kind: Literal["text", "chrome", "comment"]
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class AccountView:
    """One account in full."""

    siglum: Siglum
    id: str
    headline: str | None
    publisher: str | None
    byline: str | None
    published: str | None
    modified: str | None
    retrieved: str | None
    url: str
    link: str | None  # the address, if it is one that may be linked
    folds: tuple[Fold, ...]
    after: str  # the white space after the last block
    complete: bool
    incomplete_because: str | None
    short: tuple[Shortfall, ...]  # the parts of its reading that are missing
    encoding: str
    sha256: str
    characters: int
    hidden: int  # runs of words that the page holds and does not show
    struck: int  # runs of words that the page strikes through
    veiled: int  # runs of words that are read and that the page perhaps never shows
    unparsed: int  # descriptions of the page that could not be read
    set_off: tuple[Cut, ...]  # words between quotation marks that are nobody's speech
    unsure: int  # statements left out because a higher score was asked for
    posts: int  # of its readers, which are kept apart from what the account says
    only_posts: bool  # whether it says nothing itself
