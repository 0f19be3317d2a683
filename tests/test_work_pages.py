"""The pages for staff: what ends, what is missing, and the ways to the very file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.catalogues import edition, producer, product, sales_point

from browsing import violations
from hosting import ROOT
from ocop.edition import Edition
from ocop.edition.gaps import GAPS
from ocop.site import Settings, render
from ocop.site.compose.sections import PAGE_ROWS
from ocop.site.compose.telling import Telling
from ocop.site.compose.work import work_plans
from ocop.site.compose.work_lists import MOST_OF_A_GAP
from ocop.site.model import Page
from ocop.site.repository import Repository
from pages import PublishedPage

ART = ROOT / "overrides/assets/ocop/art"
REPOSITORY = Repository("https://github.com/ubnd/ocop", "main", "github")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """Give a folder of front-end files in which there is an editor."""
    (tmp_path / "editor").mkdir()
    return tmp_path


def made(edition: Edition, bundle: Path, repository: Repository | None = REPOSITORY) -> dict[str, Page]:
    """Make every page for staff by its address."""
    settings = Settings("https://ocop.test/", repository, bundle, ART)
    plans = list(work_plans(Telling(edition, "vi", settings)))
    assert len({plan.address for plan in plans}) == len(plans)
    return {plan.address: plan.page() for plan in plans}


def html(page: Page) -> str:
    """Render a page."""
    return render(page, Settings("https://ocop.test/", None, ROOT, ART)).body


def small() -> Edition:
    """A catalogue with something of everything to do."""
    return edition(
        products={
            "sap-het": product(name="Muối sắp hết", commune="dien-hai", producer="htx",
                               recognitions=[{"stars": "4", "date": "2024-01", "expires": "2026-12-28"}]),
            "da-het": product(name="Tôm đã hết", kind="tom", recognitions=[{"stars": "3", "date": "2020"}]),
            "chua-ro/o-dau": product(name="Muối ở đâu"),
        },
        producers={"htx": producer(district="dong-hai", commune="an-trach")},
        sales_points={"xa": sales_point(province="Cần Thơ")},
    )  # fmt: skip


def names(page: Page) -> dict[str, list[str]]:
    """Give the names on a work list by heading."""
    return {part.heading: [row.name for row in part.rows] for part in page.view.sections}


def test_what_ends_stands_first_with_its_days(bundle: Path) -> None:
    """The front page and the lists tell when it ends and how many days are left."""
    pages = made(small(), bundle)
    front = pages["bien-tap/"].view
    assert [row.name for row in front.soon] == ["Muối sắp hết"]
    assert [row.name for row in front.ended] == ["Tôm đã hết"]
    assert "4 sao hết hạn 28/12/2026" in html(pages["bien-tap/"])
    assert "(còn 34 ngày)" in html(pages["bien-tap/"])
    assert names(pages["bien-tap/sap-het-han/"]) == {"Hết hạn tháng 12/2026": ["Muối sắp hết"]}
    assert names(pages["bien-tap/da-het-han/"]) == {"Hết hạn năm 2023": ["Tôm đã hết"]}


def test_work_is_listed_by_commune_producer_and_kind(bundle: Path) -> None:
    """Each office finds its own: a place, a maker, a kind of goods."""
    pages = made(small(), bundle)
    assert names(pages["bien-tap/dia-phuong/dong-hai/"]) == {
        "Xã An Trạch": ["Hợp tác xã Muối"], "Xã Điền Hải": ["Muối sắp hết"], "Chưa rõ xã": ["Tôm đã hết"],
    }  # fmt: skip
    assert names(pages["bien-tap/dia-phuong/chua-ro/"]) == {"": ["Cửa hàng OCOP", "Muối ở đâu"]}
    assert names(pages["bien-tap/chu-the/"]) == {
        "Hợp tác xã Muối": ["Hợp tác xã Muối", "Muối sắp hết"], "Chưa rõ chủ thể": ["Muối ở đâu", "Tôm đã hết"],
    }  # fmt: skip
    assert names(pages["bien-tap/loai-hang/"]) == {
        "Muối": ["Muối ở đâu", "Muối sắp hết"], "Tôm": ["Tôm đã hết"],
    }  # fmt: skip


def test_each_gap_has_a_list_that_says_how_to_fill_it(bundle: Path) -> None:
    """By place, with what to write in which field; a thing that nobody lacks has no list."""
    pages = made(small(), bundle)
    page = pages["bien-tap/thieu/chu-the/"]
    assert names(page) == {
        "Huyện Đông Hải": ["Tôm đã hết"],
        "Chưa rõ địa phương, ngoài tỉnh": ["Muối ở đâu"],
    }
    assert "<code>producer</code>" in html(page)
    assert "bien-tap/thieu/chu-the-san-pham/" not in pages


def test_the_table_counts_what_is_missing_by_place(bundle: Path) -> None:
    """Its lines add up, and each leads to its list."""
    pages = made(small(), bundle)
    table = pages["bien-tap/"].view.missing
    assert [name for name, _ in table.places] == ["Đông Hải", "Không rõ"]
    for _, lines in table.parts:
        for line in lines:
            assert line.total == sum(line.counts)
            assert line.address in pages
            listed = [name for group in names(pages[line.address]).values() for name in group]
            assert len(listed) == line.total


def test_each_row_edits_the_very_file(bundle: Path) -> None:
    """On the Git host, and in the form, under the name that the editor has for the folder."""
    pages = made(small(), bundle)
    by_name = {row.name: row for page in ("dong-hai", "chua-ro") for part in pages[f"bien-tap/dia-phuong/{page}/"].view.sections for row in part.rows}  # fmt: skip
    host = "https://github.com/ubnd/ocop/edit/main/"
    told = {name: (row.path, row.edit.removeprefix(host), row.form) for name, row in by_name.items()}
    for path, edits, form in told.values():
        assert edits == path
        assert form.startswith("/collections/")
    assert told["Muối sắp hết"][2] == "/collections/products-dong-hai/entries/sap-het"
    assert told["Muối ở đâu"][2] == "/collections/products-chua-ro/entries/o-dau"
    assert told["Hợp tác xã Muối"][2] == "/collections/producers/entries/htx"
    assert told["Cửa hàng OCOP"][2] == "/collections/sales-points/entries/xa"
    shown = html(pages["bien-tap/dia-phuong/dong-hai/"])
    assert f'href="{host}products/dong-hai/sap-het.yml"' in shown
    assert 'href="../../../bien-tap/moi/#/collections/products-dong-hai/entries/sap-het"' in shown
    assert 'href="../../../bien-tap/moi/#/collections/products-dong-hai/new"' in shown


def test_without_a_repository_or_an_editor_there_are_no_links_to_them(bundle: Path, tmp_path: Path) -> None:
    """A link that leads nowhere is worse than none; the file's path stays."""
    page = "bien-tap/dia-phuong/dong-hai/"
    assert "Sửa tệp" not in html(made(small(), bundle, None)[page])
    assert "Sửa trong biểu mẫu" in html(made(small(), bundle, None)[page])
    bare = html(made(small(), tmp_path / "none", None)[page])
    assert "Sửa" not in bare
    assert "moi/" not in bare
    assert "products/dong-hai/sap-het.yml" in bare


def test_search_engines_are_not_told(bundle: Path) -> None:
    """Pages for staff are in Vietnamese alone and in no index, and in the frame that has their style sheet."""
    for page in made(small(), bundle).values():
        assert not page.listed
        assert page.section == "staff"
        head = render(page, Settings("https://ocop.test/", None, ROOT, ART)).head
        assert '<meta name="robots" content="noindex">' in head


def test_long_lists_are_cut_into_pages(bundle: Path) -> None:
    """At most 60 rows a page, every record once, headings that go on say so, chips lead to the right page."""
    goods = {f"hang-{number:03}": product(name=f"Hàng {number}") for number in range(70)}
    goods |= {f"chua-ro/khac-{number:03}": product(name=f"Khác {number}") for number in range(70)}
    pages = made(edition(products=goods), bundle)
    parts = [names(pages[f"bien-tap/thieu/anh/{rest}"]) for rest in ("", "trang/2/", "trang/3/")]
    assert [sum(map(len, part.values())) for part in parts] == [PAGE_ROWS, PAGE_ROWS, 20]
    assert [list(part) for part in parts] == [
        ["Huyện Đông Hải"],
        ["Huyện Đông Hải (tiếp)", "Chưa rõ địa phương, ngoài tỉnh"],
        ["Chưa rõ địa phương, ngoài tỉnh (tiếp)"],
    ]
    listed = [name for part in parts for group in part.values() for name in group]
    assert len(set(listed)) == len(listed) == 140
    chips = pages["bien-tap/thieu/anh/"].view.chips
    assert [(chip.address, chip.count) for chip in chips] == [(None, 70), ("bien-tap/thieu/anh/trang/2/", 70)]
    assert pages["bien-tap/thieu/anh/trang/2/"].view.pager.previous == "bien-tap/thieu/anh/"


def test_nobody_is_given_an_endless_list_of_one_thing(bundle: Path) -> None:
    """A list of one gap stops after so many rows and says where the others are: under their places."""
    goods = {f"hang-{number:04}": product(name=f"Hàng {number}") for number in range(MOST_OF_A_GAP + 5)}
    pages = made(edition(products=goods), bundle)
    last = pages[f"bien-tap/thieu/anh/trang/{MOST_OF_A_GAP // PAGE_ROWS}/"]
    assert last.view.note == "Còn 5 bản ghi nữa ở danh sách của từng địa phương."
    assert last.view.pager.next is None
    assert f"bien-tap/dia-phuong/dong-hai/trang/{MOST_OF_A_GAP // PAGE_ROWS + 1}/" in pages


def test_a_whole_catalogue_has_nothing_to_do(bundle: Path) -> None:
    """All is filled in and nothing ends: the pages say so, with no empty list or table."""
    whole = {
        "producer": "htx", "commune": "dien-hai", "summary": "Muối.", "en": {"name": "Salt", "summary": "Salt."},
        "photos": [{"file": "muoi.jpg", "alt": "Muối"}], "checked": "2026-11-01", "packs": [{"price": "15000"}],
        "recognitions": [{"stars": "4", "date": "2026-01-02", "decision": "1/QĐ"}],
    }  # fmt: skip
    maker = producer(
        type="cooperative", district="dong-hai", commune="dien-hai", en={"name": "Salt"},
        contact={"consent": "2026-03-01", "email": "muoi@example.vn"},
    )  # fmt: skip
    pages = made(edition(products={"muoi": product(**whole)}, producers={"htx": maker}), bundle)
    assert "không còn việc gì" in pages["bien-tap/"].view.lead
    assert "<section" in html(pages["bien-tap/"])
    for address, page in pages.items():
        assert not re.search(r"<(h\d|ul|li|table|tbody)[^>]*>\s*</\1>", html(page)), address
        if address != "bien-tap/":
            assert "Không có việc gì ở đây." in html(page)


def test_an_empty_catalogue_has_its_pages(bundle: Path) -> None:
    """An office that begins finds the way in: the form, the guide, the numbers at nought."""
    pages = made(edition(), bundle)
    assert "Thêm, sửa bản ghi" in html(pages["bien-tap/"])
    assert [line.count for line in pages["bien-tap/"].view.counts[0]] == ["0"]


def test_records_cannot_break_out_of_the_page(bundle: Path) -> None:
    """Markup in a name or a certificate is text, whatever it would do."""
    evil = '<script>alert(1)</script>"'
    page = made(edition(products={"muoi": product(
        name=evil, certifications=[{"scheme": evil, "expires": "2026-12"}],
    )}), bundle)["bien-tap/"]  # fmt: skip
    assert "<script" not in html(page)
    assert html(page).count("&lt;script&gt;") >= 2


# The real catalogue, built -----------------------------------------------------------


@pytest.fixture(scope="module")
def staff_pages(built_site: Path) -> list[PublishedPage]:
    """The pages for staff of the real catalogue."""
    found = [
        PublishedPage.read(path, built_site) for path in sorted(built_site.glob("bien-tap/**/index.html"))
    ]
    return [page for page in found if not page.address.startswith("bien-tap/moi/")]


def test_only_pages_for_staff_load_their_style_sheet(
    built_site: Path, staff_pages: list[PublishedPage]
) -> None:
    """A visitor's page does not carry what it never shows."""
    for page in staff_pages:
        sheets = [link.attributes["href"] for link in page.all("link", rel="stylesheet")]
        assert len([sheet for sheet in sheets if "/staff." in sheet]) == 1, page.address
        for sheet in sheets:
            assert (built_site / page.resolve(sheet)[0]).is_file()
    front = PublishedPage.read(built_site / "index.html", built_site)
    assert not [link for link in front.links if "staff." in link]


def test_every_link_of_a_work_list_leads_somewhere(
    built_site: Path, staff_pages: list[PublishedPage]
) -> None:
    """To the record's page, to another list, to a place on it; what follows `#/` is the editor's own."""
    assert len(staff_pages) > len(GAPS)
    ids = {page.address: page.ids for page in staff_pages}
    for page in staff_pages:
        for link in page.links:
            address, fragment = page.resolve(link)
            target = built_site / address
            assert target.is_file() or (target / "index.html").is_file(), (page.address, link)
            if fragment and not fragment.startswith("/"):
                assert fragment in ids.get(address, {"muc-luc", "main", "tim"}), (page.address, link)


def test_every_due_record_is_on_the_list_of_its_place(staff_pages: list[PublishedPage]) -> None:
    """Every product of the real catalogue lacks something today, and is found under exactly one place."""
    found: list[str] = []
    for page in staff_pages:
        if page.address.startswith("bien-tap/dia-phuong/"):
            found += [each.text for each in page.all("code") if each.text.startswith("products/")]
    assert sorted(found) == sorted(
        path.relative_to(ROOT).as_posix() for path in ROOT.glob("products/*/*.yml")
    )


@pytest.mark.browser
@pytest.mark.parametrize("address", ["", "sap-het-han/", "thieu/anh/", "dia-phuong/phuoc-long/", "chu-the/"])
def test_an_office_can_work_with_it(browser: Browser, base: str, axe: str, address: str) -> None:
    """On a phone as on a desk, light and dark, without a script: nothing for axe to find, nothing scrolls sideways."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{base}bien-tap/{address}")
    page.evaluate(axe)
    for width, scheme in (320, "dark"), (1280, "light"):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert violations(page) == [], (width, scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (width, scheme)
    context.close()
