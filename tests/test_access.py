"""Keyboard, magnification, chosen colours, languages and speech: what axe cannot ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from browsing import Open
from page_kinds import KINDS, PAGES, SAMPLE
from pages import PublishedPage, pages_of

VISIBLE = 3.0
"""The least contrast of what is no text with what is beside it (WCAG 1.4.11, 2.4.13)."""

# What has the focus: its place, its ring and the ground the ring stands on. A row has the ring around all of itself.
FOCUSED = """() => {
  const at = document.activeElement
  if (!at || at === document.body) return null
  const colour = (text) => (text.match(/[\\d.]+/g) || []).map(Number)
  let ground = at.parentElement
  while (ground && !(colour(getComputedStyle(ground).backgroundColor)[3] ?? 1)) ground = ground.parentElement
  const rings = [getComputedStyle(at), getComputedStyle(at, "::after")]
    .filter((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
    .map((style) => style.outlineColor)
  // A place on a map is no box: its outline is drawn thicker, in the colour of the ring.
  const shape = at.closest("svg") && getComputedStyle(at.querySelector("path"))
  if (shape && parseFloat(shape.strokeWidth) >= 3) rings.push(shape.stroke)
  const box = at.getBoundingClientRect()
  at.dataset.visited = (+at.dataset.visited || 0) + 1
  return {
    what: at.outerHTML.slice(0, 120),
    times: +at.dataset.visited,
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    rings: rings.map(colour),
    ground: ground ? colour(getComputedStyle(ground).backgroundColor) : [255, 255, 255],
    in_index: !!at.closest("#muc-luc"),
  }
}"""


def luminance(colour: list[float]) -> float:
    """Give a colour's relative luminance, as WCAG defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour[:3])
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: list[float], other: list[float]) -> float:
    """Give the contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def stops(page: Page) -> Iterator[dict[str, Any]]:
    """Press Tab until the page is left, and tell each stop."""
    page.keyboard.press("Tab")
    while stop := page.evaluate(FOCUSED):
        yield stop
        page.keyboard.press("Tab")


# Keyboard ------------------------------------------------------------------------------------------


@pytest.mark.browser
@pytest.mark.parametrize("name", KINDS)
def test_the_keyboard_reaches_everything_and_shows_where_it_is(opened: Open, name: str) -> None:
    """Tab goes once to each stop, skip link first, through to the end of the index; each shows a ring one can see."""
    scheme = "dark" if len(name) % 2 else "light"
    with opened(KINDS[name].vi, 360, color_scheme=scheme, reduced_motion="reduce") as page:
        reachable = page.locator(
            "a[href]:visible, button:visible, input:visible, select:visible, summary:visible"
        )
        expected = reachable.count()
        found = list(stops(page))
    assert "skip" in found[0]["what"]
    assert len(found) >= expected
    assert found[-1]["in_index"]
    assert [stop["what"] for stop in found if stop["times"] > 1] == []
    assert [stop["what"] for stop in found if not stop["seen"]] == []
    faint = [
        (stop["what"], stop["ground"], stop["rings"])
        for stop in found
        if not any(contrast(ring, stop["ground"]) >= VISIBLE for ring in stop["rings"])
    ]
    assert faint == []


# Magnification -------------------------------------------------------------------------------------


@pytest.mark.browser
@pytest.mark.parametrize("name", SAMPLE)
def test_letters_of_twice_the_size_fit(opened: Open, name: str) -> None:
    """With letters of 200 % nothing scrolls sideways or is cut off, on a phone, a tablet and a desk."""
    cut = """() => [...document.querySelectorAll("main *, header *, footer *")].filter((each) => {
      const style = getComputedStyle(each)
      return each.offsetParent && style.overflowX === "hidden" && each.scrollWidth > each.clientWidth + 1
        && !each.closest(".sr, .pane, .hero")
    }).map((each) => each.outerHTML.slice(0, 120))"""
    with opened(PAGES[name], 360) as page:
        page.add_style_tag(content="html { font-size: 200% !important }")
        for width in (360, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, width
            assert page.evaluate(cut) == [], width


# Colours that the reader chose -----------------------------------------------------------------------


STYLE = "([selector, property]) => getComputedStyle(document.querySelector(selector))[property]"


@pytest.mark.browser
def test_forced_colours_keep_marks_and_choices_apart(opened: Open) -> None:
    """Where the system paints all grounds alike, plaque and tag have edges, stars their fill, the chosen its own colour."""
    with opened(PAGES["products"], forced_colors="active") as page:
        assert page.evaluate(STYLE, [".rate.holding", "borderTopWidth"]) == "1px"
        assert page.evaluate(STYLE, [".promo", "borderTopStyle"]) == "solid"
        ground = page.evaluate(STYLE, ["body", "backgroundColor"])
        filled = page.evaluate("""() => {
          const rule = (mark) => getComputedStyle(document.querySelector(mark + " svg")).getPropertyValue("--sf").trim()
          return [rule(".rate.holding"), rule(".rate.unconfirmed")]
        }""")
        assert filled == ["CanvasText", "none"]
        page.locator(".row a").first.focus()
        ring = page.evaluate("getComputedStyle(document.querySelector('.row a'), '::after').outlineColor")
        assert ring != ground
    with opened(PAGES["district"], forced_colors="active") as page:
        chosen = page.evaluate(STYLE, [".map [aria-current] path", "fill"])
        other = page.evaluate(STYLE, [".map a:not([aria-current]) path", "fill"])
        assert chosen != other
        assert page.evaluate(STYLE, [".map a:not([aria-current]) path", "stroke"]) != other


@pytest.mark.browser
def test_forced_colours_keep_the_chart_readable(opened: Open) -> None:
    """Columns keep the two fills that the key explains."""
    with opened(PAGES["programme"], forced_colors="active") as page:
        fills = {page.evaluate(STYLE, [f".chart .c{stars}", "fill"]) for stars in (3, 4)}
        key = {page.evaluate(STYLE, [f".key .c{stars}", "backgroundColor"]) for stars in (3, 4)}
        assert len(fills) == 2
        assert fills == key


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_more_contrast_is_given_to_who_asks(opened: Open, scheme: str) -> None:
    """Second lines are as strong as the text, and edges as strong as letters, on every ground."""
    with opened(PAGES["kind"], color_scheme=scheme, contrast="more") as page:
        text = page.evaluate(STYLE, ["body", "color"])
        assert page.evaluate(STYLE, [".row .by", "color"]) == text
        assert page.evaluate(STYLE, [".rate.ended", "borderTopColor"]) == text
        grounds = [
            page.evaluate(STYLE, [".colophon .soft", "color"]),
            page.evaluate(STYLE, ["footer", "backgroundColor"]),
        ]
        strong, ground = ([float(part) for part in re.findall(r"[\d.]+", colour)] for colour in grounds)
        assert contrast(strong, ground) >= 7


@pytest.mark.browser
def test_nothing_moves_for_who_asks_for_rest(opened: Open) -> None:
    """Under reduced motion no element has a transition, an animation or a smooth scroll."""
    moving = """() => [...document.querySelectorAll("*")].filter((each) => {
      const style = getComputedStyle(each)
      return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === "smooth"
    }).map((each) => each.outerHTML.slice(0, 120))"""
    for name in ("home", "kind", "district", "product"):
        with opened(PAGES[name], reduced_motion="reduce") as page:
            assert page.evaluate(moving) == [], name
    with opened(PAGES["home"], reduced_motion="no-preference") as page:
        assert page.evaluate(moving) != []


# What is read aloud ------------------------------------------------------------------------------------


@pytest.mark.browser
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("product", "5 trên 5 sao. 5 sao cấp quốc gia"),
        ("product-en", "5 out of 5 stars. 5 stars"),
        ("products", "4 trên 5 sao"),
        ("products-en", "4 out of 5 stars"),
        ("unconfirmed", "4 trên 5 sao. "),
        ("programme", 'img "Số sản phẩm OCOP được công nhận Kết quả: 11 (25/2/2020), 68 (12/2020)'),
        ("district", 'group "Bản đồ bảy huyện, thị xã, thành phố: Vĩnh Lợi được tô đậm"'),
        ("district", 'link "TP Bạc Liêu: 13 sản phẩm"'),
    ],
)  # fmt: skip
def test_stars_and_drawings_that_tell_something_are_spoken(opened: Open, name: str, said: str) -> None:
    """Chromium's accessibility tree, which screen readers read, says stars in words, and names charts and maps."""
    with opened(PAGES[name]) as page:
        spoken = page.locator("main").aria_snapshot()
    assert said in spoken


@pytest.mark.browser
def test_a_chart_is_told_in_words(opened: Open) -> None:
    """Its description gives its figures, and a table says the same."""
    for name in ("programme", "programme-en"):
        with opened(PAGES[name]) as page:
            chart = page.locator(".chart").first
            described = chart.evaluate(
                "each => each.getAttribute('aria-labelledby').split(' ').map(id => document.getElementById(id).textContent).join(' ')"
            )
            shown = chart.locator(".v").all_text_contents()
            assert shown
            assert [number for number in shown if number not in described] == []
            assert page.locator("main table").count() > 0


# Languages -----------------------------------------------------------------------------------------------

# Common words of each language that are no part of a name.
VIETNAMESE = re.compile(
    r"\b(của|và|là|được|không|chưa|nguồn|theo|những|các|với|cho|trong|năm|sản phẩm|công nhận|hiệu lực|hết hạn)\b"
)
ENGLISH = re.compile(r"\b(the|is|are|was|were|with|from|not|that|which)\b")


@pytest.fixture(scope="module")
def published(built_site: Path) -> list[PublishedPage]:
    """Every page of the site."""
    return pages_of(built_site)


def unmarked(page: PublishedPage, words: re.Pattern[str], lang: str) -> list[str]:
    """Give what is written in a language without saying so."""
    return [text for text, marked in page.spoken() if marked != lang and words.search(text)]


def test_what_is_in_another_language_says_so(published: list[PublishedPage]) -> None:
    """On an English page every Vietnamese sentence is marked as Vietnamese, and the other way round."""
    for page in published:
        if page.address.startswith("en/"):
            assert unmarked(page, VIETNAMESE, "vi") == [], page.address
        elif not page.address.startswith(("bien-tap/", "huong-dan/")):
            assert unmarked(page, ENGLISH, "en") == [], page.address
