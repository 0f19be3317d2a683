"""The desk of staff: who lacks what and what ends, found once for all work lists, and the row that tells it of a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, TypeAlias

from ocop import addresses
from ocop.edition.endings import SOON, Ending
from ocop.edition.tallies import Tallies, tallies
from ocop.i18n import phrases
from ocop.i18n.deadlines import days_text, ends_text, subject_text
from ocop.records import Producer, Product, SalesPoint
from ocop.records.product import UNKNOWN_DISTRICT
from ocop.site.compose.telling import Telling
from ocop.site.views import WorkEnd, WorkRow
from ocop.text import vietnamese_order

Kept: TypeAlias = Product | Producer | SalesPoint

_COLLECTIONS: Final[Mapping[type, str]] = {
    Product: "products",
    Producer: "producers",
    SalesPoint: "sales-points",
}
_SORTS: Final[Mapping[type, str]] = {Product: "", Producer: "Chủ thể", SalesPoint: "Điểm bán"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One record on a list, with what ends of it that the list is about."""

    record: Kept
    ends: tuple[Ending, ...] = ()


@dataclass(frozen=True)
class Desk:
    """What there is to do in an edition."""

    telling: Telling

    @cached_property
    def counted(self) -> Tallies:
        """The catalogue in numbers, with the survey of what is missing."""
        return tallies(self.telling.edition)

    @cached_property
    def soon(self) -> tuple[Ending, ...]:
        """What ends within 180 days, the earliest first."""
        return tuple(each for each in self.counted.endings if each.is_within(SOON.days))

    @cached_property
    def ended(self) -> tuple[Ending, ...]:
        """What has ended, the latest first."""
        return tuple(each for each in reversed(self.counted.endings) if each.has_ended)

    @cached_property
    def due(self) -> Mapping[str, tuple[Ending, ...]]:
        """What has ended or ends soon, by the path of its record."""
        found: dict[str, tuple[Ending, ...]] = {}
        for each in (*self.ended, *self.soon):
            found[each.record.path] = (*found.get(each.record.path, ()), each)
        return found

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every record with something to do, in alphabetical order of names."""
        edition = self.telling.edition
        everything: Iterable[Kept] = (*edition.listing, *edition.producers, *edition.sales_points)
        needy = (
            Entry(record, self.due.get(record.path, ()))
            for record in everything
            if record.path in self.due or self.counted.survey.of(record)
        )
        return tuple(sorted(needy, key=_place))

    @cached_property
    def lacking(self) -> Mapping[str, list[Entry]]:
        """The records that lack something, by the id of the gap."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for gap in self.counted.survey.of(entry.record):
                found.setdefault(gap.id, []).append(entry)
        return found

    @property
    def editor(self) -> str:
        """The address of the editor; empty where its scripts are not made."""
        has_editor = (self.telling.settings.bundle / "editor").is_dir()
        return addresses.staff("editor") if has_editor else ""

    def new_product(self, district: str | None) -> str:
        """Give the part of the editor's address that adds a product of a district."""
        return f"/collections/{_products_of(district)}/new"

    def rows(self, entries: Iterable[Entry]) -> tuple[WorkRow, ...]:
        """Make the rows of several records."""
        return tuple(self._row(entry) for entry in entries)

    def _row(self, entry: Entry) -> WorkRow:
        record, repository = entry.record, self.telling.settings.repository
        kind: type = type(record)
        return WorkRow(
            name=record.name,
            address=self.telling.address(_COLLECTIONS[kind], record.id),
            sort=_SORTS[kind],
            by=" · ".join(self._by(record)),
            ends=tuple(_end(each) for each in entry.ends),
            missing=tuple(gap.vi for gap in self.counted.survey.of(record)),
            path=record.path,
            edit=repository.edit(record.path) if repository is not None else "",
            form=f"/collections/{_folder(record)}/entries/{record.id}",
        )

    def _by(self, record: Kept) -> Iterator[str]:
        """Say whose it is and where; only what is known."""
        catalogue = self.telling.edition.catalogue
        if isinstance(record, Product) and record.producer is not None:
            yield catalogue.producers[record.producer].name
        if (commune := catalogue.commune_of(record)) is not None:
            yield phrases.unit_inside(commune.name, "vi")
        if record.district is not None:
            yield self.telling.district_short(record.district)
        elif isinstance(record, SalesPoint) and record.province is not None:
            yield record.province
        elif isinstance(record, SalesPoint) and record.country is not None:
            yield phrases.country_text(record.country, "vi")


def _end(ending: Ending) -> WorkEnd:
    when = ends_text(ending.ends, "vi", at_latest=ending.at_latest)
    text = f"{subject_text(ending.scheme, ending.stars, 'vi')} hết hạn {when}"
    if ending.renewal_may_be_pending:
        text += ", có thể đang chờ công nhận lại"
    return WorkEnd(text, days_text(ending.days_left, "vi"), ending.has_ended)


def _folder(record: Kept) -> str:
    """Name a record's collection as the editor does."""
    return _products_of(record.district) if isinstance(record, Product) else _COLLECTIONS[type(record)]


def _products_of(district: str | None) -> str:
    return f"products-{district or UNKNOWN_DISTRICT}"


def _place(entry: Entry) -> tuple[Any, ...]:
    return (vietnamese_order(entry.record.name), entry.record.path)
