"""The tables of ``ocop stats``: labels and numbers, aligned for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ocop.catalogue import Catalogue
from ocop.edition import Status
from ocop.edition.endings import What
from ocop.edition.gaps import GAPS
from ocop.edition.tallies import Tallies
from ocop.i18n import Lang
from ocop.i18n.counting import share_text, status_text
from ocop.i18n.phrases import number_text, pick, producer_type_text, stars_text, unit_short
from ocop.records import Producer, Product, SalesPoint
from ocop.text import vietnamese_order

_RATED = (Status.HOLDING, Status.UNCONFIRMED, Status.ENDED)
_COLLECTIONS = {
    Product: ("Sản phẩm có", "Products with"),
    Producer: ("Chủ thể có", "Producers with"),
    SalesPoint: ("Điểm bán có", "Sales points with"),
}
_UNKNOWN = ("chưa rõ", "not known")


@dataclass(frozen=True, slots=True)
class Table:
    """A heading, the heads of its columns of numbers, and rows of a label and numbers."""

    heading: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]

    def lines(self) -> Iterator[str]:
        """Give the table: labels at the left, numbers under one another at the right."""
        label = max([len(self.heading), *(len(name) + 2 for name, _ in self.rows)])
        widths = [
            max(len(cell) for cell in column)
            for column in zip(*(cells for _, cells in self.rows), self.heads, strict=True)
        ]
        yield _line(self.heading, self.heads, label, widths)
        for name, cells in self.rows:
            yield _line(f"  {name}", cells, label, widths)


def tables(counted: Tallies, catalogue: Catalogue, lang: Lang) -> Iterator[Table]:
    """Give every table that has rows, in the order of the report."""
    made = (
        _holdings(counted, lang),
        _stars(counted, lang),
        *_shares(counted, catalogue, lang),
        _ends(counted, lang),
        *_completeness(counted, lang),
    )
    yield from (table for table in made if table.rows)


def _line(label: str, cells: Iterable[str], width: int, widths: Iterable[int]) -> str:
    numbers = "".join(f"  {cell:>{size}}" for cell, size in zip(cells, widths, strict=True))
    return f"{label:<{width}}{numbers}".rstrip()


def _holdings(counted: Tallies, lang: Lang) -> Table:
    pictures, cited = counted.pictures, counted.cited
    rows = {
        ("sản phẩm", "products"): counted.products,
        ("chủ thể", "producers"): counted.producers,
        ("điểm bán", "sales points"): counted.sales_points,
        ("điểm bán đã đóng", "closed sales points"): counted.closed_sales_points,
        ("ảnh", "photos"): pictures.photos,
        ("nguồn", "sources"): cited.sources,
        ("nguồn không ghi ngày", "sources without a date"): cited.undated,
    }
    return Table(
        pick(("Có trong danh mục", "In the catalogue"), lang),
        ("",),
        tuple((pick(words, lang), (number_text(count, lang),)) for words, count in rows.items()),
    )


def _stars(counted: Tallies, lang: Lang) -> Table:
    """Stars against standing; then those that have no rating to show."""
    heads = tuple(status_text(status, lang) for status in _RATED)
    rows = [
        (
            stars_text(stars, lang)
            if stars is not None
            else pick(("không ghi hạng", "stars not stated"), lang),
            tuple(_count(of.get(status, 0), lang) for status in _RATED),
        )
        for stars, of in counted.by_stars.items()
    ]
    rows += [
        (f"{status_text(status, lang)}: {_count(counted.by_status[status], lang)}", ("", "", ""))
        for status in (Status.NONE, Status.WITHDRAWN)
        if counted.by_status[status]
    ]
    return Table(pick(("Hạng sao", "Stars"), lang), heads, tuple(rows))


def _shares(counted: Tallies, catalogue: Catalogue, lang: Lang) -> Iterator[Table]:
    """Parts of a whole: by group, kind, district, and producers by type."""
    groups = {
        name: pick((group.name, group.en or group.name), lang) for name, group in catalogue.groups.items()
    }
    kinds = {name: pick((kind.name, kind.en or kind.name), lang) for name, kind in catalogue.kinds.items()}
    districts = {name: unit_short(each.name, lang) for name, each in catalogue.districts.items()}
    types = {name: producer_type_text(name, lang) for name in counted.by_producer_type if name is not None}
    yield _parts(("Theo nhóm", "By group"), counted.by_group, groups, lang)
    yield _parts(("Theo loại hàng", "By kind"), counted.by_kind, kinds, lang)
    yield _parts(("Theo huyện", "By district"), counted.by_district, districts, lang)
    yield _parts(("Chủ thể theo loại hình", "Producers by type"), counted.by_producer_type, types, lang)


def _parts(
    heading: tuple[str, str],
    counts: Mapping[str | None, int] | Mapping[str, int],
    names: Mapping[str, str],
    lang: Lang,
) -> Table:
    """Give the parts, the largest first; what is not known comes last."""
    whole = sum(counts.values())
    named = [(names[key] if key is not None else None, count) for key, count in counts.items()]
    named.sort(key=lambda part: (part[0] is None, -part[1], vietnamese_order(part[0] or "")))
    return Table(
        pick(heading, lang),
        ("", ""),
        tuple(
            (name or pick(_UNKNOWN, lang), (number_text(count, lang), share_text(count, whole)))
            for name, count in named
        ),
    )


def _ends(counted: Tallies, lang: Lang) -> Table:
    words = {What.RATING: ("hạng sao", "ratings"), What.CERTIFICATE: ("chứng nhận", "certificates")}
    return Table(
        pick(("Hết hạn", "Ending"), lang),
        (
            pick((f"trong {counted.within} ngày", f"within {counted.within} days"), lang),
            pick(("đã hết", "ended"), lang),
        ),
        tuple(
            (pick(words[what], lang), (_count(ends.soon, lang), _count(ends.ended, lang)))
            for what, ends in counted.ends.items()
        ),
    )


def _completeness(counted: Tallies, lang: Lang) -> Iterator[Table]:
    """How many records of those that are asked have what the table of gaps names."""
    for kind, heading in _COLLECTIONS.items():
        rows = []
        for gap in GAPS:
            asked = counted.survey.asked.get(gap.id, 0)
            if gap.of is kind and asked:
                has = asked - counted.survey.missing.get(gap.id, 0)
                of = pick((f"{has} trên {asked}", f"{has} of {asked}"), lang)
                rows.append((pick((gap.vi, gap.en), lang), (of, share_text(has, asked))))
        yield Table(pick(heading, lang), ("", ""), tuple(rows))


def _count(number: int, lang: Lang) -> str:
    return number_text(number, lang) if number else "·"
