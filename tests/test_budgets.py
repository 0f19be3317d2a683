"""What a first visit to a page costs: bytes, packed as a host packs them, and requests, as Chromium makes them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Browser

from page_kinds import EDITOR, KINDS, PAGES, SAMPLE, kind_of
from pages import PublishedPage, pages_of

MOST_OF_FONTS = 10_000
MOST_REQUESTS = 8
ONLY_FOR_SEARCH = ("find.", "find-")


@cache
def packed(path: Path) -> int:
    """Give a file's size as a host sends it."""
    return len(brotli.compress(path.read_bytes(), quality=11))


def loaded(page: PublishedPage) -> list[str]:
    """Give the style sheets and scripts that a page asks for, by their address inside the site."""
    links = [each.attributes["href"] for each in page.all("link", rel="stylesheet")]
    links += [each.attributes["src"] for each in page.all("script") if "src" in each.attributes]
    return [page.resolve(link)[0] for link in links]


def weights(page: PublishedPage, site: Path) -> dict[str, int]:
    """Give what a first visit to a page loads, font and photos left out, with the size of each file."""
    return {
        page.path.name: packed(page.path),
        **{Path(file).name: packed(site / file) for file in loaded(page)},
    }


def told(parts: Mapping[str, int]) -> str:
    """Write sizes down, the largest first."""
    return ", ".join(f"{name} {size:,}" for name, size in sorted(parts.items(), key=lambda each: -each[1]))


@pytest.fixture(scope="module")
def pages(built_site: Path) -> list[PublishedPage]:
    """Every page of the site but the staff's editor, which is a program."""
    return [page for page in pages_of(built_site) if page.address != EDITOR]


def test_every_page_is_of_a_kind(pages: list[PublishedPage]) -> None:
    """No page is left out of the tests that look at one of each kind, and no kind is without pages."""
    found = {page.address: kind_of(page.address) for page in pages}
    assert [address for address, kind in found.items() if kind is None] == []
    assert set(found.values()) == set(KINDS)
    assert set(PAGES.values()) <= found.keys()


@pytest.mark.parametrize("name", KINDS)
def test_a_page_is_light(built_site: Path, pages: list[PublishedPage], name: str) -> None:
    """HTML, style and scripts of every page of a kind, in both languages, stay within what the kind may weigh."""
    too_heavy = {}
    for page in pages:
        if kind_of(page.address) == name:
            parts = weights(page, built_site)
            if sum(parts.values()) > KINDS[name].most:
                too_heavy[page.address] = f"{sum(parts.values()):,} > {KINDS[name].most:,}: {told(parts)}"
    assert too_heavy == {}


@pytest.mark.parametrize(
    ("name", "most"), [("ocop.css", 6_000), ("ocop.js", 1_200), ("more.js", 4_000), ("workbook.js", 20_000)]
)
def test_what_every_page_loads_is_small(built_site: Path, name: str, most: int) -> None:
    """The style sheet and the script of all pages leave the greater part of a page's weight to what it says.

    So does what comes once a page has been shown; what makes a workbook comes to who asks for one.
    """
    (path,) = built_site.glob(f"assets/ocop/{name.replace('.', '.*')}")
    assert packed(path) <= most


def test_fonts_are_light(built_site: Path) -> None:
    """All fonts of the site together, which come packed already."""
    assert sum(path.stat().st_size for path in built_site.glob("assets/ocop/*.woff2")) <= MOST_OF_FONTS


@pytest.mark.browser
@pytest.mark.parametrize("name", SAMPLE)
def test_a_page_asks_for_little(browser: Browser, base: str, name: str) -> None:
    """A first visit, scrolled to its end, is few requests, none to another host, none for what only a search needs."""
    context = browser.new_context(viewport={"width": 360, "height": 780})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(base + PAGES[name])
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    context.close()
    assert asked[0] == base + PAGES[name]
    assert [url for url in asked if not url.startswith(base)] == []
    assert [url for url in asked if url.rpartition("/")[2].startswith(ONLY_FOR_SEARCH)] == []
    assert len(asked) <= MOST_REQUESTS, asked
