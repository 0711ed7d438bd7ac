"""How clear the code is, in figures that may only fall: long lines, tangled functions, long patterns, lists of words.

`python -m quality.clarity` prints the figures and the worst places of each; `clarity.toml` holds the ceilings, and
`tests/test_clarity.py` keeps them. The complexity of a function is McCabe's, counted as radon counts it: boolean
operators and comprehensions too.
"""

import ast
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).parents[1] / "src" / "onrecord"
CEILINGS = Path(__file__).with_name("clarity.toml")

LONGEST_LINE = 120  # characters
HIGHEST_COMPLEXITY = 10
LONGEST_PATTERN = 200  # characters
SHORTEST_LIST = 6  # words
_Function = ast.FunctionDef | ast.AsyncFunctionDef
SHORTEST_LIFE = 3  # lines: a name that lives no longer may say little
_VAGUE = frozenset(
    "data found gone got had it item left made met obj one other own said seen stuff temp that them thing things this "
    "told"
    " tmp val".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:[ '’.-]+[^\W\d_]+)*\.?")


class Place(NamedTuple):
    """Where something is unclear, and by how much."""

    amount: int
    file: str
    line: int
    name: str

    def __str__(self) -> str:
        return f"{self.amount:>6}  {self.file}:{self.line}  {self.name}"


class Clarity(NamedTuple):
    """The unclear places of a tree of Python files, the worst first, with the number of what could be unclear."""

    long_lines: tuple[Place, ...]
    complex_functions: tuple[Place, ...]
    functions: int
    long_patterns: tuple[Place, ...]
    word_lists: tuple[Place, ...]
    vague_names: tuple[Place, ...]
    names: int

    def figures(self) -> dict[str, float]:
        """The figures that have a ceiling. Shares are in percent."""
        return {
            "long_lines": len(self.long_lines),
            "complex_functions_percent": round(100 * len(self.complex_functions) / max(self.functions, 1), 1),
            "long_patterns": len(self.long_patterns),
            "word_lists": len(self.word_lists),
            "vague_names_percent": round(100 * len(self.vague_names) / max(self.names, 1), 1),
        }


def ceilings() -> dict[str, float]:
    """The figures that the code must not pass."""
    return tomllib.loads(CEILINGS.read_text("utf-8"))


def measure(folder: Path = SOURCE) -> Clarity:
    """The unclear places of all Python files under a folder."""
    lines: list[Place] = []
    functions: list[Place] = []
    patterns: list[Place] = []
    lists: list[Place] = []
    names: list[Place] = []
    for path in sorted(folder.rglob("*.py")):
        file, source = path.relative_to(folder).as_posix(), path.read_text("utf-8")
        tree = ast.parse(source)
        lines += [
            Place(len(line), file, number, line.strip()[:40])
            for number, line in enumerate(source.splitlines(), 1)
            if len(line) > LONGEST_LINE
        ]
        functions += [Place(complexity(node), file, node.lineno, node.name) for node in _functions(tree)]
        patterns += [Place(len(text), file, at, text[:40]) for at, text in _patterns(tree)]
        lists += [Place(len(words), file, at, " ".join(words)[:40]) for at, words in word_lists(tree)]
        names += [Place(life, file, at, name) for name, at, life in _names(tree)]
    return Clarity(
        long_lines=_worst(lines),
        complex_functions=_worst(place for place in functions if place.amount > HIGHEST_COMPLEXITY),
        functions=len(functions),
        long_patterns=_worst(place for place in patterns if place.amount > LONGEST_PATTERN),
        word_lists=_worst(lists),
        vague_names=_worst(place for place in names if place.name in _VAGUE and place.amount > SHORTEST_LIFE),
        names=len(names),
    )


def _worst(places: Iterator[Place] | list[Place]) -> tuple[Place, ...]:
    return tuple(sorted(places, key=lambda place: (-place.amount, place.file, place.line)))


def _functions(tree: ast.AST) -> Iterator[_Function]:
    return (node for node in ast.walk(tree) if isinstance(node, _Function))


def complexity(function: _Function) -> int:
    """McCabe's cyclomatic complexity, without what stands in functions inside."""
    return 1 + sum(_branches(node) for statement in function.body for node in _within(statement))


def _within(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, _Function):
        return
    yield node
    if not isinstance(node, ast.Assert):
        for child in ast.iter_child_nodes(node):
            yield from _within(child)


def _branches(node: ast.AST) -> int:
    match node:
        case ast.If() | ast.IfExp() | ast.Assert():
            return 1
        case ast.For() | ast.AsyncFor() | ast.While():
            return 1 + bool(node.orelse)
        case ast.BoolOp():
            return len(node.values) - 1
        case ast.comprehension():
            return 1 + len(node.ifs)
        case ast.Try() | ast.TryStar():
            return len(node.handlers) + bool(node.orelse)
        case ast.Match():
            return len([case for case in node.cases if getattr(case.pattern, "pattern", False) is not None])
        case _:
            return 0


def _patterns(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The line and the text of each regular expression."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and ast.unparse(node.func) in ("re.compile", "regex.compile"):
            parts = [
                n.value for n in ast.walk(node.args[0]) if isinstance(n, ast.Constant) and isinstance(n.value, str)
            ]
            yield node.lineno, "".join(parts)


def word_lists(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """The line and the words of each collection of words in code: a display of strings, or a string that is split."""
    inside: set[ast.AST] = set()
    for node in ast.walk(tree):
        if node in inside:
            continue
        words = _words(node)
        if len(words) >= SHORTEST_LIST:
            inside.update(ast.walk(node))
            yield node.lineno, words  # type: ignore[attr-defined]


def _words(node: ast.AST) -> list[str]:
    entries: Sequence[object]
    match node:
        case ast.Set() | ast.Tuple() | ast.List():
            entries = [n.value for n in node.elts if isinstance(n, ast.Constant)]
        case ast.Dict():
            entries = [n.value for n in node.keys if isinstance(n, ast.Constant)]
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str() as text), attr="split")):
            entries = text.split()
        case _:
            return []
    return [entry for entry in entries if isinstance(entry, str) and _WORD.fullmatch(entry)]


def _names(tree: ast.AST) -> Iterator[tuple[str, int, int]]:
    """Each name that a function binds, its line, and the number of lines that it lives."""
    for function in _functions(tree):
        arguments = (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
        bound = {argument.arg: argument.lineno for argument in arguments}
        last: dict[str, int] = {}
        for node in ast.walk(function):
            if isinstance(node, ast.Name):
                if isinstance(node.ctx, ast.Store):
                    bound.setdefault(node.id, node.lineno)
                last[node.id] = max(last.get(node.id, 0), node.lineno)
        for name, at in bound.items():
            yield name, at, last.get(name, at) - at + 1


def main() -> None:
    clarity, most = measure(), ceilings()
    for name, figure in clarity.figures().items():
        print(f"{name} {figure:g} (at most {most[name]:g})")
        for place in getattr(clarity, name.removesuffix("_percent"))[:5]:
            print(place)


if __name__ == "__main__":
    main()
