"""Threads that a script would load from a service: what the page shows of them is not that they are empty."""

from onrecord.accounts.page.markup import Markup

SERVICES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Disqus", "disqus", ("disqus_thread", "disqus.com/embed", "disqus_shortname")),
    ("Livefyre", "livefyre", ("livefyre",)),
    ("Facebook", "comments", ("fb-comments", "fb:comments")),
    ("Coral", "coral", ("coral-talk", "coraltalk", "coral.embed", "coral_talk", "coral_thread")),
    ("Viafoura", "viafoura", ("viafoura",)),
    ("OpenWeb", "spot", ("spot.im", "data-spotim", "spotim")),
    ("OpenWeb", "openweb.com", ("openweb.com",)),
    ("Hyvor Talk", "hyvor", ("hyvor",)),
    ("IntenseDebate", "intensedebate", ("intensedebate",)),
    ("GitHub", "giscus", ("giscus",)),
    ("GitHub", "utteranc", ("utteranc",)),
    ("a comment service", "commento.io", ("commento.io",)),
    ("a comment service", "cusdis", ("cusdis",)),
    ("a comment service", "remark42", ("remark42",)),
    ("a comment service", "isso", ("isso-thread", "data-isso")),
    ("a comment service", "commentbox.io", ("commentbox.io",)),
    ("a comment service", "muut.com", ("muut.com",)),
    ("Vuukle", "vuukle", ("vuukle",)),
    ("Insticator", "insticator", ("insticator",)),
    ("FastComments", "fastcomments", ("fastcomments",)),
    ("GraphComment", "graphcomment", ("graphcomment",)),
)
"""Its name, what its marks have in common, and its marks."""


def elsewhere(markup: Markup) -> str | None:
    """The service that a script of this page would load its comments from.

    Its marks are looked for where they work: in scripts and the addresses of scripts and frames, and in the names of
    elements and of their attributes; not in style sheets, data and addresses of other pages.
    """
    text = "\n".join([script for node, script in markup.scripts if "json" not in node.attrs.get("type", "")])
    loaded = {node.attrs.get("src") or node.attrs.get("href") or "" for node in markup.loading}
    names = "\n".join(markup.called | loaded)
    named, told = "comment" in names, "comment" in text
    for service, common, marks in SERVICES:
        shared = "comment" in common
        if (named or not shared) and common in names and any(mark in names for mark in marks):
            return service
        if (told or not shared) and common in text and any(mark in text for mark in marks):
            return service
    return None
