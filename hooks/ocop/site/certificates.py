"""Certifications as structured data: the OCOP rating, and what else goods and producers hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from ocop.dates import PartialDate
from ocop.edition import Edition, Status
from ocop.i18n import Lang
from ocop.i18n.phrases import pick, scheme_text, stars_text
from ocop.records import Certification, Product

Data: TypeAlias = dict[str, Any]

CONTEXT = "https://schema.org"
_BEST, _WORST = 5, 1
_ACTIVE = {Status.HOLDING: True, Status.ENDED: False}


@dataclass(frozen=True, slots=True)
class _Certificate:
    """What is told of one certificate; ``active`` is None where nobody can tell."""

    name: str
    number: str | None
    issuer: str | None
    issued: PartialDate | None
    expires: PartialDate | None
    active: bool | None
    stars: int | None = None

    def data(self) -> Data:
        status = {True: "CertificationActive", False: "CertificationInactive"}
        stars = {"@type": "Rating", "ratingValue": self.stars, "bestRating": _BEST, "worstRating": _WORST}
        return known({
            "@type": "Certification",
            "name": self.name,
            "certificationIdentification": self.number,
            "certificationStatus": f"{CONTEXT}/{status[self.active]}" if self.active is not None else None,
            "issuedBy": {"@type": "Organization", "name": self.issuer} if self.issuer is not None else None,
            "validFrom": iso(self.issued),
            "expires": iso(self.expires),
            "certificationRating": stars if self.stars is not None else None,
        })  # fmt: skip


def rating(product: Product, edition: Edition, lang: Lang) -> Iterator[Data]:
    """Yield the OCOP rating of the day; none where none is known, or where the product left the programme.

    It is active or not as it holds or has ended; of an unconfirmed one the name says so, and nothing claims a status.
    """
    standing = edition.rating(product)
    recognition = standing.recognition
    if recognition is None:
        return
    name = f"OCOP {stars_text(standing.stars, lang)}" if standing.stars is not None else "OCOP"
    if standing.status is Status.UNCONFIRMED:
        name += pick((" (chưa rõ ngày công nhận)", " (date of recognition not confirmed)"), lang)
    yield _Certificate(
        name=name,
        number=recognition.decision,
        issuer=recognition.authority,
        issued=recognition.date,
        expires=None if standing.ends_at_latest else standing.ends,
        active=_ACTIVE.get(standing.status),
        stars=standing.stars,
    ).data()


def certificates_of(written: Iterable[Certification], edition: Edition, lang: Lang) -> Iterator[Data]:
    """Yield the other certificates of a record; one without a known end claims no status."""
    for each in written:
        yield _Certificate(
            name=scheme_text(each.scheme, lang),
            number=each.number,
            issuer=each.issuer,
            issued=each.issued,
            expires=each.expires,
            active=None if each.expires is None else each.expires.last >= edition.day,
        ).data()


def iso(when: PartialDate | None) -> str | None:
    """Give a date as ISO 8601 at the precision that is known."""
    return str(when) if when is not None else None


def known(data: Data) -> Data:
    """Leave out what is not known: None and empty lists."""
    return {key: value for key, value in data.items() if value is not None and value != []}
