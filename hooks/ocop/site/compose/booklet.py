"""What the printed catalogue says: every product by district and kind, each with the way to its page, and indexes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ocop import addresses
from ocop.dates import PartialDate
from ocop.edition import Status
from ocop.i18n import Lang, phrases, words
from ocop.records import Product
from ocop.site.art import DistrictMap
from ocop.site.compose.facts import is_valid, markets_text, schemes_text
from ocop.site.compose.home import tallied, tallies
from ocop.site.compose.places import district_now, merger_note
from ocop.site.compose.telling import DEFAULT_ICON, DEFAULT_PANE, Telling
from ocop.site.papers import (
    Catalogue,
    Chart,
    DistrictPart,
    Entry,
    Example,
    IndexEntry,
    KindEntry,
    KindPart,
    Outline,
    Pane,
    PrintedMark,
    Text,
)
from ocop.site.views import Said
from ocop.text import vietnamese_order

SALT_FIELDS: Final = "ruong-muoi"
NAME: Final = "#"
"""Stands for a name that the template fills in."""
_WORDS: Final = (
    "brand", "index", "paper_districts_part", "paper_kinds_part", "paper_how_to_read", "paper_index_products", "paper_index_producers", "paper_imprint", "promoted", "paper_site_code",
    "sea",
)  # fmt: skip
_MEANINGS: Final = {
    Status.HOLDING: "paper_mark_holding",
    Status.UNCONFIRMED: "paper_mark_unconfirmed",
    Status.ENDED: "paper_mark_ended",
    Status.NONE: "paper_mark_none",
    Status.WITHDRAWN: "paper_mark_withdrawn",
}


@dataclass(frozen=True, slots=True)
class Pictures:
    """What a catalogue is illustrated with, as SVG: drawings by name, the map, photos by product, the code of an address."""

    drawings: Mapping[str, str]
    map: DistrictMap
    photos: Mapping[str, str]
    code: Callable[[str], str]


def catalogue(telling: Telling, pictures: Pictures) -> Catalogue:
    """Compose the catalogue of one language."""
    t = words.of(telling.lang).t
    districts = tuple(_districts(telling, pictures))
    site_url = telling.settings.site_url
    home = addresses.absolute(telling.address("home"), site_url) if site_url else ""
    return Catalogue(
        lang=telling.lang,
        title=t("site"),
        lead=t("paper_catalogue_lead"),
        tallied=tallied(telling),
        tallies=tuple((str(each.count), each.says) for each in tallies(telling)),
        about=(t("what_this_is"), merger_note(telling), t("paper_catalogue_ages"), t("promotion_order")),
        examples=tuple(_examples(telling)),
        districts=districts,
        kinds=tuple(_kind_entries(districts, telling)),
        chart=_chart(pictures.map, telling),
        products=tuple(_product_index(telling)),
        producers=tuple(_producer_index(telling)),
        imprint=(t("paper_catalogue_imprint"), t("paper_face_imprint")),
        address=home,
        code=pictures.code(home) if home else "",
        day=t("as_of", day=phrases.date_text(PartialDate.of(telling.edition.day), telling.lang)),
        drawings=pictures.drawings,
        words={key: t(key) for key in _WORDS} | {"paper_page_code": t("paper_page_code", name=NAME)},
    )


# Goods ------------------------------------------------------------------------------------------------


def _districts(telling: Telling, pictures: Pictures) -> Iterator[DistrictPart]:
    """Give each district with goods, that with the most first; last the goods whose district no source names."""
    by_district = telling.edition.by_district
    known = sorted(filter(None, by_district), key=lambda id_: (-len(by_district[id_]), id_))
    for id_ in (*known, None):
        if goods := by_district.get(id_, ()):
            yield _district(id_, goods, telling, pictures)


def _district(
    id_: str | None, goods: tuple[Product, ...], telling: Telling, pictures: Pictures
) -> DistrictPart:
    district = telling.edition.catalogue.districts[id_] if id_ is not None else None
    return DistrictPart(
        id_ or "",
        is_on_map=id_ in pictures.map.outlines,
        name=phrases.unit_text(district.name, telling.lang)
        if district is not None
        else telling.district_short(None),
        now=phrases.capital(district_now(district, telling)) if district is not None else "",
        count=telling.counted(goods),
        kinds=tuple(_kinds(goods, telling, pictures)),
    )


def _kinds(goods: Iterable[Product], telling: Telling, pictures: Pictures) -> Iterator[KindPart]:
    """Part goods by kind, that with the most first; within one they keep the order of listings."""
    by_kind: dict[str, list[Product]] = defaultdict(list)
    for product in goods:
        by_kind[product.kind].append(product)
    for kind_id, members in sorted(by_kind.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        kind = telling.edition.catalogue.kinds[kind_id]
        yield KindPart(
            _part_id(members[0]),
            telling.kind_name(kind),
            phrases.products_text(len(members), telling.lang),
            Pane(kind.pane or DEFAULT_PANE, kind.icon or DEFAULT_ICON),
            tuple(_entry(each, telling, pictures) for each in members),
        )


def _part_id(product: Product) -> str:
    """Give the id of the part that holds a product: a district with a kind."""
    return f"{product.district or ''}.{product.kind}"


def _kind_entries(districts: Iterable[DistrictPart], telling: Telling) -> Iterator[KindEntry]:
    """Give each kind with goods, that with the most first, and its parts in the order of pages."""
    parts: dict[str, list[str]] = defaultdict(list)
    for part in (part for district in districts for part in district.kinds):
        parts[part.id.rpartition(".")[2]].append(part.id)
    goods = telling.edition.by_kind
    for kind_id in sorted(parts, key=lambda each: (-len(goods[each]), each)):
        name = telling.kind_name(telling.edition.catalogue.kinds[kind_id])
        count = phrases.products_text(len(goods[kind_id]), telling.lang)
        yield KindEntry(name, count, tuple(parts[kind_id]))


def _entry(product: Product, telling: Telling, pictures: Pictures) -> Entry:
    name = telling.name(product)
    other = product.name if name.text != product.name else product.en.name if product.en is not None else None
    other_lang: Lang = "vi" if other == product.name else "en"
    site_url = telling.settings.site_url
    address = addresses.absolute(telling.address("products", product.id), site_url) if site_url else ""
    told = telling.mark(product)
    photo = pictures.photos.get(product.id, "")
    return Entry(
        product.id,
        _text(name),
        Text(other, other_lang) if other is not None and other != name.text else None,
        _maker(product, telling),
        _place(product, telling),
        PrintedMark(told.status, told.stars, told.label, told.state),
        is_promoted=product.id in telling.edition.promoted,
        offer=" · ".join(_offer(product, telling)),
        photo=photo,
        photo_says=telling.pictures(product)[0].alt.text if photo else "",
        address=address,
        code=pictures.code(address) if address else "",
    )


def _maker(product: Product, telling: Telling) -> Text:
    if product.producer is None:
        return Text(telling.say("Chưa rõ chủ thể", "Producer not known"), telling.lang)
    return _text(telling.name(telling.edition.catalogue.producers[product.producer]))


def _place(product: Product, telling: Telling) -> str:
    """Say in which commune a product is made, as it was and as it is now; empty where no source names one."""
    commune = telling.edition.catalogue.commune_of(product)
    if commune is None:
        return ""
    told = (phrases.unit_text(commune.name, telling.lang), telling.commune_now(commune))
    return ", ".join(filter(None, told))


def _offer(product: Product, telling: Telling) -> Iterator[str]:
    """Say what a buyer asks first, as far as sources say: how much, what certifies it, where it was sold to."""
    if product.withdrawn is not None:
        return
    lang, trade = telling.lang, product.trade
    if trade is not None and trade.output is not None:
        yield phrases.quantity_text(trade.output.quantity, trade.output.unit, trade.output.per, lang)
    if trade is not None and trade.minimum_order is not None:
        least = phrases.quantity_text(trade.minimum_order.quantity, trade.minimum_order.unit, None, lang)
        yield telling.say(f"đặt từ {least}", f"from {least}")
    if held := [each for each in product.certifications if is_valid(each, telling.edition.day)]:
        yield schemes_text(held, telling)
    if markets := markets_text(product, telling):
        yield telling.say(f"đã xuất sang {markets}", f"exported to {markets}")


# How to read it, and where to find what ------------------------------------------------------------


def _examples(telling: Telling) -> Iterator[Example]:
    """Explain each mark that the catalogue has, by its first."""
    for status, meaning in _MEANINGS.items():
        goods = telling.edition.with_status(status)
        if goods:
            told = telling.mark(goods[0])
            label = words.of(telling.lang).t("paper_mark_none_label") if status is Status.NONE else told.label
            yield Example(PrintedMark(told.status, told.stars, label, ""), words.of(telling.lang).t(meaning))


def _chart(map_: DistrictMap, telling: Telling) -> Chart:
    t = words.of(telling.lang).t
    _, _, width, height = map(float, map_.box.split())
    counts = {name: len(goods) for name, goods in telling.edition.by_district.items() if name is not None}
    return Chart(
        width,
        height,
        tuple(
            Outline(name, float(x), float(y), label, counts.get(name, 0))
            for name, (x, y, label) in map_.labels.items()
            if name in map_.outlines
        ),
        t("map"),
        f"{t('map_credit')} CC BY-SA 4.0.",
    )


def _product_index(telling: Telling) -> Iterator[IndexEntry]:
    named = ((telling.name(product), product.id) for product in telling.edition.listing)
    for name, key in sorted(named, key=lambda pair: (vietnamese_order(pair[0].text), pair[1])):
        yield IndexEntry(_text(name), (key,))


def _producer_index(telling: Telling) -> Iterator[IndexEntry]:
    by_producer = telling.edition.by_producer
    for producer in telling.edition.producers:
        if goods := by_producer.get(producer.id, ()):
            yield IndexEntry(_text(telling.name(producer)), tuple(product.id for product in goods))


def _text(said: Said) -> Text:
    return Text(said.text, said.lang)
