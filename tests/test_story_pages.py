"""Home, kinds, districts and stars: stories with their sources, counts that agree, promotion told apart."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from hosting import ROOT, Project
from pages import Element, PublishedPage

KINDS = [kind["id"] for kind in yaml.safe_load((ROOT / "catalogue/kinds.yml").read_text("utf-8"))["kinds"]]
COUNT = re.compile(r"(\d+) ")


@pytest.fixture(scope="module")
def made_up(whole_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Build the made-up catalogue, in which one kind has a story and the others have none."""
    project = Project.make(tmp_path_factory.mktemp("stories"), whole_site)
    outcome = project.build()
    assert outcome.code == 0, outcome.err
    return project


def page(site: Path, address: str) -> PublishedPage:
    """Read a page by its address."""
    return PublishedPage.read(site / address / "index.html", site)


@cache
def products(site: Path) -> list[dict[str, Any]]:
    """Read the published records: what every count on a page is held against."""
    found: list[dict[str, Any]] = json.loads((site / "data/products.json").read_text("utf-8"))
    return found


def on_map(shown: PublishedPage) -> dict[str, int]:
    """Give the count that the map says of each district, by the district's id."""
    links = [
        each
        for each in shown.all("a")
        if "aria-label" in each.attributes and "dia-phuong/" in each.attributes["href"]
    ]
    return {
        shown.resolve(each.attributes["href"])[0].split("/")[-2]: int(_count(each.attributes["aria-label"]))
        for each in links
    }  # fmt: skip


def _count(label: str) -> str:
    found = COUNT.search(label.rpartition(": ")[2])
    assert found is not None, label
    return found[1]


def in_list(shown: PublishedPage) -> dict[str, int]:
    """Give the counts of the lines that lead to districts."""
    lines = {}
    for each in shown.all("a"):
        address, _ = shown.resolve(each.attributes.get("href", ""))
        if re.fullmatch(r"dia-phuong/[\w-]+/", address) and each.text.endswith(" sản phẩm"):
            lines[address.split("/")[1]] = int(each.text.split()[-3])
    return lines


def cited(shown: PublishedPage) -> list[str]:
    """Give the numbers of sources that stand in the page's text."""
    return [each.attributes["href"] for each in shown.all("a") if each.attributes.get("href", "").startswith("#n")]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_every_sentence_of_a_story_says_who_says_so(built_site: Path, kind: str) -> None:
    """Each fact of a kind bears numbers, and each number leads to a line of the page's own list of sources."""
    written = yaml.safe_load((ROOT / "catalogue/kinds.yml").read_text("utf-8"))["kinds"]
    facts = next(each for each in written if each["id"] == kind).get("facts", [])
    for address, key in ((f"nhom/{kind}/", "text"), (f"en/kinds/{kind}/", "en")):
        shown = page(built_site, address)
        assert {number.removeprefix("#") for number in cited(shown)} <= shown.ids
        told = [each for each in shown.elements if each.tag in ("p", "li")]
        for fact in facts:
            (holder,) = [each for each in told if fact[key] in each.text]
            numbers = holder.text.partition(fact[key])[2].split()
            assert "".join(numbers).isdigit(), holder.text
            assert len(sorted(set(fact["sources"]))) == len(_numbers(shown, fact[key]))


def _numbers(shown: PublishedPage, text: str) -> list[Element]:
    """Give the links to sources that follow a text, up to the next paragraph or line."""
    at = next(n for n, each in enumerate(shown.elements) if each.tag in ("p", "li") and text in each.text)
    found = []
    for each in shown.elements[at + 1 :]:
        if each.tag in ("p", "li", "section", "ol"):
            break
        if each.attributes.get("href", "").startswith("#n"):
            found.append(each)
    return found


def test_shrimp_and_salt_have_a_story_and_salt_tells_the_conflict(built_site: Path) -> None:
    """The two kinds the province is known for tell of themselves, and where sources differ both are heard."""
    for kind in ("tom", "muoi"):
        shown = page(built_site, f"nhom/{kind}/")
        assert len(shown.all("ol", **{"class": "steps tale"})) == 1
    salt = page(built_site, "nhom/muoi/").text
    assert "theo đa số nguồn. Báo Công Thương thì ghi năm 2019" in salt


def test_a_story_goes_forward_in_time(built_site: Path) -> None:
    """Dated facts stand in order; what is known only by its year comes after what is known to the day."""
    dates = [each.attributes["datetime"] for each in page(built_site, "nhom/tom/").all("time")]
    assert dates[:2] == ["2019-10-03", "2019"]
    years = [each[:4] for each in dates]
    assert years == sorted(years)


@pytest.mark.parametrize("kind", KINDS)
def test_the_map_of_a_kind_counts_as_the_records_do(built_site: Path, kind: str) -> None:
    """Map and list give each district the number of goods that the open data has, and leave none out."""
    shown = page(built_site, f"nhom/{kind}/")
    made = [each["district"] for each in products(built_site) if each["kind"] == kind]
    counts = Counter(each for each in made if each)
    told = on_map(shown)
    assert {district: count for district, count in told.items() if count} == dict(counts)
    assert in_list(shown) == dict(counts)
    unplaced = sum(each is None for each in made)
    assert (f"{unplaced} sản phẩm chưa nguồn nào cho biết làm ở huyện nào." in shown.text) == bool(unplaced)


@pytest.mark.parametrize("address", ["", "dia-phuong/", "dia-phuong/phuoc-long/"])
def test_every_map_of_all_goods_counts_as_the_records_do(built_site: Path, address: str) -> None:
    """So does the map of the front page, of the index of places and of a district."""
    counts = Counter(each["district"] for each in products(built_site) if each["district"])
    assert on_map(page(built_site, address)) == dict(counts)


def test_numbers_drawn_on_the_map_are_those_that_are_read_aloud(built_site: Path) -> None:
    """The number under a name is the one in its link; a district without goods has none and stays blank."""
    markup = (built_site / "nhom/tom/index.html").read_text("utf-8")
    drawn = dict(re.findall(r"<text [^>]*>([^<]+)<tspan[^>]*>(\d+)</tspan>", markup))
    shown = page(built_site, "nhom/tom/")
    said = {each.attributes["aria-label"]: each for each in shown.all("a") if ": " in each.attributes.get("aria-label", "")}  # fmt: skip
    named = {label.partition(": ")[0].removeprefix("TP "): _count(label) for label in said}
    assert drawn == {name: count for name, count in named.items() if count != "0"}
    blank = [label for label, each in said.items() if each.attributes.get("class") == "bare"]
    assert sorted(blank) == sorted(label for label in said if _count(label) == "0")


def test_the_front_page_says_how_all_goods_stand(built_site: Path) -> None:
    """Its counts are those of the open data, add up to all goods, and name their day."""
    shown = page(built_site, "")
    counts = Counter(each["rating_status"] for each in products(built_site))
    words = {"holding": "còn hiệu lực", "unconfirmed": "chưa rõ ngày công nhận", "ended": "đã hết hạn",
             "none": "chưa xác nhận hạng", "withdrawn": "đã rút"}  # fmt: skip
    for status, said in words.items():
        told = [each.text for each in shown.all("a") if each.text == f"{counts[status]} {said}"]
        assert len(told) == (1 if counts[status] else 0), status
    assert f"Tính đến 24/11/2026, trong {sum(counts.values())} sản phẩm của danh mục:" in shown.text


def test_goods_of_a_kind_stand_by_star(made_up: Project) -> None:
    """Higher stars come first, then what is recognised without stars, then ended, unconfirmed and withdrawn ones."""
    shrimp = [
        each.attributes["id"]
        for each in page(made_up.site, "nhom/tom/").all("section")
        if "id" in each.attributes
    ]
    assert [each for each in shrimp if each != "nguon"] == [
        "5-sao",
        "khong-ghi-hang",
        "chua-ghi-nhan",
        "da-rut",
    ]
    salt = [
        each.attributes["id"]
        for each in page(made_up.site, "nhom/muoi/").all("section")
        if "id" in each.attributes
    ]
    assert [each for each in salt if each != "nguon"] == ["4-sao", "3-sao", "het-han"]  # fmt: skip


def test_promotion_is_marked_explained_and_above_no_star(made_up: Project) -> None:
    """A promoted row says so, the page says why and until when, and no lifted row stands above a higher star."""
    shown = page(made_up.site, "nhom/muoi/")
    rows = [each for each in shown.all("li") if each.attributes.get("class", "").startswith("row")]
    goods = [each.text for each in rows if each.text.startswith("Muối")]
    stars = [re.findall(r"(\d) trên 5", each)[:1] for each in goods]
    assert stars == [["4"], ["3"], []]
    assert "Quảng bá: Mùa tôm (thử)" in goods[0]
    told = shown.text
    assert "Vì sao quảng bá: Mùa tôm (thử)" in told
    assert "Từ 1/10/2026 đến 3/2027." in told
    assert "Vì sao quảng bá: Mùa muối (thử)" in told
    assert "Chưa định ngày kết thúc." in told
    assert "không bao giờ đứng trên hạng cao hơn" in told


def test_a_kind_without_a_story_is_whole(made_up: Project) -> None:
    """No empty heading, box or list is left where nothing is told; goods, places and makers are there."""
    shown = page(made_up.site, "nhom/diem-den/")
    assert "Chuyện" not in shown.text
    assert not shown.all("time")
    headings = [each.text for each in shown.all("h2")]
    assert headings[:3] == ["4 sao", "Điều người mua hỏi", "Nơi làm"]
    assert all(
        each.text.strip() for each in shown.elements if each.tag in ("h1", "h2", "h3", "p", "ul", "ol")
    )


def test_a_fact_without_english_is_marked_as_vietnamese(made_up: Project) -> None:
    """On the English page what nobody translated stands in Vietnamese and says that it does."""
    shown = page(made_up.site, "en/kinds/tom/")
    (left,) = [each for each in shown.elements if each.text == "Mốc bịa ra của năm 2021."]
    assert left.attributes["lang"] == "vi"
    assert "Made up, with a day." in shown.text


def test_makers_of_a_kind_show_the_best_mark_of_these_goods(built_site: Path) -> None:
    """Makers stand with the count and mark of this kind alone: ended goods show an ended mark, never stars."""
    rows = {
        each.text.partition("Doanh nghiệp")[0]: each.text for each in page(built_site, "nhom/tom/").all("li")
    }
    frozen = rows["Công ty Cổ phần chế biến xuất khẩu Tôm Việt"]
    assert "4 sản phẩm" in frozen
    assert "Từng đạt 4 sao" in frozen
    salt = next(each.text for each in page(built_site, "nhom/muoi/").all("li") if "Nông sản Việt" in each.text and "1 sản phẩm" in each.text)  # fmt: skip
    assert "4 trên 5 sao" in salt


def test_buyers_read_where_goods_went_only_where_a_record_says_so(built_site: Path) -> None:
    """Markets and certificates stand beside the goods they were stated for; of a kind without any only supply is told."""
    salt = page(built_site, "nhom/muoi/").text
    assert "Nguồn nêu xuất sang" in salt
    assert "Nhật Bản, Hàn Quốc" in salt
    assert "HACCP, ISO 22000, Chỉ dẫn địa lý" in salt
    cakes = page(built_site, "nhom/banh/").text
    assert "Nguồn cung" in cakes
    assert "Nguồn nêu" not in cakes


def test_a_district_says_what_it_became_and_warns_of_its_names(built_site: Path) -> None:
    """The units of today stand under the old name; the table says where a name of today means another or larger place."""
    text = page(built_site, "dia-phuong/gia-rai/").text
    assert "nay thuộc phường Giá Rai, phường Láng Tròn, xã Phong Thạnh (tỉnh Cà Mau)" in text
    rows = {each.text.strip(): each for each in page(built_site, "dia-phuong/gia-rai/").all("tr")}
    (moved,) = [text for text in rows if text.startswith("Xã Phong ThạnhPhường Giá Rai")]
    assert "xã Phong Thạnh ngày nay là nơi khác" in moved
    (larger,) = [text for text in rows if text.startswith("Phường Láng Tròn")]
    assert "rộng hơn nơi cũ cùng tên" in larger


def test_a_district_lists_its_kinds_makers_and_open_shops(made_up: Project) -> None:
    """What is made there with counts, by whom, and where one can buy it in the district."""
    shown = page(made_up.site, "dia-phuong/huyen-thu/")
    headings = [each.text for each in shown.all("h2")]
    assert {"Làm ở đây", "Chủ thể", "Điểm bán"} <= set(headings)
    assert any(each.text.startswith("Muối (thử) 2 sản phẩm") for each in shown.all("a"))
    assert "Cửa hàng OCOP Thử" in shown.text
    assert "Điểm bán" not in [each.text for each in page(made_up.site, "dia-phuong/thi-xa-mau/").all("h2")]


def test_an_empty_level_says_where_its_goods_went(built_site: Path) -> None:
    """A star level without goods counts those that once had it and leads to them."""
    once = sum(each["rating_status"] == "ended" and any(one["stars"] == 3 for one in each["recognitions"]) for each in products(built_site))  # fmt: skip
    shown = page(built_site, "xep-hang/3-sao/")
    assert f"{once} sản phẩm từng đạt hạng này nay ở mục đã hết hạn." in shown.text
    assert "xep-hang/het-han/" in [shown.resolve(link)[0] for link in shown.links]


def test_the_ended_page_says_what_an_end_means(built_site: Path) -> None:
    """It is told that a renewal may be under way, and never that something is no longer OCOP."""
    told = page(built_site, "xep-hang/het-han/").text
    assert "Hồ sơ có thể đang chờ xét" in told
    assert "Hết hạn không có nghĩa là" in told
    assert "may be under way" in page(built_site, "en/stars/expired/").text
