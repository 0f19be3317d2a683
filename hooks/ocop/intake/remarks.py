"""What is said of a list: where, how serious, and which words; the words themselves are added last."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ocop.intake.sheets import column_name


class Level(StrEnum):
    """A fault keeps all from being written; a doubt too, unless one says otherwise; a note is only told."""

    FAULT = "fault"
    DOUBT = "doubt"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A cell of a list; ``sheet`` is empty where there is only one, ``column`` is -1 for the row as a whole."""

    sheet: str
    row: int
    column: int = -1

    def __str__(self) -> str:
        """Give the place as spreadsheets do: ``C7``, ``7`` for a row, with the sheet before it."""
        place = f"{column_name(self.column) if self.column >= 0 else ''}{self.row + 1}"
        return f"{self.sheet}!{place}" if self.sheet else place


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to say; ``label`` is what the field is called in both languages, ``meant`` what is probably right."""

    level: Level
    spot: Spot
    code: str
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)
    meant: str | None = None
    label: tuple[str, str] = ("", "")
