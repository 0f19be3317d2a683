"""A product in whole English sentences made of its fields, for those whose record has no English words yet.

What it is, from where, of whom, how rated, how sold: each sentence only where the record says so, and each stays true where
nobody brings it up to the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ocop.edition.model import Edition
from ocop.edition.standing import Status
from ocop.edition.words import ended, evidence, lasting
from ocop.i18n import phrases
from ocop.i18n.goods import goods_text
from ocop.records import Product

_TOURISM: Final = "du-lich"
_SIZE: Final = re.compile(
    r"(?:(?:gói|túi|hộp|chai|hũ|bao|bịch)\s+)?(\d+(?:[.,]\d+)?)\s*(kg|g|ml|l|lít)", re.IGNORECASE
)


def described_en(product: Product, edition: Edition) -> str:
    """Describe a product in English."""
    said = (_what(product, edition), _rated(product, edition), _sold(product), _exported(product))
    return " ".join(_sentence(each) for each in said if each)


def _what(product: Product, edition: Edition) -> str:
    catalogue = edition.catalogue
    kind = catalogue.kinds[product.kind]
    listed = f"listed under “{kind.en or kind.name}”"
    is_visited = kind.group == _TOURISM
    known = "" if is_visited else phrases.capital(goods_text(product.name))
    what = known or (f"A place to visit, {listed}" if is_visited else f"Goods {listed}")
    if place := _place(product, edition):
        # Where it is from says nothing of what is added to it.
        apart = "" if known and not re.search(r",| with ", known) else ","
        what += f"{apart} {'in' if is_visited else 'from'} {place}"
    if product.producer is None:
        return what
    maker = catalogue.producers[product.producer]
    name = maker.en.name if maker.en is not None and maker.en.name is not None else maker.name
    return f"{what}, {'run' if is_visited else 'made'} by {name}"


def _place(product: Product, edition: Edition) -> str:
    """Say where it is made, as it was called; empty where no source names a district."""
    if product.district is None:
        return ""
    district = edition.catalogue.districts[product.district].name
    commune = edition.catalogue.commune_of(product)
    if commune is None:
        return phrases.unit_text(district, "en")
    return f"{phrases.unit_bare(commune.name)}, {phrases.unit_text(district, 'en')}"


def _rated(product: Product, edition: Edition) -> str:
    rating = edition.rating(product)
    level = (
        f"rated {phrases.stars_text(rating.stars, 'en')}"
        if rating.stars is not None
        else "recognised under OCOP, stars not stated"
    )
    match rating.status:
        case Status.HOLDING:
            until = lasting(product, edition, "en").state if rating.ends is not None else ""
            return ", ".join(filter(None, (phrases.capital(level), until)))
        case Status.UNCONFIRMED:
            since = rating.recognition.reported if rating.recognition is not None else None
            reported = f" in {phrases.date_text(since, 'en')}" if since is not None else ""
            return f"Reported{reported} to be {level}; the date of recognition is not confirmed"
        case Status.ENDED:
            return f"Formerly {level}; the recognition {ended(rating, 'en')}"
        case Status.WITHDRAWN:
            since = rating.withdrawal.date if rating.withdrawal is not None else None
            when = f" {phrases.date_in_sentence(since, 'en')}" if since is not None else ""
            return f"It left the OCOP programme{when}"
        case Status.NONE:
            told = evidence(product, "en")
            return f"Its OCOP rating is not confirmed: {told}" if told else "No star rating is on record"


def _sold(product: Product) -> str:
    """Say in which sizes and months it is sold; a size in words that are not known is left to the table of facts."""
    sizes = list(dict.fromkeys(filter(None, (_size(pack.size or "") for pack in product.packs))))
    season = product.season
    when = (
        "" if not season else " all year" if len(season) == 12 else f" in {phrases.months_text(season, 'en')}"
    )
    how = f" in packs of {phrases.and_text(sizes, 'en')}" if sizes else ""
    return f"Sold{how}{',' if how and when else ''}{when}" if how or when else ""


def _size(written: str) -> str:
    found = _SIZE.fullmatch(written)
    if found is None:
        return ""
    unit = found[2].lower()
    return f"{found[1].replace(',', '.')} {'l' if unit == 'lít' else unit}"


def _exported(product: Product) -> str:
    codes = product.trade.export_markets if product.trade is not None else ()
    names: Iterator[str] = (phrases.country_text(code, "en") for code in codes)
    return f"Exported to {phrases.and_text(list(names), 'en')}" if codes else ""


def _sentence(text: str) -> str:
    """End a sentence with one full stop, whatever a name in it ends with, and put single blanks between its words."""
    return " ".join(text.split()).rstrip(" .") + "."
