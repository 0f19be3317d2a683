"""Every page of one language, with its address, its words for search engines and the way to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from ocop import addresses
from ocop.records import Producer, Product, SalesPoint
from ocop.site import structured
from ocop.site.compose.changes import change_pages
from ocop.site.compose.check import SECTION as CHECK
from ocop.site.compose.check import check_view
from ocop.site.compose.data import data_view
from ocop.site.compose.home import home_view
from ocop.site.compose.kinds import group_pages, kind_pages, kinds_view
from ocop.site.compose.listings import STAR_LEVELS, page_addresses, product_pages, star_pages, stars_view
from ocop.site.compose.makers import (
    further_pages,
    producer_groups,
    producer_shelves,
    producer_view,
    sales_point_groups,
    sales_point_view,
    sells_shelves,
)
from ocop.site.compose.places import district_pages, districts_view
from ocop.site.compose.planning import Content, Spot, crumb, plan
from ocop.site.compose.product import product_view
from ocop.site.compose.programme import programme_view
from ocop.site.compose.sections import PAGE_ROWS, pager
from ocop.site.compose.sharing import photo_previews, previews, product_words
from ocop.site.compose.sifting import producer_sifting
from ocop.site.compose.staff import staff_plans
from ocop.site.compose.telling import Telling
from ocop.site.compose.traders_list import SECTION as LIST
from ocop.site.compose.traders_list import traders_list_view
from ocop.site.model import OpenData, Plan, Preview
from ocop.site.views import (
    DirectoryGroup,
    DirectoryView,
    DistrictView,
    IndexLine,
    KindView,
    ListingView,
    ProductView,
)

_MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/atom+xml",
    "ics": "text/calendar",
    "geojson": "application/geo+json",
    "pdf": "application/pdf",
}


def plans_of(telling: Telling, open_data: Callable[[], OpenData]) -> Iterator[Plan]:
    """Plan every page of one language."""
    yield from _single_pages(telling)
    about_data = plan(Spot("data", "data.html", section="data"), partial(_data, telling, open_data), telling)
    yield replace(about_data, tells_of_files=True)
    yield from _listings(telling)
    yield from _directories(telling)
    if telling.lang == "vi":
        yield from staff_plans(telling)
    for product in telling.edition.catalogue.products.values():
        spot = Spot("products", "product.html", product.id, "kinds", made_of=product.path)
        yield plan(spot, partial(_product, product, telling), telling)
    for producer in telling.edition.producers:
        spot = Spot("producers", "producer.html", producer.id, "producers", made_of=producer.path)
        yield plan(spot, partial(_producer, producer, telling), telling)
        more = further_pages(producer, producer_shelves(producer, telling), "producers", telling)
        yield from _further(spot, more, producer, telling)
    for point in telling.edition.catalogue.sales_points.values():
        spot = Spot("sales-points", "sales_point.html", point.id, made_of=point.path)
        yield plan(spot, partial(_sales_point, point, telling), telling)
        more = further_pages(point, sells_shelves(point, telling), "sales-points", telling)
        yield from _further(spot, more, point, telling)


def _further(
    spot: Spot, pages: Iterable[Callable[[], ListingView]], record: Producer | SalesPoint, telling: Telling
) -> Iterator[Plan]:
    """Plan the pages of a record's goods after the first."""
    own = (telling.name(record).text, telling.address(spot.collection, record.id))

    def content(number: int, compose: Callable[[], ListingView]) -> Content:
        view = compose()
        above = (crumb(spot.collection, telling), own)
        return Content(view.heading, view.heading, view, above, about=_items(view, number, telling))

    for number, compose in enumerate(pages, start=2):
        further = replace(spot, template="listing.html", number=number)
        yield plan(further, partial(content, number, compose), telling)


# Pages that stand alone ------------------------------------------------------------


def _single_pages(telling: Telling) -> Iterator[Plan]:
    yield plan(Spot("home", "home.html"), partial(_home, telling), telling)
    yield plan(Spot("kinds", "kinds.html", section="kinds"), partial(_kinds, telling), telling)
    yield plan(Spot("stars", "listing.html", section="stars"), partial(_stars, telling), telling)
    yield plan(
        Spot("districts", "districts.html", section="districts"), partial(_districts, telling), telling
    )
    yield plan(
        Spot("programme", "programme.html", section="programme"), partial(_programme, telling), telling
    )
    yield plan(Spot("check", "check.html", section=CHECK), partial(_check, telling), telling)
    yield plan(Spot("list", "list.html", section=LIST), partial(_traders_list, telling), telling)


def _home(telling: Telling) -> Content:
    view = home_view(telling)
    about = structured.website(view.heading, view.lead, telling.lang, telling.settings.site_url)
    return Content(view.heading, view.lead, view, about=about)


def _kinds(telling: Telling) -> Content:
    view = kinds_view(telling)
    return Content(
        view.heading,
        view.lead,
        view,
        about=_index([line for group in view.groups for line in group.kinds], telling),
    )


def _stars(telling: Telling) -> Content:
    view = stars_view(telling)
    return Content(view.heading, view.lead, view, about=_items(view, 1, telling))


def _districts(telling: Telling) -> Content:
    view = districts_view(telling)
    return Content(view.heading, f"{view.lead} {view.note}", view, about=_index(view.districts, telling))


def _programme(telling: Telling) -> Content:
    view = programme_view(telling)
    return Content(view.heading, view.lead or view.heading, view)


def _data(telling: Telling, open_data: Callable[[], OpenData]) -> Content:
    view = data_view(telling, open_data())
    files = [(each.path, _MEDIA[each.path.rpartition(".")[2]]) for each in view.downloads]
    about = structured.dataset(view.heading, view.lead, files, telling.lang, telling.settings.site_url)
    return Content(view.heading, view.lead, view, about=about)


def _check(telling: Telling) -> Content:
    view = check_view(telling)
    return Content(view.heading, view.lead, view)


def _traders_list(telling: Telling) -> Content:
    view = traders_list_view(telling)
    return Content(view.heading, view.lead, view)


# Listings --------------------------------------------------------------------------


Listed = ListingView | KindView | DistrictView


def _listings(telling: Telling) -> Iterator[Plan]:
    catalogue = telling.edition.catalogue
    yield from _listing(Spot("products", "listing.html"), product_pages(telling), telling)
    yield from _listing(Spot("changes", "listing.html"), change_pages(telling), telling)
    for stars in (*STAR_LEVELS, None):
        entry = {lang: addresses.star_entry(stars, lang) for lang in addresses.LANGS}
        yield from _listing(
            Spot("stars", "listing.html", entry, "stars"), star_pages(stars, telling), telling
        )
    for kind in catalogue.kinds.values():
        yield from _listing(Spot("kinds", "kind.html", kind.id, "kinds"), kind_pages(kind, telling), telling)
    for group in catalogue.groups.values():
        yield from _listing(
            Spot("kinds", "kind.html", group.id, "kinds"), group_pages(group, telling), telling
        )
    for district in catalogue.districts.values():
        spot = Spot("districts", "district.html", district.id, "districts", made_of=district.path)
        yield from _listing(spot, district_pages(district, telling), telling)


def _listing(spot: Spot, pages: Sequence[Callable[[], Listed]], telling: Telling) -> Iterator[Plan]:
    above = (crumb(spot.collection, telling),) if spot.entry else ()

    def content(number: int, compose: Callable[[], Listed]) -> Content:
        view = compose()
        description = f"{view.heading}. {view.lead}" if view.lead else view.heading
        return Content(
            view.heading,
            description,
            view,
            above,
            _previews(spot, view, telling),
            _items(view, number, telling),
        )

    for number, compose in enumerate(pages, start=1):
        yield plan(replace(spot, number=number), partial(content, number, compose), telling)


def _previews(spot: Spot, view: Listed, telling: Telling) -> tuple[Preview, ...]:
    """Give the card of a kind, group, district or star level; all products together have none of their own."""
    if not spot.entry:
        return ()
    entry = spot.entry if isinstance(spot.entry, str) else spot.entry["vi"]
    photos = view.photos if isinstance(view, DistrictView) else ()
    return previews(telling, spot.collection, entry, view.heading, photos)


def _index(lines: Iterable[IndexLine], telling: Telling) -> Mapping[str, Any] | None:
    entries = [line.address for line in lines]
    return structured.item_list(entries, telling.settings.site_url) if entries else None


def _items(view: Listed, number: int, telling: Telling) -> Mapping[str, Any] | None:
    """List what one page of a listing shows, for search engines."""
    entries = [row.address for section in view.sections for row in section.rows]
    if not entries:
        return None
    return structured.item_list(entries, telling.settings.site_url, first=(number - 1) * PAGE_ROWS + 1)


# Directories -----------------------------------------------------------------------


def _directories(telling: Telling) -> Iterator[Plan]:
    edition = telling.edition
    lead = telling.say(
        f"{len(edition.producers)} doanh nghiệp, hợp tác xã, cơ sở và hộ làm hàng OCOP hoặc dự đánh giá.",
        f"{len(edition.producers)} enterprises, cooperatives, workshops and households that make OCOP goods or were assessed.",
    )
    producers = DirectoryView(
        telling.say("Chủ thể", "Producers"), lead, producer_groups(edition.producers, telling), None,
        sifting=producer_sifting(telling),
    )  # fmt: skip
    yield from _directory(producers, Spot("producers", "directory.html", section="producers"), telling)
    points = sales_point_groups(edition.sales_points, telling)
    lead = telling.say("Nơi giới thiệu và bán hàng OCOP được nguồn nêu tên; trang mỗi nơi ghi rõ điều biết về hàng Bạc Liêu.",
                       "Places that sources name as selling OCOP goods; each page says what is known about goods from Bạc Liêu.")  # fmt: skip
    empty = "" if points else telling.say("Chưa ghi nhận điểm bán nào.", "No sales point on record.")
    selling = DirectoryView(telling.say("Điểm bán", "Where to buy"), lead, points, None, empty=empty)
    yield from _directory(selling, Spot("sales-points", "directory.html"), telling)


def _directory(whole: DirectoryView, spot: Spot, telling: Telling) -> Iterator[Plan]:
    parts = _cut(whole.groups, telling)
    address_of = page_addresses(parts, spot.collection, "", telling.lang)

    def content(number: int, part: tuple[DirectoryGroup, ...]) -> Content:
        first = number == 1
        title = telling.numbered(whole.heading, number)
        view = replace(whole, heading=title, lead=whole.lead if first else "", groups=part,
                       sifting=whole.sifting if first else None, pager=pager(number, len(parts), address_of))  # fmt: skip
        entries = [row.address for group in part for row in group.rows]
        site_url = telling.settings.site_url
        about = (
            structured.item_list(entries, site_url, first=(number - 1) * PAGE_ROWS + 1) if entries else None
        )
        return Content(title, whole.lead, view, about=about)

    for number, part in enumerate(parts, start=1):
        yield plan(replace(spot, number=number), partial(content, number, part), telling)


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


# Records ---------------------------------------------------------------------------


def _product(product: Product, telling: Telling) -> Content:
    view = product_view(product, telling)
    kind = telling.kind_of(product)
    return Content(
        view.name.text, _described(product, view, telling), view,
        (crumb("kinds", telling), (telling.kind_name(kind), telling.address("kinds", kind.id))),
        previews(telling, "products", product.id, product_words(product, telling), view.photos),
        structured.product(product, telling.edition, telling.lang, telling.settings.site_url),
    )  # fmt: skip


def _described(product: Product, view: ProductView, telling: Telling) -> str:
    """Say in a few sentences what a product is and how it is rated."""
    if view.summary is not None and telling.lacks_english(product):
        return view.summary.text
    maker = telling.edition.catalogue.producers[product.producer] if product.producer is not None else None
    told = [
        view.summary.text if view.summary is not None else view.name.text,
        telling.rating_sentence(product),
    ]
    if maker is not None and view.summary is None:
        told.insert(1, f"{telling.name(maker).text}.")
    return " ".join(told)


def _producer(producer: Producer, telling: Telling) -> Content:
    view = producer_view(producer, telling)
    place = telling.district_short(producer.district)
    return Content(
        view.name.text, view.summary.text if view.summary is not None else f"{view.name.text}. {place}.", view,
        (crumb("producers", telling),), photo_previews(view.photos),
        structured.producer(producer, telling.edition, telling.lang, telling.settings.site_url),
    )  # fmt: skip


def _sales_point(point: SalesPoint, telling: Telling) -> Content:
    view = sales_point_view(point, telling)
    description = (
        view.summary.text if view.summary is not None else f"{view.name.text}. {point.address or ''}".strip()
    )
    return Content(
        view.name.text, description, view, (crumb("sales-points", telling),),
        photo_previews(view.photos),
        structured.sales_point(point, telling.edition, telling.lang, telling.settings.site_url),
    )  # fmt: skip
