"""What happened to the goods and when: recognised, upgraded, renewed, ended, withdrawn, from the dates in their records.

Two builds on one day tell the same, whatever was built before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from ocop.dates import PartialDate
from ocop.edition.model import Edition
from ocop.edition.standing import Status, expiry, rating_of
from ocop.records import Product, Recognition


class Turn(StrEnum):
    """What happened to a product; declared in the order in which a month tells of it."""

    RECOGNISED = "recognised"
    UPGRADED = "upgraded"
    RENEWED = "renewed"
    LOWERED = "lowered"
    REPORTED = "reported"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened; ``when`` has the precision that is known.

    ``stars`` are those of the recognition concerned, ``before`` those of the one that it followed; None where no source
    gives them. ``at_latest`` says of an end that it may have come sooner.
    """

    turn: Turn
    product: Product
    when: PartialDate
    stars: int | None = None
    before: int | None = None
    at_latest: bool = False

    @property
    def month(self) -> PartialDate:
        """The month, or the year where no source tells the month."""
        return PartialDate(self.when.year, self.when.month)


def chronicle(edition: Edition) -> tuple[Event, ...]:
    """Give every event up to the day, the newest month first, in it by what happened and in the order of listings.

    What is known by its year alone stands after the months of that year.
    """
    place = {product.id: number for number, product in enumerate(edition.listing)}
    turns = list(Turn)
    found = (event for product in edition.listing for event in _events(product))
    past = [event for event in found if event.when.first <= edition.day and not _lies_ahead(event, edition)]
    past.sort(
        key=lambda event: (
            turns.index(event.turn),
            -(event.stars or 0),
            event.at_latest,
            place[event.product.id],
        )
    )
    return tuple(sorted(past, key=lambda event: (event.when.year, event.when.month or 0), reverse=True))


def _lies_ahead(event: Event, edition: Edition) -> bool:
    """Tell whether an end is still to come: that of a month or a year has come only when it is over."""
    return event.turn is Turn.ENDED and event.when.last >= edition.day


def _events(product: Product) -> Iterator[Event]:
    yield from _recognitions(product)
    yield from _ends(product)
    if product.withdrawn is not None and product.withdrawn.date is not None:
        yield Event(Turn.WITHDRAWN, product, product.withdrawn.date)


def _recognitions(product: Product) -> Iterator[Event]:
    dated = [(each.date, each) for each in product.recognitions if each.date is not None]
    former: Recognition | None = None
    for when, recognition in sorted(dated, key=lambda pair: (pair[0].last, pair[1].stars or 0)):
        before = former.stars if former is not None else None
        yield Event(_turn(former, recognition), product, when, recognition.stars, before)
        former = recognition
    for recognition in product.recognitions:
        if recognition.date is None and recognition.reported is not None:
            yield Event(Turn.REPORTED, product, recognition.reported, recognition.stars)


def _turn(former: Recognition | None, recognition: Recognition) -> Turn:
    if former is None:
        return Turn.RECOGNISED
    if former.stars is None or recognition.stars is None or former.stars == recognition.stars:
        return Turn.RENEWED
    return Turn.UPGRADED if recognition.stars > former.stars else Turn.LOWERED


def _ends(product: Product) -> Iterator[Event]:
    """Tell of each day after which no rating was left: one that another followed in time did not end for anybody."""
    for end in {end for each in product.recognitions if (end := expiry(each)) is not None}:
        before, after = rating_of(product, end.last), rating_of(product, end.last + timedelta(days=1))
        if before.is_current and after.status is Status.ENDED:
            yield Event(Turn.ENDED, product, end, before.stars, at_latest=after.ends_at_latest)
