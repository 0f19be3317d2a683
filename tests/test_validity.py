"""What a page says long after it was made: in a browser whose clock stands on a later day, what a page of that day says."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from browsing import Open, served, violations
from hosting import ROOT, Project
from page_kinds import PAGES

pytestmark = pytest.mark.browser

MADE = "2026-11-24"
LATER = ("2026-12-29", "2027-02-01", "2027-03-01", "2027-07-01", "2028-01-01", "2031-01-01")
NOON = "T05:00:00Z"
"""Noon in Việt Nam."""

# Every way in which what is known of a product may turn after the page was made.
RECOGNISED: dict[str, dict[str, Any]] = {
    "het-ngay": {"recognitions": [{"stars": 4, "date": "2023-12-28", "decision": "1/QĐ-THU"}]},
    "het-nam": {"recognitions": [{"stars": 3, "date": 2024}]},
    "con-lau": {"recognitions": [{"stars": 4, "date": "2026-10-01"}]},
    "lan-sau-chua-ro": {
        "recognitions": [{"stars": 4, "date": "2024-01-01"}, {"stars": 3, "reported": "2025-06"}]
    },
    "lan-truoc-con-lau": {
        "recognitions": [
            {"stars": 5, "date": "2024-02", "expires": "2027-02"},
            {"stars": 3, "date": "2023-05", "expires": "2029-05", "authority": "UBND tỉnh Thử"},
        ]
    },
    "sap-cong-nhan": {"recognitions": [{"stars": 4, "date": "2027-03-01"}]},
    "sap-len-hang": {"recognitions": [{"stars": 3, "date": "2025-01-10"}, {"stars": 5, "date": "2027-03"}]},
    "chua-ro": {"recognitions": [{"stars": 4, "reported": "2024-01"}]},
    "chua-ro-mai": {"recognitions": [{"stars": 3}]},
    "khong-ghi-hang": {"recognitions": [{"reported": "2024-06"}]},
    "dang-cho": {"recognitions": [{"stars": 3, "date": "2023-09-01"}]},
    "da-het": {"recognitions": [{"stars": 5, "date": 2021}]},
    "sap-rut": {
        "recognitions": [{"stars": 4, "date": "2025-06"}],
        "withdrawn": {"date": "2027-02", "reason": "Ngừng làm (bịa ra)", "replaced_by": "con-lau"},
    },
    "chua-co": {},
}
CERTIFIED = [
    {"scheme": "haccp", "number": "THU-1", "expires": "2026-12-31"},
    {"scheme": "iso-22000", "expires": "2027-01"},
    {"scheme": "halal"},
]

# What a document says, be it the live page or another that was only read: plaques, history, facts and rows, without the
# numbers of sources, whose order is each page's own.
SAYS = """(document) => {
  const text = (found, without = "sup") => {
    const copy = found.cloneNode(true)
    copy.querySelectorAll(without).forEach((each) => each.remove())
    return copy.textContent.replace(/\\s+/g, " ").trim()
  }
  const all = (selector) => [...document.querySelectorAll(`#main ${selector}`)]
  const standing = (row) => ([...row.querySelectorAll(".rate")].pop() || { className: "" }).className.replace("rate ", "")
  return {
    records: all(".panel, .steps, .facts, .goals, .places, .btns").map((found) => [found.className, text(found)]),
    campaigns: all(".campaign, .tag, .band h2").map((found) => text(found)),
    rows: Object.fromEntries(all(".row").map((row) => [row.querySelector("a").getAttribute("href"), {
      mark: [...row.querySelectorAll(".r")].map((line) => text(line)).join(),
      by: [...row.querySelectorAll(".by")].map((line) => text(line)).join(),
      stands: standing(row),
      stars: row.querySelectorAll('use[href^="#s"]').length,
      promoted: [...row.querySelectorAll(".promo")].map((each) => text(each)).join(),
    }])),
    lists: all(".rows").map((list) => [...list.children].map(standing)),
    since: all(".since").map((found) => text(found)),
    counted: all(".note:not(.since)").map((found) => text(found)).filter((said) => /^(Trang lập|This page was)/.test(said)),
  }
}"""

Says = dict[str, Any]


def _write(root: Path, records: dict[str, Any]) -> None:
    for path, record in records.items():
        file = root / f"{path}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(yaml.safe_dump(record, allow_unicode=True), "utf-8")


def _records() -> dict[str, Any]:
    """Write a catalogue in which everything that a day can change changes after the pages were made."""
    products = {
        f"products/huyen-thu/{name}": {
            "name": f"Muối {name} thử", "kind": "tom" if name == "con-lau" else "muoi", "sources": ["bao-thu"],
            "producer": "htx-thu" if "chua" in name or "sap" in name else "ho-thu",
            **({"certifications": CERTIFIED} if name == "het-ngay" else {}),
            **written,
        }
        for name, written in RECOGNISED.items()
    }  # fmt: skip
    makers = "catalogue/producers/"
    points = "catalogue/sales-points/"
    return products | {
        f"{makers}htx-thu": {"name": "HTX Thử", "certifications": CERTIFIED, "sources": ["bao-thu"]},
        f"{makers}ho-thu": {"name": "Hộ Thử", "withdrawn": {"date": "2027-02"}, "sources": ["bao-thu"]},
        f"{points}cua-hang": {"name": "Cửa hàng Thử", "sells": "all", "closed": "2027-02-15", "sources": ["bao-thu"],
                               "district": "huyen-thu", "address": "Số 1", "hours": "Mo-Fr 07:30-20:00",
                               "links": {"shopee": "https://shopee.example.org/thu"}},
        f"{points}cho": {"name": "Chợ Thử", "sells": ["con-lau"], "sources": ["bao-thu"]},
        "catalogue/promotions": [
            {"id": "muoi", "title": "Mùa muối (thử)", "kinds": ["muoi"], "until": "2027-01-31", "rank": 1},
            {"id": "tom", "title": "Mùa tôm (thử)", "kinds": ["tom"], "rank": 2},
            {"id": "sau", "title": "Mùa sau (thử)", "kinds": ["muoi"], "from": "2027-06"},
        ],
        "catalogue/programme": {"targets": [{"measure": "training", "period": 2028, "at_least": 5}]},
    }  # fmt: skip


@pytest.fixture(scope="module")
def editions(whole_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the site as it was made, and as it would have been made on each later day, by day."""
    root = tmp_path_factory.mktemp("editions")
    project = Project.make(root / "project", whole_site)
    for folder in ("products", "catalogue/producers", "catalogue/sales-points"):
        shutil.rmtree(project.root / folder)
    _write(project.root, _records())
    shutil.copy(ROOT / "build/assets/ocop.js", project.root / "build/assets")
    for day in (MADE, *LATER):
        outcome = project.build(CATALOGUE_DATE=day)
        assert outcome.code == 0, outcome.err
        project.site.rename(root / day)
    return root


@pytest.fixture(scope="module")
def address(editions: Path) -> Iterator[str]:
    """Serve all editions side by side."""
    with served(editions) as base:
        yield base


Visit = Callable[..., AbstractContextManager[Page]]


@pytest.fixture
def visit(browser: Browser, address: str) -> Visit:
    """Give a context manager that opens a page of the site as it was made, with the clock on some day."""

    @contextmanager
    def opening(path: str, now: str, **options: Any) -> Iterator[Page]:
        context = browser.new_context(**options)
        page = context.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.clock.set_fixed_time(now)
        answer = page.goto(f"{address}{MADE}/{path}")
        assert answer is not None
        assert answer.ok
        yield page
        context.close()
        assert wrong == []

    return opening


def says(page: Page) -> Says:
    """Read what a page says now."""
    found: Says = page.evaluate(f"({SAYS})(document)")
    return found


def would_say(page: Page, path: str, day: str) -> Says:
    """Read what the same page says in the edition of a later day."""
    found: Says = page.evaluate(
        f"""async (address) => {{
          const answer = await fetch(address)
          return ({SAYS})(new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html"))
        }}""",
        f"/{day}/{path}",
    )
    return found


def wait_until(page: Page, day: str) -> None:
    """Let the page lie until a day, and look at it again."""
    page.clock.set_fixed_time(day + NOON)
    page.evaluate("dispatchEvent(new Event('pageshow'))")


RECORDS = [
    *(f"san-pham/{name}/" for name in RECOGNISED),
    *(f"en/products/{name}/" for name in ("het-ngay", "lan-sau-chua-ro", "sap-rut")),
    "chu-the/htx-thu/", "chu-the/ho-thu/", "en/producers/ho-thu/", "diem-ban/cua-hang/", "en/sales-points/cua-hang/",
    "chuong-trinh/", "en/programme/", "nhom/muoi/",
]  # fmt: skip
LISTS = [
    "", "en/", "san-pham/", "en/products/", "xep-hang/", "xep-hang/4-sao/", "xep-hang/het-han/", "nhom/muoi/", "nhom/tom/",
    "nhom/thuc-pham/", "dia-phuong/huyen-thu/", "chu-the/", "en/producers/", "diem-ban/",
]  # fmt: skip


@pytest.mark.parametrize("path", RECORDS)
def test_a_record_says_on_every_later_day_what_a_page_of_that_day_says(visit: Visit, path: str) -> None:
    """Plaque, history, certificates, sales points and targets turn day by day into the words of a new page."""
    with visit(path, MADE + NOON) as page:
        assert says(page)["records"] == would_say(page, path, MADE)["records"]
        for day in LATER:
            wait_until(page, day)
            assert says(page)["records"] == would_say(page, path, day)["records"], day
    with visit(path, LATER[-1] + NOON) as page:
        assert says(page)["records"] == would_say(page, path, LATER[-1])["records"] != []


def _known(page: Page, path: str, day: str) -> dict[str, Any]:
    """Give all rows of a later edition in the page's language by what they lead to, whatever the page."""
    english = path.startswith("en/")
    names = (
        ("en/products/", "en/producers/", "en/sales-points/")
        if english
        else ("san-pham/", "chu-the/", "diem-ban/")
    )
    found = {}
    for name in names:
        found |= {name + href.split("/")[-2]: row for href, row in would_say(page, name, day)["rows"].items()}
    return found


def _shown(page: Page, path: str) -> dict[str, Any]:
    rows = {}
    for href, row in says(page)["rows"].items():
        target: str = page.evaluate("href => new URL(href, document.baseURI).pathname", href)
        rows[target.removeprefix(f"/{MADE}/").rstrip("/")] = row
    return rows


@pytest.mark.parametrize("path", [*LISTS, "san-pham/con-lau/", "chu-the/ho-thu/", "diem-ban/cho/"])
def test_a_row_says_on_every_later_day_what_a_page_of_that_day_says(visit: Visit, path: str) -> None:
    """Marks turn wherever they stand; a closed sales point leaves its list; a campaign that is over promotes nothing."""
    is_directory = path in ("chu-the/", "en/producers/", "diem-ban/")
    with visit(path, MADE + NOON) as page:
        for day in (MADE, *LATER):
            wait_until(page, day)
            shown, known = _shown(page, path), _known(page, path, day)
            assert shown or path == "xep-hang/het-han/"
            for target, row in shown.items():
                # Each list of products has its own second line. A campaign that began later waits for the next build.
                new, old = known[target], {"promoted": row["promoted"]}
                assert old["promoted"] in ("", new["promoted"]), (day, target)
                assert row | old == new | old | ({} if is_directory else {"by": row["by"]}), (day, target)


def test_a_record_of_a_list_is_never_missing_from_the_later_one(visit: Visit) -> None:
    """The tests above would find nothing wrong with an empty list: all goods are there, to the last day."""
    with visit("san-pham/", LATER[-1] + NOON) as page:
        assert set(_shown(page, "san-pham/")) == {f"san-pham/{name}" for name in RECOGNISED}


@pytest.mark.parametrize("path", ["", "en/", "nhom/muoi/", "san-pham/het-ngay/", "en/products/het-ngay/"])
def test_a_campaign_is_over_when_it_is_over(visit: Visit, path: str) -> None:
    """After its last day no page, no row and no section goes on promoting."""
    with visit(path, "2027-01-31T16:59:59Z") as page:
        assert any("muối (thử)" in said for said in says(page)["campaigns"])
    with visit(path, "2027-01-31T17:00:00Z") as page:
        assert not any("muối (thử)" in said for said in says(page)["campaigns"])
        assert not any("muối" in row["promoted"] for row in says(page)["rows"].values())


# Lists -----------------------------------------------------------------------------

RANKS = ["holding", "unconfirmed", "ended", "none", "withdrawn"]


@pytest.mark.parametrize("path", LISTS)
def test_what_has_ended_goes_behind_what_has_not(visit: Visit, path: str) -> None:
    """In every list what holds comes first, then what has ended, then what was never confirmed; nothing is lost."""
    with visit(path, MADE + NOON) as page:
        before = set(_shown(page, path)) - {"diem-ban/cua-hang"}
        for day in LATER:
            wait_until(page, day)
            now = says(page)
            assert set(_shown(page, path)) >= before
            if path in ("chu-the/", "en/producers/", "diem-ban/"):
                continue
            for row in now["lists"]:
                current = [RANKS.index(stands) > RANKS.index("unconfirmed") for stands in row]
                assert current == sorted(current), day


def test_a_list_keeps_its_order_otherwise(visit: Visit) -> None:
    """Rows that stand as high as each other stay in the order in which they were."""
    with visit("san-pham/", MADE + NOON) as page:
        before = list(_shown(page, "san-pham/"))
        wait_until(page, LATER[0])
        after = list(_shown(page, "san-pham/"))
        ended = "san-pham/het-ngay"
        assert after.index(ended) > before.index(ended)
        assert [each for each in after if each != ended] == [each for each in before if each != ended]


def test_a_list_says_how_many_ratings_have_changed(visit: Visit) -> None:
    """One plain sentence before a list counts what is no longer as it was; where nothing has changed there is none."""
    with visit("xep-hang/4-sao/", MADE + NOON) as page:
        before = says(page)
        assert before["since"] == before["counted"] == []
        for day in LATER:
            wait_until(page, day)
            now = says(page)
            changed = sum(
                (row["stands"], row["stars"])
                != (before["rows"][href]["stands"], before["rows"][href]["stars"])
                for href, row in now["rows"].items()
            )
            assert now["since"] == [
                f"Trang lập ngày 24/11/2026; từ đó {changed} hạng sao ở đây đã hết hạn hay thay đổi."
            ]
    with visit("en/stars/4/", LATER[0] + NOON) as page:
        assert says(page)["since"] == [
            "This page was made on 24 November 2026. Ratings here that have expired or changed since: 1."
        ]


@pytest.mark.parametrize(
    "path", ["san-pham/", "xep-hang/", "xep-hang/5-sao/", "nhom/muoi/", "en/kinds/muoi/"]
)
def test_counts_are_said_to_be_of_their_day(visit: Visit, path: str) -> None:
    """As soon as one rating among those that a page counts has changed, it says of which day its counts are."""
    with visit(path, "2026-12-28T16:59:59Z") as page:
        assert says(page)["counted"] == []
    with visit(path, "2026-12-28T17:00:00Z") as page:
        (said,) = says(page)["counted"]
        assert said.startswith(("Trang lập ngày 24/11/2026; ", "This page was made on 24 November 2026; "))


def test_counts_are_not_doubted_without_need(visit: Visit) -> None:
    """A rating of other goods changes nothing on the page of a kind."""
    with visit("nhom/tom/", LATER[-2] + NOON) as page:
        assert says(page)["counted"] == says(page)["since"] == []


# The clock -------------------------------------------------------------------------


def _plaque(page: Page) -> str:
    return (page.get_attribute(".panel", "class") or "").removeprefix("rate panel ")


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Tokyo"])
@pytest.mark.parametrize(
    ("now", "plaque"),
    [
        ("2026-12-28T16:30:00Z", "holding"),  # 23:30 of the last day in Việt Nam
        ("2026-12-28T17:30:00Z", "ended"),  # 00:30 of the day after
        ("2026-12-27T17:30:00Z", "holding"),  # 00:30 of the last day
        ("2026-12-29T16:30:00Z", "ended"),  # 23:30 of the day after
    ],
)
def test_a_day_is_a_day_in_viet_nam(visit: Visit, zone: str, now: str, plaque: str) -> None:
    """A rating holds through its last day there, wherever the visitor's clock stands."""
    with visit("san-pham/het-ngay/", now, timezone_id=zone) as page:
        assert _plaque(page) == plaque
        assert _shown(page, "san-pham/het-ngay/")["san-pham/con-lau"]["stands"] == "holding"


def test_a_clock_before_the_build_is_wrong(visit: Visit) -> None:
    """A phone that has lost its clock shows the page as it was made."""
    for now in ("1970-01-01T00:00:00Z", "2020-06-01T00:00:00Z"):
        with visit("san-pham/", now) as page:
            assert says(page) == would_say(page, "san-pham/", MADE)


def test_midnight_passes_while_a_page_is_open(browser: Browser, address: str) -> None:
    """Nobody needs to touch a page for it to turn, and it goes on turning."""
    context = browser.new_context()
    page = context.new_page()
    page.clock.install(time="2026-12-28T16:59:30Z")
    page.goto(f"{address}{MADE}/san-pham/het-ngay/")
    assert _plaque(page) == "holding"
    page.clock.run_for(29_000)
    assert _plaque(page) == "holding"
    page.clock.run_for(2_000)
    assert _plaque(page) == "ended"
    assert "Có thể đang chờ công nhận lại." in page.inner_text(".panel")
    page.clock.pause_at("2027-06-26T16:59:59Z")
    page.clock.run_for(2_000)
    assert "Có thể đang chờ công nhận lại." not in page.inner_text(".panel")
    context.close()


@pytest.mark.parametrize("event", ["window.dispatchEvent(new Event('pageshow'))", "document.dispatchEvent(new Event('visibilitychange'))"])  # fmt: skip
def test_a_page_looks_at_the_day_when_somebody_comes_back(visit: Visit, event: str) -> None:
    """A page out of the browser's memory, or a tab that comes into view, tells the truth at once; once is enough."""
    with visit("xep-hang/4-sao/", MADE + NOON) as page:
        page.clock.set_fixed_time(LATER[0] + NOON)
        page.evaluate(event)
        turned = page.inner_html("#main")
        assert "hạng sao ở đây đã hết hạn" in turned
        page.evaluate(f"{event}; {event}")
        assert page.inner_html("#main") == turned


# Without a script, and out of a file -------------------------------------------------


def test_without_a_script_a_page_shows_its_dates(visit: Visit) -> None:
    """It cannot turn, but it says until when what it says is true."""
    with visit("san-pham/het-ngay/", LATER[-1] + NOON, java_script_enabled=False) as page:
        assert "Hiệu lực đến 28/12/2026" in page.inner_text(".panel")
        assert "hiệu lực đến 31/12/2026" in page.inner_text(".facts")
        assert "Tính đến ngày 24/11/2026" in page.inner_text("footer")


@pytest.mark.parametrize("path", ["san-pham/het-ngay/", "xep-hang/4-sao/"])
def test_a_page_saved_by_a_visitor_goes_on_turning(editions: Path, visit: Visit, path: str) -> None:
    """Saved as the browser shows it, after it has turned once, and opened again much later."""
    with visit(path, LATER[0] + NOON) as page:
        saved = page.content()
        for day in LATER[1:]:
            wait_until(page, day)
        turned = says(page)
    (editions / MADE / path / "da-luu.html").write_text(saved, "utf-8")
    with visit(path + "da-luu.html", LATER[-1] + NOON) as page:
        assert says(page) == turned


# The real records --------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["home", "products", "stars", "kind", "producers", "producer", "product", "unconfirmed"]
)
def test_no_star_outlives_its_rating(opened: Open, axe: str, name: str) -> None:
    """Many years after a build no page claims a rating that nobody confirmed again, and everybody can read what it says."""
    with opened(PAGES[name], 360, now="2099-01-01T00:00:00Z", reduced_motion="reduce") as page:
        assert page.locator("[data-until], #main .holding").count() == 0
        assert page.locator("#main .ended svg").count() == 0
        page.evaluate(axe)
        assert violations(page) == []
