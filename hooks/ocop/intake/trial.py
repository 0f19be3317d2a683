"""The catalogue as it would be: written aside, loaded as always, so that nothing is written that `ocop check` refuses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from ocop import catalogue
from ocop.findings import Finding
from ocop.intake.aside import is_known, laid_aside, lay_photos
from ocop.intake.merging import label_of
from ocop.intake.planning import Planned
from ocop.intake.remarks import Level, Remark, Spot
from ocop.source import Loc, loc_of

# Warnings that make one ask whether the record is right at all.
_DOUBTFUL: Final = frozenset({"near_names", "stars_not_recognised"})


def tried(
    root: Path, planned: Sequence[Planned], texts: Mapping[str, str], faults: frozenset[Finding]
) -> list[Remark]:
    """Give what would be wrong with the records of a list, each fault at the cell that it came from.

    ``faults`` are those that the catalogue has already: they are not this list's.
    """
    with laid_aside(root) as aside:
        for each in planned:
            lay_photos(root, aside, each.path, each.tree)
        for path, text in texts.items():
            file = aside / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        findings = catalogue.load(aside).findings
    by_path = {each.path: each for each in planned}
    new = [found for found in findings if found.position.path in by_path or not is_known(found, faults)]
    return list(_remarks(new, by_path))


def _remarks(findings: Sequence[Finding], planned: Mapping[str, Planned]) -> Iterator[Remark]:
    for finding in findings:
        each = planned.get(finding.position.path)
        if each is None:
            yield from _elsewhere(finding, planned)
            continue
        doubtful = not finding.is_error and finding.code in _DOUBTFUL and (each.is_new or each.is_changed)
        if finding.is_error or doubtful:
            loc = loc_of(finding.field)
            level = Level.FAULT if finding.is_error else Level.DOUBT
            label = label_of(each.model, loc)
            yield Remark(level, cell_of(each, loc), finding.code, finding.values, finding.suggestion, label)


def _elsewhere(finding: Finding, planned: Mapping[str, Planned]) -> Iterator[Remark]:
    """Tell of a fault that new records bring to another one; photos of others were left where they are."""
    if finding.is_error and not finding.field.startswith("photos") and planned:
        first = min(planned.values(), key=lambda each: each.entry.spot)
        values = {**finding.values, "path": finding.position.path}
        yield Remark(Level.FAULT, Spot(first.entry.spot.sheet, first.entry.spot.row), finding.code, values, finding.suggestion,
                     (f"{finding.position.path} {finding.field}",) * 2)  # fmt: skip


def cell_of(planned: Planned, loc: Loc) -> Spot:
    """Give the cell that a field came from: its own, that of what is around it, or the record's name."""
    for length in range(len(loc), 0, -1):
        if loc[:length] in planned.cells:
            return planned.cells[loc[:length]]
    below = [spot for known, spot in planned.cells.items() if known[: len(loc)] == loc and loc]
    return min(below, default=planned.entry.spot)
