"""Tables of facts: a row for what is known, none for what is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from pydantic.fields import FieldInfo

from ocop.edition.standing import from_day_on
from ocop.edition.supply import is_offered
from ocop.fields import About, Facts
from ocop.i18n import phrases
from ocop.records import Certification, Commune, Contact, Pack, Producer, Product, SalesPoint, Source
from ocop.site.compose.citing import Citations, only_from
from ocop.site.compose.telling import Telling, iso
from ocop.site.views import Bit, Fact, Hours, Packs

SELF_DECLARED = ("Chủ thể tự khai", "Declared by the producer")


class FactTable:
    """Gathers the rows of one page's table; empty values make no row."""

    def __init__(self, telling: Telling, citations: Citations) -> None:
        """Begin with no rows."""
        self._telling = telling
        self._citations = citations
        self._rows: list[Fact] = []

    def rows(self) -> tuple[Fact, ...]:
        """Give the rows gathered."""
        return tuple(self._rows)

    def add(self, vi: str, en: str, *bits: Bit | None) -> None:
        """Add a row under a label, unless every bit is missing."""
        known = tuple(bit for bit in bits if bit is not None)
        if known:
            self._rows.append(Fact(self._telling.say(vi, en), known))

    def hours(self, hours: Hours | None) -> None:
        """Add a row of opening hours, where they are known."""
        if hours is not None:
            self._rows.append(Fact(self._telling.say("Giờ mở cửa", "Opening hours"), (), hours=hours))

    def season(self, months: tuple[int, ...]) -> None:
        """Add a row of the months on sale; what is sold all year has none."""
        if 0 < len(months) < 12:
            said = self.text(phrases.capital(phrases.months_text(months, self._telling.lang)))
            self._rows.append(Fact(self._telling.say("Mùa bán", "In season"), (said,), months=months))

    def packs(self, packs: Packs | None) -> None:
        """Add a row of packs with their prices, where one is known."""
        if packs is not None:
            label = self._telling.say("Quy cách, giá bán lẻ", "Packs, retail price")
            self._rows.append(Fact(label, (), packs=packs))

    def text(self, text: str, *, now: str = "", sources: Iterable[Source] = ()) -> Bit:
        """Make a bit of text in the page's language."""
        return Bit(self._telling.here(text), now=now, sources=self._citations.cite(sources))

    def declared(self, record: Facts) -> None:
        """Add a row for every field whose declaration asks for one (``About.row``)."""
        for name, field in type(record).model_fields.items():
            about, value = about_of(field), getattr(record, name)
            if about is not None and about.row and value is not None:
                self.add(about.vi, about.en, self._plain(value))

    def _plain(self, value: Any) -> Bit:
        if isinstance(value, bool):
            return self.text(self._telling.say("Có", "Yes") if value else self._telling.say("Không", "No"))
        if isinstance(value, int):
            return self.text(str(value))
        return Bit(self._telling.said(str(value), None))

    # What several kinds of record have ---------------------------------------

    def place(self, record: Product | Producer | SalesPoint, vi: str, en: str) -> None:
        """Add where something is: the place as it was, and what it is now."""
        self.add(vi, en, self.place_bit(record))

    def place_bit(self, record: Product | Producer | SalesPoint) -> Bit | None:
        """Say where something is, as it was and as it is now; None where no source names a district."""
        telling, catalogue = self._telling, self._telling.edition.catalogue
        if record.district is None:
            return None
        district = catalogue.districts[record.district]
        commune = catalogue.commune_of(record)
        address = telling.address("districts", district.id)
        if commune is None:
            now = telling.say("nay thuộc tỉnh Cà Mau; nguồn không nêu xã",
                              "now in Cà Mau Province; sources name no commune")  # fmt: skip
            return Bit(telling.here(phrases.unit_text(district.name, telling.lang)), address, now=now)
        return Bit(telling.here(self.commune_text(commune, district.name)), address,
                   now=telling.commune_now(commune))  # fmt: skip

    def commune_text(self, commune: Commune, district_name: str) -> str:
        """Say a commune with its district, as it was."""
        lang = self._telling.lang
        return f"{phrases.unit_text(commune.name, lang)}, {phrases.unit_inside(district_name, lang)}"

    def certifications(self, certifications: Iterable[Certification]) -> None:
        """Add the certificates other than the OCOP rating."""
        self.add("Chứng nhận", "Certified", *(self._certification(each) for each in certifications))

    def _certification(self, certificate: Certification) -> Bit:
        telling = self._telling
        said = [phrases.scheme_text(certificate.scheme, telling.lang)]
        if certificate.number is not None:
            said.append(telling.say(f"số {certificate.number}", f"no. {certificate.number}"))
        if certificate.issuer is not None:
            said.append(certificate.issuer)
        english = certificate.en.note if certificate.en is not None else None
        cited = self._citations.cite(certificate.sources)

        def bit(*validity: str) -> Bit:
            told = Bit(telling.here(", ".join((*said, *validity))), sources=cited)
            if certificate.note is None and only_from(certificate.sources, telling) == "producer":
                return with_note(told, *SELF_DECLARED, telling)
            return with_note(told, certificate.note, english, telling)

        end = certificate.expires
        if end is None:
            return bit()
        ended = bit(phrases.ended_text(end, telling.lang, at_latest=False))
        if end.last < telling.edition.day:
            return ended
        valid = bit(telling.say("hiệu lực đến ", "valid to ") + phrases.until_text(end, telling.lang))
        return replace(valid, until=end.last.isoformat(), later=(ended,))


def buyer_facts(goods: Iterable[Product], telling: Telling, citations: Citations) -> tuple[Fact, ...]:
    """Say of the goods on offer what a buyer asks first, as far as sources say: where they were sold to, what certifies them."""
    offered = [each for each in goods if is_offered(each, telling.edition.catalogue)]
    table = FactTable(telling, citations)
    exported = (_of_product(each, markets_text(each, telling), (), telling) for each in offered)
    certified = (_certified(each, telling, citations) for each in offered)
    table.add("Nguồn nêu xuất sang", "Exported to, as sources say", *exported)
    table.add("Nguồn nêu chứng nhận", "Certified, as sources say", *certified)
    return table.rows()


def _of_product(product: Product, said: str, cited: tuple[int, ...], telling: Telling) -> Bit | None:
    if not said:
        return None
    return Bit(telling.name(product), telling.address("products", product.id), sources=cited, note=said)


def markets_text(product: Product, telling: Telling) -> str:
    """Name the countries to which sources say that a product was sold; empty where none does."""
    codes = product.trade.export_markets if product.trade is not None else ()
    return phrases.countries_text(codes, telling.lang)


def _certified(product: Product, telling: Telling, citations: Citations) -> Bit | None:
    """Say which certificates a product has on the day, and which are left later."""
    held = product.certifications
    turns = (each.expires.last + timedelta(days=1) for each in held if each.expires is not None)
    told = from_day_on(
        telling.edition.day, turns, lambda on: tuple(each for each in held if is_valid(each, on))
    )
    bits = [(until, _of_product(product, schemes_text(valid, telling), citations.cite(_cited(valid)), telling))
            for until, valid in told]  # fmt: skip
    first, *later = (replace(bit, until=iso(until)) if bit is not None else None for until, bit in bits)
    if first is None:
        return None
    return replace(first, later=tuple(bit for bit in later if bit is not None))


def is_valid(certificate: Certification, day: date) -> bool:
    """Tell whether a certificate is valid on a day; one whose end no source tells always is."""
    return certificate.expires is None or certificate.expires.last >= day


def schemes_text(certifications: Iterable[Certification], telling: Telling) -> str:
    """Name some certificates."""
    return ", ".join(phrases.scheme_text(each.scheme, telling.lang) for each in certifications)


def _cited(certifications: Iterable[Certification]) -> Iterator[Source]:
    for each in certifications:
        yield from each.sources


def with_note(bit: Bit, vi: str | None, en: str | None, telling: Telling) -> Bit:
    """Give a bit with an aside from a record, where there is one."""
    if not vi:
        return bit
    note = telling.said(vi, en)
    return replace(bit, note=note.text, note_lang=note.lang)


def about_of(field: FieldInfo) -> About | None:
    """Give what a field's declaration says of it."""
    return next((each for each in field.metadata if isinstance(each, About)), None)


def pack_bits(packs: Iterable[Pack], telling: Telling) -> Iterator[Bit]:
    """Say each pack without its price: its size and its bar code."""
    for pack in packs:
        said = [pack.size] if pack.size is not None else []
        if pack.gtin is not None:
            said.append(telling.say(f"mã vạch {pack.gtin}", f"GTIN {pack.gtin}"))
        if said:
            yield Bit(telling.here(" · ".join(said)))


def declared_note(record: Product | Producer, telling: Telling) -> str:
    """Say that a table rests on the producer's word alone, where it does."""
    if only_from(record.sources, telling) != "producer":
        return ""
    return telling.say(
        "Những điều trên do chủ thể tự khai.", "The producer’s own word is the only source of the above."
    )


def contact_facts(contact: Contact | None, telling: Telling, citations: Citations) -> tuple[Fact, ...]:
    """Say how to reach somebody; what needs consent was refused without it when the record was read."""
    if contact is None:
        return ()
    table = FactTable(telling, citations)
    if contact.person is not None:
        table.add("Người liên hệ", "Person", Bit(telling.said(contact.person, None)))
    table.add(
        "Điện thoại",
        "Phone",
        *(Bit(telling.here(spaced(each)), url=f"tel:{each}") for each in contact.phone),
    )
    if contact.zalo is not None:
        table.add("Zalo", "Zalo", Bit(telling.here(contact.zalo), url=zalo_link(contact.zalo)))
    if contact.email is not None:
        table.add("Thư điện tử", "E-mail", Bit(telling.here(contact.email), url=f"mailto:{contact.email}"))
    if contact.website is not None:
        table.add("Trang web", "Website", Bit(telling.here(bare_host(contact.website)), url=contact.website))
    return table.rows()


def zalo_link(zalo: str) -> str:
    """Give the address that opens a talk on Zalo, of a number or of what is an address already."""
    return zalo if zalo.startswith("https") else f"https://zalo.me/{zalo.lstrip('+')}"


def bare_host(url: str) -> str:
    """Give the host of a link as people say it."""
    return url.split("/")[2].removeprefix("www.")


def spaced(phone: str) -> str:
    """Write a number as people read it."""
    return f"0{phone[3:-6]} {phone[-6:-3]} {phone[-3:]}" if phone.startswith("+84") else phone
