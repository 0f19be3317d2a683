"""Pages of producers and of sales points, and their directories."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial

from ocop import addresses
from ocop.edition import Status
from ocop.edition.model import closes_after, is_closed
from ocop.edition.standing import stays_until
from ocop.i18n import phrases
from ocop.i18n.phrases import capital
from ocop.records import Producer, Product, SalesPoint
from ocop.site.compose.buying import point_hours, route, shop_links
from ocop.site.compose.citing import Citations
from ocop.site.compose.facts import FactTable, bare_host, contact_facts, declared_note, with_note
from ocop.site.compose.listings import page_addresses
from ocop.site.compose.product import checked_sentence, edit_link, report_link
from ocop.site.compose.sections import Shelf, by_level, into_pages, pager, told
from ocop.site.compose.supply import add_terms, certified, markets_text, offer_text, supply_of
from ocop.site.compose.telling import DEFAULT_ICON, DEFAULT_PANE, Telling, iso
from ocop.site.views import (
    Bit,
    DirectoryGroup,
    GoodsLine,
    Link,
    ListingView,
    Notice,
    PlainRow,
    ProducerView,
    Said,
    SalesPointView,
)

MAKER_ROWS = 12
_CONSENT = (
    "Đăng với sự đồng ý của chủ thể, ghi nhận {when}.",
    "Published with the producer’s consent, recorded {when}.",
)


def producer_view(producer: Producer, telling: Telling) -> ProducerView:
    """Compose the page of one producer."""
    citations = Citations(telling)
    goods = telling.edition.by_producer.get(producer.id, ())
    first = telling.kind_of(goods[0]) if goods else None
    pages = producer_shelves(producer, telling)
    facts = producer_facts(producer, telling, citations)
    offer = supply_of(goods, telling)
    add_terms(facts, offer, telling)
    facts.add(
        "Đã xuất sang", "Exported to", facts.text(markets_text(offer, telling)) if offer.markets else None
    )
    citations.cite(producer.sources)
    return ProducerView(
        name=telling.name(producer),
        also=_also(producer, telling),
        summary=telling.summary(producer),
        summary_vi=telling.summary_vi(producer),
        icon=(first.icon if first else None) or DEFAULT_ICON,
        pane=(first.pane if first else None) or DEFAULT_PANE,
        photos=telling.pictures(producer),
        facts=facts.rows(),
        contact=contact_facts(producer.contact, telling, citations),
        card=addresses.vcard(producer.id),
        card_code=addresses.vcard_code(producer.id)
        if telling.settings.site_url and producer.has_agreed
        else "",
        contact_note=consent_note(producer, telling),
        withdrawn=withdrawn(producer, telling),
        story=telling.story(producer),
        sections=told(pages[0], telling),
        sources=citations.lines(),
        checked=checked_sentence(producer, telling),
        report=report_link(producer, telling),
        edit=edit_link(producer, telling),
        facts_note=declared_note(producer, telling),
        pager=pager(1, len(pages), page_addresses(pages, "producers", producer.id, telling.lang)),
        outdated=telling.outdated(goods),
    )


def producer_facts(producer: Producer, telling: Telling, citations: Citations) -> FactTable:
    """Tabulate what is known of a producer, but for how to reach it."""
    table = FactTable(telling, citations)
    if producer.type is not None:
        table.add("Loại hình", "Type", table.text(phrases.producer_type_text(producer.type, telling.lang)))
    table.place(producer, "Nơi làm", "Place")
    table.declared(producer)
    if producer.open_tax_code is not None:
        table.add("Mã số thuế", "Tax code", table.text(producer.open_tax_code))
    table.certifications(producer.certifications)
    if producer.links is not None and producer.links.website is not None:
        site = producer.links.website
        table.add("Trang web", "Website", Bit(telling.here(bare_host(site)), url=site))
    return table


def producer_shelves(producer: Producer, telling: Telling) -> list[tuple[Shelf, ...]]:
    """Put a producer's goods on shelves, cut into pages: the first stands on its own page."""
    return into_pages(by_level(telling.edition.by_producer.get(producer.id, ()), telling, by="kind"), telling)


def further_pages(
    record: Producer | SalesPoint, pages: list[tuple[Shelf, ...]], collection: str, telling: Telling
) -> list[Callable[[], ListingView]]:
    """Compose the pages of a record's goods after the first, which is the record's own page."""
    address_of = page_addresses(pages, collection, record.id, telling.lang)
    name = telling.name(record).text
    outdated = cache(
        lambda: telling.outdated(each for shelves in pages for shelf in shelves for each in shelf.goods)
    )

    def page(number: int) -> ListingView:
        heading = telling.numbered(name, number)
        return ListingView(
            heading, "", (), told(pages[number - 1], telling), pager(number, len(pages), address_of),
            outdated=outdated(),
        )  # fmt: skip

    return [partial(page, number) for number in range(2, len(pages) + 1)]


def _also(producer: Producer, telling: Telling) -> Said | None:
    names = list(producer.also_known_as)
    if telling.name(producer).text != producer.name:
        names.insert(0, producer.name)
    return Said(", ".join(names), "vi") if names else None


def consent_note(producer: Producer, telling: Telling) -> str:
    """Say since when a producer agrees that its contact is published; empty where nothing needs its consent."""
    if producer.contact is None or producer.contact.consent is None:
        return ""
    when = phrases.date_in_sentence(producer.contact.consent, telling.lang)
    return telling.say(*_CONSENT).format(when=when)


def withdrawn(producer: Producer, telling: Telling) -> Notice | None:
    """Say that a producer left the programme, from when on, and what took its place."""
    withdrawal = producer.withdrawn
    if withdrawal is None:
        return None
    said = telling.say("Đã ngừng tham gia chương trình", "No longer in the programme")
    if withdrawal.date is not None:
        when = phrases.date_text(withdrawal.date, telling.lang)
        said += telling.say(f" từ {when}", f" since {when}")
    told = [f"{said}."]
    if withdrawal.reason is not None:
        told.append(f"{withdrawal.reason.rstrip('.')}.")
    if withdrawal.replaced_by is not None:
        other = telling.name(telling.edition.catalogue.producers[withdrawal.replaced_by]).text
        told.append(telling.say(f"Thay bằng: {other}.", f"Replaced by: {other}."))
    return Notice(" ".join(told), iso(stays_until(withdrawal, telling.edition.day)))


def maker_rows(goods: Iterable[Product], telling: Telling) -> tuple[PlainRow, ...]:
    """Make a row for each maker of some goods, those of the best rated first; counts and marks are of these goods alone."""
    made: dict[str, list[Product]] = {}
    for product in goods:
        if product.producer is not None:
            made.setdefault(product.producer, []).append(product)
    producers = telling.edition.catalogue.producers
    return tuple(producer_row(producers[key], tuple(members), telling) for key, members in made.items())


def shown_makers(rows: tuple[PlainRow, ...], telling: Telling) -> tuple[tuple[PlainRow, ...], Link | None]:
    """Give the first dozen rows of makers, and the way to the directory where there are more."""
    if len(rows) <= MAKER_ROWS:
        return rows, None
    text = telling.say("Tất cả chủ thể", "All producers")
    return rows[:MAKER_ROWS], Link(telling.here(text), telling.address("producers"))


def producer_row(producer: Producer, goods: tuple[Product, ...], telling: Telling) -> PlainRow:
    """Make a producer's row in a directory: who, where, how many goods and how rated."""
    kind = [phrases.producer_type_text(producer.type, telling.lang)] if producer.type is not None else []
    place = [telling.district_short(producer.district)]
    return PlainRow(
        telling.name(producer),
        telling.address("producers", producer.id),
        " · ".join(kind + place),
        goods=_goods_lines(goods, telling) if goods else (),
        closed=withdrawn(producer, telling),
        certified=certified(producer, goods, telling),
        offer=offer_text(goods, telling),
    )


def _goods_lines(goods: tuple[Product, ...], telling: Telling) -> tuple[GoodsLine, ...]:
    """Tell of a producer's goods on the day and later; the mark is that of the best, not the producer's own."""
    count = f"{phrases.products_text(len(goods), telling.lang)} ({_kinds(goods, telling)})"
    more = telling.say(", hạng cao nhất:", ", the highest rated:") if len(goods) > 1 else ""
    return tuple(
        GoodsLine(count, until=iso(until))
        if best is None
        else GoodsLine(count + (more if best.is_current else ""), telling.mark_of(goods[0], best), iso(until))
        for until, best in telling.edition.best_prospects(goods)
    )


def _kinds(goods: Iterable[Product], telling: Telling) -> str:
    """Name the kinds of some goods in the middle of a sentence: in the order of the table, which no day changes."""
    made = {each.kind for each in goods}
    kinds = (kind for id_, kind in telling.edition.catalogue.kinds.items() if id_ in made)
    names = (telling.kind_name(kind) for kind in kinds)
    return ", ".join(name[:1].lower() + name[1:] for name in names)


def producer_groups(producers: tuple[Producer, ...], telling: Telling) -> tuple[DirectoryGroup, ...]:
    """Part a directory: producers with a rated product first, then those whose ratings ended, then the others."""
    rated: list[Producer] = []
    once: list[Producer] = []
    others: list[Producer] = []
    for producer in producers:
        goods = telling.edition.by_producer.get(producer.id, ())
        statuses = {telling.edition.rating(each).status for each in goods}
        if statuses & {Status.HOLDING, Status.UNCONFIRMED}:
            rated.append(producer)
        else:
            (once if Status.ENDED in statuses else others).append(producer)
    parts = (
        ("co-hang", telling.say("Đang có hàng được xếp hạng", "With rated goods"), rated),
        (
            "het-han",
            telling.say(
                "Hạng đã hết hạn, chưa ghi nhận công nhận lại", "Ratings expired, no renewal on record"
            ),
            once,
        ),
        ("chua-ghi-nhan", telling.say("Chưa xác nhận hạng OCOP", "OCOP rating not confirmed"), others),
    )
    return tuple(
        DirectoryGroup(anchor, heading, tuple(_directory_row(each, telling) for each in members))
        for anchor, heading, members in parts
        if members
    )


def _directory_row(producer: Producer, telling: Telling) -> PlainRow:
    return producer_row(producer, telling.edition.by_producer.get(producer.id, ()), telling)


def sales_point_view(point: SalesPoint, telling: Telling) -> SalesPointView:
    """Compose the page of one sales point; a closed one keeps its page and says so."""
    citations = Citations(telling)
    citations.cite(point.sources)
    pages = sells_shelves(point, telling)
    closed = is_closed(point, telling.edition.day)
    return SalesPointView(
        name=telling.name(point),
        summary=telling.summary(point),
        summary_vi=telling.summary_vi(point),
        closed=_closed(point, telling),
        photos=telling.pictures(point),
        facts=_point_facts(point, telling, citations, closed=closed).rows(),
        contact=contact_facts(point.contact, telling, citations),
        story=telling.story(point),
        sells_heading=telling.say("Có bán", "Sells"),
        sells=tuple(row for shelf in pages[0] for row in telling.rows(shelf.goods)),
        sells_more=_sells_everything(point, telling),
        sources=citations.lines(),
        checked=checked_sentence(point, telling),
        report=report_link(point, telling),
        edit=edit_link(point, telling),
        route="" if closed else route(point, telling),
        shops=() if closed else shop_links(point.links, telling),
        pager=pager(1, len(pages), page_addresses(pages, "sales-points", point.id, telling.lang)),
    )


def _point_facts(point: SalesPoint, telling: Telling, citations: Citations, *, closed: bool) -> FactTable:
    table = FactTable(telling, citations)
    if point.type is not None:
        table.add("Loại", "Type", table.text(phrases.sales_point_type_text(point.type, telling.lang)))
    if point.address is not None:
        english = point.en.address_note if point.en is not None else None
        address = Bit(telling.said(point.address, None))
        table.add("Địa chỉ", "Address", with_note(address, point.address_note, english, telling))
    table.place(point, "Địa phương", "Place")
    if point.province is not None:
        table.add(
            "Tỉnh, thành",
            "Province",
            table.text(capital(phrases.province_text(point.province, telling.lang))),
        )
    if point.country is not None:
        table.add("Nước", "Country", table.text(phrases.country_text(point.country, telling.lang)))
    if not closed:
        table.hours(point_hours(point, telling))
    if point.operator is not None:
        table.add("Đơn vị vận hành", "Run by", _operator(point.operator, telling))
    if point.opened is not None:
        table.add("Mở cửa từ", "Open since", table.text(phrases.date_text(point.opened, telling.lang)))
    if point.location is not None:
        spot = f"{point.location.lat:g},{point.location.lon:g}"
        table.add("Tọa độ", "Coordinates", Bit(telling.here(spot.replace(",", ", ")), url=f"geo:{spot}"))
    if point.links is not None and point.links.website is not None:
        site = point.links.website
        table.add("Trang web", "Website", Bit(telling.here(bare_host(site)), url=site))
    return table


def _operator(operator: str, telling: Telling) -> Bit:
    producer = telling.edition.catalogue.producers.get(operator)
    if producer is None:
        return Bit(telling.said(operator, None))
    return Bit(telling.name(producer), telling.address("producers", producer.id))


def _closed(point: SalesPoint, telling: Telling) -> Notice | None:
    if point.closed is None:
        return None
    when = phrases.date_text(point.closed, telling.lang)
    said = telling.say(f"Đã đóng cửa từ {when}.", f"Closed since {when}.")
    return Notice(said, iso(closes_after(point, telling.edition.day)))


def sells_shelves(point: SalesPoint, telling: Telling) -> list[tuple[Shelf, ...]]:
    """Put the goods that a sales point names on a shelf, cut into pages: the first stands on its own page."""
    chosen = set(point.sells.products) if point.sells is not None else set()
    goods = tuple(each for each in telling.edition.listing if each.id in chosen) if chosen else ()
    return into_pages([Shelf("co-ban", telling.say("Có bán", "Sells"), goods)], telling)


def _sells_everything(point: SalesPoint, telling: Telling) -> Link | None:
    if point.sells is None or not point.sells.everything:
        return None
    text = telling.say("Bán tất cả sản phẩm trong danh mục", "Sells every product of the catalogue")
    return Link(telling.here(text), telling.address("products"))


def sales_point_row(point: SalesPoint, telling: Telling) -> PlainRow:
    """Make a sales point's row in the directory: sort · address, what it became, hours where known."""
    said = [phrases.sales_point_type_text(point.type, telling.lang)] if point.type is not None else []
    if point.address is not None:
        said.append(point.address)
    elif point.district is not None:
        said.append(telling.district_short(point.district))
    commune = telling.edition.catalogue.commune_of(point)
    if commune is not None and commune.now is not None:
        said.append(telling.commune_now(commune))
    detail = phrases.hours_text(point.hours, telling.lang) if point.hours is not None else ""
    return PlainRow(
        telling.name(point),
        telling.address("sales-points", point.id),
        " · ".join(said),
        detail,
        until=iso(closes_after(point, telling.edition.day)),
    )


def sales_point_groups(points: tuple[SalesPoint, ...], telling: Telling) -> tuple[DirectoryGroup, ...]:
    """Part the directory: inside the former province, elsewhere in Việt Nam, abroad."""
    inside = [each for each in points if each.province is None and each.country in (None, "VN")]
    elsewhere = [each for each in points if each.province is not None]
    abroad = [each for each in points if each.country not in (None, "VN")]
    parts = (
        ("trong-tinh", telling.say("Trong tỉnh Bạc Liêu cũ", "In the former Bạc Liêu Province"), inside),
        ("ngoai-tinh", telling.say("Ở tỉnh, thành khác", "Elsewhere in Việt Nam"), elsewhere),
        ("nuoc-ngoai", telling.say("Ở nước ngoài", "Abroad"), abroad),
    )
    return tuple(
        DirectoryGroup(anchor, heading, tuple(sales_point_row(each, telling) for each in members))
        for anchor, heading, members in parts
        if members
    )
