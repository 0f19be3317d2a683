"""Every page of one language, with its address, its words for search engines and the way to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ocop import addresses
from ocop.edition.model import is_closed
from ocop.i18n import Lang
from ocop.records import Producer, Product, SalesPoint
from ocop.site import structured
from ocop.site.compose.data import data_view
from ocop.site.compose.home import home_view
from ocop.site.compose.kinds import group_pages, kind_pages, kinds_view
from ocop.site.compose.listings import STAR_LEVELS, product_pages, star_pages, stars_view
from ocop.site.compose.makers import producer_groups, producer_view, sales_point_groups, sales_point_view
from ocop.site.compose.places import district_pages, districts_view
from ocop.site.compose.product import product_view
from ocop.site.compose.programme import programme_view
from ocop.site.compose.sections import PAGE_ROWS
from ocop.site.compose.telling import Telling
from ocop.site.model import Page
from ocop.site.views import DataView, DirectoryGroup, DirectoryView, DistrictView, IndexLine, KindView, ListingView, Pager

_MENU = {
    "kinds": ("Loại hàng", "Kinds"),
    "stars": ("Xếp hạng sao", "Stars"),
    "districts": ("Địa phương", "Places"),
    "producers": ("Chủ thể", "Producers"),
    "programme": ("Chương trình", "Programme"),
    "products": ("Sản phẩm", "Products"),
    "sales-points": ("Điểm bán", "Where to buy"),
}
_LONGEST_DESCRIPTION = 300
_MEDIA = {"csv": "text/csv", "json": "application/json", "xml": "application/atom+xml"}


def pages_of(telling: Telling) -> Iterator[Page]:
    """Compose every page of one language."""
    yield from _single_pages(telling)
    yield from _listings(telling)
    for product in telling.edition.catalogue.products.values():
        yield _product(product, telling)
    for producer in telling.edition.producers:
        yield _producer(producer, telling)
    for point in telling.edition.catalogue.sales_points.values():
        yield _sales_point(point, telling)


def _page(
    telling: Telling, collection: str, title: str, description: str, template: str, view: Any,
    *, entry: str | Mapping[Lang, str] = "", number: int = 1, section: str = "", crumbs: tuple[tuple[str, str], ...] = (),
    picture: str = "", about: Mapping[str, Any] | None = None,
) -> Page:  # fmt: skip
    entries: dict[Lang, str] = {lang: entry if isinstance(entry, str) else entry[lang] for lang in addresses.LANGS}
    address = addresses.of(collection, telling.lang, entries[telling.lang], number)
    data = [about] if about is not None else []
    if crumbs:
        data.append(structured.breadcrumbs([*crumbs, (title, address)], telling.settings.site_url))
    return Page(
        address=address,
        lang=telling.lang,
        section=section,
        title=title,
        description=_short(description),
        template=template,
        view=view,
        alternates=addresses.alternates(collection, entries, number),
        picture=picture,
        crumbs=crumbs,
        structured=tuple(data),
    )


def _index(lines: Iterable[IndexLine], telling: Telling) -> Mapping[str, Any] | None:
    entries = [(line.name.text, line.address) for line in lines]
    return structured.item_list(entries, telling.settings.site_url) if entries else None


def _items(view: ListingView | KindView | DistrictView, number: int, telling: Telling) -> Mapping[str, Any] | None:
    """List what one page of a listing shows, for search engines."""
    entries = [(row.name.text, row.address) for section in view.sections for row in section.rows]
    if not entries:
        return None
    return structured.item_list(entries, telling.settings.site_url, first=(number - 1) * PAGE_ROWS + 1)


def _short(description: str) -> str:
    if len(description) <= _LONGEST_DESCRIPTION:
        return description
    return description[:_LONGEST_DESCRIPTION].rsplit(" ", 1)[0] + "…"


def _crumb(collection: str, telling: Telling) -> tuple[str, str]:
    return telling.say(*_MENU[collection]), telling.address(collection)


def _single_pages(telling: Telling) -> Iterator[Page]:
    home = home_view(telling)
    yield _page(telling, "home", home.heading, home.lead, "home.html", home,
                about=structured.website(home.heading, home.lead, telling.lang, telling.settings.site_url))  # fmt: skip
    kinds = kinds_view(telling)
    yield _page(telling, "kinds", kinds.heading, kinds.lead, "kinds.html", kinds, section="kinds",
                about=_index([line for group in kinds.groups for line in group.kinds], telling))  # fmt: skip
    stars = stars_view(telling)
    yield _page(telling, "stars", stars.heading, stars.lead, "listing.html", stars, section="stars",
                about=_items(stars, 1, telling))  # fmt: skip
    districts = districts_view(telling)
    yield _page(telling, "districts", districts.heading, f"{districts.lead} {districts.note}", "districts.html", districts,
                section="districts", about=_index(districts.districts, telling))  # fmt: skip
    programme = programme_view(telling)
    yield _page(telling, "programme", programme.heading, programme.lead or programme.heading, "programme.html", programme,
                section="programme")  # fmt: skip
    data = data_view(telling)
    yield _page(telling, "data", data.heading, data.lead, "data.html", data, about=_dataset(data, telling))


def _dataset(view: DataView, telling: Telling) -> Mapping[str, Any]:
    files = [(each.path, _MEDIA[each.path.rpartition(".")[2]]) for each in view.downloads]
    return structured.dataset(view.heading, view.lead, files, telling.lang, telling.settings.site_url)


def _listings(telling: Telling) -> Iterator[Page]:
    for number, listing in product_pages(telling):
        yield _page(telling, "products", listing.heading, listing.lead or listing.heading, "listing.html", listing, number=number,
                    about=_items(listing, number, telling))  # fmt: skip
    for stars in (*STAR_LEVELS, None):
        entry = {lang: addresses.star_entry(stars, lang) for lang in addresses.LANGS}
        for number, listing in star_pages(stars, telling):
            yield _page(telling, "stars", listing.heading, listing.lead or listing.heading, "listing.html", listing,
                        entry=entry, number=number, section="stars", crumbs=(_crumb("stars", telling),),
                        about=_items(listing, number, telling))  # fmt: skip
    for kind in telling.edition.catalogue.kinds.values():
        for number, view in kind_pages(kind, telling):
            yield _page(telling, "kinds", view.heading, view.lead or view.heading, "kind.html", view,
                        entry=kind.id, number=number, section="kinds", crumbs=(_crumb("kinds", telling),),
                        about=_items(view, number, telling))  # fmt: skip
    for group in telling.edition.catalogue.groups.values():
        for number, view in group_pages(group, telling):
            yield _page(telling, "kinds", view.heading, view.lead or view.heading, "kind.html", view,
                        entry=group.id, number=number, section="kinds", crumbs=(_crumb("kinds", telling),),
                        about=_items(view, number, telling))  # fmt: skip
    for district in telling.edition.catalogue.districts.values():
        for number, place in district_pages(district, telling):
            yield _page(telling, "districts", place.heading, place.lead or place.heading, "district.html", place,
                        entry=district.id, number=number, section="districts", crumbs=(_crumb("districts", telling),),
                        about=_items(place, number, telling))  # fmt: skip
    yield from _directories(telling)


def _directories(telling: Telling) -> Iterator[Page]:
    producers = producer_groups(telling.edition.producers, telling)
    lead = telling.say(
        f"{len(telling.edition.producers)} doanh nghiệp, hợp tác xã, cơ sở và hộ làm hàng OCOP hoặc dự đánh giá.",
        f"{len(telling.edition.producers)} enterprises, cooperatives, workshops and households that make OCOP goods or were assessed.",
    )
    yield from _directory("producers", telling.say("Chủ thể", "Producers"), lead, producers, telling, "producers")
    points = sales_point_groups(telling.edition.sales_points, telling)
    lead = telling.say("Nơi giới thiệu và bán hàng OCOP Bạc Liêu mà nguồn nêu tên.",
                       "Places named by a source that show and sell OCOP goods of Bạc Liêu.")  # fmt: skip
    empty = "" if points else telling.say("Chưa ghi nhận điểm bán nào.", "No sales point on record.")
    yield from _directory("sales-points", telling.say("Điểm bán", "Where to buy"), lead, points, telling, "", empty)


def _directory(
    collection: str, heading: str, lead: str, groups: tuple[DirectoryGroup, ...], telling: Telling, section: str, empty: str = ""
) -> Iterator[Page]:
    parts = _cut(groups, telling)
    for number, part in enumerate(parts, start=1):
        title = heading if number == 1 else heading + telling.say(f", trang {number}", f", page {number}")
        before = telling.address(collection, page=number - 1) if number > 1 else None
        after = telling.address(collection, page=number + 1) if number < len(parts) else None
        pager = Pager(number, len(parts), before, after) if len(parts) > 1 else None
        view = DirectoryView(title, lead if number == 1 else "", (), part, pager, empty=empty)
        entries = [(row.name.text, row.address) for group in part for row in group.rows]
        site_url = telling.settings.site_url
        about = structured.item_list(entries, site_url, first=(number - 1) * PAGE_ROWS + 1) if entries else None
        yield _page(telling, collection, title, lead, "directory.html", view, number=number, section=section, about=about)


def _cut(groups: tuple[DirectoryGroup, ...], telling: Telling) -> list[tuple[DirectoryGroup, ...]]:
    pages: list[list[DirectoryGroup]] = [[]]
    room = PAGE_ROWS
    for group in groups:
        rows, heading, anchor = group.rows, group.heading, group.anchor
        while rows:
            if room == 0:
                pages.append([])
                room = PAGE_ROWS
            part, rows = rows[:room], rows[room:]
            pages[-1].append(DirectoryGroup(anchor, heading, part))
            room -= len(part)
            heading, anchor = group.heading + telling.say(" (tiếp)", " (continued)"), f"{group.anchor}-tiep"
    return [tuple(page) for page in pages]


def _product(product: Product, telling: Telling) -> Page:
    view = product_view(product, telling)
    kind = telling.kind_of(product)
    maker = telling.edition.catalogue.producers[product.producer] if product.producer is not None else None
    told = [view.summary.text if view.summary is not None else view.name.text, telling.rating_sentence(product)]
    if maker is not None and view.summary is None:
        told.insert(1, f"{telling.name(maker).text}.")
    return _page(
        telling, "products", view.name.text, " ".join(told), "product.html", view,
        entry=product.id, section="kinds",
        crumbs=(_crumb("kinds", telling), (telling.kind_name(kind), telling.address("kinds", kind.id))),
        picture=view.photos[0].address if view.photos else "",
        about=structured.product(product, telling.edition, telling.lang, telling.settings.site_url),
    )  # fmt: skip


def _producer(producer: Producer, telling: Telling) -> Page:
    view = producer_view(producer, telling)
    place = telling.district_short(producer.district)
    description = view.summary.text if view.summary is not None else f"{view.name.text}. {place}."
    return _page(telling, "producers", view.name.text, description, "producer.html", view,
                 entry=producer.id, section="producers", crumbs=(_crumb("producers", telling),),
                 picture=view.photos[0].address if view.photos else "",
                 about=structured.producer(producer, telling.edition, telling.lang, telling.settings.site_url))  # fmt: skip


def _sales_point(point: SalesPoint, telling: Telling) -> Page:
    view = sales_point_view(point, telling, closed=is_closed(point, telling.edition.day))
    description = view.summary.text if view.summary is not None else f"{view.name.text}. {point.address or ''}".strip()
    return _page(telling, "sales-points", view.name.text, description, "sales_point.html", view,
                 entry=point.id, crumbs=(_crumb("sales-points", telling),),
                 picture=view.photos[0].address if view.photos else "",
                 about=structured.sales_point(point, telling.edition, telling.lang, telling.settings.site_url))  # fmt: skip
