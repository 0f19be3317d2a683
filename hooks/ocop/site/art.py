"""The drawings: read once, inlined in pages so that a page's colours reach them.

They are files of the repository, drawn for it, and the only markup besides stories that a template does not escape.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ocop.site.lines import in_steps

FALLBACK = "khac"
"""The drawing of what has no drawing of its own."""

STAR_PITCH = 23
SCALE = 5
"""How many stars there are at most; a dot stands for each one missing."""

_FILE = re.compile(
    r'<svg xmlns="[^"]*" viewBox="(?P<box>[^"]*)"(?P<paint>[^>]*)>(?P<inner>.*)</svg>', re.DOTALL
)
_NOT_DRAWN = re.compile(r"<title>.*?</title>|<!--.*?-->|(?<=>)\s+", re.DOTALL)
# A file can be looked at by itself thanks to the second colour; in a page the first is always there.
_SECOND_COLOUR = re.compile(r"var\((--[\w-]+), #\w+\)")
_PATH = re.compile(r'<path id="(?P<id>[\w-]+)" d="(?P<line>[^"]*)"/>')
_LABEL = re.compile(r'<text data-of="(?P<id>[\w-]+)" x="(?P<x>\d+)" y="(?P<y>\d+)"[^>]*>(?P<name>[^<]*)<')
_LINE = re.compile(r'(?<= d=")[^"]*')
_STAR = re.compile(r'd="m12 3(?P<line>[^"]*)"')


class ArtError(ValueError):
    """A drawing is not of the form that pages can inline; the text names the file."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing: its view box, how it is painted (attributes), and the shapes as markup."""

    box: str
    paint: str
    inner: str

    @property
    def svg(self) -> str:
        """The drawing as an element of the page, silent for screen readers."""
        return (
            f'<svg viewBox="{self.box}"{self.paint} aria-hidden="true" focusable="false">{self.inner}</svg>'
        )


@dataclass(frozen=True, slots=True)
class DistrictMap:
    """The map in parts: outlines by district, and each name as (x, y, name); ``sea`` is the sea's."""

    box: str
    outlines: Mapping[str, str]
    labels: Mapping[str, tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Art:
    """All drawings of the catalogue, by the name of their file."""

    drawings: Mapping[str, Drawing]
    map: DistrictMap
    star: str
    """The line of one star, from its upper tip."""

    @classmethod
    def load(cls, folder: Path) -> Art:
        """Read every drawing of a folder; raises ArtError."""
        drawings = {path.stem: _drawing(path) for path in sorted(folder.glob("*.svg"))}
        missing = {FALLBACK, "map", "star"} - drawings.keys()
        if missing:
            raise ArtError(f"{folder}: there is no {', '.join(sorted(missing))}.svg")
        star = _STAR.search(drawings["star"].inner)
        if star is None:
            raise ArtError("star.svg: the star must begin at its upper tip, M12 3")
        return cls(drawings, _district_map(drawings["map"]), star["line"])

    def drawing(self, name: str) -> Drawing:
        """Give a drawing, or the one for what has none."""
        return self.drawings.get(name, self.drawings[FALLBACK])

    def symbols(self, names: Iterable[str]) -> str:
        """Give what ``<use href="#a-tom">`` and ``<use href="#s4">`` of a page refer to, each once; or nothing."""
        drawn = "".join(self._symbol(name) for name in sorted(set(names)))
        return f'<svg class="defs" width="0" height="0" aria-hidden="true">{drawn}</svg>' if drawn else ""

    def _symbol(self, name: str) -> str:
        if name.startswith("a-"):
            drawing = self.drawing(name.removeprefix("a-"))
            return f'<symbol id="{name}" viewBox="{drawing.box}"{drawing.paint}>{drawing.inner}</symbol>'
        return self._stars(int(name.removeprefix("s")))

    def _stars(self, number: int) -> str:
        # What follows a closed line is counted from where that began.
        line = "".join(f"m{STAR_PITCH} 0{self.star}" if at else f"m12 3{self.star}" for at in range(number))
        dots = "".join(
            f'<circle cx="{12 + STAR_PITCH * at}" cy="13" r="2.6" fill="var(--sd)"/>'
            for at in range(number, SCALE)
        )
        paint = 'fill="var(--sf)" stroke="var(--ss)" stroke-width="1.6" stroke-linejoin="round"'
        return f'<symbol id="s{number}" viewBox="0 0 116 24"><path d="{line}" {paint}/>{dots}</symbol>'


def _drawing(path: Path) -> Drawing:
    written = _FILE.search(path.read_text("utf-8"))
    if written is None:
        raise ArtError(f"{path.name}: not <svg xmlns=… viewBox=…>…</svg>")
    inner = _SECOND_COLOUR.sub(r"var(\1)", _NOT_DRAWN.sub("", written["inner"])).strip()
    try:
        inner = _LINE.sub(lambda line: in_steps(line[0]), inner)
    except ValueError as fault:
        raise ArtError(f"{path.name}: {fault}") from fault
    return Drawing(written["box"], _SECOND_COLOUR.sub(r"var(\1)", written["paint"]), inner)


def _district_map(drawing: Drawing) -> DistrictMap:
    outlines = {found["id"]: found["line"] for found in _PATH.finditer(drawing.inner)}
    labels = {
        found["id"]: (found["x"], found["y"], found["name"]) for found in _LABEL.finditer(drawing.inner)
    }
    if outlines.keys() - labels.keys():
        raise ArtError("map.svg: every outline needs a <text data-of=…>")
    return DistrictMap(drawing.box, outlines, labels)
