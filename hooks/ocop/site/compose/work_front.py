"""The front page for staff: what the catalogue holds, what ends, what is missing, and the way to each list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from ocop import addresses
from ocop.dates import PartialDate
from ocop.edition import Status
from ocop.edition.gaps import GAPS, Gap
from ocop.i18n import phrases
from ocop.i18n.counting import share_text, status_text
from ocop.records import Producer, Product, SalesPoint
from ocop.site.compose.work_desk import Desk
from ocop.site.compose.work_lists import (
    ENDED,
    KINDS,
    PLACES,
    PRODUCERS,
    SOON,
    WorkList,
    districts_in_order,
    gap_entry,
    place_entry,
)
from ocop.site.views import Chip, Download, Link, Said, WorkCount, WorkLine, WorkRow, WorkTable, WorkView

CALENDAR: Final = "han.ics"
FIRST_SOON, FIRST_ENDED = 12, 6
_COLLECTIONS: Final = {Product: "Sản phẩm thiếu", Producer: "Chủ thể thiếu", SalesPoint: "Điểm bán thiếu"}
_STANDINGS: Final = (Status.HOLDING, Status.UNCONFIRMED, Status.ENDED, Status.NONE, Status.WITHDRAWN)


def front_view(desk: Desk, lists: Mapping[str, WorkList]) -> WorkView:
    """Compose the page; ``lists`` are all work lists by their place."""
    settings = desk.telling.settings
    soon, ended = lists[SOON], lists[ENDED]
    return WorkView(
        heading=phrases.collection_text("work", "vi"),
        lead=_lead(desk),
        editor=desk.editor,
        guide=addresses.staff("guide"),
        chips=_chips(desk),
        counts=(_product_counts(desk), _other_counts(desk)),
        soon=_first(soon, FIRST_SOON, desk),
        soon_heading=soon.heading,
        soon_more=_more(soon, FIRST_SOON),
        ended=_first(ended, FIRST_ENDED, desk),
        ended_more=_more(ended, FIRST_ENDED),
        missing=_table(desk),
        lists=tuple(_lists(lists)),
        downloads=(
            Download(CALENDAR, CALENDAR, "Lịch ngày hết hạn, báo trước 180, 90 và 30 ngày"),
            Download("products.xlsx", "data/products.xlsx", "Cả danh sách sản phẩm, mở bằng Excel"),
            Download("products.csv", "data/products.csv", "Cùng danh sách ấy, dạng CSV"),
        ),
        calendar=addresses.absolute(CALENDAR, settings.site_url) if settings.site_url else "",
    )


def _lists(lists: Mapping[str, WorkList]) -> Iterator[Chip]:
    """Lead to the lists by place, by producer and by kind."""
    for entry, work in lists.items():
        if entry.startswith(PLACES):
            yield Chip(work.short, work.address, count=work.count)
    yield Chip("Theo chủ thể", lists[PRODUCERS].address, count=lists[PRODUCERS].count)
    yield Chip("Theo loại hàng", lists[KINDS].address, count=lists[KINDS].count)


def _lead(desk: Desk) -> str:
    day = phrases.date_text(PartialDate.of(desk.telling.edition.day), "vi")
    todo = len(desk.entries)
    if not todo:
        return f"Tính đến ngày {day}, không còn việc gì: không thiếu thông tin, không có gì hết hạn."
    return f"Tính đến ngày {day}, {phrases.number_text(todo, 'vi')} bản ghi có việc cần làm."


def _chips(desk: Desk) -> tuple[Chip, ...]:
    found = (
        Chip("Sắp hết hạn", None, SOON, len(desk.soon)),
        Chip("Đã hết hạn", None, ENDED, len(desk.ended)),
        Chip("Còn thiếu", None, "thieu", len(desk.counted.survey.gaps)),
    )
    return tuple(chip for chip in found if chip.count)


def _first(work: WorkList, most: int, desk: Desk) -> tuple[WorkRow, ...]:
    entries = [entry for part in work.parts for entry in part.entries]
    return desk.rows(entries[:most])


def _more(work: WorkList, most: int) -> Link | None:
    if work.count <= most:
        return None
    return Link(Said(f"Cả {phrases.number_text(work.count, 'vi')} mục", "vi"), work.address)


def _product_counts(desk: Desk) -> tuple[WorkCount, ...]:
    counted = desk.counted
    english = counted.survey.asked.get("tieng-anh", 0) - counted.survey.missing.get("tieng-anh", 0)
    standings = [
        _share(status_text(status, "vi"), counted.by_status[status], counted.products)
        for status in _STANDINGS
        if counted.by_status[status]
    ]
    return (
        WorkCount("Sản phẩm", phrases.number_text(counted.products, "vi")),
        *standings,
        *([_share("có ảnh", counted.pictures.products, counted.products),
           _share("có tiếng Anh", english, counted.products)] if counted.products else []),
    )  # fmt: skip


def _other_counts(desk: Desk) -> tuple[WorkCount, ...]:
    counted = desk.counted
    asked, missing = counted.survey.asked, counted.survey.missing
    reached = asked.get("chu-the-lien-he", 0) - missing.get("chu-the-lien-he", 0)
    producers = [_share("có liên hệ", reached, counted.producers)] if counted.producers else []
    closed = [WorkCount("đã đóng cửa", phrases.number_text(counted.closed_sales_points, "vi"), minor=True)]
    undated = _share("không ghi ngày", counted.cited.undated, counted.cited.sources)
    return (
        WorkCount("Chủ thể", phrases.number_text(counted.producers, "vi")),
        *producers,
        WorkCount("Điểm bán", phrases.number_text(counted.sales_points, "vi")),
        *(closed if counted.closed_sales_points else ()),
        WorkCount("Ảnh", phrases.number_text(counted.pictures.photos, "vi")),
        WorkCount("Nguồn", phrases.number_text(counted.cited.sources, "vi")),
        *([undated] if counted.cited.undated else ()),
    )


def _share(label: str, part: int, whole: int) -> WorkCount:
    return WorkCount(label, phrases.number_text(part, "vi"), share_text(part, whole), minor=True)


def _table(desk: Desk) -> WorkTable:
    """Count what is missing by district; what lies in none comes last."""
    telling, survey = desk.telling, desk.counted.survey
    by_place: Counter[tuple[str, str | None]] = Counter(
        (gap.id, entry.record.district) for entry in desk.entries for gap in survey.of(entry.record)
    )
    districts = [*(each.id for each in districts_in_order(desk)), None]
    lines = {
        name: tuple(
            _line(gap, survey.missing[gap.id], [by_place[gap.id, each] for each in districts])
            for gap in GAPS
            if gap.of is kind and survey.missing.get(gap.id)
        )
        for kind, name in _COLLECTIONS.items()
    }
    places = [
        (telling.district_short(each) if each else "Không rõ", addresses.staff("work", place_entry(each)))
        for each in districts
    ]
    return WorkTable(tuple(places), tuple((name, of) for name, of in lines.items() if of))


def _line(gap: Gap[Any], total: int, counts: Sequence[int]) -> WorkLine:
    return WorkLine(gap.vi, addresses.staff("work", gap_entry(gap)), total, tuple(counts))
