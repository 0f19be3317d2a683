"""Strategies that several property tests share."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from ocop.dates import PartialDate
from ocop.edition.standing import Rating, rating_of
from ocop.records import Product, Recognition

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


def partial_dates(earliest: int = 2010, latest: int = 2040) -> st.SearchStrategy[PartialDate]:
    """Dates of every precision."""
    whole_days = st.dates(date(earliest, 1, 1), date(latest, 12, 31))
    return st.one_of(
        st.integers(earliest, latest).map(PartialDate),
        whole_days.map(lambda day: PartialDate(day.year, day.month)),
        whole_days.map(PartialDate.of),
    )


@st.composite
def recognitions(draw: st.DrawFn) -> Recognition:
    """Recognitions with and without date, report, expiry and stars, as records may hold them."""
    written: dict[str, object] = {}
    start = draw(st.none() | partial_dates(2016, 2030))
    if start is not None:
        written["date"] = str(start)
        if draw(st.booleans()):
            written["expires"] = str(PartialDate.of(start.last + timedelta(days=draw(st.integers(0, 2000)))))
    elif draw(st.booleans()):
        written["reported"] = str(draw(partial_dates(2016, 2030)))
    stars = draw(st.none() | st.integers(3, 5))
    if stars is not None:
        written["stars"] = str(stars)
    return Recognition.model_validate(written)


@st.composite
def products(draw: st.DrawFn) -> Product:
    """Products with any recognitions; names from a few words so that equal ones occur."""
    name = draw(
        st.sampled_from(["Muối hạt", "Muối hật", "Tôm khô", "Ăn vặt", "Ân tình", "Đường thốt nốt", "dừa"])
    )
    product = Product.model_validate(
        {"name": name, "kind": draw(st.sampled_from(["tom", "muoi"])), "sources": ["nguon"]}
    )
    number = draw(st.integers(0, 10_000))
    held = tuple(draw(st.lists(recognitions(), max_size=4)))
    placed = product.model_copy(update={"recognitions": held}).placed(f"products/dong-hai/hang-{number}.yml")
    assert isinstance(placed, Product)
    return placed


def rated(product: Product, day: date) -> tuple[Product, Rating]:
    """Pair a product with its rating on a day."""
    return product, rating_of(product, day)
