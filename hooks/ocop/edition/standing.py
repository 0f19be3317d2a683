"""Which rating holds on a day: the one place that knows the rules of validity.

Sources: Decision 26/2026/QĐ-TTg, article 4.3 (36 months), article 12.3 (up to 180 days of grace while a renewal
is decided); the contract of records for dates of less than day precision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeAlias, TypeVar

from ocop.dates import PartialDate
from ocop.records import Product, Recognition, Withdrawal

VALIDITY_YEARS = 3
GRACE = timedelta(days=180)

Told = TypeVar("Told")


class Status(StrEnum):
    """How a recognition or a product stands on a day; declared in the order of listings."""

    HOLDING = "holding"
    UNCONFIRMED = "unconfirmed"
    ENDED = "ended"
    NONE = "none"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Rating:
    """A product's rating on a day.

    ``stars`` are those of ``recognition``: the stars that hold, that are unconfirmed, or that were once held; None
    where no source gives them. ``ends`` is the end of validity, for certain where the recognition is dated and
    at the latest where only ``reported`` is known (``ends_at_latest``).
    """

    status: Status
    recognition: Recognition | None = None
    ends: PartialDate | None = None
    ends_at_latest: bool = False
    renewal_may_be_pending: bool = False
    withdrawal: Withdrawal | None = None

    @property
    def stars(self) -> int | None:
        """Stars of the recognition that the rating rests on."""
        return self.recognition.stars if self.recognition is not None else None

    @property
    def is_current(self) -> bool:
        """Whether the product counts as rated on the day."""
        return self.status in (Status.HOLDING, Status.UNCONFIRMED)

    @property
    def current_stars(self) -> int | None:
        """Stars that may be shown as a rating: None unless holding or unconfirmed."""
        return self.stars if self.is_current else None


def expiry(recognition: Recognition) -> PartialDate | None:
    """Give the end of validity: as written, else 36 months after the date, else after ``reported``.

    Precision is that of the date it follows from; None where none is known.
    """
    if recognition.expires is not None:
        return recognition.expires
    start = recognition.date or recognition.reported
    return start.plus_years(VALIDITY_YEARS) if start is not None else None


def status_of(recognition: Recognition, day: date) -> Status:
    """Tell how one recognition stands on a day; NONE while its own date still lies ahead."""
    end = expiry(recognition)
    if recognition.date is not None and day < recognition.date.first:
        return Status.NONE
    if end is not None and day > end.last:
        return Status.ENDED
    return Status.HOLDING if recognition.date is not None else Status.UNCONFIRMED


def rating_of(product: Product, day: date) -> Rating:
    """Give the rating of a product on a day.

    The holding recognition with the latest date (equal dates: more stars); failing one, the unconfirmed with the
    latest ``reported``; failing that the one that ended last.
    """
    if product.withdrawn is not None and (
        product.withdrawn.date is None or product.withdrawn.date.first <= day
    ):
        return Rating(Status.WITHDRAWN, withdrawal=product.withdrawn)
    for status in (Status.HOLDING, Status.UNCONFIRMED, Status.ENDED):
        standing = [each for each in product.recognitions if status_of(each, day) is status]
        if standing:
            return _rating(
                status, max(standing, key=_last_to_end if status is Status.ENDED else _latest), day
            )
    return Rating(Status.NONE)


Prospects: TypeAlias = "tuple[tuple[date | None, Told], ...]"
"""What is true from a day on: each entry with the last day on which it is, in order; the last, for ever, has None."""


def stays_until(withdrawal: Withdrawal | None, day: date) -> date | None:
    """Give the last day before a withdrawal that lies ahead; None where none does."""
    if withdrawal is None or withdrawal.date is None or withdrawal.date.first <= day:
        return None
    return withdrawal.date.first - timedelta(days=1)


def prospects(product: Product, day: date) -> Prospects[Rating]:
    """Tell how a product will stand from a day on, as long as its record stays as it is.

    A page that nobody rebuilds reads its truth off this table, so that no rule of validity is written twice.
    """
    return from_day_on(day, _turns(product), lambda on: rating_of(product, on))


def course(recognition: Recognition, day: date) -> Prospects[Status]:
    """Tell how one recognition will stand from a day on."""
    return from_day_on(day, _turns_of(recognition), lambda on: status_of(recognition, on))


def from_day_on(day: date, turns: Iterable[date], told_on: Callable[[date], Told]) -> Prospects[Told]:
    """Tell what is true from a day on; ``turns`` are the days on which that may become something else."""
    found: list[tuple[date | None, Told]] = []
    told = told_on(day)
    for turn in sorted({turn for turn in turns if turn > day}):
        after = told_on(turn)
        if after != told:
            found.append((turn - timedelta(days=1), told))
            told = after
    return (*found, (None, told))


def true_on(told: Prospects[Told], day: date) -> Told:
    """Read off such a table what is true on a day."""
    return next(each for until, each in told if until is None or day <= until)


def best_of(ratings: Iterable[Rating]) -> Rating | None:
    """Give the best rating: current before ended, then most stars, holding before unconfirmed, valid longest; or None."""
    told = (rating for rating in ratings if rating.is_current or rating.status is Status.ENDED)
    return max(told, key=_goodness, default=None)


def _goodness(rating: Rating) -> tuple[bool, int, bool, date, str]:
    last = rating.ends.last if rating.ends is not None else date.min
    return (rating.is_current, rating.stars or 0, rating.status is Status.HOLDING, last, str(rating.ends))


def _turns(product: Product) -> Iterator[date]:
    """Give the days on which a rating may change."""
    if product.withdrawn is not None and product.withdrawn.date is not None:
        yield product.withdrawn.date.first
    for recognition in product.recognitions:
        yield from _turns_of(recognition)


def _turns_of(recognition: Recognition) -> Iterator[date]:
    if recognition.date is not None:
        yield recognition.date.first
    if (end := expiry(recognition)) is not None:
        yield end.last + timedelta(days=1)
        yield end.last + GRACE + timedelta(days=1)


def history(product: Product, day: date) -> tuple[tuple[Recognition, Status], ...]:
    """Give all recognitions of a product, newest first, each as it stands on the day."""
    newest_first = sorted(product.recognitions, key=_latest, reverse=True)
    return tuple((each, status_of(each, day)) for each in newest_first)


def _rating(status: Status, recognition: Recognition, day: date) -> Rating:
    end = expiry(recognition)
    return Rating(
        status,
        recognition,
        ends=end,
        ends_at_latest=recognition.date is None and recognition.expires is None,
        renewal_may_be_pending=status is Status.ENDED and end is not None and day - end.last <= GRACE,
    )


def _latest(recognition: Recognition) -> tuple[date, int, date, str]:
    start = recognition.date or recognition.reported
    return (start.last if start else date.min, recognition.stars or 0, _end(recognition), str(start))


def _last_to_end(recognition: Recognition) -> tuple[date, int, date, str]:
    start = recognition.date or recognition.reported
    return (_end(recognition), recognition.stars or 0, start.last if start else date.min, str(start))


def _end(recognition: Recognition) -> date:
    end = expiry(recognition)
    return end.last if end else date.min
