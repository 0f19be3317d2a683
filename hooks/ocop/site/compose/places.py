"""Pages of districts: the places as they were until 30 June 2025 and as they are now, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from ocop.i18n import phrases
from ocop.records import Commune, District, Product
from ocop.site.compose.citing import Citations
from ocop.site.compose.lines import district_map, kind_lines, place_lines
from ocop.site.compose.listings import page_addresses
from ocop.site.compose.makers import producer_row, sales_point_row, shown_makers
from ocop.site.compose.product import edit_link, report_link
from ocop.site.compose.sections import Shelf, into_pages, shelf_chips, told
from ocop.site.compose.supply import what_buyers_ask
from ocop.site.compose.telling import Telling
from ocop.site.views import (
    Chip,
    DistrictsView,
    DistrictView,
    Link,
    PlainRow,
    RenamedCommune,
    Said,
    Section,
)

NAMES_ANCHOR = "ten"


def merger_note(telling: Telling) -> str:
    """Say what happened to the districts on 1 July 2025 (Resolutions 202/2025/QH15 and 1655/NQ-UBTVQH15)."""
    return telling.say(
        "Từ 1/7/2025 Bạc Liêu thuộc tỉnh Cà Mau, không còn cấp huyện. Trang này ghi cả tên cũ lẫn tên mới.",
        "Since 1 July 2025 Bạc Liêu has been part of Cà Mau Province, without districts. Old and new names stand side by side.",
    )


def districts_view(telling: Telling) -> DistrictsView:
    """Compose the index of districts with the map; goods whose place no source names are only counted."""
    unknown = telling.edition.by_district.get(None, ())
    count = len(telling.edition.catalogue.districts)
    more = Link(
        telling.here(telling.say("Xem tất cả sản phẩm", "See all products")), telling.address("products")
    )
    # Their place is in every listing but the districts'.
    section = Section(
        "chua-ro",
        telling.say("Chưa rõ địa phương", "Place not known"),
        (),
        intro=telling.say(
            f"{phrases.products_text(len(unknown), 'vi')} mà chưa nguồn nào cho biết làm ở huyện nào.",
            f"{phrases.products_text(len(unknown), 'en')} for which no source names the district.",
        ),
        more=more,
    )
    return DistrictsView(
        heading=telling.say("Địa phương", "Places"),
        lead=telling.say(
            f"{count} huyện, thị xã, thành phố của đề án 2019.", f"The {count} districts of the 2019 plan."
        ),
        note=merger_note(telling),
        districts=place_lines(telling.edition.listing, telling, empty=True),
        map=district_map(telling.edition.listing, telling),
        unknown=section if unknown else None,
    )


def district_pages(district: District, telling: Telling) -> list[Callable[[], DistrictView]]:
    """Compose the pages of one district, its communes as sections."""
    goods = telling.edition.by_district.get(district.id, ())
    pages = into_pages(tuple(_shelves(district, goods, telling)), telling)
    address_of = page_addresses(pages, "districts", district.id, telling.lang)
    name = phrases.unit_text(district.name, telling.lang)

    def page(number: int, shelves: tuple[Shelf, ...]) -> DistrictView:
        first = number == 1
        citations = Citations(telling)
        citations.cite(district.sources)
        makers, makers_more = shown_makers(_makers(district, telling), telling)
        buyers = what_buyers_ask(goods, telling, citations) if first else ()
        return DistrictView(
            heading=telling.numbered(name, number),
            now=district_now(district, telling) if first else "",
            lead=_lead(district, goods, telling) if first else "",
            note=_note(district, telling) if first else "",
            names_note=_names_note(district, telling) if first else None,
            chips=_chips(district, shelf_chips(pages, address_of, number), telling, first=first),
            map=district_map(telling.edition.listing, telling, district.id) if first else (),
            sections=told(shelves, telling),
            empty=""
            if goods
            else telling.say("Chưa ghi nhận sản phẩm nào ở đây.", "No product on record here."),
            kinds=kind_lines(goods, telling) if first else (),
            makers=makers if first else (),
            makers_more=makers_more if first else None,
            points=_points(district, telling) if first else (),
            renamed=_renamed(district, goods, telling) if first else (),
            story=telling.story(district) if first else None,
            sources=citations.lines() if first else (),
            photos=telling.pictures(district) if first else (),
            report=report_link(district, telling) if first else None,
            edit=edit_link(district, telling) if first else None,
            buyers=buyers,
        )

    return [partial(page, number, shelves) for number, shelves in enumerate(pages, start=1)]


def commune_pages(district: District, telling: Telling) -> dict[str, str]:
    """Give the address of the page on which each commune of a district with goods is a section, by the commune's id."""
    goods = telling.edition.by_district.get(district.id, ())
    pages = into_pages(tuple(_shelves(district, goods, telling)), telling)
    address_of = page_addresses(pages, "districts", district.id, telling.lang)
    return {shelf.anchor: address_of[number] for number, page in enumerate(pages, start=1) for shelf in page}


def _lead(district: District, goods: tuple[Product, ...], telling: Telling) -> str:
    summary = telling.summary(district)
    told = summary.text if summary is not None else ""
    if not goods:
        return told
    return f"{telling.counted(goods)}. {told}".strip()


def district_now(district: District, telling: Telling) -> str:
    """Name the units that a district became, each once; empty where no record tells."""
    units = {each.now.name: each.now for each in _in_order(district.communes) if each.now is not None}
    if not units:
        return ""
    names = ", ".join(phrases.unit_inside(name, telling.lang) for name in units)
    provinces = {unit.province for unit in units.values() if unit.province is not None}
    where = "".join(f" ({phrases.province_text(each, telling.lang)})" for each in sorted(provinces))
    return telling.say(f"nay thuộc {names}{where}", f"now in {names}{where}")


def _note(district: District, telling: Telling) -> str:
    before = [commune for commune in district.communes if commune.now is not None]
    if not before:
        return merger_note(telling)
    bare = phrases.unit_short(district.name, telling.lang)
    return telling.say(
        f"Từ 1/7/2025 không còn cấp huyện. Trang này xếp theo {len(before)} xã, phường, thị trấn cũ của {bare}, "
        "kèm tên mới của từng nơi.",
        f"Districts were abolished on 1 July 2025. This page goes by the {len(before)} old communes, wards and townships "
        f"of {bare} and gives each one’s new name.",
    )


def _names_note(district: District, telling: Telling) -> Said | None:
    if district.names_note is None:
        return None
    return telling.said(district.names_note, district.en.names_note if district.en is not None else None)


def _shelves(district: District, goods: tuple[Product, ...], telling: Telling) -> Iterator[Shelf]:
    for commune in district.communes:
        here = tuple(product for product in goods if product.commune == commune.id)
        if here:
            heading = phrases.unit_text(commune.name, telling.lang)
            yield Shelf(commune.id, heading, here, "maker", now=telling.commune_now(commune))
    somewhere = tuple(product for product in goods if product.commune is None)
    if somewhere:
        inside = phrases.unit_inside(district.name, telling.lang)
        yield Shelf(
            "chua-ro-xa",
            telling.say("Chưa rõ xã", "Commune not known"),
            somewhere,
            "maker",
            intro=telling.say(f"Nguồn chỉ nêu {inside}.", f"Sources name only {inside}."),
        )


def _chips(district: District, chips: tuple[Chip, ...], telling: Telling, *, first: bool) -> tuple[Chip, ...]:
    short = tuple(replace(chip, text=_short(chip.text)) for chip in chips)
    if not first or not any(commune.now for commune in district.communes):
        return short
    return (*short, Chip(telling.say("Tên cũ, tên mới", "Old and new names"), fragment=NAMES_ANCHOR))


def _short(heading: str) -> str:
    return phrases.unit_bare(heading)


def _makers(district: District, telling: Telling) -> tuple[PlainRow, ...]:
    """Make the rows of the producers here, those of the best rated goods first."""
    places = {product.id: place for place, product in enumerate(telling.edition.listing)}
    goods = telling.edition.by_producer
    here = [each for each in telling.edition.producers if each.district == district.id]
    last = len(places)
    here.sort(key=lambda each: places[goods[each.id][0].id] if each.id in goods else last)
    return tuple(producer_row(each, goods.get(each.id, ()), telling) for each in here)


def _points(district: District, telling: Telling) -> tuple[PlainRow, ...]:
    here = (each for each in telling.edition.sales_points if each.district == district.id)
    return tuple(sales_point_row(each, telling) for each in here)


def _renamed(district: District, goods: tuple[Product, ...], telling: Telling) -> tuple[RenamedCommune, ...]:
    units = _units(telling)
    return tuple(
        RenamedCommune(
            commune.id,
            phrases.unit_text(commune.name, telling.lang),
            phrases.unit_text(commune.now.name, telling.lang),
            sum(product.commune == commune.id for product in goods),
            _misleading(commune, units, telling),
        )
        for commune in _in_order(district.communes)
        if commune.now is not None
    )


def _units(telling: Telling) -> dict[str, tuple[str, int]]:
    """Give today's units by their bare names: the full name, and of how many old communes they consist."""
    counts: Counter[str] = Counter(
        commune.now.name
        for district in telling.edition.catalogue.districts.values()
        for commune in district.communes
        if commune.now is not None
    )
    return {phrases.unit_bare(name): (name, count) for name, count in counts.items()}


def _misleading(commune: Commune, units: Mapping[str, tuple[str, int]], telling: Telling) -> str:
    """Warn where a unit of today has an old commune's name and is larger than it, or lies elsewhere."""
    bare = phrases.unit_bare(commune.name)
    if commune.now is None or bare not in units or bare.isdecimal():
        return ""
    today, parts = units[bare]
    if today != commune.now.name:
        name = phrases.unit_inside(today, telling.lang)
        return telling.say(f"{name} ngày nay là nơi khác", f"{name} of today is another place")
    if parts > 1:
        return telling.say("rộng hơn nơi cũ cùng tên", "larger than the old place of this name")
    return ""


def _in_order(communes: tuple[Commune, ...]) -> list[Commune]:
    return sorted(
        communes,
        key=lambda commune: (commune.now.name if commune.now else "", commune.code or "", commune.id),
    )
