"""Pages for staff: what each message says."""

from __future__ import annotations

from collections.abc import Iterator

from ocop.site.compose.telling import Telling
from ocop.site.model import Plan


def message_plans(telling: Telling) -> Iterator[Plan]:
    """Plan them."""
    yield from ()
