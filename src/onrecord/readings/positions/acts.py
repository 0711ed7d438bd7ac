"""The words that show an act of bargaining, each with what may follow it, and the name that event coders give the act.

The families are those of Levin's verb classes (order, urge, beg, reject, commit) and of CAMEO's codes 02 to 13. PLOVER
(Open Event Data Alliance, 2022) names kinds of events between political actors. It has one REQUEST for what is asked
and demanded, one AGREE for what is offered, promised or accepted, REJECT and THREATEN; it does not code hopes.
"""

from collections import defaultdict
from typing import NamedTuple

from onrecord.readings.positions.inflection import forms
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
Row = tuple[Act, str, str, str]


class Cue(NamedTuple):
    """One way to show an act: further words, then one of the complements.

    `complements` holds letters: n noun phrase or clause, t "to" with a verb, c clause behind "that", a addressee and
    then "to" with a verb, d addressee and then a noun phrase, p addressee and then "that", r addressee and then "for",
    w addressee and then "not to", f "for", o "on", v a verb in -ing, e noun phrase that is definite, b noun phrase and
    then "on the table", u addressee, "until" with a time, and then "to", k noun phrase, "conditional on" and a noun
    phrase, h addressee and then "with", i the noun of an act ("its bid", "a new proposal") and what follows it, q the
    noun of a request ("a plea for time").
    """

    act: Act
    more: tuple[str, ...]
    complements: str
    adjective: bool = False


# act, verbs (`inflection.forms`; adjectives end in ~), the words that must follow, the complements
_VERBS: tuple[Row, ...] = (
    # asking and ordering: VerbNet's order, urge, beg, advise; CAMEO's appeal, demand
    ("demand", "demand", "", "n t c"),
    ("demand", "urge exhort", "", "a c e"),
    ("demand", "implore beg+g beseech:besought entreat", "", "a c r"),
    ("demand", "press pressure", "", "a f r"),
    ("demand", "prod+d nudge lobby pester petition", "", "a r"),
    ("demand", "press push lobby clamor clamour agitate campaign", "for", "n"),
    ("demand", "call", "on", "a"),
    ("demand", "call", "upon", "a"),
    ("demand", "call", "for", "n"),
    ("demand", "push", "", "a"),
    ("demand", "ask", "", "a c f r"),
    ("demand", "tell:told order instruct direct command", "", "a"),
    ("demand", "order direct mandate", "", "c"),
    ("demand", "request", "", "n a c"),
    ("demand", "require", "", "a c"),
    ("demand", "insist", "", "c n"),
    ("demand", "insist", "on", "n"),
    ("demand", "insist", "upon", "n"),
    ("demand", "hold:held", "out for", "n"),
    ("demand", "want", "", "n"),
    ("demand", "want", "to see", "n"),
    ("demand", "want", "to have", "n"),
    ("demand", "seek:sought", "", "n"),
    ("demand", "appeal", "to", "a"),
    ("demand", "appeal", "for", "n"),
    ("demand", "plead:pleaded:pled", "with", "a"),
    ("demand", "plead:pleaded:pled", "for", "n"),
    ("demand", "encourage advise counsel caution", "", "a"),
    ("demand", "recommend advocate", "", "c v n"),
    ("demand", "challenge dare admonish", "", "a"),
    ("demand", "like love prefer+r", "", "a"),  # with "would"
    ("demand", "like love prefer+r", "to see", "n"),
    ("demand", "subpoena summon", "", "n"),
    ("demand", "warn", "", "w"),
    ("demand", "give:gave:given", "", "u"),
    ("demand", "make:made", "", "k"),
    ("demand", "stipulate", "", "c"),
    ("demand", "hold:held", "out on", "n"),
    ("demand", "hold:held", "firm on", "n"),
    ("demand", "warn caution", "against", "n"),
    # putting on the table
    ("offer", "offer", "", "n t d"),
    ("offer", "propose", "", "n t c v"),
    ("offer", "float", "", "n"),
    ("offer", "put:put lay:laid", "", "b"),
    ("offer", "put:put", "forward", "n"),
    ("offer", "put:put", "forth", "n"),
    ("offer", "suggest", "", "v"),
    ("offer", "raise lift increase sweeten improve submit table present extend renew", "", "i"),
    ("offer", "bid:bid", "", "d"),
    ("offer", "volunteer", "", "t"),
    ("offer", "ready~ willing~ prepared~ glad~ happy~ pleased~", "", "t"),
    ("offer", "open~", "to", "n"),
    ("offer", "amenable~ receptive~", "to", "n"),
    # rejecting: VerbNet's reject; CAMEO's reject, refuse to yield, veto
    ("refuse", "refuse decline", "", "t"),
    ("refuse", "unwilling~ reluctant~ loath~", "", "t"),
    ("refuse", "reject oppose resist dismiss rebuff spurn veto", "", "n"),
    ("refuse", "block thwart stymie filibuster scuttle torpedo", "", "n"),
    ("refuse", "opposed~ resistant~ averse~", "to", "n"),
    ("refuse", "against~", "", "n"),
    ("refuse", "deny decline ignore", "", "q"),
    ("refuse", "rule", "out", "n"),
    ("refuse", "turn vote", "down", "n"),
    ("refuse", "shoot:shot", "down", "n"),
    ("refuse", "brush", "off", "n"),
    ("refuse", "vote fight:fought", "against", "n"),
    ("refuse", "vote", "no on", "n"),
    ("refuse", "come:came", "out against", "n"),
    ("refuse", "speak:spoke:spoken", "out against", "n"),
    ("refuse", "stand:stood", "firm against", "n"),
    ("refuse", "boycott", "", "e"),
    ("refuse", "push", "back against", "n"),
    ("refuse", "push", "back on", "n"),
    ("refuse", "say:said", "no to", "n"),
    ("refuse", "object", "to", "n"),
    ("refuse", "balk baulk", "at", "n"),
    ("refuse", "hold:held", "out against", "n"),
    ("refuse", "dig:dug", "in against", "n"),
    ("refuse", "walk", "away from", "n"),
    ("refuse", "back", "out of", "n"),
    ("refuse", "back shy", "away from", "n"),
    ("refuse", "pull", "out of", "n"),
    # committing oneself
    ("promise", "promise", "", "n t c p d a"),
    ("promise", "pledge", "", "n t c p"),
    ("promise", "vow swear:swore", "", "t c"),
    ("promise", "guarantee", "", "n c"),
    ("promise", "assure", "", "c p d"),
    ("promise", "commit+t", "to", "n"),
    ("promise", "commit+t", "themselves to", "n"),
    ("promise", "commit+t", "himself to", "n"),
    ("promise", "commit+t", "herself to", "n"),
    ("promise", "commit+t", "itself to", "n"),
    ("promise", "committed~ devoted~ dedicated~", "to", "n"),
    ("promise", "intend resolve undertake:undertook:undertaken", "", "t"),
    ("promise", "plan+n", "on", "v"),
    ("promise", "plan+n:plan:plan", "", "t"),
    ("promise", "determined~ poised~ resolved~", "", "t"),
    # agreeing
    ("accept", "agree", "", "t c"),
    ("accept", "agree", "to", "e"),
    ("accept", "agree", "on", "e"),
    ("accept", "agree", "with", "e v"),
    ("accept", "accept", "", "n"),
    ("accept", "support favor favour endorse embrace cosponsor co-sponsor", "", "n"),
    ("accept", "back", "", "e"),
    ("accept", "welcome", "", "e"),
    ("accept", "approve ratify greenlight", "", "n"),
    ("accept", "consent acquiesce accede assent bow", "to", "n"),
    ("accept", "settle", "for", "n"),
    ("accept", "give:gave:given cave", "in to", "n"),
    ("accept", "concede", "", "n"),
    ("accept", "sign", "on to", "n"),
    ("accept", "sign", "onto", "n"),
    ("accept", "sign", "off on", "n"),
    *(("accept", "throw:threw:thrown", f"{whose} support behind", "n") for whose in ("his", "her", "its", "their")),
    *(("accept", "throw:threw:thrown", f"{whose} weight behind", "n") for whose in ("his", "her", "its", "their")),
    ("accept", "go:went:gone", "along with", "n"),
    ("accept", "get:got rally line:lined", "behind", "n"),
    ("accept", "capitulate yield", "to", "e"),
    ("accept", "vote", "", "t"),
    ("accept", "vote", "for", "n"),
    ("accept", "vote", "in favor of", "n"),
    ("accept", "vote", "in favour of", "n"),
    ("accept", "vote", "in support of", "n"),
    ("accept", "come:came", "out in favor of", "n"),
    ("accept", "come:came", "out in support of", "n"),
    ("accept", "fine~ okay~ comfortable~", "with", "n"),
    ("accept", "supportive~", "of", "n"),
    # announcing harm
    ("threaten", "threaten", "", "t c h n"),
    # wishing
    ("hope", "hope", "", "t c n"),
    ("hope", "hope", "for", "n"),
    ("hope", "look", "forward to", "n"),
    ("hope", "hopeful~ optimistic~", "", "c n t"),
    ("hope", "hopeful~", "for", "n"),
    ("hope", "eager~ keen~ anxious~", "", "t"),
)
# act, nouns (all their forms), the words that must follow, the complements
_NOUNS: tuple[Row, ...] = (
    ("demand", "demand demands", "", "t c f"),
    ("demand", "demand demands", "of", "n"),
    ("demand", "request requests", "", "t c f"),
    ("demand", "call calls appeal appeals plea pleas petition petitions", "", "t f"),
    ("demand", "call calls", "on", "a"),
    ("demand", "appeal appeals", "to", "a"),
    ("demand", "push drive", "", "t f"),
    ("demand", "campaign", "", "t"),  # one "for" something is most often for an office
    ("demand", "pressure", "", "t"),
    ("demand", "pressure", "on", "a"),
    ("demand", "order orders subpoena subpoenas", "", "f"),
    ("demand", "insistence", "", "c o"),
    ("demand", "ultimatum ultimatums recommendation recommendations", "", "t c f"),
    ("offer", "offer offers", "", "t c f"),
    ("offer", "offer offers", "of", "n"),
    ("offer", "proposal proposals", "", "t c f"),
    ("offer", "willingness readiness", "", "t"),
    ("offer", "openness", "to", "n"),
    ("refuse", "refusal refusals unwillingness reluctance", "", "t"),
    ("refuse", "rejection", "of", "n"),
    ("refuse", "opposition objection objections resistance", "to", "n"),
    (
        "promise",
        "promise promises pledge pledges vow vows assurance assurances commitment commitments guarantee guarantees",
        "",
        "t c",
    ),
    ("promise", "promise promises pledge pledges guarantee guarantees", "of", "n"),
    ("promise", "commitment commitments", "to", "n"),
    ("promise", "intention intent determination", "", "t"),
    ("promise", "plan plans", "", "t"),  # that are announced
    ("promise", "intention intent", "of", "v"),
    ("accept", "acceptance", "of", "n"),
    ("accept", "agreement consent", "", "t"),
    ("accept", "consent assent blessing approval", "to", "n"),
    ("accept", "support", "for", "n"),
    ("accept", "endorsement", "of", "n"),
    ("threaten", "threat threats", "", "t c"),
    ("threaten", "threat threats", "of", "n"),
    ("hope", "hope hopes", "", "c t f"),
    ("hope", "hope hopes", "of", "n"),
)


def _table(rows: tuple[Row, ...], *, inflected: bool) -> dict[str, tuple[Cue, ...]]:
    """First word of a cue to its entries, those with more words first."""
    table: dict[str, list[Cue]] = defaultdict(list)
    for act, words, more, complements in rows:
        for word in words.split():
            adjective = word.endswith("~")
            cue = Cue(act, tuple(more.split()), "".join(complements.split()), adjective)
            for form in forms(word) if inflected and not adjective else (word.rstrip("~"),):
                table[form].append(cue)
    return {form: tuple(sorted(cues, key=lambda cue: -len(cue.more))) for form, cues in table.items()}


VERBS = _table(_VERBS, inflected=True)
NOUNS = _table(_NOUNS, inflected=False)
BASES = frozenset(
    forms(word)[0]
    for _, words, _, _ in _VERBS
    for word in words.split()
    if not word.endswith("~") and word.split(":")[0] not in word.split(":")[1:]
)
"""Forms that agree with the first person and the plural only."""
ADJECTIVES = frozenset(form for form, cues in VERBS.items() if any(cue.adjective for cue in cues))

WILL_NOT = frozenset("won't wouldn't can't cannot couldn't".split())
IS_NOT = frozenset("not never isn't aren't wasn't weren't".split())  # with "going to"
WILL = frozenset("will 'll would 'd can could".split())
SHOULD = frozenset("should must ought shouldn't mustn't needs need has have needed".split())  # the last five with "to"

# A refusal to speak is no position, nor is a wish to know.
OF_SPEAKING = frozenset(
    "comment say discuss answer elaborate speculate talk speak tell identify name disclose describe specify detail "
    "respond reveal explain rather define clarify plead announce report note inform welcome be believe see know "
    "think imagine understand remember wait help stress overstate have confirm want like mind afford".split()
)
# What comes about by itself is not promised.
NOT_PROMISED = frozenset(
    "end get win lose become need miss suffer learn hurt happen remain do go look see find fall rise feel seem".split()
)
# What is offered or rejected in talk only: a view, an accusation.
OF_TALK = frozenset(
    "analysis assessment musings remarks view views thoughts prayers details explanation explanations evidence "
    "glimpse insight forgiveness comment "
    "comments confirmation confirmations criticism claims claim allegations allegation accusations accusation "
    "charges notion suggestion suggestions "
    "characterization critique rebuke condemnation denial defense defence words idea assertion assertions anonymity "
    "re-election condolences apology congratulations advice praise yes no details specifics reason reasons answer "
    "answers estimate timeline timetable interview".split()
)
# What is brought forward against a thing is answered and not refused: "dismissed the concerns".
OF_ARGUMENT = frozenset(
    "concern concerns warning warnings fear fears worry worries argument arguments attack attacks rationale "
    "speculation rumor rumors "
    "rumours reports doubts complaint complaints question questions theory theories story stories".split()
)
# What a speaker calls a thing that he refuses, or will not do without.
VERDICTS: dict[str, Act] = {
    "non-starter": "refuse",
    "dead on arrival": "refuse",
    "nonstarter": "refuse",
    "unacceptable": "refuse",
    "not acceptable": "refuse",
    "out of the question": "refuse",
    "off the table": "refuse",
    "non-negotiable": "demand",
    "nonnegotiable": "demand",
}
ENDORSING = frozenset("approve support back pass advance accept adopt confirm ratify sustain uphold".split())
OPPOSING = frozenset("reject oppose veto refuse resist".split())
HARMING = frozenset(
    "close cancel withhold cut impose expel shut subpoena impeach suspend block fight sue boycott strike retaliate "
    "punish kill destroy escalate obstruct filibuster".split()
)
# Judgements that are demands where "to" or "that" follows: "it is essential that ..."
URGENT = frozenset("time essential imperative crucial vital critical important incumbent".split())
# Verbs that open a quotation as a call on others, where an object or a particle follows.
IMPERATIVES = frozenset(
    "stop end open reopen give keep let release resign pass vote publish bring show take make pull put fund build "
    "close start sign drop leave "
    "withdraw hand return come stand apologize support protect respect send work fire hire hold investigate impeach "
    "confirm repeal replace "
    "fix change cut lower raise lift ban allow block reject oppose join defend secure deport stay step ask do get go "
    "testify cooperate negotiate lock free arrest turn extend restore abolish use enforce follow obey honor listen "
    "help vote pay".split()
)
