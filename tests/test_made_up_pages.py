"""The made-up catalogue, whose records use every field, as a whole site: what the real records do not show yet."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from hosting import ROOT, Project
from pages import PublishedPage

GPS_IFD, ORIENTATION, TURNED_RIGHT = 0x8825, 0x0112, 6


def photo_from_a_phone(width: int, height: int) -> bytes:
    """Draw a JPEG as a phone writes it: lying on its side, with the place where it was taken; its left half is red."""
    picture = Image.new("RGB", (width, height), "white")
    picture.paste((200, 0, 0), (0, 0, width // 2, height))
    exif = picture.getexif()
    exif[ORIENTATION] = TURNED_RIGHT
    exif.get_ifd(GPS_IFD)[1] = "N"
    exif.get_ifd(GPS_IFD)[2] = (9.0, 17.0, 0.0)
    out = BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


@pytest.fixture(scope="module")
def project(whole_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the made-up catalogue, one photo of it fresh from a phone."""
    project = Project.make(tmp_path_factory.mktemp("made-up-pages"), whole_site)
    (project.root / "products/huyen-thu/muoi-hat-thu.jpg").write_bytes(photo_from_a_phone(1600, 1200))
    return project


@pytest.fixture(scope="module")
def built(project: Project) -> Project:
    """The built site, on 24 November 2026."""
    outcome = project.build()
    assert outcome.code == 0, outcome.err
    return project


def page(built: Project, address: str) -> PublishedPage:
    """Read a page of the site."""
    return PublishedPage.read(built.site / address / "index.html", built.site)


def products(built: Project) -> dict[str, dict[str, Any]]:
    """Read the exported products by id."""
    return {each["id"]: each for each in json.loads(built.read("data/products.json"))}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("san-pham/muoi-hat-cu/", "san-pham/muoi-hat-thu/"),
        ("en/products/muoi-hat-cu/", "en/products/muoi-hat-thu/"),
        ("chu-the/muoi-thu-cu/", "chu-the/htx-muoi-thu/"),
        ("diem-ban/cua-hang-cu/", "diem-ban/cua-hang-thu/"),
        ("dia-phuong/huyen-cu/", "dia-phuong/huyen-thu/"),
    ],
)
def test_a_former_id_leads_on(built: Project, old: str, new: str) -> None:
    """A printed QR code with a former id still leads to the record, without a script, in either language."""
    former = page(built, old)
    refresh = former.all("meta", **{"http-equiv": "refresh"})[0].attributes["content"]
    assert former.resolve(refresh.partition("url=")[2]) == (new, "")
    assert [former.resolve(each.attributes["href"])[0] for each in former.all("a")] == [new]


def test_a_photo_is_published_upright_and_without_the_place_it_was_taken(built: Project) -> None:
    """A phone's photo is turned as it was held; position and other metadata are gone."""
    published = built.site / "san-pham/muoi-hat-thu/muoi-hat-thu.jpg"
    with Image.open(published) as picture:
        assert (picture.width, picture.height) == (960, 1280)
        assert not picture.getexif()
        upper, lower = picture.getpixel((480, 100)), picture.getpixel((480, 1180))
    assert upper[0] > 150 > upper[1]  # the red half, left before it was turned, is now above
    assert min(lower) > 200
    assert b"GPS" not in published.read_bytes()


def test_photos_lead_their_page_and_have_size_and_words(built: Project) -> None:
    """Every picture has its width, height and description; the drawing is gone where there is a photo."""
    own = page(built, "san-pham/muoi-hat-thu")
    shown = [each for each in own.all("img") if "muoi-hat-thu" in own.resolve(each.attributes["src"])[0]]
    assert len(shown) == 2
    for picture in shown:
        assert picture.attributes["alt"]
        assert int(picture.attributes["width"]) > 0 < int(picture.attributes["height"])
        assert (
            built.site / page(built, "san-pham/muoi-hat-thu").resolve(picture.attributes["src"])[0]
        ).is_file()
    assert "Hình vẽ" not in page(built, "san-pham/muoi-hat-thu").text


def test_a_browser_can_choose_the_size_and_format_of_a_photo(built: Project) -> None:
    """Every file on offer is there, of the width that is said, and no file of the photo is left out."""
    own = page(built, "san-pham/muoi-hat-thu")
    lead, source = own.all("img")[0], own.all("source", type="image/avif")[0]
    for element in (lead, source):
        assert element.attributes["sizes"].endswith("100vw")
        assert [width for _, width in element.choice] == ["320w", "640w", "960w"]
        for link, width in element.choice:
            with Image.open(built.site / own.resolve(link)[0]) as picture:
                assert f"{picture.width}w" == width
                assert picture.format == ("AVIF" if element.tag == "source" else "JPEG")
    assert own.resolve(lead.choice[-1][0]) == own.resolve(lead.attributes["src"])


def test_a_row_shows_the_smallest_file(built: Project) -> None:
    """A thumbnail of 96 points loads 320 pixels, in either format, and says their size."""
    listing = page(built, "san-pham")
    thumbnails = [each for each in listing.all("img") if "muoi-hat-thu" in each.attributes["src"]]
    assert thumbnails
    for each in thumbnails:
        assert each.attributes["src"].endswith("muoi-hat-thu.320.jpg")
        assert (each.attributes["width"], each.attributes["height"]) == ("320", "427")
    assert [width for each in listing.all("source") for _, width in each.choice] == [""] * len(
        listing.all("source")
    )


@pytest.mark.parametrize(
    "address",
    ["san-pham", "san-pham/muoi-hat-thu", "dia-phuong/huyen-thu", "chu-the/htx-muoi-thu", "diem-ban/cua-hang-thu",
     "nhom/muoi", "en/products"],
)  # fmt: skip
def test_the_first_photo_of_a_page_is_fetched_at_once_and_no_other(built: Project, address: str) -> None:
    """What a visitor sees first has priority; the rest waits until it comes into view. All have size and colour."""
    photos = page(built, address).all("img")
    assert len(photos) > 1 or address.startswith("diem-ban")
    assert photos[0].attributes.get("fetchpriority") == "high"
    assert "loading" not in photos[0].attributes
    for each in photos[1:]:
        assert each.attributes["loading"] == "lazy"
        assert "fetchpriority" not in each.attributes
    for each in photos:
        assert int(each.attributes["width"]) > 0 < int(each.attributes["height"])
    for each in page(built, address).all("picture"):
        assert re.fullmatch(r"background:#[0-9a-f]{6}", each.attributes["style"])


@pytest.mark.browser
def test_a_photo_fills_its_place_before_and_after_it_has_come(built: Project, chrome: str) -> None:
    """The browser takes AVIF in a fitting width, and nothing on the page moves when it comes."""
    from playwright.sync_api import sync_playwright

    measure = """() => {
        const box = (name) => { const {x, y, width, height} = document.querySelector(name).getBoundingClientRect()
                                return [x, y, width, height].map(Math.round) }
        return [box("picture.pane"), box("picture.pane img"), box(".panel")] }"""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chrome, args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": 360, "height": 740})
        shown = {}
        for photos in (False, True):
            if not photos:
                tab.route(re.compile(r"\.(avif|jpg)$"), lambda route: route.abort())
            else:
                tab.unroute(re.compile(r"\.(avif|jpg)$"))
            tab.goto((built.site / "san-pham/muoi-hat-thu/index.html").as_uri())
            tab.add_style_tag(path=ROOT / "build/assets/ocop.css")
            shown[photos] = tab.evaluate(measure)
        taken = tab.evaluate("document.querySelector('picture.pane img').currentSrc")
        browser.close()
    (place, photo, panel), before = shown[True], shown[False]
    assert photo == place
    assert (before[0], before[2]) == (place, panel)
    assert place[2] > 0
    assert taken.endswith("muoi-hat-thu.640.avif")


def test_a_withdrawn_product_keeps_its_page_and_says_so(built: Project) -> None:
    """It shows no stars, tells since when and why, and leads to what replaced it."""
    withdrawn = page(built, "san-pham/tep-rang-thu")
    assert "Đã rút khỏi chương trình" in withdrawn.text
    assert "Ngừng sản xuất (bịa ra)" in withdrawn.text
    links = [
        withdrawn.resolve(each.attributes["href"])[0]
        for each in withdrawn.all("a")
        if "Tôm khô Thử" in each.text
    ]
    assert "san-pham/tom-kho-thu/" in links
    assert products(built)["tep-rang-thu"]["rating_status"] == "withdrawn"
    assert products(built)["tep-rang-thu"]["stars"] is None


def test_a_closed_sales_point_leaves_the_listing_and_keeps_its_page(built: Project) -> None:
    """It is not listed any more; its page says that it has closed."""
    listed = page(built, "diem-ban")
    assert "Điểm bán Thử ở Cần Thơ" not in listed.text
    assert "Cửa hàng OCOP Thử" in listed.text
    assert "Đã đóng cửa" in page(built, "diem-ban/diem-can-tho-thu").text


def test_contact_is_shown_with_the_date_of_consent(built: Project) -> None:
    """Phone, mail and person stand on the page as what one can press, with the consent they rest on."""
    producer = page(built, "chu-the/htx-muoi-thu")
    links = [each.attributes["href"] for each in producer.all("a")]
    assert "tel:+842913000000" in links
    assert "mailto:thu@example.org" in links
    assert "1/3/2026" in producer.text


def test_staff_notes_stay_inside(built: Project) -> None:
    """What staff write for one another is in no page and no export."""
    for path in built.site.rglob("*"):
        if path.suffix in (".html", ".json", ".csv", ".xml"):
            assert "Ghi chú nội bộ bịa ra" not in path.read_text("utf-8"), path


def test_a_service_is_a_place_to_visit(built: Project) -> None:
    """A tourist site is told to search engines as one, with its hours on the page."""
    service = page(built, "san-pham/khu-muoi-thu")
    assert "TouristAttraction" in {each["@type"] for each in service.data}
    assert "Hằng ngày 07:00–17:00" in service.text


def test_goods_of_an_unknown_place_are_listed_everywhere_but_under_districts(built: Project) -> None:
    """A product in `chua-ro` has its page and its row in the listings of all goods, its kind and its star."""
    for listing in ("san-pham", "nhom/muoi", "xep-hang/3-sao"):
        assert "Muối ớt Thử" in page(built, listing).text
    for listing in ("dia-phuong", "dia-phuong/huyen-thu", "dia-phuong/thi-xa-mau"):
        assert "Muối ớt Thử" not in page(built, listing).text


def test_both_names_of_a_place_stand_side_by_side(built: Project) -> None:
    """A commune is named as it was and as it is now."""
    text = page(built, "san-pham/muoi-hat-thu").text
    assert "Xã Một, huyện Thử" in text
    assert "nay là xã Thử Mới, tỉnh Cà Mau" in text
    assert "now Thử Mới Commune, Cà Mau Province" in page(built, "en/products/muoi-hat-thu").text


def test_norway_stays_norway(built: Project) -> None:
    """`NO` is a country and no answer."""
    assert products(built)["muoi-hat-thu"]["trade"]["export_markets"] == ["KR", "SG", "NO"]
    assert "Na Uy" in page(built, "san-pham/muoi-hat-thu").text


def test_a_promotion_has_no_effect_outside_its_dates(project: Project, built: Project) -> None:
    """Shrimp is promoted in its season and not before it."""
    assert products(built)["tom-kho-thu"]["promoted"] is True
    assert "Quảng bá" in page(built, "nhom/tom").text
    outcome = project.build("--site-dir", str(project.root / "before"), CATALOGUE_DATE="2026-09-30")
    assert outcome.code == 0, outcome.err
    listed = {
        each["id"]: each
        for each in json.loads((project.root / "before/data/products.json").read_text("utf-8"))
    }
    assert listed["tom-kho-thu"]["promoted"] is False


@pytest.mark.parametrize(
    ("day", "status", "stars"),
    [("2020-12-09", "none", None), ("2021-01-01", "holding", 3), ("2024-12-20", "ended", None),
     ("2024-12-28", "holding", 4), ("2027-12-28", "holding", 4), ("2027-12-29", "ended", None)],
)  # fmt: skip
def test_a_rating_follows_the_day_of_the_build(
    project: Project, day: str, status: str, stars: int | None
) -> None:
    """The same record, built on other days, tells the rating of that day."""
    outcome = project.build("--site-dir", str(project.root / day), CATALOGUE_DATE=day)
    assert outcome.code == 0, outcome.err
    listed = {
        each["id"]: each
        for each in json.loads((project.root / day / "data/products.json").read_text("utf-8"))
    }
    assert (listed["muoi-hat-thu"]["rating_status"], listed["muoi-hat-thu"]["stars"]) == (status, stars)


def test_a_rating_is_never_shown_without_its_source(built: Project) -> None:
    """A recognition without sources of its own leans on the record's, by number."""
    panel = next(
        each
        for each in page(built, "san-pham/khu-muoi-thu").elements
        if "panel" in each.attributes.get("class", "").split()
    )
    assert "Chưa rõ ngày công nhận" in panel.text
    assert re.search(r"Nguồn sớm nhất nhắc tới: tháng 8/2025\.\s*1", panel.text)


def test_the_goods_of_one_maker_and_one_shop_are_paged(site: Path, tmp_path: Path) -> None:
    """More than sixty goods of a producer or a sales point go on over static pages, none is left out."""
    project = Project.make(tmp_path / "many", site)
    goods = [f"muoi-so-{number}" for number in range(130)]
    for number, product in enumerate(goods):
        written = f"name: Muối số {number}\nkind: muoi\nproducer: cong-ty-tom-thu\nsources: [bao-thu]\n"
        (project.root / f"products/chua-ro/{product}.yml").write_text(written, "utf-8")
    shop = project.root / "catalogue/sales-points/cua-hang-thu.yml"
    listed = f"sells: [{', '.join(goods)}]"
    shop.write_text(re.sub(r"^sells: .*$", listed, shop.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    outcome = project.build()
    assert outcome.code == 0, outcome.err
    for base, word in (("chu-the/cong-ty-tom-thu", "trang"), ("diem-ban/cua-hang-thu", "trang"),
                       ("en/producers/cong-ty-tom-thu", "page")):  # fmt: skip
        pages = [page(project, base), *(page(project, f"{base}/{word}/{number}") for number in (2, 3))]
        shown = {
            each.resolve(link.attributes["href"])[0].rstrip("/").rpartition("/")[2]
            for each in pages
            for link in each.all("a")
            if "muoi-so-" in link.attributes["href"]
        }
        assert shown == set(goods)
        assert [
            link.attributes["rel"]
            for link in pages[1].all("a")
            if "rel" in link.attributes and link.attributes["rel"] in ("prev", "next")
        ] == ["prev", "next"]
