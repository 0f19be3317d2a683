"""The published pages in a browser: for everybody, on every screen, whatever becomes of scripts and clocks."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from browsing import Open, violations
from ocop.i18n import words
from page_kinds import KINDS, PAGES, SAMPLE

pytestmark = pytest.mark.browser

LEAST_TARGET = 44


@pytest.mark.parametrize("name", PAGES)
def test_everybody_can_use_it(opened: Open, axe: str, name: str) -> None:
    """WCAG 2.2 AA and best practice, as far as a program can tell, on a phone and a desk, in light and dark.

    One language of a page is looked at in the dark on a phone, the other in the light: its sheets and parts are the same.
    """
    shown = [(360, "dark"), (1280, "light")] if name.endswith("-en") else [(360, "light"), (1280, "dark")]
    with opened(PAGES[name], reduced_motion="reduce") as page:
        page.evaluate(axe)
        for width, scheme in shown:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            assert violations(page) == [], (width, scheme)


@pytest.mark.parametrize("name", SAMPLE)
def test_nothing_scrolls_sideways(opened: Open, name: str) -> None:
    """From the narrowest phone to the widest screen, and at 200 %, only a wide table scrolls, in its own box."""
    with opened(PAGES[name]) as page:
        for width in (320, 360, 640, 768, 1280, 1920):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, width


def words_of(page: Page) -> list[str]:
    """Give the lines of a page, without the search field and what stands in its place, or in that of the list."""
    of_script = ("search", "search_needs_script", "list_needs_script")
    left_out = [words.of(lang).t(key) for lang in ("vi", "en") for key in of_script]
    return [line for line in page.inner_text("body").split("\n") if line.strip() and line not in left_out]


@pytest.mark.parametrize("name", SAMPLE)
def test_it_works_without_a_script(opened: Open, name: str) -> None:
    """The same words, the menu and the index are there; the language and the index can be reached.

    Only the search field needs a script: without one it is gone, and a listing says so.
    """
    with opened(PAGES[name], 360) as page:
        # What only a script can do shows only with one: tools in a place that is kept for them, and the search field.
        page.eval_on_selector_all(".find", "all => all.forEach(each => each.style.display = 'none')")
        page.eval_on_selector_all(".tools", "all => all.forEach(each => each.style.visibility = 'hidden')")
        with_script = words_of(page)
    with opened(PAGES[name], 360, java_script_enabled=False) as page:
        assert words_of(page) == with_script
        assert page.locator("main h1").is_visible()
        page.click("header a[href='#muc-luc']")
        assert page.locator("#muc-luc nav").first.is_visible()


def test_the_content_is_one_key_away(opened: Open) -> None:
    """The first stop of the keyboard skips the menu."""
    with opened(PAGES["product"]) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if not kind.is_for_staff])
def test_a_thumb_hits_what_it_aims_at(opened: Open, name: str) -> None:
    """What stands alone to be pressed is at least 44 px high on a phone."""
    alone = ".go a, .brand, .chips a, .btn, .idx a, .pager a, .sift summary, footer li a"
    with opened(PAGES[name], 360) as page:
        heights = page.eval_on_selector_all(
            alone,
            "all => all.filter(a => a.offsetParent).map(a => [a.textContent, a.getBoundingClientRect().height])",
        )
    assert heights
    assert [each for each in heights if each[1] < LEAST_TARGET] == []


# Other ways to look at it ----------------------------------------------------------


def test_dark_is_a_palette_of_its_own(opened: Open) -> None:
    """The ground turns dark and the plaque of a rating stays what it is."""
    ground = "getComputedStyle(document.body).backgroundColor"
    plaque = "getComputedStyle(document.querySelector('.panel')).backgroundColor"
    with opened(PAGES["product"], color_scheme="light") as page:
        light = page.evaluate(f"[{ground}, {plaque}]")
    with opened(PAGES["product"], color_scheme="dark") as page:
        dark = page.evaluate(f"[{ground}, {plaque}]")
    assert light[0] == "rgb(251, 250, 246)"
    assert dark[0] == "rgb(10, 29, 25)"
    assert light[1] == dark[1]


def test_paper_shows_what_a_reader_keeps(opened: Open) -> None:
    """In print the menu and the index are gone, the rating and its day stay, and sources show their addresses."""
    with opened(PAGES["product"], color_scheme="dark") as page:
        page.emulate_media(media="print")
        assert not any(each.is_visible() for each in page.locator("footer a, footer h2, footer nav").all())
        assert page.locator(".colophon .soft").is_visible()
        assert not page.locator("header nav").is_visible()
        assert page.locator(".brand").is_visible()
        assert page.locator(".panel").is_visible()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert "attr(href)" in page.evaluate(
            "getComputedStyle(document.querySelector('.src a'), '::after').content"
        ) or (
            "https://"
            in page.evaluate("getComputedStyle(document.querySelector('.src a'), '::after').content")
        )


def test_colours_chosen_by_the_reader_keep_the_marks_apart(opened: Open) -> None:
    """Where the system takes all colours over, a plaque has an edge instead of its ground."""
    with opened(PAGES["product"], forced_colors="active") as page:
        width = page.evaluate("getComputedStyle(document.querySelector('.panel.holding')).borderTopWidth")
    assert width == "1px"


def test_a_page_written_by_hand_looks_like_the_others(opened: Open) -> None:
    """It has the catalogue's headings, ground and links, not the theme's."""
    with opened(PAGES["about"]) as page:
        face = page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
        link = page.evaluate("getComputedStyle(document.querySelector('.md-typeset p a')).color")
    assert "Be Vietnam Pro" in face
    assert link == "rgb(185, 59, 31)"


@pytest.mark.parametrize("name", ["home", "products"])
def test_a_phone_lays_out_the_rest_while_nobody_waits(opened: Open, name: str) -> None:
    """What a phone leaves for later is there soon, without anybody going near it: to be searched, printed and come back to."""
    with opened(PAGES[name], 360) as desk:
        words = set(words_of(desk))
    with opened(PAGES[name], 360, has_touch=True, is_mobile=True) as phone:
        phone.wait_for_selector("[style*='content-visibility: visible']", state="attached")
        phone.wait_for_function(
            "[...document.querySelectorAll('.row, section')].every(e => getComputedStyle(e).contentVisibility !== 'auto')"
        )
        assert words <= set(words_of(phone))
