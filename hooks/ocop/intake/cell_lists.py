"""Several things in one cell: names, codes, months, taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ocop.fields import Text, Whole
from ocop.records.columns import Fact
from ocop.text import fold

_ALL_YEAR: Final = re.compile(r"quanh nam|ca nam|all year.*|12 thang")
_MONTHS: Final = re.compile(r"(?:thang )?([0-9]{1,2}) ?(?:-|–|den|to) ?(?:thang )?([0-9]{1,2})")


def texts_in(written: str, fact: Fact, *, ours: bool) -> Iterable[str]:
    """Take a cell apart that lists several: names by semicolons and lines, codes and numbers also by commas."""
    reader = fact.shape.reader
    if ours:
        parts = written.split("\n") if "\n" in written else written.split(";")
    elif isinstance(reader, Whole):
        parts = [month for part in re.split(r"[;,\n]", written) for month in _months(part)]
    elif isinstance(reader, Text):
        parts = re.split(r"[;\n]", written)
    else:
        parts = re.split(r"[;,\n/]|\s[-–]\s", written)
    return (part.strip() for part in parts if part.strip())


def _months(written: str) -> list[str]:
    words = " ".join(fold(written).split())
    if _ALL_YEAR.fullmatch(words):
        return []
    if found := _MONTHS.fullmatch(words):
        first, last = int(found[1]), int(found[2])
        return [
            str(month)
            for month in (
                range(first, last + 1) if first <= last else (*range(first, 13), *range(1, last + 1))
            )
        ]
    return [re.sub(r"^thang ", "", words)]
