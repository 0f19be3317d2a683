"""Lines of text in a picture: which letters the face has, how large a text can be set, and where its lines end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from typing import Final

from PIL import ImageFont

from ocop.text import legible

ELLIPSIS: Final = "…"
TOGETHER: Final = "\u00a0"
"""A space at which no line ends."""

LEADING: Final = 1.26
"""From one line to the next, in sizes: Vietnamese capitals bear two marks above and one below."""

_SLACK: Final = 3
"""Pixels that a line may turn out wider than its words together: pairs of letters are set closer or wider."""


@dataclass(frozen=True)
class Face:
    """A typeface: its file and the letters it has."""

    path: Path
    letters: frozenset[str]
    _fonts: dict[int, ImageFont.FreeTypeFont] = field(default_factory=dict)
    _widths: dict[tuple[int, str], float] = field(default_factory=dict)

    def font(self, size: int) -> ImageFont.FreeTypeFont:
        """Give the face in a size."""
        if size not in self._fonts:
            self._fonts[size] = ImageFont.truetype(self.path, size)
        return self._fonts[size]

    def width(self, word: str, size: int) -> float:
        """Measure a word; most stand in many texts."""
        if (size, word) not in self._widths:
            self._widths[size, word] = self.font(size).getlength(word)
        return self._widths[size, word]

    def legible(self, text: str) -> str:
        """Give a text in letters that the face has, its words apart by one space."""
        return " ".join(legible(text, self.letters).split())


@dataclass(frozen=True, slots=True)
class SetText:
    """A text as it is set: its lines, their size, and whether they are all of it."""

    lines: tuple[str, ...] = ()
    size: int = 0
    is_whole: bool = True

    @property
    def pitch(self) -> int:
        """How far a line stands below the one above."""
        return round(self.size * LEADING)

    @property
    def height(self) -> int:
        """How much room the lines take."""
        return self.pitch * len(self.lines)


def set_text(text: str, face: Face, sizes: Sequence[int], width: int, height: int) -> SetText:
    """Set a text as large as it fits, from the first size to the last; there what has no room is cut off."""
    words = text.split(" ") if text else []
    for size in sizes:
        most = height // SetText((), size).pitch
        if ceil(sum(face.width(word, size) for word in words) / width) > most:
            continue  # even without a space it would be longer than all lines together
        lines = tuple(_lines(words, face, size, width))
        # A word that had to be broken looks better whole and smaller.
        if len(lines) <= most and " ".join(lines) == text:
            return SetText(lines, size)
    return _cut(words, face, sizes[-1], width, height)


def _cut(words: Sequence[str], face: Face, size: int, width: int, height: int) -> SetText:
    lines = tuple(_lines(words, face, size, width))
    most = max(1, height // SetText((), size).pitch)
    if len(lines) <= most:
        return SetText(lines, size)
    last = " ".join(lines[most - 1 :])
    while last and face.font(size).getlength(last + ELLIPSIS) > width:
        last = last[:-1].rstrip(" ,.;:–-")
    return SetText((*lines[: most - 1], last + ELLIPSIS), size, is_whole=False)


def _lines(words: Sequence[str], face: Face, size: int, width: int) -> Iterator[str]:
    line, taken, space = "", 0.0, face.width(" ", size)
    for word in words:
        wide = face.width(word, size)
        if line and taken + space + wide <= width - _SLACK:
            line, taken = f"{line} {word}", taken + space + wide
            continue
        if line:
            yield line
        *broken, line = _pieces(word, face, size, width) if wide > width else (word,)
        yield from broken
        taken = face.width(line, size)
    if line:
        yield line


def _pieces(word: str, face: Face, size: int, width: int) -> Iterator[str]:
    """Break a word that is wider than a line."""
    piece = ""
    for letter in word:
        if piece and face.font(size).getlength(piece + letter) > width:
            yield piece
            piece = ""
        piece += letter
    yield piece
