"""Threads that a script would load from a service: what the page shows of them is not that they are empty."""

from onrecord.accounts.markup import Markup

SERVICES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Disqus", "disqus", ("disqus_thread", "disqus.com/embed", "disqus_shortname")),
    ("Livefyre", "livefyre", ("livefyre",)),
    ("Facebook", "comments", ("fb-comments", "fb:comments")),
    ("Coral", "coral", ("coral-talk", "coraltalk", "coral.embed", "coral_talk", "coral_thread")),
    ("Viafoura", "viafoura", ("viafoura",)),
    ("OpenWeb", "spot", ("spot.im", "data-spotim", "spotim")),
    ("OpenWeb", "openweb", ("openweb.com",)),
    ("Hyvor Talk", "hyvor", ("hyvor",)),
    ("IntenseDebate", "intensedebate", ("intensedebate",)),
    ("GitHub", "giscus", ("giscus",)),
    ("GitHub", "utteranc", ("utteranc",)),
    ("a comment service", "commento", ("commento.io",)),
    ("a comment service", "cusdis", ("cusdis",)),
    ("a comment service", "remark42", ("remark42",)),
    ("a comment service", "isso", ("isso-thread", "data-isso")),
    ("a comment service", "commentbox", ("commentbox.io",)),
    ("a comment service", "muut", ("muut.com",)),
    ("Vuukle", "vuukle", ("vuukle",)),
    ("Insticator", "insticator", ("insticator",)),
    ("FastComments", "fastcomments", ("fastcomments",)),
    ("GraphComment", "graphcomment", ("graphcomment",)),
)
"""Its name, what its marks have in common, and its marks."""
LOADING = frozenset(("script", "iframe", "link"))


def elsewhere(markup: Markup) -> str | None:
    """The service that a script of this page would load its comments from.

    Its marks are looked for where they work: in scripts and the addresses of scripts and frames, and in the names of
    elements and of their attributes; not in style sheets, data and addresses of other pages.
    """
    text = "\n".join([script for node, script in markup.scripts if "json" not in node.attrs.get("type", "")])
    names = "\n".join(_names(markup))
    commented = "comment" in text
    for service, common, marks in SERVICES:
        if common in names and any(mark in names for mark in marks):
            return service
        if (commented or "comment" not in common) and common in text and any(mark in text for mark in marks):
            return service
    return None


def _names(markup: Markup) -> set[str]:
    """The names of elements and of their attributes, and the addresses of what they load."""
    found: set[str] = set()
    for node in markup.nodes:
        tag, names, attrs = node.tag, node.names, node.attrs
        if names:
            found.add(names)
        if len(attrs) > 1 or (attrs and not names):  # the only one, with names, is a class or an id
            found.update(attrs)
        if tag in LOADING:
            found.add(attrs.get("src") or attrs.get("href") or "")
        elif ":" in tag:
            found.add(tag)
    return found
