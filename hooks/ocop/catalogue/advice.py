"""Rules that only warn: what is missing or doubtful, whatever the day is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from ocop.catalogue.citing import cited
from ocop.catalogue.draft import Draft, Remark
from ocop.catalogue.hurried import SCHEMES
from ocop.catalogue.layout import Collection
from ocop.catalogue.linking import PROMOTIONS, SOURCES
from ocop.findings import Severity
from ocop.i18n.phrases import schemes
from ocop.records import Producer, Product
from ocop.records.base import SOURCE_TO_FILL
from ocop.source import Loc, Target
from ocop.text import fold, slug

NEARLY_THE_SAME = 90
FIRST_RECOGNISED_STARS = 3


def _advice(path: str, loc: Loc, code: str, at: Loc | None = ("name",), **values: object) -> Remark:
    told = {name: str(value) for name, value in values.items()}
    return Remark(path, loc, code, told, severity=Severity.WARNING, at=at)


def products_are_complete(draft: Draft) -> Iterator[Remark]:
    """Every product has a photo, an English name and a producer.

    Without them the page is there, but a buyer abroad does not stop at it.

    product_without_photo (warning)
        Wrong: ``photos: []``
        Right: ``photos: [{file: muoi-hat-1.jpg, alt: Gói muối hạt 500 g}]``
    product_without_english (warning)
        Wrong: ``en: {summary: Coarse white salt}``
        Right: ``en: {name: Grain salt, summary: Coarse white salt}``
    product_without_producer (warning)
        Wrong: ``producer:``
        Right: ``producer: cong-ty-cp-muoi-bac-lieu``
    """
    for product in draft.products.values():
        if product.withdrawn is not None:
            continue
        if not product.photos:
            yield _advice(product.path, ("photos",), "product_without_photo")
        if product.en is None or product.en.name is None:
            yield _advice(product.path, ("en", "name"), "product_without_english")
        if product.producer is None:
            yield _advice(product.path, ("producer",), "product_without_producer")


def producers_have_products(draft: Draft) -> Iterator[Remark]:
    """Every producer makes at least one product of the catalogue.

    One without any is mostly a product whose ``producer`` was forgotten.

    producer_without_products (file, warning)
        Wrong: ``catalogue/producers/htx-moi.yml, which no product names``
        Right: ``products/dong-hai/muoi-moi.yml, with the line producer: htx-moi``
    """
    unread = draft.known[Collection.PRODUCTS] or frozenset()
    if unread - draft.products.keys() or any(
        product.path in draft.faulty for product in draft.products.values()
    ):
        return  # a product that could not be read may be theirs
    makers = {product.producer for product in draft.products.values()}
    for producer in draft.producers.values():
        if producer.id not in makers and producer.withdrawn is None:
            yield _advice(producer.path, ("name",), "producer_without_products")


def names_differ(draft: Draft) -> Iterator[Remark]:
    """Two products of one producer do not have nearly the same name.

    They may be one product written twice; where ``similar_to`` says so already, that is told instead.

    near_names (warning)
        Wrong: ``name: Muối tinh sạch``
        Right: ``name: Muối hạt``
    """
    by_producer: defaultdict[str, list[Product]] = defaultdict(list)
    for product in draft.products.values():
        if product.producer is not None and product.withdrawn is None:
            by_producer[product.producer].append(product)
    for products in by_producer.values():
        if len(products) > 1:
            yield from _near_names(sorted(products, key=lambda product: product.id))


def _near_names(products: list[Product]) -> Iterator[Remark]:
    # Sorted words compared by letters are what `token_sort_ratio` compares; sorted once, not once a pair.
    words = [" ".join(sorted(slug(product.name).split("-"))) for product in products]
    for number, product in enumerate(products):
        near = process.extractOne(
            words[number], words[:number], scorer=fuzz.ratio, score_cutoff=NEARLY_THE_SAME
        )
        if near is None:
            continue
        other = products[near[2]]
        if other.id not in product.similar_to and product.id not in other.similar_to:
            yield _advice(product.path, ("name",), "near_names", other=other.name, id=other.id)


def twins_are_settled(draft: Draft) -> Iterator[Remark]:
    """No two records are left that may be one product.

    Until somebody has asked, both are counted; then they become one record, or ``similar_to`` goes.

    may_be_same (warning)
        Wrong: ``similar_to: [muoi-tinh]``
        Right: ``formerly: [muoi-hat-xua]``
    """
    for product in draft.products.values():
        for number, other_id in enumerate(product.similar_to):
            if (other := draft.products.get(other_id)) is not None:
                told = {"other": other.name, "id": other.id}
                yield Remark(
                    product.path, ("similar_to", number), "may_be_same", told, severity=Severity.WARNING
                )


def sources_are_dated(draft: Draft) -> Iterator[Remark]:
    """Every source has a date.

    A reader judges a fact by its age, and a rating without a date leans on the date of its source.

    source_not_dated (warning)
        Wrong: ``sources: [{url: "https://example.org/muoi"}]``
        Right: ``sources: [{url: "https://example.org/muoi", date: 2025-05-10}]``
    source_to_fill (warning)
        Wrong: ``sources: [{url: "https://example.org/dien-nguon"}]``
        Right: ``sources: [{url: "https://example.org/muoi", date: 2025-05-10}]``
    """
    for path, loc, source in cited(draft):
        if source.url == SOURCE_TO_FILL:
            yield _advice(path, loc, "source_to_fill", at=None)
        elif source.ref is None and source.date is None:
            yield _advice(path, loc, "source_not_dated", at=None)
    for source_id, source in draft.sources.items():
        if source.date is None:
            yield Remark(
                SOURCES, (source_id,), "source_not_dated", severity=Severity.WARNING, target=Target.KEY
            )


def recognitions_start_at_three_stars(draft: Draft) -> Iterator[Remark]:
    """Every recognition has 3, 4 or 5 stars.

    One and two stars are ratings of the scale; no authority recognises them (Decision 26/2026/QĐ-TTg, article 3).

    stars_not_recognised (warning)
        Wrong: ``recognitions: [{stars: 2, date: 2025-12-28}]``
        Right: ``recognitions: [{stars: 3, date: 2025-12-28}]``
    """
    for product in draft.products.values():
        for number, recognition in enumerate(product.recognitions):
            if recognition.stars is not None and recognition.stars < FIRST_RECOGNISED_STARS:
                loc: Loc = ("recognitions", number, "stars")
                yield _advice(product.path, loc, "stars_not_recognised", at=None, stars=recognition.stars)


def promotions_lift_something(draft: Draft) -> Iterator[Remark]:
    """Every promotion names kinds or products.

    One that names neither has no effect on any listing.

    promotion_without_goods (promotions, warning)
        Wrong: ``- {id: mua-tom, title: Mùa tôm}``
        Right: ``- {id: mua-tom, title: Mùa tôm, kinds: [tom]}``
    """
    for number, promotion in draft.promotions.items():
        if not promotion.kinds and not promotion.products:
            yield _advice(PROMOTIONS, (number, "kinds"), "promotion_without_goods", at=(number,))


def schemes_have_ids(draft: Draft) -> Iterator[Remark]:
    """Every certificate of a common scheme names it by its id.

    HACCP spelt in five ways is five schemes to a buyer who filters the list; any other certificate is named in words.

    scheme_by_name (warning)
        Wrong: ``certifications: [{scheme: ISO 22000:2018, issued: 2024-03-01}]``
        Right: ``certifications: [{scheme: iso-22000, issued: 2024-03-01}]``
    """
    records: list[Product | Producer] = [*draft.products.values(), *draft.producers.values()]
    for record in records:
        for number, certificate in enumerate(record.certifications):
            known = _scheme_meant(certificate.scheme)
            if known is not None:
                loc: Loc = ("certifications", number, "scheme")
                told = {"value": certificate.scheme}
                yield Remark(record.path, loc, "scheme_by_name", told, known, Severity.WARNING)


def _scheme_meant(written: str) -> str | None:
    """Give the id of a scheme that was written in another way."""
    if written in schemes():
        return None
    plain = re.sub(
        r" *[:(].*| (certified|certificate)$|^(chung nhan|tieu chuan|dat) ", "", fold(written)
    ).strip()
    if slug(plain) in schemes():
        return slug(plain)
    return SCHEMES.get(plain)
