"""Which blocks of an HTML page are the article's body: a linear-chain conditional random field, decoded by Viterbi.

Lafferty, McCallum, Pereira (2001). The weights were trained with CRFsuite (see training/segmentation); with two labels
only the differences of the weights count, so a feature has one number: how much it speaks for body.
"""

import json
from functools import cache, lru_cache
from typing import Final

from onrecord.accounts.body.features import (
    CONTAINS_MOST,
    NAMES,
    SHARE_BIN,
    Setting,
    Unit,
    around,
    of_element,
    of_names,
    of_parent,
    of_place,
    of_units,
    role,
    start_of,
    units,
)
from onrecord.accounts.page.markup import Markup, Node
from onrecord.shipped import shipped

LEAST: Final = 0.3
"""Share of the prose of the page's main place that its body has at least."""
UNIT: Final = 10_000
"""What a weight of 1 is in the scores."""
RAISE, RAISES = 2 * UNIT, 5
LINKS_IN_A_ROW: Final = 3
CACHED: Final = 2**16
LIKE, UNLIKE = 20, -1.5 * UNIT
APART, BLOCKS_APART = 500, 8
"""More characters, or more blocks, than this between two parts of the body make the second one stand apart."""


class Model:
    """Weights in whole `UNIT`s: their sums are exact, in whatever order they are taken."""

    __slots__ = ("enter_body", "leave_body", "numbered", "stay_body", "weights")

    def __init__(self, weights: dict[str, int], stay_body: int, leave_body: int, enter_body: int) -> None:
        self.weights = weights
        self.numbered = [weights.get(name, 0) for name in NAMES]
        """The weights of the signs that have a number."""
        self.stay_body = stay_body
        """Weight of body after body; all four transitions are relative to rest after rest."""
        self.leave_body = leave_body
        self.enter_body = enter_body

    def sum(self, signs: list[str]) -> int:
        return sum([self.weights.get(sign, 0) for sign in signs])


@cache
def model() -> Model:
    data = json.loads(shipped("accounts/body/blocks.json"))
    weights = {sign: round(UNIT * weight) for sign, weight in data["weights"].items()}
    return Model(weights, *(round(UNIT * data[name]) for name in ("stay_body", "leave_body", "enter_body")))


def body_blocks(markup: Markup, page: Setting) -> list[bool]:
    """For each block whether it is the article's body: the most likely sequence that is a page's."""
    trained: Model = model()
    labelled = units(markup, page)
    scores = _scores(markup, page, labelled, trained)
    body = _at_least_the_densest(labelled, scores, page, trained)
    chosen = [False] * len(markup.pieces)
    for unit, is_body in zip(labelled, body, strict=True):
        if is_body:
            for index in range(unit.start, unit.stop):
                chosen[index] = True
    _with_their_like(chosen, markup, page, labelled, scores)
    _without_lists_of_links(chosen, markup)
    _without_what_stands_apart(chosen, markup, page)
    return chosen


def _scores(markup: Markup, page: Setting, labelled: list[Unit], trained: Model) -> list[int]:
    """How much the signs of each unit speak for body."""
    numbered = trained.numbered
    elements = Elements(page, trained)
    scores: list[int] = []
    for unit, signs in zip(labelled, of_units(markup, page, labelled), strict=True):
        node = markup.pieces[unit.start].node
        score = elements.inherited(node) + elements.around(around(node))
        if node.names:
            score += _of_names(node.names)
        for sign in signs:
            score += numbered[sign]
        if unit.stop == unit.start + 1:
            score += trained.weights.get(start_of(markup.text, markup.pieces[unit.start]), 0)
        scores.append(score)
    return scores


class Given:
    """What the elements around a block give to it: their signs, each once, and the sum of the weights of these."""

    __slots__ = ("further", "signs", "total", "weights")

    def __init__(self, signs: frozenset[str], total: int, weights: dict[str, int]) -> None:
        self.weights = weights
        self.signs = signs
        self.total = total
        self.further: dict[str | tuple[str, str, str], Given | None] = {}
        """The same with what another element gives, by what that one is called; None where it is nothing new."""

    def within(self, node: Node) -> "Given":
        """What is given to a block that stands in `node`, too. Most elements are called as another one in the same
        place."""
        part = role(node)
        key: str | tuple[str, str, str] = (node.tag, node.names, part) if part or node.names else node.tag
        if key not in self.further:
            self.further[key] = self._with(of_element(node.tag, node.names, part))
        return self.further[key] or self

    def _with(self, signs: list[str]) -> "Given | None":
        total, weights = self.total, self.weights
        new: list[str] = []
        for sign in signs:
            if sign in weights and sign not in self.signs:
                total += weights[sign]
                new.append(sign)
        return Given(self.signs.union(new), total, weights) if new else None


class Elements:
    """What the elements of one page give to the blocks in them; each is asked once."""

    __slots__ = ("held", "page", "parents")

    def __init__(self, page: Setting, trained: Model) -> None:
        self.page = page
        self.held: dict[int, Given] = {-1: Given(frozenset(), 0, trained.weights)}
        self.parents: dict[int, int] = {}

    def around(self, parent: Node) -> int:
        """The sum of the weights of what the two blocks around a block give to it."""
        if parent.index not in self.parents:
            above = around(parent)
            share, further = SHARE_BIN[self.page.share(parent)], SHARE_BIN[self.page.share(above)]
            placed: int = _of_place(above.tag, share, further)
            self.parents[parent.index] = placed + int(_of_parent(parent.tag, parent.names))
        return self.parents[parent.index]

    def inherited(self, node: Node) -> int:
        """The sum of the weights of what it and the elements around it give, each once, but for those that hold
        most."""
        above: list[Node] = []
        while node.index not in self.held:
            if self.page.share(node) > CONTAINS_MOST:
                self.held[node.index] = self.held[-1]
                break
            above.append(node)
            node = node.parent or node
        given = self.held[node.index]
        for node in reversed(above):
            given = given.within(node)
            self.held[node.index] = given
        return given.total


@lru_cache(CACHED)
def _of_names(names: str) -> int:
    return model().sum(of_names(names))


@lru_cache(CACHED)
def _of_parent(tag: str, names: str) -> int:
    return model().sum(of_parent(tag, names))


@lru_cache(CACHED)
def _of_place(above: str, share: int, further: int) -> int:
    return model().sum(of_place(above, share, further))


def _at_least_the_densest(labelled: list[Unit], scores: list[int], page: Setting, trained: Model) -> list[bool]:
    """The likeliest labels by which the page has a body: where hardly any prose is one, the densest is raised to it."""
    prose = [page.prose[unit.start] for unit in labelled]
    dense = [unit.start in page.dense for unit in labelled]
    least = LEAST * _sum_of_those(prose, dense)
    for _ in range(RAISES):
        labels = _viterbi(scores, trained)
        if any(labels) and _sum_of_those(prose, labels) >= least:
            break
        scores = [score + RAISE if is_dense else score for score, is_dense in zip(scores, dense, strict=True)]
    return labels


def _sum_of_those(lengths: list[int], counted: list[bool]) -> int:
    return sum([length for length, counts in zip(lengths, counted, strict=True) if counts])


def _with_their_like(chosen: list[bool], markup: Markup, page: Setting, units: list[Unit], scores: list[int]) -> None:
    """Paragraphs among those of the body, in one element with them: a caption or an advertisement ends no article."""
    homes: set[int] = set()
    for index, piece in enumerate(markup.pieces):
        if chosen[index] and page.prose[index] and piece.node.tag == "p" and piece.node.parent:
            homes.add(piece.node.parent.index)
    for unit, score in zip(units, scores, strict=True):
        if not chosen[unit.start] and score > UNLIKE and page.prose[unit.start] >= LIKE:
            chosen[unit.start] = _is_plain_paragraph_in(homes, markup.pieces[unit.start].node)


def _is_plain_paragraph_in(homes: set[int], node: Node) -> bool:
    return node.tag == "p" and not node.names and node.parent is not None and node.parent.index in homes


def _without_lists_of_links(chosen: list[bool], markup: Markup) -> None:
    """Three blocks of links in a row lead elsewhere."""
    run = 0
    for index, piece in enumerate([*markup.pieces, None]):
        if piece is not None and chosen[index] and piece.linked > 0.9 * (piece.end - piece.start):
            run += 1
            continue
        if run >= LINKS_IN_A_ROW:
            chosen[index - run : index] = [False] * run
        run = 0


def _without_what_stands_apart(chosen: list[bool], markup: Markup, page: Setting) -> None:
    """A page has one article: what comes after it, far off, elsewhere in the tree and with less to say, is another."""
    groups = _groups(chosen, markup)
    sizes = [sum([page.prose[index] for index in group]) for group in groups]
    main = sizes.index(max(sizes)) if sizes else 0
    for number in range(main + 1, len(groups)):
        group = groups[number]
        if sizes[number] < LEAST * sizes[main] and 2 * len(page.dense.intersection(group)) < len(group):
            for index in group:
                chosen[index] = False


def _groups(chosen: list[bool], markup: Markup) -> list[list[int]]:
    """The blocks that are chosen, in groups that stand far from each other."""
    groups: list[list[int]] = []
    between, blocks = 0, 0
    for index, piece in enumerate(markup.pieces):
        if not chosen[index]:
            between, blocks = between + piece.end - piece.start, blocks + 1
            continue
        if not groups or between > APART or blocks > BLOCKS_APART:
            groups.append([])
        groups[-1].append(index)
        between = blocks = 0
    return groups


def _viterbi(scores: list[int], trained: Model) -> list[bool]:
    body = rest = 0
    came: list[tuple[bool, bool]] = []
    for index, score in enumerate(scores):
        if index:
            from_body, from_rest = (
                body + trained.stay_body > rest + trained.enter_body,
                body + trained.leave_body > rest,
            )
            came.append((from_body, from_rest))
            body, rest = (
                max(body + trained.stay_body, rest + trained.enter_body),
                max(body + trained.leave_body, rest),
            )
        body += score
    path = [body > rest]
    for from_body, from_rest in reversed(came):
        path.append(from_body if path[-1] else from_rest)
    return path[::-1][: len(scores)]
