"""An edition as one HTML file that loads nothing and runs no script but its own."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from onrecord.exports.edition import Edition
from onrecord.exports.ink import ink, legal


def _data(name: str) -> str:
    return files("onrecord.exports").joinpath(name).read_text("utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(_data),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["ink"] = ink
    return environment


def _policy(style: str, script: str) -> str:
    """A content security policy that lets in this style sheet and this script, by their hash, and nothing else."""

    def source(text: str) -> str:
        return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

    return (
        f"default-src 'none'; script-src {source(script)}; style-src {source(style)}; base-uri 'none'; form-action "
        f"'none'"
    )


def render(edition: Edition) -> str:
    """The page of `edition`. The same edition gives the same text; it can always be encoded in UTF-8."""
    style, script = f"\n{_data('page.css')}", f"\n{_data('page.js')}"
    template = _environment().get_template("page.html")
    html = template.render(
        edition=edition, style=Markup(style), script=Markup(script), policy=Markup(_policy(style, script))
    )
    return legal(html)
