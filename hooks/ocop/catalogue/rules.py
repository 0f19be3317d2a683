"""The rules between records, in the order of the staff guide; each docstring gives rule, reason, wrong and right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from ocop.catalogue import advice, linking
from ocop.catalogue.draft import Draft, Remark
from ocop.findings import Finding

Rule = Callable[[Draft], Iterator[Remark]]

ERRORS: Final[tuple[Rule, ...]] = (
    linking.references_resolve,
    linking.communes_lie_in_their_district,
    linking.district_folders_exist,
    linking.former_ids_are_free,
    linking.ids_in_lists_are_unique,
    linking.nothing_replaces_itself,
    linking.operators_are_spelt_right,
)
WARNINGS: Final[tuple[Rule, ...]] = (
    advice.products_are_complete,
    advice.producers_have_products,
    advice.names_differ,
    advice.twins_are_settled,
    advice.sources_are_dated,
    advice.recognitions_start_at_three_stars,
    advice.promotions_lift_something,
)


def judge(draft: Draft) -> Iterator[Finding]:
    """Give what every rule finds."""
    for rule in (*ERRORS, *WARNINGS):
        for remark in rule(draft):
            finding = draft.settle(remark)
            if finding is not None:
                yield finding
