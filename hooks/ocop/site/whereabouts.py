"""Where something is and how it is reached, as structured data."""

from __future__ import annotations

import re

from ocop.edition import Edition
from ocop.fields import Coordinates
from ocop.records import Contact, Links, Producer, Product, SalesPoint
from ocop.site.certificates import Data, known

_FORMER_PROVINCE = "Bạc Liêu"
_DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su)"
_ONE_RULE = re.compile(rf"{_DAY}(?:[-,]{_DAY})* [0-9]{{2}}:[0-9]{{2}}-[0-9]{{2}}:[0-9]{{2}}")


def opening_hours(written: str | None) -> list[str]:
    """Give OpenStreetMap's opening hours as schema.org writes them; none where they are not simple.

    >>> opening_hours("Mo-Fr 07:30-17:00; Sa 08:00-12:00")
    ['Mo-Fr 07:30-17:00', 'Sa 08:00-12:00']
    >>> opening_hours("Mo-Su 07:00-17:00; PH off")
    []
    """
    if written is None:
        return []
    if written == "24/7":
        return ["Mo-Su 00:00-23:59"]
    rules = [rule.strip() for rule in written.split(";")]
    return rules if all(_ONE_RULE.fullmatch(rule) for rule in rules) else []


def postal_address(
    record: Product | Producer | SalesPoint, edition: Edition, street: str | None
) -> Data | None:
    """Give the place as it is now, where that is known, else as it was."""
    commune = edition.catalogue.commune_of(record)
    district = edition.catalogue.districts[record.district] if record.district is not None else None
    abroad = record.country if isinstance(record, SalesPoint) else None
    region = record.province if isinstance(record, SalesPoint) else None
    locality = None
    if commune is not None and commune.now is not None:
        locality, region = commune.now.name, commune.now.province
    elif district is not None:
        locality, region = (commune or district).name, _FORMER_PROVINCE
    if not (street or locality or region or abroad):
        return None
    return known({
        "@type": "PostalAddress",
        "streetAddress": street,
        "addressLocality": locality,
        "addressRegion": region,
        "addressCountry": abroad or "VN",
    })  # fmt: skip


def geo(point: Coordinates | None) -> Data | None:
    """Give a point in degrees, WGS 84."""
    if point is None:
        return None
    return {"@type": "GeoCoordinates", "latitude": point.lat, "longitude": point.lon}


def reached(contact: Contact | None) -> Data:
    """Give telephone and e-mail, only with a date of consent."""
    if contact is None or contact.consent is None:
        return {}
    return {"telephone": list(contact.phone), "email": contact.email}


def same_as(links: Links | None, contact: Contact | None) -> list[str]:
    """Give the pages elsewhere that speak of the same thing, each once."""
    shown = [getattr(links, shop) for shop in type(links).model_fields] if links is not None else []
    shown.append(contact.website if contact is not None else None)
    return list(dict.fromkeys(each for each in shown if each is not None))
