"""The site of the real records, looked at page by page as its readers and their programs do."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from hosting import ROOT
from pages import PublishedPage, pages_of

SITE_URL = "https://ocop.test/"
PRODUCTS = sorted(path.stem for path in ROOT.glob("products/*/*.yml"))
FOR_STAFF = ("bien-tap/", "huong-dan/")
FOR_PROGRAMMERS = ("du-lieu/", "en/data/")
"""Pages in Vietnamese alone; search engines are told of the second."""
NEVER_SHOWN = re.compile(r"\bNone\b|\bundefined\b|\bNaN\b|\{\{|\{%|<function|Traceback|\bnull\b")


@pytest.fixture(scope="module")
def pages(built_site: Path) -> list[PublishedPage]:
    """Every page of the site."""
    return pages_of(built_site)


@pytest.fixture(scope="module")
def catalogue_pages(pages: list[PublishedPage]) -> list[PublishedPage]:
    """Every page but the one for lost addresses."""
    return [page for page in pages if page.path.name == "index.html"]


@pytest.fixture(scope="module")
def goods(built_site: Path) -> list[dict[str, Any]]:
    """The exported list of products."""
    listed: list[dict[str, Any]] = json.loads((built_site / "data/products.json").read_text("utf-8"))
    return listed


def test_each_product_has_a_page_in_both_languages(built_site: Path) -> None:
    """No record is left without its page, in either language, and none is invented."""
    for folder in ("san-pham", "en/products"):
        made = sorted(
            path.parent.name
            for path in (built_site / folder).glob("*/index.html")
            if path.parent.name not in ("trang", "page")
        )
        assert made == PRODUCTS


def test_every_link_and_fragment_leads_somewhere(built_site: Path, pages: list[PublishedPage]) -> None:
    """Inside the site every link is relative, its target exists, and so does the place on it that a fragment names."""
    ids = {page.address: page.ids for page in pages}
    broken = []
    for page in pages:
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or link.startswith(SITE_URL):
                continue
            # The page for lost addresses is shown at any depth, and alone may begin at the root.
            lost = page.path.name == "404.html"
            address, fragment = page.resolve(link.lstrip("/") if lost else link)
            target = built_site / address
            found = (lost or not link.startswith("/")) and (
                target.is_file() or (target / "index.html").is_file()
            )
            if fragment.startswith("/"):
                continue  # a way within the editor, which is tried in tests of its own
            if not found or (fragment and fragment not in ids[address]):
                broken.append((page.address, link))
    assert broken == []


def test_links_to_the_site_itself_are_relative(pages: list[PublishedPage]) -> None:
    """Only canonical addresses, alternates and previews use the site's own address, so that it works in any folder."""
    for page in pages:
        for element in page.elements:
            if element.tag in ("a", "script", "img", "source", "form"):
                for value in element.attributes.values():
                    assert SITE_URL not in value, (page.address, value)


def test_nothing_is_loaded_from_another_host(pages: list[PublishedPage]) -> None:
    """Scripts, styles, pictures and frames come from the site alone."""
    for page in pages:
        for element in page.elements:
            loads = element.tag in (
                "script",
                "img",
                "iframe",
                "source",
                "video",
                "audio",
                "embed",
                "object",
            ) or (
                element.tag == "link"
                and element.attributes.get("rel") in ("stylesheet", "icon", "preload", "preconnect")
            )
            for key in ("src", "href", "data", "srcset"):
                if loads and key in element.attributes:
                    assert "//" not in element.attributes[key], (page.address, element)


def test_every_page_has_what_readers_and_search_engines_need(catalogue_pages: list[PublishedPage]) -> None:
    """One h1, a title, a description, a canonical address, alternates in both languages, a preview with a picture."""
    for page in catalogue_pages:
        where = page.address
        assert len(page.all("h1")) == 1, where
        assert page.all("title")[0].text.strip(), where
        assert page.all("html")[0].attributes["lang"] == ("en" if where.startswith("en/") else "vi"), where
        metas = {
            each.attributes.get("property") or each.attributes.get("name"): each.attributes.get("content")
            for each in page.all("meta")
        }
        assert metas["description"], where
        for name in ("og:title", "og:description", "og:url", "og:image", "og:type"):
            assert metas[name], (where, name)
        canonical = page.all("link", rel="canonical")
        assert [each.attributes["href"] for each in canonical] == [SITE_URL + where]
        languages = {
            each.attributes["hreflang"]
            for each in page.all("link", rel="alternate")
            if "hreflang" in each.attributes
        }
        assert languages == (set() if where.startswith(FOR_STAFF) else {"vi", "en", "x-default"}), where


def test_alternates_lead_back(built_site: Path, catalogue_pages: list[PublishedPage]) -> None:
    """The Vietnamese and the English page of one thing name each other."""
    named = {}
    for page in catalogue_pages:
        links = {
            each.attributes["hreflang"]: each.attributes["href"]
            for each in page.all("link", rel="alternate")
            if "hreflang" in each.attributes
        }
        named[SITE_URL + page.address] = links
    for own, links in named.items():
        assert own in links.values() or own.removeprefix(SITE_URL).startswith(FOR_STAFF)
        for other in links.values():
            assert named[other] == links


def test_titles_tell_pages_apart(catalogue_pages: list[PublishedPage]) -> None:
    """Within a language no two pages have both title and description in common."""
    heads = Counter(
        (
            page.address.startswith("en/"),
            page.all("title")[0].text,
            page.all("meta", name="description")[0].attributes["content"],
        )
        for page in catalogue_pages
    )
    assert [head for head, count in heads.items() if count > 1] == []


def test_no_hole_where_a_fact_is_unknown(pages: list[PublishedPage]) -> None:
    """No empty heading, list, table cell of a label, nor a word of the program's own."""
    for page in pages:
        for tag in ("h1", "h2", "h3", "dt", "dd", "li", "a", "figcaption", "th", "caption", "summary"):
            for element in page.all(tag):
                named = (
                    element.text.strip()
                    or element.attributes.get("aria-label")
                    or "svg" in element.attributes.get("class", "")
                )
                assert named or tag in ("th", "a"), (page.address, element)
        if page.address.startswith((*FOR_STAFF, *FOR_PROGRAMMERS)):
            continue  # they show pieces of YAML and commands, or tell how JSON says that a fact is unknown
        assert not NEVER_SHOWN.search(page.text), (page.address, NEVER_SHOWN.search(page.text))


def test_headings_go_down_one_step_at_a_time(catalogue_pages: list[PublishedPage]) -> None:
    """A reader who jumps from heading to heading misses none."""
    for page in catalogue_pages:
        levels = [int(each.tag[1]) for each in page.elements if re.fullmatch("h[1-6]", each.tag)]
        for above, below in pairwise(levels):
            assert below <= above + 1, (page.address, levels)


def test_structured_data_never_claims_reviews(catalogue_pages: list[PublishedPage]) -> None:
    """Stars are a certification of the programme, never users' ratings."""
    for page in catalogue_pages:
        assert "aggregateRating" not in json.dumps(page.data), page.address
        assert "review" not in json.dumps(page.data).lower(), page.address


def test_products_tell_their_certification(built_site: Path) -> None:
    """A rated product's page carries its stars as a certification for programs."""
    page = PublishedPage.read(built_site / "san-pham/muoi-tinh-bac-lieu/index.html", built_site)
    product = next(each for each in page.data if each.get("@type") == "Product")
    assert "5" in json.dumps(product["hasCertification"], ensure_ascii=False)


def test_goods_without_a_rating_never_pass_for_rated(built_site: Path, goods: list[dict[str, Any]]) -> None:
    """Their own page and every row of theirs shows no star and says that the rating is not confirmed."""
    unrated = [each["id"] for each in goods if each["rating_status"] == "none"]
    assert len(unrated) == 33
    for product in unrated:
        page = PublishedPage.read(built_site / f"san-pham/{product}/index.html", built_site)
        panel = next(each for each in page.elements if "panel" in each.attributes.get("class", "").split())
        assert "chưa xác nhận hạng ocop" in panel.text.lower()
        assert "none" in panel.attributes["class"].split()
        english = PublishedPage.read(built_site / f"en/products/{product}/index.html", built_site)
        assert "OCOP rating not confirmed" in english.text


def test_assessed_goods_say_when_and_that_the_result_is_unknown(built_site: Path) -> None:
    """What went before the council on 8 November 2022 says so in plain words, on its page and on its card."""
    page = PublishedPage.read(built_site / "san-pham/kho-tom-su-ep-dong-phat/index.html", built_site)
    assert "đã dự đánh giá tháng 11/2022, chưa rõ kết quả" in page.text
    listing = PublishedPage.read(built_site / "nhom/tom/index.html", built_site)
    assert "đã dự đánh giá tháng 11/2022, chưa rõ kết quả" in listing.text


def test_ended_ratings_say_what_is_known(built_site: Path, goods: list[dict[str, Any]]) -> None:
    """An ended rating says since when, and that no renewal is on record; it shows no stars."""
    ended = [each for each in goods if each["rating_status"] == "ended"]
    assert len(ended) == 24
    for product in ended:
        page = PublishedPage.read(built_site / f"san-pham/{product['id']}/index.html", built_site)
        assert re.search(r"Chứng nhận .* đã hết hạn từ .*, chưa ghi nhận công nhận lại", page.text)
        assert product["stars"] is None


def test_listing_has_the_order_of_the_export(built_site: Path, goods: list[dict[str, Any]]) -> None:
    """The listing of all products shows each once, over static pages of at most 60, in the order of the export."""
    first = PublishedPage.read(built_site / "san-pham/index.html", built_site)
    second = PublishedPage.read(built_site / "san-pham/trang/2/index.html", built_site)
    shown = [_rows(first), _rows(second)]
    assert len(shown[0]) == 60
    assert shown[0] + shown[1] == [each["id"] for each in goods]


def _rows(page: PublishedPage) -> list[str]:
    data = next(each for each in page.data if each["@type"] == "ItemList")
    return [entry["url"].rstrip("/").rpartition("/")[2] for entry in data["itemListElement"]]


def test_higher_stars_first_and_shrimp_promoted_within_its_level(goods: list[dict[str, Any]]) -> None:
    """Salt with five stars leads; among four stars shrimp is lifted to the front; goods without a rating come last."""
    assert [each["id"] for each in goods[:2]] == ["muoi-hat-bac-lieu", "muoi-tinh-bac-lieu"]
    four = [each for each in goods if each["stars"] == 4]
    assert [each["promoted"] for each in four] == sorted((each["promoted"] for each in four), reverse=True)
    assert {each["kind"] for each in four if each["promoted"]} == {"tom"}
    assert all(each["rating_status"] == "none" for each in goods[-33:])


def test_site_map_names_every_page_once(built_site: Path, catalogue_pages: list[PublishedPage]) -> None:
    """The site map and the pages agree; work lists are nobody's affair but the staff's."""
    named = re.findall(r"<loc>([^<]+)</loc>", (built_site / "sitemap.xml").read_text("utf-8"))
    listed = [page for page in catalogue_pages if not page.address.startswith("bien-tap/")]
    assert sorted(named) == sorted(SITE_URL + page.address for page in listed)


def test_search_engines_are_not_told_of_work_lists(catalogue_pages: list[PublishedPage]) -> None:
    """Those pages, and no others, ask to be left out."""
    left_out = {page.address for page in catalogue_pages if page.all("meta", name="robots")}
    assert left_out == {page.address for page in catalogue_pages if page.address.startswith("bien-tap/")}
    assert left_out


def test_lychee_finds_no_broken_link(built_site: Path) -> None:
    """An independent checker of links agrees, fragments included."""
    lychee = Path(sys.executable).with_name("lychee")
    ran = subprocess.run(
        [lychee, "--offline", "--include-fragments", "--index-files", "index.html", "--no-progress", "--format", "json", "--exclude", "/bien-tap/moi/?#/", "--root-dir", built_site, built_site],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    report = json.loads(ran.stdout)
    assert report["errors"] == 0, report
    assert report["total"] > 1000


def test_html_is_valid(built_site: Path, tmp_path: Path) -> None:
    """html-validate finds nothing to mend."""
    script = ROOT / "node_modules/html-validate/bin/html-validate.mjs"
    if not script.exists():
        pytest.fail("html-validate is not installed: run the tests with `make test`")
    report = tmp_path / "report.json"
    chosen = [built_site / name for name in _ONE_OF_EACH] + [
        built_site / f"en/products/{PRODUCTS[0]}/index.html"
    ]
    ran = subprocess.run(
        [Path(sys.executable).with_name("node"), script, "--config", ROOT / "tests/html-validate.mjs", "--formatter", f"json={report}", *chosen],
        capture_output=True, text=True, check=False, timeout=120, cwd=ROOT, env=os.environ,
    )  # fmt: skip
    found = [(Path(each["filePath"]).relative_to(built_site).as_posix(), message["ruleId"], message["line"], message["message"])
             for each in json.loads(report.read_text("utf-8")) for message in each["messages"]]  # fmt: skip
    assert found == [], ran.stderr
    assert ran.returncode == 0, ran.stderr


_ONE_OF_EACH = [
    "index.html", "404.html", "san-pham/index.html", "san-pham/trang/2/index.html", "xep-hang/index.html",
    "xep-hang/5-sao/index.html", "xep-hang/het-han/index.html", "nhom/index.html", "nhom/tom/index.html",
    "nhom/thuc-pham/index.html", "dia-phuong/index.html", "dia-phuong/vinh-loi/index.html", "chu-the/index.html",
    "chu-the/muoi-bac-lieu/index.html", "diem-ban/index.html", "chuong-trinh/index.html", "du-lieu/index.html",
    "gioi-thieu/index.html", "en/index.html", "en/about/index.html", "san-pham/muoi-tinh-bac-lieu/index.html",
    "san-pham/tom-chao-nong-san-viet/index.html", "san-pham/kho-the-ep-kim-cuc/index.html",
    "bien-tap/index.html", "bien-tap/dia-phuong/phuoc-long/index.html", "bien-tap/moi/index.html", "huong-dan/index.html",
    "huong-dan/lenh/index.html", "huong-dan/truong/index.html", "huong-dan/truong/product/index.html",
    "huong-dan/thong-bao/index.html", "huong-dan/thong-bao/no-producer/index.html",
]  # fmt: skip
