"""Whose faults: those of a change stay errors, those that were there before it become warnings.

A contributor mends what they touched, and is never held up by somebody else's fault.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from ocop.catalogue.layout import SINGLE_FILES
from ocop.findings import Finding, Severity
from ocop.revisions import Touched
from ocop.source import Loc, Places, loc_of

SHARED: Final = tuple(f"catalogue/{name}" for name in SINGLE_FILES)
"""Files of many entries, each of which is a record of its own; what is judged by line is these."""
# Whose entries lie in lists under a name: the others are a list or a mapping of entries themselves.
_IN_LISTS: Final = ("catalogue/kinds.yml", "catalogue/programme.yml")
_END_OF_LINE: Final = 1_000_000
_INDEX: Final = re.compile(r"\[\d+\]")


Findings = Iterable[Finding]


def judged(
    findings: Findings,
    touched: Touched,
    places: Mapping[str, Places],
    alone: Callable[[str], Findings],
    before: Callable[[], Findings],
) -> tuple[Finding, ...]:
    """Lower to warnings the errors that a change neither touched nor caused.

    An error stays where its line, entry or record was touched, and where it was not found before: a name that was
    changed breaks references elsewhere. ``places`` say where the entries of shared files stand. What a file that was
    not touched has ``alone`` it had before; only for other errors is asked what was found ``before`` the change.
    """
    found = tuple(findings)
    blame = _Blame(touched, places)
    elsewhere = [each for each in found if each.is_error and not blame.touches(each)]
    old = _known(elsewhere, (each for path in _whole(elsewhere, touched) for each in alone(path)))
    rest = [each for each in elsewhere if id(each) not in old]
    if rest:
        old |= _known(rest, before())
    return tuple(replace(each, severity=Severity.WARNING) if id(each) in old else each for each in found)


def _whole(findings: list[Finding], touched: Touched) -> list[str]:
    """Give the files of findings that are as they were from the first line to the last."""
    return sorted({each.position.path for each in findings} - touched.paths)


def _known(findings: list[Finding], before: Findings) -> set[int]:
    """Give those findings, by their identity in memory, that were there before; each counts once."""
    known = Counter(_identity(each) for each in before if each.is_error)
    old = set()
    for each in findings:
        if known[_identity(each)] > 0:
            known[_identity(each)] -= 1
            old.add(id(each))
    return old


def _identity(finding: Finding) -> tuple[object, ...]:
    """Give what a fault keeps when lines or entries above it come and go."""
    values = tuple(sorted((name, value) for name, value in finding.values.items() if name != "line"))
    return finding.position.path, finding.code, _INDEX.sub("[]", finding.field), values


class _Blame:
    """Tells whether a finding stands on what was touched."""

    def __init__(self, touched: Touched, places: Mapping[str, Places]) -> None:
        self._touched = touched
        self._places = places
        # A folder is to blame on whoever put something into it.
        self._paths = {part for path in touched.paths for part in (path, *_folders(path))}
        self._entries = {path: self._touched_entries(path) for path in touched.lines}

    def touches(self, finding: Finding) -> bool:
        """Tell whether its line, its entry or its record was touched."""
        path, line = finding.position.path, finding.position.line
        if path in self._touched.lines:
            return line in self._touched.lines[path] or self._entry(finding) in self._entries[path]
        folder = path.rpartition("/")[0]
        # A picture belongs to the record beside it.
        photo = f"{folder}/{finding.values.get('value')}" if finding.code.startswith("photo_") else path
        return path in self._paths or photo in self._paths

    def _touched_entries(self, path: str) -> frozenset[Loc]:
        places = self._places.get(path)
        if places is None:
            return frozenset()
        around = (loc_of(places.around(line, _END_OF_LINE)) for line in self._touched.lines[path])
        return frozenset(_entry_of(path, loc) for loc in around if loc)

    def _entry(self, finding: Finding) -> Loc | None:
        """Give the entry that a finding is about, None where it is about the whole file."""
        return _entry_of(finding.position.path, loc_of(finding.field)) if finding.field else None


def _folders(path: str) -> Iterator[str]:
    """Give the folders that hold a file."""
    while path := path.rpartition("/")[0]:
        yield path


def _entry_of(path: str, loc: Loc) -> Loc:
    return loc[:2] if path in _IN_LISTS else loc[:1]
