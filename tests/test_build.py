"""The door that hook and command share: which day it is, and that an address is claimed once."""

from datetime import date, datetime, timedelta, timezone

import pytest

from ocop import build
from ocop.build import AddressClaimedTwiceError, Claims, today


def test_a_chosen_day_goes_before_the_epoch() -> None:
    """CATALOGUE_DATE wins over SOURCE_DATE_EPOCH."""
    assert today({"CATALOGUE_DATE": "2026-11-24", "SOURCE_DATE_EPOCH": "0"}) == date(2026, 11, 24)


def test_the_epoch_is_a_day_in_utc() -> None:
    """Two machines in different time zones build the same site from the same SOURCE_DATE_EPOCH."""
    assert today({"SOURCE_DATE_EPOCH": "1795564799"}) == date(2026, 11, 24)
    assert today({"SOURCE_DATE_EPOCH": "1795564800"}) == date(2026, 11, 25)


def test_today_is_the_day_in_viet_nam(monkeypatch: pytest.MonkeyPatch) -> None:
    """With neither set, it is the day that staff have, wherever the machine stands; an empty value counts as unset."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            assert tz == timezone(timedelta(hours=7))
            return datetime(2026, 11, 25, 0, 30, tzinfo=timezone(timedelta(hours=7)))

    monkeypatch.setattr(build, "datetime", Clock)
    assert today({"CATALOGUE_DATE": "", "SOURCE_DATE_EPOCH": ""}) == date(2026, 11, 25)


@pytest.mark.parametrize(
    "written", ["2026-11", "24/11/2026", "20261124", "2026-W48-2", "2026-02-30", "today"]
)
def test_a_day_that_is_none_is_refused_by_name(written: str) -> None:
    """The message names the variable and shows the form."""
    with pytest.raises(ValueError, match=r"CATALOGUE_DATE=.*2026-11-24"):
        today({"CATALOGUE_DATE": written})


@pytest.mark.parametrize("written", ["soon", "1e99", "9" * 30])
def test_an_epoch_that_is_none_is_refused_by_name(written: str) -> None:
    """The message names the variable."""
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH="):
        today({"SOURCE_DATE_EPOCH": written})


def test_an_address_claimed_twice_names_both() -> None:
    """Two inputs that want one address are both named; letter case does not tell them apart on every machine."""
    claims = Claims([("san-pham/muoi/index.html", "the page “Muối”")])
    with pytest.raises(AddressClaimedTwiceError, match=r"the page “Muối” and by the file San-Pham/muoi\.md"):
        claims.add([("San-Pham/muoi/index.html", "the file San-Pham/muoi.md")])
