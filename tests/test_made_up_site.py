"""The made-up catalogue itself, on which other tests stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from conftest import SITE
from ocop.catalogue.meaning import keys_of, model_below
from ocop.fields import Facts
from ocop.records import Kinds, Producer, Product, Programme, Promotion, SalesPoint, Source
from ocop.records.district import District
from ocop.source import SourceFile, parse


def _written(root: Path) -> Iterator[tuple[type[Facts], object]]:
    """Yield every part of the made-up records with the model that reads it."""
    singles = {"kinds": Kinds, "programme": Programme}
    folders = {"producers": Producer, "sales-points": SalesPoint, "districts": District}
    for path in sorted(root.rglob("*.yml")):
        tree = parse(SourceFile(path.name, path.read_text("utf-8"))).root
        model = folders.get(path.parent.name, singles.get(path.stem, Product))
        if path.stem == "promotions" and isinstance(tree, list):
            yield from ((Promotion, entry) for entry in tree)
        elif path.stem == "sources" and isinstance(tree, dict):
            yield from ((Source, entry) for entry in tree.values())
        else:
            yield model, tree


def test_the_made_up_catalogue_writes_every_field() -> None:
    """Each field of each kind of record stands somewhere in the made-up catalogue, so that tests meet it."""
    seen: set[tuple[type[Facts], str]] = set()
    wanted: set[tuple[type[Facts], str]] = set()

    def visit(model: type[Facts], tree: object) -> None:
        wanted.update((model, key) for key in keys_of(model))
        for entry in tree if isinstance(tree, list) else [tree]:
            for key, below in entry.items() if isinstance(entry, dict) else ():
                seen.add((model, key))
                part = model_below(keys_of(model)[key])
                if part is not None:
                    visit(part, below)

    for model, tree in _written(SITE):
        visit(model, tree)
    # Written as a single word: `sources: [id]`, `sells: all`.
    wanted -= {(Source, "ref")} | {(model, key) for model, key in wanted if model.__name__ == "Sells"}
    assert {f"{model.__name__}.{key}" for model, key in wanted - seen} == set()
