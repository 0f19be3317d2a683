"""What listings gain and lose, told together where it is the same, and whom it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ocop.i18n import Lang, changes
from ocop.records import Product
from ocop.review.compare import Change, Comparison
from ocop.review.effects import ListingChange, Shelf
from ocop.review.entries import Section
from ocop.review.markdown import plain
from ocop.review.naming import named, several
from ocop.review.telling import either_name, listing_name
from ocop.text import vietnamese_order


class Listed:
    """Words for what follows from a comparison on other pages."""

    def __init__(self, comparison: Comparison, lang: Lang) -> None:
        """Take a comparison and a language."""
        self._comparison = comparison
        self._lang: Lang = lang

    def lines(self) -> tuple[str, ...]:
        """Give an item of a Markdown list for each thing that happens to listings, and for each campaign."""
        pages: dict[str, list[str]] = {}
        for change in self._comparison.listings:
            name = f"**{listing_name(change.listing, self._comparison, self._lang)}**"
            pages.setdefault("; ".join(self._said(change)), []).append(name)
        lines = [f"- {', '.join(names)}: {said}" for said, names in pages.items()]
        return (*lines, *self._lifts())

    def makers(self, every: Iterable[Change]) -> list[str]:
        """Name the producers of products that changed, before and after."""
        found = set()
        for change in every:
            for entry, edition in (
                (change.before, self._comparison.before),
                (change.after, self._comparison.after),
            ):
                if (
                    entry is not None
                    and isinstance(entry.facts, Product)
                    and entry.facts.producer is not None
                ):
                    found.add(named(edition.catalogue, Section.PRODUCERS, entry.facts.producer, self._lang))
        return [plain(name) for name in sorted(found, key=vietnamese_order)]

    def _said(self, change: ListingChange) -> Iterator[str]:
        points = change.listing.shelf is Shelf.SALES_POINTS
        section = Section.SALES_POINTS if points else Section.PRODUCTS
        if change.added:
            yield self._say("lists_more", names=self._names(change.added, section))
        if change.removed:
            yield self._say("lists_less", names=self._names(change.removed, section))
        if change.first is not None:
            before, after = (self._name(each, section) for each in change.first)
            yield self._say("led_by", before=before, after=after)

    def _lifts(self) -> Iterator[str]:
        for lift in self._comparison.lifts:
            title = plain(either_name(self._comparison, Section.PROMOTIONS, lift.promotion, self._lang))
            parts = []
            if lift.lifted:
                parts.append(self._say("lifts", names=self._names(lift.lifted, Section.PRODUCTS)))
            if lift.let_go:
                parts.append(self._say("lets_go", names=self._names(lift.let_go, Section.PRODUCTS)))
            yield f"- **{title}**: {'; '.join(parts)}"

    def _say(self, key: str, **values: object) -> str:
        return changes.say(key, self._lang, **values)

    def _names(self, ids: Iterable[str], section: Section) -> str:
        return several([self._name(each, section) for each in ids], self._lang)

    def _name(self, entry_id: str, section: Section) -> str:
        return plain(either_name(self._comparison, section, entry_id, self._lang))
