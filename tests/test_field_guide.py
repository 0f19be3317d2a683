"""What the staff guide says of each field follows from the declarations, and what it shows can be written."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Check
from hosting import ROOT
from ocop.declared import Declared, declared
from ocop.fields import About, Choice, Number, Part, Reader, Ref, Text, Whole
from ocop.records import Product, Source
from ocop.records.sales_point import Sells
from ocop.site.compose import field_words
from ocop.site.compose.field_guide import _KINDS, _PARTS, fields_of
from ocop.site.views import FieldEntry
from ocop.source import SourceFile, parse
from pages import PublishedPage

MODELS = {name: kind.model for name, kind in _KINDS.items()}
REFERENCE = Ref.__metadata__[0]  # type: ignore[attr-defined]


def paths(owner: type, above: str = "") -> Iterator[tuple[str, Declared]]:
    """Yield every field below a model with its path, straight from the declarations."""
    for each in declared(owner):
        if (owner, each.name) == (Source, "ref"):
            continue
        yield f"{above}{each.key}", each
        if each.shape.owner is not None and each.shape.base is not Sells:
            yield from paths(each.shape.owner, f"{above}{each.key}.")


def flat(entries: tuple[FieldEntry, ...]) -> Iterator[FieldEntry]:
    """Yield entries and what lies within them."""
    for entry in entries:
        yield entry
        yield from flat(entry.within)


ALL_FIELDS = sorted({(path, name) for name, model in MODELS.items() for path, _ in paths(model)})
READERS = {
    each.shape.reader
    for model in MODELS.values()
    for _, each in paths(model)
    if each.shape.reader is not None
}


@pytest.mark.parametrize("kind", MODELS)
def test_every_field_is_explained_under_its_path(kind: str) -> None:
    """No declared field of a kind of record is left out, none is told twice, and each has its path as its anchor."""
    told = Counter(entry.anchor for entry in flat(fields_of(MODELS[kind])))
    assert told == Counter(path for path, _ in paths(MODELS[kind]))


@pytest.mark.parametrize("kind", MODELS)
def test_a_part_is_explained_once(kind: str) -> None:
    """A part that stands in several places leads to the one place that explains it, which leads no further."""
    entries = {entry.anchor: entry for entry in flat(fields_of(MODELS[kind]))}
    explained = {path: each.shape.owner for path, each in paths(MODELS[kind]) if not entries[path].same_as}
    for path, each in paths(MODELS[kind]):
        if there := entries[path].same_as:
            assert explained[there] is each.shape.owner
            assert {entry.key for entry in entries[there].within} == {
                entry.key for entry in entries[path].within
            }


def test_labels_hints_and_examples_are_the_declarations_own() -> None:
    """What a field is called and means is said in its declaration, and nowhere else."""
    for model in MODELS.values():
        entries = {entry.anchor: entry for entry in flat(fields_of(model))}
        for path, each in paths(model):
            if each.about is not None:
                entry = entries[path]
                assert (entry.label, entry.label_en, entry.hint) == (
                    each.about.vi,
                    each.about.en,
                    each.about.hint,
                )
                assert entry.example.endswith(each.about.example)


def test_what_a_reader_takes_is_said_in_words() -> None:
    """No staff member has to read a pattern: every reader that a record uses is described."""
    for reader in READERS:
        said = field_words.scalar(reader)
        assert said, reader
        assert "theo mẫu" not in said, reader
        assert all(means for _, means in field_words.choices(reader)), reader


def test_a_reader_that_nobody_described_says_its_pattern() -> None:
    """A new reader is told from its schema until somebody finds words for it."""

    class Colour(Reader):
        def schema(self) -> dict[str, Any]:
            return {"type": "string", "pattern": "^#[0-9a-f]{6}$", "maxLength": 7}

    assert field_words.scalar(Colour()) == "chữ theo mẫu `^#[0-9a-f]{6}$`, tối đa 7 ký tự"


@given(st.integers(0, 999), st.integers(1000, 9999))
def test_bounds_are_told(least: int, most: int) -> None:
    """Length and range are those of the declaration."""
    for reader in (Whole(least, most), Number(least, most)):
        assert f"từ {least} đến {most}" in field_words.scalar(reader)
    assert f"tối đa {most} ký tự" in field_words.scalar(Text(most))


def test_it_is_told_where_the_id_of_a_reference_is_found() -> None:
    """Whoever has to write an id learns in which file or folder to look for it."""
    for path, name in ALL_FIELDS:
        each = dict(paths(MODELS[name]))[path]
        if each.shape.reader == REFERENCE:
            said = field_words.written(each.shape, each.key)[0]
            assert said != field_words.scalar(each.shape.reader), (name, path)


def test_a_new_field_is_explained_by_itself() -> None:
    """A field that is declared tomorrow has label, hint, words and choices with no other code naming it."""

    class Salted(Product):
        grain: Annotated[
            str | None,
            Choice(("t", "kg")),
            About(vi="Cỡ hạt", en="Grain", hint="Đo bằng rây.", example="t", part=Part.KEEPING),
        ] = None

    (entry,) = (entry for entry in fields_of(Salted) if entry.key == "grain")
    assert (entry.label, entry.hint, entry.example, entry.required) == (
        "Cỡ hạt",
        "Đo bằng rây.",
        "grain: t",
        False,
    )
    assert entry.choices == (("t", "tấn"), ("kg", "ki-lô-gam"))


# The sample records -------------------------------------------------------------------------------


def trees(text: str) -> list[Any]:
    """Read a sample as the catalogue does, as one record or as the entries of a file of many."""
    tree = parse(SourceFile("mau.yml", text)).root
    if isinstance(tree, list):
        return tree
    return [*tree.values()] if "url" in str(tree) and "name" not in tree and len(tree) == 1 else [tree]


@pytest.mark.parametrize("kind", MODELS)
def test_the_sample_is_a_valid_record(kind: str) -> None:
    """The sample to copy needs nothing besides what it writes out."""
    told = _KINDS[kind]
    for tree in trees(told.sample(told.model)):
        told.model.model_validate(tree or {})


@pytest.mark.parametrize("kind", MODELS)
def test_the_sample_shows_every_field(kind: str) -> None:
    """With every ``#`` taken away the sample has each field of the kind, at its place."""
    told = _KINDS[kind]
    whole = re.sub(r"^# ", "", told.sample(told.model), flags=re.MULTILINE)
    (tree,) = trees(whole)

    def written(tree: Any, above: str = "") -> Iterator[str]:
        for entry in tree if isinstance(tree, list) else [tree]:
            for key, below in entry.items() if isinstance(entry, dict) else ():
                yield f"{above}{key}"
                yield from written(below, f"{above}{key}.")

    assert Counter(written(tree)) == Counter(path for path, _ in paths(told.model))


@pytest.mark.parametrize("kind", ["product", "producer", "sales-point"])
def test_a_copied_sample_passes_the_check(kind: str, tmp_path: Path, check: Check) -> None:
    """Whoever puts the sample into the catalogue as it stands is told of no error."""
    for name in ("catalogue", "products"):
        shutil.copytree(ROOT / name, tmp_path / name)
    told = _KINDS[kind]
    path = told.file.replace("<huyện>", "dong-hai").replace("<mã>", "ban-mau")
    (tmp_path / path).write_text(told.sample(told.model), "utf-8")
    result = check(tmp_path, "--lang", "en", str(tmp_path / path))
    assert " error: " not in result.output
    assert result.exit_code == 0


@pytest.mark.parametrize(("path", "kind"), ALL_FIELDS)
def test_an_example_can_be_written(path: str, kind: str) -> None:
    """Each example of a field is a value that the field takes."""
    each = dict(paths(MODELS[kind]))[path]
    if each.about is None or not each.about.example or each.shape.reader is None:
        return
    value = parse(SourceFile("mau.yml", f"x: {each.about.example}\n")).root["x"]  # type: ignore[index,call-overload]
    for text in value if isinstance(value, list) else [value]:
        each.shape.reader.read(text)


# The pages ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", MODELS)
def test_the_page_has_a_place_for_every_field(kind: str, built_site: Path) -> None:
    """A link to any field of any kind of record leads to its explanation; no id stands twice."""
    page = PublishedPage.read(built_site / "huong-dan/truong" / kind / "index.html", built_site)
    ids = Counter(each.attributes["id"] for each in page.elements if "id" in each.attributes)
    assert max(ids.values()) == 1
    assert {path for path, _ in paths(MODELS[kind])} <= set(ids)
    for part in {each.about.part for each in declared(MODELS[kind]) if each.about is not None}:
        assert [each.text.strip() for each in page.all("h2")].count(_PARTS[part]) == 1


def test_the_index_leads_to_every_kind(built_site: Path) -> None:
    """The list of kinds of record is complete."""
    page = PublishedPage.read(built_site / "huong-dan/truong/index.html", built_site)
    led = {page.resolve(link)[0] for link in page.links if not link.startswith("http")}
    assert {f"huong-dan/truong/{kind}/" for kind in MODELS} <= led


def test_required_fields_are_marked(built_site: Path) -> None:
    """The page of a product marks its name as required and its shelf life not."""
    page = PublishedPage.read(built_site / "huong-dan/truong/product/index.html", built_site)
    marked = {id_: "bắt buộc" in page.all("div", id=id_)[0].text for id_ in ("name", "shelf_life_months")}
    assert marked == {"name": True, "shelf_life_months": False}
