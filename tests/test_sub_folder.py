"""The site in a folder of a host, from a plain server of files: nothing of it needs the root, a rule or a program.

What a visitor does there (search, check, filter) is tried with the fixture ``window``, which suffers no request that
fails or leaves the folder.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browsing import served
from hosting import ROOT, environment
from page_kinds import EDITOR, KINDS
from pages import PublishedPage, pages_of

FOLDER = "ocop/bac-lieu/"
SITE_URL = f"https://so.example/{FOLDER}"


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site for a folder of a host, and put it there; what stands around it is somebody else's."""
    root = tmp_path_factory.mktemp("host")
    site = root / FOLDER
    site.parent.mkdir(parents=True)
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", site],
        cwd=ROOT, env=environment(CATALOGUE_URL=SITE_URL), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return root


@pytest.fixture(scope="module")
def pages(host: Path) -> list[PublishedPage]:
    """Every page of that site."""
    return pages_of(host / FOLDER)


@pytest.fixture(scope="module")
def root(host: Path) -> Iterator[str]:
    """Serve the host as a plain server of files; gives the address of its root."""
    with served(host) as address:
        yield address


@pytest.fixture
def window(browser: Browser, root: str) -> Iterator[Page]:
    """Give a window that fails on any request that fails or leaves the folder, and on any error in a page."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    wrong: list[str] = []
    inside = root + FOLDER
    page.on("response", lambda got: wrong.append(f"{got.status} {got.url}") if got.status >= 400 else None)
    # A browser that goes on to another page drops what it still waits for; a file that is not there shows in its answer.
    page.on(
        "requestfailed",
        lambda request: (
            None
            if request.failure == "net::ERR_ABORTED"
            else wrong.append(f"{request.failure} {request.url}")
        ),
    )
    page.on(
        "request",
        lambda request: None if request.url.startswith((inside, "data:")) else wrong.append(request.url),
    )
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    context.close()
    assert wrong == []


def links(page: Page) -> list[str]:
    """Give where the links of a page lead, as the browser understands them."""
    whole: list[str] = page.eval_on_selector_all(
        "a[href]", "all => all.map(a => new URL(a.getAttribute('href'), document.baseURI).href)"
    )
    return whole


@pytest.mark.browser
def test_every_kind_of_page_loads_whole(window: Page, root: str) -> None:
    """Style, script, font and pictures arrive on each kind of page, and all its links stay in the folder."""
    for name, kind in KINDS.items():
        for address in (kind.vi, kind.en):
            if address is None:
                continue
            window.goto(root + FOLDER + address)
            assert window.evaluate("getComputedStyle(document.body).backgroundColor") != "rgba(0, 0, 0, 0)", (
                name
            )
            own = [link for link in links(window) if link.startswith(root)]
            assert own, name
            assert [link for link in own if not link.startswith(root + FOLDER)] == [], name


@pytest.mark.browser
def test_a_visitor_walks_through_it(window: Page, root: str) -> None:
    """From the front page by kind to a product, into English and back to the front page, by links alone."""
    window.goto(root + FOLDER)
    window.click("main a[href$='nhom/muoi/'] >> nth=0")
    window.click("main .row a >> nth=0")
    assert window.url.startswith(f"{root}{FOLDER}san-pham/")
    window.click("header a[hreflang=en]")
    assert window.url.startswith(f"{root}{FOLDER}en/products/")
    window.click("header .brand")
    assert window.url == f"{root}{FOLDER}en/"


@pytest.mark.browser
def test_a_lost_address_finds_its_way_back(window: Page, root: str) -> None:
    """The page for lost addresses is styled at any depth, since a host shows it there, and leads into the folder."""
    lost = f"{root}{FOLDER}san-pham/hang-da-mat/trang/9/"
    body = window.request.get(f"{root}{FOLDER}404.html").text()
    window.route(lost, lambda route: route.fulfill(body=body, content_type="text/html"))
    window.goto(lost)
    assert window.evaluate("getComputedStyle(document.body).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert [link for link in links(window) if not link.startswith((root + FOLDER, f"{lost}#"))] == []
    window.click("header .brand")
    assert window.url == root + FOLDER


def test_whole_addresses_name_the_folder(host: Path, pages: list[PublishedPage]) -> None:
    """Canonical addresses, alternates, previews, structured data, feed and site map lie under the address it was built for."""
    for page in pages:
        if page.address in ("404.html", EDITOR):
            continue
        canonical = page.all("link", rel="canonical")[0].attributes["href"]
        assert canonical == SITE_URL + page.address
        whole = [each.attributes["href"] for each in page.all("link", rel="alternate")]
        whole += [
            each.attributes["content"]
            for each in page.all("meta")
            if each.attributes.get("property") in ("og:url", "og:image")
        ]
        whole += [
            link for data in page.data for link in re.findall(r"https://so\.example/[^'\"]*", repr(data))
        ]
        assert [link for link in whole if "://" in link and not link.startswith(SITE_URL)] == [], page.address
    site = host / FOLDER
    for name in ("sitemap.xml", "feed.xml", "robots.txt", "han.ics"):
        found = re.findall(r"https://so\.example/[^\s<\"']*", (site / name).read_text("utf-8"))
        assert found, name
        assert [link for link in found if not link.startswith(SITE_URL)] == [], name


def test_no_link_begins_at_the_root(pages: list[PublishedPage]) -> None:
    """Every link inside the site begins at its page, so that a copy works in any folder; only lost addresses name theirs."""
    for page in pages:
        beginning = [link for link in page.links if link.startswith("/")]
        if page.address == "404.html":
            assert beginning
            assert [link for link in beginning if not link.startswith(f"/{FOLDER}")] == []
        else:
            assert beginning == [], page.address
