"""Every page for staff that follows from the records: work lists, what each field means, what each message says."""

from __future__ import annotations

from collections.abc import Iterator

from ocop.site.compose.field_guide import field_plans
from ocop.site.compose.message_guide import message_plans
from ocop.site.compose.telling import Telling
from ocop.site.compose.work import work_plans
from ocop.site.model import Plan


def staff_plans(telling: Telling) -> Iterator[Plan]:
    """Plan all of them."""
    yield from work_plans(telling)
    yield from field_plans(telling)
    yield from message_plans(telling)
