"""The rules between records, in the order of the staff guide; each docstring gives rule, reason, wrong and right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from ocop.catalogue import advice, linking
from ocop.catalogue.draft import Draft, Remark
from ocop.findings import MORE, Finding, Position

Rule = Callable[[Draft], Iterator[Remark]]

# Of a file that is wrong from end to end the rest is only counted: a person mends it by its first faults.
MOST_JUDGED: Final = 2_000

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
    advice.schemes_have_ids,
)


def judge(draft: Draft) -> Iterator[Finding]:
    """Give what every rule finds."""
    judged: Counter[str] = Counter()
    for rule in (*ERRORS, *WARNINGS):
        for remark in rule(draft):
            judged[remark.path] += rule in ERRORS
            enough = rule in ERRORS and judged[remark.path] > MOST_JUDGED
            finding = None if enough else draft.settle(remark)
            if finding is not None:
                yield finding
    for path, count in judged.items():
        if count > MOST_JUDGED:
            yield Finding(Position(path), MORE, values={"count": str(count - MOST_JUDGED)})
