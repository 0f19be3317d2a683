"""Frames: what the host's theme puts around a page, rendered once and cut where each page's own parts belong.

A frame depends on a page's language, its entry of the main menu and how deep it lies; for one catalogue that makes
some twenty frames instead of thousands of runs through the host. The host renders a frame with marks where the
slots are; the marks are looked for in the frame alone, before any text of a record comes near it. Nothing is ever
replaced in a finished page, so that a record may hold what it likes, the marks included.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from ocop.i18n import Lang
from ocop.site.model import Placed

SLOTS = ("head", "other", "body")
"""``head``: what of <head> is the page's own; ``other``: where the page is in the other language; ``body``."""

_BLANK = re.compile(r"\s*\n\s*")


class FrameError(ValueError):
    """The theme's templates do not give a usable frame."""


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What a page's frame is chosen by."""

    lang: Lang
    section: str
    depth: int

    @classmethod
    def of(cls, page: Placed) -> Key:
        """Give the key of a page's frame."""
        return cls(page.lang, page.section, page.depth)

    def __str__(self) -> str:
        """Name it in messages and file names."""
        return "-".join(part for part in (self.lang, self.section, str(self.depth)) if part)


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands in a rendered frame for each slot."""

    token: str

    @classmethod
    def secret(cls) -> Marks:
        """Give marks that nobody can have written into a template or a page."""
        return cls(secrets.token_hex(16))

    def __getitem__(self, slot: str) -> str:
        """Give the mark of a slot; KeyError for any other name, so that a template's typing error shows."""
        if slot not in SLOTS:
            raise KeyError(slot)
        return f"{self.token}-{slot}"


@dataclass(frozen=True, slots=True)
class Frame:
    """A rendered frame in pieces: ``pieces`` are what stands around the slots, ``order`` how the slots follow."""

    pieces: tuple[str, ...]
    order: tuple[str, ...]

    @classmethod
    def cut(cls, html: str, marks: Marks, name: str = "") -> Frame:
        """Cut a frame at its marks; raises FrameError unless each mark stands there exactly once."""
        pieces, order = [], []
        end = 0
        for start, slot in sorted((_place(html, marks[slot], slot, name), slot) for slot in SLOTS):
            pieces.append(_squeezed(html[end:start]))
            order.append(slot)
            end = start + len(marks[slot])
        pieces.append(_squeezed(html[end:]))
        return cls((pieces[0].lstrip(), *pieces[1:]), tuple(order))

    def fill(self, slots: Mapping[str, str]) -> str:
        """Join the frame with the HTML of its slots."""
        parts = [self.pieces[0]]
        for slot, piece in zip(self.order, self.pieces[1:], strict=True):
            parts += (slots[slot], piece)
        return "".join(parts)


def _place(html: str, mark: str, slot: str, name: str) -> int:
    count = html.count(mark)
    if count != 1:
        raise FrameError(
            f"frame {name}: slot `{slot}` must stand once in overrides/main.html, and stands {count} times"
        )
    return html.index(mark)


def _squeezed(html: str) -> str:
    """Drop indentation and empty lines, which templates leave behind and every page would carry."""
    return _BLANK.sub("\n", html)
