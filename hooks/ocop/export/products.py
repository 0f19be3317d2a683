"""The export of products: one row each, in the order of listings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from ocop import addresses
from ocop.edition import Edition
from ocop.edition.english import described_en
from ocop.export.describing import DESCRIBED_EN
from ocop.export.photos import photos
from ocop.export.places import Place, place
from ocop.export.plain import JsonObject, Plainly
from ocop.export.standing import Standing, recognitions, standing
from ocop.export.steps import about_of
from ocop.export.table import Table, columns
from ocop.fields import About, Part
from ocop.records import Product

FIRST = (
    "id", "name", "name_en", "kind", "kind_name", "kind_name_en", "group", "group_name", "group_name_en",
    "district", "district_name", "district_name_en", "commune", "commune_name", "commune_name_en", "commune_now",
    "producer", "stars", "rating_status", "rated_on", "rating_expires", "rating_ends_at_latest", "recognitions",
    "proposed_stars", "assessed", "mention", "certifications", "trade", "packs", "photos", "promoted", "promotion",
    "url", "url_en", "summary", "summary_en", "described_en", "story", "story_en",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Maker:
    """Who makes a product."""

    id: Annotated[str, About(vi="Mã", en="Id")]
    name: Annotated[str, About(vi="Tên", en="Name")]
    name_en: Annotated[str | None, About(vi="Tên tiếng Anh", en="English name")]
    type: Annotated[str | None, About(vi="Loại hình", en="Type")]


@dataclass(frozen=True, slots=True)
class ProductFigures:
    """What follows for a product from its record, the others and the day."""

    id: Annotated[str, About(vi="Mã", en="Id")]
    kind_name: Annotated[str, About(vi="Tên loại", en="Kind name")]
    kind_name_en: Annotated[str | None, About(vi="Tên loại tiếng Anh", en="English kind name")]
    group: Annotated[str, About(vi="Nhóm OCOP", en="OCOP group")]
    group_name: Annotated[str, About(vi="Tên nhóm", en="Group name")]
    group_name_en: Annotated[str | None, About(vi="Tên nhóm tiếng Anh", en="English group name")]
    place: Place
    producer: Annotated[Maker | None, About(vi="Chủ thể", en="Producer")]
    standing: Standing
    recognitions: Annotated[list[JsonObject], about_of(Product, "recognitions")]
    photos: Annotated[list[JsonObject], about_of(Product, "photos")]
    promoted: Annotated[bool, About(vi="Đang quảng bá", en="Promoted", part=Part.RATING)]
    promotion: Annotated[str | None, About(vi="Đợt quảng bá", en="Promotion", part=Part.RATING)]
    sales_points: Annotated[list[str], About(vi="Điểm bán", en="Sales points", part=Part.TRADE)]
    described_en: Annotated[str, DESCRIBED_EN]
    url: Annotated[str, About(vi="Trang sản phẩm", en="Page (Vietnamese)")]
    url_en: Annotated[str, About(vi="Trang tiếng Anh", en="Page (English)")]


def products(edition: Edition, site_url: str) -> Table:
    """Tabulate all products."""
    plainly = Plainly(edition.catalogue)
    sold_at = _sold_at(edition)
    rows = (
        plainly.row(each, _figures(each, edition, site_url, plainly, sold_at), FIRST)
        for each in edition.listing
    )
    return Table("products", "Sản phẩm", "Products", columns(Product, ProductFigures, FIRST), tuple(rows))


def _figures(
    product: Product, edition: Edition, site_url: str, plainly: Plainly, sold_at: Mapping[str, list[str]]
) -> ProductFigures:
    catalogue = edition.catalogue
    kind = catalogue.kinds[product.kind]
    group = catalogue.groups[kind.group]
    promotion = edition.promoted.get(product.id)
    return ProductFigures(
        id=product.id,
        kind_name=kind.name,
        kind_name_en=kind.en,
        group=group.id,
        group_name=group.name,
        group_name_en=group.en,
        place=place(product, catalogue),
        producer=_maker(product, edition),
        standing=standing(edition.rating(product)),
        recognitions=recognitions(product, edition, plainly),
        photos=photos(product, plainly),
        promoted=promotion is not None,
        promotion=promotion.id if promotion is not None else None,
        sales_points=sold_at[product.id],
        described_en=described_en(product, edition),
        url=addresses.absolute(addresses.of("products", "vi", product.id), site_url),
        url_en=addresses.absolute(addresses.of("products", "en", product.id), site_url),
    )


def _maker(product: Product, edition: Edition) -> Maker | None:
    if product.producer is None:
        return None
    producer = edition.catalogue.producers[product.producer]
    english = producer.en.name if producer.en is not None else None
    return Maker(producer.id, producer.name, english, producer.type)


def _sold_at(edition: Edition) -> dict[str, list[str]]:
    """Ids of the open sales points of each product; one that sells everything counts for all."""
    found: dict[str, list[str]] = {product.id: [] for product in edition.listing}
    for point in edition.sales_points:
        if point.sells is None:
            continue
        for product_id in found if point.sells.everything else point.sells.products:
            found[product_id].append(point.id)
    return found
