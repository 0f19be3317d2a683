"""What is wrong with a record by itself, whatever other records say: such a fault is as old as its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from ocop.catalogue.decode import decode
from ocop.catalogue.documents import read_document
from ocop.catalogue.layout import Collection
from ocop.findings import Finding
from ocop.records import District, Producer, Product, Record, SalesPoint

_MODELS: Final[Mapping[str, type[Record]]] = {
    Collection.PRODUCTS: Product,
    Collection.PRODUCERS: Producer,
    Collection.SALES_POINTS: SalesPoint,
    Collection.DISTRICTS: District,
}


def faults(root: Path, path: str) -> Iterator[Finding]:
    """Read one file and give what is wrong with it alone; nothing where it is no record with a file of its own."""
    model = next((_MODELS[folder] for folder in path.split("/")[:-1] if folder in _MODELS), None)
    if model is None or not (root / path).is_file():
        return
    document = read_document(root, path)
    if isinstance(document, Finding):
        yield document
        return
    yield from document.findings
    if isinstance(document.root, dict):
        yield from decode(document, model, document.root).findings
