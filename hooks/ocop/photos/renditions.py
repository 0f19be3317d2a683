"""Which files are published of a photo: two formats, in a few widths, never larger than the original."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

LONG_SIDE: Final = 1280
SMALLER: Final = (320, 640)
"""Widths below the largest: a row's thumbnail, and half a page or a whole telephone."""

Kind: TypeAlias = Literal["avif", "jpg"]
KINDS: Final[tuple[Kind, ...]] = ("jpg", "avif")


@dataclass(frozen=True, slots=True)
class Rendition:
    """One published file of a photo; the largest of its kind bears no width in its name."""

    kind: Kind
    width: int
    height: int
    is_largest: bool = False


def shown_size(width: int, height: int) -> tuple[int, int]:
    """Give width and height of the largest published file: the long side is at most 1280 pixels."""
    longest = max(width, height)
    if longest <= LONG_SIDE:
        return width, height
    return max(1, round(width * LONG_SIDE / longest)), max(1, round(height * LONG_SIDE / longest))


def sizes(width: int, height: int) -> tuple[tuple[int, int], ...]:
    """Give width and height of each published size, the smallest first."""
    largest, tall = shown_size(width, height)
    smaller = ((each, max(1, round(tall * each / largest))) for each in SMALLER if each < largest)
    return (*smaller, (largest, tall))


def renditions(width: int, height: int) -> tuple[Rendition, ...]:
    """Give every file that is published of a picture, by kind and the smallest first."""
    planned = sizes(width, height)
    return tuple(Rendition(kind, *size, is_largest=size == planned[-1]) for kind in KINDS for size in planned)
