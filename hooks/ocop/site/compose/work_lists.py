"""The work lists: what ends and what is missing, by place, by producer, by kind, and by what it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Final

from ocop import addresses
from ocop.edition.endings import Ending
from ocop.edition.gaps import GAPS, Gap
from ocop.i18n import phrases
from ocop.records import District, Producer, Product, SalesPoint
from ocop.records.product import UNKNOWN_DISTRICT
from ocop.site.compose.sections import PAGE_ROWS
from ocop.site.compose.work_desk import Desk, Entry
from ocop.text import vietnamese_order

SOON, ENDED, PLACES, PRODUCERS, KINDS = "sap-het-han", "da-het-han", "dia-phuong", "chu-the", "loai-hang"
"""Where the lists stand under the pages of staff; of places there is one each."""
MOST_OF_A_GAP: Final = 5 * PAGE_ROWS
"""Nobody fills more from one list; the whole is in the lists of places."""
_WHOSE: Final[Mapping[type, str]] = {Product: "Sản phẩm", Producer: "Chủ thể", SalesPoint: "Điểm bán"}
_REST = "khac"


@dataclass(frozen=True, slots=True)
class Part:
    """A headed part of a list: records in their order, not told yet."""

    anchor: str
    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class WorkList:
    """One list before it is cut into pages; ``entry`` is its place under the pages of staff."""

    entry: str
    heading: str
    lead: str
    parts: tuple[Part, ...]
    note: str = ""
    chips_say: str = "Chọn"
    new: str = ""
    short: str = ""
    """What a link to it says."""

    @property
    def count(self) -> int:
        """How many rows it has."""
        return sum(len(part.entries) for part in self.parts)

    @property
    def address(self) -> str:
        """Where it begins."""
        return addresses.staff("work", self.entry)


def work_lists(desk: Desk) -> Iterator[WorkList]:
    """Give every list that the front page for staff leads to, empty ones included."""
    yield soon_list(desk)
    yield ended_list(desk)
    yield from district_lists(desk)
    yield producer_list(desk)
    yield kind_list(desk)
    yield from gap_lists(desk)


def soon_list(desk: Desk) -> WorkList:
    """List what ends within 180 days, by month."""
    parts = _ends_by(desk.soon, lambda each: f"{each.last_day:%Y-%m}", lambda each: f"Hết hạn {_month(each)}")
    lead = "Hồ sơ công nhận lại nộp trước ngày hết hạn từ 180 đến 120 ngày."
    return WorkList(SOON, "Sắp hết hạn trong 180 ngày", lead, parts)


def ended_list(desk: Desk) -> WorkList:
    """List what has ended, by year."""
    parts = _ends_by(
        desk.ended, lambda each: str(each.last_day.year), lambda each: f"Hết hạn năm {each.last_day.year}"
    )
    lead = "Đã công nhận lại thì ghi thêm một lần công nhận vào `recognitions`; đã thôi tham gia thì ghi `withdrawn`."
    return WorkList(ENDED, "Đã hết hạn", lead, parts)


def district_lists(desk: Desk) -> Iterator[WorkList]:
    """Give a list for each district, by commune; then one of what lies in none."""
    by_district = _grouped(desk.entries, lambda entry: entry.record.district)
    for district in districts_in_order(desk):
        entries = by_district.get(district.id, ())
        yield WorkList(
            place_entry(district.id), f"Việc ở {phrases.unit_inside(district.name, 'vi')}", "",
            _by_commune(district, entries), short=phrases.unit_short(district.name, "vi"),
            chips_say="Chọn xã", new=desk.new_product(district.id),
        )  # fmt: skip
    yield WorkList(
        place_entry(None),
        "Việc chưa rõ địa phương, ngoài tỉnh",
        "Bản ghi không thuộc huyện nào. Tìm được nơi làm thì chuyển tệp sang thư mục của huyện.",
        _parts([("san-pham", "", by_district.get(None, ()))]),
        new=desk.new_product(None),
        short="Chưa rõ địa phương, ngoài tỉnh",
    )


def producer_list(desk: Desk) -> WorkList:
    """List each producer with its goods: what to ask when one calls on it."""
    by_producer = _grouped(desk.entries, _producer_of)
    parts = [(each.id, each.name, by_producer.get(each.id, ())) for each in desk.telling.edition.producers]
    rest = [entry for entry in by_producer.get(None, ()) if isinstance(entry.record, Product)]
    return WorkList(
        PRODUCERS, "Việc theo chủ thể", "Hỏi một lần cho đủ: chủ thể và mọi sản phẩm của họ.",
        _parts([*parts, (_REST, "Chưa rõ chủ thể", rest)]), chips_say="Chọn chủ thể",
    )  # fmt: skip


def kind_list(desk: Desk) -> WorkList:
    """List goods by kind."""
    goods = [entry for entry in desk.entries if isinstance(entry.record, Product)]
    by_kind = _grouped(goods, lambda entry: entry.record.kind)
    parts = [
        (kind.id, kind.name, by_kind.get(kind.id, ()))
        for kind in desk.telling.edition.catalogue.kinds.values()
    ]
    return WorkList(KINDS, "Việc theo loại hàng", "", _parts(parts), chips_say="Chọn loại hàng")


def gap_lists(desk: Desk) -> Iterator[WorkList]:
    """Give a list for each thing that some record lacks, by district."""
    for gap in GAPS:
        if gap.id in desk.lacking:
            yield _gap_list(gap, desk.lacking[gap.id], desk)


def _gap_list(gap: Gap[Any], lacking: Sequence[Entry], desk: Desk) -> WorkList:
    by_district = _grouped(lacking, lambda entry: entry.record.district)
    named = [(each.id, each.name, by_district.get(each.id, ())) for each in districts_in_order(desk)]
    parts = _parts([*named, (UNKNOWN_DISTRICT, "Chưa rõ địa phương, ngoài tỉnh", by_district.get(None, ()))])
    left = len(lacking) - MOST_OF_A_GAP
    return WorkList(
        gap_entry(gap), f"{_WHOSE[gap.of]} thiếu {gap.vi}", gap.fill, _first(parts, MOST_OF_A_GAP),
        note=f"Còn {phrases.number_text(left, 'vi')} bản ghi nữa ở danh sách của từng địa phương." if left > 0 else "",
        chips_say="Chọn địa phương",
    )  # fmt: skip


def place_entry(district: str | None) -> str:
    """Give the place of the list of a district, or of what lies in none."""
    return f"{PLACES}/{district or UNKNOWN_DISTRICT}"


def gap_entry(gap: Gap[Any]) -> str:
    """Give the place of the list of who lacks something."""
    return f"thieu/{gap.id}"


# Parts -----------------------------------------------------------------------------


def _ends_by(
    ends: Iterable[Ending], key: Callable[[Ending], str], heading: Callable[[Ending], str]
) -> tuple[Part, ...]:
    made = []
    for anchor, run in groupby(ends, key):
        entries = tuple(Entry(each.record, (each,)) for each in run)
        made.append(Part(f"k{anchor}", heading(entries[0].ends[0]), entries))
    return tuple(made)


def _month(ending: Ending) -> str:
    return f"tháng {ending.last_day.month}/{ending.last_day.year}"


def _by_commune(district: District, entries: Iterable[Entry]) -> tuple[Part, ...]:
    by_commune = _grouped(entries, lambda entry: entry.record.commune)
    communes = sorted(district.communes, key=lambda each: vietnamese_order(each.name))
    named = [(each.id, each.name, by_commune.get(each.id, ())) for each in communes]
    return _parts([*named, (f"{_REST}-xa", "Chưa rõ xã", by_commune.get(None, ()))])


def _parts(parts: Iterable[tuple[str, str, Iterable[Entry]]]) -> tuple[Part, ...]:
    """Leave out the empty ones."""
    made = (Part(anchor, heading, tuple(entries)) for anchor, heading, entries in parts)
    return tuple(part for part in made if part.entries)


def _grouped(entries: Iterable[Entry], key: Callable[[Any], str | None]) -> dict[str | None, list[Entry]]:
    found: dict[str | None, list[Entry]] = {}
    for entry in entries:
        found.setdefault(key(entry), []).append(entry)
    return found


def _producer_of(entry: Entry) -> str | None:
    record = entry.record
    if isinstance(record, Producer):
        return record.id
    return record.producer if isinstance(record, Product) else None


def districts_in_order(desk: Desk) -> list[District]:
    """Give the districts in alphabetical order, whatever sort they are of."""
    return sorted(
        desk.telling.edition.catalogue.districts.values(),
        key=lambda each: vietnamese_order(phrases.unit_bare(each.name)),
    )


def _first(parts: Iterable[Part], most: int) -> tuple[Part, ...]:
    """Give so many rows from the beginning."""
    kept = []
    for part in parts:
        if most > 0:
            kept.append(replace(part, entries=part.entries[:most]))
            most -= len(part.entries)
    return tuple(kept)
