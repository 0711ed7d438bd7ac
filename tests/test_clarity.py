"""The code gets no less clear: each figure of quality/clarity.py stands at its ceiling, and the counting is right."""

import ast

import pytest

from quality.clarity import ceilings, complexity, measure

SOURCE = '''
def tangled(one, kind):
    """A function of complexity 10."""
    for letter in kind:
        if letter and one or not kind:
            one = letter if kind else None
    while kind:
        try:
            kind = [word for word in kind if word]
        except ValueError:
            break
    return one


def plain(first):
    other = first
    return other


WORDS = "red green blue black white grey".split()
NUMBERS = (1, 2, 3, 4, 5, 6)
SHORT = {"red", "green"}
PATTERN = re.compile(
    r"FIRST"
    r"SECOND"
)
'''.replace("FIRST", "a" * 100).replace("SECOND", "b" * 101)


@pytest.fixture(scope="module")
def figures():
    return measure().figures()


@pytest.mark.parametrize("name", sorted(ceilings()))
def test_the_code_is_as_clear_as_it_was(name, figures):
    figure, most = figures[name], ceilings()[name]
    assert figure <= most, f"{name} is {figure}, at most {most}: `python -m quality.clarity` names the places"
    assert figure >= 0.8 * most - 5, f"{name} is down to {figure}: write it into quality/clarity.toml"


def test_what_is_unclear_is_found_and_nothing_else(tmp_path):
    (tmp_path / "module.py").write_text(SOURCE + f"# {'x' * 119}\n")
    clarity = measure(tmp_path)
    assert [(place.amount, place.line) for place in clarity.long_lines] == [(121, 27)]
    assert [(place.amount, place.line) for place in clarity.long_patterns] == [(201, 23)]
    assert [(place.amount, place.name) for place in clarity.word_lists] == [(6, "red green blue black white grey")]
    assert [(place.amount, place.name) for place in clarity.vague_names] == [(11, "one")]
    assert (clarity.functions, clarity.names, clarity.complex_functions) == (2, 6, ())


def test_complexity_counts_branches_boolean_operators_and_comprehensions():
    tangled, plain = (node for node in ast.parse(SOURCE).body if isinstance(node, ast.FunctionDef))
    assert (complexity(tangled), complexity(plain)) == (10, 1)
