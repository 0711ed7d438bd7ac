"""A page becomes an account: one linear text, what each part of it is, and its readers' thread."""

from onrecord.accounts.assembly import assemble
from onrecord.accounts.sandbox import Limits, ordinary, read_in_sandbox
from onrecord.types import Account, LeftOut, Page


def segment(page: Page, limits: Limits = Limits()) -> Account | LeftOut:
    """The account that `page` carries, or why it carries none.

    The text of plain text is exactly the decoded input. The text of HTML is what a browser would show, one line a
    block; each block's origin is its place in the decoded source. All offsets count Unicode code points. A page that is
    not of ordinary size is read in a process of its own, which ends at its `limits`; the page is then left out.
    """
    return assemble(page, limits.reach) if ordinary(page) else read_in_sandbox(page, limits)
