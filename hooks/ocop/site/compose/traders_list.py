"""The trader's list: its page, and the file of what buyers ask, which its script compares.

The script takes names and standings from the index of the search (see `finder`). What stands here is told in words by the
same tables as a product's page, so that the list never says anything else; only what is reckoned with is a number: the
least order and the days until delivery.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final, TypeAlias

from ocop import addresses
from ocop.i18n import Lang, phrases, words
from ocop.records import Certification, Producer, Product
from ocop.site.compose.buying import packs_view
from ocop.site.compose.citing import Citations
from ocop.site.compose.facts import FactTable, pack_bits, spaced, zalo_link
from ocop.site.compose.product import trade_rows
from ocop.site.compose.telling import Telling, iso
from ocop.site.model import Asset
from ocop.site.views import Bit, Download, Fact, Link, TradersListView

SECTION: Final = "list"
"""The section of the page: none of the menu's, but with a style sheet and a script of its own (see overrides/main.html)."""
_SAID, _WRITTEN = "trader_", "letter_"
_USUAL_UNIT: Final = "kg"
_KINDS_SHOWN: Final = 2

Line: TypeAlias = "str | tuple[str, str, str]"
"""A text, or one that is true until the end of a day (ISO), and what is true then."""


def traders_list_view(telling: Telling) -> TradersListView:
    """Compose the page of one language."""
    say = telling.say
    return TradersListView(
        heading=phrases.collection_text(SECTION, telling.lang),
        lead=say(
            "Gom hàng muốn hỏi mua, so cạnh nhau, xem món nào còn hạng vào ngày giao, rồi viết thư hỏi bằng tiếng Việt và tiếng Anh.",
            "Gather what you would like to buy, compare it, see what is still rated on the ship date, and write an inquiry in Vietnamese and English.",
        ),
        steps=(
            say(
                "Bấm dấu + ở một món, hay “Thêm vào danh sách” ở trang của món ấy.",
                "Press the + of a product, or “Add to list” on its page.",
            ),
            say(
                "Ở đây ghi lượng, quy cách, ngày cần. Danh sách nằm trong trình duyệt này và trong địa chỉ trang; không có gì được gửi đi.",
                "Say here how much, in what packing and by when. The list is kept in this browser and in the page’s address; nothing is sent.",
            ),
            say(
                "Gửi thư hỏi cho từng chủ thể, gửi liên kết cho người cùng làm, hoặc lấy bảng tính.",
                "Write to each producer, send the link to a colleague, or take a spreadsheet.",
            ),
        ),
        ways=tuple(_ways(telling)),
        files=(
            Download("products.xlsx", "data/products.xlsx", say("Bảng tính (XLSX)", "Workbook (XLSX)")),
            Download("products.csv", "data/products.csv", say("Bảng chữ (CSV)", "Plain table (CSV)")),
        ),
        told={
            "words": _words(_SAID, telling.lang),
            "letter": {lang: _words(_WRITTEN, lang) for lang in addresses.LANGS},
            "units": {
                unit: dict(zip(addresses.LANGS, names, strict=True))
                for unit, names in phrases.units().items()
            },
            "unit": _USUAL_UNIT,
            "card": addresses.vcard("#"),
        },
    )


def _ways(telling: Telling) -> Iterator[Link]:
    """Lead to the kinds of the goods that come first in listings, then to all goods."""
    kinds = dict.fromkeys(product.kind for product in telling.edition.listing)
    for kind in islice(kinds, _KINDS_SHOWN):
        name = telling.kind_name(telling.edition.catalogue.kinds[kind])
        yield Link(telling.here(name), telling.address("kinds", kind))
    yield Link(telling.here(phrases.collection_text("products", telling.lang)), telling.address("products"))


def _words(prefix: str, lang: Lang) -> dict[str, str]:
    """Give the words of the script, with their names in braces as they are."""
    return {
        key.removeprefix(prefix): phrases.pick(said, lang)
        for key, said in words.WORDS.items()
        if key.startswith(prefix)
    }


# What buyers ask ---------------------------------------------------------------------


def traders_list_file(telling: Telling) -> Asset:
    """Give what the index of the search does not tell of goods and makers, in one language; nothing for nothing known."""
    labels: dict[str, int] = {}
    goods = {each.id: dict(_goods(each, telling, labels)) for each in telling.edition.listing}
    makers = {each.id: dict(_maker(each, telling)) for each in telling.edition.producers}
    told = {"labels": list(labels), "goods": _known(goods), "makers": _known(makers)}
    content = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    return Asset(f"assets/ocop/list-{telling.lang}.json", content)


def _known(records: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {key: told for key, told in records.items() if told}


def _goods(product: Product, telling: Telling, labels: dict[str, int]) -> Iterator[tuple[str, Any]]:
    if facts := [
        (labels.setdefault(fact.label, len(labels)), list(_fact_lines(fact, telling)))
        for fact in _facts(product, telling)
    ]:
        yield "facts", facts
    if certificates := list(_certificates(product.certifications, telling)):
        yield "certificates", certificates
    if sizes := [pack.size for pack in product.packs if pack.size is not None]:
        yield "packs", sizes
    least = product.trade.minimum_order if product.trade is not None else None
    if least is not None:
        yield "least", (least.quantity, least.unit)
    if product.trade is not None and product.trade.lead_time_days is not None:
        yield "lead", product.trade.lead_time_days
    unit = least.unit if least is not None else "visit" if product.visit is not None else _USUAL_UNIT
    if unit != _USUAL_UNIT:
        yield "unit", unit


def _facts(product: Product, telling: Telling) -> Iterator[Fact]:
    """Give the rows of a product's page that a buyer compares; certificates have a place of their own."""
    table = FactTable(telling, Citations(telling))
    packs = packs_view(product, telling)
    table.packs(packs)
    if packs is None:
        table.add("Quy cách", "Packs", *pack_bits(product.packs, telling))
    if product.shelf_life_months is not None:
        months = phrases.number_text(product.shelf_life_months, telling.lang)
        table.add("Hạn dùng", "Shelf life", table.text(telling.say(f"{months} tháng", f"{months} months")))
    table.season(product.season)
    trade_rows(product, table, telling)
    yield from table.rows()


def _fact_lines(fact: Fact, telling: Telling) -> Iterator[Line]:
    yield from (_line(bit) for bit in fact.bits)
    if fact.packs is None:
        return
    for pack in fact.packs.lines:
        said = f"{pack.size}: {pack.price}" if pack.price else pack.size
        yield f"{said} ({pack.noted})" if pack.noted else said
    if fact.packs.note:
        yield fact.packs.note
    doubt = words.of(telling.lang).t("may_have_changed")
    yield doubt if fact.packs.may_have_changed else ("", fact.packs.fresh_until, doubt)


def _certificates(certifications: Sequence[Certification], telling: Telling) -> Iterator[Line]:
    """Tell certificates with the last day of each, also of one that has ended: on no later day is it valid again."""
    table = FactTable(telling, Citations(telling))
    table.certifications(certifications)
    for fact in table.rows():
        for certificate, bit in zip(certifications, fact.bits, strict=True):
            now, *later = _texts(bit)
            end = certificate.expires
            yield (now, iso(end.last), later[0] if later else now) if end is not None else now


def _line(bit: Bit) -> Line:
    """Give a bit, and what follows it once its day has passed."""
    now, *later = _texts(bit)
    return (now, bit.until, later[0] if later else "") if bit.until else now


def _texts(bit: Bit) -> list[str]:
    return [f"{each.text.text} ({each.note})" if each.note else each.text.text for each in bit.states]


def _maker(producer: Producer, telling: Telling) -> Iterator[tuple[str, Any]]:
    """Tell how a producer can be reached, as far as it agreed, and what certifies all it makes."""
    contact = producer.contact
    if contact is not None and contact.consent is not None:
        if contact.email is not None:
            yield "email", contact.email
        if contact.phone:
            yield "phones", [(spaced(phone), phone) for phone in contact.phone]
        if contact.zalo is not None:
            yield "zalo", zalo_link(contact.zalo)
    if certificates := list(_certificates(producer.certifications, telling)):
        yield "certificates", certificates
