"""Pages for staff: what each field means."""

from __future__ import annotations

from collections.abc import Iterator

from ocop.site.compose.telling import Telling
from ocop.site.model import Plan


def field_plans(telling: Telling) -> Iterator[Plan]:
    """Plan them."""
    yield from ()
