"""The lines of drawings (SVG's path data), written in steps from point to point.

Hands and programs draw in absolute coordinates. Steps are shorter and more alike, so that they are packed better: a
listing of every kind of goods, which carries their drawings, is a seventh smaller on its way to the visitor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

# What the numbers of each command say: a way along an axis, or something else.
_AXES = {
    "m": "xy", "l": "xy", "t": "xy", "h": "x", "v": "y", "q": "xyxy", "s": "xyxy", "c": "xyxyxy", "a": ".....xy", "z": "",
}  # fmt: skip
_COMMAND = re.compile(r"([a-zA-Z])([^a-zA-Z]*)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)")
_GOES_ON = {("m", "l"), *((command, command) for command in _AXES if command not in "mz")}
"""After the first of each pair the letter of the second need not be written."""


def in_steps(line: str) -> str:
    """Write a line in steps; raises ValueError for what is no line."""
    written: list[str] = []
    at = start = {"x": Decimal(), "y": Decimal(), ".": Decimal()}
    before = ""
    for letter, numbers in _segments(line):
        command = letter.lower()
        axes = _AXES[command]
        steps = numbers if letter.islower() else [n - at[axis] for axis, n in zip(axes, numbers, strict=True)]
        joined = _joined(steps)
        if (before, command) not in _GOES_ON:
            written.append(command)
        elif not joined.startswith("-"):
            written.append(" ")
        written.append(joined)
        at = start if command == "z" else {**at, **_end(axes, steps, at)}
        start = at if command == "m" else start
        before = command
    return "".join(written)


def _segments(line: str) -> Iterator[tuple[str, list[Decimal]]]:
    """Give each step of a line: its letter, as it is written or meant, and its numbers."""
    for letter, written in _COMMAND.findall(line):
        numbers = [Decimal(number) for number in _NUMBER.findall(written)]
        size = len(_AXES.get(letter.lower(), "")) or 1
        if letter.lower() not in _AXES or len(numbers) % size or bool(numbers) == (letter in "zZ"):
            raise ValueError(f"not a line: {letter}{written}")
        if not numbers:
            yield letter, []
        for first in range(0, len(numbers), size):
            # A move that goes on is a line.
            moved = first > 0 and letter in "mM"
            yield ("lL"[letter == "M"] if moved else letter), numbers[first : first + size]


def _end(axes: str, steps: Sequence[Decimal], at: dict[str, Decimal]) -> dict[str, Decimal]:
    return {axis: at[axis] + step for axis, step in zip(axes[-2:], steps[-2:], strict=True)}


def _joined(numbers: Sequence[Decimal]) -> str:
    return re.sub(" -", "-", " ".join(map(_short, numbers)))


def _short(number: Decimal) -> str:
    digits = f"{number.normalize():f}"
    return re.sub(r"^(-?)0\.", r"\1.", digits) if number else "0"
