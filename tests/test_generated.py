"""The made-up records of the benchmarks: what is measured must be what the catalogue takes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from tests.catalogues import DAY

from ocop import build
from ocop.catalogue import Catalogue
from ocop.records import Producer, Product, SalesPoint

BENCHMARKS = Path(__file__).parent / "benchmarks"


@pytest.fixture
def generate(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Import the generator as the benchmarks do, from their own folder."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return pytest.importorskip("generate")


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file of a folder with its bytes."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def used(records: Iterator[Product | Producer | SalesPoint]) -> set[str]:
    """Give the fields that at least one record fills."""
    return {
        name
        for record in records
        for name in type(record).model_fields
        if getattr(record, name) not in (None, ())
    }


def test_made_up_records_are_valid_and_fill_every_field(generate: ModuleType, tmp_path: Path) -> None:
    """The checker finds no error, and no field of a product is left out of what is measured."""
    generate.generate(tmp_path, generate.Size(products=400, producers=120, sales_points=40, photos=0.02))
    edited = build.check(tmp_path, DAY)
    assert edited.errors == ()
    assert edited.edition is not None
    catalogue: Catalogue = edited.edition.catalogue
    assert (len(catalogue.products), len(catalogue.producers), len(catalogue.sales_points)) == (400, 120, 40)
    assert used(iter(catalogue.products.values())) == set(Product.model_fields)
    assert len(catalogue.pictures) > 0


def test_made_up_records_say_that_they_are(generate: ModuleType, tmp_path: Path) -> None:
    """Each file begins with the label, so that nobody takes it for a fact."""
    generate.generate(tmp_path, generate.Size(products=20, producers=10, sales_points=5))
    made_up = [path for path in tmp_path.rglob("*.yml") if path.stem.startswith(("hang-", "lam-", "diem-"))]
    assert len(made_up) == 35
    assert all(path.read_text("utf-8").startswith(generate.LABEL) for path in made_up)


def test_one_seed_gives_one_set_of_records(generate: ModuleType, tmp_path: Path) -> None:
    """Two machines measure the same records; another seed gives others."""
    size = generate.Size(products=30, producers=10, sales_points=5, photos=0.2)
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        generate.generate(tmp_path / name, size, seed)
    first, second, third = (list(contents(tmp_path / name)) for name in "abc")
    assert first == second
    assert first != third
