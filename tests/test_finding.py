"""Search and filters in a browser: from the lens of every page to the product; what is chosen, counted and said on the way."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from itertools import islice, product
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

import market
from browsing import served, violations
from hosting import ROOT, Project
from ocop.edition.supply import supply
from ocop.export import csv_file
from ocop.i18n import phrases, words
from ocop.site.art import Art

pytestmark = pytest.mark.browser

FOLDER = "ocop/bac-lieu/"
"""Nothing may depend on lying at the root of a host."""
DAY = date(2026, 11, 24)
NOON = "T05:00:00Z"
LATER = date(2031, 1, 1)
PRODUCT = "san-pham/muoi-hat-thu/"
HEADING = "#found"
HITS = ".hits .row a"
SCRIPTS = ROOT / "overrides/assets/ocop/js"


@pytest.fixture(scope="module")
def address(market_town: Project, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the market from a folder of a host."""
    root = tmp_path_factory.mktemp("host")
    (root / FOLDER).parent.mkdir(parents=True)
    (root / FOLDER.rstrip("/")).symlink_to(market_town.site)
    with served(root) as base:
        yield base + FOLDER


Visit = Callable[..., AbstractContextManager[Page]]


@pytest.fixture
def visit(browser: Browser, address: str) -> Visit:
    """Give a context manager that opens a page, and fails on any fault in a script."""

    @contextmanager
    def opening(path: str = PRODUCT, *, width: int = 1280, day: date = DAY, **options: Any) -> Iterator[Page]:
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        context.set_default_timeout(10_000)
        page = context.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda box: wrong.append(box.message))
        page.clock.set_fixed_time(day.isoformat() + NOON)
        page.goto(address + path)
        yield page
        context.close()
        assert wrong == []

    return opening


def asked_for(page: Page) -> list[str]:
    """Note the names of files that a page asks for from now on."""
    names: list[str] = []
    page.on("request", lambda request: names.append(urlsplit(request.url).path.rpartition("/")[2]))
    return names


def search(page: Page, text: str) -> None:
    """Open the search by its lens and type a text."""
    page.locator(".lens").click()
    page.locator("dialog[open]").wait_for()
    page.keyboard.type(text)


def settle(page: Page) -> None:
    """Wait until hits have been announced, and no longer change."""
    expect(page.locator(".over > [role=status], dialog > [role=status]")).to_have_text(
        re.compile(r"^\d+ kết quả$")
    )
    page.locator(HITS).first.wait_for()


def open_filters(page: Page) -> None:
    """Open the filters of a listing, and all groups in them."""
    page.locator(".sift > summary").click()
    page.locator(".facets").wait_for()
    page.evaluate("document.querySelectorAll('.facet').forEach((each) => { each.open = true })")


def found(page: Page) -> list[str]:
    """Give the ids of the records that a listing shows, in order."""
    links: list[str] = page.eval_on_selector_all(
        ".found .row a", "all => all.map(a => a.pathname.split('/').slice(-2)[0])"
    )
    return links


# From the lens to the product -------------------------------------------------------


def test_nothing_is_loaded_before_somebody_searches(visit: Visit) -> None:
    """A page that is only read asks for nothing of the search; the lens makes it ask for script, style and index, once."""
    with visit("gioi-thieu/") as page:
        names = asked_for(page)
        page.mouse.move(600, 600)
        page.keyboard.press("Tab")
        assert [name for name in names if name.startswith("find")] == []
        page.locator(".lens").hover()
        search(page, "muoi")
        page.locator(HITS).first.wait_for()
    parts = [re.sub(r"\.[0-9a-f]{8}", "", name) for name in names if "find" in name]
    assert sorted(parts) == ["find-vi.json", "find.css", "find.js"]


@pytest.mark.parametrize("path", ["", PRODUCT, "en/stars/", "diem-ban/", "gioi-thieu/", "bien-tap/"])
def test_every_page_searches(visit: Visit, path: str) -> None:
    """Wherever somebody stands, a few letters without marks show goods, and the first leads to its page."""
    with visit(path) as page:
        search(page, "tom kho thu")
        first = page.locator(HITS).first
        expect(first).to_have_text("Thử dried shrimp" if path.startswith("en/") else "Tôm khô Thử")
        first.click()
        page.wait_for_url("**/tom-kho-thu/")
        assert page.locator("h1").inner_text() in ("Tôm khô Thử", "Thử dried shrimp")


def test_the_keyboard_goes_all_the_way(visit: Visit) -> None:
    """Slash opens, letters search, arrows go down to a hit and up to the field, Enter opens what is chosen."""
    with visit() as page:
        page.keyboard.press("/")
        expect(page.locator("dialog input")).to_be_focused()
        assert page.locator("dialog input").input_value() == ""
        page.keyboard.type("muoi")
        settle(page)
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.closest('.hits') !== null")
        page.keyboard.press("ArrowUp")
        expect(page.locator("dialog input")).to_be_focused()
        page.keyboard.type("/")
        expect(page.locator("dialog input")).to_have_value("muoi/")
        page.keyboard.press("Backspace")
        settle(page)
        page.keyboard.press("ArrowDown")
        first = page.evaluate("document.activeElement.href")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        last = page.evaluate("document.activeElement.href")
        assert last != first
        page.keyboard.press("Enter")
        page.wait_for_url(last)
        assert page.locator("dialog[open]").count() == 0


def test_escape_gives_the_focus_back(visit: Visit) -> None:
    """Closing the search, with letters in the field or from among the hits, leads back to the lens."""
    with visit() as page:
        for keys in ("", "muoi"):
            page.locator(".lens").focus()
            page.keyboard.press("Enter")
            page.locator("dialog[open]").wait_for()
            page.keyboard.type(keys)
            if keys:
                settle(page)
                page.keyboard.press("ArrowDown")
            page.keyboard.press("Escape")
            expect(page.locator("dialog[open]")).to_have_count(0)
            expect(page.locator(".lens")).to_be_focused()


def test_enter_leads_to_all_that_is_found(visit: Visit) -> None:
    """The listing shows as many as the search has counted; an empty field leads nowhere."""
    with visit() as page:
        page.locator(".lens").click()
        page.locator("dialog[open]").wait_for()
        page.keyboard.press("Enter")
        page.keyboard.type("bia")
        told = page.locator(".hits .more a")
        count = re.findall(r"\d+", told.inner_text())[0]
        page.keyboard.press("Enter")
        page.wait_for_url("**/san-pham/?q=bia")
        expect(page.locator(HEADING)).to_have_text(re.compile(rf"^{count} sản phẩm"))


def test_the_lens_is_a_link_for_whoever_wants_one(visit: Visit) -> None:
    """With the control key it opens the listing elsewhere, and this page stays as it is."""
    with visit() as page:
        with page.context.expect_page() as elsewhere:
            page.locator(".lens").click(modifiers=["Control"])
        elsewhere.value.wait_for_url("**/san-pham/#tim")
        assert page.locator("dialog[open]").count() == 0


def test_the_lens_of_the_listing_leads_to_its_field(visit: Visit) -> None:
    """Where all products are listed there is one search, not two."""
    with visit("san-pham/") as page:
        page.locator(".lens").click()
        expect(page.locator("#q")).to_be_focused()
        assert page.locator("dialog").count() == 0


def test_hits_are_announced_once_they_rest(visit: Visit) -> None:
    """A screen reader hears how many there are, not at each letter."""
    with visit() as page:
        page.locator(".lens").click()
        page.locator("dialog[open]").wait_for()
        page.evaluate(
            """() => {
              window.told = []
              const line = document.querySelector("dialog [role=status]")
              new MutationObserver(() => told.push(line.textContent)).observe(line, { childList: true })
            }"""
        )
        page.keyboard.type("muoi hat thu", delay=30)
        expect(page.locator("dialog [role=status]")).to_have_text(re.compile(r"^\d+ kết quả$"))
        assert len(page.evaluate("told")) == 1
        page.locator("dialog input").fill("khong he co")
        expect(page.locator("dialog [role=status]")).to_have_text("Chưa thấy gì khớp với “khong he co”")


def test_letters_that_are_being_composed_are_left_alone(visit: Visit) -> None:
    """Between the keys of a composed letter nothing is searched; after it, and when somebody pauses, it is."""
    compose = """([type, value]) => {
      const field = document.querySelector("dialog input")
      if (value !== null) field.value = value
      field.dispatchEvent(type === "input" ? new InputEvent("input", { isComposing: true, bubbles: true })
        : new CompositionEvent(type, { bubbles: true }))
    }"""
    with visit() as page:
        search(page, "muoi")
        page.locator(HITS).first.wait_for()
        before = page.locator(".hits").inner_text()
        page.clock.install()
        for event in (["compositionstart", None], ["input", "too"]):
            page.evaluate(compose, event)
        page.clock.run_for(200)
        assert page.locator(".hits").inner_text() == before
        for event in (["input", "tôm"], ["compositionend", None]):
            page.evaluate(compose, event)
        page.clock.run_for(100)
        expect(page.locator(".hits")).to_contain_text("Tôm")
        for event in (["compositionstart", None], ["input", "muối"]):
            page.evaluate(compose, event)
        page.clock.run_for(400)
        expect(page.locator(".hits")).to_contain_text("Muối")


def test_a_name_is_never_more_than_a_name(visit: Visit) -> None:
    """Markup in a record is shown as it was written, among hits and in a listing."""
    with visit() as page:
        search(page, "img src onerror")
        expect(page.locator(HITS).first).to_have_text(market.HOSTILE)
        assert page.locator(".hits img[src=x]").count() == 0
    with visit("san-pham/?q=" + "img%20src%20onerror") as page:
        expect(page.locator(".found .row a").first).to_have_text(market.HOSTILE)
        assert page.locator(".found img[src=x]").count() == 0
    with visit("san-pham/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(2)%3Ezzz") as page:
        expect(page.locator(HEADING)).to_contain_text("<img src=x onerror=alert(2)>zzz")
        assert page.locator("img[src=x]").count() == 0


# Where something fails ---------------------------------------------------------------


def test_without_an_index_there_are_other_ways(visit: Visit) -> None:
    """If the index does not come, the search says so and names other ways; it is tried anew when somebody asks."""
    with visit() as page:
        page.context.route("**/find-vi.*.json", lambda route: route.fulfill(status=404, body=""))
        search(page, "muoi")
        expect(page.locator(".hits .note")).to_contain_text("Chưa tải được bộ tìm kiếm")
        expect(page.locator("dialog [role=status]")).to_contain_text("Chưa tải được bộ tìm kiếm")
        ways = page.eval_on_selector_all(".hits .chips a", "all => all.map(a => a.href)")
        assert [urlsplit(way).path.rpartition(FOLDER)[2] for way in ways] == [
            "nhom/",
            "xep-hang/",
            "dia-phuong/",
            "chu-the/",
        ]
        page.context.unroute("**/find-vi.*.json")
        page.locator(".hits button").click()
        page.locator(HITS).first.wait_for()


@pytest.mark.parametrize("break_off", [lambda route: route.abort(), lambda route: route.fulfill(status=404)])
def test_without_a_script_of_the_search_the_lens_is_a_link(
    visit: Visit, break_off: Callable[[Route], None]
) -> None:
    """If nothing of the search can be loaded, the lens leads to the listing, where the static ways are."""
    with visit() as page:
        page.context.route("**/find.*.js", break_off)
        page.locator(".lens").click()
        page.wait_for_url("**/san-pham/#tim")
        page.locator(".sift > summary").click()
        expect(page.locator(".sift .chips").first).to_be_visible()


def test_a_listing_without_an_index_stays_as_it_is(visit: Visit) -> None:
    """Filters that cannot be loaded leave the rows and the static ways, and say what happened."""
    with visit("san-pham/") as page:
        page.context.route("**/find-vi.*.json", lambda route: route.abort())
        page.locator(".sift > summary").click()
        expect(page.locator("#tim .note")).to_contain_text("Chưa tải được bộ tìm kiếm")
        expect(page.locator(".sift .chips").first).to_be_visible()
        assert page.locator(".row").count() == 60
        page.context.unroute("**/find-vi.*.json")
        page.locator("#tim .btns button").click()
        page.locator(".facets").wait_for()
        assert page.locator("#tim .note").count() == 0


@pytest.mark.parametrize(
    "path", ["san-pham/?q=muoi", "en/products/?q=salt", "chu-the/?q=muoi", "en/producers/?q=salt"]
)
def test_without_a_script_a_listing_says_what_to_do(visit: Visit, address: str, path: str) -> None:
    """There is no field that does nothing; what there is instead is said, and leads to pages that exist."""
    with visit(path, java_script_enabled=False) as page:
        assert not page.locator(".find").is_visible()
        assert "JavaScript" in page.locator("#tim noscript").inner_text()
        page.locator(".sift > summary").click()
        ways = [each.get_attribute("href") or "" for each in page.locator(".sift .chips a").all()]
        assert page.locator(".sift .chips a").first.is_visible()
        assert len(ways) >= 3
        for way in ways:
            answer = page.request.get(address + path.partition("?")[0] + way)
            assert answer.ok, way


def test_the_field_of_the_front_page_is_no_trap(visit: Visit) -> None:
    """Without a script it is not shown; a browser that shows it all the same is led to the listing."""
    with visit("", java_script_enabled=False) as page:
        assert not page.locator(".find").is_visible()
        assert page.locator(".find").get_attribute("action") == "san-pham/"


# The front page ----------------------------------------------------------------------


def test_the_front_page_shows_hits_below_its_field(visit: Visit) -> None:
    """Hits lie over what follows, arrows reach them, Escape and a press elsewhere take them away, Enter shows all."""
    with visit("", width=360) as page:
        page.locator("#q").click()
        page.keyboard.type("muoi")
        settle(page)
        top = page.locator(".over").bounding_box()
        field = page.locator("#q").bounding_box()
        assert top is not None
        assert field is not None
        assert abs(top["y"] - field["y"] - field["height"]) < 1
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.closest('.hits') !== null")
        page.keyboard.press("Escape")
        expect(page.locator("#q")).to_be_focused()
        assert page.locator(".hits *").count() == 0
        page.locator("#q").fill("tom kho")
        page.locator(HITS).first.wait_for()
        page.locator("h1").click()
        assert page.locator(".hits *").count() == 0
        page.locator("#q").press("Enter")
        page.wait_for_url("**/san-pham/?q=tom+kho")
        page.locator(HEADING).wait_for()


def shifts(page: Page) -> float:
    """Add up what moved on a page without anybody having touched it."""
    moved: float = page.evaluate(
        """() => new Promise((tell) => {
          let sum = 0
          new PerformanceObserver((list) => {
            for (const each of list.getEntries()) if (!each.hadRecentInput) sum += each.value
          }).observe({ type: "layout-shift", buffered: true })
          setTimeout(() => tell(sum), 300)
        })"""
    )
    return moved


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "path", ["", "san-pham/", "chu-the/", "san-pham/?q=muoi&stars=4", "en/producers/?kind=muoi"]
)
def test_nothing_moves_when_the_search_comes(visit: Visit, path: str, width: int) -> None:
    """Neither the search's coming to life nor a shared link moves heading, field or filters."""
    where = "all => all.map((each) => JSON.stringify(each.getBoundingClientRect()))"
    with visit(path, width=width) as page:
        fixed = "h1, .lead, .find, #q, .sift > summary, header"
        page.evaluate("document.fonts.ready.then(() => true)")
        before = page.eval_on_selector_all(fixed, where)
        page.locator("#q").focus()
        if "?" in path:
            page.locator(HEADING).wait_for()
        else:
            page.locator("link[href*='find.']").first.wait_for(state="attached")
        page.wait_for_load_state("networkidle")
        assert shifts(page) == 0
        assert page.eval_on_selector_all(fixed, where) == before


# Filters and their counts -----------------------------------------------------------


# What a listing shows of its state: number in the heading, rows, and each box with its count.
SHOWN = """async (address) => {
  history.pushState(null, "", address)
  dispatchEvent(new PopStateEvent("popstate"))
  await new Promise((ready) => setTimeout(ready))
  const count = (text) => Number((text.match(/\\d[\\d.,]*/) || ["0"])[0].replace(/[.,]/g, ""))
  return {
    number: count(document.querySelector("#found").textContent),
    rows: [...document.querySelectorAll(".found .row a")].map((a) => a.pathname.split("/").slice(-2)[0]),
    boxes: [...document.querySelectorAll(".facets input")].map((box) => [box.name, box.value, box.checked,
      count(box.closest("label").querySelector(".n").textContent)]),
    folded: [...document.querySelectorAll(".facet")].filter((each) => !each.hidden)
      .filter((each) => !each.querySelector("p button").hidden).map((each) => each.querySelector("input").name),
  }
}"""


@pytest.mark.parametrize(
    ("path", "day"),
    [("san-pham/", DAY), ("en/products/", LATER), ("chu-the/", DAY), ("en/producers/", LATER)],
)
def test_filters_count_as_a_person_would(visit: Visit, market_town: Project, path: str, day: date) -> None:
    """What is found, and the count beside each choice, are those that follow from the records on that day."""
    of_goods = "producer" not in path and "chu-the" not in path
    edition = market.edition(market_town.root, DAY)
    records = (market.goods_values if of_goods else market.maker_values)(edition, day)
    with visit(path, day=day) as page:
        open_filters(page)
        for chosen in islice(market.choices(records, seed=len(path)), 60):
            wanted, counts = market.counted(records, chosen)
            query = "&".join(f"{id_}={','.join(values)}" for id_, values in chosen.items())
            shown = page.evaluate(SHOWN, f"?{query}&n=6000")
            assert shown["number"] == len(wanted), query
            assert set(shown["rows"]) >= wanted, query
            if wanted:
                assert sorted(shown["rows"]) == sorted(wanted), query
            boxes = {(name, value): (ticked, count) for name, value, ticked, count in shown["boxes"]}
            for (name, value), (ticked, count) in boxes.items():
                assert count == counts.get(name, {}).get(value, 0), (query, name, value)
                assert ticked == (value in chosen.get(name, ())), (query, name, value)
                assert ticked or count, (query, name, value)
            for name, of_filter in counts.items():
                if name not in shown["folded"]:
                    assert {value for id_, value in boxes if id_ == name} >= set(of_filter), (query, name)


@pytest.mark.parametrize(
    ("path", "ship"),
    [
        ("san-pham/", "2027-03-15"),
        ("en/products/", "2028-06-30"),
        ("chu-the/", "2027-03-15"),
        ("en/producers/", "2026-11-24"),
    ],
)
def test_a_ship_date_keeps_what_will_be_rated_and_certified(
    visit: Visit, market_town: Project, path: str, ship: str
) -> None:
    """On a day of shipping rows, choices and counts are those that follow from the records on that day, not on today's."""
    of_goods = "producer" not in path and "chu-the" not in path
    edition, day = market.edition(market_town.root, DAY), date.fromisoformat(ship)
    records = (market.shipped_values if of_goods else market.shipping_values)(edition, day)
    assert records
    with visit(f"{path}?day={ship}&n=6000") as page:
        page.locator(HEADING).wait_for()
        assert sorted(found(page)) == sorted(records)
        open_filters(page)
        for chosen in islice(market.choices(records, seed=len(path)), 20):
            wanted, counts = market.counted(records, chosen)
            query = "&".join(f"{id_}={','.join(values)}" for id_, values in chosen.items())
            shown = page.evaluate(SHOWN, f"?{query}&day={ship}&n=6000")
            assert sorted(shown["rows"]) == sorted(wanted), query
            for name, value, ticked, count in shown["boxes"]:
                assert count == counts.get(name, {}).get(value, 0), (query, name, value)
                assert ticked == (value in chosen.get(name, ())), (query, name, value)


def test_a_ship_date_is_entered_told_and_cleared(visit: Visit) -> None:
    """The field puts the day into the address, the heading and what is announced; it is taken back like any other choice."""
    with visit("san-pham/") as page:
        open_filters(page)
        before = page.locator(".facets label", has_text="Còn hiệu lực").inner_text()
        field = page.get_by_label("Ngày giao hàng")
        field.fill("2027-06-15")
        expect(page.locator(HEADING)).to_contain_text("hạng sao chưa ghi nhận hết hạn đến ngày 15/6/2027")
        assert parse_qs(urlsplit(page.url).query) == {"day": ["2027-06-15"]}
        expect(page.locator("#tim [role=status]")).to_contain_text(
            "hạng sao chưa ghi nhận hết hạn đến ngày 15/6/2027"
        )
        assert page.locator(".found .ended, .found .none, .found .withdrawn").count() == 0
        doubted = page.locator(".found .row", has=page.locator(".unconfirmed"))
        assert doubted.count() > 0
        assert all("Chưa rõ ngày hết hạn" in each for each in doubted.all_inner_texts())
        kept = page.locator(".found .row", has=page.locator(".holding"))
        assert kept.count() > 0
        assert not any("Chưa rõ ngày hết hạn" in each for each in kept.all_inner_texts())
        expect(field).to_have_value("2027-06-15")
        page.locator(".chosen button", has_text="Giao ngày 15/6/2027").click()
        expect(page.locator(HEADING)).to_have_count(0)
        expect(field).to_have_value("")
        page.go_back()
        expect(field).to_have_value("2027-06-15")
        page.get_by_role("button", name="Bỏ ngày").click()
        expect(page.locator(HEADING)).to_have_count(0)
        expect(field).to_be_focused()
        assert page.locator(".facets label", has_text="Còn hiệu lực").inner_text() == before


def test_a_ship_date_goes_along(visit: Visit) -> None:
    """The other language, the listings of goods and of makers, and the trader's list show the same day; product pages do not carry it."""
    with visit("san-pham/?day=2027-06-15&kind=muoi") as page:
        page.locator(HEADING).wait_for()
        links = page.eval_on_selector_all("a[href*='day=']", "all => all.map(a => a.pathname + a.search)")
        assert {urlsplit(each).path.rpartition(FOLDER)[2] for each in links} == {
            "san-pham/",
            "chu-the/",
            "danh-sach/",
            "en/products/",
        }
        page.locator("header a[href*='chu-the/']").first.click()
        page.wait_for_url("**/chu-the/?day=2027-06-15")
        expect(page.locator(HEADING)).to_contain_text("hạng sao chưa ghi nhận hết hạn đến ngày 15/6/2027")
        page.locator("a[hreflang=en]").click()
        page.wait_for_url("**/en/producers/?day=2027-06-15")
        expect(page.locator(HEADING)).to_contain_text("no rating known to have ended by 15 June 2027")


def test_what_is_gone_by_a_ship_date_is_not_widened(visit: Visit) -> None:
    """A certificate that nothing has any more on that day stays chosen: nothing is found, and the way without it is shown."""
    with visit("san-pham/?cert=haccp&standing=holding") as page:
        page.locator(HEADING).wait_for()
        open_filters(page)
        page.get_by_label("Ngày giao hàng").fill("2040-01-01")
        expect(page.locator(HEADING)).to_contain_text("Chưa thấy sản phẩm nào")
        assert page.locator(".chosen button:not(.all)").count() == 3


def test_what_is_found_is_added_up(visit: Visit, market_town: Project) -> None:
    """Above the rows stands what their makers state together: mass and volume each for itself, the silent counted."""
    edition = market.edition(market_town.root, DAY)
    salt = [each for each in edition.listing if each.kind == "muoi"]
    sums = supply(salt, edition.catalogue)
    assert {each.unit for each in sums.output} == {"t", "l"}
    for path, lang in (("san-pham/", "vi"), ("en/products/", "en")):
        with visit(f"{path}?kind=muoi") as page:
            page.locator(HEADING).wait_for()
            told = page.locator(".found > p").first.inner_text()
            for each in sums.output:
                assert phrases.quantity_text(each.quantity, each.unit, each.per, lang) in told
            assert re.findall(r"\d+(?= trong| of| sản phẩm| products)", told) == [
                str(sums.stating_goods),
                str(len(salt)),
            ]


def test_what_is_found_can_be_taken_along(visit: Visit, market_town: Project) -> None:
    """All that is found, not only the rows shown, is a table that any spreadsheet reads, as of the day of shipping."""
    edition = market.edition(market_town.root, DAY)
    wanted = {each.id for each in market.shipped(edition, date(2027, 3, 15))}
    assert len(wanted) > 60
    with visit("san-pham/?day=2027-03-15") as page:
        page.locator(HEADING).wait_for()
        with page.expect_download() as saved:
            page.get_by_role("button", name="Tải danh sách này về").click()
        assert saved.value.suggested_filename == "ocop-products-2027-03-15.csv"
        content = saved.value.path().read_bytes()
    assert content.startswith("\ufeff".encode())
    assert content.count(b"\n") == content.count(b"\r\n")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert {row["id"] for row in rows} == wanted
    assert {row["day"] for row in rows} == {"2027-03-15"}
    assert {row["rating_status"] for row in rows} == {"holding", "unconfirmed"}
    assert all(csv_file.harmless(cell) == cell for row in rows for cell in row.values())
    assert "'" + market.FORMULA in {row["name"] for row in rows}


@pytest.mark.parametrize(
    "day", ["2026-11-23", "2027-02-30", "2027-13-01", "hôm nay", "20270315", "99999-01-01", "2027-3-5", ""]
)
def test_a_day_that_is_none_is_passed_over(visit: Visit, day: str) -> None:
    """What has passed, or is in no calendar, keeps everything, like any other value that an address should not have."""
    with visit(f"san-pham/?day={day}") as page:
        open_filters(page)
        assert page.locator(".found").count() == 0
        assert page.get_by_label("Ngày giao hàng").input_value() == ""


def test_a_search_goes_with_filters(visit: Visit) -> None:
    """Filters sift what was searched for: their counts add up to it, and each row still answers to the words."""
    with visit("san-pham/?q=tom%20kho") as page:
        page.locator(HEADING).wait_for()
        whole = page.locator(HEADING).inner_text()
        open_filters(page)
        shown = page.evaluate(SHOWN, "?q=tom%20kho&n=6000")
        kinds = [count for name, _, _, count in shown["boxes"] if name == "kind"]
        assert sum(kinds) == shown["number"] == int(re.findall(r"\d+", whole)[0])
        fewer = page.evaluate(SHOWN, "?q=tom%20kho&kind=muoi&n=6000")
        assert 0 < fewer["number"] < shown["number"]
        assert [each for each in shown["rows"] if each in fewer["rows"]] == fewer["rows"]


def test_without_words_the_order_is_that_of_listings(visit: Visit, market_town: Project) -> None:
    """What is only filtered stands as on the static pages."""
    edition = market.edition(market_town.root, DAY)
    salt = [each.id for each in edition.listing if each.kind == "muoi"]
    with visit("san-pham/?kind=muoi&n=6000") as page:
        page.locator(HEADING).wait_for()
        assert found(page) == salt


def test_a_row_is_what_a_static_row_is(visit: Visit) -> None:
    """A row that a script makes is, element for element, the one that the page was built with."""
    told = """(selector) => Object.fromEntries([...document.querySelectorAll(selector)].map((row) => {
      const copy = row.cloneNode(true)
      const strip = (each, names) => names.forEach((name) => each.removeAttribute(name))
      copy.querySelectorAll("template, source, .to-list").forEach((each) => each.remove())
      copy.querySelectorAll("*").forEach((each) => strip(each, ["data-until", "fetchpriority", "loading"]))
      copy.querySelectorAll("[href]:not(use), [src]").forEach((each) => {
        const name = each.hasAttribute("href") ? "href" : "src"
        each.setAttribute(name, new URL(each.getAttribute(name), location.href).pathname)
      })
      const plain = copy.outerHTML.replace(/background: ?rgb\\((\\d+), (\\d+), (\\d+)\\);?/g, (_, ...c) =>
        "background:#" + c.slice(0, 3).map((n) => (+n).toString(16).padStart(2, "0")).join(""))
      return [copy.querySelector("a").getAttribute("href"), plain.replace(/h[23]>/g, "h>").replace(/<h[23]/g, "<h")]
    }))"""
    for path, query in (
        ("san-pham/", "price=1,&n=600"),
        ("en/products/", "group=thuc-pham"),
        ("chu-the/", "type=household,cooperative"),
    ):
        with visit(path) as page:
            static = page.evaluate(told, ".row")
            page.goto(f"{page.url}?{query}")
            page.locator(HEADING).wait_for()
            made = page.evaluate(told, ".found .row")
            both = static.keys() & made.keys()
            assert len(both) >= 3
            for each in sorted(both):
                assert made[each] == static[each]


def test_stars_that_a_page_lacks_are_drawn_alike(visit: Visit) -> None:
    """Stars that a script has to draw are those that a page brings along."""
    art = Art.load(ROOT / "overrides/assets/ocop/art")
    spots = """(svg) => {
      const holder = document.createElement("div")
      holder.innerHTML = svg
      document.body.append(holder)
      const path = holder.querySelector("path")
      const dots = [...holder.querySelectorAll("circle")].map((dot) => ["cx", "cy", "r"].map((name) => dot.getAttribute(name)))
      const long = path.getTotalLength()
      const line = [...Array(50).keys()].map((step) => path.getPointAtLength((long * step) / 50))
      return JSON.stringify([dots, line.map(({ x, y }) => [x.toFixed(2), y.toFixed(2)])])
    }"""
    with visit("diem-ban/") as page:
        assert page.locator("symbol").count() == 0
        search(page, "muoi")
        settle(page)
        drawn = page.locator("symbol").all()
        assert drawn
        for each in drawn:
            name = each.get_attribute("id") or ""
            own = each.evaluate("(symbol) => symbol.outerHTML")
            assert page.evaluate(spots, _shape(own)) == page.evaluate(spots, _shape(art.symbols([name])))


def _shape(symbol: str) -> str:
    """Give what is drawn in a symbol, as a drawing of its own."""
    return "<svg>" + re.sub(r"</?(svg|symbol)[^>]*>", "", symbol) + "</svg>"


def test_pages_of_results_follow_one_another(visit: Visit) -> None:
    """Sixty at a time; the next ones begin where the keyboard then stands, and the address keeps how many there are."""
    with visit("san-pham/?standing=holding,unconfirmed,ended,none") as page:
        page.locator(HEADING).wait_for()
        assert page.locator(".found .row").count() == 60
        page.locator(".found .btns button").click()
        expect(page.locator(".found .row")).to_have_count(120)
        assert (
            page.evaluate("[...document.querySelectorAll('.found .row a')].indexOf(document.activeElement)")
            == 60
        )
        assert parse_qs(urlsplit(page.url).query)["n"] == ["120"]
        page.reload()
        expect(page.locator(".found .row")).to_have_count(120)


def test_where_nothing_is_found_a_way_leads_on(visit: Visit) -> None:
    """It says which choice stands in the way, and how much there is without it."""
    with visit("san-pham/?q=muoi&kind=tom&producer=htx-muoi-thu") as page:
        expect(page.locator(HEADING)).to_contain_text("Chưa thấy sản phẩm nào")
        way = page.locator(".onward button", has_text="Tôm")
        count = re.findall(r"\d+", way.inner_text())[-1]
        way.click()
        expect(page.locator(HEADING)).to_have_text(re.compile(rf"^{count} sản phẩm"))
        assert parse_qs(urlsplit(page.url).query) == {"q": ["muoi"], "producer": ["htx-muoi-thu"]}
    with visit("san-pham/?q=tom%20kho%20xyzzyq") as page:
        expect(page.locator(HEADING)).to_contain_text("Chưa thấy")
        expect(page.locator(".found h3").first).to_have_text("Tên gần giống")
        assert page.locator(".found .row").count() > 0
    with visit("san-pham/?q=xyzzyq") as page:
        expect(page.locator(HEADING)).to_contain_text("Chưa thấy")
        assert page.locator(".found .chips a").count() == 4


# The address ---------------------------------------------------------------------


def test_the_address_tells_what_is_shown(visit: Visit) -> None:
    """Ticked, searched, taken back: reload, back, forward and the other language show the same."""
    with visit("san-pham/") as page:
        open_filters(page)
        page.locator("input[name=stars][value='4']").check()
        expect(page.locator(HEADING)).to_be_visible()
        page.locator("input[name=stars][value='5']").check()
        page.locator("input[name=kind][value=muoi]").check()
        page.locator("#q").fill("bia")
        expect(page.locator(HEADING)).to_contain_text("“bia”")
        query = urlsplit(page.url).query
        assert parse_qs(query) == {"q": ["bia"], "stars": ["4,5"], "kind": ["muoi"]}
        whole = (found(page), page.locator(HEADING).inner_text())
        page.reload()
        expect(page.locator(HEADING)).to_have_text(whole[1])
        assert found(page) == whole[0]
        assert page.locator("#q").input_value() == "bia"
        page.go_back()
        expect(page.locator(".chosen li")).to_have_count(3)
        assert page.locator("#q").input_value() == ""
        page.go_back()
        expect(page.locator(".chosen li")).to_have_count(2)
        page.go_back()
        expect(page.locator(HEADING)).to_have_count(0)
        assert page.locator(".row").first.is_visible()
        for _ in range(3):
            page.go_forward()
        expect(page.locator(HEADING)).to_have_text(whole[1])
        assert page.locator("#q").input_value() == "bia"
        page.locator("a[hreflang=en]").click()
        page.wait_for_url(f"**/en/products/?{query}")
        page.locator(HEADING).wait_for()
        assert sorted(found(page)) == sorted(whole[0])


def test_who_comes_back_stands_where_they_were(visit: Visit) -> None:
    """From a product far down, the way back leads to the same height of the same list."""
    with visit("san-pham/?kind=muoi,tom&n=120") as page:
        page.locator(HEADING).wait_for()
        row = page.locator(".found .row").nth(40)
        row.scroll_into_view_if_needed()
        top = page.evaluate("scrollY")
        row.click()
        page.wait_for_load_state()
        assert "kind" not in page.url
        page.go_back()
        page.locator(HEADING).wait_for()
        page.wait_for_function("top => Math.abs(scrollY - top) < 2", arg=top)


def test_chosen_filters_are_taken_back_one_by_one_and_all(visit: Visit) -> None:
    """Each is a button above the rows; when none is left the listing is as it was, with its own rows."""
    with visit("san-pham/?stars=4,5&price=1") as page:
        page.locator(HEADING).wait_for()
        assert page.locator(".chosen button").count() == 4
        page.locator(".chosen button", has_text="4 sao").click()
        expect(page.locator(".chosen button")).to_have_count(3)
        expect(page.locator(HEADING)).to_be_focused()
        assert parse_qs(urlsplit(page.url).query) == {"stars": ["5"], "price": ["1"]}
        page.locator(".chosen .all").click()
        expect(page.locator(".found")).to_have_count(0)
        assert urlsplit(page.url).query == ""
        assert page.locator(".row").count() == 60


@pytest.mark.parametrize(
    "query",
    [
        "stars=9", "stars=__proto__,constructor", "kind=tom%00", "foo=bar&utm_source=x", "q=", "q=%20%20", "n=1e99", "stars=%E0%A4%A",
        "kind=%3Cscript%3Ealert(1)%3C/script%3E", "__proto__=x&toString=1&hasOwnProperty=2",
    ],
)  # fmt: skip
def test_what_an_address_should_not_say_is_passed_over(visit: Visit, query: str) -> None:
    """Unknown names and values change nothing, however hostile."""
    with visit(f"san-pham/?{query}") as page:
        open_filters(page)
        assert page.locator(".found").count() == 0
        assert page.locator(".row").count() == 60
        assert page.locator(".facets input:checked").count() == 0


@pytest.mark.parametrize(
    "query",
    ["stars=4,4,4,9&stars=4&kind=tom,nothing", "kind=tom&stars=4&n=-5", "kind=tom&stars=4&n=120.7&x=y"],
)
def test_what_an_address_says_well_is_taken(visit: Visit, query: str) -> None:
    """Known values count once, beside unknown ones too."""
    with visit("san-pham/?stars=4&kind=tom") as page:
        page.locator(HEADING).wait_for()
        proper = page.locator(HEADING).inner_text()
        page.goto(page.url.partition("?")[0] + "?" + query)
        expect(page.locator(HEADING)).to_have_text(proper)
        assert page.locator(".chosen button:not(.all)").count() == 2


def test_a_very_long_search_is_cut(visit: Visit) -> None:
    """A text of any length is searched, cut to what anybody would type."""
    with visit("san-pham/?q=" + "tom%20" * 3000) as page:
        page.locator(HEADING).wait_for()
        assert len(page.locator("#q").input_value()) <= 200


# The day -------------------------------------------------------------------------


def test_years_later_nothing_passes_for_rated(visit: Visit) -> None:
    """With the clock on a later day no hit has stars, and the filters know what has ended."""
    with visit(day=LATER) as page:
        search(page, "tom kho thu")
        page.locator(HITS).first.wait_for()
        assert page.locator(".hits .holding").count() == 0
        own = page.locator(".hits .row", has=page.get_by_role("link", name="Tôm khô Thử", exact=True))
        expect(own.locator(".rate")).to_have_text("Từng đạt 5 sao")
        assert own.locator("use[href^='#s']").count() == 0
    with visit("san-pham/", day=LATER) as page:
        open_filters(page)
        boxes = page.eval_on_selector_all("input[name=standing]", "all => all.map(box => box.value)")
        assert "holding" not in boxes
        assert "ended" in boxes


def test_a_page_left_open_counts_anew_on_the_next_day(visit: Visit) -> None:
    """What is ticked after a rating has ended is counted as of that day."""
    with visit("san-pham/") as page:
        open_filters(page)
        holding = page.locator("label:has(input[name=standing][value=holding]) .n").inner_text()
        page.clock.set_fixed_time(LATER.isoformat() + NOON)
        page.locator("input[name=price]").check()
        page.locator(HEADING).wait_for()
        assert holding
        expect(page.locator("input[name=standing][value=holding]")).to_have_count(0)


# For everybody -------------------------------------------------------------------


STATES: dict[str, tuple[str, Callable[[Page], Any]]] = {
    "dialog": (PRODUCT, lambda page: page.locator(".lens").click()),
    "hits": (PRODUCT, lambda page: (search(page, "muoi"), page.locator(HITS).first.wait_for())),
    "nothing": (PRODUCT, lambda page: (search(page, "xyzzyq"), page.locator(".hits .chips").wait_for())),
    "front": ("", lambda page: (page.locator("#q").fill("muoi"), page.locator(HITS).first.wait_for())),
    "filters": ("san-pham/?stars=4,5&q=muoi", open_filters),
    "makers": ("en/producers/?kind=muoi", open_filters),
    "ship date": ("chu-the/?day=2027-03-15", open_filters),
    "none found": ("san-pham/?q=muoi&kind=tom&producer=htx-muoi-thu", lambda page: page.locator(HEADING).wait_for()),
}  # fmt: skip


@pytest.mark.parametrize("name", STATES)
def test_everybody_can_search(visit: Visit, axe: str, name: str) -> None:
    """WCAG 2.2 AA and best practice, as far as a program can tell, on a phone and a desk, in light and dark."""
    path, reach = STATES[name]
    with visit(path, width=360, reduced_motion="reduce") as page:
        reach(page)
        page.evaluate(axe)
        for width, scheme in product((360, 1280), ("light", "dark")):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            assert violations(page) == [], (width, scheme)


@pytest.mark.parametrize("name", STATES)
def test_no_state_scrolls_sideways(visit: Visit, name: str) -> None:
    """Neither on the narrowest phone nor with letters of twice the size is anything of the search cut or pushed out."""
    own = """() => [...document.querySelectorAll(".finder, .over, #tim, .found")].filter((each) => each.offsetParent || each.open)
      .map((each) => [each.className || each.id, each.scrollWidth - each.clientWidth, each.getBoundingClientRect().right])"""
    path, reach = STATES[name]
    with visit(path, width=320) as page:
        reach(page)
        for width in (320, 360, 640, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, width
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        for width in (360, 640):
            page.set_viewport_size({"width": width, "height": 800})
            parts = page.evaluate(own)
            assert parts
            assert [each for each in parts if each[1] > 0 or each[2] > width] == [], width


@pytest.mark.parametrize("name", ["hits", "filters"])
def test_a_thumb_hits_what_it_means(visit: Visit, name: str) -> None:
    """Boxes with their words, buttons and short links are at least 44 px high on a phone."""
    path, reach = STATES[name]
    with visit(path, width=360) as page:
        reach(page)
        pressed = ".hits .chips a, dialog button, dialog input, .facets label, .facets summary, .facets button, .found button, .find input"
        heights = page.eval_on_selector_all(
            pressed,
            "all => all.filter(each => each.offsetParent).map(each => [each.textContent, each.getBoundingClientRect().height])",
        )
        assert heights
        assert [each for each in heights if each[1] < 44] == []


def test_paper_shows_what_was_found(visit: Visit) -> None:
    """In print the rows stay, and nothing is there to press."""
    with visit("san-pham/?stars=4") as page:
        open_filters(page)
        page.emulate_media(media="print")
        assert page.locator(".found .row").first.is_visible()
        assert not any(each.is_visible() for each in page.locator(".find, .sift, .found button").all())


def test_filters_are_used_with_the_keyboard_alone(visit: Visit) -> None:
    """The box that was ticked keeps the focus while counts change, and the button at the end leads to what was found."""
    with visit("san-pham/") as page:
        open_filters(page)
        box = page.locator("input[name=kind][value=muoi]")
        box.focus()
        page.keyboard.press("Space")
        page.locator(HEADING).wait_for()
        expect(box).to_be_focused()
        expect(box).to_be_checked()
        status = page.locator("#tim [role=status]")
        expect(status).to_have_text(re.compile(r"^\d+ sản phẩm$"))
        page.locator(".facets > .btns button").first.focus()
        page.keyboard.press("Enter")
        expect(page.locator(HEADING)).to_be_focused()
        assert not page.locator(".facets").is_visible()


# What holds it together ------------------------------------------------------------


def test_scripts_say_no_word_that_is_missing() -> None:
    """Every word that a script asks for is there in both languages, and none of the search's lies idle."""
    source = "\n".join(
        path.read_text("utf-8") for path in SCRIPTS.rglob("*.js") if "editor" not in path.parts
    )
    own = {key.removeprefix("find_") for key in words.WORDS if key.startswith("find_")}
    whole = set(re.findall(r'\b(?:say|counted)\(\w+(?:\.\w+)?, "(\w+)"', source))
    begun = set(re.findall(r"`(\w+_)\$\{", source))
    pairs = {
        key
        for key in own
        if key.removesuffix("_one").removesuffix("_many") in whole | {"products", "producers"}
    }
    asked = whole | pairs | {key for key in own if any(key.startswith(start) for start in begun)}
    assert {key for key in whole if key not in own and f"{key}_one" not in own} == set()
    assert own - asked - set(re.findall(r'"(\w+)"', source)) == set()


def test_what_is_said_before_the_index_is_said_alike(built_site: Path) -> None:
    """The words that come with the script are those of the page's own field."""
    early = (SCRIPTS / "find/early.js").read_text("utf-8")
    for lang in ("vi", "en"):
        for key in ("search_products", "search_hint"):
            assert json.dumps(words.of(lang).t(key), ensure_ascii=False) in early
