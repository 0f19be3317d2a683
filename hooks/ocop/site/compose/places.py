"""Pages of districts: the places as they were until 30 June 2025 and as they are now, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from ocop.i18n import phrases
from ocop.records import Commune, District, Product
from ocop.site.compose.citing import Citations
from ocop.site.compose.listings import page_addresses
from ocop.site.compose.product import edit_link, report_link
from ocop.site.compose.sections import Shelf, into_pages, shelf_chips, told
from ocop.site.compose.telling import Telling
from ocop.site.views import (
    Chip,
    DistrictsView,
    DistrictView,
    IndexLine,
    Link,
    MapPlace,
    RenamedCommune,
    Said,
    Section,
)

NAMES_ANCHOR = "ten"
MAKER_LINES = 60


def district_map(telling: Telling, chosen: str = "") -> tuple[MapPlace, ...]:
    """Give the places of the map, each a link."""
    return tuple(
        MapPlace(
            each.id,
            phrases.unit_short(each.name, telling.lang),
            telling.address("districts", each.id),
            each.id == chosen,
        )
        for each in telling.edition.catalogue.districts.values()
    )


def district_lines(telling: Telling) -> tuple[IndexLine, ...]:
    """Give an index line for each district, most goods first."""
    lines = [
        IndexLine(
            telling.here(phrases.unit_text(each.name, telling.lang)),
            telling.address("districts", each.id),
            len(telling.edition.by_district.get(each.id, ())),
        )
        for each in telling.edition.catalogue.districts.values()
    ]
    return tuple(sorted(lines, key=lambda line: (-line.count, line.address)))


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
        districts=district_lines(telling),
        map=district_map(telling),
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
        return DistrictView(
            heading=telling.numbered(name, number),
            lead=_lead(district, goods, telling) if first else "",
            note=_note(district, telling) if first else "",
            names_note=_names_note(district, telling) if first else None,
            chips=_chips(district, shelf_chips(pages, address_of, number), telling, first=first),
            map=district_map(telling, district.id) if first else (),
            sections=told(shelves, telling),
            empty=""
            if goods
            else telling.say("Chưa ghi nhận sản phẩm nào ở đây.", "No product on record here."),
            makers=_makers(district, telling) if first else (),
            renamed=_renamed(district, goods, telling) if first else (),
            story=telling.story(district) if first else None,
            sources=citations.lines() if first else (),
            photos=telling.pictures(district) if first else (),
            report=report_link(district, telling) if first else None,
            edit=edit_link(district, telling) if first else None,
        )

    return [partial(page, number, shelves) for number, shelves in enumerate(pages, start=1)]


def _lead(district: District, goods: tuple[Product, ...], telling: Telling) -> str:
    summary = telling.summary(district)
    told = summary.text if summary is not None else ""
    if not goods:
        return told
    return f"{telling.counted(goods)}. {told}".strip()


def _note(district: District, telling: Telling) -> str:
    before = [commune for commune in district.communes if commune.now is not None]
    after = {(commune.now.name, commune.now.code) for commune in before if commune.now is not None}
    if not before:
        return merger_note(telling)
    bare = phrases.unit_short(district.name, telling.lang)
    return telling.say(
        f"Từ 1/7/2025 không còn cấp huyện. {len(before)} xã, phường, thị trấn của {bare} "
        f"nay thuộc {len(after)} xã, phường của tỉnh Cà Mau.",
        f"Districts were abolished on 1 July 2025. The {len(before)} communes, wards and townships of {bare} "
        f"are now in {len(after)} communes and wards of Cà Mau Province.",
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


def _makers(district: District, telling: Telling) -> tuple[IndexLine, ...]:
    here = [each for each in telling.edition.producers if each.district == district.id]
    goods = telling.edition.by_producer
    lines = (
        IndexLine(telling.name(each), telling.address("producers", each.id), len(goods.get(each.id, ())))
        for each in here
    )
    return tuple(sorted(lines, key=lambda line: -line.count)[:MAKER_LINES])


def _renamed(district: District, goods: tuple[Product, ...], telling: Telling) -> tuple[RenamedCommune, ...]:
    return tuple(
        RenamedCommune(
            commune.id,
            phrases.unit_text(commune.name, telling.lang),
            phrases.unit_text(commune.now.name, telling.lang),
            sum(product.commune == commune.id for product in goods),
        )
        for commune in _in_order(district.communes)
        if commune.now is not None
    )


def _in_order(communes: tuple[Commune, ...]) -> list[Commune]:
    return sorted(
        communes,
        key=lambda commune: (commune.now.name if commune.now else "", commune.code or "", commune.id),
    )
