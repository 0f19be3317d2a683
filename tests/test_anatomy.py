"""What stands where on each kind of page: compared by structure, not by pixels, so that a redrawn star breaks nothing.

A page is told as a reader on a phone meets it, from top to bottom; other things may stand between. What a desk shows side
by side is told beside it. The English page has the same parts in the same places.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page

from browsing import Open
from page_kinds import KINDS, PAGES, SAMPLE

pytestmark = pytest.mark.browser

PHONE, DESK = (360, 780), (1280, 800)

INDEX = "#muc-luc h2"


@dataclass(frozen=True)
class Anatomy:
    """Parts of a page by their selectors: from top to bottom on a phone, and pairs side by side on a desk.

    ``first_screen`` are those that nobody has to scroll for on a phone.
    """

    parts: tuple[str, ...]
    beside: tuple[tuple[str, str], ...] = ()
    first_screen: tuple[str, ...] = field(default=("h1",))


PAGE = {
    "home": Anatomy(
        (
            "h1", ".hero .lead", ".hero > svg",  # what it is, then the salt fields
            ".pane.tide",  # five-star salt
            ".row .holding",
            ".band .promo",  # shrimp, promoted
            ".band .btn",
            ".map",  # old and new places
            ".big",  # 160 goods, and what was promised
            INDEX,
        ),
        beside=((".pane.tide.bleed", ".row .holding"), (".band .rows", ".band .pane")),
        first_screen=("h1", ".hero .lead", ".hero > svg"),
    ),
    "product": Anatomy(
        (".crumbs", "h1", ".pane.bleed", ".panel", ".panel b", ".facts", ".story", ".steps", ".rows", ".src", INDEX),
        beside=((".pane.bleed", ".panel"), (".story", ".steps")),
        first_screen=("h1", ".pane.bleed", ".panel svg", ".panel .say", ".panel b"),  # what, how many stars, until when
    ),
    "products": Anatomy(("h1", ".row .holding", ".row .unconfirmed", ".pager", INDEX)),
    "stars": Anatomy(("h1", ".chips", ".row .holding", ".row .unconfirmed", ".row .ended", INDEX), first_screen=("h1", ".chips")),
    "star": Anatomy(("h1", ".row .ended", INDEX)),
    "kinds": Anatomy(("h1", "main svg", INDEX)),
    "kind": Anatomy(
        (".crumbs", "h1", ".band .pane", ".chips", ".row .unconfirmed", ".row .ended", ".row .none", ".src", INDEX),
        beside=(("h1", ".band .pane"),),
        first_screen=("h1", ".band .pane", ".chips"),
    ),
    "districts": Anatomy(("h1", ".map", INDEX)),
    "district": Anatomy(
        (".crumbs", "h1", ".chips", ".map", ".row .holding", "table", ".src", INDEX),
        beside=(("h1", ".map"),),
        first_screen=("h1", ".chips"),
    ),
    "producers": Anatomy(("h1", ".row", INDEX)),
    "producer": Anatomy(
        (".crumbs", "h1", ".pane.bleed", ".facts", ".row .unconfirmed", ".row .ended", ".src", INDEX),
        beside=((".pane.bleed", ".facts"),),
    ),
    "sales-points": Anatomy(("h1", ".row", INDEX)),
    "sales-point": Anatomy(("h1", ".facts", ".src", INDEX)),
    "programme": Anatomy(
        ("h1", ".big", ".chart", "table.goals", "table:not(.goals)", ".src", INDEX), beside=((".big", ".chart"),)
    ),
    "about": Anatomy(("h1", "main h2", INDEX)),
    "missing": Anatomy(("h1", "main li a", ".coast", INDEX)),
}  # fmt: skip
NAMES = [name for name in SAMPLE if name.removesuffix("-en") in PAGE]


def box(page: Page, selector: str) -> dict[str, float]:
    """Give the place of the first visible element that a selector finds."""
    found = page.locator(selector).locator("visible=true").first
    place = found.bounding_box(timeout=2_000)
    assert place is not None, selector
    return {"left": place["x"], "top": place["y"], "right": place["x"] + place["width"],
            "bottom": place["y"] + place["height"]}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_phone_shows_the_parts_in_their_order(opened: Open, name: str) -> None:
    """From top to bottom, header first and index last, and what matters most on the first screen."""
    told = PAGE[name.removesuffix("-en")]
    with opened(PAGES[name], PHONE[0], height=PHONE[1]) as page:
        places = {part: box(page, part) for part in ("header", *told.parts)}
        assert sorted(places, key=lambda part: places[part]["top"]) == list(places)
        hidden = [part for part in told.first_screen if box(page, part)["bottom"] > PHONE[1]]
    assert hidden == []


@pytest.mark.parametrize("name", [name for name in NAMES if PAGE[name.removesuffix("-en")].beside])
def test_a_desk_shows_them_side_by_side(opened: Open, name: str) -> None:
    """What belongs together stands left and right, on one height, and nothing is more than the page's width."""
    with opened(PAGES[name], DESK[0]) as page:
        for left, right in PAGE[name.removesuffix("-en")].beside:
            one, other = box(page, left), box(page, right)
            assert one["right"] <= other["left"], (left, right)
            assert one["top"] < other["bottom"], (left, right)
            assert other["top"] < one["bottom"], (left, right)


@pytest.mark.parametrize("name", KINDS)
def test_landmarks_follow_one_another(opened: Open, name: str) -> None:
    """Header, main and footer stand once and in this order, with the one h1 in main and the index as the last heading."""
    with opened(KINDS[name].vi) as page:
        marks = page.eval_on_selector_all(
            "body > *",
            "all => all.map(each => each.localName).filter(tag => /^(header|main|footer)$/.test(tag))",
        )
        first, *rest = page.eval_on_selector_all("h1, h2, h3", "all => all.map(each => each.localName)")
        last = page.locator("h2").last.inner_text()
    assert marks == ["header", "main", "footer"]
    assert first == "h1"
    assert "h1" not in rest
    assert last == "Mục lục"
