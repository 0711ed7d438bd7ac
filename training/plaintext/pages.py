"""Dumps made of the articles and the readers' posts of WCXB."""

import random
import re
from pathlib import Path
from typing import Any, NamedTuple

from layouts import AFTER_DATE, BESIDE, FAMILIES, POSTED, Look, Post, Row, wrapped
from sources import Source

MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
HEADINGS = (
    "{n} Comments",
    "Comments",
    "Comments ({n})",
    "{n} Responses",
    "{n} comments",
    "COMMENTS",
    ("{n} responses to “{t}”"),
    "Discussion",
    "{n} thoughts on “{t}”",
    "{n} Responses to {t}",
    "Reader Comments",
    "Join the conversation",
    "Comments:",
    ("{n} replies"),
    "Kommentare ({n})",
)
PROMPTS = (
    "Leave a Reply",
    "Your email address will not be published. Required fields are marked *",
    ("What do you think?"),
    "Post a comment",
    "Share this:",
    "Sign up for our newsletter",
    "Log in to comment",
    "Sort by: newest first",
    "Newest",
    "Oldest",
    ("Subscribe"),
    "Name",
    "Email",
    "Website",
)
SAYS_BY = (
    "By {a}",
    "by {a}",
    "BY {a}",
    "By {a} | {d}",
    "By {a}, Staff Writer",
    "{a}",
    "{a}, Correspondent",
    "Written by {a}",
)
BUTTONS = ("Reply", "Like", "Report", "Share", "Permalink", "Reply Report", "Like Reply", "Flag as inappropriate", (
    "0 likes"
), "+1", "▲ ▼", "Quote",
           "Reply ↓", "Log in to reply", "3", "Recommend (2)", "Edit", "Delete", "Link to this comment")  # fmt: skip
CLOSING = (
    "Comments are closed.",
    "Leave a Reply",
    "Cancel reply",
    "Post a comment",
    "Older comments",
    ("Load more comments"),
    "© 2019 All rights reserved",
    "Privacy Policy",
    "Terms of Use",
    "Powered by WordPress",
    "Name (required)",
    "Most read",
    "Related posts",
    ("Back to top"),
    "About us",
    "Contact",
)


class Dump(NamedTuple):
    site: str
    family: str
    text: str
    labels: list[str]
    """Of the lines that are not blank."""


class Maker:
    """Draws dumps from some of the pages, in some of the layouts."""

    def __init__(self, pages: list[Source], families: list[str], seed: int):
        self.articles = [page for page in pages if page.blocks]
        self.threads = [page.posts for page in pages if page.posts]
        self.names = sorted({post.author for page in pages for post in page.posts if post.author})
        self.words = sorted(
            {
                w
                for page in self.articles
                for _, t in page.blocks[:80]
                for w in t.split()
                if w.isalpha() and w.isascii() and 2 < len(w) < 10
            }
        )
        self.titles = [t for page in self.articles for kind, t in page.blocks if kind == "headline"]
        self.families = families
        self.pick = random.Random(seed)

    def dump(self) -> Dump:
        pick = self.pick
        page = pick.choice(self.articles)
        while page.crowded and pick.random() < 0.8:
            page = pick.choice(self.articles)
        head, tail = self._article(page)
        if pick.random() < 0.45:
            return _made(
                page.site,
                "none",
                [*head, *self._silent(), *[(t, "chrome" if kind == "end" else kind) for t, kind in tail]],
                pick,
            )
        family = pick.choice(
            [
                *self.families,
                *(["bare", "bare", "bare", "date_author", "signed"] if len(self.families) == len(FAMILIES) else []),
            ]
        )
        return _made(page.site, family, [*head, *self._thread(family), *tail], pick)

    def _article(self, page: Source) -> tuple[list[Row], list[Row]]:
        """The article and what comes before the thread; and what comes after it."""
        pick = self.pick
        rows: list[Row] = [(text, kind) for kind, text in page.blocks]
        last = max(i for i, (_, kind) in enumerate(rows) if kind == "body")
        head, tail = rows[: last + 1], rows[last + 1 :]
        keep = pick.random()
        if keep < 0.5:
            head, tail = [r for r in head if r[1] != "chrome"], []
            if pick.random() < 0.4:
                head = [r for r in head if r[1] in ("body", "headline")]
        elif keep < 0.75:
            first = next(i for i, (_, kind) in enumerate(head) if kind != "chrome")
            head = head[max(0, first - pick.randrange(12)) :]
            tail = tail[: pick.randrange(15)]
        head, tail = head[-200:], tail[:80]
        said = [i for i, (_, kind) in enumerate(head) if kind == "body"]
        if len(said) > 2 and pick.random() < 0.5:
            kept = set(said[: pick.randrange(1, min(len(said), 30))])
            head = [row for i, row in enumerate(head) if row[1] != "body" or i in kept]
        if pick.random() < 0.3:
            head = [*head, *((t, "chrome") for t in self._teasers())]
        if pick.random() < 0.25:
            tail = [*tail, *((t, "end") for t in self._teasers())]
        head = self._signed(_indented(head, pick) if pick.random() < 0.45 else head)
        wrap = pick.choice((0, 0, 0, 0, 60, 72, 80, 100))
        head = [(line, kind) for text, kind in head for line in (wrapped(text, wrap) if kind == "body" else [text])]
        between = pick.random()
        if between < 0.4:
            cut = pick.randrange(len(tail) + 1)
            head, tail = [*head, *tail[:cut]], tail[cut:]
            head = [(t, "chrome" if k == "end" else k) for t, k in head]
        gap = pick.choice((0, 1, 1, 2))
        return [r for row in head for r in (row, *([("", "")] * (gap > 0)))], [(text, "end") for text, _ in tail]

    def _signed(self, head: list[Row]) -> list[Row]:
        """The article with a byline or a date before or behind it, if it has none."""
        pick, date = self.pick, self.dates()()
        if any(kind in ("byline", "dateline") for _, kind in head) or pick.random() < 0.4:
            return head
        line = (
            pick.choice((*BESIDE, *POSTED, *AFTER_DATE, *SAYS_BY)).replace("{a}", self.name("r")).replace("{d}", date)
        )
        rows: list[Row] = [(line.replace("{k}", "17").replace("{n}", "1"), "byline")]
        if pick.random() < 0.3:
            rows.append((date, "dateline"))
        elif pick.random() < 0.3:
            rows = [(date, "dateline")]
        first = next((i for i, (_, kind) in enumerate(head) if kind == "body"), 0)
        return [*head, *rows] if pick.random() < 0.25 else [*head[:first], *rows, *head[first:]]

    def _teasers(self) -> list[str]:
        pick, rows = (
            self.pick,
            [
                self.pick.choice(
                    ("Related posts", "Most read", "More stories", "Latest", "Recent Posts", "About the author")
                )
            ],
        )
        form = pick.choice(("t", "ta", "td", "tad", "dt", "ats", "ts"))
        for _ in range(pick.randrange(2, 9)):
            for letter in form:
                if letter == "s":
                    text = pick.choice(pick.choice(self.articles).blocks)[1]
                    rows.append(text[:140].rsplit(" ", 1)[0] + "…")
                else:
                    rows.append(
                        {
                            "t": pick.choice(self.titles),
                            "a": pick.choice(("By ", "")) + self.name(),
                            "d": self.dates()(),
                        }[letter]
                    )
        return rows

    def _silent(self) -> list[Row]:
        """What a page without comments may say of them."""
        if self.pick.random() < 0.8:
            return []
        lines = self.pick.sample(
            (
                "0 Comments",
                "No comments yet",
                "Leave a Reply",
                "No Responses",
                "Comments are closed.",
                "Comments",
                "Post a comment",
            ),
            2,
        )
        return [(line, "chrome") for line in lines]

    def _thread(self, family: str) -> list[Row]:
        pick = self.pick
        posts = self._posts(family)
        look = Look(
            pick.choice((0, 0, 1, 2)), pick.choice((0, 0, 2, 4)), pick.choice((0, 0, 2, 4)), pick.choice((0, 0, 0, 64, 76)),
            pick.sample(BUTTONS, pick.choice((0, 0, 0, 1, 2))), pick, {},
        )  # fmt: skip
        rows: list[Row] = []
        if pick.random() < 0.2:
            rows += [(line, "chrome") for line in pick.sample(PROMPTS, pick.randrange(1, 4))]
        if pick.random() < 0.4:
            rows.append(
                (
                    pick.choice(HEADINGS).replace("{n}", str(len(posts))).replace("{t}", pick.choice(self.titles)),
                    "chrome",
                )
            )
            rows += [("", "")] * pick.randrange(2)
        base = " " * pick.choice((0, 0, 0, 0, 4))
        for number, post in enumerate(posts):
            rows += [(base + text if text else "", label) for text, label in FAMILIES[family](post, look, number)]
            rows += [(base + button, "button") for button in look.buttons]
            rows += [("", "")] * (look.blank > 0)
        if pick.random() < 0.3:
            rows += [(line, "end") for line in pick.sample(CLOSING, pick.randrange(1, 5))]
        return rows

    def _posts(self, family: str) -> list[Post]:
        pick = self.pick
        count = min(
            150, int(2 ** pick.uniform(0.0 if pick.random() < 0.35 else 1.5, 7.0 if pick.random() < 0.15 else 5.0))
        )
        count = pick.randrange(1, 4) if pick.random() < 0.2 else count
        texts = []
        while len(texts) < count:
            thread = pick.choice(self.threads)
            start = pick.randrange(len(thread))
            texts += thread[start : start + pick.randrange(1, 15)]
        kind, dates, nested = pick.choice("rrrhhm"), self.dates(), pick.random() < 0.4
        known: list[str] = []
        posts: list[Post] = []
        for post in texts[:count]:
            again = known and pick.random() < 0.2
            author = pick.choice(known) if again else self.name(kind)
            known.append(author)
            depth = min(pick.randrange(posts[-1].depth + 2), 5) if nested and posts else 0
            parent = pick.choice(posts).author if posts and pick.random() < 0.4 else ""
            words = (
                post.words
                if pick.random() < 0.5
                else [" ".join(post.words)[:600]]
                if pick.random() < 0.5
                else post.words[:2]
            )
            if pick.random() < 0.12:
                words = [
                    pick.choice(
                        (
                            "Great post!",
                            "+1",
                            "Thanks for sharing",
                            "Booo",
                            "Nice one - well said",
                            "lol",
                            "Agreed.",
                            "This.",
                            "So true",
                            "love it :)",
                            "No way",
                            "Who cares?",
                        )
                    )
                ]
            if pick.random() < 0.05:
                words = [
                    *words,
                    pick.choice(
                        (
                            "http://www.example.org/2012/11/page.html",
                            author,
                            "Cheers,",
                            "- Good idea",
                            "Really - no",
                            "Price - yes",
                        )
                    ),
                ]
            posts.append(Post(author, dates(), words, depth, parent))
        return posts

    def name(self, kind: str = "m") -> str:
        pick, word = self.pick, lambda: self.pick.choice(self.words)
        if kind == "m":
            kind = pick.choice("rh")
        if kind == "r" or (kind == "h" and pick.random() < 0.3):
            return pick.choice(self.names) if pick.random() < 0.6 else pick.choice((
                f"{word().title()} {word().title()}", word().title(), f"{word().title()} {word()[0].upper()}.", (
                    f"{word()[0].upper()}. {word().title()}"
                ),
                f"{word().title()} {word()}", f"{word().title()} {word().title()}-{word().title()}", (
                    f"{word().title()} {word()[0].upper()}"
                ),
            ))  # fmt: skip
        return pick.choice((
            word().lower(), f"{word()}{pick.randrange(1, 999)}", f"{word()}_{word()}".lower(), (
                f"{word().title()}{word().title()}"
            ), f"{word()} {word()}".lower(),
            f"{word()}@{word()}.com".lower(), f"The {word().title()}", f"{word().title()} in {word().title()}", (
                f"{word().upper()}{pick.randrange(99)}"
            ),
            f"{word().title()}, {word()[0].upper()}.", f"{word().lower()} the {word().lower()}", "Anonymous", (
                f"{word().title()} @ {word().title()} {word().title()}"
            ),
        ))  # fmt: skip

    def dates(self) -> Any:
        """Something that gives dates, in one format, one later than the other."""
        pick = self.pick
        state = [
            pick.randrange(2004, 2025),
            pick.randrange(12),
            pick.randrange(1, 27),
            pick.randrange(24),
            pick.randrange(60),
        ]
        form = pick.choice((
            "{B} {d}, {y} at {h}:{m} {p}", "{B} {d}, {y} at {h}:{m} {p}", "{B} {d}, {y}", "{d} {B} {y}", (
                "{d} {b} {y}, {H}:{m}"
            ), "{d}/{n}/{y}", "{n}/{d}/{y} {h}:{m} {p}", "{y}-{N}-{D} {H}:{m}",
            "{b} {d}, {y} {h}:{m}{p}", "{w}, {B} {d}, {y} {h}:{m} {p}", "{d}.{n}.{y} {H}:{m}", "{a}", "{a}", (
                "{B} {d}{th}, {y}"
            ), "{N}.{D}.{yy} at {H}:{m}", "{w} {B} {d}, @{h}:{m}{p}",
            "{h}:{m} {p}", "{b} {d}", "{w}, {d} {B} {y} {H}:{m}", "{d}. {b}, {y}", "{y}/{N}/{D}", (
                "{d} {B} {y} {h}:{m}{p}"
            ), "{D}-{N}-{y}", "{B} {d}, {y}, {h}:{m} {p} EST", "{n}/{d}/{yy} {h}:{m} {p}",
            "{b} {d}{th}, {y} at {h}:{m} {p}", "{w}, {B} {d} at {h}:{m} {p}", "{B} {d}{th}",
        ))  # fmt: skip
        unit, upper = (
            pick.choice(("hours ago", "days ago", "months ago", "minutes ago", "h", "d", "years ago", "weeks ago")),
            pick.random() < 0.5,
        )

        def after() -> str:
            state[4] += pick.randrange(60)
            state[3] += state[4] // 60 + pick.choice((0, 0, 1, 5))
            state[4] %= 60
            state[2] = min(28, state[2] + state[3] // 24)
            state[3] %= 24
            year, month, day, hour, minute = state
            half = "am" if hour < 12 else "pm"
            values = {
                "B": MONTHS[month], "b": MONTHS[month][:3], "d": day, "D": f"{day:02}", "n": month + 1, "N": (
                    f"{month + 1:02}"
                ), "y": year, "yy": f"{year % 100:02}",
                "h": hour % 12 or 12, "H": f"{hour:02}", "m": f"{minute:02}", "p": half.upper() if upper else half, "w": pick.choice(DAYS),
                "th": "st" if day % 10 == 1 and day != 11 else "nd" if day % 10 == 2 and day != 12 else "rd" if day % 10 == 3 and day != 13 else (
                    "th"
                ),
                "a": f"{pick.randrange(2, 23)}{'' if len(unit) == 1 else ' '}{unit}",
            }  # fmt: skip
            return form.format(**values)

        return after


def _indented(rows: list[Row], pick: random.Random) -> list[Row]:
    """Some runs of the body as the dump shows lists and quotations: indented, with or without a mark."""
    found: list[Row] = []
    left, mark, short = 0, "", False
    for text, kind in rows:
        if kind == "body" and not left and pick.random() < 0.12:
            left, short = pick.choice((1, 1, 2, 3, 5, 8, 15)), pick.random() < 0.4
            mark = " " * pick.choice((2, 4, 4, 4, 8)) + pick.choice(("", "", "", "", "• ", "* ", "- ", "{n}. "))
        if kind == "body" and left:
            left -= 1
            lines = re.split(r"(?<=[.!?,]) ", text) if short and len(text) < 600 else [text]
            found += [(mark.replace("{n}", str(number)) + line, kind) for number, line in enumerate(lines, 1)]
        else:
            found.append((text, kind))
    return found


def _made(site: str, family: str, rows: list[Row], pick: random.Random) -> Dump:
    rows = [(text.replace("\n", " "), label) for text, label in rows]
    if rows and pick.random() < 0.1:
        rows = [(text, label) for text, label in rows if text.strip()]
    labels = [label for text, label in rows if text.strip()]
    return Dump(site, family, "\n".join(text for text, _ in rows), labels)


def folder_of_model() -> Path:
    return Path(__file__).parents[2] / "src" / "onrecord" / "accounts" / "plain.json"
