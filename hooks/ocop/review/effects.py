"""What follows from changed records for other pages: which listings gain, lose or are led by what, whom a campaign lifts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ocop.edition import Edition, Status
from ocop.records import Product
from ocop.review.entries import Renames, Section

_STARS: Final = (5, 4, 3, 2, 1)


class Shelf(StrEnum):
    """The sorts of listings, in the order in which a note tells of them."""

    KIND = "kind"
    STARS = "stars"
    ENDED = "ended"
    DISTRICT = "district"
    PRODUCER = "producer"
    SALES_POINTS = "sales-points"


# Where it is worth a word who comes first.
LEADING: Final = (Shelf.KIND, Shelf.STARS, Shelf.DISTRICT)


@dataclass(frozen=True, slots=True)
class Listing:
    """One page that lists goods or sales points; ``entry`` is a kind, a number of stars, a district, a producer."""

    shelf: Shelf
    entry: str = ""


@dataclass(frozen=True, slots=True)
class ListingChange:
    """What changed on one listing, by id; ``first`` names who came and who comes first, where that changed."""

    listing: Listing
    added: tuple[str, ...]
    removed: tuple[str, ...]
    first: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class LiftChange:
    """Which products a campaign lifts now, and which no more."""

    promotion: str
    lifted: tuple[str, ...]
    let_go: tuple[str, ...]


def listing_changes(before: Edition, after: Edition, renames: Renames) -> tuple[ListingChange, ...]:
    """Compare every listing of two editions; ids of before are told as they are now."""
    then = _of_today(dict(_listings(before)), renames)
    now = dict(_listings(after))
    found = []
    for listing in sorted({*then, *now}, key=lambda each: ([*Shelf].index(each.shelf), each.entry)):
        old, new = then.get(listing, ()), now.get(listing, ())
        added = tuple(each for each in new if each not in set(old))
        removed = tuple(each for each in old if each not in set(new))
        first = (old[0], new[0]) if old and new and old[0] != new[0] and listing.shelf in LEADING else None
        if added or removed or first:
            found.append(ListingChange(listing, added, removed, first))
    return tuple(found)


def lift_changes(before: Edition, after: Edition, renames: Renames) -> tuple[LiftChange, ...]:
    """Compare what campaigns lift in two editions."""
    then = {
        renames.now(Section.PRODUCTS, product): renames.now(Section.PROMOTIONS, promotion.id)
        for product, promotion in before.promoted.items()
    }
    now = {product: promotion.id for product, promotion in after.promoted.items()}
    found = []
    for promotion in sorted({*then.values(), *now.values()}):
        lifted = {
            product for product, by in now.items() if by == promotion and then.get(product) != promotion
        }
        let_go = {
            product for product, by in then.items() if by == promotion and now.get(product) != promotion
        }
        if lifted or let_go:
            found.append(LiftChange(promotion, tuple(sorted(lifted)), tuple(sorted(let_go))))
    return tuple(found)


def _listings(edition: Edition) -> Iterator[tuple[Listing, tuple[str, ...]]]:
    for kind, goods in edition.by_kind.items():
        yield Listing(Shelf.KIND, kind), _ids(goods)
    for stars in _STARS:
        yield Listing(Shelf.STARS, str(stars)), _ids(edition.with_stars(stars))
    yield Listing(Shelf.ENDED), _ids(edition.with_status(Status.ENDED))
    for district, goods in edition.by_district.items():
        if district is not None:
            yield Listing(Shelf.DISTRICT, district), _ids(goods)
    for producer, goods in edition.by_producer.items():
        if producer is not None:
            yield Listing(Shelf.PRODUCER, producer), _ids(goods)
    yield Listing(Shelf.SALES_POINTS), tuple(point.id for point in edition.sales_points)


def _ids(goods: Iterable[Product]) -> tuple[str, ...]:
    return tuple(product.id for product in goods)


_ENTRIES: Final[Mapping[Shelf, Section]] = {
    Shelf.KIND: Section.KINDS,
    Shelf.DISTRICT: Section.DISTRICTS,
    Shelf.PRODUCER: Section.PRODUCERS,
}


def _of_today(
    listings: Mapping[Listing, tuple[str, ...]], renames: Renames
) -> dict[Listing, tuple[str, ...]]:
    found = {}
    for listing, ids in listings.items():
        section = _ENTRIES.get(listing.shelf)
        entry = renames.now(section, listing.entry) if section is not None else listing.entry
        of = Section.SALES_POINTS if listing.shelf is Shelf.SALES_POINTS else Section.PRODUCTS
        found[Listing(listing.shelf, entry)] = tuple(renames.now(of, each) for each in ids)
    return found
