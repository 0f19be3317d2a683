"""Records in whole English sentences made of their fields, for those that have no English words yet.

Of goods: what they are, from where, of whom, how rated, how sold; of producers and sales points: what they are, where, and
with which goods. Each sentence is there only where the record says so, and stays true where nobody brings it up to the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, TypeAlias

from ocop.edition.model import Edition
from ocop.edition.standing import Rating, Status
from ocop.edition.words import ended, evidence, lasting
from ocop.i18n import phrases
from ocop.i18n.goods import goods_text, is_several
from ocop.records import Kind, Producer, Product, SalesPoint

Described: TypeAlias = Product | Producer | SalesPoint

_TOURISM: Final = "du-lich"
_MAKERS: Final = {
    "enterprise": "an enterprise",
    "cooperative": "a cooperative",
    "cooperative-group": "a cooperative group",
    "household": "a workshop or household",
}
_SHOPS: Final = {
    "shop": "a shop",
    "showroom": "a showroom and shop",
    "supermarket": "a supermarket",
    "market-stall": "a market stall",
    "online": "an online shop",
}
_MOST_GOODS: Final = 5
_SIZE: Final = re.compile(
    r"(?:(?:gói|túi|hộp|chai|hũ|bao|bịch)\s+)?(\d+(?:[.,]\d+)?)\s*(kg|g|ml|l|lít)", re.IGNORECASE
)


def described_en(record: Described, edition: Edition) -> str:
    """Describe a record in English."""
    return " ".join(_sentence(each) for each in _told(record, edition) if each)


def _told(record: Described, edition: Edition) -> tuple[str, ...]:
    match record:
        case Product():
            return _what(record, edition), _rated(record, edition), _sold(record), _exported(record)
        case Producer():
            return _maker(record, edition), _produces(record, edition)
        case SalesPoint():
            return _shop(record, edition), _sells(record, edition)


# Goods --------------------------------------------------------------------------------------------


def _what(product: Product, edition: Edition) -> str:
    catalogue = edition.catalogue
    kind = catalogue.kinds[product.kind]
    is_visited = kind.group == _TOURISM
    known = "" if is_visited else goods_text(product.name)
    what = known or f"a {'place to visit,' if is_visited else 'product'} listed under “{_kind(kind)}”"
    said = f"{'These are' if is_several(known) else 'This is'} {what}"
    if place := _place(product, edition):
        # Where it is from says nothing of what is added to it.
        apart = "," if not known or re.search(r",| with ", known) else ""
        said += f"{apart} {'in' if is_visited else 'from'} {place}"
    if product.producer is None:
        return said
    maker = catalogue.producers[product.producer]
    name = maker.en.name if maker.en is not None and maker.en.name is not None else maker.name
    return f"{said}, {'run' if is_visited else 'produced'} by {name}"


def _rated(product: Product, edition: Edition) -> str:
    rating = edition.rating(product)
    level = (
        f"OCOP rating of {phrases.stars_text(rating.stars, 'en')}"
        if rating.stars is not None
        else "recognition under OCOP, stars not stated,"
    )
    match rating.status:
        case Status.HOLDING:
            return f"The {level} is {lasting(product, edition, 'en').state}"
        case Status.UNCONFIRMED:
            return _reported(rating)
        case Status.ENDED:
            return f"The {level} {ended(rating, 'en')}"
        case Status.WITHDRAWN:
            since = rating.withdrawal.date if rating.withdrawal is not None else None
            when = f" {phrases.date_in_sentence(since, 'en')}" if since is not None else ""
            return f"The product left the OCOP programme{when}"
        case Status.NONE:
            told = evidence(product, "en")
            return f"The OCOP rating is not confirmed: {told}" if told else "No star rating is on record"


def _reported(rating: Rating) -> str:
    since = rating.recognition.reported if rating.recognition is not None else None
    told = f"was reported {phrases.date_in_sentence(since, 'en')}" if since is not None else "is reported"
    if rating.stars is None:
        return f"Recognition under OCOP {told}, stars not stated; its date is not confirmed"
    stars = phrases.stars_text(rating.stars, "en")
    return f"An OCOP rating of {stars} {told}; the date of recognition is not confirmed"


def _sold(product: Product) -> str:
    """Say in which sizes and months it is sold; a size in words that are not known is left to the table of facts."""
    sizes = list(dict.fromkeys(filter(None, (_size(pack.size or "") for pack in product.packs))))
    how = f" in packs of {phrases.and_text(sizes, 'en')}" if sizes else ""
    when = _when(product.season) if product.season else ""
    return f"The product is sold{how}{',' if how and when else ''}{when}" if how or when else ""


def _size(written: str) -> str:
    found = _SIZE.fullmatch(written)
    if found is None:
        return ""
    unit = found[2].lower()
    return f"{found[1].replace(',', '.')} {'l' if unit == 'lít' else unit}"


def _when(months: tuple[int, ...]) -> str:
    if len(months) == 12:
        return " all year"
    return f" in {phrases.and_text(phrases.months_text(months, 'en').split(', '), 'en')}"


def _exported(product: Product) -> str:
    codes = product.trade.export_markets if product.trade is not None else ()
    names = [phrases.country_inside(code, "en") for code in codes]
    return f"The product is exported to {phrases.and_text(names, 'en')}" if names else ""


# Those who make and sell them ---------------------------------------------------------------------


def _maker(producer: Producer, edition: Edition) -> str:
    what = _MAKERS.get(producer.type or "", "a producer")
    place = _place(producer, edition)
    return f"This is {what} in {place}" if place else f"This is {what}"


def _produces(producer: Producer, edition: Edition) -> str:
    goods = _goods(edition.by_producer.get(producer.id, ()), edition)
    return f"It produces {goods}" if goods else ""


def _shop(point: SalesPoint, edition: Edition) -> str:
    what = _SHOPS.get(point.type or "", "a sales point")
    place = _place(point, edition)
    if not place and point.province is not None:
        place = phrases.province_text(point.province, "en")
    if not place and point.country is not None:
        place = phrases.country_inside(point.country, "en")
    return f"This is {what} in {place}" if place else f"This is {what}"


def _sells(point: SalesPoint, edition: Edition) -> str:
    if point.sells is None:
        return ""
    if point.sells.everything:
        return "It sells all goods of this catalogue"
    products = edition.catalogue.products
    goods = _goods((products[each] for each in point.sells.products), edition)
    return f"It sells {goods}" if goods else ""


def _goods(products: Iterable[Product], edition: Edition) -> str:
    """Name goods in a list, in short; those whose names the glossary does not know by their kind."""
    kinds = edition.catalogue.kinds
    names = list(dict.fromkeys(_in_short(each, kinds[each.kind]) for each in products))
    if len(names) > _MOST_GOODS:
        names[_MOST_GOODS:] = ["other goods"]
    return phrases.and_text(names, "en") if names else ""


def _in_short(product: Product, kind: Kind) -> str:
    return goods_text(product.name).partition(",")[0] or f"goods listed under “{_kind(kind)}”"


# Parts --------------------------------------------------------------------------------------------


def _kind(kind: Kind) -> str:
    return kind.en or kind.name


def _place(record: Described, edition: Edition) -> str:
    """Say where it is, as it was called; empty where no source names a district."""
    if record.district is None:
        return ""
    district = phrases.unit_text(edition.catalogue.districts[record.district].name, "en")
    commune = edition.catalogue.commune_of(record)
    return district if commune is None else f"{phrases.unit_bare(commune.name)}, {district}"


def _sentence(text: str) -> str:
    """End a sentence with one full stop, whatever a name in it ends with, and put single blanks between its words."""
    return " ".join(text.split()).rstrip(" .") + "."
