"""Listings put on shelves, and shelves cut into pages; rows are made only for the page that is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ocop.edition import Status
from ocop.i18n import phrases
from ocop.records import Product
from ocop.site.compose.telling import Telling
from ocop.site.views import Chip, Link, Pager, Section

PAGE_ROWS = 60
UNSTATED = "khong-ghi-hang"
"""The anchor of goods that are recognised without a stated star."""
_GOES_ON = "-tiep"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A headed part of a listing: goods in their order, not told yet; ``by`` chooses the second line of their rows."""

    anchor: str
    heading: str
    goods: tuple[Product, ...]
    by: str = "maker-place"
    intro: str = ""
    now: str = ""
    note: str = ""
    with_drawings: bool = True
    more: Link | None = None

    def section(self, telling: Telling) -> Section:
        """Tell the shelf."""
        return Section(
            self.anchor, self.heading, telling.rows(self.goods, by=self.by), intro=self.intro, now=self.now,
            note=self.note, with_drawings=self.with_drawings, more=self.more,
        )  # fmt: skip


def told(shelves: Iterable[Shelf], telling: Telling) -> tuple[Section, ...]:
    """Tell several shelves."""
    return tuple(shelf.section(telling) for shelf in shelves)


def by_level(
    products: Iterable[Product], telling: Telling, *, by: str, with_drawings: bool = True
) -> tuple[Shelf, ...]:
    """Part goods by star, the highest level first; then ended, not confirmed, withdrawn; empty parts are left out.

    Goods without a rating come last and never pass for rated ones.
    """
    found: dict[str, list[Product]] = {}
    levels: dict[int | None, str] = {}
    for product in products:
        rating = telling.edition.rating(product)
        if rating.is_current:
            part = levels.setdefault(rating.stars, f"{rating.stars}-sao" if rating.stars else UNSTATED)
        else:
            part = _PART[rating.status]
        found.setdefault(part, []).append(product)
    rated = {
        levels[stars]: (level_heading(stars, telling), "")
        for stars in sorted(levels, key=lambda stars: -(stars or 0))
    }
    return _shelves(found, rated, telling, by=by, with_drawings=with_drawings)


def level_heading(stars: int | None, telling: Telling) -> str:
    """Head the goods of one star level, or those that are recognised without one."""
    if stars is None:
        return telling.say("Có công nhận, nguồn không ghi hạng", "Recognised, stars not stated")
    return phrases.capital(phrases.stars_text(stars, telling.lang))


def ended_intro(telling: Telling) -> str:
    """Say over a list of ended ratings what an end does and does not mean."""
    return telling.say(
        "Chưa ghi nhận công nhận lại. Hết hạn không có nghĩa là hàng kém đi hay thôi làm.",
        "No renewal on record. An expired rating does not mean that the goods got worse or are no longer made.",
    )


def _shelves(
    found: Mapping[str, list[Product]], rated: Mapping[str, tuple[str, str]], telling: Telling, *, by: str, with_drawings: bool
) -> tuple[Shelf, ...]:  # fmt: skip
    words = {
        **rated,
        "het-han": (telling.say("Đã hết hạn", "Expired"), ended_intro(telling)),
        "chua-ghi-nhan": (
            telling.say("Chưa xác nhận hạng OCOP", "OCOP rating not confirmed"),
            telling.say("Đã ra hội đồng đánh giá hoặc được nguồn nhắc tên, chưa thấy kết quả.",
                        "Assessed by a council or named by a source; no result was found."),
        ),
        "da-rut": (telling.say("Đã rút khỏi chương trình", "Withdrawn"), ""),
    }  # fmt: skip
    return tuple(
        Shelf(anchor, heading, tuple(found[anchor]), by, intro=intro, with_drawings=with_drawings)
        for anchor, (heading, intro) in words.items()
        if anchor in found
    )


_PART = {
    Status.HOLDING: "co-hang",
    Status.UNCONFIRMED: "co-hang",
    Status.ENDED: "het-han",
    Status.NONE: "chua-ghi-nhan",
    Status.WITHDRAWN: "da-rut",
}


def into_pages(shelves: Sequence[Shelf], telling: Telling) -> list[tuple[Shelf, ...]]:
    """Cut shelves into pages of at most 60 goods; a shelf that goes on says so in its heading.

    There is always a first page, even without goods.
    """
    pages: list[list[Shelf]] = [[]]
    room = PAGE_ROWS
    for shelf in shelves:
        goods, goes_on = shelf.goods, False
        while goods:
            if room == 0:
                pages.append([])
                room = PAGE_ROWS
            part, goods = goods[:room], goods[room:]
            pages[-1].append(_part(shelf, part, telling) if goes_on else replace(shelf, goods=part))
            room -= len(part)
            goes_on = True
    return [tuple(page) for page in pages]


def _part(shelf: Shelf, goods: tuple[Product, ...], telling: Telling) -> Shelf:
    heading = shelf.heading + telling.say(" (tiếp)", " (continued)") if shelf.heading else ""
    return replace(
        shelf, goods=goods, heading=heading, intro="", note="", now="", anchor=shelf.anchor + _GOES_ON
    )


def pager(number: int, total: int, address_of: dict[int, str]) -> Pager | None:
    """Say where a page of a listing stands; None where it is the only one."""
    if total == 1:
        return None
    return Pager(number, total, address_of.get(number - 1), address_of.get(number + 1))


def shelf_chips(
    pages: Sequence[Sequence[Shelf]], address_of: dict[int, str], number: int
) -> tuple[Chip, ...]:
    """Make a chip for each shelf of a listing, leading to the page on which it begins; none for a single shelf."""
    counts: dict[str, int] = {}
    starts: dict[str, tuple[int, Shelf]] = {}
    for page_number, page in enumerate(pages, start=1):
        for shelf in page:
            base = shelf.anchor.removesuffix(_GOES_ON)
            counts[base] = counts.get(base, 0) + len(shelf.goods)
            starts.setdefault(base, (page_number, shelf))
    if len(starts) < 2:
        return ()
    return tuple(
        Chip(shelf.heading, None if page == number else address_of[page], anchor, counts[anchor])
        for anchor, (page, shelf) in starts.items()
    )
