"""Where a product can be bought and at what price: sales points with their hours and the way there, shops, packs."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from ocop.dates import PartialDate
from ocop.edition.model import closes_after
from ocop.fields import Coordinates
from ocop.i18n import phrases
from ocop.records import Links, Pack, Product, SalesPoint
from ocop.site.compose.citing import Citations
from ocop.site.compose.facts import FactTable, with_note
from ocop.site.compose.opening import hours_view
from ocop.site.compose.telling import Telling, iso
from ocop.site.views import Bit, Hours, Link, PackLine, Packs, SellingPlace, WhereToBuy

PLACES_SHOWN = 6
FRESH_YEARS = 1
"""How long a price is taken for today's."""
_SHOPS = {"shopee": "Shopee", "lazada": "Lazada", "postmart": "PostMart", "voso": "Vỏ Sò"}
_MAPS = "https://www.google.com/maps"


def where_to_buy(product: Product, telling: Telling, citations: Citations) -> WhereToBuy | None:
    """Gather the open sales points and the online shops of a product; None where neither is known."""
    points = telling.edition.selling(product)
    shops = shop_links(product.links, telling)
    if not points and not shops:
        return None
    return WhereToBuy(
        tuple(_place(point, telling, citations) for point in points[:PLACES_SHOWN]),
        _all_points(telling) if len(points) > PLACES_SHOWN else None,
        shops,
        telling.said(product.retail, product.en.retail if product.en is not None else None)
        if product.retail is not None
        else None,
    )


def shop_links(links: Links | None, telling: Telling) -> tuple[Link, ...]:
    """Give the online shops by their names."""
    if links is None:
        return ()
    found = ((shop, getattr(links, key)) for key, shop in _SHOPS.items())
    return tuple(Link(telling.here(shop), url=url) for shop, url in found if url is not None)


def _all_points(telling: Telling) -> Link:
    return Link(telling.here(telling.say("Mọi điểm bán", "All places")), telling.address("sales-points"))


def _place(point: SalesPoint, telling: Telling, citations: Citations) -> SellingPlace:
    return SellingPlace(
        telling.name(point),
        telling.address("sales-points", point.id),
        phrases.sales_point_type_text(point.type, telling.lang) if point.type is not None else "",
        tuple(_whereabouts(point, telling, citations)),
        point_hours(point, telling),
        route(point, telling),
        iso(closes_after(point, telling.edition.day)),
    )


def _whereabouts(point: SalesPoint, telling: Telling, citations: Citations) -> list[Bit]:
    """Say where a point is: the address, and the place as it was and is now."""
    found = []
    if point.address is not None:
        english = point.en.address_note if point.en is not None else None
        found.append(with_note(Bit(telling.said(point.address, None)), point.address_note, english, telling))
    place = FactTable(telling, citations).place_bit(point)
    if place is not None:
        found.append(place)
    elif point.province is not None:
        found.append(Bit(telling.here(phrases.capital(phrases.province_text(point.province, telling.lang)))))
    elif point.country is not None:
        found.append(Bit(telling.here(phrases.country_text(point.country, telling.lang))))
    return found


def point_hours(point: SalesPoint, telling: Telling) -> Hours | None:
    """Show a sales point's hours, where they are known; of one that is to close nobody says later that it is open."""
    if point.hours is None:
        return None
    live = point.country in (None, "VN") and point.closed is None
    shown = hours_view(point.hours, telling, live=live)
    return replace(shown, until=iso(closes_after(point, telling.edition.day)))


def route(point: SalesPoint, telling: Telling) -> str:
    """Give the address of a map with the way to a point; empty for one on the net or without a place."""
    if point.location is not None:
        return route_to(point.location)
    if point.type == "online" or not (point.address or point.commune):
        return ""
    catalogue = telling.edition.catalogue
    commune = catalogue.commune_of(point)
    district = catalogue.districts[point.district] if point.district is not None else None
    country = phrases.country_text(point.country or "VN", "vi")
    parts = (
        point.name,
        point.address,
        commune and commune.name,
        district and district.name,
        point.province,
        country,
    )
    return f"{_MAPS}/search/?{urlencode({'api': 1, 'query': ', '.join(part for part in parts if part)})}"


def route_to(spot: Coordinates) -> str:
    """Give the address of a map with the way to a point in degrees."""
    return f"{_MAPS}/dir/?{urlencode({'api': 1, 'destination': f'{spot.lat:.6g},{spot.lon:.7g}'})}"


# Packs and prices ---------------------------------------------------------------


def packs_view(product: Product, telling: Telling) -> Packs | None:
    """Tabulate packs with their prices and say of which day these are; None where no price is known."""
    priced = [pack for pack in product.packs if pack.price is not None]
    if not priced:
        return None
    said = {pack: _price_day(pack, product, telling) for pack in priced}
    together = len({told for _, told in said.values()}) == 1
    days = [day for day, _ in said.values()]
    fresh = (
        min(day.plus_years(FRESH_YEARS).last for day in days if day is not None) if None not in days else None
    )
    return Packs(
        tuple(
            _pack(pack, "" if together or pack not in said else said[pack][1], telling)
            for pack in product.packs
        ),
        said[priced[0]][1] if together else "",
        fresh.isoformat() if fresh is not None else "",
        may_have_changed=fresh is None or fresh < telling.edition.day,
    )


def _price_day(pack: Pack, product: Product, telling: Telling) -> tuple[PartialDate | None, str]:
    """Give the day of a price and say it: its own, else that of the last check, else of the newest source."""
    if pack.priced is not None:
        when = phrases.date_in_sentence(pack.priced, telling.lang)
        return pack.priced, telling.say(f"Giá ghi {when}.", f"Price noted {when}.")
    if product.checked is not None:
        when = phrases.date_in_sentence(product.checked, telling.lang)
        return product.checked, telling.say(f"Giá đối chiếu {when}.", f"Price checked {when}.")
    sources = (telling.edition.catalogue.source(cited).date for cited in product.sources)
    newest = max((day for day in sources if day is not None), key=lambda day: day.last, default=None)
    if newest is None:
        return None, telling.say("Giá không rõ ngày.", "Price not dated.")
    when = phrases.date_in_sentence(newest, telling.lang)
    return newest, telling.say(f"Giá theo nguồn mới nhất, {when}.", f"Price from the newest source, {when}.")


def _pack(pack: Pack, noted: str, telling: Telling) -> PackLine:
    return PackLine(
        pack.size or telling.say("Không ghi quy cách", "Size not stated"),
        phrases.money_text(pack.price, telling.lang) if pack.price is not None else "",
        telling.say(f"mã vạch {pack.gtin}", f"GTIN {pack.gtin}") if pack.gtin is not None else "",
        noted,
    )
