"""Long lists of products: all of them, one star level, the ended ratings, and the page that leads to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from ocop import addresses
from ocop.edition import Status
from ocop.i18n import Lang, phrases
from ocop.site.compose.sections import Shelf, into_pages, pager, told
from ocop.site.compose.telling import Telling
from ocop.site.views import Chip, Link, ListingView, Section

STAR_LEVELS = (5, 4, 3, 2, 1)
CERTIFIED_LEVELS = (5, 4, 3)
"""Levels with a certificate (Decision 26/2026/QĐ-TTg, article 3): 1 and 2 are ratings of the scale, never a recognition."""
PREVIEW_ROWS = 24

Content = Callable[[], ListingView]
"""Composes one page of a listing when it is asked for."""


def product_pages(telling: Telling) -> list[Content]:
    """Compose the pages of the listing of all products, numbered from 1."""
    goods = telling.edition.listing
    lead = telling.say(
        f"{phrases.products_text(len(goods), 'vi')}, sao cao trước. Hàng chưa xác nhận hạng đứng cuối.",
        f"{phrases.products_text(len(goods), 'en')}, higher stars first. Goods without a confirmed rating come last.",
    )
    whole = ListingView(
        telling.say("Tất cả sản phẩm", "All products"), lead, product_chips(telling), (), None
    )
    return _paged(whole, Shelf("san-pham", "", goods), "products", "", telling)


def product_chips(telling: Telling) -> tuple[Chip, ...]:
    """Give the ways to sift all products without a script: by star, ended, by kind."""
    kinds = tuple(
        Chip(
            telling.kind_name(kind),
            telling.address("kinds", kind.id),
            count=len(telling.edition.by_kind[kind.id]),
        )
        for kind in telling.edition.catalogue.kinds.values()
        if kind.id in telling.edition.by_kind
    )
    return star_chips(telling) + tuple(sorted(kinds, key=lambda chip: -(chip.count or 0)))


def star_chips(telling: Telling, current: int | str | None = "") -> tuple[Chip, ...]:
    """Give a chip for each level with a certificate, for lower ones that have goods, and for ended ratings."""
    chips = []
    for stars in STAR_LEVELS:
        count = len(telling.edition.with_stars(stars))
        if count or stars in CERTIFIED_LEVELS:
            address = telling.address("stars", addresses.star_entry(stars, telling.lang))
            chips.append(
                Chip(phrases.stars_text(stars, telling.lang), address, count=count, current=stars == current)
            )
    ended = len(telling.edition.with_status(Status.ENDED))
    address = telling.address("stars", addresses.star_entry(None, telling.lang))
    chips.append(Chip(telling.say("Đã hết hạn", "Expired"), address, count=ended, current=current is None))
    return tuple(chips)


def stars_view(telling: Telling) -> ListingView:
    """Compose the page of all star levels, each with its first goods."""
    sections = [_level_section(stars, telling) for stars in CERTIFIED_LEVELS]
    sections += [_level_section(stars, telling) for stars in (2, 1) if telling.edition.with_stars(stars)]
    unstated = [each for each in telling.edition.listing if _is_unstated(each.id, telling)]
    if unstated:
        sections.append(Section(
            "khong-ghi-hang", telling.say("Có công nhận, nguồn không ghi hạng", "Recognised, stars not stated"),
            telling.rows(unstated),
        ))  # fmt: skip
    sections.append(_ended_section(telling))
    lead = telling.say(
        "Hạng từ 3 sao có chứng nhận, hiệu lực 36 tháng. Danh mục ghi rõ hạng nào còn, hạng nào đã hết, hạng nào chưa rõ ngày.",
        "Three stars and more come with a certificate valid for 36 months. The catalogue says which ratings are valid, "
        "which have expired and which have no known date.",
    )
    return ListingView(
        telling.say("Xếp hạng sao", "Star ratings"), lead, star_chips(telling), tuple(sections), None
    )


def _is_unstated(product_id: str, telling: Telling) -> bool:
    rating = telling.edition.ratings[product_id]
    return rating.is_current and rating.stars is None


def _level_section(stars: int, telling: Telling) -> Section:
    goods = telling.edition.with_stars(stars)
    address = telling.address("stars", addresses.star_entry(stars, telling.lang))
    said = phrases.stars_text(stars, telling.lang)
    more = None
    if len(goods) > PREVIEW_ROWS:
        text = telling.say(
            f"Cả {phrases.products_text(len(goods), 'vi')} {said}",
            f"All {phrases.products_text(len(goods), 'en')} with {said}",
        )
        more = Link(telling.here(text), address)
    return Section(
        f"{stars}-sao",
        phrases.capital(said),
        telling.rows(goods[:PREVIEW_ROWS]),
        intro=level_intro(stars, telling),
        note=_unconfirmed_note(stars, telling),
        more=more,
    )


def _ended_section(telling: Telling) -> Section:
    goods = telling.edition.with_status(Status.ENDED)
    address = telling.address("stars", addresses.star_entry(None, telling.lang))
    more = None
    if len(goods) > PREVIEW_ROWS:
        text = telling.say(
            f"Cả {phrases.products_text(len(goods), 'vi')} đã hết hạn", f"All {len(goods)} expired ratings"
        )
        more = Link(telling.here(text), address)
    intro = telling.say("Chưa ghi nhận công nhận lại.", "No renewal on record.") if goods else telling.say(
        "Chưa có hạng nào hết hạn.", "No rating has expired.")  # fmt: skip
    return Section(
        "het-han",
        telling.say("Đã hết hạn", "Expired"),
        telling.rows(goods[:PREVIEW_ROWS]),
        intro=intro,
        more=more,
    )


def level_intro(stars: int, telling: Telling) -> str:
    """Say what a star level means (Decision 26/2026/QĐ-TTg, articles 3 and 5), and what is known where it has no goods."""
    meaning = {
        5: ("90 điểm trở lên; Bộ Nông nghiệp và Môi trường công nhận.",
            "90 points and more; recognised by the Ministry of Agriculture and Environment."),
        4: ("Từ 70 đến dưới 90 điểm; tỉnh công nhận.", "70 to under 90 points; recognised by the province."),
        3: ("Từ 50 đến dưới 70 điểm; tỉnh công nhận.", "50 to under 70 points; recognised by the province."),
        2: ("Từ 30 đến dưới 50 điểm; không cấp chứng nhận.", "30 to under 50 points; no certificate."),
        1: ("Dưới 30 điểm; không cấp chứng nhận.", "Under 30 points; no certificate."),
    }  # fmt: skip
    said = telling.say(*meaning[stars])
    if telling.edition.with_stars(stars) or stars not in CERTIFIED_LEVELS:
        return said
    empty = telling.say(
        " Trong danh mục hiện không có hạng nào còn hiệu lực ở mức này; hàng từng đạt nằm ở mục đã hết hạn.",
        " No rating of this level is valid in the catalogue today; goods that once held it are under expired ratings.",
    )
    return said + empty


def _unconfirmed_note(stars: int, telling: Telling) -> str:
    goods = telling.edition.with_stars(stars)
    unsure = [each for each in goods if telling.edition.rating(each).status is Status.UNCONFIRMED]
    if not unsure:
        return ""
    if len(unsure) == len(goods):
        return telling.say("Các hạng dưới đây đều có nguồn nêu, nhưng chưa rõ ngày công nhận.",
                           "Sources report all ratings below, but the dates of recognition are not confirmed.")  # fmt: skip
    return telling.say(f"{phrases.products_text(len(unsure), 'vi')} có nguồn nêu hạng nhưng chưa rõ ngày công nhận.",
                       f"For {phrases.products_text(len(unsure), 'en')} the date of recognition is not confirmed.")  # fmt: skip


def star_pages(stars: int | None, telling: Telling) -> list[Content]:
    """Compose the pages of one star level, or of the ended ratings for None."""
    entry = addresses.star_entry(stars, telling.lang)
    if stars is None:
        goods = telling.edition.with_status(Status.ENDED)
        heading = telling.say("Hạng đã hết hạn", "Expired ratings")
        lead = telling.say(
            "Chứng nhận đã hết hạn, chưa ghi nhận công nhận lại.",
            "Certificates that have expired; no renewal on record.",
        )
        note = ""
    else:
        goods = telling.edition.with_stars(stars)
        heading = phrases.capital(phrases.stars_text(stars, telling.lang))
        lead, note = level_intro(stars, telling), _unconfirmed_note(stars, telling)
    empty = "" if goods else _nothing(stars, telling)
    whole = ListingView(
        heading, lead, star_chips(telling, stars), (), None,
        note=note, empty=empty, onward=_elsewhere(stars, telling) if empty else (),
    )  # fmt: skip
    return _paged(whole, Shelf(entry, "", goods), "stars", entry, telling)


def _elsewhere(stars: int | None, telling: Telling) -> tuple[Link, ...]:
    """Say where the goods of an empty level are: under ended ratings, or on the other levels."""
    ended = len(telling.edition.with_status(Status.ENDED))
    links = []
    if ended and stars is not None:
        text = telling.say(f"Xem {ended} hạng đã hết hạn", f"See {ended} expired ratings")
        entry = addresses.star_entry(None, telling.lang)
        links.append(Link(telling.here(text), telling.address("stars", entry)))
    return (
        *links,
        Link(telling.here(telling.say("Mọi hạng sao", "All star levels")), telling.address("stars")),
    )


def _nothing(stars: int | None, telling: Telling) -> str:
    if stars is None:
        return telling.say("Chưa có hạng nào hết hạn.", "No rating has expired.")
    if stars in CERTIFIED_LEVELS:
        return telling.say("Hiện không có sản phẩm nào ở mức này.", "No product has this level today.")
    return telling.say(
        "Mức này là một bậc của thang điểm, không phải hạng được công nhận, nên danh mục không có sản phẩm nào ở đây.",
        "This level is a step of the scale, not a recognition, so the catalogue lists no product here.",
    )


def _paged(whole: ListingView, shelf: Shelf, collection: str, entry: str, telling: Telling) -> list[Content]:
    """Cut a listing into pages; what stands above its rows is on the first alone."""
    pages = into_pages([shelf], telling)
    address_of = page_addresses(pages, collection, entry, telling.lang)

    def page(number: int, shelves: tuple[Shelf, ...]) -> ListingView:
        sections, at = told(shelves, telling), pager(number, len(pages), address_of)
        if number == 1:
            return replace(whole, sections=sections, pager=at)
        heading = telling.numbered(whole.heading, number)
        return replace(whole, heading=heading, lead="", chips=(), note="", sections=sections, pager=at)

    return [partial(page, number, shelves) for number, shelves in enumerate(pages, start=1)]


def page_addresses(pages: Sequence[object], collection: str, entry: str, lang: Lang) -> dict[int, str]:
    """Give the address of each page of a listing by its number."""
    return {number: addresses.of(collection, lang, entry, number) for number in range(1, len(pages) + 1)}
