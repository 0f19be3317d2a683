"""The feeds: recognitions, newest first, as Atom (RFC 4287); of everything, of each kind, of each district."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

from ocop.addresses import absolute, of
from ocop.dates import PartialDate
from ocop.edition import Edition, Status
from ocop.edition.standing import history
from ocop.i18n.phrases import date_text, stars_text
from ocop.i18n.words import WORDS
from ocop.records import Product, Recognition

MOST = 100
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
# A feed without entries has to tell a date too: the year in which the programme began.
_BEGINNING = PartialDate(2019)
# What XML 1.0 allows; records hold nothing else, but a feed with one such letter would be lost as a whole.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class News:
    """One recognition of one product; ``when`` is its date, or where that is not known the first report."""

    product: Product
    recognition: Recognition
    when: PartialDate

    @property
    def key(self) -> str:
        """What tells it from others of the product; does not change while the recognition does not."""
        stars = f"{self.recognition.stars}-sao" if self.recognition.stars is not None else "ocop"
        return f"cong-nhan-{self.when}-{stars}"


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed is of: the page that shows the same goods, its name, and the goods in the order of listings."""

    page: str
    name: str
    goods: tuple[Product, ...]

    @property
    def path(self) -> str:
        """The address of the feed, beside that page."""
        return f"{self.page}feed.xml"


def channels(edition: Edition) -> Iterator[Channel]:
    """Give the feed of everything, then one for each kind and district that has goods."""
    yield Channel("", "", edition.listing)
    for kind in edition.catalogue.kinds.values():
        if goods := edition.by_kind.get(kind.id):
            yield Channel(of("kinds", "vi", kind.id), kind.short or kind.name, goods)
    for district in edition.catalogue.districts.values():
        if goods := edition.by_district.get(district.id):
            yield Channel(of("districts", "vi", district.id), district.name, goods)


def feed(channel: Channel, edition: Edition, site_url: str) -> bytes:
    """Give a feed: at most `MOST` recognitions that have a date or a report, none that lies ahead.

    Its own date and those of its entries come from the records, so that a new build alone is no news.
    """
    entries = news(channel.goods, edition.day)[:MOST]
    address, catalogue = absolute(channel.path, site_url), WORDS["site"][0]
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "vi"})
    _text(root, "id", address)
    _text(root, "title", f"{catalogue}{', ' if channel.name else ''}{channel.name}: công nhận mới")
    _text(root, "updated", _instant(entries[0].when if entries else _BEGINNING))
    ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": address})
    page = absolute(channel.page, site_url)
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": page})
    _text(ET.SubElement(root, "author"), "name", catalogue)
    _text(root, "rights", f"CC BY 4.0, {LICENCE}")
    for identity, each in _identified(entries, site_url):
        _entry(root, identity, each, edition, site_url)
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def news(goods: Iterable[Product], day: date) -> list[News]:
    """Give the recognitions that have a date or a report, newest first; equal dates in the order of the goods."""
    found = [
        News(product, recognition, when)
        for product in goods
        for recognition, status in history(product, day)
        if (when := recognition.date or recognition.reported) is not None
        and (status is not Status.NONE and when.first <= day)
    ]
    return sorted(found, key=lambda each: each.when.first, reverse=True)


def _identified(entries: list[News], site_url: str) -> Iterator[tuple[str, News]]:
    """Each entry with its id; a second recognition with the same date and stars is numbered."""
    taken: dict[str, int] = {}
    for each in entries:
        identity = f"{absolute(of('products', 'vi', each.product.id), site_url)}#{each.key}"
        taken[identity] = number = taken.get(identity, 0) + 1
        yield identity if number == 1 else f"{identity}-{number}", each


def _entry(root: ET.Element, identity: str, news: News, edition: Edition, site_url: str) -> None:
    entry = ET.SubElement(root, "entry")
    _text(entry, "id", identity)
    _text(entry, "title", title(news))
    _text(entry, "updated", _instant(news.when))
    href = absolute(of("products", "vi", news.product.id), site_url)
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": href})
    kind = edition.catalogue.kinds[news.product.kind]
    ET.SubElement(entry, "category", {"term": kind.id, "label": _clean(kind.name)})
    if told := _summary(news, edition):
        _text(entry, "summary", told)


def title(news: News) -> str:
    """Say a recognition in a line: ``Muối tinh Bạc Liêu: 5 sao, 2025``."""
    stars = (
        stars_text(news.recognition.stars, "vi")
        if news.recognition.stars is not None
        else "được công nhận OCOP"
    )
    if news.recognition.date is not None:
        return f"{news.product.name}: {stars}, {date_text(news.when, 'vi')}"
    return f"{news.product.name}: {stars}, chưa rõ ngày công nhận (nguồn nêu {date_text(news.when, 'vi')})"


def _summary(news: News, edition: Edition) -> str:
    """Who recognised it by what, and whose it is; only what is known."""
    producer = (
        edition.catalogue.producers[news.product.producer].name if news.product.producer is not None else None
    )
    decision = f"Quyết định {news.recognition.decision}" if news.recognition.decision is not None else None
    told = (producer, news.recognition.authority, decision)
    return "; ".join(each for each in told if each is not None)


def _instant(when: PartialDate) -> str:
    """Give the beginning of the day in Việt Nam; of a month or year, of its first day (RFC 3339 knows no less)."""
    return f"{when.first.isoformat()}T00:00:00+07:00"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _clean(text)


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
