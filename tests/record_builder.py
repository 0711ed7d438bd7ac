"""Records for tests, made by naming the words: a span is where its words stand in the account's text."""

from collections.abc import Iterable, Iterator

from onrecord.text.keys import digest
from onrecord.types import (
    Account,
    Actor,
    Block,
    Comment,
    Event,
    Finding,
    Flag,
    Issue,
    LeftOut,
    Moment,
    Origin,
    Position,
    Reading,
    Record,
    Span,
    Statement,
    Variant,
    Wording,
)


def account(name: str, *blocks: tuple[str, str], **fields: object) -> Account:
    """An account whose text is the words of `blocks`, each given as kind and words, with an empty line between."""
    ident = fields.pop("id", None) or digest("account", name, *blocks)
    text, made = "", []
    for kind, words in blocks:
        text += "\n\n" if text else ""
        start, text = len(text), text + words
        made.append(Block(kind, Span(ident, start, len(text)), Origin(start, len(text))))
    values = {
        "url": f"https://{name.replace(' ', '-').lower()}.example/story",
        "publisher": name,
        "encoding": "utf-8, declared",
        **fields,
    }
    return Account(id=ident, text=text, blocks=tuple(made), sha256=digest(text) * 4, **values)


class Told:
    """Finds words in one account and makes the values that stand on them."""

    def __init__(self, of: Account):
        self.account = of
        self.cast: list[Actor] = []
        self.statements: list[Statement] = []
        self.positions: list[Position] = []
        self.timeline: list[Moment] = []
        self.discussion: list[Comment] = []

    def span(self, words: str, after: str = "") -> Span:
        text = self.account.text
        start = text.index(words, text.index(after) if after else 0)
        return Span(self.account.id, start, start + len(words))

    def every(self, words: str) -> Iterator[Span]:
        start = self.account.text.find(words)
        while start >= 0:
            yield Span(self.account.id, start, start + len(words))
            start = self.account.text.find(words, start + len(words))

    def actor(self, name: str, *roles: str, kind: str = "person", names: Iterable[str] = ()) -> str:
        mentions = tuple(s for n in (name, *names) for s in self.every(n))
        ident = digest("actor", self.account.id, name)
        self.cast.append(Actor(ident, name, kind, tuple(self.span(r) for r in roles), mentions))
        return ident

    def said(self, *words: str, form: str = "direct", rule: str = "quotation", score: float | None = None, **at) -> str:
        content = tuple(self.span(w) for w in words)
        ident = digest("statement", *content)
        actors = {k: at.pop(k) for k in ("speaker", "joint") if k in at}
        spans = {k: self.span(v) for k, v in at.items()}
        self.statements.append(
            Statement(id=ident, form=form, content=content, rule=rule, score=score, **actors, **spans)
        )
        return ident

    def position(self, act: str, holder: str | None, words: str, cue: str, condition: str | None = None, **more) -> str:
        content = (self.span(words),)
        ident = digest("position", act, *content)
        bound = self.span(condition) if condition else None
        self.positions.append(
            Position(
                id=ident,
                act=act,
                holder=holder,
                content=content,
                cue=self.span(cue),
                condition=bound,
                **{"rule": "act", **more},
            )
        )
        return ident

    def moment(self, what: str, date: str | None, dated_by: str, anchor: str | None = None) -> str:
        span = self.span(what)
        ident = digest("moment", span)
        by = self.span(dated_by, what if dated_by in what else "")
        self.timeline.append(Moment(id=ident, what=span, date=date, dated_by=by, anchor=anchor, rule="time"))
        return ident

    def comment(self, author: str | None, *words: str, reply_to: str | None = None, **more) -> str:
        spans = tuple(self.span(w) for w in words)
        ident = digest("comment", *spans)
        flags = tuple(Flag("spam", rule) for rule in more.get("spam", ()))
        quotes = tuple(self.span(q) for q in more.get("quotes", ()))
        who = self.span(author) if author else None
        self.discussion.append(
            Comment(
                id=ident,
                author=who,
                posted=more.get("posted"),
                words=spans,
                reply_to=reply_to,
                quotes=quotes,
                flags=flags,
            )
        )
        return ident

    def reading(self) -> Reading:
        made = (self.cast, self.statements, self.positions, self.timeline, self.discussion)
        return Reading(self.account, *(tuple(m) for m in made))


def wording(base: str, *others: str, variants: Iterable[tuple[str | Span | None, ...]] = (), **more) -> Wording:
    witnesses = (base, *others)
    return Wording(digest("wording", *witnesses), witnesses, base, tuple(Variant(*v) for v in variants), **more)


def finding(relation: str, about: str, note: str, *evidence: Span, accounts: Iterable[str] = ()) -> Finding:
    of = tuple(accounts) or tuple(dict.fromkeys(s.account for s in evidence))
    return Finding(digest("finding", relation, note, *evidence), relation, about, of, evidence, note)


def joined(name: str, kind: str, *members: str) -> Actor:
    return Actor(digest("joined", name), name, kind, (), (), members)


def failed_talks() -> Record:
    """Three outlets tell of one round of talks on water that came to nothing. All of it is invented."""
    a, b, c = Told(herald()), Told(courier()), Told(ledger())
    actors = [t.actor("Mara Velden", "Foreign Minister", names=["Velden"]) for t in (a, b)]
    actors_c = c.actor("Ms Velden", "the minister", names=["Velden"])
    osk = [a.actor("Teo Oskar", "President", names=["Oskar"]), b.actor("President Oskar", names=["Oskar"])]
    council = a.actor("River Council", kind="organisation")

    walk = [
        a.said(
            "They wanted the whole dam opened at once, but we couldn't do that",
            "We had to get up and leave it there",
            cue="said",
            source="Foreign Minister Mara Velden",
            speaker=actors[0],
            addressee="reporters",
            occasion="after the talks were cut short",
            rule="quotation",
            score=0.94,
        ),
        b.said(
            "They wanted the whole dam opened at once, and we could not do that",
            speaker=actors[1],
            cue="said",
            source="Velden",
        ),
        c.said(
            "that her country could not open the whole dam at once",
            form="indirect",
            cue="told",
            source="Ms Velden",
            speaker=actors_c,
            rule="reported",
        ),
    ]
    hope = [
        a.said(
            "There will be another meeting, perhaps next spring",
            speaker=osk[0],
            cue="told",
            source="President Teo Oskar",
            channel="through an interpreter",
            interpreted="through an interpreter",
        ),
        b.said(
            "There will be another meeting, perhaps next spring, if the fields get water first",
            speaker=osk[1],
            cue="said",
            source="President Oskar",
        ),
    ]
    a.said("the tone was good to the end", form="mixed", speaker=council, cue="noted", source="The River Council")
    b.said("Nobody shouted", cue="said", source="one delegate", rule="quotation")
    c.said("It is a pity, and it was to be seen coming", rule="unattributed")

    demand = a.position("demand", osk[0], "the whole dam be opened at once", "demanded")
    offer = b.position(
        "offer", actors[1], "a third of the gates", "offered", condition="if the upper farms were metered"
    )
    refuse = a.position("refuse", actors[0], "we couldn't do that", "couldn't", negated=False, statement=walk[0])
    days = [
        a.moment("talks ended without an agreement on Thursday", "2031-05-08", "on Thursday", "2031-05-08"),
        b.moment("The delegations left the hall at 1.25 p.m. on 8 May", "2031-05-08T13:25", "1.25 p.m. on 8 May"),
        a.moment("The two sides first met in Orlo in June last year", "2030-06", "in June last year", "2031-05-08"),
        b.moment("their first meeting in July 2030", "2030-07", "in July 2030"),
        a.moment("The dam was built around 1987", "1987~", "around 1987"),
        c.moment("The farms had dried up long before", None, "long before"),
    ]
    first = c.comment(
        "Anselm", "So they flew three days for a handshake.", posted="2031-05-09", quotes=["It is a pity"]
    )
    c.comment("brook_17", "A handshake is more than last year.", reply_to=first)
    c.comment("BestPills4U", "Buy cheap pills here", spam=["advertising"])

    sa, sb = a.span, b.span
    spring = sa("next spring")
    after = Span(a.account.id, spring.end - len("spring"), spring.end)
    return Record(
        id=digest("record", "talks"),
        title="Talks on the Lower Dam end without agreement",
        readings=(a.reading(), b.reading(), c.reading()),
        cast=(
            joined("Mara Velden", "person", *actors, actors_c),
            joined("Teo Oskar", "person", *osk),
            joined("River Council", "organisation", council),
        ),
        wordings=(
            wording(
                *walk,
                variants=[
                    (walk[1], sa("but"), sb("and", "at once,")),
                    (walk[1], sa("couldn't"), sb("could not", "at once,")),
                    (walk[1], sa("We had to get up and leave it there"), None),
                ],
            ),
            wording(*hope, variants=[(hope[1], None, sb("if the fields get water first"), after)]),
        ),
        positions=(
            Issue(digest("issue", "dam"), sa("the whole dam"), (demand, refuse)),
            Issue(digest("issue", "gates"), sb("gates"), (offer,)),
        ),
        timeline=tuple(
            Event(digest("event", date, *ids), date, ids)
            for date, ids in (
                ("1987~", (days[4],)),
                ("2030-06", (days[2],)),
                ("2030-07", (days[3],)),
                ("2031-05-08", (days[0],)),
                ("2031-05-08T13:25", (days[1],)),
                (None, (days[5],)),
            )
        ),
        findings=(
            finding(
                "agrees",
                "utterance",
                "A and B print the utterance in nearly the same words.",
                *a.statements[0].content,
                *b.statements[0].content,
            ),
            finding(
                "differs",
                "date",
                "The first meeting is put in June and in July.",
                sa("in June last year"),
                sb("in July 2030"),
            ),
            finding("only_in", "utterance", "Only B has it.", sb("Nobody shouted")),
            finding(
                "silent",
                "position",
                "A does not say what was offered.",
                sb("a third of the gates"),
                accounts=[a.account.id],
            ),
        ),
        left_out=(
            LeftOut("https://closed.example/paywall", "the page asked for a subscription; 40 words were served"),
        ),
    )


def herald() -> Account:
    return account(
        "Harbour Herald",
        ("chrome", "Home  News  Weather"),
        ("headline", "Dam talks collapse after two days"),
        ("byline", "By Ines Karrow"),
        ("dateline", "PORT ELLIN"),
        (
            "body",
            "High-level talks ended without an agreement on Thursday because President Teo Oskar demanded that the "
            "whole "
            "dam be opened at once.",
        ),
        (
            "body",
            "“They wanted the whole dam opened at once, but we couldn't do that,” Foreign Minister Mara Velden said to "
            "reporters after the talks were cut short. “We had to get up and leave it there.”",
        ),
        (
            "body",
            "President Teo Oskar told reporters through an interpreter: “There will be another meeting, perhaps next "
            "spring.” The River Council noted that “the tone was good to the end”.",
        ),
        ("body", "The two sides first met in Orlo in June last year. The dam was built around 1987."),
        ("chrome", "Subscribe to our letter"),
        headline="Dam talks collapse after two days",
        byline="Ines Karrow",
        published="2031-05-08",
        modified="2031-05-09",
    )


def courier() -> Account:
    return account(
        "Valley Courier",
        ("headline", "No deal on the dam"),
        ("body", "The ministers broke off their talks on Thursday with no agreement signed."),
        (
            "body",
            "Velden said: “They wanted the whole dam opened at once, and we could not do that.” Mara Velden had "
            "offered "
            "a third of the gates if the upper farms were metered.",
        ),
        ("body", "The delegations left the hall at 1.25 p.m. on 8 May. “Nobody shouted,” one delegate said."),
        (
            "body",
            "“There will be another meeting, perhaps next spring, if the fields get water first,” President Oskar "
            "said, "
            "recalling their first meeting in July 2030. The Foreign Minister nodded.",
        ),
        headline="No deal on the dam",
        published="2031-05-08T18:40Z",
    )


def ledger() -> Account:
    return account(
        "Inland Ledger",
        ("headline", "What now for the farms?"),
        (
            "body",
            "Ms Velden, the minister, told the house that her country could not open the whole dam at once. “It is a "
            "pity, and it was to be seen coming.”",
        ),
        ("body", "The farms had dried up long before."),
        ("comment", "Anselm\n9 May\nSo they flew three days for a handshake."),
        ("comment", "brook_17\nA handshake is more than last year."),
        ("comment", "BestPills4U\nBuy cheap pills here"),
        headline="What now for the farms?",
        complete=False,
        incomplete_because="the page stops at a wall after 120 words",
    )


PAYLOADS = (
    "<script>window.hit=1</script>",
    '"><img src=x onerror="window.hit=2">',
    "'><svg/onload=window.hit=3>",
    "</script></style></title><b id=broken>",
    "{{7*7}}{% raw %}",
    "javascript:window.hit=4",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<base href=https://evil.example/><iframe srcdoc='<script>top.hit=5</script>'>",
    "&lt;b&gt; &amp;amp; <!-- --> ]]> <![CDATA[",
)
ODD = "nul \0 esc \x1b[31m bell \x07 cr \rx rlo \u202egnp.exe\u202c bom \ufeff zalgo e" + "\u0301" * 30 + " \U0001f40d"
RTL = "قال الوزير إن المحادثات انتهت دون اتفاق"


def hostile() -> Record:
    """A record that carries markup, template syntax, dangerous addresses and odd characters in every text field."""
    all_of = " ".join(PAYLOADS)
    told = []
    for number, url in enumerate(("javascript:window.hit=6", "data:text/html,<script>window.hit=7</script>")):
        of = account(
            f"name {all_of} {number}",
            ("chrome", all_of),
            ("headline", f"no agreement {all_of}"),
            ("body", f"He said “{all_of} and would not sign” at last. {RTL}"),
            ("body", ODD),
            ("comment", f"nick {all_of}\nwords {all_of}"),
            url=url,
            canonical=f"https://ok.example/\"><img src=x onerror='window.hit=8'>{number}",
            headline=f"no agreement {all_of}",
            byline=all_of,
            encoding=all_of,
            complete=bool(number),
            incomplete_because=None if number else all_of,
            id=f"h{number}",
        )
        t = Told(of)
        who = t.actor(f"“{all_of}", all_of)
        t.said(f"{all_of} and would not sign", speaker=who, rule=all_of, source="He", cue="said", addressee=all_of)
        t.position("refuse", who, "would not sign", "would", rule=all_of)
        t.moment("nul", "2031-02-<b>", "esc")
        t.comment(f"nick {all_of}", f"words {all_of}", spam=[all_of])
        told.append(t)
    spans = [t.span("would not sign") for t in told]
    return Record(
        id=f"id {PAYLOADS[1]}",
        title=f"title {all_of} {RTL}",
        readings=tuple(t.reading() for t in told),
        findings=(finding("differs", "date", f"note {all_of}", *spans),),
        left_out=(LeftOut("javascript:window.hit=9", all_of), LeftOut(f"https://{PAYLOADS[0]}", RTL)),
    )


def many(accounts: int, each: int) -> Record:
    """A record of `accounts` accounts with `each` statements; every third is told by two neighbours."""
    told, shared = [], []
    for number in range(accounts):
        said = [f"Speaker {number % 40} said: “Sentence {number * each + n} holds words enough.”" for n in range(each)]
        t = Told(account(f"paper {number}", ("headline", f"Headline {number}"), *(("body", s) for s in said)))
        who = t.actor(f"Speaker {number % 40}")
        ids = [t.said(f"Sentence {number * each + n} holds words enough", speaker=who) for n in range(each)]
        told.append((t, ids))
    for (_, left), (_, right) in zip(told[::2], told[1::2], strict=False):
        shared += [wording(a, b) for a, b in zip(left[::3], right[::3], strict=True)]
    return Record(id="many", title="Many", readings=tuple(t.reading() for t, _ in told), wordings=tuple(shared))
