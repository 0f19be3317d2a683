"""Producers that a list of goods names and the catalogue does not have."""

from __future__ import annotations

from collections.abc import Iterable

from ocop.intake.entries import Entry, Said, put
from ocop.intake.merging import changes, merge
from ocop.intake.planning import Planned, Planner
from ocop.intake.references import maker_words
from ocop.intake.remarks import Level, Remark
from ocop.records import Producer


def makers(entries: Iterable[Entry], planner: Planner) -> None:
    """Plan the producers that a list of goods names and the catalogue does not have, and put their ids into the goods."""
    named: dict[str, Planned] = {}
    for entry in entries:
        if entry.maker is None:
            continue
        words = maker_words(entry.maker.text)
        if words not in named:
            tree = {"name": entry.maker, **entry.maker_facts}
            if "sources" in entry.tree:
                tree["sources"] = entry.tree["sources"]
            maker = Entry(entry.maker.spot, tree)
            planned = planner.plan(maker)
            entry.broken = entry.broken or planned is None
            if planned is None:
                continue
            named[words] = planned
        elif entry.maker_facts:
            _differing(named[words], entry, planner)
        put(entry.tree, ("producer",), Said(named[words].id, entry.maker.spot))
        entry.maker = None


def _differing(planned: Planned, entry: Entry, planner: Planner) -> None:
    """Say where a further row has other facts of a producer; the first row counts."""
    other = changes(Producer, planned.tree, merge(Producer, planned.tree, entry.maker_facts).tree)
    if other and entry.maker is not None:
        values = {"value": planned.name, "field": other[0].label[0], "row": str(planned.entry.spot)}
        planner.say(Remark(Level.DOUBT, entry.maker.spot, "maker_differs", values))
