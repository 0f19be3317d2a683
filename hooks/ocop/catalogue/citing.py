"""Every source that any record cites, wherever a model has room for one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ocop.catalogue.draft import Draft
from ocop.catalogue.meaning import model_below
from ocop.fields import Facts
from ocop.records import Source
from ocop.source import Loc


def cited(draft: Draft) -> Iterator[tuple[str, Loc, Source]]:
    """Yield file, path and source of each citation outside ``sources.yml``."""
    for record in draft.records():
        yield from ((record.path, loc, source) for loc, source in _within(record, ()))
    shared: list[tuple[str, Loc, Facts]] = [("programme", (), draft.programme)]
    shared += [("promotions", (number,), promotion) for number, promotion in draft.promotions.items()]
    if draft.kinds is not None:
        shared.append(("kinds", (), draft.kinds))
    for name, base, part in shared:
        yield from ((f"catalogue/{name}.yml", loc, source) for loc, source in _within(part, base))


def _within(part: Facts, above: Loc) -> Iterator[tuple[Loc, Source]]:
    for name in _leading_to_sources(type(part)):
        below = getattr(part, name)
        entries = enumerate(below) if isinstance(below, tuple) else [(None, below)]
        for number, entry in entries:
            loc: Loc = (*above, name) if number is None else (*above, name, number)
            if isinstance(entry, Source):
                yield loc, entry
            elif entry is not None:
                yield from _within(entry, loc)


@cache
def _leading_to_sources(model: type[Facts]) -> tuple[str, ...]:
    """Name the fields of a model in which, at any depth, a source may stand."""
    found = []
    for name, field in model.model_fields.items():
        below = model_below(field)
        if below is not None and (below is Source or _leading_to_sources(below)):
            found.append(name)
    return tuple(found)
