"""Goods without an English word in their record: what the English page says of them, made of fields and a glossary."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalogues import SITE, edition, producer, product

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
        ("Khô cá kèo Kiều Hạnh", "dried mudskipper"),
        ("Khô cá đù một nắng", "half-dried croaker"),
        ("Tôm sú hấp/luộc nguyên con đông lạnh", "frozen whole black tiger shrimp, steamed or boiled"),
        ("Bánh gạo chà bông sốt me", "rice cakes with floss and tamarind sauce"),
        ("Mắm cá đồng không xương Xuân Thảo", "boneless fermented freshwater fish"),
        ("Chả cá thát lát (Hồng Dân)", "featherback fish cake"),
        ("Nước mắm cá cơm Thiên Phú 32 độ đạm", "anchovy fish sauce"),
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


def test_the_glossary_agrees_with_the_english_names_of_the_catalogue(built_site: Path) -> None:
    """Whatever it says of the real goods, the words are in the English name or summary that somebody wrote."""
    goods = json.loads((built_site / "data/products.json").read_text("utf-8"))
    said = {each["name"]: goods_text(each["name"]) for each in goods}
    assert [name for name, words in said.items() if not words] == ["Mắm Vĩnh Hưng"]
    for each in goods:
        written = f"{each['name_en']} {each['summary_en']}".lower()
        loose = re.findall(r"[\w’'-]+", re.sub(r"\(.*?\)", "", said[each["name"]]).replace("’", "'"))
        assert [word for word in loose if word not in written] == [], each["name"]


# Sentences ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "english"),
    [
        (
            {"name": "Tôm khô Gành Hào", "kind": "tom", "commune": "dien-hai", "recognitions": [{"stars": "4", "date": "2023-12-28"}],
             "packs": [{"size": "200 g"}, {"size": "Gói 0,5 kg"}, {"size": "1 thùng"}], "season": [str(month) for month in range(1, 13)]},
            ("Dried shrimp from Điền Hải, Đông Hải District, made by Cơ sở Hải Liên. Rated 4 stars, valid to 28 December 2026."
            " Sold in packs of 200 g and 0.5 kg, all year."),
        ),
        (
            {"name": "Muối hồng", "recognitions": [{"stars": "3", "reported": "2024-01"}], "season": ["1", "2", "12"]},
            ("Goods listed under “Salt”, from Đông Hải District, made by Cơ sở Hải Liên."
            " Reported in January 2024 to be rated 3 stars; the date of recognition is not confirmed."
            " Sold in January–February, December."),
        ),
        (
            {"name": "Muối hạt", "recognitions": [{"date": "2020"}], "trade": {"export_markets": ["KR", "SG", "JP"]}},
            ("Grain salt from Đông Hải District, made by Cơ sở Hải Liên."
            " Formerly recognised under OCOP, stars not stated; the recognition expired at the end of 2023."
            " Exported to South Korea, Singapore and Japan."),
        ),
        (
            {"name": "Muối hạt", "withdrawn": {"date": "2026-02"}},
            "Grain salt from Đông Hải District, made by Cơ sở Hải Liên. It left the OCOP programme in February 2026.",
        ),
        (
            {"name": "Vườn nhãn", "kind": "vuon", "assessed": "2025-11-08"},
            ("A place to visit, listed under “Gardens”, in Đông Hải District, run by Cơ sở Hải Liên."
            " Its OCOP rating is not confirmed: assessed in November 2025, result not known."),
        ),
    ],
)  # fmt: skip
def test_fields_become_whole_sentences(written: dict[str, Any], english: str) -> None:
    """What, where, by whom, how rated, how sold: in that order, each where it is known."""
    assert described(**written) == english


def test_what_nobody_knows_is_left_out() -> None:
    """Without place, maker and rating two sentences are left, and no gap shows where the others were."""
    made = edition(products={"chua-ro/muoi": product(name="Muối tinh")})
    assert described_en(made.listing[0], made) == "Refined salt. No star rating is on record."


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
    assert "made by Ba Cát Co., Ltd. No star" in described(maker)


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
    lead = "Dried shrimp from "
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
        "Grain salt from "
    )
    assert structured.product(without.listing[0], without, "vi", SITE)["description"] == "Muối biển"
