"""The page "Is it OCOP?" in a browser: what it answers to whom, on which day, and without a network."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browsing import served, violations
from hosting import ROOT, Project
from ocop.i18n.words import WORDS

pytestmark = pytest.mark.browser

TODAY = "2026-11-24T05:00:00Z"
PATIENCE = 20.0
"""Seconds after which a worker is held for stuck."""
ELSEWHERE = "Địa chỉ của nơi khác"
HOSTILE = {
    "markup": "<img src=x onerror=alert(1)><b>**muối**</b>{label}",
    "many words": "muối " * 2000,
    "many elements": "<script>" * 1250,
    "one long word": "a" * 10_000,
    "marks upon marks": "ạ\u0301" * 5000,
    "names in braces": "{asked}{count}",
    "a name of every object": "toString",
    "a name of every prototype": "__proto__",
}

# (what is typed, how the answer begins, what stands below it)
ANSWERS = [
    # A product's name: as written, without marks, with what else stands on a pack, in the other language
    ("Muối tinh Bạc Liêu", "Có, 5 sao, còn hiệu lực đến hết năm 2028", "Muối tinh Bạc Liêu"),
    ("muoi tinh bac lieu", "Có, 5 sao, còn hiệu lực đến hết năm 2028", "Muối tinh Bạc Liêu"),
    ("  MUỐI  TINH\tBẠC LIÊU ", "Có, 5 sao, còn hiệu lực đến hết năm 2028", "Muối tinh Bạc Liêu"),
    ("Muối tinh Bạc Liêu 500g", "Có, 5 sao, còn hiệu lực", "Muối tinh Bạc Liêu"),
    ("OCOP 5 sao Muối tinh Bạc Liêu, 0,5 kg", "Có, 5 sao, còn hiệu lực", "Muối tinh Bạc Liêu"),
    ("Tôm chao", "Có nguồn nói 4 sao, chưa rõ ngày công nhận", "Tôm chao"),
    ("Yến sào cao cấp Hùng Nhi", "Có nguồn nói là hàng OCOP, chưa rõ hạng sao", "Yến sào cao cấp Hùng Nhi"),
    ("Gạo Một bụi đỏ Hồng Dân", "Từng là hàng OCOP, hết hạn cuối 2023", "Gạo Một bụi đỏ Hồng Dân"),
    ("Tôm khô Đa Giàu", "Từng là hàng OCOP, hết hạn cuối 2022", "Từng đạt 3 sao"),
    ("Muối ớt", "Chưa thấy hạng OCOP của sản phẩm này", "nguồn nêu tên, không ghi hạng sao"),
    ("Hải Liên dried greasyback shrimp", "Từng là hàng OCOP, hết hạn cuối 2022", "Tôm đất khô Hải Liên"),
    # A name that several products bear
    ("Muối tôm", "2 sản phẩm cùng mang tên này", "Cơ sở sản xuất Nông sản Việt"),
    ("chả cá thát lát", "2 sản phẩm cùng mang tên này", "Chả cá thát lát (Phước Long)"),
    ("Chả cá thát lát (Hồng Dân)", "Từng là hàng OCOP, hết hạn cuối 2023", "Chả cá thát lát (Hồng Dân)"),
    # A product with its maker
    ("Muối tôm Nông sản Việt", "Có nguồn nói 4 sao", "Muối tôm"),
    ("muối tôm của công ty cổ phần muối Bạc Liêu", "Chưa thấy hạng OCOP của sản phẩm này", "Muối tôm"),
    ("Tôm đất khô, cơ sở Hải Liên", "Từng là hàng OCOP, hết hạn cuối 2022", "Tôm đất khô Hải Liên"),
    ("khô cá kèo Kiều Hạnh", "Từng là hàng OCOP, hết hạn cuối 2022", "Khô cá kèo Kiều Hạnh"),
    ("Kiều Hạnh khô cá kèo 200 g", "Từng là hàng OCOP, hết hạn cuối 2022", "Khô cá kèo Kiều Hạnh"),
    # A maker
    ("Cơ sở sản xuất Nông sản Việt", "13 sản phẩm của Cơ sở sản xuất Nông sản Việt được xếp hạng", "Tôm chao"),
    ("nong san viet", "13 sản phẩm của Cơ sở sản xuất Nông sản Việt được xếp hạng", "Tôm chao"),
    ("Hùng Nhi", "1 sản phẩm của Cơ sở yến sào cao cấp Hùng Nhi được xếp hạng", "Yến sào cao cấp"),
    ("HTX 8/3", "Chưa thấy sản phẩm nào của HTX 8/3 đang được xếp hạng", "Rau cần nước"),
    ("Cty Tôm Việt", "Chưa thấy sản phẩm nào của Công ty Cổ phần chế biến xuất khẩu Tôm Việt", "Từng đạt 4 sao"),
    # Something else of a maker
    ("Kẹo dừa Nông sản Việt", "Chưa thấy: Cơ sở sản xuất Nông sản Việt có 13 sản phẩm", "Tôm chao"),
    ("Muối tôm Nam Á", "Chưa thấy “Muối tôm” trong hàng của Công ty TNHH MTV Nam Á", "Chả lụa Nam Á"),
    # A name that is not on record; common words and places are no maker's name
    ("Kẹo dừa Bến Tre", "Chưa thấy tên “Kẹo dừa Bến Tre” trong danh mục", ""),
    ("Muối tôm Tây Ninh", "Chưa thấy tên “Muối tôm Tây Ninh”", "Muối tôm"),
    ("tôm Việt Nam", "Chưa thấy tên “tôm Việt Nam”", "Tôm Việt"),
    ("yến sào", "Chưa thấy tên “yến sào”", "Yến Ngọc"),
    ("Hồng Dân", "Chưa thấy tên “Hồng Dân”", "Khô trâu Hồng Dân"),
    ("a", "Chưa thấy tên “a”", ""),
    ("?!…", "Chưa thấy tên “?!…”", ""),
    # An address, of this site
    ("{base}san-pham/muoi-tinh-bac-lieu/", "Có, 5 sao, còn hiệu lực", "Muối tinh Bạc Liêu"),
    ("{base}en/products/muoi-tinh-bac-lieu?utm_source=qr#x", "Có, 5 sao, còn hiệu lực", "Muối tinh Bạc Liêu"),
    ("{BASE}SAN-PHAM/MUOI-TINH-BAC-LIEU/", "Có, 5 sao, còn hiệu lực", "Muối tinh Bạc Liêu"),
    ("{host}san-pham/muoi%2Dtinh-bac-lieu/index.html", "Có, 5 sao, còn hiệu lực", "Muối tinh Bạc Liêu"),
    ("Quét: {base}san-pham/muoi-tinh-bac-lieu/.", "Có, 5 sao, còn hiệu lực", "Muối tinh Bạc Liêu"),
    ("https://ocop.test/san-pham/muoi-tinh-bac-lieu/", "Có, 5 sao, còn hiệu lực", "Muối tinh Bạc Liêu"),
    ("/san-pham/muoi-tinh-bac-lieu/", "Có, 5 sao, còn hiệu lực", "Muối tinh Bạc Liêu"),
    ("MUOI-TINH-BAC-LIEU", "Có, 5 sao, còn hiệu lực", "Muối tinh Bạc Liêu"),
    ("chu-the/hai-lien/", "Chưa thấy sản phẩm nào của Cơ sở Hải Liên", "Tôm đất khô Hải Liên"),
    ("hai-lien", "Chưa thấy sản phẩm nào của Cơ sở Hải Liên", "Tôm đất khô Hải Liên"),
    ("{base}kiem-tra/?q=Mu%E1%BB%91i+%E1%BB%9Bt", "Chưa thấy hạng OCOP của sản phẩm này", "Muối ớt"),
    ("{base}san-pham/keo-dua/", "Chưa thấy sản phẩm hay chủ thể nào ở địa chỉ này", ""),
    ("{base}nhom/tom/", "Một trang của danh mục này", ""),
    ("{base}san-pham/%E0%A4%A/", "Chưa thấy sản phẩm hay chủ thể nào ở địa chỉ này", ""),
    # An address elsewhere, however much it looks like ours
    ("https://example.org/san-pham/muoi-tinh-bac-lieu/", ELSEWHERE, "Muối tinh Bạc Liêu"),
    ("https://ocop.test.example.org/san-pham/muoi-tinh-bac-lieu/", ELSEWHERE, ""),
    ("https://ocop.test@example.org/san-pham/muoi-tinh-bac-lieu/", ELSEWHERE, ""),
    ("www.example.org", ELSEWHERE, ""),
    ("example.org/abc", ELSEWHERE, ""),
    # A barcode that is not on record
    ("8936000000000", "Chưa thấy mã vạch 8936000000000", ""),
    ("893 6000-0000 00", "Chưa thấy mã vạch 893600000000", ""),
]  # fmt: skip

ENGLISH = [
    ("Muối tinh Bạc Liêu", "Yes, 5 stars, valid to the end of 2028"),
    ("bac lieu refined salt", "Yes, 5 stars, valid to the end of 2028"),
    ("Tôm chao", "A source says 4 stars, date of recognition not confirmed"),
    ("tôm đất khô Hải Liên", "It was, expired at the end of 2022"),
    ("Muối tôm", "2 products bear this name"),
    ("Hùng Nhi", "1 product of Cơ sở yến sào cao cấp Hùng Nhi is rated"),
    ("coconut sweets Nông sản Việt", "Not found: Cơ sở sản xuất Nông sản Việt has 13 rated goods"),
    ("Muối ớt", "No OCOP rating of this product on record"),
    ("coconut sweets", "Not found: no “coconut sweets” in the catalogue"),
    ("https://example.org/", "An address elsewhere, not in this catalogue"),
]

# The made-up catalogue
MADE_UP = [
    ("Tép rang Thử", "Không còn, rút khỏi chương trình 2/2026", "Tép rang Thử"),
    ("muoi-hat-cu", "Có, 4 sao, còn hiệu lực đến 28/12/2027", "Muối hạt Thử"),
    ("{base}san-pham/muoi-hat-cu/", "Có, 4 sao, còn hiệu lực đến 28/12/2027", "Muối hạt Thử"),
    ("{base}en/producers/muoi-thu-cu/", "4 sản phẩm của Hợp tác xã Muối Thử được xếp hạng", "Muối ớt Thử"),
    ("2000000000015", "Có, 4 sao, còn hiệu lực đến 28/12/2027", "Muối hạt Thử"),
    ("02000000000015", "Có, 4 sao, còn hiệu lực đến 28/12/2027", "Muối hạt Thử"),
    ("Mắm chung Thử", "2 sản phẩm cùng mang tên này", "Hợp tác xã Muối Thử"),
    ("Mắm chung Thử, HTX Muối Thử", "Có, 3 sao, còn hiệu lực", "Hợp tác xã Muối Thử"),
    ("mam chung thu cong ty TNHH Tom Thu", "Chưa thấy hạng OCOP của sản phẩm này", "Công ty TNHH Tôm Thử"),
    ("Muối tinh Thử", "Từng là hàng OCOP, hết hạn cuối 2024", "Từng đạt 3 sao"),
]  # fmt: skip


Visit = Callable[..., Any]


@pytest.fixture
def visit(browser: Browser) -> Visit:
    """Give a context manager that opens an address in a browser of its own and fails on any error in it."""

    @contextmanager
    def opened(address: str, *, now: str = TODAY, script: str = "", **options: Any) -> Iterator[Page]:
        context = browser.new_context(**options)
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.clock.set_fixed_time(now)
        if script:
            page.add_init_script(script)
        page.goto(address)
        yield page
        context.close()
        assert faults == []

    return opened


@pytest.fixture(scope="module")
def project(whole_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Build the made-up catalogue, where two makers share a name of goods."""
    made = _project(tmp_path_factory.mktemp("check"), whole_site)
    _write(
        made,
        "products/huyen-thu/mam-chung-1.yml",
        "htx-muoi-thu",
        "recognitions: [{stars: 3, date: 2026-01-15}]",
    )
    _write(made, "products/huyen-thu/mam-chung-2.yml", "cong-ty-tom-thu", "")
    assert made.build().code == 0
    return made


def _project(root: Path, records: Path) -> Project:
    made = Project.make(root, records)
    shutil.rmtree(made.root / "build/assets")
    (made.root / "build/assets").symlink_to(ROOT / "build/assets")
    return made


def _write(made: Project, path: str, producer: str, more: str) -> None:
    source = "{url: https://example.org/mam, title: Bài thử, publisher: Báo Thử, date: 2026-01}"
    text = f"name: Mắm chung Thử\nkind: muoi\nproducer: {producer}\n{more}\nsources: [{source}]\n"
    (made.root / path).write_text(text, "utf-8")


def ask(page: Page, text: str) -> str:
    """Type a text, press Enter and give the answer in one line."""
    page.fill("form.ask input", text)
    page.press("form.ask input", "Enter")
    return answer(page)


def answer(page: Page) -> str:
    """Give the answer in one line, once it has come."""
    return " ".join(page.locator("[role=status] .says").inner_text().split())


def below(page: Page) -> str:
    """Give what stands below the answer."""
    return page.locator(".found").inner_text()


def told(text: str, base: str) -> str:
    """Put the site's address into a text of the tables above."""
    return (
        text.replace("{base}", base)
        .replace("{BASE}", base.upper())
        .replace("{host}", base.removeprefix("http://"))
    )


def test_every_word_of_an_answer_is_said() -> None:
    """The script asks for no word that is missing, and none lies idle."""
    folder = ROOT / "overrides/assets/ocop/js/check"
    told = {path.stem: path.read_text("utf-8") for path in folder.glob("*.js")}
    kinds = set(re.findall(r'"([a-z]+)"', told["answer"] + told["showing"]))
    said = set(re.findall(r"\bwords\.(\w+)", told["check"] + told["camera"] + told["showing"]))
    counted = {
        f"{what}_{many}" for what in ("maker", "not_among", "undated") for many in ("none", "one", "many")
    }
    known = {key.removeprefix("answer_") for key in WORDS if key.startswith("answer_")}
    idle = {key for key in known - said - counted if re.sub("_(note|unstated)$", "", key) not in kinds}
    assert said <= known
    assert idle == set()


# What it answers -----------------------------------------------------------------------------------


def test_it_answers_in_one_line(visit: Visit, base: str) -> None:
    """Whatever stands on a pack, the answer is what is on record, and says of which day."""
    with visit(f"{base}kiem-tra/") as page:
        for text, begins, names in ANSWERS:
            assert ask(page, told(text, base)).startswith(begins), text
            assert names in below(page), text
            assert "Theo danh mục lập ngày 24/11/2026" in page.locator("[role=status]").inner_text(), text


def test_it_answers_in_english(visit: Visit, base: str) -> None:
    """The English page knows both names of a product and answers in its own language."""
    with visit(f"{base}en/check/") as page:
        for text, begins in ENGLISH:
            assert ask(page, text).startswith(begins), text
            assert (
                "According to the catalogue of 24 November 2026" in page.locator("[role=status]").inner_text()
            )


def test_it_answers_from_every_part_of_a_record(visit: Visit, project: Project) -> None:
    """A withdrawn product, a former id, a barcode, a name of two makers: each has its own answer."""
    with served(project.site) as base, visit(f"{base}kiem-tra/") as page:
        for text, begins, names in MADE_UP:
            assert ask(page, told(text, base)).startswith(begins), text
            assert names in below(page), text


@pytest.mark.parametrize("text", ["Muối tinh Bạc Liêu", "Tôm chao", "Gạo ST25", "Nông sản Việt", "Muối ớt"])
def test_it_never_speaks_of_the_pack(visit: Visit, base: str, text: str) -> None:
    """No answer says that a pack is genuine or not; the page says that it cannot know."""
    with visit(f"{base}kiem-tra/?q={quote(text)}") as page:
        assert answer(page)
        shown = page.locator("[role=status], .found").all_inner_texts()
        assert not [word for word in ("thật", "giả") if word in " ".join(shown).lower()]
        assert "không biết gói hàng trên tay bạn thật hay giả" in page.inner_text("body")


def test_a_product_speaks_for_its_own_maker_alone(visit: Visit, base: str) -> None:
    """A common name may be anybody's: the answer names the maker whose product it is about."""
    with visit(f"{base}kiem-tra/?q={quote('Tôm chao')}") as page:
        assert answer(page)
        said = page.locator("[role=status]").inner_text()
    assert "chỉ nói về “Tôm chao” của Cơ sở sản xuất Nông sản Việt" in said


def test_the_records_page_is_one_press_away(visit: Visit, base: str) -> None:
    """The row below the answer leads to the product's page."""
    with visit(f"{base}kiem-tra/?q={quote('Muối tinh Bạc Liêu')}") as page:
        page.click(".found .row a")
        page.wait_for_url(f"{base}san-pham/muoi-tinh-bac-lieu/")


def test_near_names_are_few(visit: Visit, base: str) -> None:
    """At most five rows stand under a name that is not on record."""
    with visit(f"{base}kiem-tra/?q={quote('tôm')}") as page:
        assert answer(page).startswith("Chưa thấy")
        assert page.locator(".found h2").inner_text() == "Có phải bạn tìm …?"
        assert page.locator(".found .row").count() == 5


# Days ----------------------------------------------------------------------------------------------


def test_a_rating_is_no_longer_valid_on_the_day_after(visit: Visit, project: Project) -> None:
    """One second after the last day in Việt Nam the answer is that it was."""
    with served(project.site) as base:
        address = f"{base}kiem-tra/?q={quote('Muối hạt Thử')}"
        with visit(address, now="2027-12-28T16:59:59Z") as page:
            assert answer(page).startswith("Có, 4 sao")
            assert page.locator(".found .holding").count() == 1
        with visit(address, now="2027-12-28T17:00:00Z") as page:
            assert answer(page).startswith("Từng là hàng OCOP, hết hạn 28/12/2027")
            assert page.locator(".found .holding, .found svg").count() == 0


def test_a_clock_that_lies_in_the_past_changes_nothing(visit: Visit, base: str) -> None:
    """A phone that thinks it is 2020 gets the answer of the day of the build."""
    with visit(f"{base}kiem-tra/?q={quote('Gạo Một bụi đỏ Hồng Dân')}", now="2020-01-01T00:00:00Z") as page:
        assert answer(page).startswith("Từng là hàng OCOP")


# Without a network -----------------------------------------------------------------------------------


@contextmanager
def kept(browser: Browser, address: str, now: str = TODAY) -> Iterator[tuple[BrowserContext, Page]]:
    """Visit a check page once and wait until its worker keeps it; then the network is gone."""
    context = browser.new_context(viewport={"width": 360, "height": 780})
    page = context.new_page()
    page.clock.set_fixed_time(now)
    page.goto(address)
    _until_kept(page)
    context.set_offline(True)
    yield context, page
    context.close()


def _until_kept(page: Page) -> None:
    """Wait until the worker is at work."""
    _until(
        page,
        "navigator.serviceWorker.getRegistration().then(one => one && one.active && one.active.state === 'activated')",
    )


def _until(page: Page, promise: str) -> None:
    """Ask until a promise is fulfilled with something true."""
    end = time.monotonic() + PATIENCE
    while not page.evaluate(promise):
        assert time.monotonic() < end, promise
        page.wait_for_timeout(50)


@pytest.mark.parametrize(
    ("path", "says", "saved"),
    [
        ("kiem-tra/", "Có, 5 sao, còn hiệu lực đến hết năm 2028", "Bạn đang xem bản lưu ngày 24/11/2026."),
        (
            "en/check/",
            "Yes, 5 stars, valid to the end of 2028",
            "You are looking at a copy saved on 24 November 2026.",
        ),
    ],
)
def test_it_answers_without_a_network(browser: Browser, base: str, path: str, says: str, saved: str) -> None:
    """After one visit the page opens, with its look, and answers; it says of which day its copy is."""
    with kept(browser, base + path) as (_, page):
        page.goto(f"{base}{path}?q={quote('Muối tinh Bạc Liêu')}")
        assert answer(page) == says
        assert saved in page.locator("[role=status]").inner_text()
        assert (
            page.evaluate("getComputedStyle(document.querySelector('.asked').parentElement).backgroundColor")
            == "rgb(11, 59, 50)"
        )
        assert ask(page, "Tôm chao")
        assert page.locator(".found svg use").count() == 1


def test_with_a_network_nothing_is_said_of_a_copy(browser: Browser, base: str) -> None:
    """The worker asks the network first: what it gives is no copy."""
    with kept(browser, f"{base}kiem-tra/") as (context, page):
        context.set_offline(False)
        page.goto(f"{base}kiem-tra/?q=tom")
        assert answer(page)
        assert "Theo danh mục lập ngày" in page.locator("[role=status]").inner_text()


def test_an_old_copy_never_says_yes(browser: Browser, base: str) -> None:
    """More than 30 days after its build a copy cannot know what changed: it says what it held, and no more."""
    with kept(browser, f"{base}kiem-tra/") as (_, page):
        page.clock.set_fixed_time("2026-12-24T05:00:00Z")
        page.goto(f"{base}kiem-tra/?q={quote('Muối tinh Bạc Liêu')}")
        assert answer(page).startswith("Có, 5 sao")
        page.clock.set_fixed_time("2026-12-25T05:00:00Z")
        page.goto(f"{base}kiem-tra/?q={quote('Muối tinh Bạc Liêu')}")
        assert answer(page) == "Bản lưu đã cũ, hãy kiểm tra lại khi có mạng"
        said = page.locator("[role=status]").inner_text()
        assert "Theo bản lưu ngày 24/11/2026: 5 sao, hiệu lực đến hết năm 2028." in said
        assert page.locator(".found .holding, .found svg").count() == 0
        assert ask(page, "muối bạc liêu").startswith("2 sản phẩm")
        assert page.locator(".found .holding").count() == 0
        assert "Bản lưu đã cũ" in page.locator("[role=status]").inner_text()


def test_old_data_from_the_network_are_no_old_copy(visit: Visit, base: str) -> None:
    """A site that nobody rebuilt for a year still answers by the dates on record while the network gives it."""
    with visit(f"{base}kiem-tra/?q={quote('Muối tinh Bạc Liêu')}", now="2027-11-24T05:00:00Z") as page:
        assert answer(page).startswith("Có, 5 sao")


def test_a_rating_ends_without_a_network_too(browser: Browser, base: str) -> None:
    """What has ended since the copy was made is told as ended."""
    with kept(browser, f"{base}kiem-tra/") as (_, page):
        page.clock.set_fixed_time("2029-01-01T05:00:00Z")
        page.goto(f"{base}kiem-tra/?q={quote('Muối tinh Bạc Liêu')}")
        assert answer(page).startswith("Từng là hàng OCOP")


def test_no_other_page_is_served_by_the_worker(browser: Browser, base: str) -> None:
    """The worker's reach is the check page: any other page is as fast, and as absent, as without it."""
    with kept(browser, f"{base}kiem-tra/") as (context, page):
        reach = page.evaluate(
            "navigator.serviceWorker.getRegistrations().then(all => all.map(one => one.scope))"
        )
        assert reach == [f"{base}kiem-tra/"]
        context.set_offline(False)
        page.goto(f"{base}san-pham/muoi-tinh-bac-lieu/")
        assert page.evaluate("navigator.serviceWorker.controller") is None


def test_a_new_site_takes_the_place_of_the_copy(browser: Browser, site: Path, tmp_path: Path) -> None:
    """A visit after a rebuild shows the new data at once and leaves the new copy alone behind; others' caches stay."""
    project = _project(tmp_path / "project", site)
    record = project.root / "products/thi-xa-mau/mam-tom-thu.yml"
    assert project.build().code == 0
    names = "caches.keys().then(all => all.sort())"
    with served(project.site.parent) as host:
        address = f"{host}site/kiem-tra/"
        with kept(browser, address) as (context, page):
            page.evaluate("caches.open('of-somebody-else')")
            page.evaluate("caches.open('ocop-check:/other/kiem-tra/:1')")
            before = page.evaluate(names)
            text = record.read_text("utf-8")
            record.write_text(f"{text}withdrawn: {{date: 2026-06, reason: Bịa ra}}\n", "utf-8")
            assert project.build().code == 0
            context.set_offline(False)
            page.goto(f"{address}?q={quote('Mắm tôm Thử')}")
            assert answer(page).startswith("Không còn")
            renewed = f"caches.keys().then(all => all.length === 3 && !all.includes('{_ours(before)}'))"
            _until(page, renewed)
            after = page.evaluate(names)
            assert set(before) & set(after) == {"of-somebody-else", "ocop-check:/other/kiem-tra/:1"}
            context.set_offline(True)
            page.goto(f"{address}?q={quote('Mắm tôm Thử')}")
            assert answer(page).startswith("Không còn")
            assert "bản lưu ngày" in page.locator("[role=status]").inner_text()


def _ours(caches: list[str]) -> str:
    """Give the name of the page's own cache."""
    return next(each for each in caches if each.startswith("ocop-check:/site/kiem-tra/:"))


def test_the_same_site_has_the_same_worker(project: Project, tmp_path: Path) -> None:
    """The worker's file changes with what it keeps and with nothing else."""
    before = project.read("kiem-tra-worker.js")
    assert project.build("--site-dir", str(tmp_path / "again")).code == 0
    assert (tmp_path / "again/kiem-tra-worker.js").read_text("utf-8") == before


def test_a_folder_of_a_host_is_as_good_as_a_host(browser: Browser, built_site: Path, tmp_path: Path) -> None:
    """Under /ocop/bac-lieu/ the page answers, reads its own addresses, and works without a network."""
    (tmp_path / "ocop").mkdir()
    (tmp_path / "ocop/bac-lieu").symlink_to(built_site, target_is_directory=True)
    with served(tmp_path) as host, kept(browser, f"{host}ocop/bac-lieu/kiem-tra/") as (_, page):
        for text in ("ocop/bac-lieu/san-pham/muoi-tinh-bac-lieu/", "san-pham/muoi-tinh-bac-lieu/"):
            page.goto(f"{host}ocop/bac-lieu/kiem-tra/?q={quote('/' + text, safe='')}")
            assert answer(page).startswith("Có, 5 sao")
        assert ask(page, f"{host}ocop/bac-lieu/san-pham/muoi-tinh-bac-lieu/").startswith("Có, 5 sao")
        assert ask(page, f"{host}san-pham/muoi-tinh-bac-lieu/").startswith(ELSEWHERE)
        assert ask(page, f"{host}ocop/bac-lieu-2/san-pham/muoi-tinh-bac-lieu/").startswith(ELSEWHERE)


def test_it_needs_no_worker(visit: Visit, base: str) -> None:
    """Where a browser has no workers, or refuses to register one, the page answers all the same."""
    without = "delete Navigator.prototype.serviceWorker"
    refuses = "navigator.serviceWorker.register = () => Promise.reject(new Error('no'))"
    for script in (without, refuses):
        with visit(f"{base}kiem-tra/?q={quote('Muối tinh Bạc Liêu')}", script=script) as page:
            assert answer(page).startswith("Có, 5 sao")


def test_a_lost_network_is_said_and_survived(visit: Visit, base: str) -> None:
    """Where the catalogue cannot be loaded the page says so; the next question tries again."""
    with visit(f"{base}kiem-tra/", script="delete Navigator.prototype.serviceWorker") as page:
        page.route("**/find-vi.*.json", lambda route: route.abort())
        page.fill("form.ask input", "muối")
        page.press("form.ask input", "Enter")
        expect(page.locator("[role=status]")).to_have_text("Chưa tải được danh mục. Xin thử lại khi có mạng.")
        page.unroute("**/find-vi.*.json")
        assert ask(page, "Muối tinh Bạc Liêu").startswith("Có, 5 sao")


# How it is used --------------------------------------------------------------------------------------


def test_an_answer_has_an_address(visit: Visit, base: str) -> None:
    """It can be shared; the way back leads to the answer before, and to the empty page before that."""
    with visit(f"{base}kiem-tra/") as page:
        ask(page, "Tôm chao")
        assert page.url == f"{base}kiem-tra/?q={quote('Tôm chao')}"
        assert page.title().startswith("Tôm chao · ")
        assert ask(page, "Muối ớt").startswith("Chưa thấy hạng")
        page.go_back()
        expect(page.locator(".says")).to_contain_text("Có nguồn nói")
        assert page.input_value("form.ask input") == "Tôm chao"
        page.go_back()
        expect(page.locator(".waiting")).to_be_visible()
        assert page.locator(".found").inner_text() == ""


def test_an_answer_is_read_out(visit: Visit, base: str) -> None:
    """It comes into a live region with its heading, and the keyboard stays where it was."""
    with visit(f"{base}kiem-tra/") as page:
        ask(page, "Tôm chao")
        assert page.locator("[role=status] h2.says").count() == 1
        assert page.evaluate("document.activeElement.name") == "q"
        levels = page.eval_on_selector_all(
            "main h1, main h2, main h3, #main h1, #main h2, #main h3", "all => all.map(h => +h.tagName[1])"
        )
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_page_left_open_is_asked_for_anew(visit: Visit, base: str) -> None:
    """A day later the form leads to a fresh page instead of answering out of old data."""
    with visit(f"{base}kiem-tra/") as page:
        page.evaluate("window.isOld = true")
        page.clock.set_fixed_time("2026-11-26T05:00:00Z")
        assert ask(page, "Tôm chao").startswith("Có nguồn nói")
        assert page.evaluate("window.isOld") is None


def test_without_a_script_it_says_where_to_look(visit: Visit, base: str) -> None:
    """The form leads back to the page, which is whole: what the answers mean, and the lists."""
    with visit(f"{base}kiem-tra/", java_script_enabled=False) as page:
        page.fill("form.ask input", "Muối")
        page.press("form.ask input", "Enter")
        page.wait_for_url(f"{base}kiem-tra/?q=Mu%E1%BB%91i")
        assert page.locator(".waiting a").count() == 3
        assert page.locator("dl.facts dt").all_inner_texts() == [
            "Có",
            "Từng là",
            "Chưa thấy trong số đó",
            "Chưa thấy",
        ]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_typed_comes_alive(visit: Visit, base: str, text: str) -> None:
    """Markup, ten thousand characters, names of the language's own: a text is a text."""
    with visit(f"{base}kiem-tra/") as page:
        page.on("dialog", lambda _: pytest.fail("a script ran"))
        assert ask(page, text).startswith("Chưa thấy")
        assert page.locator("#main img, #main .says b b").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    with visit(f"{base}kiem-tra/?q={quote(text)[:6000]}", viewport={"width": 320, "height": 640}) as page:
        assert answer(page).startswith("Chưa thấy")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


DETECTOR = """
window.BarcodeDetector = class {
  static getSupportedFormats() { return Promise.resolve(["qr_code", "ean_13"]) }
  detect() { return Promise.resolve(window.seen ? [{ rawValue: window.seen }] : []) }
}
window.createImageBitmap = () => Promise.resolve({})
"""


def test_a_code_is_read_off_a_picture(visit: Visit, base: str) -> None:
    """Where the browser can read codes a picture asks the question; it goes nowhere. A picture without a code says so."""
    picture = {"name": "qr.png", "mimeType": "image/png", "buffer": b"x"}
    with visit(f"{base}kiem-tra/", script=DETECTOR) as page:
        sent: list[str] = []
        page.on("request", lambda request: sent.append(request.method))
        chooser = page.get_by_label("Chụp mã QR")
        assert chooser.get_attribute("capture") == "environment"
        chooser.set_input_files(picture)
        expect(page.locator("[role=status]")).to_contain_text("Chưa đọc được mã nào")
        page.evaluate(f"window.seen = '{base}san-pham/muoi-tinh-bac-lieu/'")
        chooser.set_input_files(picture)
        assert answer(page).startswith("Có, 5 sao")
        assert "POST" not in sent


def test_no_camera_where_no_code_can_be_read(visit: Visit, base: str) -> None:
    """A control that could not work is not shown."""
    for script in ("delete window.BarcodeDetector", DETECTOR.replace('"qr_code", "ean_13"', "")):
        with visit(f"{base}kiem-tra/", script=script) as page:
            ask(page, "muối")
            assert page.locator("input[type=file]").count() == 0


@pytest.mark.parametrize(
    "text", ["Muối tinh Bạc Liêu", "Muối tôm", "Gạo Một bụi đỏ Hồng Dân", "Kẹo Nông sản Việt", "tôm"]
)
def test_everybody_can_read_an_answer(visit: Visit, base: str, axe: str, text: str) -> None:
    """WCAG 2.2 AA and best practice for each kind of answer, on a phone and a desk, in light and dark; nothing sideways."""
    with visit(f"{base}kiem-tra/?q={quote(text)}", script=DETECTOR, reduced_motion="reduce") as page:
        assert answer(page)
        page.evaluate(axe)
        for width in (320, 360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                assert violations(page) == [], (width, scheme)
