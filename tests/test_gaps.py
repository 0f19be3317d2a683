"""What records lack: the table, and who is asked for what."""

from __future__ import annotations

from typing import Any

import pytest
from tests.catalogues import edition, producer, product, sales_point

from ocop.declared import declared
from ocop.edition.gaps import GAPS, Gap, Survey, survey
from ocop.records import Producer, Product, SalesPoint

CONTACT = {"consent": "2026-03-01", "phone": "0291 3825 789"}
WHOLE: dict[type, dict[str, Any]] = {
    Product: product(
        producer="htx", commune="dien-hai", summary="Muối.", en={"name": "Salt", "summary": "Salt."},
        photos=[{"file": "muoi.jpg", "alt": "Muối"}], checked="2026-11-01", packs=[{"size": "500 g", "price": "15000"}],
        recognitions=[{"stars": "4", "date": "2025-01-02", "decision": "1/QĐ"}],
        certifications=[{"scheme": "haccp", "expires": "2028"}, {"scheme": "gi"}],
    ),
    Producer: producer(
        type="cooperative", district="dong-hai", commune="dien-hai", contact=CONTACT,
        en={"name": "Salt cooperative"}, certifications=[{"scheme": "haccp", "expires": "2028"}],
    ),
    SalesPoint: sales_point(
        type="shop", hours="Mo-Su 07:00-17:00", location={"lat": "9.2", "lon": "105.7"}, contact=CONTACT,
    ),
}  # fmt: skip
# How to take away what a gap is about, the rest staying as it is.
WITHOUT: dict[str, dict[str, Any]] = {
    "anh": {"photos": []},
    "tieng-anh": {"en": {"name": "Salt"}},
    "tom-tat": {"summary": None},
    "chu-the": {"producer": None},
    "xa": {"commune": None},
    "hang-sao": {"recognitions": [{"date": "2025-01-02", "decision": "1/QĐ"}]},
    "ngay-cong-nhan": {"recognitions": [{"stars": "4", "reported": "2025", "decision": "1/QĐ"}]},
    "so-quyet-dinh": {"recognitions": [{"stars": "4", "date": "2025-01-02"}]},
    "gia": {"packs": [{"size": "500 g"}]},
    "han-chung-nhan": {"certifications": [{"scheme": "haccp"}]},
    "doi-chieu": {"checked": None},
    "chu-the-loai-hinh": {"type": None},
    "chu-the-xa": {"commune": None},
    "chu-the-lien-he": {"contact": {"website": "https://example.org/"}},
    "chu-the-tieng-anh": {"en": None},
    "chu-the-han-chung-nhan": {"certifications": [{"scheme": "haccp"}]},
    "diem-ban-gio": {"hours": None},
    "diem-ban-toa-do": {"location": None},
    "diem-ban-lien-he": {"contact": None},
}


def surveyed(kind: type = Product, **changed: Any) -> Survey:
    """Survey a catalogue in which nothing is missing but for what is changed."""
    written = {each: {**WHOLE[each], **(changed if each is kind else {})} for each in WHOLE}
    return survey(
        edition(
            # The withdrawn one is asked for nothing, and is what its producer makes.
            products={
                "muoi": _known(written[Product]),
                "cu": product(producer="htx", withdrawn={"date": "2020"}),
            },
            producers={"htx": _known(written[Producer])},
            sales_points={"hang": _known(written[SalesPoint])},
        )
    )


def _known(written: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in written.items() if value is not None}


def test_a_whole_record_lacks_nothing() -> None:
    """Everything that the table asks for can be given."""
    found = surveyed()
    assert found.gaps == {}
    assert sum(found.missing.values()) == 0
    # `dia-phuong` and `chu-the-san-pham` are asked of every product and producer as well.
    assert set(found.asked) == {gap.id for gap in GAPS}


@pytest.mark.parametrize("name", WITHOUT)
def test_what_is_taken_away_is_missing_and_nothing_else(name: str) -> None:
    """Each gap is told by what fills it alone."""
    gap = next(each for each in GAPS if each.id == name)
    found = surveyed(gap.of, **WITHOUT[name])
    assert [each.id for gaps in found.gaps.values() for each in gaps] == [name]
    assert found.missing == {name: 1}


def test_a_product_of_an_unknown_place_lacks_its_district_and_is_not_asked_for_a_commune() -> None:
    """One thing after the other."""
    made = edition(products={"chua-ro/muoi": {**product(), "name": "Muối"}})
    told = {gap.id for gap in survey(made).of(made.catalogue.products["muoi"])}
    assert "dia-phuong" in told
    assert "xa" not in told


def test_a_producer_without_goods_lacks_them() -> None:
    """Mostly somebody forgot to name it in its product."""
    made = edition(producers={"htx": _known(WHOLE[Producer])})
    assert [gap.id for gap in survey(made).of(made.catalogue.producers["htx"])] == ["chu-the-san-pham"]


@pytest.mark.parametrize(
    ("recognitions", "asked"),
    [
        ([{"stars": "4", "date": "2020"}], set()),  # ended: nobody looks for its number any more
        ([], {"hang-sao"}),
        ([{"stars": "4", "date": "2025"}], {"hang-sao", "ngay-cong-nhan", "so-quyet-dinh"}),
    ],
)
def test_only_a_rating_that_counts_is_asked_about(recognitions: list[Any], asked: set[str]) -> None:
    """The numbers say how many of those that could have it do."""
    found = surveyed(recognitions=recognitions)
    assert set(found.asked) & {"hang-sao", "ngay-cong-nhan", "so-quyet-dinh"} == asked


def test_nobody_is_asked_who_has_left() -> None:
    """Withdrawn goods and producers and closed sales points lack nothing."""
    made = edition(
        products={"muoi": product(withdrawn={"date": "2026"})},
        producers={"htx": producer(withdrawn={"date": "2026"})},
        sales_points={"hang": sales_point(closed="2026-01")},
    )
    assert survey(made) == Survey({}, {}, {})


def test_selling_online_has_no_hours_and_no_place() -> None:
    """Who is nowhere is not asked where and when."""
    found = surveyed(SalesPoint, type="online", hours=None, location=None)
    assert found.gaps == {}


@pytest.mark.parametrize("gap", GAPS, ids=lambda gap: gap.id)
def test_the_table_is_whole(gap: Gap[Any]) -> None:
    """Each gap has an address of its own, words in both languages, and a field that the record has."""
    assert [each.id for each in GAPS].count(gap.id) == 1
    assert all((gap.vi, gap.en, gap.fill, gap.fill_en))
    assert gap.fill.endswith(".")
    assert gap.fill_en.endswith(".")
    keys = {each.key for each in declared(gap.of)}
    assert not gap.field or gap.field in keys
    named = {word for word in gap.fill.split("`")[1::2] if "/" not in word}
    assert set(gap.fill_en.split("`")[1::2]) >= named
