"""A badge of a product's rating for other people's pages: a picture that says until when, since nobody can correct it there.

It stands on its own white, so that it can be read on any ground, and is set in the face of whoever looks: ``textLength``
gives each line the same width everywhere. Its stars are the catalogue's own, nothing like the OCOP mark.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from ocop.dates import PartialDate
from ocop.edition import Edition, Status
from ocop.edition.words import lasting
from ocop.i18n import Lang, phrases, words
from ocop.i18n.phrases import pick
from ocop.records import Product

_HEIGHT: Final = 52
_MARGIN: Final = 12
_STAR: Final = 18
_LABEL_SIZE, _STATE_SIZE = 17, 13
_BOLD: Final = 1.06
_FACE: Final = "system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,sans-serif"
_STAR_PATH: Final = "M12 3l2.6 6 6.5.6-4.9 4.4 1.4 6.4-5.6-3.4-5.6 3.4 1.4-6.4-4.9-4.4 6.5-.6z"
# How wide letters are in the faces of telephones and computers, in parts of the size of type.
_WIDTHS: Final = {
    **dict.fromkeys("ijlI.,:;·'|", 0.26), **dict.fromkeys(" ()/-frt", 0.32), **dict.fromkeys("mwMW%…", 0.87),
    **dict.fromkeys("ABCDEGHKNOPQRSTUVXYZ&", 0.67),
}  # fmt: skip
_COMMON_WIDTH: Final = 0.56


@dataclass(frozen=True, slots=True)
class _Look:
    """How a state of rating is drawn: its edge, the ground under its stars where they have one, and the stars."""

    edge: str
    plaque: str = ""
    star: str = ""


_LOOKS: Final = {
    Status.HOLDING: _Look('stroke="#0B3B32"', 'fill="#0B3B32"', 'fill="#F2B632"'),
    Status.UNCONFIRMED: _Look(
        'stroke="#7A5600" stroke-dasharray="5 3"', "", 'fill="none" stroke="#7A5600" stroke-width="2"'
    ),
    Status.ENDED: _Look('stroke="#76847D"'),
    Status.NONE: _Look('stroke="#76847D"'),
    Status.WITHDRAWN: _Look('stroke="#11241F"'),
}  # fmt: skip


def badge(product: Product, edition: Edition, lang: Lang) -> bytes:
    """Draw the badge of a product as it stands on the edition's day, in words that stay true after it."""
    name = product.en.name if lang == "en" and product.en is not None and product.en.name else product.name
    label, state = _lines(product, edition, lang)
    rating = edition.rating(product)
    look, stars = _LOOKS[rating.status], rating.current_stars or 0
    starred = _MARGIN + stars * _STAR if stars else 0
    plaque = starred + _MARGIN if look.plaque and stars else 0
    left = max(starred, plaque) + _MARGIN
    widths = (_width(label, _LABEL_SIZE) * _BOLD, _width(phrases.capital(state), _STATE_SIZE))
    width = round(left + max(widths) + _MARGIN)
    frame = f'width="{width}" height="{_HEIGHT}" viewBox="0 0 {width} {_HEIGHT}" role="img" aria-labelledby="t" lang="{lang}"'
    title = f"{name}: {label}, {state}. {words.of(lang).t('site')}."
    parts = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {frame} font-family="{_FACE}">',
        f'<title id="t">{escape(title)}</title>',
        f'<rect x=".5" y=".5" width="{width - 1}" height="{_HEIGHT - 1}" rx="3" fill="#fff" {look.edge}/>',
        *_stars(stars, plaque, look),
        _line(label, left, 23, widths[0], f'font-size="{_LABEL_SIZE}" font-weight="700" fill="#11241F"'),
        _line(phrases.capital(state), left, 41, widths[1], f'font-size="{_STATE_SIZE}" fill="#4A5B55"'),
        "</svg>\n",
    )  # fmt: skip
    return "".join(parts).encode()


def _lines(product: Product, edition: Edition, lang: Lang) -> tuple[str, str]:
    """Give both lines: how it is rated, then until when; where nothing ends, what else is known, or as of which day."""
    said, rating = lasting(product, edition, lang), edition.rating(product)
    if rating.status is Status.NONE:
        label, _, told = said.label.partition(": ")
        return label, told or _as_of(edition, lang)
    state = said.state
    if rating.status is Status.UNCONFIRMED and rating.ends is not None:
        end = phrases.ended_text(rating.ends, lang, at_latest=rating.ends_at_latest, short=True)
        state += f", {end.replace('expired', 'expires')}"
    return _of_ocop(said.label), state


def _of_ocop(label: str) -> str:
    """Say of what the stars are: ``OCOP 4 sao``, ``OCOP: từng đạt 4 sao``."""
    if "OCOP" in label:
        return label
    return f"OCOP {label}" if label[0].isdigit() else f"OCOP: {label[0].lower()}{label[1:]}"


def _as_of(edition: Edition, lang: Lang) -> str:
    day = phrases.date_text(PartialDate.of(edition.day), lang)
    return pick((f"theo danh mục ngày {day}", f"in the catalogue of {day}"), lang)


def _stars(stars: int, plaque: int, look: _Look) -> Iterator[str]:
    if not stars:
        return
    if plaque:
        yield f'<rect width="{plaque}" height="{_HEIGHT}" rx="3" {look.plaque}/>'
    scale = _STAR / 24
    places = "".join(f'<use href="#s" x="{24 * number}"/>' for number in range(1, stars))
    yield f'<g transform="translate({_MARGIN} {(_HEIGHT - _STAR) / 2:g})scale({scale:g})" {look.star}>'
    yield f'<path id="s" d="{_STAR_PATH}"/>{places}</g>'


def _line(text: str, x: float, y: float, width: float, style: str) -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" textLength="{width:.0f}" lengthAdjust="spacingAndGlyphs" {style}>'
        f"{escape(text)}</text>"
    )


def _width(text: str, size: int) -> float:
    """Give how wide a line is set; marks above and below letters take no room."""
    letters = unicodedata.normalize("NFD", text)
    return size * sum(
        _WIDTHS.get(letter, _COMMON_WIDTH) for letter in letters if not unicodedata.combining(letter)
    )
