"""What ends and when: each product's rating and every certificate, as they stand on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from ocop.dates import PartialDate
from ocop.edition.model import Edition
from ocop.edition.standing import GRACE, Rating, Status
from ocop.records import Certification, Producer, Product, Recognition
from ocop.text import vietnamese_order

# Renewal files go in 180 to 120 days before the end (Decision 26/2026/QĐ-TTg, article 7.6).
SOON: Final = timedelta(days=180)


class What(StrEnum):
    """What ends."""

    RATING = "rating"
    CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of one rating or certificate, seen from a day.

    ``field`` is where it is written (``recognitions[0]``), ``ends`` the end at the precision that is known. ``at_latest``
    says that only a report is dated: it may have ended sooner.
    """

    record: Product | Producer
    field: str
    of: Recognition | Certification
    ends: PartialDate
    day: date
    at_latest: bool = False

    @property
    def what(self) -> What:
        """Whether a rating ends or a certificate."""
        return What.RATING if isinstance(self.of, Recognition) else What.CERTIFICATE

    @property
    def stars(self) -> int | None:
        """The stars of a rating, where a source gives them."""
        return self.of.stars if isinstance(self.of, Recognition) else None

    @property
    def scheme(self) -> str | None:
        """What a certificate is of."""
        return self.of.scheme if isinstance(self.of, Certification) else None

    @property
    def last_day(self) -> date:
        """The last day on which it holds: a year or a month lasts to its end."""
        return self.ends.last

    @property
    def days_left(self) -> int:
        """Days from now to the last one: 0 on that day itself, negative once it has ended."""
        return (self.ends.last - self.day).days

    @property
    def has_ended(self) -> bool:
        """Whether its last day has passed."""
        return self.days_left < 0

    @property
    def renewal_may_be_pending(self) -> bool:
        """Whether a rating ended so lately that its renewal may still be under way."""
        return self.what is What.RATING and self.has_ended and -self.days_left <= GRACE.days

    def is_within(self, days: int) -> bool:
        """Tell whether it ends in so many days or sooner; what has ended does not end any more."""
        return 0 <= self.days_left <= days


def endings(edition: Edition) -> tuple[Ending, ...]:
    """Give every known end, the earliest first; equal days in alphabetical order."""
    found = [
        ending
        for product in edition.listing
        for ending in endings_of(product, edition.day, edition.rating(product))
    ]
    found += [ending for producer in edition.producers for ending in endings_of(producer, edition.day)]
    return tuple(sorted(found, key=_place))


def endings_of(record: Product | Producer, day: date, rating: Rating | None = None) -> Iterator[Ending]:
    """Give the ends of one record; ``rating`` is a product's on the day. What was withdrawn has none.

    A product has one rating: older ones that it took the place of are not told. Nor is a certificate that has ended
    where the record has another of its scheme that holds.
    """
    if _is_withdrawn(record, day):
        return
    if isinstance(record, Product) and rating is not None:
        yield from _of_rating(record, day, rating)
    holding = {
        each.scheme.casefold() for each in record.certifications if each.expires and each.expires.last >= day
    }
    for number, each in enumerate(record.certifications):
        if each.expires is None:
            continue
        ending = Ending(record, f"certifications[{number}]", each, each.expires, day)
        if not (ending.has_ended and each.scheme.casefold() in holding):
            yield ending


def maker_of(record: Product | Producer, edition: Edition) -> Producer | None:
    """Give who makes what ends, None where no source says."""
    if isinstance(record, Producer):
        return record
    return edition.catalogue.producers[record.producer] if record.producer is not None else None


def _of_rating(product: Product, day: date, rating: Rating) -> Iterator[Ending]:
    if rating.recognition is not None and rating.ends is not None and rating.status is not Status.WITHDRAWN:
        field = f"recognitions[{product.recognitions.index(rating.recognition)}]"
        yield Ending(product, field, rating.recognition, rating.ends, day, at_latest=rating.ends_at_latest)


def _is_withdrawn(record: Product | Producer, day: date) -> bool:
    gone = record.withdrawn
    return gone is not None and (gone.date is None or gone.date.first <= day)


def _place(ending: Ending) -> tuple[Any, ...]:
    return (ending.last_day, vietnamese_order(ending.record.name), ending.record.path, ending.field)
