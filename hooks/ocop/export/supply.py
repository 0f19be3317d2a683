"""The export of what makers supply together, by kind and by district, as the pages of these say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from ocop.edition import Edition
from ocop.edition.supply import Amount, Supply, supply
from ocop.export.plain import JsonObject, Plainly
from ocop.fields import About
from ocop.records import Product


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount of one unit and period."""

    quantity: Annotated[float, About(vi="Số lượng", en="Quantity")]
    unit: Annotated[str, About(vi="Đơn vị", en="Unit")]
    per: Annotated[str | None, About(vi="Mỗi", en="Per")]


@dataclass(frozen=True, slots=True)
class SupplyFigures:
    """What is offered: only what is stated; the silent are counted."""

    products: Annotated[int, About(vi="Số sản phẩm chào bán", en="Goods on offer")]
    products_stating: Annotated[int, About(vi="Có nêu sản lượng", en="With a stated output")]
    suppliers: Annotated[list[str], About(vi="Chủ thể", en="Producers")]
    suppliers_stating: Annotated[
        list[str], About(vi="Chủ thể nêu sản lượng", en="Producers that state an output")
    ]
    output: Annotated[list[Sum], About(vi="Sản lượng cộng lại", en="Output added up")]
    minimum_order: Annotated[list[Sum], About(vi="Đặt tối thiểu thấp nhất", en="Smallest minimum order")]
    lead_time_days: Annotated[
        list[int], About(vi="Giao nhanh nhất, lâu nhất", en="Shortest and longest lead time")
    ]
    private_label: Annotated[bool | None, About(vi="Có nhận làm nhãn riêng", en="Private label")]
    months: Annotated[list[int], About(vi="Các tháng có bán", en="Months on sale")]
    export_markets: Annotated[list[str], About(vi="Đã xuất sang", en="Exported to")]


def supplies(edition: Edition) -> JsonObject:
    """Give what is supplied in all, by kind and by district; those without goods are left out."""
    placed = {id_: goods for id_, goods in edition.by_district.items() if id_ is not None}
    return {
        "date": edition.day.isoformat(),
        "all": _figures(edition.listing, edition),
        "by_kind": _each(edition.by_kind, edition),
        "by_district": _each(placed, edition),
    }


def _each(groups: Mapping[str, tuple[Product, ...]], edition: Edition) -> JsonObject:
    return {id_: _figures(groups[id_], edition) for id_ in sorted(groups)}


def _figures(goods: tuple[Product, ...], edition: Edition) -> JsonObject:
    return Plainly(edition.catalogue).fields(_told(supply(goods, edition.catalogue)))


def _told(offer: Supply) -> SupplyFigures:
    return SupplyFigures(
        products=offer.goods,
        products_stating=offer.stating_goods,
        suppliers=sorted(offer.suppliers),
        suppliers_stating=sorted(offer.stating_suppliers),
        output=[_sum(each) for each in offer.output],
        minimum_order=[_sum(each) for each in offer.least_orders],
        lead_time_days=list(offer.lead_time or ()),
        private_label=offer.private_label,
        months=list(offer.months),
        export_markets=list(offer.markets),
    )


def _sum(amount: Amount) -> Sum:
    return Sum(float(amount.quantity), amount.unit, amount.per)
