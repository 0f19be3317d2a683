"""A card of each producer for an address book (vCard 3.0, RFC 2426, which every telephone reads)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from icalendar import Component, vAdr, vN, vOrg, vText, vUri

from ocop.addresses import absolute, of
from ocop.edition import Edition
from ocop.export.producers import open_contact
from ocop.i18n.phrases import stars_text
from ocop.press import code
from ocop.records import Producer

_Line: TypeAlias = "tuple[str, vText | vUri | vAdr, dict[str, str]]"
"""Name, value and parameters."""
_MOST_OF_CODE: Final = 1_000
"""Bytes up to which the code of a card can be read from the screen of a desk by an old telephone."""


class _Card(Component):
    """A card is written like a calendar: lines of a name, parameters and a value, folded at 75 bytes."""

    name = "VCARD"


def vcard(producer: Producer, edition: Edition, site_url: str) -> bytes:
    """Give a producer's card: its names, its page and its rated goods; contacts only as far as it agreed to them."""
    page = absolute(of("producers", "vi", producer.id), site_url)
    card = _named(producer)
    card.add("ORG", vOrg((producer.name,)))
    card.add("X-ABSHOWAS", vText("COMPANY"))
    card.add("UID", vUri(page))
    for other in producer.also_known_as:
        card.add("NICKNAME", vText(other))
    if (address := _address(producer, edition)) is not None:
        card.add("ADR", address, {"TYPE": "WORK"})
    if producer.location is not None:
        card.add("GEO", vUri(f"{producer.location.lat};{producer.location.lon}"))
    for name, value, parameters in _contact(producer):
        card.add(name, value, parameters)
    card.add("URL", vUri(page))
    if note := "\n".join(_goods(producer, edition)):
        card.add("NOTE", vText(note))
    written: bytes = card.to_ical(sorted=False)
    return written


def vcard_code(producer: Producer, edition: Edition, site_url: str) -> bytes:
    """Give a code from which a telephone takes the card: how to reach the producer, and less than the card itself has.

    A code that holds much is too fine to be read: what comes last and would be too much is left out.
    """
    told: list[_Line] = [*_contact(producer)]
    told.append(("URL", vUri(absolute(of("producers", "vi", producer.id), site_url)), {}))
    if (address := _address(producer, edition)) is not None:
        told.append(("ADR", address, {"TYPE": "WORK"}))
    return code(_in_one_line_each(_fitting(producer, told)), producer.name)


def _fitting(producer: Producer, told: Iterable[_Line]) -> _Card:
    card = _named(producer)
    for name, value, parameters in told:
        longer = card.copy()
        longer.add(name, value, parameters)
        if len(_in_one_line_each(longer).encode()) <= _MOST_OF_CODE:
            card = longer
    return card


def _in_one_line_each(card: _Card) -> str:
    written: bytes = card.to_ical(sorted=False)
    return written.decode().replace("\r\n ", "")


def _named(producer: Producer) -> _Card:
    card = _Card()
    card.add("VERSION", vText("3.0"))
    card.add("FN", vText(producer.name))
    card.add("N", vN((producer.name, "", "", "", "")))
    return card


def _contact(producer: Producer) -> Iterator[_Line]:
    contact = open_contact(producer)
    if contact is None:
        return
    if contact.person is not None:
        yield "TITLE", vText(contact.person), {}
    for phone in contact.phone:
        yield "TEL", vText(phone), {"TYPE": "WORK"}
    if contact.email is not None:
        yield "EMAIL", vText(contact.email), {"TYPE": "INTERNET"}
    for link in (contact.website, contact.zalo):
        if link is not None and link.startswith("https://"):
            yield "URL", vUri(link), {}


def _address(producer: Producer, edition: Edition) -> vAdr | None:
    """Give the address as it was published, with the commune and province of today."""
    commune = edition.catalogue.commune_of(producer)
    district = edition.catalogue.districts[producer.district] if producer.district is not None else None
    if producer.address is None and district is None:
        return None
    now = commune.now if commune is not None else None
    old = district.name if district is not None else ""
    city, province = (now.name, now.province or "") if now is not None else (old, "")
    return vAdr(("", "", producer.address or "", city, province, "", "Việt Nam"))


def _goods(producer: Producer, edition: Edition) -> Iterator[str]:
    """Name the goods that have stars today, the most first."""
    for product in edition.by_producer.get(producer.id, ()):
        stars = edition.rating(product).current_stars
        if stars is not None:
            yield f"{product.name}: {stars_text(stars, 'vi')}"
