"""What readers answered: the threads of comments, flat in the order printed, each with its depth."""

from collections.abc import Container, Iterable

from onrecord.exports.edtf import words
from onrecord.exports.index import Index
from onrecord.exports.said import place
from onrecord.exports.view import Discussion, Remark
from onrecord.types import Comment, Flag, Reading


def discussions(index: Index) -> tuple[Discussion, ...]:
    """The comments of each account that has some, or that says where they would be."""
    readings = [r for r in index.record.readings if r.discussion or r.account.thread_elsewhere]
    return tuple(
        Discussion(index.sigla[r.account.id], _threads(index, r), r.account.thread_elsewhere) for r in readings
    )


def _threads(index: Index, reading: Reading) -> tuple[Remark, ...]:
    """Answers after what they answer, else in the order printed. An answer to nothing known stands by itself."""
    known = {comment.id: comment for comment in reading.discussion}
    answers: dict[str | None, list[Comment]] = {}
    for comment in reading.discussion:
        answers.setdefault(_parent(comment, known), []).append(comment)
    out: list[Remark] = []
    waiting = [(c, 0) for c in reversed(answers.pop(None, []))]
    while waiting or answers:
        if not waiting:  # answers that answer one another in a ring
            waiting = [(c, 0) for c in reversed(answers.pop(next(iter(answers))))]
        comment, depth = waiting.pop()
        out.append(_remark(index, comment, depth, known))
        waiting += [(c, depth + 1) for c in reversed(answers.pop(comment.id, []))]
    return tuple(out)


def _parent(comment: Comment, known: Container[str | None]) -> str | None:
    return comment.reply_to if comment.reply_to in known and comment.reply_to != comment.id else None


def _remark(index: Index, comment: Comment, depth: int, known: dict[str, Comment]) -> Remark:
    answered = known.get(comment.reply_to) if comment.reply_to else None
    return Remark(
        id=comment.id,
        author=index.text_if_any(comment.author),
        posted=index.text_if_any(comment.dated_by) or words(comment.posted),
        depth=depth,
        answers=answered.id if answered else None,
        answered=index.text_if_any(answered.author) if answered else None,
        words=tuple(index.cut(span).text for span in comment.words),
        quotes=tuple(map(index.cut, comment.quotes)),
        spam=_rules(comment.flags, "spam"),
        doubts=_rules(comment.flags, "date"),
        href=f"#{place(comment.id)}",
    )


def _rules(flags: Iterable[Flag], kind: str) -> tuple[str, ...]:
    return tuple(flag.rule for flag in flags if flag.kind == kind)
