"""The words that show an act of bargaining, each with what may follow it, and the name that event coders give the act.

PLOVER (Open Event Data Alliance, 2022) names kinds of events between political actors. It has one REQUEST for what is asked and
demanded, one AGREE for what is offered, promised or accepted, REJECT and THREATEN; it does not code hopes.
"""

from collections import defaultdict
from typing import NamedTuple

from onrecord.types import Act

PLOVER: dict[Act, str | None] = {
    "demand": "REQUEST",
    "offer": "AGREE",
    "promise": "AGREE",
    "accept": "AGREE",
    "refuse": "REJECT",
    "threaten": "THREATEN",
    "hope": None,
}


class Cue(NamedTuple):
    """One way to show an act: further words, then one of the complements.

    `complements` holds letters: n noun phrase or clause, t "to" with a verb, c clause behind "that", a addressee and then "to"
    with a verb, d addressee and then a noun phrase, p addressee and then "that", r addressee and then "for", f "for", o "on",
    v a verb in -ing, e noun phrase that is definite.
    """

    act: Act
    more: tuple[str, ...]
    complements: str


# act: the forms of one verb, then "|", the words that must follow (if any), "|", the complements
_VERBS: tuple[tuple[Act, str], ...] = (
    ("demand", "demand demands demanded demanding | | n t c"),
    ("demand", "urge urges urged urging | | a c e"),
    ("demand", "implore implores implored imploring beg begs begged begging | | a c"),
    ("demand", "press presses pressed pressing pressure pressures pressured pressuring | | a f r"),
    ("demand", "call calls called calling | on | a"),
    ("demand", "call calls called calling | upon | a"),
    ("demand", "call calls called calling | for | n"),
    ("demand", "push pushes pushed pushing | for | n"),
    ("demand", "push pushes pushed pushing | | a"),
    ("demand", "ask asks asked asking | | a c f r"),
    ("demand", "tell tells told telling order orders ordered ordering instruct instructs instructed instructing | | a"),
    ("demand", "request requests requested requesting | | n a c"),
    ("demand", "insist insists insisted insisting | | c n"),
    ("demand", "insist insists insisted insisting | on | n"),
    ("demand", "insist insists insisted insisting | upon | n"),
    ("demand", "want wants wanted wanting | | n"),
    ("demand", "want wants wanted wanting | to see | n"),
    ("demand", "want wants wanted wanting | to have | n"),
    ("demand", "seek seeks sought seeking | | n"),
    ("demand", "appeal appeals appealed appealing | to | a"),
    ("demand", "appeal appeals appealed appealing | for | n"),
    ("demand", "encourage encourages encouraged encouraging | | a"),
    ("demand", "challenge challenges challenged challenging | | a"),
    ("demand", "plead pleads pleaded pleading | with | a"),
    ("offer", "offer offers offered offering | | n t d"),
    ("offer", "propose proposes proposed proposing | | n t c v"),
    ("offer", "float floats floated floating | | n"),
    ("offer", "suggest suggests suggested suggesting | | v"),
    ("offer", "ready willing prepared | | t"),
    ("offer", "open | to | n"),
    ("refuse", "refuse refuses refused refusing decline declines declined declining unwilling reluctant | | t"),
    ("refuse", "reject rejects rejected rejecting | | n"),
    ("refuse", "oppose opposes opposed opposing | | n"),
    ("refuse", "opposed resistant | to | n"),
    ("refuse", "resist resists resisted resisting | | n"),
    (
        "refuse",
        "dismiss dismisses dismissed dismissing rebuff rebuffs rebuffed rebuffing spurn spurns spurned spurning | | n",
    ),
    ("refuse", "veto vetoes vetoed vetoing | | n"),
    ("refuse", "block blocks blocked blocking | | n"),
    ("refuse", "rule rules ruled ruling | out | n"),
    ("refuse", "turn turns turned turning | down | n"),
    ("refuse", "vote votes voted voting | against | n"),
    ("refuse", "object objects objected objecting | to | n"),
    ("promise", "promise promises promised promising | | n t c p d a"),
    ("promise", "pledge pledges pledged pledging | | n t c p"),
    ("promise", "vow vows vowed vowing swear swears swore swearing | | t c"),
    ("promise", "guarantee guarantees guaranteed guaranteeing | | n c"),
    ("promise", "assure assures assured assuring | | c p d"),
    ("promise", "commit commits committed committing | to | n"),
    ("promise", "commit commits committed committing | themselves to | n"),
    ("promise", "commit commits committed committing | itself to | n"),
    ("promise", "intend intends intended intending plans | | t"),
    ("accept", "agree agrees agreed agreeing | | t c"),
    ("accept", "agree agrees agreed agreeing | to | e"),
    ("accept", "accept accepts accepted accepting | | n"),
    ("accept", "support supports supported supporting | | e"),
    ("accept", "endorse endorses endorsed endorsing | | e"),
    ("accept", "back backs backed backing | | e"),
    ("accept", "approve approves approved approving | | n"),
    ("accept", "vote votes voted voting | | t"),
    ("accept", "vote votes voted voting | for | n"),
    ("accept", "vote votes voted voting | in favor of | n"),
    ("accept", "vote votes voted voting | in favour of | n"),
    ("accept", "vote votes voted voting | in support of | n"),
    ("threaten", "threaten threatens threatened threatening | | t c n"),
    ("hope", "hope hopes hoped hoping | | t c n"),
    ("hope", "hope hopes hoped hoping | for | n"),
    ("hope", "hopeful optimistic | | c n t"),
    ("hope", "hopeful | for | n"),
)
_NOUNS: tuple[tuple[Act, str], ...] = (
    ("demand", "demand demands | | t c f"),
    ("demand", "demand demands | of | n"),
    ("demand", "call calls request requests appeal appeals plea pleas | | t c f"),
    ("demand", "pressure | | t"),
    ("demand", "insistence | | c o"),
    ("demand", "ultimatum ultimatums | | t c f"),
    ("offer", "offer offers | | t c f"),
    ("offer", "offer offers | of | n"),
    ("offer", "proposal proposals | | t c f"),
    ("offer", "willingness readiness | | t"),
    ("refuse", "refusal refusals unwillingness reluctance | | t"),
    ("refuse", "rejection | of | n"),
    ("refuse", "opposition objection objections | to | n"),
    (
        "promise",
        "promise promises pledge pledges vow vows assurance assurances commitment commitments guarantee | | t c",
    ),
    ("promise", "promise promises pledge pledges guarantee | of | n"),
    ("promise", "commitment commitments | to | n"),
    ("promise", "intention intent | | t"),
    ("promise", "intention intent | of | v"),
    ("accept", "acceptance | of | n"),
    ("accept", "agreement | | t"),
    ("threaten", "threat threats | | t c"),
    ("threaten", "threat threats | of | n"),
    ("hope", "hope hopes | | c t f"),
    ("hope", "hope hopes | of | n"),
)


def _table(rows: tuple[tuple[Act, str], ...]) -> dict[str, tuple[Cue, ...]]:
    """First word of a cue to its entries, those with more words first."""
    table: dict[str, list[Cue]] = defaultdict(list)
    for act, row in rows:
        forms, more, complements = row.split("|")
        for form in forms.split():
            table[form].append(Cue(act, tuple(more.split()), "".join(complements.split())))
    return {form: tuple(sorted(cues, key=lambda cue: -len(cue.more))) for form, cues in table.items()}


VERBS = _table(_VERBS)
NOUNS = _table(_NOUNS)
ADJECTIVES = frozenset("ready willing prepared open unwilling reluctant opposed resistant hopeful optimistic".split())

WILL_NOT = frozenset("won't wouldn't can't cannot couldn't".split())
WILL = frozenset("will 'll would can could".split())
SHOULD = frozenset("should must ought shouldn't mustn't needs need has have".split())  # the last four with "to"

# A refusal to speak is no position, nor is a wish to know.
OF_SPEAKING = frozenset(
    "comment say discuss answer elaborate speculate talk speak tell identify name disclose describe specify detail "
    "respond reveal explain be believe see know think imagine understand remember wait help stress overstate have confirm want like mind afford".split()
)
# What comes about by itself is not promised.
NOT_PROMISED = frozenset(
    "end get win lose become need miss suffer learn hurt happen remain do go look see find fall rise".split()
)
# What is offered or rejected in talk only: a view, an accusation.
OF_TALK = frozenset(
    "analysis assessment musings remarks view views thoughts prayers details explanation explanations evidence glimpse insight comment "
    "comments criticism claims claim allegations allegation accusations accusation charges notion suggestion suggestions "
    "characterization idea assertion assertions anonymity re-election condolences apology congratulations advice praise yes no details specifics reason reasons answer answers estimate timeline timetable interview".split()
)
# What a speaker calls a thing that he refuses, or will not do without.
VERDICTS: dict[str, Act] = {
    "non-starter": "refuse",
    "nonstarter": "refuse",
    "unacceptable": "refuse",
    "out of the question": "refuse",
    "off the table": "refuse",
    "non-negotiable": "demand",
    "nonnegotiable": "demand",
}
ENDORSING = frozenset("approve support back end fund reopen pass advance accept".split())
OPPOSING = frozenset("reject oppose veto refuse resist".split())
HARMING = frozenset(
    "close cancel withhold cut impose expel shut subpoena impeach suspend block fight sue boycott strike retaliate punish kill destroy escalate obstruct filibuster".split()
)
