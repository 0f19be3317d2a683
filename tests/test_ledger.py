"""The ledger: what sources count against what the records hold, on the programme page and under it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalogues import catalogue, edition, product

from hosting import Project
from ocop.edition import Edition
from ocop.edition.ledger import Compared, Entry, ledger
from pages import PublishedPage
from strategies import DAYS, products

TODAY = date(2026, 11, 24)


def counted(value: int, when: str | None = "2024", **more: Any) -> dict[str, Any]:
    """Write a count of products."""
    return {"measure": "products", "value": str(value), **({"date": when} if when else {}), **more}


def entry(made: Edition) -> Entry:
    """Give the latest entry."""
    latest = ledger(made).latest
    assert latest is not None
    return latest


def test_a_count_is_held_against_what_was_recognised_by_then() -> None:
    """Goods count from the end of what is known of their day on, by star, also when their rating has ended since."""
    goods = {
        "ended": product(recognitions=[{"stars": "4", "date": "2020-06"}]),
        "raised": product(recognitions=[{"stars": "3", "date": "2021"}, {"stars": "5", "date": "2025-02"}]),
        "reported": product(recognitions=[{"stars": "3", "reported": "2024-12-31"}]),
        "starless": product(recognitions=[{"reported": "2023"}]),
        "later": product(recognitions=[{"stars": "3", "date": "2025"}]),
        "never": product(assessed="2022"),
        "left": product(recognitions=[{"stars": "3", "date": "2021"}], withdrawn={"date": "2023-01"}),
    }
    made = edition(products=goods, programme={"results": [counted(9, by_stars={"3": "6", "4": "1"})]})
    told = entry(made)
    assert told.total == Compared(9, 4)
    assert told.by_stars == {4: Compared(1, 1), 3: Compared(6, 2)}
    assert told.unstated == 1
    assert (told.total.missing, told.total.beyond) == (5, 0)
    assert ledger(made).held == 5
    assert ledger(made).not_confirmed == 2


@pytest.mark.parametrize(
    ("known", "counted_on", "held"),
    [("2024", "2024-06-30", 0), ("2024", "2024", 1), ("2024-06", "2024-06", 1), ("2024-06-02", "2024-06-01", 0),
     ("2026", "2026-11-24", 1), ("2026-12", "2026", 0)],
)  # fmt: skip
def test_a_vague_date_is_not_taken_for_an_early_one(known: str, counted_on: str, held: int) -> None:
    """What was recognised some day of a year counts when that year is over, or today: it does not lie ahead."""
    made = edition(
        products={"a": product(recognitions=[{"stars": "3", "date": known}])},
        programme={"results": [counted(1, counted_on)]},
    )
    assert entry(made).total.held == held


@given(
    st.lists(products(), max_size=8, unique_by=lambda each: each.id),
    st.lists(DAYS, min_size=2, max_size=5),
    st.integers(0, 9),
)
def test_later_counts_hold_no_less(goods: list[Any], days: list[date], value: int) -> None:
    """Without withdrawals the catalogue never has less of a later count; missing and beyond are the two sides of one difference."""
    made = catalogue(programme={"results": [counted(value, str(day)) for day in days]})
    whole = Edition.of(replace(made, products={each.id: each for each in goods}), TODAY)
    entries = ledger(whole).entries
    assert [each.total.held for each in entries] == sorted(each.total.held for each in entries)
    for each in entries:
        assert each.total.held + each.total.missing - each.total.beyond == each.total.official
        assert 0 in (each.total.missing, each.total.beyond)


def test_areas_are_told_apart() -> None:
    """A district's count is held against its own goods; those of other areas and undated ones against nothing."""
    goods = {
        "a": product(recognitions=[{"stars": "3", "date": "2021"}]),
        "chua-ro/b": product(recognitions=[{"stars": "3", "date": "2021"}]),
    }
    results = [
        counted(3, "2022", area="dong-hai"),
        counted(4, "2023", area="dong-hai"),
        counted(300, area="ca-mau"),
        counted(7, None),
    ]
    told = ledger(edition(products=goods, programme={"results": results}))
    assert told.latest is None
    assert {area: each.total for area, each in told.of_districts.items()} == {"dong-hai": Compared(4, 1)}
    assert told.held_by_district == {"dong-hai": 1, None: 1}
    assert told.held_by_kind == {"muoi": 2}


# The page -------------------------------------------------------------------------

RESULTS = """
  - {measure: products, date: 2024, value: 9, by_stars: {3: 7, 4: 1}, sources: [bao-thu]}
  - {measure: products, date: 2021-06, value: 3, sources: [bao-thu]}
  - {measure: products, value: 4, date: 2025, date_inferred: true, area: huyen-thu, sources: [trang-thu]}
"""


@pytest.fixture(scope="module")
def built(whole_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The made-up catalogue with counts of its own area."""
    project = Project.make(tmp_path_factory.mktemp("ledger"), whole_site)
    programme = project.root / "catalogue/programme.yml"
    programme.write_text(
        programme.read_text("utf-8").replace("\nresults:", "\nresults:" + RESULTS.rstrip()), "utf-8"
    )
    outcome = project.build()
    assert outcome.code == 0, outcome.err
    return project


def words(text: str) -> str:
    """Give a text with single blanks."""
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("path", "said", "lines", "there"),
    [
        ("chuong-trinh", "Danh mục này ghi được 4: còn thiếu 5.",
         ["4 sao 1 1 đủ", "3 sao 7 2 còn thiếu 5", "Tổng 9 4 còn thiếu 5"],
         "nguồn đếm 4 (2025, suy ra), danh mục ghi được 3: còn thiếu 1"),
        ("en/programme", "This catalogue has 4 on record: 5 missing.",
         ["4 stars 1 1 complete", "3 stars 7 2 5 missing", "Total 9 4 5 missing"],
         "a source counts 4 (2025, inferred), the catalogue has 3: 1 missing"),
    ],
)  # fmt: skip
def test_the_page_tells_the_difference_openly(
    built: Project, path: str, said: str, lines: list[str], there: str
) -> None:
    """The latest count by star, each date's own line, the districts that a source counts, and a bar that says what it shows."""
    page = PublishedPage.read(built.site / path / "index.html", built.site)
    assert said in words(page.text)
    table = ["".join(row.text.split()) for row in page.all("tr")]
    assert [line for line in lines if line.replace(" ", "") not in table] == []
    assert there in words(page.text)
    (bar,) = (each for each in page.all("svg", role="img") if "aria-label" in each.attributes)
    assert {"4", "9"} <= set(bar.attributes["aria-label"].split())
