"""What readers answered: the threads of comments, flat in the order printed, each with its depth."""

from onrecord.exports.edtf import date
from onrecord.exports.index import Index
from onrecord.exports.said import place
from onrecord.exports.view import Discussion, Remark
from onrecord.types import Comment, Reading


def discussions(index: Index) -> tuple[Discussion, ...]:
    """The comments of each account that has some, or that says where they would be."""
    readings = [r for r in index.record.readings if r.discussion or r.account.thread_elsewhere]
    return tuple(
        Discussion(index.sigla[r.account.id], _threads(index, r), r.account.thread_elsewhere) for r in readings
    )


def _threads(index: Index, reading: Reading) -> tuple[Remark, ...]:
    """Answers after what they answer, else in the order printed. An answer to nothing known stands by itself."""
    known = {c.id: c for c in reading.discussion}
    answers: dict[str | None, list[Comment]] = {}
    for comment in reading.discussion:
        parent = comment.reply_to if comment.reply_to in known and comment.reply_to != comment.id else None
        answers.setdefault(parent, []).append(comment)
    out: list[Remark] = []
    waiting = [(c, 0) for c in reversed(answers.pop(None, []))]
    while waiting or answers:
        if not waiting:  # answers that answer one another in a ring
            waiting = [(c, 0) for c in reversed(answers.pop(next(iter(answers))))]
        comment, depth = waiting.pop()
        out.append(_remark(index, comment, depth, known))
        waiting += [(c, depth + 1) for c in reversed(answers.pop(comment.id, []))]
    return tuple(out)


def _remark(index: Index, comment: Comment, depth: int, known: dict[str, Comment]) -> Remark:
    answered = known.get(comment.reply_to) if comment.reply_to else None
    printed = index.cut(comment.dated_by).text if comment.dated_by else None
    return Remark(
        id=comment.id,
        author=index.cut(comment.author).text if comment.author else None,
        posted=printed or (date(comment.posted).words if comment.posted else None),
        depth=depth,
        answers=answered.id if answered else None,
        answered=index.cut(answered.author).text if answered and answered.author else None,
        words=tuple(index.cut(s).text for s in comment.words),
        quotes=tuple(index.cut(s) for s in comment.quotes),
        spam=tuple(f.rule for f in comment.flags if f.kind == "spam"),
        doubts=tuple(f.rule for f in comment.flags if f.kind == "date"),
        href=f"#{place(comment.id)}",
    )
