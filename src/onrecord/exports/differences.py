"""Where the accounts agree, differ, speak alone or are silent: lines by accounts, the differences first."""

from onrecord.exports.index import COLUMNS, Index
from onrecord.exports.view import Cell, Cut, Difference
from onrecord.types import Finding, Relation

ORDER: tuple[Relation, ...] = ("differs", "silent", "only_in", "agrees")


def place(finding: str, number: int) -> str:
    """Id of the place of the evidence that stands at `number`."""
    return f"at-{finding}-{number + 1}"


def differences(index: Index) -> tuple[Difference, ...]:
    """All findings in the order differs, silent, only in one, agrees."""
    found = sorted(index.record.findings, key=lambda f: ORDER.index(f.relation))
    return tuple(_difference(index, f) for f in found)


def _difference(index: Index, finding: Finding) -> Difference:
    cuts: dict[str, list[Cut]] = {}
    for number, span in enumerate(finding.evidence):
        cuts.setdefault(span.account, []).append(index.cut(span, place(finding.id, number)))
    shown = [a for a in index.sigla if len(index.sigla) <= COLUMNS or a in cuts or a in finding.accounts]
    return Difference(
        id=finding.id,
        relation=finding.relation,
        about=finding.about,
        note=finding.note,
        cells=tuple(_cell(index, finding, a, cuts.get(a, [])) for a in shown),
        accounts=tuple(index.sigla[a].letters for a in finding.accounts if a in index.sigla),
    )


def _cell(index: Index, finding: Finding, account: str, cuts: list[Cut]) -> Cell:
    mark = index.sigla[account]
    if cuts:
        return Cell(mark, "has", tuple(cuts))
    if finding.relation == "silent" and account not in finding.accounts:
        return Cell(mark, "open", ())
    return Cell(mark, "silent" if index.accounts[account].complete else "unknown", ())
