"""The JSON Schemas, judged from outside: by the metaschema, by all real records and by bad ones."""

from __future__ import annotations

import copy
import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner, Result
from ruamel.yaml import YAML
from tests.catalogues import SITE, producer, product, sales_point

from ocop import cli, export

ROOT = Path(__file__).parents[1]
SCHEMAS = export.schemas(SITE)
FILES = {
    "product": "products/*/*.yml",
    "producer": "catalogue/producers/*.yml",
    "sales-point": "catalogue/sales-points/*.yml",
    "district": "catalogue/districts/*.yml",
    "kinds": "catalogue/kinds.yml",
    "promotions": "catalogue/promotions.yml",
    "programme": "catalogue/programme.yml",
    "sources": "catalogue/sources.yml",
}
FULL_PRODUCT: dict[str, Any] = {
    "name": "Muối tinh",
    "kind": "muoi",
    "producer": "htx",
    "commune": "dien-hai",
    "summary": "Muối",
    "story": "Một.\n\nHai.\n",
    "en": {"name": "Salt", "summary": "Salt", "story": "One."},
    "recognitions": [
        {"stars": 4, "date": "2023-12-28", "decision": "1234/QĐ-UBND", "authority": "UBND tỉnh", "score": 82.5, "expires": "2026-12"},
        {"stars": 3, "reported": 2022},
    ],
    "proposed_stars": 5,
    "assessed": "2022-11-08",
    "photos": [{"file": "muoi-1.jpg", "alt": "Gói muối"}],
    "packs": [{"size": "500 g", "price": 15000, "gtin": "8936000000000"}, {"gtin": 8936000000000}],
    "ingredients": "Muối",
    "shelf_life_months": 24,
    "season": [1, 2],
    "certifications": [{"scheme": "haccp", "number": 12345, "issued": "2024-03-01", "expires": 2027}],
    "trade": {
        "output": {"quantity": 900, "unit": "t", "per": "year"}, "hs_code": 2501.0, "export_markets": ["KR"], "private_label": True,
    },
    "visit": {"hours": "Mo-Su 07:00-17:00", "location": {"lat": 9.2, "lon": 105.5}},
    "links": {"website": "https://muoi.example"},
    "withdrawn": {"date": "2026-02", "reason": "ngừng", "replaced_by": "muoi-khac"},
    "formerly": ["muoi-cu"],
    "checked": "2026-11-24",
    "notes": "nội bộ",
    "sources": [{"url": "https://bao.example/bai", "title": "Bài", "date": 2025, "date_inferred": True}, "nguon"],
}  # fmt: skip


def problems(name: str, written: Any) -> list[str]:
    """Give what a schema finds wrong."""
    judge = jsonschema.Draft202012Validator(SCHEMAS[name], format_checker=jsonschema.FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in judge.iter_errors(written)]


def as_json(value: Any) -> Any:
    """Turn what a YAML library made of a file into JSON: keys are text, and JSON knows no dates."""
    if isinstance(value, dict):
        return {str(key): as_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def real_records() -> Iterator[tuple[str, Path]]:
    """Yield every record of the catalogue with the schema it belongs to."""
    for name, pattern in FILES.items():
        yield from ((name, path) for path in sorted(ROOT.glob(pattern)))


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_one(name: str) -> None:
    """Each keeps the rules of draft 2020-12 and has the address it is published under."""
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMAS[name]["$id"] == f"{SITE}data/schema/{name}.json"


def test_there_is_one_for_every_kind_of_record() -> None:
    """No kind of file is left without a schema."""
    assert SCHEMAS.keys() == FILES.keys()


READERS: dict[str, Callable[[str], Any]] = {
    "as-text": lambda text: yaml.load(text, Loader=yaml.CBaseLoader),  # noqa: S506 - texts alone
    "as-yaml-1.1": lambda text: yaml.load(text, Loader=yaml.CSafeLoader),
    "as-yaml-1.2": lambda text: YAML(typ="safe", pure=True).load(text),
}


@pytest.mark.parametrize("reader", READERS)
def test_all_real_records_are_valid(reader: str) -> None:
    """Every record of the catalogue is valid, read as texts and with the types of either version of YAML."""
    wrong = {}
    for name, path in real_records():
        written = READERS[reader](path.read_text("utf-8"))
        wrong[path.relative_to(ROOT).as_posix()] = problems(name, as_json(written))
    assert {path: found for path, found in wrong.items() if found} == {}
    assert len(wrong) > 100


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("product", FULL_PRODUCT),
        (
            "product",
            product(
                recognitions=[{"stars": "4", "score": "82.5", "date": "2025"}], trade={"private_label": "có"}
            ),
        ),
        (
            "producer",
            producer(tax_code=1900123456, founded=2004, contact={"consent": 2026, "phone": "0291 3822 335"}),
        ),
        (
            "producer",
            producer(
                contact={"consent": "2026-03-01", "phone": [2913822335, "0291 3822 336"], "zalo": 913822335}
            ),
        ),
        ("producer", producer(contact={"website": "https://htx.example"})),
        ("sales-point", sales_point(sells="all", country="KR", opened=2020)),
        ("sales-point", sales_point(sells=["muoi"], hours="Mo-Su 07:30-20:00")),
        ("programme", {"results": [{"measure": "products", "value": 160, "by_stars": {"3": 128, "4": 32}}]}),
        (
            "promotions",
            [{"id": "tom", "title": "Tôm", "from": "2026-10-01", "until": "2027-03-31", "rank": 1}],
        ),
        ("sources", {"bao-1": {"url": "https://bao.example", "title": "Bài", "date": "2025-05-10"}}),
    ],
)
def test_every_way_to_write_a_field_is_valid(name: str, written: Any) -> None:
    """A number in quotes, a code without them, a year, one phone or several, `all` or ids: what the checker takes."""
    assert problems(name, written) == []


def test_norway_is_a_country_to_every_yaml() -> None:
    """`NO` is false to YAML 1.1 and text to YAML 1.2; `YES` is no country to either."""
    for reader, value in (("as-yaml-1.1", False), ("as-yaml-1.2", "NO"), ("as-text", "NO")):
        trade = READERS[reader]("trade: {export_markets: [NO, KR]}")
        assert trade["trade"]["export_markets"] == [value, "KR"]
        assert problems("product", product(**trade)) == []
    assert problems("product", product(trade={"export_markets": [True]})) != []


BAD: list[tuple[str, Any]] = [
    ("product", {}),
    ("product", product(name="")),
    ("product", product(name=["Muối"])),
    ("product", product(name="Muối\nhạt")),
    ("product", product(name="m" * 121)),
    ("product", product(kind="Muối")),
    ("product", product(sources=[])),
    ("product", {"name": "Muối", "kind": "muoi"}),
    ("product", product(sources=[{"title": "Bài"}])),
    ("product", product(sources=[{"url": "http://bao.example"}])),
    ("product", product(sources="nguon")),
    ("product", product(producers="htx")),
    ("product", product(id="muoi")),
    ("product", product(district="dong-hai")),
    ("product", product(recognitions=[{"stars": 6}])),
    ("product", product(recognitions=[{"stars": "bốn"}])),
    ("product", product(recognitions=[{"stars": 4, "stars_": 4}])),
    ("product", product(recognitions=[{"date": "28/12/2023"}])),
    ("product", product(recognitions=[{"date": "2023-13"}])),
    ("product", product(recognitions=[{"date": 20231228}])),
    ("product", product(recognitions=[{"score": "82,5"}])),
    ("product", product(recognitions={"stars": 4})),
    ("product", product(photos=[{"file": "../muoi.jpg", "alt": "Muối"}])),
    ("product", product(photos=[{"file": "muoi.jpg"}])),
    ("product", product(packs=[{"price": "15.000 đ"}])),
    ("product", product(season=[13])),
    ("product", product(mention="perhaps")),
    ("product", product(trade={"output": {"quantity": 1, "unit": "kilo"}})),
    ("product", product(trade={"private_label": "maybe"})),
    ("product", product(links={"website": "ftp://muoi.example"})),
    ("producer", producer(type="company")),
    ("producer", producer(tax_code="MST 1900")),
    ("producer", producer(contact={"phone": "0291 3822 335"})),
    ("producer", producer(location={"lat": 9.2})),
    ("sales-point", sales_point(sells="everything")),
    ("sales-point", sales_point(sells=["Muối hạt"])),
    ("sales-point", sales_point(country="Korea")),
    ("district", {"name": "Huyện", "sources": ["nguon"], "communes": [{"name": "Xã"}]}),
    ("kinds", {"groups": [], "kinds": [{"id": "tom", "name": "Tôm"}]}),
    ("programme", {"results": [{"measure": "products", "value": 160, "by_stars": {"2": 1}}]}),
    ("promotions", [{"id": "tom"}]),
    ("promotions", {"id": "tom", "title": "Tôm"}),
    ("sources", {"Báo": {"url": "https://bao.example"}}),
    ("sources", {"bao": {"title": "Bài"}}),
]


@pytest.mark.parametrize(
    ("name", "written"), BAD, ids=[f"{name}-{number}" for number, (name, _) in enumerate(BAD)]
)
def test_bad_records_are_refused(name: str, written: Any) -> None:
    """A record with one fault is not valid."""
    assert problems(name, written) != []


def test_editors_are_told_in_both_languages() -> None:
    """Each field of a product has its title in both languages, hints and a typed example where the model has them."""
    fields = SCHEMAS["product"]["properties"]
    assert all(each.get("title") for each in fields.values())
    assert fields["shelf_life_months"]["title"] == "Hạn sử dụng (tháng) / Shelf life (months)"
    assert fields["shelf_life_months"]["description"] == "Từ ngày sản xuất. / From the day of making."
    assert fields["shelf_life_months"]["examples"] == [24]
    assert SCHEMAS["product"]["$defs"]["Trade"]["properties"]["export_markets"]["examples"] == [["KR", "SG"]]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_example_is_valid(name: str) -> None:
    """What a schema shows as an example it also takes."""
    schema = copy.deepcopy(SCHEMAS[name])
    for owner in (schema, schema.get("items", {}), *schema.get("$defs", {}).values()):
        for key, field in owner.get("properties", {}).items():
            for example in field.get("examples", []):
                judge = jsonschema.Draft202012Validator({**field, "$defs": schema.get("$defs", {})})
                assert not list(judge.iter_errors(example)), f"{key}: {example}"


@pytest.mark.parametrize("name", SCHEMAS)
def test_nothing_may_be_null(name: str) -> None:
    """No schema offers null to whoever completes a record: what is not known is left out."""
    assert "null" not in json.dumps(SCHEMAS[name])


# The command -----------------------------------------------------------------------------------------


def run(*arguments: str, url: str = "") -> Result:
    """Run ``ocop schema``."""
    return CliRunner().invoke(cli.ocop, ["schema", *arguments], env={"CATALOGUE_URL": url, "OCOP_LANG": ""})


def test_the_command_writes_every_schema(tmp_path: Path) -> None:
    """The folder is made, and holds the very files that the site publishes, with the site's address in them."""
    result = run(str(tmp_path / "a/b"), url=SITE)
    assert result.exit_code == 0, result.output
    found = {path.stem: json.loads(path.read_text("utf-8")) for path in (tmp_path / "a/b").iterdir()}
    assert found == SCHEMAS
    assert "8 lược đồ" in result.stderr


def test_without_an_address_a_schema_has_no_identity(tmp_path: Path) -> None:
    """Nobody is sent to a place where nothing stands."""
    assert run(str(tmp_path)).exit_code == 0
    written = json.loads((tmp_path / "product.json").read_text("utf-8"))
    assert "$id" not in written
    assert {**written, "$id": SCHEMAS["product"]["$id"]} == SCHEMAS["product"]


@pytest.mark.parametrize(("lang", "words"), [("vi", "Sản phẩm (2 tệp)"), ("en", "Product (2 files)")])
def test_without_a_folder_the_schemas_are_named(tmp_path: Path, lang: str, words: str) -> None:
    """Each is named with the files it is for and their number, and nothing is written."""
    for name in ("a", "b"):
        (tmp_path / "products/dong-hai").mkdir(parents=True, exist_ok=True)
        (tmp_path / f"products/dong-hai/{name}.yml").touch()
    result = run("--lang", lang, "--root", str(tmp_path))
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines()] == [
        f"{name}.json" for name in sorted(SCHEMAS)
    ]
    assert any(
        line.startswith("product.json") and line.endswith(words) for line in result.stdout.splitlines()
    )


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Where a file stands in the way there is a message in the language asked for, and no traceback."""
    (tmp_path / "a").write_text("")
    result = run(str(tmp_path / "a/b"), "--lang", "en")
    assert result.exit_code == 1
    assert "could not be written" in result.stderr
    assert run(str(tmp_path / "a")).exit_code == 2
    assert run(str(tmp_path), url="ocop.example").exit_code == 2


def test_help_is_in_both_languages() -> None:
    """Whoever asks for help reads it in either language, with an example."""
    shown = run("--help").stdout
    assert "Ghi các lược đồ" in shown
    assert "Write the JSON Schemas" in shown
    assert "ocop schema .vscode/schema" in shown
