"""The edition: everything that follows from the records and a day, computed once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeVar

from ocop.catalogue import Catalogue
from ocop.edition.order import is_liftable, listing_key, promotion_rank
from ocop.edition.standing import (
    Prospects,
    Rating,
    Status,
    best_of,
    from_day_on,
    prospects,
    rating_of,
    stays_until,
    true_on,
)
from ocop.records import Producer, Product, Promotion, SalesPoint
from ocop.text import vietnamese_order

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Edition:
    """The catalogue on one day. Every tuple of products is in the order of listings."""

    catalogue: Catalogue
    day: date
    ratings: Mapping[str, Rating]
    promotions: tuple[Promotion, ...]
    """Campaigns in force on the day, by rank."""
    promoted: Mapping[str, Promotion]
    """The campaign that lifts a product, by the product's id."""
    listing: tuple[Product, ...]
    by_kind: Mapping[str, tuple[Product, ...]]
    by_group: Mapping[str, tuple[Product, ...]]
    by_district: Mapping[str | None, tuple[Product, ...]]
    by_producer: Mapping[str | None, tuple[Product, ...]]
    producers: tuple[Producer, ...]
    """In Vietnamese alphabetical order of their names."""
    sales_points: tuple[SalesPoint, ...]
    """The open ones, in Vietnamese alphabetical order; closed ones keep their page but are not listed."""
    closed_sales_points: tuple[SalesPoint, ...]
    _prospects: dict[str, Prospects[Rating]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, catalogue: Catalogue, day: date) -> Edition:
        """Compute the edition of a day."""
        ratings = {product.id: rating_of(product, day) for product in catalogue.products.values()}
        in_force = tuple(
            sorted(_in_force(catalogue.promotions, day), key=lambda each: (promotion_rank(each), each.id))
        )
        promoted = _promoted(catalogue, ratings, in_force)
        listing = tuple(
            sorted(
                catalogue.products.values(),
                key=lambda product: listing_key(product, ratings[product.id], promoted.get(product.id)),
            )
        )
        points = sorted(
            catalogue.sales_points.values(), key=lambda point: (vietnamese_order(point.name), point.id)
        )
        return cls(
            catalogue=catalogue,
            day=day,
            ratings=ratings,
            promotions=in_force,
            promoted=promoted,
            listing=listing,
            by_kind=_grouped(listing, lambda product: product.kind),
            by_group=_grouped(listing, lambda product: catalogue.kinds[product.kind].group),
            by_district=_grouped(listing, lambda product: product.district),
            by_producer=_grouped(listing, lambda product: product.producer),
            producers=tuple(
                sorted(catalogue.producers.values(), key=lambda each: (vietnamese_order(each.name), each.id))
            ),
            sales_points=tuple(point for point in points if not is_closed(point, day)),
            closed_sales_points=tuple(point for point in points if is_closed(point, day)),
        )

    def rating(self, product: Product) -> Rating:
        """Give the rating of a product on the day."""
        return self.ratings[product.id]

    def prospects(self, product: Product) -> Prospects[Rating]:
        """Tell how a product will stand from the day on; computed when a page first asks."""
        if product.id not in self._prospects:
            self._prospects[product.id] = prospects(product, self.day)
        return self._prospects[product.id]

    def best_prospects(self, goods: Iterable[Product]) -> Prospects[Rating | None]:
        """Tell the best rating among some goods from the day on; None where none is or was rated."""
        told = [self.prospects(product) for product in goods]
        turns = (until + timedelta(days=1) for each in told for until, _ in each if until is not None)
        return from_day_on(self.day, turns, lambda on: best_of(true_on(each, on) for each in told))

    def steady_until(self, goods: Iterable[Product]) -> date | None:
        """Give the last day on which each of some goods has its status and stars of today; None where it is for ever."""
        ends = (_steady_until(self.prospects(product)) for product in goods)
        return min((end for end in ends if end is not None), default=None)

    def with_stars(self, stars: int) -> tuple[Product, ...]:
        """Give the products whose rating, holding or unconfirmed, has so many stars."""
        return tuple(product for product in self.listing if self.ratings[product.id].current_stars == stars)

    def with_status(self, *statuses: Status) -> tuple[Product, ...]:
        """Give the products that stand in one of these ways."""
        return tuple(product for product in self.listing if self.ratings[product.id].status in statuses)

    def selling(self, product: Product) -> tuple[SalesPoint, ...]:
        """Give the open sales points that name a product or sell everything."""
        return tuple(
            point
            for point in self.sales_points
            if point.sells is not None and (point.sells.everything or product.id in point.sells.products)
        )


def is_closed(point: SalesPoint, day: date) -> bool:
    """Tell whether a sales point has closed; a month or year of closing counts from its first day."""
    return point.closed is not None and point.closed.first <= day


def closes_after(point: SalesPoint, day: date) -> date | None:
    """Give the last day on which a sales point that is open is so; None where no later closing is known."""
    if point.closed is None or is_closed(point, day):
        return None
    return point.closed.first - timedelta(days=1)


def lifted_until(product: Product, promotion: Promotion, day: date) -> date | None:
    """Give the last day on which a campaign that lifts a product does so; None where no end is known.

    A rating that ends does not end the lifting, leaving the programme does.
    """
    ends = (
        promotion.until.last if promotion.until is not None else None,
        stays_until(product.withdrawn, day),
    )
    return min((end for end in ends if end is not None), default=None)


def _steady_until(told: Prospects[Rating]) -> date | None:
    _, today = told[0]
    return next((until for (until, _), (_, after) in pairwise(told)
                 if (after.status, after.current_stars) != (today.status, today.current_stars)), None)  # fmt: skip


def _in_force(promotions: Iterable[Promotion], day: date) -> Iterable[Promotion]:
    for promotion in promotions:
        begun = promotion.start is None or promotion.start.first <= day
        over = promotion.until is not None and promotion.until.last < day
        if begun and not over:
            yield promotion


def _promoted(
    catalogue: Catalogue, ratings: Mapping[str, Rating], in_force: Iterable[Promotion]
) -> dict[str, Promotion]:
    promoted: dict[str, Promotion] = {}
    for promotion in in_force:
        kinds, named = set(promotion.kinds), set(promotion.products)
        for product in catalogue.products.values():
            chosen = product.kind in kinds or product.id in named
            if chosen and is_liftable(ratings[product.id]):
                promoted.setdefault(product.id, promotion)
    return promoted


def _grouped(products: Iterable[Product], key: Callable[[Product], Key]) -> dict[Key, tuple[Product, ...]]:
    groups: dict[Key, list[Product]] = defaultdict(list)
    for product in products:
        groups[key(product)].append(product)
    return {name: tuple(members) for name, members in groups.items()}
