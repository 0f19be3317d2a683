"""Listings cut into sections, and sections cut into pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ocop.edition import Status
from ocop.records import Product
from ocop.site.compose.telling import Telling
from ocop.site.views import Chip, Pager, Row, Section

PAGE_ROWS = 60


def by_standing(products: Iterable[Product], telling: Telling, *, by: str, with_drawings: bool = True) -> tuple[Section, ...]:
    """Part goods by how they stand: rated, ended, not confirmed, withdrawn; empty parts are left out.

    Goods without a rating come last and never pass for rated ones.
    """
    found: dict[str, list[Product]] = {}
    for product in products:
        found.setdefault(_PART[telling.edition.rating(product).status], []).append(product)
    words = {
        "co-hang": (telling.say("Có hạng sao", "Rated"), ""),
        "het-han": (telling.say("Đã hết hạn", "Ended"), telling.say("Chưa ghi nhận công nhận lại.", "No renewal on record.")),
        "chua-ghi-nhan": (
            telling.say("Chưa xác nhận hạng OCOP", "OCOP rating not confirmed"),
            telling.say("Đã ra hội đồng đánh giá hoặc được nguồn nhắc tên, chưa thấy kết quả.",
                        "Assessed by a council or named by a source; no result was found."),
        ),
        "da-rut": (telling.say("Đã rút khỏi chương trình", "Withdrawn"), ""),
    }  # fmt: skip
    return tuple(
        Section(anchor, heading, telling.rows(found[anchor], by=by), intro=intro, with_drawings=with_drawings)
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


def into_pages(sections: Sequence[Section], telling: Telling) -> list[tuple[Section, ...]]:
    """Cut sections into pages of at most 60 rows; a section that goes on says so in its heading.

    There is always a first page, even without rows.
    """
    pages: list[list[Section]] = [[]]
    room = PAGE_ROWS
    for section in sections:
        rows, goes_on = section.rows, False
        while rows:
            if room == 0:
                pages.append([])
                room = PAGE_ROWS
            part, rows = rows[:room], rows[room:]
            pages[-1].append(_part(section, part, telling) if goes_on else replace(section, rows=part))
            room -= len(part)
            goes_on = True
    return [tuple(page) for page in pages]


def _part(section: Section, rows: tuple[Row, ...], telling: Telling) -> Section:
    heading = section.heading + telling.say(" (tiếp)", " (continued)") if section.heading else ""
    return replace(section, rows=rows, heading=heading, intro="", note="", now="", anchor=f"{section.anchor}-tiep")


def pager(number: int, total: int, address_of: dict[int, str]) -> Pager | None:
    """Say where a page of a listing stands; None where it is the only one."""
    if total == 1:
        return None
    return Pager(number, total, address_of.get(number - 1), address_of.get(number + 1))


def section_chips(pages: Sequence[Sequence[Section]], address_of: dict[int, str], number: int) -> tuple[Chip, ...]:
    """Make a chip for each section of a listing, leading to the page on which it begins; none for a single section."""
    counts: dict[str, int] = {}
    starts: dict[str, tuple[int, Section]] = {}
    for page_number, page in enumerate(pages, start=1):
        for section in page:
            base = section.anchor.removesuffix("-tiep")
            counts[base] = counts.get(base, 0) + len(section.rows)
            starts.setdefault(base, (page_number, section))
    if len(starts) < 2:
        return ()
    return tuple(
        Chip(section.heading, None if page == number else address_of[page], anchor, counts[anchor])
        for anchor, (page, section) in starts.items()
    )
