"""What changed and when: the same in every build of a day, each event once, none that lies ahead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.catalogues import DAY, edition, product

from ocop.edition import Edition
from ocop.edition.chronicle import Turn, chronicle
from ocop.edition.standing import Status, rating_of
from ocop.records import Product
from strategies import DAYS, products


def told(*held: dict[str, str], day: date = DAY, **written: object) -> list[tuple[str, str, int | None]]:
    """Give what is told of one product."""
    made = edition(day, products={"muoi": product(recognitions=list(held), **written)})
    return [(event.turn.value, str(event.when), event.stars) for event in chronicle(made)]


def test_a_first_rating_is_a_recognition_a_later_one_an_upgrade_or_a_renewal() -> None:
    """Stars tell which; the one before need not hold any more."""
    assert told(
        {"stars": "3", "date": "2018-05"}, {"stars": "4", "date": "2021-04-03"}, {"stars": "4", "date": "2024-04"},
        {"stars": "3", "date": "2026"},
    ) == [
        ("lowered", "2026", 3), ("renewed", "2024-04", 4), ("upgraded", "2021-04-03", 4), ("recognised", "2018-05", 3),
    ]  # fmt: skip


def test_an_end_is_told_only_where_nothing_followed() -> None:
    """A rating that was renewed in time ended for nobody; one of a year ends when the year is over."""
    assert ("ended", "2024-04-03", 4) not in told(
        {"stars": "4", "date": "2021-04-03"}, {"stars": "4", "date": "2024-04-01"}
    )
    assert ("ended", "2022", 4) in told({"stars": "4", "date": "2019"})
    assert ("ended", "2026", 4) not in told({"stars": "4", "date": "2023"}, day=date(2026, 12, 31))
    assert ("ended", "2026", 4) in told({"stars": "4", "date": "2023"}, day=date(2027, 1, 1))


def test_what_is_only_reported_is_told_as_that() -> None:
    """Without a date nobody says "recognised"."""
    assert told({"stars": "4", "reported": "2024-01"}) == [("reported", "2024-01", 4)]


def test_a_withdrawal_is_told_by_its_date() -> None:
    """It is told from its date on."""
    assert told(withdrawn={"date": "2026-02"}) == [("withdrawn", "2026-02", None)]
    assert told(withdrawn={"date": "2027"}) == []


@given(st.lists(products(), max_size=6, unique_by=lambda each: each.id), DAYS)
def test_events_are_in_order_and_none_lies_ahead(goods: list[Product], day: date) -> None:
    """Newest months first; no event of the future; each recognition told at most once."""
    events = chronicle(of(goods, day))
    months = [(event.when.year, event.when.month or 0) for event in events]
    assert months == sorted(months, reverse=True)
    assert all(event.when.first <= day for event in events)
    assert len(set(events)) == len(events) or any(len(each.recognitions) > 1 for each in goods)
    for event in events:
        if event.turn is Turn.ENDED:
            assert rating_of(event.product, event.when.last + timedelta(days=1)).status is Status.ENDED
            assert event.when.last < day


@given(st.lists(products(), max_size=4, unique_by=lambda each: each.id), DAYS, st.integers(1, 700))
def test_what_was_told_stays_told(goods: list[Product], day: date, later: int) -> None:
    """A later build adds events and takes none away."""
    then, now = set(keyed(of(goods, day))), set(keyed(of(goods, day + timedelta(days=later))))
    assert then <= now


def of(goods: list[Product], day: date) -> Edition:
    """Make the edition of some products."""
    return Edition.of(replace(edition(day).catalogue, products={each.id: each for each in goods}), day)


def keyed(made: Edition) -> list[tuple[object, ...]]:
    """Name each event by what it is of."""
    return [(event.turn, event.product.id, str(event.when), event.stars) for event in chronicle(made)]
