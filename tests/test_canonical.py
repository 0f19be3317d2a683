"""The canonical form: one tree, one text; read back it is the tree again, for our reader and for others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from ocop.declared import Shape, as_written
from ocop.fields import Number, When, Whole, YesNo
from ocop.form.canonical import ById, is_textual, scalar, without_nothing, written
from ocop.records import Product, Promotion, SalesPoint, Source
from ocop.source import SourceFile, Tree, parse
from text_trees import MODELS, texts, trees, unknown_keys


def read_back(text: str) -> Tree | None:
    """Read a text as `ocop check` does, which must find nothing wrong with it."""
    document = parse(SourceFile("x.yml", text))
    assert document.findings == (), text
    return document.root


any_model = st.sampled_from(MODELS)
models_and_trees = any_model.flatmap(lambda model: st.tuples(st.just(model), trees(model)))


@given(models_and_trees)
def test_what_is_written_reads_back_as_it_was(pair: tuple[type[BaseModel], dict[str, Any]]) -> None:
    """Whatever the texts hold, a written tree is read back as the same facts, and written again as the same bytes."""
    model, tree = pair
    text = written(model, tree)
    kept = without_nothing(tree)
    assert read_back(text) == kept
    assert written(model, kept) == text


def leaves(shape: Shape, below: Any, loaded: Any) -> Iterator[tuple[Shape, str, Any]]:
    """Yield each text of a tree with its shape and what another reader made of it."""
    if isinstance(below, dict):
        owner = shape.owner
        shapes = {field.key: field.shape for field in as_written(owner)} if owner is not None else {}
        by_name = {str(key): value for key, value in loaded.items()}
        for key, value in below.items():
            yield from leaves(shapes.get(key, Shape(str)), value, by_name[key])
    elif isinstance(below, list):
        for value, other in zip(below, loaded, strict=True):
            yield from leaves(Shape(shape.base, shape.reader), value, other)
    else:
        yield shape, below, loaded


@given(models_and_trees)
def test_another_reader_takes_text_for_text(pair: tuple[type[BaseModel], dict[str, Any]]) -> None:
    """PyYAML, which turns `NO` into false and `007` into seven, finds in a text field the very text."""
    model, tree = pair
    kept = without_nothing(tree)
    for shape, text, loaded in leaves(Shape(model), kept, yaml.safe_load(written(model, tree))):
        if is_textual(shape.reader):
            assert isinstance(loaded, str)
            assert loaded.strip() == text


@given(
    trees(Product),
    unknown_keys.filter(lambda key: key not in {field.key for field in as_written(Product)}),
    texts,
)
def test_unknown_keys_come_last(tree: dict[str, Any], key: str, text: str) -> None:
    """A key that no model knows is kept, behind those of the contract."""
    root = read_back(written(Product, {key: f"a{text}", **tree}))
    assert isinstance(root, dict)
    assert [*root][-1] == key


@given(trees(Product))
def test_keys_stand_in_the_order_of_forms_and_guides(tree: dict[str, Any]) -> None:
    """A record is written in the order in which forms and the guide show its fields."""
    root = read_back(written(Product, tree))
    order = [field.key for field in as_written(Product)]
    assert isinstance(root, dict)
    assert [*root] == [key for key in order if key in root]


EXAMPLES = {
    "a part in a list begins on the line of its dash": (
        Product,
        {"recognitions": [{"stars": "4", "en": {"note": "a\nb"}}, {"date": "2024"}]},
        "recognitions:\n  - stars: 4\n    en:\n      note: |\n        a\n        b\n  - date: 2024\n",
    ),
    "text of several lines is a block in a list as well": (
        Product,
        {"formerly": ["một\n\n  hai ", "ba"]},
        "formerly:\n  - |\n    một\n\n      hai\n  - ba\n",
    ),
    "long lines stay long": (Product, {"summary": "dài " * 60}, f"summary: {('dài ' * 60).strip()}\n"),
    "one phone needs no list": (
        SalesPoint,
        {"contact": {"phone": "0291 3822123"}},
        "contact:\n  phone: 0291 3822123\n",
    ),
    "a phone that looks like a number is quoted": (
        SalesPoint,
        {"contact": {"phone": ["02913822123"]}},
        'contact:\n  phone:\n    - "02913822123"\n',
    ),
    "everything is one word": (SalesPoint, {"sells": "all"}, "sells: all\n"),
    "some products are a list": (SalesPoint, {"sells": ["muoi", "1"]}, 'sells:\n  - muoi\n  - "1"\n'),
    "a source is an id or a part": (
        Product,
        {"sources": ["bao", {"url": "https://a.vn", "date": "2024-01", "title": "2024-01"}]},
        'sources:\n  - bao\n  - url: https://a.vn\n    title: "2024-01"\n    date: 2024-01\n',
    ),
    "numbers, dates and truth values are plain": (
        Product,
        {"season": ["1", "2"], "checked": "2026", "trade": {"private_label": "có", "hs_code": "2501.00"}},
        'season:\n  - 1\n  - 2\ntrade:\n  hs_code: "2501.00"\n  private_label: có\nchecked: 2026\n',
    ),
    "what has no value is left out": (
        Product,
        {"name": " ", "kind": None, "en": {"name": ""}, "packs": [{}, ""], "season": [], "storage": " khô "},
        "storage: khô\n",
    ),
    "letters are composed": (Product, {"name": "Muo\u0302\u0301i"}, "name: Muối\n"),
    "nothing at all": (Product, {}, "{}\n"),
}


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_form(example: str) -> None:
    """Each rule of the form, by an example."""
    model, tree, text = EXAMPLES[example]
    assert written(model, tree) == text


def test_a_file_of_several_records() -> None:
    """Campaigns are a list of records; shared sources are records by their ids, which keep their order."""
    assert written(Promotion, [{"title": "B", "id": "b", "from": "2026"}, {"id": "a"}]) == (
        "- id: b\n  title: B\n  from: 2026\n- id: a\n"
    )
    assert written(Promotion, []) == "[]\n"
    tree = {"bao": {"title": "Bài", "url": "https://a.vn"}, "2024-01": {"url": "https://b.vn"}}
    assert written(ById(Source), tree) == (
        'bao:\n  url: https://a.vn\n  title: Bài\n"2024-01":\n  url: https://b.vn\n'
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Muối ớt", "Muối ớt"), ("a:b", "a:b"), ("a#b", "a#b"), ('12" x', '12" x'), ("Mo-Su 07:00-17:00", "Mo-Su 07:00-17:00"),
        ("a: b", '"a: b"'), ("a #b", '"a #b"'), ("a:", '"a:"'), ('"a" \\', '"\\"a\\" \\\\"'), ("NO", '"NO"'), ("y", '"y"'),
        ("2501.00", '"2501.00"'), ("1e3", '"1e3"'), ("12:30", '"12:30"'), ("-5", '"-5"'), ("~", '"~"'), ("Null", '"Null"'),
        ("+.inf", '"+.inf"'), ("2024-01-02 10:20:30", '"2024-01-02 10:20:30"'), ("đỏ", "đỏ"), ("face", "face"), ("", '""'),
    ],
)  # fmt: skip
def test_quotes_only_where_they_must_be(text: str, shown: str) -> None:
    """A text of one line is plain unless YAML would read something else."""
    assert scalar(text) == shown


def test_what_is_never_quoted() -> None:
    """A value that is a number, a date or a truth value to us stands as it is."""
    for reader, value in ((Whole(1, 5), "4"), (Number(-180, 180), "-5.5"), (Number(0, 1), "1e3")):
        assert not is_textual(reader)
        assert scalar(value, textual=False) == value
    for kind, value in ((When, "2024-01-02"), (YesNo, "yes")):
        (reader,) = kind.__metadata__  # type: ignore[attr-defined]
        assert not is_textual(reader)
        assert scalar(value, textual=False) == value
