"""The trader's list in a browser: gathered from cards and pages, kept, sent by link, compared, taken along."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import openpyxl
import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browsing import served, violations
from hosting import ROOT, Project
from ocop.i18n.words import WORDS
from ocop.site.compose import FRONT_END

pytestmark = pytest.mark.browser

TODAY = "2026-11-24T05:00:00Z"
HOSTILE = "<img src=x onerror=alert(1)>{goods}"
FORMULA = '=HYPERLINK("https://example.org")'
SCRIPTS = ROOT / "overrides/assets/ocop/js/list"
# A browser that keeps nothing, as where cookies are refused.
FORGETFUL = (
    "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError') }})"
)


# A catalogue with much to buy ----------------------------------------------------------------


@pytest.fixture(scope="module")
def fair(whole_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the made-up catalogue with 200 goods more, some with names that mean mischief, from a folder of a host."""
    root = tmp_path_factory.mktemp("fair")
    made = Project.make(root / "project", whole_site)
    for name in FRONT_END:
        shutil.copy(ROOT / "build/assets" / name, made.root / "build/assets" / name)
    for number in range(200):
        _write(made, number)
    outcome = made.build()
    assert outcome.code == 0, outcome.err
    shutil.copytree(made.site, root / "host/ocop/thu")
    with served(root / "host") as address:
        yield f"{address}ocop/thu/"


def _write(made: Project, number: int) -> None:
    names = {7: HOSTILE, 8: FORMULA, 9: "Mắm “chung”, nhiều dấu; ế ỗ ặ"}
    record: dict[str, Any] = {
        "name": names.get(number, f"Hàng bịa số {number}"),
        "kind": "muoi",
        "producer": "htx-muoi-thu" if number % 3 else "ho-ba-thu",
        "packs": [
            {"size": "500 g", "price": 1000 * (number + 1)},
            {"size": "-5 kg" if number == 8 else "5 kg"},
        ],
        "sources": ["bao-thu"],
    }
    if number % 2:
        record["recognitions"] = [{"stars": 4, "date": "2026-01-15"}]
    (made.root / f"products/huyen-thu/hang-bia-{number}.yml").write_text(
        yaml.safe_dump(record, allow_unicode=True), "utf-8"
    )


def many(count: int) -> str:
    """Give the address of a list of so many of these goods."""
    return "#1~" + "~".join(f"hang-bia-{number}_{number + 1}_kg" for number in range(count))


Visit = Callable[..., Any]


@pytest.fixture
def visit(browser: Browser) -> Visit:
    """Give a context manager that opens an address in a browser of its own.

    It fails on any error in a page, and on any request to another host.
    """

    @contextmanager
    def opened(address: str, *, now: str = TODAY, script: str = "", **options: Any) -> Iterator[Page]:
        options = {"viewport": {"width": 1280, "height": 800}, "accept_downloads": True, **options}
        context = browser.new_context(**options)
        with window(context, address, now=now, script=script) as page:
            yield page
        context.close()

    return opened


@contextmanager
def window(context: BrowserContext, address: str, *, now: str = TODAY, script: str = "") -> Iterator[Page]:
    """Open an address in a window of a browser."""
    page = context.new_page()
    wrong: list[str] = []
    host = f"http://{address.split('/')[2]}/"
    own = (host, f"blob:{host}", "data:")
    page.on("pageerror", lambda fault: wrong.append(str(fault)))
    page.on("request", lambda request: None if request.url.startswith(own) else wrong.append(request.url))
    page.clock.set_fixed_time(now)
    if script:
        page.add_init_script(script)
    page.goto(address)
    yield page
    assert wrong == []


def shown(page: Page) -> list[str]:
    """Give the ids of the goods that the page shows, once it does."""
    page.wait_for_selector(".want, .gone, .start.on")
    return [str(id_) for id_ in page.eval_on_selector_all(".want", "all => all.map(each => each.dataset.id)")]


def told(page: Page) -> str:
    """Give what the address tells."""
    return unquote(page.evaluate("location.hash"))


# Words ------------------------------------------------------------------------------------------


def test_every_word_of_the_list_is_said() -> None:
    """The script asks for no word that is missing, and none lies idle."""
    text = "".join(path.read_text("utf-8") for path in SCRIPTS.glob("*.js"))
    words = {key.removeprefix("trader_") for key in WORDS if key.startswith("trader_")}
    written = set(re.findall(r'"([a-z_]+)"', text)) | set(re.findall(r"\bwords\.(\w+)", text))
    made = {
        f"{what}_{how}"
        for what in ("rating", "tally_rating", "tally_certificate")
        for how in ("valid", "over", "unknown")
    }
    made |= {"ask_each", "ask_all"}
    assert words - written - made == set()
    asked = set(re.findall(r'\b(?:say|button|field)\(\s*"([a-z_]+)"', text))
    assert asked - words == set()
    letters = {key.removeprefix("letter_") for key in WORDS if key.startswith("letter_")}
    said = set(re.findall(r"words(?:\.vi)?\.(\w+)", (SCRIPTS / "letters.js").read_text("utf-8"))) - {"en"}
    assert said == letters


# Gathering ----------------------------------------------------------------------------------------


def test_goods_are_gathered_from_cards_and_from_their_pages(visit: Visit, base: str) -> None:
    """One press adds, another takes out; button, head of the page and a screen reader tell; the list knows them all."""
    with visit(f"{base}san-pham/") as page:
        first = page.locator(".row", has_text="Muối hạt Bạc Liêu").locator(".to-list")
        expect(first).to_have_attribute("aria-pressed", "false")
        expect(first).to_have_accessible_name("Thêm vào danh sách: Muối hạt Bạc Liêu")
        assert page.locator("header .mine").is_hidden()
        first.click()
        expect(first).to_have_attribute("aria-pressed", "true")
        expect(first).to_have_accessible_name("Đã thêm vào danh sách: Muối hạt Bạc Liêu")
        expect(page.locator("body > [aria-live]")).to_have_text(
            "Đã thêm “Muối hạt Bạc Liêu”. Danh sách có 1 món."
        )
        expect(page.locator("header .mine")).to_have_accessible_name("1 Danh sách của bạn")
        page.goto(f"{base}san-pham/muoi-tinh-bac-lieu/")
        own = page.locator(".tools .btn")
        own.focus()
        page.keyboard.press("Enter")
        expect(own).to_have_text("Đã thêm vào danh sách")
        expect(own).to_have_attribute("aria-pressed", "true")
        page.locator(".row", has_text="Muối i-ốt").first.locator(".to-list").click()
        page.locator(".row", has_text="Muối i-ốt").first.locator(".to-list").click()
        page.click("header .mine")
        page.wait_for_url(f"{base}danh-sach/**")
        assert shown(page) == ["muoi-hat-bac-lieu", "muoi-tinh-bac-lieu"]
        assert told(page) == "#1~muoi-hat-bac-lieu~muoi-tinh-bac-lieu"


def test_what_a_search_finds_can_be_added(visit: Visit, base: str) -> None:
    """Rows that a script has made have the same button; only goods have one."""
    with visit(f"{base}san-pham/?q=tom+chao") as page:
        found = page.locator(".found .row", has_text="Tôm chao").first
        found.locator(".to-list").click()
        expect(page.locator(".mine b")).to_have_text("1")
        page.goto(f"{base}chu-the/")
        page.wait_for_selector(".mine b")
        assert page.locator(".row").count() > 0
        assert page.locator(".to-list").count() == 0


def test_an_empty_list_says_how_to_begin(visit: Visit, base: str) -> None:
    """It loads no data, and leads to salt and shrimp."""
    with visit(f"{base}danh-sach/") as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.reload()
        assert shown(page) == []
        page.wait_for_load_state("networkidle")
        assert page.locator(".start").is_visible()
        assert [link.inner_text() for link in page.locator(".start .btn").all()] == [
            "Muối",
            "Tôm",
            "Tất cả sản phẩm",
        ]
        assert [url for url in asked if url.endswith(".json")] == []


@pytest.mark.parametrize(
    ("path", "says"), [("danh-sach/", "Danh sách cần JavaScript"), ("en/list/", "The list needs JavaScript")]
)
def test_without_a_script_the_page_says_what_it_is(visit: Visit, base: str, path: str, says: str) -> None:
    """It offers the goods of the whole catalogue as files, and the ways to find some."""
    with visit(base + path, java_script_enabled=False) as page:
        assert says in page.inner_text("main")
        files = [page.locator(f"main a[href$='products.{kind}']") for kind in ("xlsx", "csv")]
        assert all(each.is_visible() for each in [*files, page.locator(".start .btn").first])


# Keeping --------------------------------------------------------------------------------------------


def test_what_is_wanted_is_kept_and_told_by_the_address(visit: Visit, fair: str) -> None:
    """Amount, packing, day and note are there after a reload, and in the address for whoever gets it."""
    with visit(f"{fair}danh-sach/#1~muoi-hat-thu~hang-bia-3") as page:
        row = page.locator(".want").first
        row.get_by_label("Lượng").fill("1.5")
        row.get_by_label("Đơn vị").select_option("t")
        row.get_by_label("Quy cách").fill("bao 25 kg ~_%")
        row.get_by_label("Cần ngày").fill("2027-02-15")
        row.get_by_label("Ghi chú").fill("giao tại Cần Thơ")
        page.wait_for_function("location.hash.includes('C%E1%BA%A7n')")
        address = page.url
        page.goto(f"{fair}danh-sach/")
        assert shown(page) == ["muoi-hat-thu", "hang-bia-3"]
        assert page.url == address
        values = (
            page.locator(".want")
            .first.locator("input, select")
            .evaluate_all("all => all.map(each => each.value)")
        )
        assert values == ["1.5", "t", "bao 25 kg ~_%", "2027-02-15", "giao tại Cần Thơ"]
    with visit(address) as other:
        assert shown(other) == ["muoi-hat-thu", "hang-bia-3"]
        assert "giao tại Cần Thơ" in other.locator(".want textarea, .want input").evaluate_all(
            "all => all.map(each => each.value)"
        )


def test_packs_of_the_record_are_offered(visit: Visit, fair: str) -> None:
    """Who packs is asked for what is sold, and may write anything else."""
    with visit(f"{fair}danh-sach/#1~muoi-hat-thu") as page:
        shown(page)
        assert page.locator("datalist option").evaluate_all("all => all.map(each => each.value)") == [
            "500 g",
            "1 kg",
        ]
        assert page.get_by_label("Đơn vị").input_value() == "t"


def test_two_hundred_goods_go_into_a_link(visit: Visit, fair: str) -> None:
    """A link with 200 goods opens on another phone with all of them, can be changed, and leads on."""
    with visit(fair + "danh-sach/" + many(200), viewport={"width": 360, "height": 780}) as page:
        assert shown(page) == [f"hang-bia-{number}" for number in range(200)]
        assert page.locator(".compare tbody tr").count() == 200
        assert page.inner_text("main h2").startswith("200 món của 2 chủ thể")
        page.locator(".want").nth(5).get_by_label("Lượng").fill("77")
        page.wait_for_function("location.hash.includes('hang-bia-5_77_kg')")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        address = page.url
    with visit(address) as other:
        assert len(shown(other)) == 200
        assert other.locator(".want").nth(5).get_by_label("Lượng").input_value() == "77"


def test_what_is_gone_says_so_and_what_has_moved_is_found(visit: Visit, fair: str) -> None:
    """An id that the catalogue has no more stands there as such; one that has changed leads to its product."""
    with visit(f"{fair}danh-sach/#1~muoi-hat-cu_2_t~khong-co-mon-nay_1_kg") as page:
        assert shown(page) == ["muoi-hat-thu"]
        assert page.locator(".want").get_by_label("Lượng").input_value() == "2"
        assert page.inner_text(".gone p") == "Không còn trong danh mục: khong-co-mon-nay"
        assert told(page) == "#1~muoi-hat-thu_2_t~khong-co-mon-nay_1_kg"
        page.click(".gone .plain")
        page.wait_for_selector(".gone", state="detached")
        assert told(page) == "#1~muoi-hat-thu_2_t"


def test_a_list_of_what_is_gone_alone_still_opens(visit: Visit, fair: str) -> None:
    """Where the catalogue has none of it, the page says so of each."""
    with visit(f"{fair}danh-sach/#1~cu-mot~cu-hai") as page:
        assert shown(page) == []
        assert page.locator(".gone li").count() == 2


def test_without_storage_the_list_travels_in_the_address(visit: Visit, fair: str) -> None:
    """Where the browser keeps nothing, the list goes from page to page in links, and says that closing forgets it."""
    with visit(f"{fair}san-pham/muoi-hat-thu/", script=FORGETFUL) as page:
        page.click(".tools .btn")
        expect(page.locator(".mine b")).to_have_text("1")
        page.click("nav[aria-label='Mục chính'] a >> nth=0")
        page.wait_for_load_state()
        assert told(page) == "#1~muoi-hat-thu"
        page.goto(f"{fair}san-pham/muoi-tinh-thu/#1~muoi-hat-thu")
        page.click(".tools .btn")
        page.click(".mine")
        assert shown(page) == ["muoi-hat-thu", "muoi-tinh-thu"]
        assert "danh sách chỉ nằm trong địa chỉ trang" in page.inner_text(".note")
        page.locator(".want").first.get_by_label("Lượng").fill("3")
        page.wait_for_function("location.hash.includes('muoi-hat-thu_3_t')")
        page.locator(".want h3 a").first.click()
        page.wait_for_url("**/san-pham/muoi-hat-thu/**")
        assert told(page) == "#1~muoi-hat-thu_3_t~muoi-tinh-thu"
        expect(page.locator(".tools .btn")).to_have_attribute("aria-pressed", "true")


# Lists of others ---------------------------------------------------------------------------------------


def test_a_list_that_is_sent_replaces_nothing_by_itself(visit: Visit, fair: str) -> None:
    """It is shown beside one's own, which can be returned to, added to or replaced."""
    sent = f"{fair}danh-sach/#1~hang-bia-1_5_kg~muoi-hat-thu_9_t"
    with visit(f"{fair}danh-sach/#1~muoi-hat-thu_2_t~hang-bia-2") as page:
        assert shown(page) == ["muoi-hat-thu", "hang-bia-2"]
        page.goto("about:blank")
        page.goto(sent)
        assert shown(page) == ["hang-bia-1", "muoi-hat-thu"]
        assert (
            "danh sách người khác gửi: 2 món. Danh sách của bạn (2 món) vẫn còn nguyên."
            in page.inner_text(".note")
        )
        page.click("text=Về danh sách của tôi")
        page.wait_for_selector(".want[data-id=hang-bia-2]")
        assert told(page) == "#1~muoi-hat-thu_2_t~hang-bia-2"
        page.goto("about:blank")
        page.goto(sent)
        page.click("text=Thêm vào danh sách của tôi")
        page.wait_for_selector(".want[data-id=hang-bia-2]")
        assert told(page) == "#1~muoi-hat-thu_2_t~hang-bia-2~hang-bia-1_5_kg"
        page.goto("about:blank")
        page.goto(sent)
        page.click("text=Thay danh sách của tôi")
        page.wait_for_selector(".note", state="detached")
        page.goto(f"{fair}danh-sach/")
        assert shown(page) == ["hang-bia-1", "muoi-hat-thu"]


def test_a_list_that_is_sent_to_a_new_phone_is_kept_there(visit: Visit, fair: str) -> None:
    """Who has no list yet goes on with the one that came."""
    with visit(f"{fair}danh-sach/#1_2027-03-01~hang-bia-1") as page:
        assert shown(page) == ["hang-bia-1"]
        assert page.locator(".note").count() == 0
        page.goto(f"{fair}san-pham/muoi-hat-thu/")
        page.click(".tools .btn")
        page.goto(f"{fair}danh-sach/")
        assert shown(page) == ["hang-bia-1", "muoi-hat-thu"]
        assert told(page) == "#1_2027-03-01~hang-bia-1~muoi-hat-thu"


def test_a_change_in_another_window_is_followed(browser: Browser, fair: str) -> None:
    """Two windows of one browser show one list."""
    context = browser.new_context()
    with (
        window(context, f"{fair}danh-sach/#1~hang-bia-1") as page,
        window(context, f"{fair}san-pham/muoi-hat-thu/") as other,
    ):
        assert shown(page) == ["hang-bia-1"]
        other.click(".tools .btn")
        page.wait_for_selector(".want[data-id=muoi-hat-thu]")
        expect(page.locator(".mine b")).to_have_text("2")
    context.close()


def test_the_way_back_leads_through_the_list(visit: Visit, fair: str) -> None:
    """Back undoes a removal; back from a product's page shows what was added there."""
    with visit(f"{fair}danh-sach/#1~hang-bia-1~hang-bia-2_4_kg~hang-bia-3") as page:
        shown(page)
        page.locator(".want").nth(1).get_by_role("button").click()
        page.wait_for_selector(".want[data-id=hang-bia-2]", state="detached")
        assert page.evaluate("document.activeElement.closest('.want').dataset.id") == "hang-bia-3"
        page.go_back()
        page.wait_for_selector(".want[data-id=hang-bia-2]")
        assert told(page) == "#1~hang-bia-1~hang-bia-2_4_kg~hang-bia-3"
        page.click("text=Xóa hết")
        page.wait_for_selector(".start.on")
        assert told(page) == ""
        page.go_back()
        assert len(shown(page)) == 3
        page.locator(".want h3 a").first.click()
        page.wait_for_selector(".tools .btn")
        page.locator(".row .to-list").first.click()
        added = page.eval_on_selector_all(".to-list", "all => all.length")
        assert added
        page.go_back()
        page.wait_for_function("document.querySelectorAll('.want').length === 4")


def test_mischief_in_an_address_stays_text(visit: Visit, fair: str) -> None:
    """Markup and words in braces, in the address or in records, are shown as they are written."""
    note = "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%7Bname%7D"
    with visit(f"{fair}danh-sach/#1~hang-bia-7_1_kg_{note}__{note}~__proto__~constructor~%3Cb%3E") as page:
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        assert shown(page) == ["hang-bia-7"]
        assert page.inner_text(".want h3") == HOSTILE
        assert page.get_by_label("Ghi chú").input_value() == "<img src=x onerror=alert(1)>{name}"
        assert page.locator("main img").count() == 0
        page.click(".letter summary")
        letter = page.locator(".letter textarea").input_value()
        assert f"1. {HOSTILE}: 1 kg; <img src=x onerror=alert(1)>{{name}}; <img" in letter
        assert page.inner_text(".gone").count("Không còn trong danh mục") == 1


# Days ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ship", "rating", "certificate"),
    [
        ("2027-12-28", "valid", "valid"), ("2027-12-29", "over", "valid"),
        ("2028-02-28", "over", "valid"), ("2028-02-29", "over", "over"),
    ],
)  # fmt: skip
def test_a_ship_date_tells_what_is_valid_then(
    visit: Visit, fair: str, ship: str, rating: str, certificate: str
) -> None:
    """Up to its last day, and not on the next, a rating and a certificate are valid on the day of shipment."""
    with visit(f"{fair}danh-sach/#1~muoi-hat-thu") as page:
        shown(page)
        page.get_by_label("Ngày giao cả danh sách").fill(ship)
        first, second = page.locator(".doubts p").first, page.locator(".doubts p").nth(1)
        expect(first).to_have_class(f"is-{rating}")
        expect(second).to_have_class(f"is-{certificate}")
        assert ("còn hạng" if rating == "valid" else "Từng đạt 4 sao") in first.inner_text()
        assert (
            "hiệu lực đến 28/2/2028" if certificate == "valid" else "hết hạn 28/2/2028"
        ) in second.inner_text()
        assert told(page) == f"#1_{ship}~muoi-hat-thu"


@pytest.mark.parametrize(
    ("now", "stands"), [("2027-12-28T16:59:59Z", "4 sao"), ("2027-12-28T17:00:00Z", "Từng đạt 4 sao")]
)
def test_today_is_the_day_in_viet_nam(visit: Visit, fair: str, now: str, stands: str) -> None:
    """One second after the last day there, the list says that the rating was, whoever looks from where."""
    with visit(f"{fair}danh-sach/#1~muoi-hat-thu", now=now, timezone_id="America/New_York") as page:
        shown(page)
        assert re.sub(r"\s+", " ", page.inner_text(".want .rate")).replace(" trên 5", "") == stands


def test_what_has_no_known_end_is_said_as_it_is(visit: Visit, base: str) -> None:
    """A rating without a date, a certificate without an end, are neither valid nor over on a day to come."""
    with visit(f"{base}danh-sach/#1_2028-06-01~muoi-hat-bac-lieu~yen-sao-hung-nhi") as page:
        shown(page)
        assert "chưa rõ hạn" in page.locator(".doubts .is-unknown").first.inner_text()
        assert page.inner_text(".verdict").startswith("Ngày 1/6/2028: 1 món còn hạng")


def test_of_a_day_that_has_passed_nothing_is_said(visit: Visit, fair: str) -> None:
    """The tables tell of today and later: a list with an old ship date asks for another one."""
    with visit(f"{fair}danh-sach/#1_2026-11-23~muoi-hat-thu") as page:
        shown(page)
        assert page.inner_text(".verdict") == "Ngày giao đã qua: xin chọn ngày khác."
        assert page.locator(".doubts p").count() == 0
        assert not [head for head in table(page)[0] if "23/11" in head]


def test_a_listing_hands_its_ship_date_on(visit: Visit, fair: str) -> None:
    """The day in the address of a listing is that of one's own list where it has none yet; cleared, it does not come back."""
    field = ".ship input[type=date]"
    with visit(f"{fair}danh-sach/#1~muoi-hat-thu") as page:
        page.locator(field).wait_for()
        page.goto(f"{fair}danh-sach/?day=2027-06-15")
        expect(page.locator(field)).to_have_value("2027-06-15")
        assert "?" not in page.url
        page.goto(f"{fair}danh-sach/?day=2027-09-01")
        expect(page.locator(field)).to_have_value("2027-06-15")
        page.locator(field).fill("")
        page.reload()
        expect(page.locator(field)).to_have_value("")


def test_only_what_is_rated_then_can_be_kept(visit: Visit, fair: str) -> None:
    """One press removes what is not rated on the ship date; what is not certain stays; back undoes it."""
    with visit(f"{fair}danh-sach/#1_2028-01-05~muoi-hat-thu~hang-bia-1~hang-bia-2~khu-muoi-thu") as page:
        shown(page)
        assert (
            "Ngày 5/1/2028: 1 món còn hạng, 2 món đã hết hạn hoặc chưa ghi nhận hạng, 1 món chưa rõ"
            in page.inner_text(".verdict")
        )
        page.click(".verdict .plain")
        page.wait_for_function("document.querySelectorAll('.want').length === 2")
        assert told(page) == "#1_2028-01-05~hang-bia-1~khu-muoi-thu"
        page.go_back()
        page.wait_for_function("document.querySelectorAll('.want').length === 4")


def test_what_a_maker_does_not_take_is_said(visit: Visit, fair: str) -> None:
    """Less than the least order, in whatever unit, and a day sooner than it delivers, stand at the row."""
    with visit(f"{fair}danh-sach/#1~muoi-hat-thu_499_kg__2026-11-30") as page:
        shown(page)
        assert page.locator(".doubt").all_inner_texts() == [
            "Dưới mức đặt tối thiểu: 0,5 tấn",
            "Cần đặt trước 7 ngày",
        ]
        page.get_by_label("Lượng").fill("500")
        page.get_by_label("Cần ngày").fill("2026-12-01")
        page.wait_for_selector(".doubt", state="detached")


# Side by side ---------------------------------------------------------------------------------------------


def table(page: Page) -> list[list[str]]:
    """Give the table of what is compared, a text for each cell."""
    page.wait_for_selector(".compare table")
    return page.eval_on_selector_all(
        ".compare tr",
        "all => all.map(row => [...row.cells].map(cell => cell.innerText.replace(/\\s+/g, ' ').trim()))",
    )


def test_goods_stand_side_by_side(visit: Visit, fair: str) -> None:
    """What the catalogue knows of one of them has a column, what it knows of none has not."""
    with visit(f"{fair}danh-sach/#1~muoi-hat-thu~hang-bia-1") as page:
        heads, first, second = table(page)
        known = dict(zip(heads, first, strict=True))
        assert known["Tên hàng"] == "Muối hạt Thử"
        assert known["Hạng sao"] == "4 trên 5 sao Hiệu lực đến 28/12/2027"
        assert known["Chứng nhận"].startswith("HACCP, số TEST-2, Cơ quan Thử, hiệu lực đến 28/2/2028")
        assert "500 g: 15.000 ₫ (Giá ghi tháng 10/2026.)" in known["Quy cách, giá bán lẻ"]
        assert known["Sản lượng"] == "900 tấn mỗi năm"
        assert known["Đặt tối thiểu"] == "0,5 tấn"
        assert known["Thời gian giao (ngày)"] == "7"
        assert known["Nhận làm nhãn riêng"] == "Có"
        assert known["Đã xuất sang"] == "Hàn Quốc, Singapore, Na Uy"
        assert known["Chủ thể"] == "Hợp tác xã Muối Thử"
        assert dict(zip(heads, second, strict=True))["Sản lượng"] == ""
        page.goto("about:blank")
        page.goto(f"{fair}en/list/")
        assert "900 t a year" in table(page)[1]
    with visit(f"{fair}danh-sach/#1~muoi-tinh-thu") as page:
        assert not {"Sản lượng", "Đặt tối thiểu"} & set(table(page)[0])


# Letters ----------------------------------------------------------------------------------------------------


def test_each_maker_is_written_to_where_it_can_be_reached(visit: Visit, fair: str) -> None:
    """A letter a producer, in Vietnamese and then in English, to the contact it agreed to; the text is copied whole."""
    options = {"permissions": ["clipboard-read", "clipboard-write"]}
    with visit(
        f"{fair}danh-sach/#1_2027-03-01~muoi-hat-thu_2_t_500%20g~tom-kho-thu_50_kg", **options
    ) as page:
        shown(page)
        page.get_by_label("Người hỏi").fill("Kim Ji-won, Seoul")
        first, second = page.locator(".letter").all()
        assert first.locator("h3").inner_text() == "Hợp tác xã Muối Thử"
        assert "thu@example.org" in first.inner_text()
        assert second.locator("h3").inner_text() == "Công ty TNHH Tôm Thử"
        assert "danh mục chưa ghi cách liên hệ" in second.inner_text()
        first.locator("summary").click()
        text = first.locator("textarea").input_value()
        vietnamese, english = text.split("\n\n---\n\n")
        assert vietnamese.startswith(
            "Kính gửi Hợp tác xã Muối Thử,\n\nXin báo giá, lượng giao được vào ngày 1/3/2027"
        )
        assert "1. Muối hạt Thử: 2 tấn; 500 g" in vietnamese
        assert english.startswith(
            "To Thử Salt Cooperative,\n\nPlease quote price and the quantity you can ship on 1 March 2027"
        )
        assert "1. Thử grain salt: 2 t; 500 g" in english
        assert text.count("Kim Ji-won, Seoul") == 2
        assert "Tôm" not in text
        href = first.locator("a", has_text="Gửi bằng thư điện tử").get_attribute("href") or ""
        assert len(href) <= 2000
        assert href.startswith("mailto:thu@example.org?")
        assert unquote(href.partition("&body=")[2]).replace("\r\n", "\n") == text
        assert first.locator("a", has_text="Zalo").get_attribute("href") == "https://zalo.me/84900000001"
        assert second.locator("a", has_text="Zalo").count() == 0
        assert (second.locator("a").first.get_attribute("href") or "").startswith("mailto:?subject=")
        first.locator("button", has_text="Chép thư").click()
        expect(page.locator(".list > [role=status]")).to_have_text("Đã chép thư.")
        assert page.evaluate("navigator.clipboard.readText()") == text


def test_one_letter_can_ask_for_everything(visit: Visit, fair: str) -> None:
    """For somebody who speaks for many makers there is one letter without an address."""
    with visit(f"{fair}en/list/#1~muoi-hat-thu~tom-kho-thu") as page:
        shown(page)
        page.get_by_label("One letter about everything").check()
        assert page.locator(".letter").count() == 1
        page.click(".letter summary")
        text = page.locator(".letter textarea").input_value()
        assert text.startswith("Kính gửi quý vị,")
        assert "1. Muối hạt Thử\n2. Tôm khô Thử" in text


def test_a_letter_about_thirty_goods_is_copied(visit: Visit, fair: str) -> None:
    """Too long for a mail link, it is not cut off: the button copies it and opens a mail, and the page says so."""
    options = {"permissions": ["clipboard-read", "clipboard-write"]}
    with visit(f"{fair}danh-sach/" + many(45), **options) as page:
        shown(page)
        letter = page.locator(".letter", has_text="Hợp tác xã Muối Thử")
        assert "30 món" in letter.inner_text()
        assert "dài hơn mức một liên kết thư mang được" in letter.inner_text()
        link = letter.locator("a", has_text="Chép rồi mở thư điện tử")
        href = link.get_attribute("href") or ""
        assert len(href) <= 2000
        assert "body=" not in href
        link.evaluate("link => link.addEventListener('click', event => event.preventDefault())")
        link.click()
        expect(page.locator(".list > [role=status]")).to_have_text("Đã chép thư.")
        assert page.evaluate("navigator.clipboard.readText()").count("\n30. ") == 2


def test_a_letter_is_copied_without_https_too(visit: Visit, fair: str) -> None:
    """Where the browser has no clipboard for pages, the older way does it."""
    script = "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = name => (window.copied = [name, document.activeElement.value], true)"
    with visit(f"{fair}danh-sach/#1~muoi-hat-thu", script=script) as page:
        shown(page)
        page.click("text=Chép thư")
        expect(page.locator(".list > [role=status]")).to_have_text("Đã chép thư.")
        name, text = page.evaluate("copied")
        assert name == "copy"
        assert "1. Muối hạt Thử" in text


# Files --------------------------------------------------------------------------------------------------------


def taken(page: Page, button: str, folder: Path) -> Path:
    """Press a button that gives a file, and give where it was saved."""
    with page.expect_download() as waiting:
        page.locator(".list .tools button", has_text=button).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


ROWS = "#1_2027-12-29~muoi-hat-thu_1.5_t_500%20g_2027-02-15_%3D1%2B1~hang-bia-8_3_kg_-5%20kg~hang-bia-9"


def test_a_plain_table_holds_just_these_rows(visit: Visit, fair: str, tmp_path: Path) -> None:
    """The CSV has a byte-order mark and all marks of Vietnamese; no cell starts a formula, wherever it came from."""
    with visit(f"{fair}danh-sach/{ROWS}") as page:
        shown(page)
        path = taken(page, "CSV", tmp_path)
    assert path.name == "danh-sach-ocop.csv"
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") >= 4
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))
    assert [row["Mã"] for row in rows] == ["muoi-hat-thu", "hang-bia-8", "hang-bia-9"]
    first, second, third = rows
    assert (first["Lượng"], first["Đơn vị"], first["Quy cách"]) == ("1.5", "tấn", "500 g")
    assert (first["Cần ngày"], first["Ghi chú"]) == ("2027-02-15", "'=1+1")
    assert (first["Tên tiếng Việt"], first["Tên tiếng Anh"]) == ("Muối hạt Thử", "Thử grain salt")
    assert first["Hạng sao ngày 29/12/2027"].startswith("Từng đạt 4 sao")
    assert second["Tên tiếng Việt"] == f"'{FORMULA}"
    assert second["Quy cách"] == "'-5 kg"
    assert third["Tên tiếng Việt"] == "Mắm “chung”, nhiều dấu; ế ỗ ặ"
    assert third["Trang"].endswith("/ocop/thu/san-pham/hang-bia-9/")
    assert not [
        cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    ]


def test_a_workbook_holds_just_these_rows(visit: Visit, fair: str, tmp_path: Path) -> None:
    """In the XLSX numbers are numbers, days are days, and everything else is text, formulas too."""
    with visit(f"{fair}danh-sach/{ROWS}") as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        shown(page)
        assert not [url for url in asked if "workbook" in url]
        path = taken(page, "XLSX", tmp_path)
        plain = taken(page, "CSV", tmp_path)
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    heads, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    written = list(csv.reader(io.StringIO(plain.read_text("utf-8-sig"), newline="")))
    assert heads == written[0]
    first = dict(zip(heads, rows[0], strict=True))
    assert first["Lượng"] == 1.5
    assert str(first["Cần ngày"]) == "2027-02-15 00:00:00"
    assert first["Ghi chú"] == "'=1+1"
    assert dict(zip(heads, rows[1], strict=True))["Tên tiếng Việt"] == f"'{FORMULA}"
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
    texts = [
        [str(cell or "") for place, cell in enumerate(row) if heads[place] not in ("Lượng", "Cần ngày")]
        for row in rows
    ]
    assert texts == [
        [cell for place, cell in enumerate(row) if heads[place] not in ("Lượng", "Cần ngày")]
        for row in written[1:]
    ]


def test_the_makers_cards_go_into_one_file(visit: Visit, fair: str, tmp_path: Path) -> None:
    """An address book reads the cards of just these producers, once each, as the catalogue made them."""
    with visit(f"{fair}danh-sach/#1~muoi-hat-thu~hang-bia-0~hang-bia-1~tep-rang-thu") as page:
        shown(page)
        path = taken(page, "vCard", tmp_path)
    ran = subprocess.run(
        [ROOT / ".venv/bin/node", ROOT / "tests/vcard.mjs", *_apart(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    names = [
        value
        for card in json.loads(ran.stdout)
        for name, _, (value, *_) in card["properties"]
        if name == "fn"
    ]
    assert names == list(dict.fromkeys(names))
    assert {"Hợp tác xã Muối Thử"} < set(names)


def _apart(path: Path) -> Iterator[Path]:
    """Put each card of a file into one of its own."""
    for number, card in enumerate(
        re.findall(r"BEGIN:VCARD.*?END:VCARD\r\n", path.read_bytes().decode(), re.DOTALL)
    ):
        single = path.with_name(f"{number}.vcf")
        single.write_bytes(card.encode())
        yield single


def test_a_file_that_cannot_be_made_says_so(visit: Visit, fair: str) -> None:
    """Without a network the workbook's maker cannot come; the list stays."""
    with visit(f"{fair}danh-sach/#1~muoi-hat-thu") as page:
        shown(page)
        page.context.set_offline(True)
        page.click(".list .tools button:has-text('XLSX')")
        expect(page.locator(".list .tools span").last).to_have_text("Chưa làm được tệp. Xin thử lại.")
        assert shown(page) == ["muoi-hat-thu"]


def test_without_the_data_the_list_is_safe(visit: Visit, fair: str) -> None:
    """Where the catalogue cannot be loaded the address stays, and a press tries again."""
    with visit(f"{fair}danh-sach/") as page:
        page.wait_for_selector(".start.on")
        page.route("**/*.json", lambda route: route.abort())
        page.evaluate("location.hash = '#1~muoi-hat-thu_2_t'")
        page.wait_for_selector("text=Thử lại")
        assert told(page) == "#1~muoi-hat-thu_2_t"
        page.unroute("**/*.json")
        page.click("text=Thử lại")
        assert shown(page) == ["muoi-hat-thu"]


# For everybody, on every screen, on paper -------------------------------------------------------------------------

FULL = "#1_2028-01-05~muoi-hat-thu_499_kg_500%20g_2026-11-30_ghi~hang-bia-1~hang-bia-2~khu-muoi-thu~tep-rang-thu~cu-mot"


@pytest.mark.parametrize(("path", "scheme"), [("danh-sach/", "light"), ("en/list/", "dark")])
def test_everybody_can_use_a_full_list(visit: Visit, fair: str, axe: str, path: str, scheme: str) -> None:
    """WCAG 2.2 AA as far as a program can tell, on a phone and a desk; at 320 px and at 200 % nothing scrolls sideways."""
    with visit(fair + path + FULL, color_scheme=scheme, reduced_motion="reduce") as page:
        shown(page)
        page.click(".letter summary")
        page.evaluate(axe)
        for width in (320, 360, 768, 992, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, width
            if width in (360, 1280):
                assert violations(page) == [], width
        page.add_style_tag(content="html { font-size: 200% !important }")
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, width


def test_cards_keep_their_size_when_buttons_come(browser: Browser, base: str) -> None:
    """The room for a button is kept: nothing moves when the script adds them."""
    context = browser.new_context(viewport={"width": 360, "height": 780})
    page = context.new_page()
    heights = "all => all.map(each => each.getBoundingClientRect().height)"
    page.route("**/more.*.js", lambda route: route.abort())
    page.goto(f"{base}san-pham/")
    before = page.eval_on_selector_all(".row", heights)
    page.unroute("**/more.*.js")
    page.reload()
    page.wait_for_selector(".to-list")
    assert page.eval_on_selector_all(".row", heights) == before
    smallest = page.eval_on_selector_all(
        ".to-list", "all => Math.min(...all.map(each => Math.min(each.offsetWidth, each.offsetHeight)))"
    )
    assert smallest >= 44
    context.close()


def test_forced_colours_tell_what_is_added(visit: Visit, base: str) -> None:
    """Where the system paints all grounds alike, a button that is pressed has a sign and an edge of its own."""
    with visit(f"{base}san-pham/", forced_colors="active") as page:
        add = page.locator(".to-list").first
        edge = "each => getComputedStyle(each).borderTopWidth + getComputedStyle(each, '::before').content"
        before = add.evaluate(edge)
        add.click()
        assert add.evaluate(edge) != before


def test_paper_has_what_is_wanted(visit: Visit, fair: str) -> None:
    """In print the goods stand with what was written, and the comparison; what one presses and empty fields are gone."""
    with visit(f"{fair}danh-sach/{FULL}") as page:
        shown(page)
        page.emulate_media(media="print")
        first, second = page.locator(".want").first, page.locator(".want").nth(1)
        assert first.get_by_label("Lượng").is_visible()
        assert first.get_by_label("Ghi chú").is_visible()
        assert not second.get_by_label("Lượng").is_visible()
        assert not second.get_by_label("Cần ngày").is_visible()
        assert page.locator(".compare table").is_visible()
        assert not [
            each for each in page.locator(".list button, .list textarea, .btn").all() if each.is_visible()
        ]


def test_the_language_takes_the_list_along(visit: Visit, fair: str) -> None:
    """The other language of the page shows the same list, also one that somebody sent."""
    with visit(f"{fair}danh-sach/#1~hang-bia-1") as page:
        shown(page)
        page.goto("about:blank")
        page.goto(f"{fair}danh-sach/#1~muoi-hat-thu_2_t")
        page.wait_for_selector(".want[data-id=muoi-hat-thu]")
        page.click("header a[hreflang=en]")
        page.wait_for_url(f"{fair}en/list/**")
        assert shown(page) == ["muoi-hat-thu"]
        assert page.inner_text(".want h3") == "Thử grain salt"
        assert "a list somebody sent" in page.inner_text(".note")
