"""The pages on which a visitor decides: what a star means, where to buy and whether that is open, prices, seasons, sources."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import opening_hours
import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from browsing import served
from hosting import ROOT, Project
from ocop import hours
from pages import Element, PublishedPage

PLACE = "district: huyen-thu\ncommune: thi-tran-thu\nsells: [muoi-tinh-thu]\nsources: [bao-thu]\n"
SHOPS = {
    "quan-dem": f'name: Quán đêm Thử\nhours: "Mo-Su 18:00-02:00"\n{PLACE}',
    "hang-trua": f'name: Hàng nghỉ trưa Thử\nhours: "Mo-Fr 07:30-11:30,13:00-17:00; Sa 07:30-11:30"\n{PLACE}',
    "suot-ngay": f'name: Trạm Thử\nhours: "24/7"\naddress: Ấp Thử\n{PLACE}',
    "den-khuya": f'name: Đến khuya Thử\nhours: "Fr 18:00-24:00"\n{PLACE}',
    "nghi-le": f'name: Nghỉ lễ Thử\nhours: "Mo-Su 07:30-20:00; PH off"\n{PLACE}',
    "tren-mang": "name: Gian hàng mạng Thử\ntype: online\nsells: [muoi-tinh-thu]\nlinks: {shopee: https://shopee.example.org/x}\n"
                 "sources: [bao-thu]\n",
    "sap-cho": "name: Sạp chợ Thử\ntype: market-stall\nprovince: Cần Thơ\naddress: 12 đường Thử\nsources: [bao-thu]\n",
}  # fmt: skip
PRODUCER_ONLY = """\
name: Muối tự khai
kind: muoi
producer: ho-ba-thu
recognitions: [{stars: 3, date: 2025-08-01}]
certifications: [{scheme: vietgap, sources: [{url: https://ba.example/giay, type: producer}]}]
packs: [{size: 1 kg, price: 9000}]
sources: [{url: https://ba.example/hang, title: Trang của hộ, type: producer}]
"""
PRESS_ONLY = """\
name: Muối báo viết
kind: muoi
producer: ho-ba-thu
recognitions: [{stars: 4, date: 2025}]
packs: [{size: 1 kg, price: 9000, priced: 2026-11}, {size: 2 kg, price: 17000, priced: 2024}]
season: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
sources: [bao-thu, {url: https://example.org/blog, type: other}]
"""
REPOSITORY = "https://github.com/thu/danh-muc"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def catalogue(root: Path, whole: Path) -> Project:
    """Make the made-up catalogue with the real style sheets and scripts, and shops of every habit."""
    if not (ROOT / "build/assets/more.js").exists():
        pytest.fail("the front end is not made: run the tests with `make test`, or `make setup` first")
    project = Project.make(root, whole)
    shutil.rmtree(project.root / "build/assets")
    (project.root / "build/assets").symlink_to(ROOT / "build/assets")
    points = project.root / "catalogue/sales-points"
    for name, written in SHOPS.items():
        (points / f"{name}.yml").write_text(written, "utf-8")
    seoul = points / "sieu-thi-seoul-thu.yml"
    seoul.write_text(seoul.read_text("utf-8") + 'hours: "Mo-Su 10:00-22:00"\n', "utf-8")
    for name, written in (("muoi-tu-khai", PRODUCER_ONLY), ("muoi-bao-viet", PRESS_ONLY)):
        (project.root / f"products/huyen-thu/{name}.yml").write_text(written, "utf-8")
    return project


@pytest.fixture(scope="module")
def project(whole_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The built site, on 24 November 2026, a Tuesday."""
    project = catalogue(tmp_path_factory.mktemp("product-page"), whole_site)
    outcome = project.build(CATALOGUE_REPO=REPOSITORY, CATALOGUE_URL="https://ocop.test/thu/")
    assert outcome.code == 0, outcome.err
    return project


@pytest.fixture(scope="module")
def bare(project: Project) -> Path:
    """The same records without a repository and without rules, built a year and a half later."""
    programme = project.root / "catalogue/programme.yml"
    written = programme.read_text("utf-8")
    programme.write_text(re.sub(r"^rules:\n(?:[ ].*\n)*", "", written, flags=re.MULTILINE), "utf-8")
    site = project.root / "bare"
    try:
        outcome = project.build("--site-dir", str(site), CATALOGUE_DATE="2028-06-01")
    finally:
        programme.write_text(written, "utf-8")
    assert outcome.code == 0, outcome.err
    return site


def read(site: Path, address: str) -> PublishedPage:
    """Read a page of a site."""
    return PublishedPage.read(site / address / "index.html", site)


def row(page: PublishedPage, label: str) -> str:
    """Give the value of a row of the table of facts."""
    labels = [each.text for each in page.all("dt")]
    return page.all("dd")[labels.index(label)].text


def hrefs(page: PublishedPage, text: str) -> list[Element]:
    """Give the links of a text."""
    return [each for each in page.all("a") if each.text == text]


# What a star means ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("product", "says"),
    [
        # 28 December 2024 fell under the first decision, under which the district recognised three stars only.
        ("muoi-hat-thu", "4 sao: đạt từ 70 đến dưới 90 điểm trên 100, do cấp tỉnh công nhận, giấy chứng nhận có hạn 36 tháng."),
        ("muoi-tu-khai", "3 sao: đạt từ 50 đến dưới 70 điểm trên 100, do cấp tỉnh công nhận, giấy chứng nhận có hạn 36 tháng."),
        ("tom-kho-thu", "5 sao: đạt từ 90 điểm trở lên trên 100, do cấp trung ương công nhận, giấy chứng nhận có hạn 36 tháng."),
    ],
)  # fmt: skip
def test_the_stars_shown_are_explained_by_the_rules_of_their_day(
    project: Project, product: str, says: str
) -> None:
    """Beside the rating stands what its level means: points, who recognises it, for how long, with the source and a link."""
    page = read(project.site, f"san-pham/{product}")
    assert says in page.text
    (link,) = hrefs(page, "Các hạng sao")
    assert page.resolve(link.attributes["href"]) == ("xep-hang/", "")


def test_the_rules_are_cited(built_site: Path) -> None:
    """What a level means leads to the decision in force, by number; the list names it as one."""
    page = read(built_site, "san-pham/tom-chao-nong-san-viet")
    assert "4 sao: đạt từ 70 đến dưới 90 điểm trên 100, do cấp tỉnh công nhận" in page.text
    assert re.search(r"26/2026/QĐ-TTg .*Quyết định, nghị quyết · Thủ tướng Chính phủ, 22/5/2026", page.text)


def test_who_recognises_is_not_said_where_the_rules_of_the_time_differ(built_site: Path) -> None:
    """A rating of 2025, a year in which that changed, tells the points alone."""
    said = read(built_site, "san-pham/muoi-hat-bac-lieu").text
    assert "5 sao: đạt từ 90 điểm trở lên trên 100, giấy chứng nhận có hạn 36 tháng." in said


def test_a_page_without_stars_or_rules_explains_none(project: Project, bare: Path) -> None:
    """An ended rating and a catalogue without rules have no such line."""
    for site, product in ((project.site, "muoi-tinh-thu"), (bare, "muoi-tu-khai")):
        assert "giấy chứng nhận có hạn" not in read(site, f"san-pham/{product}").text


# Sources told apart --------------------------------------------------------------


def test_each_source_says_what_it_is(project: Project) -> None:
    """The list tells the press, other sites and the producer's own word apart, in both languages."""
    press, own = (read(project.site, f"san-pham/{name}").text for name in ("muoi-bao-viet", "muoi-tu-khai"))
    assert "Báo chí · Báo Thử, 10/5/2025" in press
    assert "Trang khác · " in press
    assert "Chủ thể tự khai · không ghi ngày" in own
    assert "Press · Báo Thử, 10 May 2025" in read(project.site, "en/products/muoi-bao-viet").text


@pytest.mark.parametrize(
    ("product", "doubt"),
    [
        ("muoi-bao-viet", "Theo báo chí; chưa thấy quyết định."),
        ("muoi-tu-khai", "Chủ thể tự khai; chưa thấy quyết định."),
        ("muoi-hat-thu", ""),  # its decision is known
    ],
)
def test_a_rating_says_who_alone_vouches_for_it(project: Project, product: str, doubt: str) -> None:
    """A rating that rests on the press or on the producer alone says so in its panel, unless its decision is known."""
    page = read(project.site, f"san-pham/{product}")
    panel, *_later = (each for each in page.elements if "panel" in each.attributes.get("class", "").split())
    assert (doubt in panel.text) if doubt else ("chưa thấy quyết định" not in panel.text)


def test_what_only_the_producer_says_is_marked(project: Project) -> None:
    """A certificate, and a whole table, for which there is only the producer's own word say so."""
    own, other = (read(project.site, f"san-pham/{name}") for name in ("muoi-tu-khai", "muoi-hat-thu"))
    assert "VietGAP" in row(own, "Chứng nhận")
    assert "Chủ thể tự khai" in row(own, "Chứng nhận")
    assert "Những điều trên do chủ thể tự khai." in own.text
    assert "tự khai" not in other.text


def test_every_shared_source_of_the_catalogue_has_a_type() -> None:
    """Nobody has to guess who says what."""
    written = (ROOT / "catalogue/sources.yml").read_text("utf-8")
    assert len(re.findall(r"^  type: \w+$", written, re.MULTILINE)) == len(
        re.findall(r"^[a-z0-9-]+:$", written, re.MULTILINE)
    )


# Where to buy --------------------------------------------------------------------


def test_a_product_names_where_it_is_sold(project: Project) -> None:
    """Name, kind of place, address with its note, the place as it was and is now, hours, the way there, shops on the net."""
    page = read(project.site, "san-pham/muoi-hat-thu")
    for words in (
        "Mua ở đâu", "Cửa hàng OCOP Thử", "Số 1, thị trấn Thử", "Tên gọi trước 7/2025", "Thị trấn Thử, huyện Thử",
        "nay là xã Thử Mới, tỉnh Cà Mau", "Hằng ngày 07:30–20:00", "Siêu thị Thử ở Seoul", "Hàn Quốc", "Cửa hàng thử",
    ):  # fmt: skip
        assert words in page.text
    shops = [hrefs(page, shop)[0].attributes["href"] for shop in ("Shopee", "Lazada", "PostMart", "Vỏ Sò")]
    assert [urlsplit(shop).netloc.partition(".")[0] for shop in shops] == [
        "shopee",
        "lazada",
        "postmart",
        "voso",
    ]


def test_a_product_sold_nowhere_known_has_no_such_part(built_site: Path) -> None:
    """What is unknown leaves no heading; what a source says in general stays among the facts."""
    page = read(built_site, "san-pham/muoi-hat-bac-lieu")
    assert "Mua ở đâu" not in page.text
    assert "Siêu thị trong nước" in row(page, "Mua ở")


def test_closed_places_sell_nothing(project: Project) -> None:
    """A closed sales point is on no product's page, and its own has neither hours nor a way there."""
    point = project.root / "catalogue/sales-points/diem-can-tho-thu.yml"
    assert "closed" in point.read_text("utf-8")
    own = read(project.site, "diem-ban/diem-can-tho-thu")
    assert "Đã đóng cửa" in own.text
    assert not hrefs(own, "Chỉ đường")
    assert "Điểm bán Thử ở Cần Thơ" not in read(project.site, "san-pham/muoi-hat-thu").text


def test_the_way_leads_to_the_point_else_to_its_address(project: Project) -> None:
    """A plain link to a map, by degrees where they are known; none for a shop on the net."""

    def query(point: str) -> tuple[str, dict[str, list[str]]]:
        (link,) = hrefs(read(project.site, f"diem-ban/{point}"), "Chỉ đường")
        assert "noreferrer" in link.attributes["rel"]
        url = urlsplit(link.attributes["href"])
        assert url.netloc == "www.google.com"
        return url.path, parse_qs(url.query)

    assert query("cua-hang-thu") == ("/maps/dir/", {"api": ["1"], "destination": ["9.24,105.71"]})
    path, asked = query("sap-cho")
    assert path == "/maps/search/"
    assert asked["query"] == ["Sạp chợ Thử, 12 đường Thử, Cần Thơ, Việt Nam"]
    assert not hrefs(read(project.site, "diem-ban/tren-mang"), "Chỉ đường")
    assert hrefs(read(project.site, "diem-ban/tren-mang"), "Shopee")


def test_hours_are_told_by_day_where_days_differ(project: Project) -> None:
    """Days with the same hours share a line, a closed day says so; where all days are alike one line says it."""
    page = read(project.site, "diem-ban/hang-trua")
    told = [
        (head.text, cell.text) for head, cell in zip(page.all("th", scope="row"), page.all("td"), strict=True)
    ]
    assert told == [
        ("Thứ Hai–Thứ Sáu", "07:30–11:30, 13:00–17:00"), ("Thứ Bảy", "07:30–11:30"), ("Chủ nhật", "nghỉ"),
    ]  # fmt: skip
    assert not read(project.site, "diem-ban/cua-hang-thu").all("table")
    assert "Saturday" in read(project.site, "en/sales-points/hang-trua").text


def test_the_goods_of_others_are_one_of_each_maker(built_site: Path) -> None:
    """Similar goods never come from the product's own maker, nor twice from one other."""
    page = read(built_site, "san-pham/tom-chao-nong-san-viet")
    (similar,) = (
        each for each in page.all("section", **{"class": "others"}) if "Cùng loại hàng" in each.text
    )
    assert "Nông sản Việt" not in similar.text
    assert similar.text.count("Tôm Việt") == 1


# Seasons and prices --------------------------------------------------------------


def test_a_season_is_a_strip_of_twelve_months(project: Project) -> None:
    """The months on sale are filled and said in words; what is sold all year has no strip."""
    page = read(project.site, "san-pham/muoi-hat-thu")
    assert row(page, "Mùa bán").startswith("Tháng 1–4")
    strip = re.search(r'<span class="year" aria-hidden="true">.*?</span>', page.path.read_text("utf-8"))
    assert strip
    assert [bool(bold) for bold in re.findall(r"<(?:(b)|i)>\d+<", strip[0])] == [True] * 4 + [False] * 8
    assert len(strip[0]) < 400
    assert "Mùa bán" not in read(project.site, "san-pham/muoi-bao-viet").text


@pytest.mark.parametrize(
    ("product", "said"),
    [
        ("muoi-hat-thu", ["500 g", "15.000\u00a0₫", "mã vạch 2000000000015", "Giá ghi tháng 10/2026.", "Giá đối chiếu ngày 24/11/2026."]),
        ("muoi-tu-khai", ["9.000\u00a0₫", "Giá không rõ ngày.", "Giá có thể đã đổi."]),
        ("muoi-bao-viet", ["17.000\u00a0₫", "Giá ghi tháng 11/2026.", "Giá ghi năm 2024.", "Giá có thể đã đổi."]),
    ],
)  # fmt: skip
def test_a_price_says_of_which_day_it_is(project: Project, product: str, said: list[str]) -> None:
    """Its own day, else that of the last check, else of the newest source; an old one may have changed."""
    value = row(read(project.site, f"san-pham/{product}"), "Quy cách, giá bán lẻ")
    assert [words for words in said if words not in value] == []


def test_a_price_grows_old_with_the_build(project: Project, bare: Path) -> None:
    """The doubt is hidden in a year's time and stands on the page after it."""
    doubts = [
        [each for each in read(site, "san-pham/muoi-hat-thu").all("span") if "data-after" in each.attributes]
        for site in (project.site, bare)
    ]
    assert [("hidden" in each.attributes, each.attributes["data-after"]) for each in doubts[0]] == [
        (True, "2027-10-31")
    ]
    assert doubts[1] == []
    assert "Giá có thể đã đổi." in read(bare, "san-pham/muoi-hat-thu").text


# Looking after a page ------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "record"),
    [
        ("san-pham/muoi-hat-thu", "products/huyen-thu/muoi-hat-thu.yml"),
        ("en/products/muoi-hat-thu", "products/huyen-thu/muoi-hat-thu.yml"),
        ("chu-the/htx-muoi-thu", "catalogue/producers/htx-muoi-thu.yml"),
        ("diem-ban/cua-hang-thu", "catalogue/sales-points/cua-hang-thu.yml"),
        ("dia-phuong/huyen-thu", "catalogue/districts/huyen-thu.yml"),
    ],
)  # fmt: skip
def test_a_page_leads_to_the_file_it_is_made_of(
    project: Project, bare: Path, address: str, record: str
) -> None:
    """Whoever sees a mistake finds the very record; without a repository there is no such link."""
    label = "Edit this page" if address.startswith("en/") else "Sửa trang này"
    (link,) = hrefs(read(project.site, address), label)
    assert link.attributes["href"] == f"{REPOSITORY}/edit/main/{record}"
    assert not hrefs(read(bare, address), label)


# In the browser ------------------------------------------------------------------


Open = Callable[..., AbstractContextManager[Page]]


@pytest.fixture(scope="module")
def opened(browser: Browser, project: Project) -> Iterator[Open]:
    """Give a context manager that opens a page at a time of Việt Nam, from a folder, and fails on any error in it."""

    @contextmanager
    def visit(
        address: str, at: str = "2026-11-27T12:00", *, stub: str = "", **options: Any
    ) -> Iterator[Page]:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})
        page = context.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.clock.set_fixed_time(f"{at}:00+07:00" if len(at) == len("2026-11-27T12:00") else f"{at}+07:00")
        if stub:
            page.add_init_script(stub)
        page.goto(base + address)
        if options.get("java_script_enabled", True):
            page.wait_for_selector(".tools.on", state="attached")
        yield page
        context.close()
        assert wrong == []

    with served(project.site) as base:
        yield visit


FRIDAY, SATURDAY, SUNDAY, MONDAY = "2026-11-27", "2026-11-28", "2026-11-29", "2026-11-30"


@pytest.mark.browser
@pytest.mark.parametrize(
    ("point", "at", "says"),
    [
        ("cua-hang-thu", f"{FRIDAY}T12:00", "Đang mở · đóng cửa lúc 20:00"),
        ("cua-hang-thu", f"{FRIDAY}T07:29:59", "Đang đóng cửa · mở lại lúc 7:30"),
        ("cua-hang-thu", f"{FRIDAY}T07:30", "Đang mở · đóng cửa lúc 20:00"),
        ("cua-hang-thu", f"{FRIDAY}T20:00", "Đang đóng cửa · mở lại lúc 7:30 sáng mai (thứ Bảy)"),
        ("cua-hang-thu", f"{FRIDAY}T23:30", "Đang đóng cửa · mở lại lúc 7:30 sáng mai (thứ Bảy)"),
        ("cua-hang-thu", f"{SATURDAY}T00:30", "Đang đóng cửa · mở lại lúc 7:30"),
        ("cua-hang-thu", f"{SUNDAY}T23:30", "Đang đóng cửa · mở lại lúc 7:30 sáng mai (thứ Hai)"),
        ("quan-dem", f"{FRIDAY}T23:30", "Đang mở · đóng cửa lúc 2:00 sáng mai (thứ Bảy)"),
        ("quan-dem", f"{SATURDAY}T00:30", "Đang mở · đóng cửa lúc 2:00"),
        ("quan-dem", f"{SUNDAY}T23:30", "Đang mở · đóng cửa lúc 2:00 sáng mai (thứ Hai)"),
        ("quan-dem", f"{MONDAY}T00:30", "Đang mở · đóng cửa lúc 2:00"),
        ("quan-dem", f"{MONDAY}T02:00", "Đang đóng cửa · mở lại lúc 18:00"),
        ("hang-trua", f"{FRIDAY}T12:00", "Đang đóng cửa · mở lại lúc 13:00"),
        ("hang-trua", f"{SATURDAY}T12:00", "Đang đóng cửa · mở lại lúc 7:30 thứ Hai"),
        ("hang-trua", f"{SUNDAY}T09:00", "Đang đóng cửa · mở lại lúc 7:30 sáng mai (thứ Hai)"),
        ("den-khuya", f"{FRIDAY}T23:59:59", "Đang mở · đóng cửa lúc 24:00"),
        ("den-khuya", f"{SATURDAY}T00:00", "Đang đóng cửa · mở lại lúc 18:00 thứ Sáu"),
        ("den-khuya", "2026-12-03T20:00", "Đang đóng cửa · mở lại lúc 18:00 ngày mai (thứ Sáu)"),
        ("suot-ngay", f"{SUNDAY}T03:00", "Đang mở, suốt ngày đêm"),
    ],
)  # fmt: skip
def test_a_place_says_whether_it_is_open(opened: Open, point: str, at: str, says: str) -> None:
    """Now, until when or from when, by the clock of Việt Nam: at noon, over midnight, over the weekend, on closed days."""
    with opened(f"diem-ban/{point}/", at) as page:
        assert page.inner_text("[data-open]") == says


@pytest.mark.browser
@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati", "Europe/London"])
def test_the_clock_is_that_of_viet_nam(opened: Open, zone: str) -> None:
    """A visitor anywhere is told the same, on the product's page too, and in English."""
    for address, says in (
        ("diem-ban/quan-dem/", "Đang mở · đóng cửa lúc 2:00"),
        ("en/sales-points/cua-hang-thu/", "Closed now · opens at 7:30"),
        ("en/products/muoi-hat-thu/", "Closed now · opens at 7:30"),
    ):
        with opened(address, f"{SATURDAY}T00:30", timezone_id=zone) as page:
            assert page.inner_text("[data-open]") == says


@pytest.mark.browser
def test_nothing_is_said_of_now_where_nothing_is_known(opened: Open) -> None:
    """Holidays in the hours, a place abroad, a closed one, or a clock that lies before the build: words alone."""
    for point in ("nghi-le", "sieu-thi-seoul-thu", "diem-can-tho-thu"):
        with opened(f"diem-ban/{point}/") as page:
            assert page.locator("[data-open]").count() == 0
    with opened("diem-ban/nghi-le/") as page:
        assert "Hằng ngày 07:30–20:00; Ngày lễ nghỉ" in page.inner_text("dl")
    with opened("diem-ban/cua-hang-thu/", "2020-01-01T12:00") as page:
        assert page.inner_text("[data-open]") == ""


@pytest.mark.browser
def test_a_page_left_open_is_put_right(opened: Open) -> None:
    """A page that comes back from the browser's memory looks at the clock again."""
    with opened("diem-ban/cua-hang-thu/") as page:
        page.clock.set_fixed_time(f"{FRIDAY}T21:00:00+07:00")
        page.evaluate("dispatchEvent(new Event('pageshow'))")
        assert page.inner_text("[data-open]").startswith("Đang đóng cửa")


@pytest.mark.browser
def test_seasons_and_prices_follow_the_day(opened: Open) -> None:
    """In a month on sale it says so, by the month in Việt Nam; a price a year old is doubted."""
    for at, in_season, doubted in (
        ("2026-11-27T12:00", False, False), ("2027-01-01T00:30", True, False), ("2027-10-31T23:30", False, False),
        ("2027-11-01T00:30", False, True), ("2028-04-30T23:30", True, True),
    ):  # fmt: skip
        with opened("san-pham/muoi-hat-thu/", at) as page:
            assert page.inner_text("[data-season]").endswith("Đang vào mùa") is in_season, at
            assert page.locator(":not(template)[data-after]").is_visible() is doubted, at


STUBS = """
window.told = []
navigator.share = async (what) => { told.push(what) }
Object.defineProperty(navigator, "clipboard", {value: {writeText: async (text) => { told.push(text) }}})
window.print = () => told.push("print")
"""


@pytest.mark.browser
def test_a_page_can_be_passed_on(opened: Open) -> None:
    """Shared and copied is the page's own address, not a place on it; that it was copied is announced."""
    with opened("san-pham/muoi-hat-thu/#nguon", stub=STUBS) as page:
        for name in ("Chia sẻ", "Chép liên kết", "In trang này"):
            page.get_by_role("button", name=name).click()
        page.wait_for_function("document.querySelector('[role=status]').textContent")
        assert page.inner_text("[role=status]") == "Đã chép liên kết"
        shared, copied, printed = page.evaluate("told")
        title = page.title()
    assert shared == {"title": title, "url": "https://ocop.test/thu/san-pham/muoi-hat-thu/"}
    assert (copied, printed) == ("https://ocop.test/thu/san-pham/muoi-hat-thu/", "print")


@pytest.mark.browser
def test_what_the_browser_cannot_do_is_not_offered(opened: Open) -> None:
    """Without a way to share or copy those buttons are gone; a clipboard that refuses makes no claim."""
    gone = (
        "delete Navigator.prototype.share; Object.defineProperty(navigator, 'clipboard', {value: undefined})"
    )
    with opened("san-pham/muoi-hat-thu/", stub=gone) as page:
        assert page.locator(".tools [data-do]:visible").all_inner_texts() == ["In trang này"]
    refuses = "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async () => { throw new Error() }}})"
    with opened("san-pham/muoi-hat-thu/", stub=refuses) as page:
        page.get_by_role("button", name="Chép liên kết").click()
        assert page.inner_text("[role=status]") == ""


@pytest.mark.browser
@pytest.mark.parametrize(
    "address", ["san-pham/muoi-hat-thu/", "diem-ban/cua-hang-thu/", "chu-the/htx-muoi-thu/"]
)
def test_the_page_is_whole_without_a_script_and_nothing_moves_with_one(opened: Open, address: str) -> None:
    """Buttons that need a script are not seen without one; what it adds has had its place before."""
    places = "document.querySelectorAll('h1, h2, h3, dt, footer')"
    measure = f"[...{places}].map(each => [each.textContent, each.getBoundingClientRect().top])"
    for width in (360, 1280):
        screen = {"viewport": {"width": width, "height": 800}}
        with opened(address, java_script_enabled=False, **screen) as page:
            assert not page.locator(".tools button").first.is_visible()
            before = page.evaluate(measure)
        with opened(address, **screen) as page:
            assert page.locator(".tools button:visible").count() > 0
            assert page.evaluate(measure) == before


@pytest.mark.browser
@pytest.mark.parametrize(
    "address", ["san-pham/muoi-hat-thu/", "diem-ban/hang-trua/", "en/products/muoi-hat-thu/"]
)
def test_everybody_can_use_it(opened: Open, address: str) -> None:
    """Hours, packs, seasons, shops and buttons are accessible, in light and dark, on a phone and a desk, and fit."""
    axe = ROOT / "node_modules/axe-core/axe.min.js"
    with opened(address, reduced_motion="reduce") as page:
        page.evaluate(axe.read_text("utf-8"))
        for width, scheme in ((360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)["violations"]
            assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
        page.set_viewport_size({"width": 320, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        low = page.eval_on_selector_all(
            ".tools button", "all => all.map(each => each.offsetHeight).filter(high => high && high < 44)"
        )
        assert low == []


@pytest.mark.browser
@pytest.mark.parametrize(
    ("product", "most"),
    [("muoi-tinh-bac-lieu", 2), ("kho-ca-keo-kieu-hanh", 1), ("tom-chao-nong-san-viet", 1)],
)
def test_a_product_fits_on_a_sheet(browser: Browser, built_site: Path, product: str, most: int) -> None:
    """On paper: name, rating, until when, facts and sources with their addresses; no buttons, no other goods."""
    page = browser.new_page()
    page.goto((built_site / f"san-pham/{product}/index.html").as_uri())
    # From a file the style sheet is the same, a script is not: paper needs none.
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) <= most
    page.emulate_media(media="print")
    for selector in ("h1", ".panel", ".facts", ".src"):
        assert page.locator(selector).first.is_visible(), selector
    for selector in (".tools", ".others", ".btns", ".ways"):
        assert not any(each.is_visible() for each in page.locator(selector).all()), selector
    page.close()


def test_only_pages_of_records_have_tools(built_site: Path) -> None:
    """A listing is nothing to be shared or printed like a record."""
    assert read(built_site, "nhom/muoi").all("p", **{"class": "tools"}) == []


# Hours, whatever they are ---------------------------------------------------------


_TIMES = st.integers(0, 24 * 12 - 1).map(lambda five: five * 5)


@st.composite
def weekly_hours(draw: st.DrawFn) -> str:
    """Hours that are the same each week: runs of days, several spans, over midnight, days off."""
    names = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")

    def days() -> str:
        first, last = sorted((draw(st.integers(0, 6)), draw(st.integers(0, 6))))
        return names[first] if first == last else f"{names[first]}-{names[last]}"

    def span() -> str:
        first, length = draw(_TIMES), draw(st.integers(1, 20 * 12)) * 5
        last = first + length if draw(st.booleans()) else (first + length) % (24 * 60) or 24 * 60
        return f"{first // 60:02d}:{first % 60:02d}-{last // 60:02d}:{last % 60:02d}"

    rules = []
    for _ in range(draw(st.integers(1, 3))):
        spans = ",".join(span() for _ in range(draw(st.integers(1, 2))))
        rules.append(f"{days()} {draw(st.sampled_from([spans, spans, 'off']))}")
    return "; ".join(rules)


def is_open(week: tuple[hours.Span, ...], moment: datetime) -> bool:
    """Read the table of a week."""
    minute = moment.weekday() * hours.MINUTES_OF_DAY + moment.hour * 60 + moment.minute
    return any(start <= at < end for start, end in week for at in (minute, minute + hours.MINUTES_OF_WEEK))


@given(written=weekly_hours(), moment=st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31)))  # noqa: DTZ001
def test_the_week_agrees_with_the_library(written: str, moment: datetime) -> None:
    """At any moment of any year the table of the week says what the rule itself says."""
    moment = moment.replace(second=0, microsecond=0)
    assert is_open(hours.week(written), moment) is opening_hours.OpeningHours(written).is_open(moment)


@pytest.mark.parametrize(
    "written",
    ["Mo-Su 07:30-20:00; PH off", "Apr-Sep 08:00-18:00", "sunrise-sunset", "Mo[1] 08:00-12:00", "08:00-12:00+", "off",
     "2026 Mo-Su 08:00-12:00", "week 1-20 Mo 08:00-12:00", 'Mo 08:00-12:00 "gọi trước"', "SH 08:00-12:00", "24/7 off"],
)  # fmt: skip
def test_hours_that_differ_from_week_to_week_have_no_table(written: str) -> None:
    """Dates, holidays, sunsets and remarks are told in words; so is a place that never opens."""
    assert hours.is_valid(written)
    assert hours.week(written) == ()


@pytest.mark.browser
def test_the_browser_reads_the_week_like_the_library(browser: Browser) -> None:
    """For hundreds of hours and moments the script says open where the rule says so, and the right time of change."""
    source = (ROOT / "overrides/assets/ocop/js/record/opening.js").read_text("utf-8")
    chance = random.Random(7)  # noqa: S311 - examples, the same each time
    cases = []
    for _ in range(300):
        first, length = chance.randrange(288) * 5, chance.randrange(1, 230) * 5
        last = (first + length) % 1440
        days = chance.choice(["Mo-Su", "Mo-Fr", "Sa-Su", "We", "Su", "Mo,We,Sa"])
        written = f"{days} {first // 60:02d}:{first % 60:02d}-{last // 60:02d}:{last % 60:02d}"
        rule = opening_hours.OpeningHours(written)
        moment = datetime(2026, 11, 30) + timedelta(minutes=chance.randrange(hours.MINUTES_OF_WEEK))  # noqa: DTZ001
        change = rule.next_change(moment)
        assert change is not None
        minute = (moment - datetime(2026, 11, 30)) // timedelta(minutes=1)  # noqa: DTZ001
        spans = " ".join(f"{start}-{end}" for start, end in hours.week(written))
        if (change.hour, change.minute) == (0, 0) and rule.is_open(moment):
            clock = "24:00"
        else:
            clock = f"{change.hour}:{change.minute:02d}"
        cases.append([spans, minute, ("open " if rule.is_open(moment) else "shut ") + clock, written])
    program = """async ([source, cases]) => {
        const {opening} = await import("data:text/javascript," + encodeURIComponent(source))
        const words = ["open %", "always", "shut %", "", "", ""]
        return cases.map(([spans, minute]) => opening(spans, minute, words, ["", "", "", "", "", "", ""]).trim()) }"""
    page = browser.new_page()
    page.goto("about:blank")
    said = page.evaluate(program, [source, cases])
    page.close()
    assert [(case, got) for case, got in zip(cases, said, strict=True) if got != case[2]] == []
