"""What is printed, planned: the catalogue of each language and the sheet of each product.

A sheet is composed when it is to be written, by whoever writes it; only then is it known whether the shelf has it already.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, Final

from ocop import addresses
from ocop.edition import Edition
from ocop.photos import PRINTED_SIZES, key_of, printed_key, printed_photo
from ocop.press import Press
from ocop.records import Product
from ocop.site.art import Art, Drawing
from ocop.site.compose.booklet import SALT_FIELDS, catalogue
from ocop.site.compose.pictures import read_photo
from ocop.site.compose.sheet import sheet
from ocop.site.compose.telling import DEFAULT_ICON, Telling
from ocop.site.model import Batch, LateBatch, Settings
from ocop.site.papers import Both

_ENTRY, _SHEET = PRINTED_SIZES
_COLOUR: Final = re.compile(r"var\(--([\w-]+)\)")


def printed(edition: Edition, settings: Settings) -> Iterator[LateBatch]:
    """Plan everything that is printed; nothing where set-up has made nothing to print with."""
    if settings.cards is None:
        return
    printer = _Printer(edition, settings, Press(settings.art.parents[2] / "print", settings.cards))
    for telling in (printer.both.vi, printer.both.en):
        path = addresses.catalogue(telling.lang)
        yield LateBatch(path, (path,), partial(printer.catalogue, telling))
    for product in edition.listing:
        yield LateBatch(product.path, (addresses.sheet(product.id),), partial(printer.sheet, product))


@dataclass(frozen=True)
class _Printer:
    """Prints one edition: reads drawings and photos when they are needed, and each drawing once."""

    edition: Edition
    settings: Settings
    press: Press

    @cached_property
    def both(self) -> Both[Telling]:
        """The edition in both languages."""
        return Both(Telling(self.edition, "vi", self.settings), Telling(self.edition, "en", self.settings))

    def catalogue(self, telling: Telling) -> Batch:
        """Begin the catalogue of one language."""
        goods = self.edition.listing
        photos = {product.id: photo for product in goods if (photo := self._photo(product, _ENTRY))}
        icons = {self._icon(product) for product in goods}
        drawings = {name: self._drawings[name] for name in (*sorted(icons), SALT_FIELDS)} | self._maps
        path = addresses.catalogue(telling.lang)
        return self._batch(path, path, "catalogue.typ", catalogue(telling, drawings, self._art.map, photos))

    def sheet(self, product: Product) -> Batch:
        """Begin the sheet of a product."""
        photo, icon = self._photo(product, _SHEET), self._icon(product)
        drawings = {} if photo else {icon: self._drawings[icon]}
        path = addresses.sheet(product.id)
        return self._batch(product.path, path, "sheet.typ", sheet(product, self.both, icon, drawings, photo))

    def _batch(self, made_of: str, path: str, template: str, view: Any) -> Batch:
        written, day = self.press.written(view), self.edition.day
        key = key_of("print", template, written, day, self.press.mark)
        return Batch(made_of, (path,), key, lambda: (self.press.print(template, written, day),))

    def _icon(self, product: Product) -> str:
        icon = self.edition.catalogue.kinds[product.kind].icon or DEFAULT_ICON
        return icon if icon in self._art.drawings else DEFAULT_ICON

    @cached_property
    def _art(self) -> Art:
        return Art.load(self.settings.art)

    @cached_property
    def _drawings(self) -> dict[str, str]:
        return {name: self._coloured(_svg(drawing)) for name, drawing in self._art.drawings.items()}

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
        return self._coloured(_svg(Drawing(self._art.map.box, paint, outlines)))

    def _coloured(self, svg: str) -> str:
        return _COLOUR.sub(lambda name: self.press.colours[name[1]], svg)

    def _photo(self, product: Product, size: tuple[int, int]) -> str:
        """Give the first photo of a product in a size, as SVG, off the shelf where it lies there; empty where it has none."""
        catalogue = self.edition.catalogue
        for photo in catalogue.shown_photos(product)[:1]:
            path = f"{product.folder}/{photo.file}"
            facts, shelf = catalogue.pictures[path], self.settings.shelf
            key = printed_key(facts)
            kept = shelf.get(key) if shelf is not None else None
            if kept is None:
                kept = printed_photo(read_photo(catalogue.root / path, facts), facts)
                if shelf is not None:
                    shelf.put(key, kept)
            return _as_svg(kept[PRINTED_SIZES.index(size)], size)
        return ""


def _svg(drawing: Drawing) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{drawing.box}"{drawing.paint}>{drawing.inner}</svg>'


def _as_svg(jpeg: bytes, size: tuple[int, int]) -> str:
    """Wrap a photo, for a template gets everything as text."""
    width, height = size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"><image width="{width}" height="{height}"'
        f' href="data:image/jpeg;base64,{b64encode(jpeg).decode()}"/></svg>'
    )
