"""A product's own page: what, how many stars, until when, who, where; then what the sources tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from ocop import addresses
from ocop.edition import Status
from ocop.edition.model import lifted_until
from ocop.edition.standing import course, expiry, history
from ocop.i18n import phrases
from ocop.records import Product, Recognition
from ocop.records.base import Record
from ocop.site.compose.buying import packs_view, route_to, where_to_buy
from ocop.site.compose.citing import Citations
from ocop.site.compose.facts import FactTable, bare_host, declared_note, pack_bits
from ocop.site.compose.opening import hours_view
from ocop.site.compose.panel import later_panels, note_of, panel
from ocop.site.compose.telling import DEFAULT_ICON, DEFAULT_PANE, Telling, iso
from ocop.site.views import Bit, Dated, Fact, Link, ProductView, PromotionNote, Row, Said, Step, WhereToBuy

MAKER_ROWS, SIMILAR_ROWS = 6, 4


def product_view(product: Product, telling: Telling) -> ProductView:
    """Compose the page of one product."""
    citations = Citations(telling)
    rating = panel(product, telling, citations)
    buying = where_to_buy(product, telling, citations)
    facts = (*product_facts(product, buying, telling, citations), *_directions(product, telling, citations))
    steps = tuple(_step(each, telling, citations) for each, _ in history(product, telling.edition.day))
    citations.cite(product.sources)
    rating = replace(rating, later=later_panels(product, telling, citations))
    kind = telling.kind_of(product)
    same_maker, maker_more = _same_maker(product, telling)
    similar, similar_more = _similar(product, telling)
    name = telling.name(product)
    return ProductView(
        name=name,
        other_name=Said(product.name, "vi") if name.lang == "en" and name.text != product.name else None,
        summary=telling.summary(product),
        summary_vi=telling.summary_vi(product),
        icon=kind.icon or DEFAULT_ICON,
        pane=kind.pane or DEFAULT_PANE,
        photos=telling.pictures(product),
        panel=rating,
        facts=facts,
        promotion=_promotion(product, telling),
        buttons=tuple(_buttons(product, telling)),
        story=telling.story(product),
        history=(*_milestones(product, telling), *steps) if len(steps) + _has_milestone(product) > 1 else (),
        same_maker=same_maker,
        same_maker_more=maker_more,
        similar=similar,
        similar_more=similar_more,
        sources=citations.lines(),
        checked=checked_sentence(product, telling),
        report=report_link(product, telling),
        edit=edit_link(product, telling),
        code=addresses.qr_code(product.id) if telling.settings.site_url else "",
        data=telling.address("data"),
        facts_note=declared_note(product, telling),
        sheet=addresses.sheet(product.id) if telling.settings.cards is not None else "",
        buying=buying,
    )


def checked_sentence(record: Record, telling: Telling) -> str:
    """Say when somebody last held the record against reality; empty where nobody wrote it."""
    if record.checked is None:
        return ""
    when = phrases.date_in_sentence(record.checked, telling.lang)
    return telling.say(f"Đối chiếu thực tế {when}.", f"Held against reality {when}.")


def report_link(record: Record, telling: Telling) -> str | None:
    """Give the address where a mistake in a record can be told, None where the project has no host."""
    repository = telling.settings.repository
    return repository.issue(record.path) if repository is not None else None


def edit_link(record: Record, telling: Telling) -> str | None:
    """Give the address of the page that edits a record, None where the project has no host."""
    repository = telling.settings.repository
    return repository.edit(record.path) if repository is not None else None


def _step(recognition: Recognition, telling: Telling, citations: Citations) -> Step:
    start = recognition.date or recognition.reported
    bold = phrases.stars_text(recognition.stars, telling.lang) if recognition.stars is not None else "OCOP"
    authority = recognition.authority
    return Step(
        str(start) if start is not None else "",
        phrases.date_text(start, telling.lang) if start is not None else telling.say("Chưa rõ", "Unknown"),
        telling.said(authority, None) if authority is not None else note_of(recognition, telling),
        bold,
        tuple(
            Dated(_step_note(recognition, status, telling), iso(until))
            for until, status in course(recognition, telling.edition.day)
        ),
        citations.cite(recognition.sources),
    )


def _step_note(recognition: Recognition, status: Status, telling: Telling) -> str:
    end = expiry(recognition)
    if status is Status.HOLDING:
        return telling.say("Còn hiệu lực", "Valid")
    if status is Status.NONE:
        return telling.say("Chưa đến ngày công nhận", "Not in force yet")
    if end is None:
        return telling.say("Chưa rõ ngày công nhận", "Date of recognition not confirmed")
    at_latest = recognition.date is None and recognition.expires is None
    said = phrases.ended_text(end, telling.lang, at_latest=at_latest)
    if status is Status.ENDED and recognition.date is not None:
        return phrases.capital(said)
    if status is Status.UNCONFIRMED:
        said = said.replace("expired", "expires")
    return telling.say(f"Chưa rõ ngày công nhận; {said}", f"Date of recognition not confirmed; {said}")


def _has_milestone(product: Product) -> int:
    return int(product.proposed_stars is not None)


def _milestones(product: Product, telling: Telling) -> list[Step]:
    if product.proposed_stars is None:
        return []
    said = phrases.stars_text(product.proposed_stars, telling.lang)
    text = telling.say("Hồ sơ đã gửi hội đồng cấp trên", "Dossier sent to the higher council")
    return [Step("", telling.say("Đang đề nghị", "Proposed"), telling.here(text), said)]


# Facts, links, other goods ------------------------------------------------------


def product_facts(
    product: Product, buying: WhereToBuy | None, telling: Telling, citations: Citations
) -> tuple[Fact, ...]:
    """Tabulate what is known of a product; where ``buying`` tells nothing, what a source says of where it is sold."""
    table = FactTable(telling, citations)
    catalogue = telling.edition.catalogue
    maker = catalogue.producers[product.producer] if product.producer is not None else None
    table.add("Chủ thể", "Producer", Bit(telling.name(maker), telling.address("producers", maker.id))
              if maker is not None else table.text(telling.say("Chưa rõ chủ thể", "Producer not known")))  # fmt: skip
    table.place(product, "Nơi làm", "Made in")
    kind = telling.kind_of(product)
    group = catalogue.groups[kind.group]
    table.add(
        "Loại hàng", "Kind",
        Bit(telling.here(telling.kind_name(kind)), telling.address("kinds", kind.id)),
        Bit(telling.here(telling.group_name(group)), telling.address("kinds", group.id)),
    )  # fmt: skip
    packs = packs_view(product, telling)
    if packs is None:
        table.add("Quy cách", "Packs", *pack_bits(product.packs, telling))
    table.packs(packs)
    table.declared(product)
    table.season(product.season)
    table.certifications(product.certifications)
    trade_rows(product, table, telling)
    if product.retail is not None and buying is None:
        table.add(
            "Mua ở",
            "Sold in",
            Bit(telling.said(product.retail, product.en.retail if product.en is not None else None)),
        )
    if product.visit is not None and product.visit.hours is not None:
        table.hours(hours_view(product.visit.hours, telling))
    return table.rows()


def _directions(product: Product, telling: Telling, citations: Citations) -> tuple[Fact, ...]:
    table = FactTable(telling, citations)
    if product.visit is not None and product.visit.location is not None:
        way = telling.say("Chỉ đường", "Directions")
        table.add("Đường đi", "Getting there", Bit(telling.here(way), url=route_to(product.visit.location)))
    return table.rows()


def trade_rows(product: Product, table: FactTable, telling: Telling) -> None:
    """Add what a buyer asks first."""
    trade = product.trade
    if trade is None:
        return
    for vi, en, amount in (
        ("Sản lượng", "Output", trade.output),
        ("Đặt tối thiểu", "Minimum order", trade.minimum_order),
    ):
        if amount is not None:
            table.add(
                vi,
                en,
                table.text(phrases.quantity_text(amount.quantity, amount.unit, amount.per, telling.lang)),
            )
    table.declared(trade)
    if trade.export_markets:
        names = phrases.countries_text(trade.export_markets, telling.lang)
        table.add("Đã xuất sang", "Exported to", table.text(names))


def _promotion(product: Product, telling: Telling) -> PromotionNote | None:
    promotion = telling.edition.promoted.get(product.id)
    if promotion is None:
        return None
    return PromotionNote(
        telling.promotion_title(promotion),
        telling.address("kinds", product.kind),
        iso(lifted_until(product, promotion, telling.edition.day)),
    )


def _buttons(product: Product, telling: Telling) -> list[Link]:
    if product.links is None or product.links.website is None:
        return []
    text = telling.say("Trang của sản phẩm: ", "The product’s site: ") + bare_host(product.links.website)
    return [Link(telling.here(text), url=product.links.website)]


def _same_maker(product: Product, telling: Telling) -> tuple[tuple[Row, ...], Link | None]:
    if product.producer is None:
        return (), None
    goods = telling.edition.by_producer.get(product.producer, ())
    others = [each for each in goods if each.id != product.id]
    shown = telling.rows(others[:MAKER_ROWS], by="kind")
    if len(others) <= MAKER_ROWS:
        return shown, None
    maker = telling.edition.catalogue.producers[product.producer]
    text = telling.say(f"Cả {phrases.products_text(len(goods), 'vi')} của {maker.name}",
                       f"All {phrases.products_text(len(goods), 'en')} of {maker.name}")  # fmt: skip
    return shown, Link(telling.here(text), telling.address("producers", maker.id))


def _similar(product: Product, telling: Telling) -> tuple[tuple[Row, ...], Link | None]:
    """Give goods of the same kind in the order of listings, the best of each other producer."""
    goods = telling.edition.by_kind[product.kind]
    shown = tuple(islice(_of_others(product, goods, telling), SIMILAR_ROWS))
    if not shown:
        return (), None
    name = telling.kind_name(telling.kind_of(product))
    text = telling.say(f"{name}: tất cả {phrases.products_text(len(goods), 'vi')}",
                       f"{name}: all {phrases.products_text(len(goods), 'en')}")  # fmt: skip
    return telling.rows(shown), Link(telling.here(text), telling.address("kinds", product.kind))


def _of_others(product: Product, goods: tuple[Product, ...], telling: Telling) -> Iterator[Product]:
    makers = {product.producer}
    for each in goods:
        if each is product or telling.edition.rating(each).status is Status.WITHDRAWN:
            continue
        if each.producer is None or each.producer not in makers:
            makers.add(each.producer)
            yield each
