"""Goods without an English word in their record: what the English page says of them, made of fields and a glossary."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalogues import SITE, edition, producer, product, sales_point

from hosting import Project
from ocop import export
from ocop.edition.english import described_en
from ocop.i18n.goods import goods_text
from ocop.site import structured

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=60).filter(
    str.strip
)


def described(maker: str = "Cơ sở Hải Liên", **written: Any) -> str:
    """Describe a product of a maker."""
    made = edition(
        products={"muoi": product(producer="htx", **written)}, producers={"htx": producer(name=maker)}
    )
    return described_en(made.listing[0], made)


# The glossary ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Tôm khô Gành Hào", "dried shrimp"),
        ("Tôm khô đất nguyên vỏ", "dried greasyback shrimp, shell on"),
        ("Tôm sú hấp/luộc nguyên con đông lạnh", "frozen whole black tiger shrimp, steamed or boiled"),
        ("Tôm thẻ nguyên con tươi đông lạnh", "frozen whole whiteleg shrimp"),
        ("Khô thẻ ép", "pressed dried whiteleg shrimp"),
        ("Khô tôm sú ép gia vị", "pressed seasoned dried black tiger shrimp"),
        ("Chà bông tôm", "shrimp floss"),
        ("Muối tôm", "shrimp salt"),
        ("Muối tinh Bạc Liêu", "refined salt"),
        ("Khô cá kèo Kiều Hạnh", "dried mudskipper"),
        ("Khô cá đù một nắng", "half-dried croaker"),
        ("Mắm cá đồng không xương Xuân Thảo", "boneless fermented freshwater fish"),
        ("Cá thát lát muối sả nghệ (Hồng Dân)", "featherback fish with salt, lemongrass and turmeric"),
        ("Chả cá thát lát (Hồng Dân)", "featherback fish cake"),
        ("Chả lụa gân Sơn Hà", "tendon pork roll (chả lụa gân)"),
        ("Nước mắm cá cơm Thiên Phú 32 độ đạm", "anchovy fish sauce"),
        ("Bánh gạo chà bông sốt me", "rice cakes with floss and tamarind sauce"),
        ("Bánh phồng rau củ quả", "vegetable and fruit crackers"),
        ("Tổ yến sơ chế sấy khô Hi!Nest", "cleaned dried edible bird’s nest"),
        ("Đông trùng hạ thảo Trúc Anh - Trà sợi sấy", "cordyceps, dried strands for tea"),
        ("Gạo Một bụi đỏ Hồng Dân", "rice"),
    ],
)
def test_the_longest_known_words_say_what_it_is(name: str, english: str) -> None:
    """Terms are put together in the English order; names of makers and places are not translated."""
    assert goods_text(name) == english


@pytest.mark.parametrize(
    "name",
    [
        "Khô bò",
        "Muối ớt xanh",
        "Mắm Vĩnh Hưng",
        "Khô",
        "Tôm khô cá lóc",
        "Sơ ri",
        "Bột cá lóc",
        "Cá lóc giống",
        "32",
        "Tôm khô chay",
    ],
)
def test_what_is_not_known_is_not_guessed(name: str) -> None:
    """One common word that the glossary lacks may change what it is: then it says nothing of the whole."""
    assert goods_text(name) == ""


# Sentences ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "english"),
    [
        (
            {"name": "Tôm khô Gành Hào", "kind": "tom", "commune": "dien-hai", "recognitions": [{"stars": "4", "date": "2023-12-28"}],
             "packs": [{"size": "200 g"}, {"size": "Gói 0,5 kg"}, {"size": "1 thùng"}], "season": [str(month) for month in range(1, 13)]},
            ("This is dried shrimp from Điền Hải, Đông Hải District, produced by Cơ sở Hải Liên."
             " The OCOP rating of 4 stars is valid to 28 December 2026. The product is sold in packs of 200 g and 0.5 kg, all year."),
        ),
        (
            {"name": "Muối hồng", "recognitions": [{"stars": "3", "reported": "2024-01"}], "season": ["1", "2", "12"]},
            ("This is a product listed under “Salt”, from Đông Hải District, produced by Cơ sở Hải Liên."
             " An OCOP rating of 3 stars was reported in January 2024; the date of recognition is not confirmed."
             " The product is sold in January–February and December."),
        ),
        (
            {"name": "Muối hạt", "recognitions": [{"date": "2020"}], "trade": {"export_markets": ["KR", "SG", "US"]}},
            ("This is grain salt from Đông Hải District, produced by Cơ sở Hải Liên."
             " The recognition under OCOP, stars not stated, expired at the end of 2023."
             " The product is exported to South Korea, Singapore and the United States."),
        ),
        (
            {"name": "Bánh gạo chà bông", "recognitions": [{"reported": "2024"}]},
            ("These are rice cakes with floss, from Đông Hải District, produced by Cơ sở Hải Liên."
             " Recognition under OCOP was reported in 2024, stars not stated; its date is not confirmed."),
        ),
        (
            {"name": "Muối hạt", "withdrawn": {"date": "2026-02"}},
            ("This is grain salt from Đông Hải District, produced by Cơ sở Hải Liên."
             " The product left the OCOP programme in February 2026."),
        ),
        (
            {"name": "Vườn nhãn", "kind": "vuon", "assessed": "2025-11-08"},
            ("This is a place to visit, listed under “Gardens”, in Đông Hải District, run by Cơ sở Hải Liên."
             " The OCOP rating is not confirmed: assessed in November 2025, result not known."),
        ),
    ],
)  # fmt: skip
def test_fields_become_whole_sentences(written: dict[str, Any], english: str) -> None:
    """What, where, by whom, how rated, how sold: in that order, each where it is known."""
    assert described(**written) == english


def test_what_nobody_knows_is_left_out() -> None:
    """Without place, maker and rating two sentences are left, and no gap shows where the others were."""
    made = edition(products={"chua-ro/muoi": product(name="Muối tinh")})
    assert described_en(made.listing[0], made) == "This is refined salt. No star rating is on record."


@given(NAMES, NAMES, st.sampled_from(["", "2020", "2025-03-01"]), st.lists(NAMES, max_size=3))
def test_sentences_are_whole_whatever_a_record_says(
    name: str, maker: str, date: str, sizes: list[str]
) -> None:
    """Each ends with one full stop; there is no gap, no doubled blank, and no empty place, whatever names are like."""
    said = described(
        maker.strip()[:120] or "x", name=name.strip(), packs=[{"size": each.strip()} for each in sizes],
        recognitions=[{"stars": "4", "date": date}] if date else [],
    )  # fmt: skip
    assert said == " ".join(said.split())
    assert said.endswith(".")
    assert not said.endswith("..")
    assert not re.search(r"\bNone\b|\{|\}| ,|“”", said.replace(maker.strip(), "").replace(name.strip(), ""))


@pytest.mark.parametrize("maker", ["Ba Cát Co., Ltd.", "Ba Cát Co., Ltd"])
def test_a_name_with_a_full_stop_does_not_double_it(maker: str) -> None:
    """A company's own full stop ends the sentence."""
    assert "produced by Ba Cát Co., Ltd. No star" in described(maker)


def test_producers_and_sales_points_are_described_too() -> None:
    """What and where they are, and with which goods, each named once; no list is without end."""
    goods = ("Chà bông tôm", "Chà bông tôm", "Gạo", "Khô bò", "Muối hạt", "Muối tinh", "Tôm khô nguyên vỏ")
    made = edition(
        products={f"hang-{number}": product(name=name, producer="htx") for number, name in enumerate(goods)},
        producers={"htx": producer(type="enterprise", district="dong-hai", commune="dien-hai"), "moi": producer()},
        sales_points={
            "cho": sales_point(type="market-stall", province="Cần Thơ", sells=["hang-4", "hang-6"]),
            "xa": sales_point(country="US", sells="all"),
        },
    )  # fmt: skip
    said = {each.id: described_en(each, made) for each in (*made.producers, *made.sales_points)}
    assert said["htx"] == (
        "This is an enterprise in Điền Hải, Đông Hải District. It produces shrimp floss, rice, goods listed under “Salt”,"
        " grain salt, refined salt and other goods."
    )
    assert said["moi"] == "This is a producer."
    assert said["cho"] == "This is a market stall in Cần Thơ City. It sells grain salt and dried shrimp."
    assert said["xa"] == "This is a sales point in the United States. It sells all goods of this catalogue."


# Where they are read --------------------------------------------------------------------


def test_an_english_page_speaks_english_without_a_translator(site: Path, tmp_path: Path) -> None:
    """Its lead and its words for search engines are English; the heading is the name; the Vietnamese follows, marked as such."""
    record = site / "products/thi-xa-mau/tep-rang-thu.yml"
    text = record.read_text("utf-8").replace(
        "name: Tép rang Thử\n", "name: Tôm khô Đất Mũi\nsummary: Tôm khô bịa ra.\nstory: Câu chuyện.\n"
    )
    record.write_text(text, "utf-8")
    project = Project.make(tmp_path / "project", site)
    outcome = project.build()
    assert outcome.code == 0, outcome.err
    page = project.read("en/products/tep-rang-thu/index.html")
    lead = "This is dried shrimp from "
    assert re.search(r"<h1><span lang=\"vi\">Tôm khô Đất Mũi</span></h1>", page)
    assert re.search(rf'<p class="lead">{lead}', page)
    assert re.search(rf'<meta name="description" content="{lead}', page)
    assert f'"description":"{lead}' in page
    assert '<p lang="vi">Tôm khô bịa ra.</p>' in page
    assert page.index(lead, page.index("<h1>")) < page.index("Tôm khô bịa ra.", page.index("<h1>"))
    vietnamese = project.read("san-pham/tep-rang-thu/index.html")
    assert lead not in vietnamese
    assert '<p class="lead">Tôm khô bịa ra.</p>' in vietnamese


def test_what_somebody_wrote_comes_first() -> None:
    """A record with an English summary is told by it; the sentences are a key of their own in the open data."""
    made = edition(products={"muoi": product(summary="Muối biển", en={"summary": "Sea salt."})})
    (row,) = json.loads(export.files(made, SITE)["data/products.json"])
    assert (row["summary_en"], row["described_en"]) == ("Sea salt.", described_en(made.listing[0], made))
    assert structured.product(made.listing[0], made, "en", SITE)["description"] == "Sea salt."
    without = edition(products={"muoi": product(summary="Muối biển")})
    assert json.loads(export.files(without, SITE)["data/products.json"])[0]["summary_en"] is None
    assert structured.product(without.listing[0], without, "en", SITE)["description"].startswith(
        "This is grain salt from "
    )
    assert structured.product(without.listing[0], without, "vi", SITE)["description"] == "Muối biển"
