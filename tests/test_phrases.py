"""Numbers, money, dates, months, places and countries as each language writes them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ocop.dates import PartialDate
from ocop.i18n import Lang, phrases


@pytest.mark.parametrize(
    ("said", "vi", "en"),
    [
        (lambda lang: phrases.number_text(1234.5, lang), "1.234,5", "1,234.5"),
        (lambda lang: phrases.number_text(2000.0, lang), "2.000", "2,000"),
        (lambda lang: phrases.money_text(120_000, lang), "120.000\u00a0₫", "120,000\u00a0VND"),
        (lambda lang: phrases.quantity_text(900.5, "t", "year", lang), "900,5 tấn mỗi năm", "900.5 t a year"),
        (lambda lang: phrases.quantity_text(1200, "box", None, lang), "1.200 hộp", "1,200 boxes"),
        (lambda lang: phrases.quantity_text(1, "box", None, lang), "1 hộp", "1 box"),
        (lambda lang: phrases.date_text(PartialDate(2026, 11, 24), lang), "24/11/2026", "24 November 2026"),
        (lambda lang: phrases.date_text(PartialDate(2026, 3), lang), "3/2026", "March 2026"),
        (lambda lang: phrases.date_in_sentence(PartialDate(2026, 3), lang), "tháng 3/2026", "in March 2026"),
        (lambda lang: phrases.months_text((1, 2, 3, 12), lang), "tháng 1–3, 12", "January–March, December"),
        (lambda lang: phrases.and_text(["a"], lang), "a", "a"),
        (lambda lang: phrases.and_text(["a", "b", "c"], lang), "a, b và c", "a, b and c"),
        (lambda lang: phrases.country_text("KR", lang), "Hàn Quốc", "South Korea"),
        (lambda lang: phrases.country_inside("NL", lang), "Hà Lan", "the Netherlands"),
        (lambda lang: phrases.unit_text("Phường 2", lang), "Phường 2", "Ward 2"),
        (lambda lang: phrases.unit_inside("Xã Điền Hải", lang), "xã Điền Hải", "Điền Hải Commune"),
    ],
)  # fmt: skip
def test_each_language_has_its_manner(said: Callable[[Lang], str], vi: str, en: str) -> None:
    """Points and commas change places, months have names in English, one thing has no plural."""
    assert (said("vi"), said("en")) == (vi, en)
