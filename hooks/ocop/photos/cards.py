"""Share pictures: what a page looks like where somebody passes on its address, the same in both languages.

A card says what was recognised and until when, never that something is valid: the picture goes on standing in other
people's conversations long after the page has changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

from ocop.photos.lettering import TOGETHER, Face, SetText, set_text

WIDTH: Final = 1200
HEIGHT: Final = 630
CARD_SIZE: Final = (WIDTH, HEIGHT)
MOST_BYTES: Final = 60_000

_PANEL: Final = 440
_LEFT: Final = 64
TEXT_WIDTH: Final = WIDTH - _PANEL - _LEFT - 48
_BRAND_LINE, _BRAND_SIZE = 78, 30
_TOP, _BOTTOM = 112, 590
_GAP: Final = 10
_NAME_SIZES: Final = (76, 68, 60, 54, 48, 43, 38, 34, 31)
_NAME_LARGE: Final = 43
_ALSO_SIZES: Final = (34, 31, 28, 25)
_ALSO_HEIGHTS: Final = (90, 64, 34)
_RATING_SIZES: Final = (33, 30, 27, 24)
_SMALL_SIZES: Final = (26, 24, 22)
_CREDIT_SIZE: Final = 14
_TWO_LINES, _ONE_LINE = 84, 42
_STAR_RADIUS, _STAR_PITCH, _STARS_HEIGHT = 27, 66, 68
_FINER: Final = 4
"""Edges are drawn so many times larger and made small again."""

# Sixteen colours, so that a pixel is half a byte: letters are a ramp from the ground to white, stars go on to gold, and
# nine are left for the drawing.
_LETTER_STEPS: Final = 5
_STAR_STEPS: Final = 2
_INKS: Final = ("art-a", "art-b", "art-c")
_MAP_INKS: Final = ("land", "chosen")
Colour = tuple[int, int, int]
MAP: Final = "map"
"""What the names of maps begin with: the map itself, and one for each district."""

_BITS, _RLE = 4, 3
"""Of zlib's ways the one for long runs of one colour: the smallest here, in half the time."""

_BRIGHT, _DIM = 255, 191
"""How bright the letters of a name are, and those of what is said beside it."""

# A photo has too many colours for that.
_QUALITIES: Final = (84, 76, 68, 60, 50, 40, 30, 20)


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows; ``also_…`` are the words in the other language.

    ``stars`` are drawn, in outline unless ``is_dated``. ``ground`` is a colour of the style sheet. ``photo`` is the hash
    of a file that takes the drawing's place.
    """

    name: str
    also_name: str = ""
    rating: str = ""
    also_rating: str = ""
    foot: str = ""
    stars: int = 0
    is_dated: bool = True
    drawing: str = ""
    ground: str = "mist"
    credit: str = ""
    photo: str = ""

    @property
    def kind(self) -> str:
        """What sort of file it is: the end of its name."""
        return card_kind(has_photo=bool(self.photo))


def card_kind(*, has_photo: bool) -> str:
    """Tell what sort of file a card with or without a photo is."""
    return "jpg" if has_photo else "png"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a card, from the left edge of its text."""

    text: str
    baseline: int
    size: int
    ink: int


@dataclass(frozen=True)
class Kit:
    """What cards are made of, read once: the face, the drawings, the colours; ``brand`` stands on each."""

    folder: Path
    brand: str
    colours: Mapping[str, str]
    star: tuple[tuple[float, float], ...]
    face: Face
    drawings: frozenset[str]
    _panels: dict[tuple[str, str], Image.Image] = field(default_factory=dict)
    _stars: dict[tuple[int, bool], Image.Image] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path, brand: str) -> Kit:
        """Read the kit that set-up made; raises OSError."""
        read = json.loads((folder / "kit.json").read_text("utf-8"))
        star = tuple((x, y) for x, y in read["star"])
        drawings = frozenset(path.stem for path in folder.glob("*.png"))
        face = Face(folder / "face.ttf", frozenset(read["letters"]))
        return cls(folder, brand, read["colours"], star, face, drawings)

    @cached_property
    def mark(self) -> str:
        """A hash of everything that cards are made of."""
        total = sha256(self.brand.encode())
        for path in sorted(self.folder.iterdir()):
            total.update(path.name.encode() + b"\0" + path.read_bytes())
        return total.hexdigest()

    def draw(self, card: Card, photo: Image.Image | None = None) -> bytes:
        """Draw a card: a PNG of few colours, or a JPEG where there is a photo."""
        canvas = self._panel(card.drawing, card.ground).copy()
        self._write(canvas, card)
        if photo is None:
            out = BytesIO()
            canvas.save(out, "PNG", bits=_BITS, compress_type=_RLE)
            return out.getvalue()
        coloured = canvas.convert("RGB")
        coloured.paste(cover(photo, (_PANEL, HEIGHT)), (WIDTH - _PANEL, 0))
        return _as_jpeg(coloured)

    def layout(self, card: Card) -> tuple[int, tuple[Line, ...]]:
        """Set everything: the top of the stars, and the lines. What stands at the foot leaves the name its room."""
        below = (
            (self._beside(card.rating, _RATING_SIZES), _BRIGHT),
            (self._beside(card.also_rating, _SMALL_SIZES), _DIM),
            (self._set(card.foot, _SMALL_SIZES, _ONE_LINE), _DIM),
        )
        top = _BOTTOM - sum(text.height + _GAP for text, _ in below if text.lines)
        stars = top - (_STARS_HEIGHT if card.stars else 0)
        name, also = self._names(card, stars - _TOP - _GAP)
        brand = Line(self.face.legible(self.brand), _BRAND_LINE, _BRAND_SIZE, _DIM)
        above = ((name, _BRIGHT), (also, _DIM))
        return stars, (brand, *_placed(above, _TOP), *_placed(below, top))

    def _names(self, card: Card, room: int) -> tuple[SetText, SetText]:
        """Set the name whole and large, if need be at the cost of the other language's."""
        for height in _ALSO_HEIGHTS if card.also_name else ():
            also = self._set(card.also_name, _ALSO_SIZES, height)
            name = self._set(card.name, _NAME_SIZES, room - also.height - _GAP)
            if name.is_whole and (name.size >= _NAME_LARGE or height == _ALSO_HEIGHTS[-1]):
                return name, also
        return self._set(card.name, _NAME_SIZES, room), SetText()

    def _beside(self, text: str, sizes: tuple[int, ...]) -> SetText:
        """Set a sentence in one line if any of the sizes allows it, else in two."""
        line = self._set(text, sizes, _ONE_LINE)
        return line if line.is_whole else self._set(text, sizes, _TWO_LINES)

    def _set(self, text: str, sizes: tuple[int, ...], height: int) -> SetText:
        shown = self.face.legible(text).replace("Bạc Liêu", f"Bạc{TOGETHER}Liêu")
        return set_text(shown, self.face, sizes, TEXT_WIDTH, height)

    def _write(self, canvas: Image.Image, card: Card) -> None:
        stars, lines = self.layout(card)
        letters = Image.new("L", (WIDTH - _PANEL, HEIGHT))
        brush = ImageDraw.Draw(letters)
        for line in lines:
            brush.text((_LEFT, line.baseline), line.text, line.ink, self.face.font(line.size), "ls")
        canvas.paste(letters.point(_AS_LETTERS), (0, 0))
        if card.stars:
            canvas.paste(self._star_row(card.stars, is_dated=card.is_dated), (_LEFT, stars))
        if card.credit:
            self._credit(canvas, card.credit)

    def _credit(self, canvas: Image.Image, credit: str) -> None:
        """Write whose drawing it is in a line at the foot of the panel, in the darkest colour there is."""
        brush = ImageDraw.Draw(canvas)
        brush.fontmode = "1"
        place = (WIDTH - _PANEL // 2, HEIGHT - 22)
        brush.text(place, self.face.legible(credit), 0, self.face.font(_CREDIT_SIZE), "ms")

    def _colour(self, name: str, below: Colour = (0, 0, 0)) -> Colour:
        """Give a colour of the style sheet; one that is seen through, on what lies below."""
        red, green, blue, *share = bytes.fromhex(self.colours[name].removeprefix("#"))
        return _mixed(below, (red, green, blue), share[0] / 255 if share else 1)

    def _panel(self, drawing: str, ground: str) -> Image.Image:
        """Give the card before anything is written on it."""
        if (drawing, ground) not in self._panels:
            self._panels[drawing, ground] = self._new_panel(drawing, ground)
        return self._panels[drawing, ground]

    def _new_panel(self, drawing: str, ground: str) -> Image.Image:
        panel = Image.new("RGB", (_PANEL, HEIGHT), self._colour(ground))
        if drawing in self.drawings:
            with Image.open(self.folder / f"{drawing}.png") as drawn:
                place = ((_PANEL - drawn.width) // 2, (HEIGHT - drawn.height) // 2)
                panel.paste(drawn, place, drawn)
        few = Image.new("P", (1, 1))
        few.putpalette(colours := list(self._panel_colours(drawing, ground)))
        panel = panel.quantize(palette=few, dither=Image.Dither.NONE)
        canvas = Image.new("P", (WIDTH, HEIGHT))
        canvas.putpalette([*self._ramps(), *colours])
        after = _LETTER_STEPS + _STAR_STEPS
        canvas.paste(panel.point([min(at + after, 255) for at in range(256)]), (WIDTH - _PANEL, 0))
        return canvas

    def _panel_colours(self, drawing: str, ground: str) -> Iterator[int]:
        """Give the colours of a drawing, and between each and its line the one that smooths the edge."""
        line, below = self._colour("art-line"), self._colour(ground)
        inks = _MAP_INKS if drawing.startswith(MAP) else _INKS
        filled = [self._colour(ink, below) for ink in inks]
        for colour in (below, line, *filled, *(_mixed(line, each, 0.5) for each in (below, *filled))):
            yield from colour

    def _ramps(self) -> Iterator[int]:
        deep, white, gold = (self._colour(name) for name in ("deep", "on-deep", "gold"))
        shades = [(white, step / (_LETTER_STEPS - 1)) for step in range(_LETTER_STEPS)]
        shades += [(gold, step / _STAR_STEPS) for step in range(1, _STAR_STEPS + 1)]
        for ink, share in shades:
            yield from _mixed(deep, ink, share)

    def _star_row(self, number: int, *, is_dated: bool) -> Image.Image:
        if (number, is_dated) not in self._stars:
            self._stars[number, is_dated] = self._new_star_row(number, is_dated=is_dated)
        return self._stars[number, is_dated]

    def _new_star_row(self, number: int, *, is_dated: bool) -> Image.Image:
        size = (_STAR_PITCH * number, 2 * _STAR_RADIUS + 2)
        row = Image.new("L", (size[0] * _FINER, size[1] * _FINER))
        brush = ImageDraw.Draw(row)
        for at in range(number):
            left, top = _STAR_PITCH * at + _STAR_RADIUS + 1, _STAR_RADIUS + 1
            reach = 0.94 * _STAR_RADIUS
            corners = [(_FINER * (left + reach * x), _FINER * (top + reach * y)) for x, y in self.star]
            if is_dated:
                brush.polygon(corners, _BRIGHT)
            brush.line([*corners, corners[0]], _BRIGHT, 3 * _FINER, joint="curve")
        return row.resize(size, Image.Resampling.BOX).point(_AS_STARS)


def _mixed(below: Colour, ink: Colour, share: float) -> Colour:
    red, green, blue = (round(low + (high - low) * share) for low, high in zip(below, ink, strict=True))
    return red, green, blue


def _letter(value: int) -> int:
    return round(value * (_LETTER_STEPS - 1) / 255)


def _star(value: int) -> int:
    shade = round(value * _STAR_STEPS / 255)
    return _LETTER_STEPS - 1 + shade if shade else 0


_AS_LETTERS: Final = [_letter(value) for value in range(256)]
_AS_STARS: Final = [_star(value) for value in range(256)]


def _placed(texts: tuple[tuple[SetText, int], ...], top: int) -> Iterator[Line]:
    """Put texts below one another."""
    for text, ink in texts:
        for number, line in enumerate(text.lines):
            yield Line(line, top + round(0.98 * text.size) + number * text.pitch, text.size, ink)
        top += text.height + _GAP if text.lines else 0


def cover(photo: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Fill a room with a photo: what juts out on either side is cut off."""
    scale = max(size[0] / photo.width, size[1] / photo.height)
    width, height = size[0] / scale, size[1] / scale
    left, top = (photo.width - width) / 2, (photo.height - height) / 2
    return photo.resize(size, Image.Resampling.LANCZOS, box=(left, top, left + width, top + height))


def _as_jpeg(picture: Image.Image) -> bytes:
    """Write a picture as good as its weight allows."""
    content = b""
    for quality in _QUALITIES:
        out = BytesIO()
        picture.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
        content = out.getvalue()
        if len(content) <= MOST_BYTES:
            break
    return content
