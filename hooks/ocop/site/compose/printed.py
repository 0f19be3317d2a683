"""What is printed, planned: the catalogue of each language and the sheet of each product.

A sheet is composed when it is to be written, by whoever writes it; only then is it known whether the shelf has it already.
"""

from __future__ import annotations

import re
from base64 import b64encode
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from itertools import islice
from typing import Final

from ocop import addresses
from ocop.edition import Edition
from ocop.photos import PRINTED_SIZES, Shelf, kept, key_of, printed_key, printed_photo
from ocop.press import Press, code
from ocop.records import Product
from ocop.site.art import Art, Drawing
from ocop.site.compose.booklet import SALT_FIELDS, Pictures, catalogue
from ocop.site.compose.pictures import read_photo
from ocop.site.compose.sheet import sheet
from ocop.site.compose.telling import DEFAULT_ICON, Telling
from ocop.site.model import Batch, LateBatch, Settings
from ocop.site.papers import Both

_ENTRY_SIZE, _SHEET_SIZE = PRINTED_SIZES
_CATALOGUE, _SHEET = "catalogue.typ", "sheet.typ"
_CATALOGUES: Final = tuple(map(addresses.catalogue, addresses.LANGS))
_WAYS: Final = 11
"""In so many ways the sheet can be set, from the largest type to the least."""
_MUCH: Final = (5800, 6600, 7200, 7900)
"""So long is what a sheet says where the first, second … way has rarely room for it: to try them would be in vain."""
_COLOUR: Final = re.compile(r"var\(--([\w-]+)\)")


def printed(edition: Edition, settings: Settings) -> Iterator[LateBatch]:
    """Plan everything that is printed; nothing where set-up has made nothing to print with."""
    if settings.cards is None:
        return
    printer = _Printer(edition, settings, Press(settings.art.parents[2] / "print", settings.cards))
    # What takes longest comes first: at the end one process would be left alone with it. And it is for one process: two of
    # them would need twice the memory.
    yield LateBatch("catalogue.pdf", _CATALOGUES, printer.catalogues)
    for product in edition.listing:
        yield LateBatch(product.path, (addresses.sheet(product.id),), partial(printer.sheet, product))


def catalogue_weights(edition: Edition, settings: Settings) -> dict[str, int]:
    """Give the sizes in bytes of the catalogues by their paths; they are printed for it unless the shelf has them."""
    weights: dict[str, int] = {}
    for late in islice(printed(edition, settings), 1):
        batch = late.begun()
        made = kept(settings.shelf, batch.key, batch.make, len(batch.paths))
        weights.update(zip(batch.paths, map(len, made), strict=True))
    return weights


def _drawn(address: str) -> str:
    return code(address).decode()


@dataclass
class _Photos:
    """Photos of products, off the shelf where it has them; remembers the keys."""

    edition: Edition
    shelf: Shelf | None
    keys: list[str] = field(default_factory=list)

    def first(self, product: Product, size: tuple[int, int]) -> str:
        """Give the first photo of a product in a size, as SVG; empty where it has none."""
        shown = self.edition.catalogue.shown_photos(product)
        if not shown:
            return ""
        path = f"{product.folder}/{shown[0].file}"
        facts = self.edition.catalogue.pictures[path]
        self.keys.append(key := printed_key(facts))
        photos = kept(
            self.shelf,
            key,
            lambda: printed_photo(read_photo(self.edition.catalogue.root / path, facts), facts),
            len(PRINTED_SIZES),
        )
        return _as_svg(photos[PRINTED_SIZES.index(size)], size)


@dataclass(frozen=True)
class _Printer:
    """Prints one edition; reads the drawings when the first is needed."""

    edition: Edition
    settings: Settings
    press: Press

    @cached_property
    def both(self) -> Both[Telling]:
        """The edition in both languages."""
        return Both(Telling(self.edition, "vi", self.settings), Telling(self.edition, "en", self.settings))

    def catalogues(self) -> Batch:
        """Begin the catalogue of both languages."""
        photos, goods, day = self._photos(), self.edition.listing, self.edition.day
        shown = {each.id: photos.first(each, _ENTRY_SIZE) for each in goods}
        names = {SALT_FIELDS, *(self._icon(each) for each in goods)}
        drawings = {name: self._drawings[name] for name in sorted(names)} | self._maps
        pictures = Pictures(drawings, self._art.map, shown, _drawn)
        written = [self.press.written(catalogue(each, pictures)) for each in (self.both.vi, self.both.en)]
        return Batch(
            "catalogue.pdf",
            _CATALOGUES,
            self._key(_CATALOGUE, *written),
            lambda: tuple(self._whole(each, day) for each in written),
            tuple(photos.keys),
        )

    def _whole(self, written: str, day: date) -> bytes:
        pdf = self.press.print(_CATALOGUE, written, day)
        self.press.forget()
        return pdf

    def sheet(self, product: Product) -> Batch:
        """Begin the sheet of a product."""
        photos, icon, day = self._photos(), self._icon(product), self.edition.day
        photo = photos.first(product, _SHEET_SIZE)
        drawings = {} if photo else {icon: self._drawings[icon]}
        view = sheet(product, self.both, drawings, photo, _drawn)
        written = self.press.written(view)
        told = len(written) - len(view.code) - len(photo) - sum(map(len, drawings.values()))
        ways = range(bisect(_MUCH, told), _WAYS)
        return Batch(
            product.path,
            (addresses.sheet(product.id),),
            self._key(_SHEET, written),
            lambda: (self.press.print_on_one_page(_SHEET, written, day, ways),),
            tuple(photos.keys),
        )

    def _photos(self) -> _Photos:
        return _Photos(self.edition, self.settings.shelf)

    def _key(self, template: str, *written: str) -> str:
        return key_of("print", template, written, self.edition.day, self.press.mark)

    def _icon(self, product: Product) -> str:
        icon = self.edition.catalogue.kinds[product.kind].icon or DEFAULT_ICON
        return icon if icon in self._art.drawings else DEFAULT_ICON

    @cached_property
    def _art(self) -> Art:
        return Art.load(self.settings.art)

    @cached_property
    def _drawings(self) -> dict[str, str]:
        return {name: self._coloured(drawing) for name, drawing in self._art.drawings.items()}

    @cached_property
    def _maps(self) -> dict[str, str]:
        """The map with no district standing out, and with each of them."""
        return {"map": self._map("")} | {f"map-{name}": self._map(name) for name in self._art.map.outlines}

    def _map(self, chosen: str) -> str:
        outlines = "".join(
            f'<path d="{line}" fill="var(--{"chosen" if name == chosen else "land"})"/>'
            for name, line in self._art.map.outlines.items()
        )
        paint = ' stroke="var(--art-line)" stroke-width="1.4" stroke-linejoin="round"'
        return self._coloured(Drawing(self._art.map.box, paint, outlines))

    def _coloured(self, drawing: Drawing) -> str:
        """Write a drawing as a file of its own, in the light colours of the site."""
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{drawing.box}"{drawing.paint}>{drawing.inner}</svg>'
        return _COLOUR.sub(lambda name: self.press.colours[name[1]], svg)


def _as_svg(jpeg: bytes, size: tuple[int, int]) -> str:
    """Wrap a photo, for a template gets everything as text."""
    width, height = size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"><image width="{width}" height="{height}"'
        f' href="data:image/jpeg;base64,{b64encode(jpeg).decode()}"/></svg>'
    )
