"""The order of listings."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ocop.edition.order import listing_key
from ocop.records import Product, Promotion
from ocop.text import vietnamese_order
from strategies import DAYS, products, rated

CAMPAIGNS = st.none() | st.builds(
    lambda number, rank: Promotion.model_validate({"id": f"dot-{number}", "title": "Đợt", "rank": str(rank)}),
    st.integers(1, 3),
    st.integers(1, 3),
)
LINES = st.lists(st.tuples(products(), CAMPAIGNS), max_size=12, unique_by=lambda line: line[0].id)


@given(LINES, DAYS, st.randoms())
def test_order_is_total_and_stable(
    lines: list[tuple[Product, Promotion | None]], day: date, random: object
) -> None:
    """However the goods arrive, they are listed in one order."""

    def listed(goods: list[tuple[Product, Promotion | None]]) -> list[str]:
        return [
            each.id
            for each, campaign in sorted(goods, key=lambda line: listing_key(*rated(line[0], day), line[1]))
        ]

    shuffled = list(lines)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert listed(lines) == listed(shuffled)


@given(LINES, DAYS)
def test_promotion_never_lifts_over_a_star(lines: list[tuple[Product, Promotion | None]], day: date) -> None:
    """Down a listing the stars never rise, whatever is promoted; holding comes before unconfirmed."""
    ordered = sorted(lines, key=lambda line: listing_key(*rated(line[0], day), line[1]))
    ratings = [rated(each, day)[1] for each, _ in ordered]
    for above, below in pairwise(ratings):
        assert (above.current_stars or 0) >= (below.current_stars or 0)
        if above.current_stars == below.current_stars and above.is_current and below.is_current:
            assert (above.status.value, below.status.value) != ("unconfirmed", "holding")


@given(LINES, DAYS)
def test_promoted_come_first_in_their_level(lines: list[tuple[Product, Promotion | None]], day: date) -> None:
    """Within one level and standing, promoted goods are listed before the others."""
    ordered = sorted(lines, key=lambda line: listing_key(*rated(line[0], day), line[1]))
    for (above, lifted), (below, lower) in pairwise(ordered):
        same = rated(above, day)[1].current_stars == rated(below, day)[1].current_stars
        if same and rated(above, day)[1].status == rated(below, day)[1].status and lower is not None:
            assert lifted is not None


def test_vietnamese_alphabet() -> None:
    """Letters come in the order of the Vietnamese alphabet, not of Unicode."""
    words = ["ưa", "xa", "đa", "da", "ea", "êa", "oa", "ôa", "ơa", "ua", "an", "ăn", "ân", "ba"]
    assert sorted(words, key=vietnamese_order) == [
        "an", "ăn", "ân", "ba", "da", "đa", "ea", "êa", "oa", "ôa", "ơa", "ua", "ưa", "xa",
    ]  # fmt: skip


def test_vietnamese_tones() -> None:
    """Tones come as ngang, huyền, hỏi, ngã, sắc, nặng, after all letters were compared."""
    assert sorted(["mạ", "má", "mã", "mả", "mà", "ma", "mai"], key=vietnamese_order) == [
        "ma", "mà", "mả", "mã", "má", "mạ", "mai",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second"), [("Phường 2", "Phường 10"), ("Muối", "Muối hạt"), ("bánh", "Bánh gạo")]
)
def test_numbers_spaces_and_case(first: str, second: str) -> None:
    """Numbers compare as numbers, a shorter name comes first, capitals do not matter."""
    assert vietnamese_order(first) < vietnamese_order(second)


@example("", "\u0816")
@example("\u0301", "\u0301a")
@given(st.text(max_size=8), st.text(max_size=8))
def test_equal_keys_mean_equal_texts(first: str, second: str) -> None:
    """No two texts share a place."""
    assert (vietnamese_order(first) == vietnamese_order(second)) == (first == second)


NODE = Path(sys.executable).with_name("node")
SYLLABLES = [
    first + vowel + last
    for first in ("", "b", "d", "đ", "ngh", "tr")
    for vowel in "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
    for last in ("", "n", "ng")
]


@pytest.mark.skipif(not NODE.exists(), reason="Node.js is not installed beside Python")
def test_same_order_as_the_browser() -> None:
    """Words are sorted as `Intl.Collator("vi")` sorts them in the visitor's browser."""
    script = "const w = JSON.parse(require('fs').readFileSync(0)); w.sort(new Intl.Collator('vi').compare); console.log(JSON.stringify(w))"
    ran = subprocess.run(
        [NODE, "-e", script], input=json.dumps(SYLLABLES), capture_output=True, text=True, check=True
    )
    assert sorted(SYLLABLES, key=vietnamese_order) == json.loads(ran.stdout)
