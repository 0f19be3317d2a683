"""What makers supply, in words: for one of them in a row, for all of a kind or a place as facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from ocop.edition.standing import from_day_on
from ocop.edition.supply import Amount, Supply, counted, is_offered, stated_output, supply, ways_to_say
from ocop.i18n import phrases
from ocop.i18n.phrases import capital
from ocop.records import Certification, Producer, Product
from ocop.site.compose.citing import Citations
from ocop.site.compose.facts import FactTable, buyer_facts, is_valid
from ocop.site.compose.telling import Telling, iso
from ocop.site.views import Dated, Fact


def supply_of(goods: Iterable[Product], telling: Telling) -> Supply:
    """Add up what the makers of some goods state."""
    return supply(goods, telling.edition.catalogue)


# One maker ----------------------------------------------------------------------------------------


def offer_text(goods: Iterable[Product], telling: Telling) -> str:
    """Say in a line what is stated of some goods to whoever may buy them; empty where nothing is."""
    offer = supply_of(goods, telling)
    markets = markets_text(offer, telling)
    said = (
        telling.say("sản lượng ", "output ") + _amounts(offer.output, telling) if offer.output else "",
        _least_order(offer, telling),
        _lead_time(offer, telling),
        telling.say("đã xuất sang ", "exported to ") + markets if markets else "",
        _label(offer, telling),
    )
    return capital(" · ".join(each for each in said if each))


def certified(producer: Producer, goods: Iterable[Product], telling: Telling) -> tuple[Dated, ...]:
    """Name the certificates of a maker and of what it offers, each as long as it is valid."""
    held = [*producer.certifications, *_certifications(goods, telling)]
    turns = (each.expires.last + timedelta(days=1) for each in held if each.expires is not None)
    told = from_day_on(
        telling.edition.day,
        turns,
        lambda on: _schemes((each for each in held if is_valid(each, on)), telling),
    )
    before = telling.say("Chứng nhận: ", "Certified: ")
    return tuple(Dated(before + names, iso(until)) for until, names in told if names)


def _certifications(goods: Iterable[Product], telling: Telling) -> Iterator[Certification]:
    for each in goods:
        if is_offered(each, telling.edition.catalogue):
            yield from each.certifications


def _schemes(certifications: Iterable[Certification], telling: Telling) -> str:
    """Name certificates, each once, in an order that no day changes."""
    return ", ".join(sorted({phrases.scheme_text(each.scheme, telling.lang) for each in certifications}))


def _amounts(amounts: Iterable[Amount], telling: Telling) -> str:
    return telling.say(" và ", " and ").join(_amount(each, telling) for each in amounts)


def _amount(amount: Amount, telling: Telling) -> str:
    return phrases.quantity_text(amount.quantity, amount.unit, amount.per, telling.lang)


def _least_order(offer: Supply, telling: Telling) -> str:
    if not offer.least_orders:
        return ""
    said = _amounts(offer.least_orders, telling)
    return telling.say(f"đặt từ {said}", f"orders from {said}")


def _lead_time(offer: Supply, telling: Telling) -> str:
    if offer.lead_time is None:
        return ""
    shortest, longest = offer.lead_time
    if not longest:
        return telling.say("giao trong ngày", "same-day delivery")
    days = str(shortest) if shortest == longest else f"{shortest}–{longest}"
    return telling.say(f"giao sau {days} ngày", f"delivery in {days} {'day' if days == '1' else 'days'}")


def markets_text(offer: Supply, telling: Telling) -> str:
    """Name the countries to which anything was exported."""
    return phrases.countries_text(offer.markets, telling.lang)


def _label(offer: Supply, telling: Telling) -> str:
    if offer.private_label is None:
        return ""
    if offer.private_label:
        return telling.say("nhận làm nhãn riêng", "private label made")
    return telling.say("không làm nhãn riêng", "no private label")


# Any goods that somebody chooses --------------------------------------------------------------------


def output_of(product: Product, telling: Telling) -> Amount | None:
    """Give what a product adds to a sum; None where its record states nothing, or it is not offered."""
    output = stated_output(product)
    return counted(output) if output is not None and is_offered(product, telling.edition.catalogue) else None


def is_labelled(product: Product, telling: Telling) -> bool:
    """Tell whether a product is offered under a buyer's label."""
    stated = product.trade is not None and product.trade.private_label is True
    return stated and is_offered(product, telling.edition.catalogue)


def ways_to_say_sum(of: Amount, telling: Telling) -> list[tuple[float, str, str]]:
    """Give the words of a sum, of many and of one, by how many of it make one: ``[[1000, "t a year", "t a year"], …]``."""

    def said(unit: str, *, one: bool) -> str:
        return phrases.unit_of_amount_text(unit, of.per, telling.lang, one=one)

    return [
        (float(times), said(unit, one=False), said(unit, one=True)) for unit, times in ways_to_say(of.unit)
    ]


# All of a kind or a place -------------------------------------------------------------------------


def what_buyers_ask(goods: tuple[Product, ...], telling: Telling, citations: Citations) -> tuple[Fact, ...]:
    """Say of the goods of a kind or a place what a buyer asks first: how much, then what was sold where, certified by what."""
    return (*supply_facts(goods, telling, citations), *buyer_facts(goods, telling, citations))


def supply_facts(goods: Iterable[Product], telling: Telling, citations: Citations) -> tuple[Fact, ...]:
    """Say how many makers there are, what they state together and who is silent; nothing where no maker is known."""
    offer = supply_of(goods, telling)
    if not offer.suppliers:
        return ()
    table = FactTable(telling, citations)
    table.add("Nguồn cung", "Suppliers", table.text(_who(offer, telling)))
    add_terms(table, offer, telling)
    return table.rows()


def add_terms(table: FactTable, offer: Supply, telling: Telling) -> None:
    """Add a row for each term that somebody has stated."""
    said = (
        ("Sản lượng đã nêu", "Stated output", _together(offer, telling)),
        ("Đơn hàng", "Orders", _least_order(offer, telling)),
        ("Thời gian giao", "Lead time", _lead_time(offer, telling)),
        ("Nhãn riêng", "Private label", _label(offer, telling)),
    )
    for vi, en, words in said:
        table.add(vi, en, table.text(capital(words)) if words else None)
    if offer.seasonal_goods:
        table.season(offer.months)


def _who(offer: Supply, telling: Telling) -> str:
    count, stating, silent = len(offer.suppliers), len(offer.stating_suppliers), offer.silent
    if not stating:
        said = telling.say("chưa thấy ai nêu sản lượng", "none states an output")
    elif not silent:
        said = telling.say(
            "đều nêu sản lượng", "all state an output" if count > 1 else "who states an output"
        )
    else:
        said = telling.say(
            f"{stating} nêu sản lượng, {silent} chưa nêu",
            f"{stating} {'states' if stating == 1 else 'state'} an output, {silent} {'does' if silent == 1 else 'do'} not",
        )
    return f"{phrases.producers_text(count, telling.lang)}, {said}"


def _together(offer: Supply, telling: Telling) -> str:
    if not offer.output:
        return ""
    said = _amounts(offer.output, telling)
    return (
        telling.say(f"cộng lại đạt {said}", f"together these reach {said}")
        if offer.stating_goods > 1
        else said
    )
