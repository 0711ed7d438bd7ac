"""Threads that a script would load from a service: what the page shows of them is not that they are empty."""

SERVICES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Disqus", ("disqus_thread", "disqus.com/embed", "disqus_shortname")),
    ("Livefyre", ("livefyre",)),
    ("Facebook", ("fb-comments", "fb:comments")),
    ("Coral", ("coral-talk", "coraltalk", "coral.embed", "coral_talk", "coral_thread")),
    ("Viafoura", ("viafoura",)),
    ("OpenWeb", ("spot.im", "openweb.com", "data-spotim", "spotim")),
    ("Hyvor Talk", ("hyvor",)),
    ("IntenseDebate", ("intensedebate",)),
    ("GitHub", ("giscus", "utteranc")),
    ("a comment service", ("commento.io", "cusdis", "remark42", "isso-thread")),
)


def elsewhere(source: str) -> str | None:
    """The service that a script of this page would load its comments from."""
    return next((name for name, marks in SERVICES if any(mark in source for mark in marks)), None)
