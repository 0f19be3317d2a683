"""What makers supply together: exact sums of what is stated, silence counted; on pages, in rows and in the open data."""

from __future__ import annotations

import json
import random
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalogues import SITE, catalogue, edition, producer, product

from hosting import Project
from ocop import export
from ocop.catalogue import Catalogue
from ocop.edition.supply import Amount, Supply, added, supply
from ocop.records import Product, Quantity
from ocop.records.product import UNITS
from pages import PublishedPage

MASS = {"t": Fraction(1000), "kg": Fraction(1), "g": Fraction(1, 1000)}
VOLUME = {"l": Fraction(1), "ml": Fraction(1, 1000)}
PERIODS = ("year", "month", "week", "day", "season", None)

DECIMALS = st.decimals(0, 999_999, places=3).map(lambda number: f"{number.normalize():f}")
QUANTITIES = st.builds(
    lambda number, unit, per: {"quantity": number, "unit": unit} | ({"per": per} if per else {}),
    DECIMALS, st.sampled_from(UNITS), st.sampled_from(PERIODS),
)  # fmt: skip
MAKERS = ("htx", "ho", "cong-ty", "da-ngung")
PLACES = ("dong-hai", "chua-ro")


@st.composite
def markets(draw: st.DrawFn) -> Catalogue:
    """Catalogues of goods of any makers and places, of which some state something."""
    goods: dict[str, Any] = {}
    for number in range(draw(st.integers(0, 12))):
        written: dict[str, Any] = {"kind": draw(st.sampled_from(["muoi", "tom"]))}
        written |= draw(st.fixed_dictionaries({}, optional={
            "producer": st.sampled_from(MAKERS),
            "trade": st.fixed_dictionaries({}, optional={
                "output": QUANTITIES, "minimum_order": QUANTITIES, "lead_time_days": st.integers(0, 365).map(str),
                "export_markets": st.lists(st.sampled_from(["KR", "NO", "JP"]), unique=True),
                "private_label": st.sampled_from(["true", "false"]),
            }),
            "season": st.lists(st.integers(1, 12).map(str), unique=True, min_size=1),
            "withdrawn": st.sampled_from([{"date": "2026-02"}, {"date": "2030"}, {"reason": "Thôi làm"}]),
        }))  # fmt: skip
        goods[f"{draw(st.sampled_from(PLACES))}/hang-{number}"] = product(**written)
    makers = {name: producer(name=name) for name in MAKERS[:3]}
    return catalogue(products=goods, producers=makers | {"da-ngung": producer(withdrawn={"date": "2026"})})


def goods_of(made: Catalogue) -> list[Product]:
    """Give the goods of a catalogue."""
    return list(made.products.values())


def exactly(amounts: tuple[Amount, ...]) -> dict[tuple[str, str | None], Fraction]:
    """Give sums in the smallest words: mass in kg, volume in l, anything else by its own unit."""
    found: dict[tuple[str, str | None], Fraction] = {}
    for each in amounts:
        name, times = next(
            ((name, units[each.unit]) for name, units in (("kg", MASS), ("l", VOLUME)) if each.unit in units),
            (each.unit, Fraction(1)),
        )
        assert (name, each.per) not in found
        found[name, each.per] = Fraction(each.quantity) * times
    return found


# Sums -----------------------------------------------------------------------------


@given(st.lists(QUANTITIES, max_size=20), st.randoms(use_true_random=False))
def test_a_sum_does_not_depend_on_the_order(written: list[dict[str, str]], chance: random.Random) -> None:
    """Whoever is asked first, the sums are the same to the last decimal."""
    quantities = [Quantity.model_validate(each) for each in written]
    shuffled = chance.sample(quantities, len(quantities))
    assert added(quantities) == added(shuffled)


@given(st.lists(QUANTITIES, max_size=20))
def test_a_sum_is_exact_and_mixes_nothing(written: list[dict[str, str]]) -> None:
    """Sums are those of the texts in the records, as fractions; tonnes go with grams, never with litres, boxes or another period."""
    wanted: Counter[tuple[str, str | None]] = Counter()
    for each in written:
        unit, times = each["unit"], Fraction(1)
        for name, units in (("kg", MASS), ("l", VOLUME)):
            if unit in units:
                unit, times = name, units[each["unit"]]
                break
        wanted[unit, each.get("per")] += Fraction(Decimal(each["quantity"])) * times  # type: ignore[assignment]
    assert exactly(added(map(Quantity.model_validate, written))) == dict(wanted)


@given(st.lists(QUANTITIES, min_size=1, max_size=20))
def test_a_sum_is_said_in_a_unit_of_its_size(written: list[dict[str, str]]) -> None:
    """A tonne is said as a tonne, less as kilograms or grams: never 0.0005 t, never 900,000 kg."""
    for each in added(map(Quantity.model_validate, written)):
        if each.unit in ("kg", "g", "ml"):
            assert each.quantity < 1000
        if each.unit in ("t", "kg", "l"):
            assert each.quantity >= 1


@given(markets())
def test_the_whole_is_the_sum_of_its_parts(made: Catalogue) -> None:
    """What all goods reach is what those of each district, and of each kind, reach together."""
    whole = supply(goods_of(made), made)
    for key in (lambda each: each.district, lambda each: each.kind):
        parts = [
            supply([each for each in goods_of(made) if key(each) == part], made)
            for part in {key(each) for each in goods_of(made)}
        ]
        total: Counter[tuple[str, str | None]] = Counter()
        for part in parts:
            total.update(exactly(part.output))
        assert exactly(whole.output) == dict(total)
        assert whole.goods == sum(part.goods for part in parts)
        assert whole.stating_goods == sum(part.stating_goods for part in parts)
        assert whole.suppliers == frozenset().union(*(part.suppliers for part in parts))
        assert whole.stating_suppliers == frozenset().union(*(part.stating_suppliers for part in parts))
        assert set(whole.months) == {month for part in parts for month in part.months}
        assert set(whole.markets) == {code for part in parts for code in part.markets}


@given(markets())
def test_silence_is_counted(made: Catalogue) -> None:
    """Every maker with something on offer has stated an output or is counted as silent; what is withdrawn counts for nobody."""
    offered = [
        each for each in goods_of(made)
        if each.withdrawn is None and (each.producer is None or made.producers[each.producer].withdrawn is None)
    ]  # fmt: skip
    told = supply(goods_of(made), made)
    talking = {each.producer for each in offered if each.trade is not None and each.trade.output is not None}
    assert told.goods == len(offered)
    assert told.suppliers == {each.producer for each in offered} - {None}
    assert told.silent == len(told.suppliers - talking)
    assert supply([], made) == Supply(0, 0, frozenset(), frozenset(), (), 0, (), (), (), None, None)


@given(markets())
def test_terms_are_those_of_somebody(made: Catalogue) -> None:
    """The smallest order, the shortest and longest delivery and the private label are each stated in some record."""
    told = supply(goods_of(made), made)
    trades = [each.trade for each in goods_of(made) if each.trade is not None and each.withdrawn is None]
    orders = [exactly(added([each.minimum_order])) for each in trades if each.minimum_order is not None]
    for unit, least in exactly(told.least_orders).items():
        assert {unit: least} in orders
    leads = {each.lead_time_days for each in trades}
    assert told.lead_time is None or set(told.lead_time) <= leads
    assert told.private_label in ({each.private_label for each in trades} | {None})


# Pages and files ------------------------------------------------------------------


def stated(quantity: str, unit: str, **more: Any) -> dict[str, Any]:
    """Write an output a year."""
    return {"output": {"quantity": quantity, "unit": unit, "per": "year"}, **more}


SALT = {
    "a": product(producer="htx", trade=stated("90", "t", minimum_order={"quantity": "0.5", "unit": "t"}, lead_time_days="7"),
                 season=["1", "2"]),
    "b": product(producer="ho", trade=stated("10000", "kg", private_label="true", export_markets=["KR"]), season=["3"]),
    "c": product(producer="cong-ty"),
    "d": product(producer="cong-ty", kind="tom", trade=stated("500", "l")),
}  # fmt: skip
PRODUCERS = {name: producer(name=name) for name in MAKERS[:3]}


MORE = {
    "products/huyen-thu/muoi-tinh-thu.yml": """
certifications:
  - {scheme: haccp, expires: 2026-12-31}
  - {scheme: iso-22000}
trade:
  output: {quantity: 2500.5, unit: kg, per: month}
  minimum_order: {quantity: 20, unit: kg}
  lead_time_days: 14
  export_markets: [KR]
""",
    "products/chua-ro/muoi-ot-thu.yml": "trade: {output: {quantity: 99500, unit: kg, per: year}}\n",
    "products/thi-xa-mau/tom-kho-thu.yml": "trade: {private_label: false, output: {quantity: 3, unit: l}}\n",
}


@pytest.fixture(scope="module")
def built(whole_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The made-up catalogue, in which more is stated than usual."""
    project = Project.make(tmp_path_factory.mktemp("supply"), whole_site)
    for path, stated in MORE.items():
        record = project.root / path
        record.write_text(record.read_text("utf-8") + stated, "utf-8")
    project.root.joinpath("products/huyen-thu/muoi-cu.yml").write_text(
        "name: Muối không chủ\nkind: muoi\nsources: [bao-thu]\n", "utf-8"
    )
    project.root.joinpath("catalogue/producers/da-roi.yml").write_text(
        "name: Cơ sở đã rời\nwithdrawn: {date: 2026-02}\nsources: [bao-thu]\n", "utf-8"
    )
    project.root.joinpath("products/huyen-thu/muoi-da-roi.yml").write_text(
        "name: Muối đã rời\nkind: muoi\nproducer: da-roi\ntrade: {export_markets: [JP]}\n"
        "certifications: [{scheme: halal}]\nsources: [bao-thu]\n",
        "utf-8",
    )
    outcome = project.build()
    assert outcome.code == 0, outcome.err
    return project


def page(built: Project, address: str) -> PublishedPage:
    """Read a page of the site."""
    return PublishedPage.read(built.site / address / "index.html", built.site)


def facts(shown: PublishedPage) -> dict[str, str]:
    """Give a page's tables of facts: what stands beside each label."""
    labels, values = shown.all("dt"), shown.all("dd")
    return {label.text: " ".join(value.text.split()) for label, value in zip(labels, values, strict=True)}


def test_a_kind_says_what_its_makers_reach_together(built: Project) -> None:
    """Makers, sums in one unit, the silent, the smallest order, delivery, season and private label, in both languages."""
    told = facts(page(built, "nhom/muoi"))
    assert told["Nguồn cung"] == "1 chủ thể, đều nêu sản lượng"
    assert told["Sản lượng đã nêu"] == "Cộng lại đạt 999,5 tấn mỗi năm và 2,5005 tấn mỗi tháng"
    assert told["Đơn hàng"] == "Đặt từ 20 kg"
    assert told["Thời gian giao"] == "Giao sau 7–14 ngày"
    assert told["Nhãn riêng"] == "Nhận làm nhãn riêng"
    english = facts(page(built, "en/kinds/muoi"))
    assert english["Suppliers"] == "1 producer, who states an output"
    assert english["Stated output"] == "Together these reach 999.5 t a year and 2.5005 t a month"
    assert english["Orders"] == "Orders from 20 kg"
    assert english["Lead time"] == "Delivery in 7–14 days"


def test_silence_is_said_and_leaves_no_row(built: Project) -> None:
    """Where nobody states anything that is said once; nothing is filled in, and what has left offers nothing."""
    told = facts(page(built, "nhom/tom"))
    assert told["Nguồn cung"] == "1 chủ thể, đều nêu sản lượng"
    assert told["Sản lượng đã nêu"] == "3 lít"
    assert told["Nhãn riêng"] == "Không làm nhãn riêng"
    assert not {"Đơn hàng", "Thời gian giao", "Mùa bán"} & told.keys()
    quiet = facts(page(built, "nhom/diem-den"))
    assert quiet["Nguồn cung"] == "1 chủ thể, chưa thấy ai nêu sản lượng"
    assert not {"Sản lượng đã nêu", "Đơn hàng", "Nhãn riêng"} & quiet.keys()


def test_goods_of_a_maker_that_left_are_not_offered(built: Project) -> None:
    """Neither what they add up to, nor where they went and what certifies them, is told to a buyer of the kind."""
    told = facts(page(built, "nhom/muoi"))
    assert "Hàn Quốc" in told["Nguồn nêu xuất sang"]
    assert "HACCP" in told["Nguồn nêu chứng nhận"]
    assert "Muối đã rời" not in " ".join(told.values())


def test_a_district_says_what_its_makers_reach(built: Project) -> None:
    """Only goods of the district count, and the whole is that of the open data."""
    told = facts(page(built, "dia-phuong/huyen-thu"))
    assert told["Sản lượng đã nêu"] == "Cộng lại đạt 900 tấn mỗi năm và 2,5005 tấn mỗi tháng"
    data = json.loads(built.read("data/supply.json"))
    assert data["by_district"]["huyen-thu"]["output"] == [
        {"quantity": 900, "unit": "t", "per": "year"}, {"quantity": 2.5005, "unit": "t", "per": "month"},
    ]  # fmt: skip


def test_the_directory_says_what_each_maker_offers(built: Project) -> None:
    """A row has kinds of goods, certificates and terms as far as they are stated; whoever is silent has a shorter row."""
    stated = page(built, "chu-the").text
    assert "3 sản phẩm (tôm), hạng cao nhất:" in stated
    assert "4 sản phẩm (điểm đến (thử), muối (thử)), hạng cao nhất:" in stated
    assert (
        "Sản lượng 999,5 tấn mỗi năm và 2,5005 tấn mỗi tháng · đặt từ 20 kg · giao sau 7–14 ngày · "
        "đã xuất sang Hàn Quốc, Na Uy, Singapore · nhận làm nhãn riêng"
    ) in stated
    assert "Sản lượng 3 lít · không làm nhãn riêng" in stated
    english = page(built, "en/producers").text
    assert "Output 3 l · no private label" in english
    assert "exported to South Korea, Norway, Singapore" in english


def test_certificates_of_a_row_end_with_their_day(built: Project) -> None:
    """A row names what certifies a maker and its goods today, and has written down what is left after each end."""
    shown = page(built, "chu-the")
    lines = [each for each in shown.all("p") if each.text.startswith("Chứng nhận: ")]
    assert [(each.attributes.get("data-until", ""), each.text) for each in lines] == [
        ("2028-02-28", "Chứng nhận: HACCP, ISO 22000"), ("", "Chứng nhận: ISO 22000"),
    ]  # fmt: skip


def test_a_maker_shows_its_goods_by_star(built: Project) -> None:
    """What it states stands among its facts; goods under their stars, then what ended; once a rating has changed the page says that it is of its day."""
    shown = page(built, "chu-the/htx-muoi-thu")
    assert facts(shown)["Sản lượng đã nêu"] == "Cộng lại đạt 999,5 tấn mỗi năm và 2,5005 tấn mỗi tháng"
    assert facts(shown)["Đã xuất sang"] == "Hàn Quốc, Na Uy, Singapore"
    headings = [each.text for each in shown.all("h2")]
    assert [each for each in headings if "sao" in each or "hạn" in each] == ["4 sao", "3 sao", "Đã hết hạn"]
    (note,) = (each for each in shown.all("p") if each.text.startswith("Trang lập ngày 24/11/2026"))
    later = [each for each in shown.all("template") if note.text in each.text]
    assert [each.attributes["data-after"] for each in later] == ["2027-12-28"]


def test_the_open_data_tell_the_same() -> None:
    """supply.json has, for all goods and by kind and district, the sums that the pages say."""
    made = edition(products=SALT, producers=PRODUCERS)
    told = json.loads(export.files(made, SITE)["data/supply.json"])
    salt = told["by_kind"]["muoi"]
    assert salt["output"] == [{"quantity": 100, "unit": "t", "per": "year"}]
    assert salt["suppliers"] == ["cong-ty", "ho", "htx"]
    assert salt["suppliers_stating"] == ["ho", "htx"]
    assert salt["minimum_order"] == [{"quantity": 500, "unit": "kg", "per": None}]
    assert (salt["lead_time_days"], salt["private_label"], salt["export_markets"]) == ([7, 7], True, ["KR"])
    assert told["all"]["output"] == [
        {"quantity": 100, "unit": "t", "per": "year"}, {"quantity": 500, "unit": "l", "per": "year"},
    ]  # fmt: skip
    assert told["by_district"]["dong-hai"] == told["all"]
    assert set(told["by_kind"]) == {"muoi", "tom"}
