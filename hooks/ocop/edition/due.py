"""What staff should know on a day: what has ended, what ends soon, what lies in the future."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from ocop.edition.standing import Status, expiry, rating_of
from ocop.findings import Finding, Position, Severity
from ocop.records import Certification, Producer, Product

# Renewal files go in 180 to 120 days before the end (Decision 26/2026/QĐ-TTg, article 7.6).
SOON = timedelta(days=180)

Locate = Callable[[str, str], Position]


def warnings(records: Iterable[Product | Producer], day: date, locate: Locate) -> Iterator[Finding]:
    """Give the warnings of a day; ``locate`` gives the position of a field of a file."""
    for record in records:
        if isinstance(record, Product):
            yield from _of_rating(record, day, locate)
        yield from _of_certificates(record, day, locate)


def _of_rating(product: Product, day: date, locate: Locate) -> Iterator[Finding]:
    rating = rating_of(product, day)
    if rating.status is Status.WITHDRAWN:
        return
    for number, recognition in enumerate(product.recognitions):
        if recognition.date is not None and day < recognition.date.first:
            yield _warning(
                locate, product.path, f"recognitions[{number}].date", "date_in_future", date=recognition.date
            )
    if rating.recognition is not None:
        field = f"recognitions[{product.recognitions.index(rating.recognition)}]"
        end = expiry(rating.recognition)
        if rating.status is Status.ENDED and end is not None:
            yield _warning(locate, product.path, field, "rating_ended", date=end)
        elif end is not None and end.last - day <= SOON:
            days = (end.last - day).days
            yield _warning(locate, product.path, field, "rating_ends_soon", date=end, days=days)
    if rating.status in (Status.UNCONFIRMED, Status.NONE):
        yield _warning(
            locate, product.path, "recognitions" if product.recognitions else "name", "no_holding_rating"
        )


def _of_certificates(record: Product | Producer, day: date, locate: Locate) -> Iterator[Finding]:
    for number, certificate in enumerate(record.certifications):
        yield from _of_certificate(certificate, record.path, f"certifications[{number}]", day, locate)


def _of_certificate(
    certificate: Certification, path: str, field: str, day: date, locate: Locate
) -> Iterator[Finding]:
    if certificate.expires is None:
        return
    left = certificate.expires.last - day
    if left < timedelta(0):
        yield _warning(
            locate, path, field, "certificate_ended", scheme=certificate.scheme, date=certificate.expires
        )
    elif left <= SOON:
        yield _warning(
            locate, path, field, "certificate_ends_soon",
            scheme=certificate.scheme, date=certificate.expires, days=left.days,
        )  # fmt: skip


def _warning(locate: Locate, path: str, field: str, code: str, **values: object) -> Finding:
    told = {key: str(value) for key, value in values.items()}
    return Finding(locate(path, field), code, field, Severity.WARNING, told)
