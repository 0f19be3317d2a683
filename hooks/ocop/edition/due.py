"""What staff should know on a day: what has ended, what ends soon, what lies in the future."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from ocop.edition.endings import SOON, Ending, What, endings_of
from ocop.edition.standing import Rating, Status, rating_of
from ocop.findings import Finding, Position, Severity
from ocop.records import Producer, Product

Locate = Callable[[str, str], Position]

_CODES = {
    (What.RATING, False): "rating_ends_soon",
    (What.RATING, True): "rating_ended",
    (What.CERTIFICATE, False): "certificate_ends_soon",
    (What.CERTIFICATE, True): "certificate_ended",
}


def warnings(records: Iterable[Product | Producer], day: date, locate: Locate) -> Iterator[Finding]:
    """Give the warnings of a day; ``locate`` gives the position of a field of a file."""
    for record in records:
        rating = rating_of(record, day) if isinstance(record, Product) else None
        if isinstance(record, Product) and rating is not None:
            yield from _of_rating(record, rating, day, locate)
        for ending in endings_of(record, day, rating):
            if ending.has_ended or ending.is_within(SOON.days):
                yield _of_ending(ending, locate)


def _of_rating(product: Product, rating: Rating, day: date, locate: Locate) -> Iterator[Finding]:
    """Every product has a dated rating in force, and none from a day to come.

    Where it has not, its page says so honestly; whoever has the decision at hand can mend it.

    no_holding_rating (warning)
        Wrong: ``recognitions: [{stars: 4, reported: 2025-08}]``
        Right: ``recognitions: [{stars: 4, date: 2025-08-15}]``
    date_in_future (warning)
        Wrong: ``recognitions: [{stars: 4, date: 2062-12-28}, {stars: 3, date: 2025-12-28}]``
        Right: ``recognitions: [{stars: 4, date: 2026-02-28}, {stars: 3, date: 2025-12-28}]``
    """
    if rating.status is Status.WITHDRAWN:
        return
    for number, recognition in enumerate(product.recognitions):
        if recognition.date is not None and day < recognition.date.first:
            yield _warning(
                locate, product.path, f"recognitions[{number}].date", "date_in_future", date=recognition.date
            )
    if rating.status in (Status.UNCONFIRMED, Status.NONE):
        yield _warning(
            locate, product.path, "recognitions" if product.recognitions else "name", "no_holding_rating"
        )


def _of_ending(ending: Ending, locate: Locate) -> Finding:
    """Every rating and certificate holds for another half year.

    A file for renewal goes in 180 to 120 days before the end (Decision 26/2026/QĐ-TTg, article 7.6); too late, and the
    product has no stars for months.

    rating_ends_soon (warning)
        Wrong: ``recognitions: [{stars: 4, date: 2024-01-15}]``
        Right: ``recognitions: [{stars: 4, date: 2024-01-15}, {stars: 4, date: 2026-10-15}]``
    rating_ended (warning)
        Wrong: ``recognitions: [{stars: 4, date: 2022-01-15}]``
        Right: ``recognitions: [{stars: 4, date: 2022-01-15}, {stars: 4, date: 2025-03-15}]``
    certificate_ends_soon (warning)
        Wrong: ``certifications: [{scheme: haccp, expires: 2027-02-28}]``
        Right: ``certifications: [{scheme: haccp, expires: 2029-02-28}]``
    certificate_ended (warning)
        Wrong: ``certifications: [{scheme: haccp, expires: 2025-02-28}]``
        Right: ``certifications: [{scheme: haccp, expires: 2028-02-28}]``
    """
    values: dict[str, object] = {"date": ending.ends}
    if ending.scheme is not None:
        values = {"scheme": ending.scheme, **values}
    if not ending.has_ended:
        values["days"] = ending.days_left
    code = _CODES[ending.what, ending.has_ended]
    return _warning(locate, ending.record.path, ending.field, code, **values)


def _warning(locate: Locate, path: str, field: str, code: str, **values: object) -> Finding:
    told = {key: str(value) for key, value in values.items()}
    return Finding(locate(path, field), code, field, Severity.WARNING, told)
