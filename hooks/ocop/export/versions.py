"""The versions of the form of open data: what a program may count on, and what has changed.

The first number changes when a field or file is renamed or goes, or a value comes to mean something else; the second when
something is added; the third when only words change.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Version:
    """One version, and what is new in it."""

    number: str
    vi: str
    en: str


VERSIONS: Final = (
    Version(
        "1.0.0",
        "Bản đầu: sản phẩm, chủ thể và điểm bán dạng JSON, CSV, XLSX; điểm bán dạng GeoJSON; địa phương và chương trình dạng JSON.",
        "The first: products, producers and sales points as JSON, CSV and XLSX; sales points as GeoJSON; places and the"
        " programme as JSON.",
    ),
)
"""Newest first."""
FORMAT_VERSION: Final = VERSIONS[0].number
