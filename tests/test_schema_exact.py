"""The JSON Schemas accept what `ocop check` accepts of a record by itself, and nothing else."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
from hypothesis import HealthCheck, Phase, assume, find, given, settings
from hypothesis import strategies as st
from jsonschema.protocols import Validator
from pydantic import BaseModel
from pydantic_core import PydanticCustomError
from tests.catalogues import producer, product, sales_point

from ocop import export, fields
from ocop.catalogue import load
from ocop.catalogue.decode import decode
from ocop.dates import PartialDate
from ocop.declared import declared
from ocop.export.schema import FORMATS, KINDS, ORDER
from ocop.fields import Choice, Number, Reader, Text, Whole, is_id
from ocop.records import Source
from ocop.records.sales_point import Sells
from ocop.source import Document, SourceFile, parse
from written_records import ODD, records

SCHEMAS = export.schemas("")
REF = get_args(fields.Ref)[1]
NAMES = sorted(KINDS)

# What lies between records, between entries of one, or on the disk: no schema knows it.
BETWEEN = {
    "no_product", "no_producer", "no_district", "no_kind", "no_group", "unknown_source", "no_measure", "no_commune",
    "commune_without_district", "commune_elsewhere", "former_is_own", "former_is_taken", "former_twice", "id_repeated",
    "replaced_by_itself", "no_such_district_folder", "kinds_missing", "photo_missing", "photo_twice", "photo_names_alike",
    "photo_not_shown", "kind_is_group",
}  # fmt: skip


# Two judges ----------------------------------------------------------------------------------------


def accepted_by_checker(name: str, document: Document) -> bool:
    """Tell whether a file has no fault of its own, as the models judge its records."""
    right = isinstance(document.root, list if name == "promotions" else dict)
    return right and all(
        (name != "sources" or (is_id(str(key[0])) and "ref" not in entry))
        and _is_right(KINDS[name].model, document, entry, key)
        for key, entry in _entries(name, document.root)
    )


def _is_right(
    model: type[BaseModel], document: Document, written: Any, base: tuple[str | int, ...] = ()
) -> bool:
    """Tell whether one record or part has no fault; a reference that is no id can never lead anywhere."""
    return (
        isinstance(written, dict)
        and not decode(document, model, written, base).findings
        and all(is_id(reference) for reference in _references(model, written))
    )


def _entries(name: str, root: Any) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Yield the records of a file with the paths to them: some files hold several."""
    if name == "promotions" and isinstance(root, list):
        yield from (((number,), entry) for number, entry in enumerate(root))
    elif name == "sources" and isinstance(root, dict):
        yield from (((key,), entry) for key, entry in root.items())
    else:
        yield (), root


def _references(model: type[BaseModel], written: Any) -> Iterator[str]:
    """Yield every reference of a record that is right by itself; one that is no id can never lead anywhere."""
    for each in declared(model):
        if each.key not in written:
            continue
        value = written[each.key]
        below = value if each.shape.many else [value]
        for entry in below:
            if each.shape.base is Sells:
                yield from (entry if isinstance(entry, list) else [])
            elif each.shape.base is Source and isinstance(entry, str):
                yield entry
            elif each.shape.owner is not None:
                yield from _references(each.shape.owner, entry)
            elif each.shape.reader is REF:
                yield entry


def _keeps_order(
    _: Any, pairs: list[list[str]], instance: Any, __: Any
) -> Iterator[jsonschema.ValidationError]:
    """Judge the keyword of our own; what is no date is another keyword's affair."""
    for first, second in pairs if isinstance(instance, dict) else ():
        try:
            start, end = (PartialDate.parse(instance[key]) for key in (first, second))
        except (KeyError, TypeError, ValueError):
            continue
        if end.last < start.first:
            yield jsonschema.ValidationError(f"{second} ends before {first} begins")


@cache
def judge(name: str) -> Validator:
    """Give a validator that knows the formats and the keyword of our own."""
    formats = jsonschema.FormatChecker(formats=())
    for called, predicate in FORMATS.items():
        formats.checks(called)(predicate)
    kind = jsonschema.validators.extend(jsonschema.Draft202012Validator, {ORDER: _keeps_order})
    return kind(SCHEMAS[name], format_checker=formats)


def document_of(tree: Any) -> Document:
    """Write a tree and read it as any file is read: what is left is trimmed and in NFC."""
    return parse(SourceFile("r.yml", json.dumps(tree, ensure_ascii=False)))


def trees(name: str) -> st.SearchStrategy[Any]:
    """Give files of a kind as trees of text."""
    record = records(KINDS[name].model)
    if name == "promotions":
        return st.lists(record, max_size=3)
    if name == "sources":
        return st.dictionaries(st.sampled_from(["bao", "Bao", "b" * 80, "b" * 81, "1"]), record, max_size=2)
    return record


# The promise ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(st.data())
def test_schema_and_checker_agree_on_any_record(name: str, data: st.DataObject) -> None:
    """Whatever a record holds, both take it or both refuse it."""
    document = document_of(data.draw(trees(name)))
    assume(document.root is not None and not document.findings)
    problems = [
        f"{error.json_path}: {error.message[:200]}" for error in judge(name).iter_errors(document.root)
    ]
    assert accepted_by_checker(name, document) == (not problems), problems


# Where two fields meet, or a list is nearly empty: what chance seldom writes.
EDGES: list[tuple[str, Any, bool]] = [
    *(
        ("product", product(recognitions=[{"stars": stars, "score": score}]), right)
        for stars, score, right in (
            ("5", "90", True), ("5", "100", True), ("5", "89.999999999", False), ("4", "90", False), ("4", "89.999999999", True),
            ("4", "70", True), ("3", "70", False), ("3", "50", True), ("2", "49.9", True), ("1", "30", False), ("1", "0", True),
        )
    ),
    ("product", product(recognitions=[{"date": "2024", "expires": "2024"}]), True),
    ("product", product(recognitions=[{"date": "2024-06", "expires": "2024-05-31"}]), False),
    ("product", product(sources=[]), False),
    ("product", product(sources=[{"ref": "a"}]), True),
    ("product", product(sources=[{"ref": "a", "url": "https://a.vn"}]), True),
    ("product", product(sources=[{}]), False),
    ("product", product(season=["1", "1"]), False),
    ("producer", producer(contact={"phone": []}), True),
    ("producer", producer(contact={"phone": ["0291 3822 335"]}), False),
    ("producer", producer(contact={"phone": "0291 3822 335"}), False),
    ("producer", producer(contact={"phone": "0291 3822 335", "consent": "2025"}), True),
    ("producer", producer(location={"lat": "9.70", "lon": "105.15"}), True),
    ("producer", producer(location={"lat": "9.71", "lon": "105.15"}), False),
    ("sales-point", sales_point(sells=["all"]), False),
    ("sales-point", sales_point(sells=["all", "a"]), True),
    ("sales-point", sales_point(sells=[]), True),
    ("sales-point", sales_point(district="dong-hai", country="VN"), True),
    ("sales-point", sales_point(district="dong-hai", country="KR"), False),
    ("sales-point", sales_point(district="dong-hai", province="Cà Mau"), False),
    ("sales-point", sales_point(province="Cà Mau", country="KR"), False),
    ("sales-point", sales_point(country="KR", location={"lat": "37.5", "lon": "127"}), True),
    ("sales-point", sales_point(country="KR", location={"lat": "90.1", "lon": "127"}), False),
    ("sales-point", sales_point(location={"lat": "37.5", "lon": "127"}), False),
    ("kinds", {"groups": [], "kinds": []}, True),
    ("programme", {}, True),
    ("promotions", [], True),
    ("promotions", [{"id": "a", "title": "A", "from": "2025", "until": "2024"}], False),
    ("sources", {"a": {"ref": "b"}}, False),
    ("sources", {"a": {"url": "https://a.vn", "ref": "b"}}, False),
    ("sources", {}, True),
]  # fmt: skip


@pytest.mark.parametrize(("name", "tree", "right"), EDGES)
def test_schema_and_checker_agree_at_the_edges(name: str, tree: Any, right: bool) -> None:
    """Stars and score, two dates, consent, place and country: both judges know the rule to its edge."""
    document = document_of(tree)
    assert judge(name).is_valid(document.root) is right
    assert accepted_by_checker(name, document) is right


@pytest.mark.parametrize("name", NAMES)
def test_both_verdicts_are_met(name: str) -> None:
    """The records that the promise is tried on are neither all right nor all wrong."""
    for verdict in (True, False):
        found = find(
            trees(name).map(document_of),
            lambda document, verdict=verdict: (
                document.root is not None
                and not document.findings
                and bool(document.root)
                and accepted_by_checker(name, document) is verdict
            ),
            settings=settings(max_examples=1000, database=None, phases=[Phase.generate]),
        )
        assert judge(name).is_valid(found.root) is verdict


def _scalars() -> dict[Reader, dict[str, Any]]:
    """Give every reader that a field of any record has, with the schema of that field."""
    found: dict[Reader, dict[str, Any]] = {}
    for name, kind in KINDS.items():
        models = {kind.model.__name__: kind.model, **PARTS}
        owners = {kind.model.__name__: _of_one(name), **SCHEMAS[name].get("$defs", {})}
        for called, schema in owners.items():
            for each in declared(models[called]) if called in models else ():
                field = schema["properties"].get(each.key, {})
                if each.shape.reader is not None and "anyOf" not in field and field:
                    found[each.shape.reader] = field["items"] if each.shape.many else field
    return found


def _of_one(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = SCHEMAS[name]
    return schema.get("items") or (schema if "properties" in schema else schema["additionalProperties"])


def _reachable(models: list[type[BaseModel]]) -> dict[str, type[BaseModel]]:
    """Give all models inside of others, by name."""
    found: dict[str, type[BaseModel]] = {}
    while models:
        for each in declared(models.pop()):
            owner = each.shape.owner
            if owner is not None and owner.__name__ not in found:
                found[owner.__name__] = owner
                models.append(owner)
    return found


PARTS = _reachable([kind.model for kind in KINDS.values()])
# A part, and a kind of record whose schema describes it.
DESCRIBED = {
    part: name
    for name in NAMES
    for part in SCHEMAS[name].get("$defs", {})
    if part in PARTS and part != "Coordinates"
}


@pytest.mark.parametrize("part", sorted(DESCRIBED))
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_schema_and_checker_agree_on_any_part(part: str, data: st.DataObject) -> None:
    """The same for each part of a record by itself, where its fields meet oftener."""
    document = document_of(data.draw(records(PARTS[part])))
    assume(document.root is not None and not document.findings)
    name = DESCRIBED[part]
    valid = judge(name).evolve(schema={**SCHEMAS[name]["$defs"][part], "$defs": SCHEMAS[name]["$defs"]})
    problems = [f"{error.json_path}: {error.message[:200]}" for error in valid.iter_errors(document.root)]
    assert _is_right(PARTS[part], document, document.root) == (not problems), problems


def test_schema_and_reader_agree_on_every_odd_text() -> None:
    """Each scalar takes or refuses the same odd texts as its schema: boundaries, other digits, near misses."""
    scalars = _scalars()
    assert {type(reader) for reader in scalars} >= {Text, Whole, Number, Choice}
    texts = {document_of({"a": odd}).root["a"] for odd in ODD if not document_of({"a": odd}).findings}
    for reader, schema in scalars.items():
        valid = judge("product").evolve(schema=schema)
        for text in texts:
            assert _reads(reader, text) == valid.is_valid(text), (reader, text)


def _reads(reader: Reader, text: str) -> bool:
    try:
        reader.read(text)
    except PydanticCustomError:
        return False
    return reader is not REF or is_id(text)


def test_every_day_is_a_date_and_no_other_is() -> None:
    """The pattern of dates knows each month's days and the leap years from 1900 to 2100."""
    pattern = re.compile(SCHEMAS["product"]["properties"]["checked"]["pattern"])
    start = date(1890, 1, 1)
    for number in range(366 * 222):
        day = start + timedelta(days=number)
        assert bool(pattern.search(day.isoformat())) is (1900 <= day.year <= 2100)
    for year in range(1899, 2102):
        for month in range(14):
            for last in (29, 30, 31, 32):
                text = f"{year}-{month:02}-{last}"
                assert bool(pattern.search(text)) is _is_date(text), text
            assert bool(pattern.search(f"{year}-{month:02}")) is _is_date(f"{year}-{month:02}")
            assert not pattern.search(f"{year}-{month:02}-00")


def _is_date(text: str) -> bool:
    try:
        PartialDate.parse(text)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_the_command_agrees_with_the_schema(tmp_path: Path, name: str, data: st.DataObject) -> None:
    """A whole check finds an error in what the schema refuses, and in what it takes only what lies between records."""
    document = document_of(data.draw(trees(name)))
    assume(document.root and not document.findings)
    path = tmp_path / KINDS[name].files.replace("*/*", "dong-hai/a").replace("*", "a")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document.root, ensure_ascii=False), "utf-8")
    codes = {finding.code for finding in load(tmp_path).findings if finding.is_error}
    if judge(name).is_valid(document.root):
        assert codes <= BETWEEN
    else:
        assert codes


# What is portable ----------------------------------------------------------------------------------


def patterns(schema: Any) -> Iterator[str]:
    """Yield every regular expression of a schema."""
    if isinstance(schema, dict):
        if isinstance(schema.get("pattern"), str):
            yield schema["pattern"]
        for each in schema.values():
            yield from patterns(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from patterns(each)


def test_patterns_mean_the_same_in_an_editor() -> None:
    """JavaScript, in whose dialect JSON Schema's patterns are, finds what Python finds, in every odd text."""
    found = sorted({pattern for schema in SCHEMAS.values() for pattern in patterns(schema)})
    program = (
        "const [patterns, texts] = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
        "console.log(JSON.stringify(patterns.map(p => texts.map(t => new RegExp(p, 'u').test(t)))))"
    )
    texts = [text for text in ODD if not text.endswith("\n")]
    node = Path(__file__).parents[1] / ".venv/bin/node"
    run = subprocess.run(
        [node, "-e", program], input=json.dumps([found, texts]), capture_output=True, text=True, check=True
    )
    python = [[re.search(pattern, text) is not None for text in texts] for pattern in found]
    assert json.loads(run.stdout) == python
    assert len(found) > 20


def test_formats_and_keywords_of_our_own_are_known() -> None:
    """Every format that a schema names has its predicate, and every other word is one of JSON Schema or of editors."""
    known = {"enumDescriptions", ORDER}
    words = {word for schema in SCHEMAS.values() for word in _keywords(schema)}
    formats = {each for schema in SCHEMAS.values() for each in _values(schema, "format")}
    standard = set(jsonschema.Draft202012Validator.VALIDATORS) | {
        "$schema", "$id", "$defs", "title", "description", "examples", "then", "else",
    }  # fmt: skip
    assert words - standard <= known
    assert formats == FORMATS.keys()


def _keywords(schema: Any) -> Iterator[str]:
    if isinstance(schema, list):
        for each in schema:
            yield from _keywords(each)
    elif isinstance(schema, dict):
        for word, value in schema.items():
            yield word
            if word in ("properties", "$defs"):
                yield from (word for each in value.values() for word in _keywords(each))
            elif word not in ("enum", "const", "examples", ORDER):
                yield from _keywords(value)


def _values(schema: Any, word: str) -> Iterator[Any]:
    if isinstance(schema, dict):
        if word in schema and not isinstance(schema[word], dict):
            yield schema[word]
        for each in schema.values():
            yield from _values(each, word)
    elif isinstance(schema, list):
        for each in schema:
            yield from _values(each, word)


@pytest.mark.parametrize("name", NAMES)
def test_every_key_is_told_in_both_languages(name: str) -> None:
    """Each key, however deep, has its name and what it means in Vietnamese and in English."""
    schema = SCHEMAS[name]
    owners = [
        schema,
        schema.get("items", {}),
        schema.get("additionalProperties", {}),
        *schema.get("$defs", {}).values(),
    ]
    told = 0
    for owner in owners:
        for key, field in owner.get("properties", {}).items() if isinstance(owner, dict) else ():
            vi, _, en = field["description"].partition(" / ")
            assert field["title"], key
            assert vi.endswith((".", "…")), key
            assert en.endswith((".", "…")), key
            assert vi != en, key
            told += 1
    assert told
    assert " / " in schema["title"]
    assert " / " in schema["description"]
