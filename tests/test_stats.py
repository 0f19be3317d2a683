"""`ocop stats`: the catalogue in numbers."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.catalogues import edition, producer, product, sales_point

from ocop import cli
from ocop.cli.stats_tables import Table, tables
from ocop.edition import Status
from ocop.edition.endings import What
from ocop.edition.tallies import Cited, Ends, Pictures, tallies
from ocop.i18n import Lang
from ocop.i18n.counting import share_text


@pytest.fixture
def stats(site: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Give a function that runs the command on the made-up catalogue."""
    monkeypatch.setenv("CATALOGUE_DATE", "2026-11-24")
    monkeypatch.delenv("OCOP_LANG", raising=False)

    def run(*arguments: str) -> str:
        ran = CliRunner().invoke(cli.ocop, ["stats", "--root", str(site), *arguments])
        assert ran.exit_code == 0, ran.output
        return ran.stdout

    return run


def test_everything_is_counted_once() -> None:
    """By standing, stars, kind and place; photos, sources, and what ends."""
    own = {"url": "https://example.org/rieng", "date": "2025"}
    counted = tallies(edition(
        products={
            "a": product(recognitions=[{"stars": "4", "date": "2024"}, {"stars": "3", "date": "2020"}]),
            "b": product(kind="tom", recognitions=[{"stars": "4", "reported": "2025"}], sources=["nguon", own]),
            "c": product(recognitions=[{"date": "2020"}], photos=[{"file": "c.jpg", "alt": "c"}] * 2),
            "chua-ro/d": product(certifications=[{"scheme": "haccp", "expires": "2026-12"}]),
            "e": product(withdrawn={"date": "2026"}),
        },
        producers={"htx": producer(type="cooperative"), "ho": producer(withdrawn={"date": "2020"})},
        sales_points={"mo": sales_point(), "dong": sales_point(closed="2020")},
    ))  # fmt: skip
    assert counted.products == 5
    assert counted.by_status == dict.fromkeys(Status, 1)
    assert list(counted.by_stars) == [4, None]
    assert counted.by_stars[4] == {Status.HOLDING: 1, Status.UNCONFIRMED: 1}
    assert counted.by_stars[None] == {Status.ENDED: 1}
    assert counted.by_group == {"thuc-pham": 5}
    assert counted.by_kind == {"muoi": 4, "tom": 1}
    assert counted.by_district == {"dong-hai": 4, None: 1}
    assert (counted.producers, counted.withdrawn_producers) == (2, 1)
    assert counted.by_producer_type == {"cooperative": 1, None: 1}
    assert (counted.sales_points, counted.closed_sales_points) == (1, 1)
    assert counted.pictures == Pictures(photos=2, products=1, producers=0, sales_points=0)
    assert counted.cited == Cited(sources=2, undated=0)
    assert counted.ends == {What.RATING: Ends(soon=0, ended=1), What.CERTIFICATE: Ends(soon=1, ended=0)}


def test_json_adds_up(stats: Any) -> None:
    """For programs: every part of the goods sums up to all of them, and what is missing is at most what is asked."""
    told = json.loads(stats("--format", "json"))
    goods = told["products"]
    for part in ("by_status", "by_group", "by_kind", "by_district"):
        assert sum(goods[part].values()) == goods["total"] == 8
    assert sum(told["producers"]["by_type"].values()) == told["producers"]["total"]
    assert goods["by_district"]["unknown"] == 1
    assert told["day"] == "2026-11-24"
    for gap in told["gaps"].values():
        assert 0 <= gap["missing"] <= gap["asked"]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_numbers_stand_under_one_another(stats: Any, lang: str) -> None:
    """Within a table every line is equally long but for what is empty at its end, and no word is left untranslated."""
    for table in stats("--lang", lang).split("\n\n")[1:]:
        lines = table.splitlines()
        numbered = [line for line in lines[1:] if line[-1] in "0123456789%·"]
        assert len({len(line) for line in numbered if ":" not in line}) == 1, table
    assert not re.search(r"\bNone\b|unknown|\{", stats("--lang", lang))


def test_words_are_in_the_language_asked_for(stats: Any) -> None:
    """Headings, kinds and gaps."""
    assert "Sản phẩm có" in stats()
    english = stats("--lang", "en")
    assert "Products with" in english
    assert "retail price" in english
    assert "Sản phẩm" not in english


def test_a_table_aligns() -> None:
    """Labels at the left, numbers at the right under their heads, nothing trailing."""
    made = Table("Hạng", ("còn", "đã hết"), (("5 sao", ("2", "·")), ("không ghi hạng", ("17", "1.024"))))
    assert list(made.lines()) == [
        "Hạng              còn  đã hết",
        "  5 sao             2       ·",
        "  không ghi hạng   17   1.024",
    ]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_an_empty_catalogue_has_numbers_too(lang: Lang) -> None:
    """Tables that would be empty are left out, and nothing is divided by nothing."""
    made = edition()
    shown = [table.heading for table in tables(tallies(made), made.catalogue, lang)]
    assert len(shown) == 2
    assert share_text(0, 0) == "0 %"
