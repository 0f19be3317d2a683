"""What ends and when: ratings and certificates seen from a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalogues import DAY, edition, producer, product

from ocop.edition.due import warnings
from ocop.edition.endings import SOON, Ending, What, endings, endings_of
from ocop.edition.standing import Status, rating_of
from ocop.findings import Position
from ocop.records import Product
from strategies import DAYS, partial_dates, products


def of_product(day: date = DAY, **written: Any) -> list[Ending]:
    """Give the endings of one product."""
    return list(endings(edition(day, products={"muoi": product(**written)})))


@pytest.mark.parametrize(
    ("ends", "day", "left"),
    [
        ("2026-12-28", date(2026, 11, 24), 34),
        ("2026-12-28", date(2026, 12, 28), 0),
        ("2026-12-28", date(2026, 12, 29), -1),
        ("2026-12", date(2026, 11, 24), 37),
        ("2026-12", date(2026, 12, 31), 0),
        ("2028-02", date(2028, 2, 1), 28),  # a leap year
        ("2026", date(2026, 11, 24), 37),
        ("2026", date(2026, 12, 31), 0),
        ("2026", date(2027, 1, 1), -1),
    ],
)
def test_days_are_counted_to_the_end_of_what_is_known(ends: str, day: date, left: int) -> None:
    """A day ends with itself, a month with its last day, a year with December; on the last day none is left."""
    (found,) = of_product(day, recognitions=[{"stars": "4", "date": "2024", "expires": ends}])
    assert (found.days_left, found.has_ended) == (left, left < 0)


@pytest.mark.parametrize(
    ("written", "last", "at_latest"),
    [
        ({"date": "2024-02-29"}, date(2027, 2, 28), False),
        ({"date": "2023-12"}, date(2026, 12, 31), False),
        ({"date": "2023"}, date(2026, 12, 31), False),
        ({"reported": "2024-01"}, date(2027, 1, 31), True),
        ({"expires": "2027-01-05"}, date(2027, 1, 5), False),
    ],
)
def test_a_rating_ends_36_months_after_its_date_or_its_first_report(
    written: dict[str, str], last: date, at_latest: bool
) -> None:
    """Where only a report is dated, that is said: it may have ended sooner."""
    (found,) = of_product(recognitions=[{"stars": "4", **written}])
    assert (found.last_day, found.at_latest, found.what, found.stars) == (last, at_latest, What.RATING, 4)


def test_a_rating_of_which_nothing_is_dated_has_no_end() -> None:
    """What is not known is not told."""
    assert of_product(recognitions=[{"stars": "4"}]) == []


def test_a_superseded_rating_is_not_told() -> None:
    """Of a product that was recognised again only the rating that holds ends, wherever it stands in the record."""
    renewed = [{"stars": "3", "date": "2021-12-10"}, {"stars": "4", "date": "2024-12-28"}]
    for written in (renewed, renewed[::-1]):
        (found,) = of_product(recognitions=written)
        assert found.last_day == date(2027, 12, 28)
        assert found.field == f"recognitions[{written.index(renewed[1])}]"


def test_a_certificate_that_was_renewed_is_not_told() -> None:
    """An old HACCP certificate beside a valid one is history; another scheme's is not."""
    found = of_product(certifications=[
        {"scheme": "haccp", "expires": "2025-03-01"}, {"scheme": "HACCP", "expires": "2028-03-01"},
        {"scheme": "halal", "expires": "2025-06-01"}, {"scheme": "gi"},
    ])  # fmt: skip
    assert [(each.scheme, each.field) for each in found] == [
        ("halal", "certifications[2]"), ("HACCP", "certifications[1]"),
    ]  # fmt: skip


def test_what_was_withdrawn_does_not_end() -> None:
    """Neither a product's rating and certificates nor those of a producer that has given up."""
    made = edition(
        products={"muoi": product(
            recognitions=[{"stars": "4", "date": "2024"}], certifications=[{"scheme": "haccp", "expires": "2027"}],
            withdrawn={"date": "2026-01"},
        )},
        producers={"htx": producer(certifications=[{"scheme": "haccp", "expires": "2027"}], withdrawn={"date": "2025"})},
    )  # fmt: skip
    assert endings(made) == ()


def test_a_withdrawal_that_lies_ahead_changes_nothing_yet() -> None:
    """What will leave next year still ends this year."""
    assert len(of_product(recognitions=[{"stars": "4", "date": "2024"}], withdrawn={"date": "2027-02"})) == 1


def test_the_earliest_end_comes_first_and_equal_ones_by_name() -> None:
    """Products and producers stand in one list."""
    made = edition(
        products={
            "a": product(name="Tôm khô", recognitions=[{"date": "2024-05-01"}]),
            "b": product(name="Ăn vặt", recognitions=[{"date": "2024-05-01"}]),
        },
        producers={"htx": producer(name="Hợp tác xã", certifications=[{"scheme": "haccp", "expires": "2026-12-01"}])},
    )  # fmt: skip
    assert [each.record.name for each in endings(made)] == ["Hợp tác xã", "Ăn vặt", "Tôm khô"]


def test_a_renewal_may_be_pending_for_180_days() -> None:
    """After that, and for certificates, nobody waits for one."""
    over = {"recognitions": [{"date": "2020-01-01", "expires": "2026-05-28"}]}
    assert of_product(date(2026, 11, 24), **over)[0].renewal_may_be_pending
    assert not of_product(date(2026, 11, 25), **over)[0].renewal_may_be_pending
    assert not of_product(certifications=[{"scheme": "haccp", "expires": "2026-11-01"}])[
        0
    ].renewal_may_be_pending


@given(products(), DAYS)
def test_a_product_has_one_rating_and_so_one_end(made: Product, day: date) -> None:
    """Its end is that of the rating shown on the day; whether it has ended agrees with how the product stands."""
    rating = rating_of(made, day)
    found = list(endings_of(made, day, rating))
    assert [each.ends for each in found] == ([] if rating.ends is None else [rating.ends])
    for each in found:
        assert each.has_ended == (rating.status is Status.ENDED)
        assert made.recognitions[int(each.field.removeprefix("recognitions[")[:-1])] == each.of


@given(products(), st.lists(partial_dates(2020, 2030), max_size=3), DAYS)
def test_staff_are_warned_of_exactly_what_ends(made: Product, expiring: list[Any], day: date) -> None:
    """The warnings of `ocop check` and the work lists tell the same ends, none more and none less."""
    certified = Product.model_validate(
        {
            "name": "x",
            "kind": "tom",
            "sources": ["nguon"],
            "certifications": [
                {"scheme": f"so-{number}", "expires": str(end)} for number, end in enumerate(expiring)
            ],
        }
    ).certifications
    made = made.model_copy(update={"certifications": certified})
    warned = {
        (found.field, found.code)
        for found in warnings([made], day, lambda path, _field: Position(path))
        if "end" in found.code
    }
    told = {
        (each.field, f"{each.what}_{'ended' if each.has_ended else 'ends_soon'}")
        for each in endings_of(made, day, rating_of(made, day))
        if each.last_day - day <= SOON
    }
    assert warned == told


@given(partial_dates(), DAYS)
def test_left_and_last_day_agree(ends: Any, day: date) -> None:
    """The day and the days left lead to the last day."""
    made = Product.model_validate(
        {
            "name": "x",
            "kind": "tom",
            "sources": ["nguon"],
            "certifications": [{"scheme": "haccp", "expires": str(ends)}],
        }
    )
    (found,) = endings_of(made, day, rating_of(made, day))
    assert day + timedelta(days=found.days_left) == found.last_day
    assert found.is_within(0) == (day == found.last_day)
