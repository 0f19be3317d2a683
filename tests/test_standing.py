"""Which rating holds on a day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.edition.standing import Status, expiry, history, prospects, rating_of, status_of
from ocop.records import Product, Recognition
from strategies import DAYS, products, recognitions


def recognition(**written: str) -> Recognition:
    """Make a recognition from what a record would hold."""
    return Recognition.model_validate(written)


def product(*held: Recognition, **written: object) -> Product:
    """Make a product that holds some recognitions."""
    made = Product.model_validate({"name": "Muối hạt", "kind": "muoi", "sources": ["nguon"], **written})
    return made.model_copy(update={"recognitions": held})


@given(recognitions(), DAYS)
def test_never_holds_outside_its_validity(each: Recognition, day: date) -> None:
    """A recognition holds only from its date to its end, both included."""
    if status_of(each, day) is Status.HOLDING:
        end = expiry(each)
        assert each.date is not None
        assert end is not None
        assert each.date.first <= day <= end.last


@given(recognitions(), DAYS)
def test_every_day_has_one_standing(each: Recognition, day: date) -> None:
    """The rules of the contract, read again the other way round."""
    end = expiry(each)
    over = end is not None and day > end.last
    if each.date is None:
        expected = Status.ENDED if over else Status.UNCONFIRMED
    elif day < each.date.first:
        expected = Status.NONE
    else:
        expected = Status.ENDED if over else Status.HOLDING
    assert status_of(each, day) is expected


@given(products(), DAYS)
def test_stars_shown_come_from_a_standing_recognition(each: Product, day: date) -> None:
    """No stars are shown but those of a recognition that holds or is unconfirmed on the day."""
    rating = rating_of(each, day)
    if rating.current_stars is not None:
        assert any(
            held.stars == rating.current_stars
            and status_of(held, day) in (Status.HOLDING, Status.UNCONFIRMED)
            for held in each.recognitions
        )


@given(products(), DAYS)
def test_holding_comes_before_unconfirmed_before_ended(each: Product, day: date) -> None:
    """The product's status is the best standing that any of its recognitions has."""
    standings = {status_of(held, day) for held in each.recognitions}
    best = next(
        (status for status in (Status.HOLDING, Status.UNCONFIRMED, Status.ENDED) if status in standings),
        Status.NONE,
    )
    assert rating_of(each, day).status is best


@given(products(), DAYS, st.integers(0, 4000))
def test_prospects_tell_every_later_day(each: Product, day: date, days: int) -> None:
    """A page that nobody rebuilds reads the rating of any later day off the table it was published with."""
    later = day + timedelta(days=days)
    told = prospects(each, day)
    assert next(rating for until, rating in told if until is None or later <= until) == rating_of(each, later)
    assert all(before != after for (_, before), (_, after) in pairwise(told))


@given(products(), DAYS, st.randoms(use_true_random=False))
def test_order_of_recognitions_does_not_matter(each: Product, day: date, random: object) -> None:
    """Shuffled recognitions give the same rating."""
    shuffled = list(each.recognitions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    other = each.model_copy(update={"recognitions": tuple(shuffled)})
    first, second = rating_of(each, day), rating_of(other, day)
    assert (first.status, first.stars, first.ends) == (second.status, second.stars, second.ends)


@given(products(), DAYS)
def test_history_holds_every_recognition_once(each: Product, day: date) -> None:
    """The history leaves nothing out and is newest first."""
    told = history(each, day)
    assert sorted(map(repr, (held for held, _ in told))) == sorted(map(repr, each.recognitions))


@pytest.mark.parametrize(
    ("written", "last_day"),
    [
        ({"date": "2022"}, date(2025, 12, 31)),
        ({"date": "2023-11"}, date(2026, 11, 30)),
        ({"date": "2023-12-28"}, date(2026, 12, 28)),
        ({"date": "2024-02-29"}, date(2027, 2, 28)),
        ({"date": "2022", "expires": "2024-06"}, date(2024, 6, 30)),
    ],
)
def test_last_day_of_a_dated_rating(written: dict[str, str], last_day: date) -> None:
    """A rating lasts to the end of the period its date is known by, and not a day longer."""
    held = recognition(stars="4", **written)
    assert status_of(held, last_day) is Status.HOLDING
    assert status_of(held, last_day + timedelta(days=1)) is Status.ENDED


def test_undated_rating_ends_three_years_after_it_was_reported() -> None:
    """Without a date a rating is unconfirmed, and has ended for sure 36 months after the first report."""
    held = recognition(stars="4", reported="2023")
    assert status_of(held, date(2026, 12, 31)) is Status.UNCONFIRMED
    assert status_of(held, date(2027, 1, 1)) is Status.ENDED


def test_nothing_known_never_ends() -> None:
    """Without date and report nobody knows the end: the rating stays unconfirmed."""
    assert status_of(recognition(stars="3"), date(2035, 1, 1)) is Status.UNCONFIRMED


def test_latest_date_wins_even_with_fewer_stars() -> None:
    """The holding recognition with the latest date is the product's rating; equal dates: more stars."""
    older, newer, equal = (
        recognition(stars="5", date="2024-01-01"),
        recognition(stars="4", date="2025-01-01"),
        recognition(stars="3", date="2025-01-01"),
    )
    assert rating_of(product(older, newer, equal), date(2025, 6, 1)).stars == 4


def test_latest_report_wins_among_unconfirmed() -> None:
    """Failing a holding one, the unconfirmed recognition reported last is the rating."""
    first, second = recognition(stars="5", reported="2023"), recognition(stars="4", reported="2024-05")
    assert rating_of(product(first, second), date(2025, 1, 1)).stars == 4


def test_renewal_may_be_pending_for_180_days() -> None:
    """For 180 days after the end a renewal may be pending, then no longer."""
    each = product(recognition(stars="4", date="2022-01-01"))
    assert rating_of(each, date(2025, 1, 2)).renewal_may_be_pending
    assert rating_of(each, date(2025, 6, 30)).renewal_may_be_pending
    assert not rating_of(each, date(2025, 7, 1)).renewal_may_be_pending


def test_withdrawn_from_its_date_on() -> None:
    """A withdrawn product has no stars from the day of withdrawal, whatever its recognitions say."""
    each = product(recognition(stars="4", date="2025-01-01"), withdrawn={"date": "2026-02"})
    assert rating_of(each, date(2026, 1, 31)).status is Status.HOLDING
    withdrawn = rating_of(each, date(2026, 2, 1))
    assert (withdrawn.status, withdrawn.current_stars) == (Status.WITHDRAWN, None)


def test_assessed_without_result_is_no_rating() -> None:
    """What went before a council without a known result is not rated."""
    assert rating_of(product(assessed="2022-11-08"), date(2023, 1, 1)).status is Status.NONE
