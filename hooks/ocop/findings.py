"""What is wrong with a record, as data. Words are added last, where a person reads them (see `report`)."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

# Of a file that is wrong all over a hundred faults are told, and how many there are besides.
MOST_TOLD: Final = 100
MORE: Final = "more_faults"


class Severity(StrEnum):
    """An error publishes nothing; a warning is printed and listed for staff."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file; ``path`` is relative to the root with forward slashes, line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault or warning.

    ``code`` names the message (see `i18n.messages`), ``field`` reads ``recognitions[0].score`` and is empty
    where the whole file is meant, ``values`` fill the message's places, ``suggestion`` is the nearest valid word.
    """

    position: Position
    code: str
    field: str = ""
    severity: Severity = Severity.ERROR
    values: dict[str, str] = dataclasses.field(default_factory=dict)
    suggestion: str | None = None

    @property
    def is_error(self) -> bool:
        """Whether this finding stops the build."""
        return self.severity is Severity.ERROR


def in_order(findings: list[Finding]) -> list[Finding]:
    """Sort by file, line and column; equal places by code and field, so that a report repeats to the byte."""
    return sorted(findings, key=lambda found: (found.position, found.code, found.field))
