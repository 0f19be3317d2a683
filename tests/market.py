"""A made-up market to search and sift: goods of every sort, and what a person would count among them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from ocop import build
from ocop.edition import Edition
from ocop.edition.standing import Rating, Status, rating_of
from ocop.records import Producer, Product
from ocop.text import slug

GOODS = 140
UNKNOWN = "chua-ro"
HOSTILE = '<img src=x onerror=alert(1)> & "Muối" {{ 7 * 7 }} </script>'

FORMULA = '=HYPERLINK("https://example.org", "Muối")'

Values = Mapping[str, frozenset[str]]
"""The choices that a record belongs to, by filter."""
Counts = dict[str, dict[str, int]]


# Records --------------------------------------------------------------------------


def stock(root: Path) -> None:
    """Add goods and makers to a catalogue: always the same ones."""
    chance = random.Random(2026)  # noqa: S311 - made-up goods
    for number in range(12):
        _write(root / f"catalogue/producers/co-so-{number}.yml", _maker(number, chance))
    for number in range(GOODS):
        district, record = _goods(number, chance)
        _write(root / f"products/{district}/hang-{number}.yml", record)


def _write(path: Path, record: Mapping[str, Any]) -> None:
    path.write_text(yaml.safe_dump(record, allow_unicode=True), "utf-8")


def _maker(number: int, chance: random.Random) -> dict[str, Any]:
    made: dict[str, Any] = {"name": f"Cơ sở Bịa {number}", "sources": ["bao-thu"]}
    if chance.random() < 0.8:
        made["type"] = chance.choice(["enterprise", "cooperative", "household"])
    if chance.random() < 0.7:
        made["district"] = "huyen-thu"
        made["commune"] = chance.choice(["xa-mot", "phuong-1", "thi-tran-thu"])
    if number == 11:
        made["withdrawn"] = {"date": "2027-02"}
    if chance.random() < 0.3:
        made["certifications"] = [
            {"scheme": "iso-22000", "expires": chance.choice(["2026-01-31", "2029-01-31"])}
        ]
    return made


def _goods(number: int, chance: random.Random) -> tuple[str, dict[str, Any]]:
    sort = chance.choice(["Muối", "Tôm khô", "Khô cá", "Bánh"])
    made: dict[str, Any] = {
        "name": {0: HOSTILE, 1: FORMULA}.get(number, f"{sort} Bịa {number}"),
        "kind": chance.choice(["tom", "muoi", "muoi", "diem-den"]),
        "sources": ["bao-thu"],
    }
    district = chance.choice(["huyen-thu", "huyen-thu", "thi-xa-mau", "chua-ro"])
    if district == "huyen-thu" and chance.random() < 0.8:
        made["commune"] = chance.choice(["xa-mot", "phuong-1", "thi-tran-thu"])
    if chance.random() < 0.8:
        made["producer"] = f"co-so-{chance.randrange(12)}"
    if number == 1:
        made["recognitions"] = [{"stars": 4, "date": "2026-02"}]
    elif chance.random() < 0.8:
        made["recognitions"] = [_recognition(chance)]
    if chance.random() < 0.1:
        made["withdrawn"] = {"date": chance.choice(["2026-02", "2027-06"])}
    if chance.random() < 0.4:
        made["packs"] = [{"size": "500 g", "price": 1000 * chance.randint(5, 400)}]
    if chance.random() < 0.4:
        made["season"] = sorted(chance.sample(range(1, 13), 5))
    if chance.random() < 0.4:
        scheme, expires = (
            chance.choice(["haccp", "vietgap", "Chứng nhận Bịa, hạng A"]),
            chance.choice(["", "2026-06", "2027-11", "2030"]),
        )
        made["certifications"] = [{"scheme": scheme} | ({"expires": expires} if expires else {})]
    if chance.random() < 0.4:
        made["trade"] = _trade(number, chance)
    return district, made


def _trade(number: int, chance: random.Random) -> dict[str, Any]:
    made: dict[str, Any] = {"export_markets": sorted(chance.sample(["KR", "JP", "US", "NO"], 2))}
    if number % 2 == 0:
        made["output"] = {
            "quantity": number + 0.5,
            "unit": ("kg", "t", "l")[number // 2 % 3],
            "per": "year",
        }
        made["minimum_order"] = {"quantity": number, "unit": "kg"}
        made["lead_time_days"] = number % 9
    if number % 5 == 0:
        made["private_label"] = number % 2 == 0
    return made


def _recognition(chance: random.Random) -> dict[str, Any]:
    told = chance.choice(
        [{"date": "2025-06-01"}, {"date": "2024"}, {"date": "2021-05"}, {"reported": "2025-03"}, {}]
    )
    return told | ({"stars": chance.choice([3, 4, 5])} if chance.random() < 0.85 or not told else {})


# What a person would count --------------------------------------------------------


def edition(root: Path, day: date) -> Edition:
    """Give the catalogue of a folder on a day."""
    made = build.check(root, day).edition
    assert made is not None
    return made


def goods_values(edition: Edition, day: date) -> dict[str, Values]:
    """Tell of each product by its id what it is chosen by on a day."""
    return {each.id: _of_product(each, edition, day) for each in edition.listing}


def maker_values(edition: Edition, day: date) -> dict[str, Values]:
    """Tell of each producer by its id what it is chosen by on a day."""
    return {
        each.id: _of_maker(each, edition.by_producer.get(each.id, ()), edition, day)
        for each in edition.producers
    }


def shipped(edition: Edition, day: date) -> list[Product]:
    """Give what is rated on a day and, where it was ever certified, still certified; and made by somebody who is still there."""
    return [
        each
        for each in edition.listing
        if rating_of(each, day).is_current
        and (not each.certifications or _certificates(each, day))
        and not _has_left(edition.catalogue.producers.get(each.producer or ""), day)
    ]


def shipped_values(edition: Edition, day: date) -> dict[str, Values]:
    """Tell of each product that is shipped on a day what it is chosen by."""
    return {each.id: _of_product(each, edition, day) for each in shipped(edition, day)}


def shipping_values(edition: Edition, day: date) -> dict[str, Values]:
    """Tell of each producer with goods that are shipped on a day what it is chosen by, with these goods alone."""
    goods = shipped(edition, day)
    makers = {each.producer for each in goods if each.producer is not None}
    return {
        id_: _of_maker(
            edition.catalogue.producers[id_], [each for each in goods if each.producer == id_], edition, day
        )
        for id_ in makers
    }


def _has_left(maker: Producer | None, day: date) -> bool:
    gone = maker.withdrawn if maker is not None else None
    return gone is not None and (gone.date is None or gone.date.first <= day)


def _of_product(product: Product, edition: Edition, day: date) -> Values:
    kind, rating = edition.catalogue.kinds[product.kind], rating_of(product, day)
    maker = edition.catalogue.producers.get(product.producer or "")
    return _told({
        "stars": _stars(rating), "standing": [rating.status.value], "kind": [kind.id], "group": [kind.group],
        **_where(product, edition), "producer": [product.producer], "type": [maker.type if maker else None],
        "cert": _certificates(product, day), "market": _markets(product),
        "season": ["now"] if day.month in product.season else [],
        "price": ["1"] if any(pack.price is not None for pack in product.packs) else [],
        **_stated(product, edition),
    })  # fmt: skip


def _of_maker(maker: Producer, goods: Sequence[Product], edition: Edition, day: date) -> Values:
    ratings = [rating_of(each, day) for each in goods]
    best = min(
        ratings, key=lambda each: (-(each.current_stars or 0), list(Status).index(each.status)), default=None
    )
    return _told({
        "kind": [each.kind for each in goods],
        "stars": _stars(best) if best else [], "standing": [best.status.value] if best else [],
        **_where(maker, edition), "type": [maker.type],
        "cert": [*_certificates(maker, day), *(scheme for each in goods for scheme in _certificates(each, day))],
        "market": [code for each in goods for code in _markets(each)],
        **{name: [value for each in goods for value in _stated(each, edition)[name]] for name in ("output", "label")},
    })  # fmt: skip


def _stated(product: Product, edition: Edition) -> dict[str, list[str]]:
    """Tell what is stated of goods to buyers: whoever leaves, or has said that they will, offers nothing."""
    maker = edition.catalogue.producers.get(product.producer or "")
    left = product.withdrawn is not None or (maker is not None and maker.withdrawn is not None)
    trade = None if left else product.trade
    return {
        "output": ["1"] if trade is not None and trade.output is not None else [],
        "label": ["1"] if trade is not None and trade.private_label else [],
    }


def _told(values: Mapping[str, Iterable[str | None]]) -> Values:
    return {id_: frozenset(each for each in found if each is not None) for id_, found in values.items()}


def _stars(rating: Rating) -> list[str]:
    return [str(rating.stars or UNKNOWN)] if rating.is_current else []


def _where(record: Product | Producer, edition: Edition) -> dict[str, list[str]]:
    found = {"district": [record.district or UNKNOWN], "commune": [], "now": []}
    if record.district is None or record.commune is None:
        return found
    commune = next(
        each for each in edition.catalogue.districts[record.district].communes if each.id == record.commune
    )
    return found | {
        "commune": [f"{record.district}.{commune.id}"],
        "now": [slug(commune.now.name)] if commune.now is not None else [],
    }


def _certificates(record: Product | Producer, day: date) -> list[str]:
    held = [each for each in record.certifications if each.expires is None or each.expires.last >= day]
    return [slug(each.scheme) for each in held]


def _markets(product: Product) -> tuple[str, ...]:
    return product.trade.export_markets if product.trade is not None else ()


def counted(records: Mapping[str, Values], chosen: Mapping[str, Iterable[str]]) -> tuple[set[str], Counts]:
    """Find what has one of the values chosen of every filter; and count, for each filter, what all others let through."""

    def lets(values: Values, filters: Iterable[str]) -> bool:
        return all(values[id_] & set(chosen[id_]) for id_ in filters)

    counts: Counts = {}
    for values in records.values():
        for id_, own in values.items():
            for value in own if lets(values, chosen.keys() - {id_}) else ():
                of_filter = counts.setdefault(id_, {})
                of_filter[value] = of_filter.get(value, 0) + 1
    return {id_ for id_, values in records.items() if lets(values, chosen)}, counts


def choices(records: Mapping[str, Values], seed: int) -> Iterator[dict[str, list[str]]]:
    """Choose at random, endlessly: mostly what goes together, for it is taken from a record."""
    chance = random.Random(seed)  # noqa: S311 - what to try
    pick: Callable[[Iterable[str]], str] = lambda values: chance.choice(sorted(values))  # noqa: E731
    while True:
        chosen: dict[str, list[str]] = {}
        values = records[pick(records)]
        for id_ in chance.sample(sorted(values), chance.randint(1, 4)):
            among = values[id_] or frozenset().union(*(each[id_] for each in records.values()))
            if among:
                chosen[id_] = sorted(
                    {
                        pick(among),
                        *([pick(records[pick(records)][id_] or among)] if chance.random() < 0.3 else []),
                    }
                )
        if chosen:
            yield chosen
