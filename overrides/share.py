"""Make what share pictures are put together from: the drawings as pixels, the colours and the star, read where they stand.

Pages inline the drawings as SVG, which nothing at build time can turn into pixels. Here they are filled and lined once,
at set-up, in the light colours of the style sheet; the build pastes them. The same sources give the same bytes.

    .venv/bin/python overrides/share.py overrides/assets/ocop build/assets/share
"""

import json
import math
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from fontTools.misc.transform import Identity, Transform
from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw

WIDTH, HEIGHT = 400, 390
"""The room that a drawing has in a share picture."""

FINER = 4
"""Drawn so many times larger and made small again, which smooths the edges."""

STEPS = 24
SVG = "{http://www.w3.org/2000/svg}"
LEFT_OUT = {"hero", "ruong-muoi", "mark", "star"}
"""Drawings of the front page, and two that are not drawings of goods."""

Point = tuple[float, float]
Paint = dict[str, str]


class Outline(BasePen):
    """A pen that notes lines: curves become short ones."""

    def __init__(self, shift: Transform) -> None:
        """Note every point where `shift` puts it."""
        super().__init__(None)
        self.shift = shift
        self.lines: list[tuple[list[Point], bool]] = []

    def _moveTo(self, pt: Point) -> None:  # noqa: N802 - fontTools' name
        self.lines.append(([self.shift.transformPoint(pt)], False))

    def _lineTo(self, pt: Point) -> None:  # noqa: N802 - likewise
        self.lines[-1][0].append(self.shift.transformPoint(pt))

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:  # noqa: N802 - likewise
        start = self._getCurrentPoint()
        for step in range(1, STEPS + 1):
            at = step / STEPS
            left = 1 - at
            weights = (left**3, 3 * left * left * at, 3 * left * at * at, at**3)
            self._lineTo(
                tuple(
                    sum(
                        weight * point[axis]
                        for weight, point in zip(weights, (start, pt1, pt2, pt3), strict=True)
                    )
                    for axis in (0, 1)
                )
            )

    def _closePath(self) -> None:  # noqa: N802 - likewise
        points, _ = self.lines.pop()
        self.lines.append((points, True))


def colours(sheet: Path) -> dict[str, str]:
    """Read the light colours of the style sheet: those of its first `:root`."""
    block = re.search(r":root \{(.*?)\}", sheet.read_text("utf-8"), re.DOTALL)
    if block is None:
        sys.exit(f"share.py: {sheet} has no :root")
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]+);", block[1]))


def shapes(element: ET.Element, paint: Paint, shift: Transform) -> Iterator[tuple[Paint, Outline]]:
    """Give every path and circle below an element, with how it is painted."""
    paint = paint | element.attrib
    shift = shift.transform(turned(element.get("transform", "")))
    tag = element.tag.removeprefix(SVG)
    if tag in {"path", "circle"}:
        pen = Outline(shift)
        parse_path(element.get("d") or circle(element), pen)
        yield paint, pen
    elif tag in {"svg", "g"}:
        for child in element:
            yield from shapes(child, paint, shift)
    elif tag not in {"title", "text"} and isinstance(element.tag, str):
        sys.exit(f"share.py: cannot draw <{tag}>")


def turned(written: str) -> Transform:
    """Read `rotate(16 160 100)`, the only transformation that the drawings of goods use."""
    if not written:
        return Identity
    found = re.fullmatch(r"rotate\(([\d.-]+) ([\d.-]+) ([\d.-]+)\)", written)
    if found is None:
        sys.exit(f"share.py: cannot draw {written}")
    angle, x, y = map(float, found.groups())
    return Identity.translate(x, y).rotate(math.radians(angle)).translate(-x, -y)


def circle(element: ET.Element) -> str:
    """Write a circle as a path."""
    x, y, radius = (float(element.attrib[name]) for name in ("cx", "cy", "r"))
    half = f"a{radius} {radius} 0 0 1"
    return f"M{x - radius} {y}{half} {2 * radius} 0{half} {-2 * radius} 0z"


def colour(written: str, known: dict[str, str]) -> tuple[int, ...] | None:
    """Give red, green, blue and how much of them; None for `none`."""
    if written == "none":
        return None
    name = re.match(r"var\(--([\w-]+)", written)
    digits = (known[name[1]] if name else written).removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    return tuple(bytes.fromhex(digits.ljust(8, "f")))


def draw(svg: ET.Element, known: dict[str, str], chosen: str = "") -> Image.Image:
    """Draw a file as large as the room allows; `chosen` is the place of the map that stands out."""
    _, _, width, height = map(float, svg.attrib["viewBox"].split())
    scale = min(WIDTH / width, HEIGHT / height)
    size = (round(width * scale) * FINER, round(height * scale) * FINER)
    picture = Image.new("RGBA", size)
    for written, pen in shapes(svg, {"fill": "black", "stroke": "none"}, Identity.scale(scale * FINER)):
        paint = written | place(written, chosen)
        layer = Image.new("RGBA", size)
        brush = ImageDraw.Draw(layer)
        if (fill := colour(paint["fill"], known)) is not None:
            for points, _ in pen.lines:
                if len(points) > 2:
                    brush.polygon(points, fill)
        if (stroke := colour(paint["stroke"], known)) is not None:
            _line(brush, pen, stroke, float(paint.get("stroke-width", 1)) * scale * FINER)
        picture.alpha_composite(layer)
    return picture.resize((size[0] // FINER, size[1] // FINER), Image.Resampling.BOX)


def place(paint: Paint, chosen: str) -> Paint:
    """Give a place of the map its colour; other shapes have theirs."""
    return {"fill": f"var(--{'chosen' if paint['id'] == chosen else 'land'})"} if "id" in paint else {}


def _line(brush: ImageDraw.ImageDraw, pen: Outline, ink: tuple[int, ...], width: float) -> None:
    for points, closed in pen.lines:
        whole = [*points, points[0]] if closed else points
        brush.line(whole, ink, round(width), joint="curve")
        for x, y in (whole[0], whole[-1]):
            brush.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), ink)


def outline_of(svg: ET.Element) -> list[list[float]]:
    """Give the corners of the star, its centre at 0, 0 and its radius 1."""
    ((_, pen),) = shapes(svg, {}, Identity)
    points, _ = pen.lines[0]
    x, y = 12, sum(max(ys) + min(ys) for ys in [[y for _, y in points]]) / 2
    radius = y - points[0][1]
    return [[round((px - x) / radius, 4), round((py - y) / radius, 4)] for px, py in points]


def main(sources: Path, target: Path) -> None:
    """Write the drawings and what else the build needs to know into `target`."""
    known = colours(sources / "css/tokens.css")
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted((sources / "art").glob("*.svg")):
        svg = ET.parse(path).getroot()  # noqa: S314 - a drawing of the repository
        if path.stem == "map":
            places = [each.attrib["id"] for each in svg.iter() if "id" in each.attrib]
            pictures = {"map": draw(svg, known)} | {f"map-{each}": draw(svg, known, each) for each in places}
        else:
            pictures = {} if path.stem in LEFT_OUT else {path.stem: draw(svg, known)}
        for name, picture in pictures.items():
            picture.save(target / f"{name}.png", optimize=True)
    letters = "".join(map(chr, sorted(TTFont(target / "face.ttf").getBestCmap())))
    star = outline_of(ET.parse(sources / "art/star.svg").getroot())  # noqa: S314 - likewise
    kit = {"colours": known, "star": star, "letters": letters}
    (target / "kit.json").write_text(json.dumps(kit, ensure_ascii=False, indent=1) + "\n", "utf-8")
    weight = sum(path.stat().st_size for path in target.iterdir())
    print(f"  {weight / 1000:7.1f} kB  share/ (not published)")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
