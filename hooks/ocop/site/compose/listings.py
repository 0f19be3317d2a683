"""Long lists of products: all of them, one star level, the ended ratings, and the page that leads to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from ocop import addresses
from ocop.dates import PartialDate
from ocop.edition import Status
from ocop.i18n import Lang, phrases
from ocop.site.compose.citing import Citations
from ocop.site.compose.sections import UNSTATED, Shelf, ended_intro, into_pages, level_heading, pager, told
from ocop.site.compose.sifting import product_sifting
from ocop.site.compose.star_meaning import points_text, rules_of, star_meaning
from ocop.site.compose.telling import Telling
from ocop.site.views import Bit, Chip, Link, ListingView, Section

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
        telling.say("Tất cả sản phẩm", "All products"), lead, star_chips(telling), (), None,
        sifting=product_sifting(telling), onward=tuple(filter(None, (telling.printed_catalogue,))),
    )  # fmt: skip
    return _paged(whole, Shelf("san-pham", "", goods), "products", "", telling)


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
    citations = Citations(telling)
    shown = (*CERTIFIED_LEVELS, *(stars for stars in (2, 1) if telling.edition.with_stars(stars)))
    sections = [_level_section(stars, telling, citations) for stars in shown]
    unstated = [each for each in telling.edition.listing if _is_unstated(each.id, telling)]
    if unstated:
        sections.append(Section(UNSTATED, level_heading(None, telling), telling.rows(unstated)))
    sections.append(_ended_section(telling))
    lead = telling.say(
        "Hạng từ 3 sao có chứng nhận, hiệu lực 36 tháng. Danh mục ghi rõ hạng nào còn, hạng nào đã hết, hạng nào chưa rõ ngày.",
        "Three stars and more come with a certificate valid for 36 months. The catalogue says which ratings are valid, "
        "which have expired and which have no known date.",
    )
    return ListingView(
        telling.say("Xếp hạng sao", "Star ratings"), lead, star_chips(telling), tuple(sections), None,
        outdated=telling.outdated(telling.edition.listing), sources=citations.lines(),
    )  # fmt: skip


def _is_unstated(product_id: str, telling: Telling) -> bool:
    rating = telling.edition.ratings[product_id]
    return rating.is_current and rating.stars is None


def _level_section(stars: int, telling: Telling, citations: Citations) -> Section:
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
        intro=level_intro(stars, telling, citations),
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
    intro = ended_intro(telling) if goods else _nothing(None, telling)
    return Section(
        "het-han",
        telling.say("Đã hết hạn", "Expired"),
        telling.rows(goods[:PREVIEW_ROWS]),
        intro=intro,
        more=more,
    )


def level_intro(stars: int, telling: Telling, citations: Citations) -> str:
    """Say what a star level means by the rules of the day, and what is known where it has no goods."""
    said = _level_means(stars, telling, citations)
    if telling.edition.with_stars(stars) or stars not in CERTIFIED_LEVELS:
        return said
    return f"{said} {_gone(stars, telling)}".strip()


def _level_means(stars: int, telling: Telling, citations: Citations) -> str:
    points = phrases.capital(points_text(stars, telling))
    if stars not in CERTIFIED_LEVELS:
        return points + telling.say("; không cấp chứng nhận.", "; no certificate.")
    meaning = star_meaning(stars, PartialDate.of(telling.edition.day), telling, citations)
    return meaning.text.text if meaning is not None else f"{points}."


def _gone(stars: int, telling: Telling) -> str:
    """Say of a level without goods where those are that once held it; empty where none did."""
    once = [
        each
        for each in telling.edition.with_status(Status.ENDED)
        if telling.edition.rating(each).stars == stars
    ]
    if not once:
        return ""
    return telling.say(
        f"{phrases.products_text(len(once), 'vi')} từng đạt hạng này nay ở mục đã hết hạn.",
        f"{phrases.products_text(len(once), 'en')} that once had it are under expired ratings.",
    )


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
    citations = Citations(telling)
    if stars is None:
        goods = telling.edition.with_status(Status.ENDED)
        heading = telling.say("Hạng đã hết hạn", "Expired ratings")
        lead = telling.say(
            "Chứng nhận đã hết hạn, chưa ghi nhận công nhận lại.",
            "Certificates that have expired; no renewal on record.",
        )
        note = ""
        explained = (_end_means(telling, citations),) if goods else ()
    else:
        goods = telling.edition.with_stars(stars)
        heading = phrases.capital(phrases.stars_text(stars, telling.lang))
        lead, note = level_intro(stars, telling, citations), _unconfirmed_note(stars, telling)
        explained = ()
    empty = "" if goods else _nothing(stars, telling)
    whole = ListingView(
        heading, lead, star_chips(telling, stars), (), None,
        note=note, explained=explained, empty=empty, onward=_elsewhere(stars, telling) if empty else (),
        sources=citations.lines(),
    )  # fmt: skip
    return _paged(whole, Shelf(entry, "", goods), "stars", entry, telling)


def _end_means(telling: Telling, citations: Citations) -> Bit:
    """Say what an end does and does not mean: a certificate stays up to 180 days while a renewal is decided (article 12.3)."""
    said = telling.say(
        "Một hạng được ghi là hết hạn khi đã qua ngày cuối mà danh mục chưa thấy quyết định công nhận lại. Hồ sơ có thể đang chờ "
        "xét, hoặc kết quả chưa được đăng. Hết hạn không có nghĩa là hàng kém đi, thôi làm hay không còn là hàng OCOP.",
        "A rating is listed as expired once its last day has passed and no renewal was found. A new assessment may be under way, "
        "or its result not yet published. It does not mean that the goods got worse, are no longer made or are no longer OCOP.",
    )
    today = rules_of(PartialDate.of(telling.edition.day), telling)[-1:]
    return Bit(
        telling.here(said), sources=citations.cite(source for rule in today for source in rule.sources)
    )


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
        return telling.say("Danh mục hiện chưa thấy sản phẩm nào còn hạng này.",
                           "The catalogue knows of no product that has this level today.")  # fmt: skip
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
            outdated = telling.outdated(telling.edition.listing)
            return replace(whole, sections=sections, pager=at, outdated=outdated)
        heading = telling.numbered(whole.heading, number)
        return replace(
            whole, heading=heading, lead="", chips=(), note="", sifting=None, sources=(), sections=sections, pager=at,
        )  # fmt: skip

    return [partial(page, number, shelves) for number, shelves in enumerate(pages, start=1)]


def page_addresses(pages: Sequence[object], collection: str, entry: str, lang: Lang) -> dict[int, str]:
    """Give the address of each page of a listing by its number."""
    return {number: addresses.of(collection, lang, entry, number) for number in range(1, len(pages) + 1)}
