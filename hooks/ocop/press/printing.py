"""Setting pages in type: a view and a template become a PDF (ISO 14289-1: tagged, for screen readers too).

A template is a file of the repository; what it shows comes to it as data, and a text of a record is never read as a program.
It may read the files beside it and nothing else. Equal views give equal bytes: the only day in them is that of the edition.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from threading import Event
from typing import Any, Final

import typst
from pydantic_core import to_json

from ocop.text import legible

_STANDARD: Final = "ua-1"
_UNKNOWN: Final = "?"
"""What stands for a letter that the typeface has not."""
_BREAK: Final = "\u200b"
"""Where a line may end though there is no space (ZERO WIDTH SPACE)."""
_LONG_WORD: Final = re.compile(r"\S{31,}")
_PIECE: Final = re.compile(r".{15}(?=.)")

_COUNT: Final = re.compile(rb"/Type/Pages/Count (\d+)")

_has_printed = Event()


class PressError(RuntimeError):
    """A page could not be set: a template is wrong, or something it needs is missing; the text says which and what."""


def has_printed() -> bool:
    """Tell whether this process has set a page: a process forked from it that sets one as well would wait for ever.

    Typst shares its work among threads, and a fork takes none of them along.
    """
    return _has_printed.is_set()


@dataclass(frozen=True)
class Press:
    """Templates, the typeface they are set in, and the look of the site.

    ``templates`` is the folder of the templates, ``kit`` the one that set-up made (see `overrides/font.py`, `overrides/share.py`).
    """

    templates: Path
    kit: Path

    @cached_property
    def mark(self) -> str:
        """A hash of everything but its view that a page is made of."""
        total = sha256(version("typst").encode())
        for path in (*sorted(self.templates.glob("*.typ")), self.kit / "kit.json", *self._faces):
            total.update(path.name.encode() + b"\0" + path.read_bytes())
        return total.hexdigest()

    @cached_property
    def colours(self) -> dict[str, str]:
        """The colours of the style sheet, by name."""
        colours: dict[str, str] = self._look["colours"]
        return colours

    def written(self, view: object) -> str:
        """Write a view as its template gets it: in letters that the typeface has."""
        return legible(to_json(view).decode(), self._letters, _UNKNOWN)

    def print(self, template: str, written: str, day: date, way: int = 0) -> bytes:
        """Set a written view by a template, as a PDF made on a day; ``way`` is a choice that the template offers.

        Raises PressError.
        """
        _has_printed.set()
        try:
            pdf, warnings = self._compiler.compile_with_warnings(
                self.templates / template,
                format="pdf",
                sys_inputs={"told": written, "look": self._look_written, "way": str(way)},
                pdf_standards=_STANDARD,
                timestamp=datetime.combine(day, time(), UTC),
            )
        except typst.TypstError as fault:
            raise PressError(f"{template}: {_said(fault)}") from fault
        # A typeface that is missing is no more than a warning to typst: it would take another one.
        if warnings:
            raise PressError(f"{template}: {'; '.join(map(_said, warnings))}")
        assert isinstance(pdf, bytes)
        return pdf

    def print_on_one_page(self, template: str, written: str, day: date, ways: Iterable[int]) -> bytes:
        """Set a view in the first of some ways that needs no more than one page; raises PressError."""
        for way in ways:
            pdf = self.print(template, written, day, way)
            if _pages(pdf) == 1:
                return pdf
        raise PressError(f"{template}: what it is to show has no room on one page")

    @cached_property
    def _faces(self) -> tuple[Path, ...]:
        faces = tuple(sorted(self.kit.glob("*.ttf")))
        if not faces:
            raise PressError(f"{self.kit}: there is no typeface; run `make assets`")
        return faces

    @cached_property
    def _look(self) -> dict[str, Any]:
        look: dict[str, Any] = json.loads((self.kit / "kit.json").read_text("utf-8"))
        return look

    @cached_property
    def _look_written(self) -> str:
        return json.dumps({name: self._look[name] for name in ("colours", "star")})

    @cached_property
    def _letters(self) -> frozenset[str]:
        return frozenset(self._look["letters"]) | {_BREAK}

    @cached_property
    def _compiler(self) -> typst.Compiler:
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[self._faces[0].parent]
        )
        return typst.Compiler(root=self.templates, font_paths=fonts, ignore_system_fonts=True)


def in_line(text: str) -> str:
    """Give a text without line breaks of its own, and so that a word of any length has room on paper."""
    return _LONG_WORD.sub(lambda word: _PIECE.sub(rf"\g<0>{_BREAK}", word[0]), " ".join(text.split()))


def _pages(pdf: bytes) -> int:
    """Count the pages of what typst has set: the tree of pages begins with their number."""
    number = _COUNT.search(pdf)
    if number is None:
        raise PressError("typst writes PDF in a form that is not known here")
    return int(number[1])


def _said(fault: typst.TypstError | typst.TypstWarning) -> str:
    hints = "".join(f" ({hint})" for hint in fault.hints)
    return f"{fault.message}{hints}"
