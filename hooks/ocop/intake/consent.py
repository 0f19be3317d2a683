"""Personal facts: taken from a list only with the date on which their owner agreed to publish them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from ocop.intake.entries import Entry, at, take
from ocop.intake.headings import Head, Use
from ocop.intake.remarks import Level, Remark
from ocop.intake.targets import MAKER

PERSONAL: Final = ("person", "phone", "zalo", "email")
_CONSENT: Final = ("contact", "consent")


def consent_missing(head: Head) -> Head:
    """Leave out columns of personal facts where the list has no dates of consent: they may not be published."""
    prefixes = {"": "contact", MAKER: f"{MAKER}.contact"}
    columns = []
    for column in head.columns:
        target = column.target
        personal = (
            target is not None and target.fact.keys[:1] == ("contact",) and target.fact.keys[-1] in PERSONAL
        )
        if (
            personal
            and target is not None
            and head.column(f"{prefixes.get(target.group, '')}_consent") is None
        ):
            columns.append(replace(column, use=Use.PERSONAL))
        else:
            columns.append(column)
    return replace(head, columns=tuple(columns))


def keep_consented(entry: Entry, say: Callable[[Remark], None]) -> None:
    """Leave out personal facts without a date of consent, and say so."""
    for tree in (entry.tree, entry.maker_facts):
        if at(tree, _CONSENT) is not None:
            continue
        for key in PERSONAL:
            held = at(tree, ("contact", key))
            if held is None:
                continue
            first = held[0] if isinstance(held, list) else held
            say(Remark(Level.DOUBT, first.spot, "consent_missing"))
            take(tree, ("contact", key))
