"""The badge that other people's pages show: honest for as long as it hangs there, whoever looks and on whatever ground."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from playwright.sync_api import Browser
from tests.catalogues import SITE, edition, product

from hosting import ROOT
from ocop import addresses, export
from ocop.cli.export import command
from ocop.export.badges import badge
from ocop.i18n import Lang

MOST_BYTES = 2_000
SVG = "{http://www.w3.org/2000/svg}"
LANGS: tuple[Lang, Lang] = ("vi", "en")

RATED: dict[str, tuple[dict[str, Any], tuple[str, str], tuple[str, str]]] = {
    "holding": (
        {"recognitions": [{"stars": "4", "date": "2023-12-28"}]},
        ("OCOP 4 sao", "Hiệu lực đến 28/12/2026"), ("OCOP 4 stars", "Valid to 28 December 2026"),
    ),
    "holding until it leaves": (
        {"recognitions": [{"stars": "4", "date": "2025"}], "withdrawn": {"date": "2027-02-01"}},
        ("OCOP 4 sao", "Hiệu lực đến 31/1/2027"), ("OCOP 4 stars", "Valid to 31 January 2027"),
    ),
    "stars not stated": (
        {"recognitions": [{"date": "2025"}]},
        ("OCOP, nguồn không ghi hạng", "Hiệu lực đến hết năm 2028"), ("OCOP, stars not stated", "Valid to the end of 2028"),
    ),
    "unconfirmed": (
        {"recognitions": [{"stars": "3", "reported": "2024-01"}]},
        ("OCOP 3 sao theo nguồn 1/2024", "Chưa rõ ngày, hết hạn chậm nhất tháng 1/2027"),
        ("OCOP 3 stars reported in January 2024", "Date not confirmed, expires by the end of January 2027"),
    ),
    "told without any date": (
        {"recognitions": [{"stars": "3"}]},
        ("OCOP 3 sao theo nguồn", "Chưa rõ ngày"), ("OCOP 3 stars reported", "Date not confirmed"),
    ),
    "ended": (
        {"recognitions": [{"stars": "4", "date": "2020"}]},
        ("OCOP: từng đạt 4 sao", "Hết hạn cuối 2023"), ("OCOP: formerly 4 stars", "Expired at the end of 2023"),
    ),
    "none": (
        {},
        ("Chưa ghi nhận hạng sao", "Theo danh mục ngày 24/11/2026"),
        ("No star rating on record", "In the catalogue of 24 November 2026"),
    ),
    "assessed": (
        {"assessed": "2025-11-08"},
        ("Chưa xác nhận hạng OCOP", "Đã dự đánh giá tháng 11/2025, chưa rõ kết quả"),
        ("OCOP rating not confirmed", "Assessed in November 2025, result not known"),
    ),
    "withdrawn": (
        {"recognitions": [{"stars": "4", "date": "2025"}], "withdrawn": {"date": "2026-02"}},
        ("OCOP: đã rút", "Rút khỏi chương trình 2/2026"), ("OCOP: withdrawn", "Left the programme February 2026"),
    ),
}  # fmt: skip


def drawn(lang: Lang = "vi", **written: Any) -> ET.Element:
    """Draw the badge of a product and read it as a browser does."""
    made = edition(products={"muoi": product(**written)})
    return ET.fromstring(badge(made.listing[0], made, lang))  # noqa: S314 - our own bytes


def lines(root: ET.Element) -> tuple[str, ...]:
    """Give the lines of a badge."""
    return tuple(each.text or "" for each in root.iter(f"{SVG}text"))


def stars(root: ET.Element) -> int:
    """Count the stars of a badge."""
    return len(root.findall(f"{SVG}g/{SVG}path")) + len(root.findall(f"{SVG}g/{SVG}use"))


@pytest.mark.parametrize("name", RATED)
def test_a_badge_says_what_stays_true(name: str) -> None:
    """Each state in words with its day, in both languages; nothing says that a rating is valid now."""
    written, vi, en = RATED[name]
    assert (lines(drawn("vi", **written)), lines(drawn("en", **written))) == (vi, en)
    for words in (*vi, *en):
        assert not {"đang", "còn", "now", "currently"} & set(words.lower().split())


@pytest.mark.parametrize(("name", "shown"), [("holding", 4), ("unconfirmed", 3), ("ended", 0), ("none", 0), ("withdrawn", 0)])  # fmt: skip
def test_only_a_rating_that_counts_has_stars(name: str, shown: int) -> None:
    """What has ended, was withdrawn or never known shows none; what is not confirmed shows hollow ones."""
    root = drawn(**RATED[name][0])
    assert stars(root) == shown
    assert (root.find(f"{SVG}g[@fill='none']") is not None) == (name == "unconfirmed")


def test_a_badge_is_read_aloud() -> None:
    """A screen reader that comes upon the picture says of what it is, how it is rated and until when."""
    written, *_ = RATED["holding"]
    vi, en = (drawn(lang, en={"name": "Grain salt"}, **written) for lang in LANGS)
    assert vi.attrib["lang"] == "vi"
    assert vi.findtext(f"{SVG}title") == "Muối hạt: OCOP 4 sao, hiệu lực đến 28/12/2026. Hàng OCOP Bạc Liêu."
    assert (
        en.findtext(f"{SVG}title")
        == "Grain salt: OCOP 4 stars, valid to 28 December 2026. OCOP goods of Bạc Liêu."
    )
    title = vi.find(f"{SVG}title")
    assert title is not None
    assert vi.attrib["aria-labelledby"] == title.attrib["id"]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=120))
def test_a_name_is_text_and_the_picture_stays_small(name: str) -> None:
    """Whatever a product is called, the picture is well-formed, holds its name as text, and weighs next to nothing."""
    made = edition(
        products={"muoi": product(name=f"</title>{name}<script>"[:120], **RATED["unconfirmed"][0])}
    )
    raw = badge(made.listing[0], made, "vi")
    root = ET.fromstring(raw)  # noqa: S314 - our own bytes
    assert (root.findtext(f"{SVG}title") or "").startswith(f"{made.listing[0].name}: ")
    assert root.find(f".//{SVG}script") is None
    assert len(raw) <= MOST_BYTES


def test_a_badge_asks_for_nothing_and_runs_nothing() -> None:
    """Inside somebody's page it loads no face, picture or script, and leads nowhere by itself."""
    root = drawn(**RATED["holding"][0])
    assert {each.tag.removeprefix(SVG) for each in root.iter()} == {
        "svg",
        "title",
        "rect",
        "g",
        "path",
        "use",
        "text",
    }
    assert {each.attrib["href"] for each in root.iter(f"{SVG}use")} == {"#s"}


def test_every_product_has_both_badges() -> None:
    """Beside the page of each language, withdrawn and unrated goods included, whether the site's address is known or not."""
    made = edition(products={"muoi": product(), "cu": product(withdrawn={"date": "2026"})})
    for site_url in (SITE, ""):
        files = export.files(made, site_url)
        for name in ("muoi", "cu"):
            assert files[f"san-pham/{name}/nhan.svg"].startswith(b"<svg ")
            assert files[f"en/products/{name}/badge.svg"].startswith(b"<svg ")


def test_a_badge_changes_with_the_day() -> None:
    """Made anew after the end, it says so."""
    written = product(**RATED["holding"][0])
    (day_before, day_after) = (
        edition(date(2026, 12, day), products={"muoi": written}) for day in (28, 29)
    )  # fmt: skip
    said = [badge(made.listing[0], made, "vi").decode() for made in (day_before, day_after)]
    assert "Hiệu lực đến 28/12/2026" in said[0]
    assert "Hết hạn 28/12/2026" in said[1]


def test_an_export_drops_the_badges_of_goods_that_are_gone(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second export into a folder leaves no badge of a record that was removed."""
    monkeypatch.setenv("CATALOGUE_DATE", "2026-11-24")
    folder = tmp_path / "ra"
    assert CliRunner().invoke(command, [str(folder), "--root", str(ROOT)]).exit_code == 0
    gone = [folder / addresses.badge("hang-cu", lang) for lang in LANGS]
    for path in gone:
        path.parent.mkdir()
        path.touch()
    assert CliRunner().invoke(command, [str(folder), "--root", str(ROOT)]).exit_code == 0
    assert [path for path in gone if path.exists()] == []


@pytest.mark.browser
@pytest.mark.parametrize("ground", ["#fff", "#000"])
@pytest.mark.parametrize("name", ["holding", "unconfirmed", "ended"])
def test_a_badge_is_seen_on_any_ground(browser: Browser, name: str, ground: str) -> None:
    """As an <img> of a page of somebody else, light or dark, it stands whole on its own white, with all its letters inside."""
    made = edition(products={"muoi": product(**RATED[name][0])})
    page = browser.new_page()
    shown = badge(made.listing[0], made, "vi").decode()
    page.set_content(f'<body style="margin:0;background:{ground}"><img alt="">')
    page.evaluate("text => document.images[0].src = 'data:image/svg+xml,' + encodeURIComponent(text)", shown)
    page.wait_for_function("document.images[0].naturalWidth > 0")
    picture = Image.open(BytesIO(page.locator("img").screenshot())).convert("L")
    page.set_content(shown)
    boxes = page.eval_on_selector_all(
        "text", "all => all.map(each => each.getBBox()).map(b => b.x + b.width)"
    )
    page.close()
    width, height = picture.size
    assert picture.getpixel((width - 6, 6)) == 255
    # The letters of the label and of the state are dark on it.
    for top, bottom in ((8, 28), (28, 46)):
        assert picture.crop((width - 120, top, width - 6, bottom)).getextrema()[0] < 110
    assert height == 52
    assert max(boxes) < width
