"""Which part of a list became which: photos by their file, sources by what they cite, others by likeness."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ocop.declared import declared
from ocop.fields import Facts
from ocop.records import Photo, Recognition, Source

# Parts that are a different thing once this differs, however alike they are otherwise.
_IDENTITY: Final[Mapping[type[Facts], tuple[str, ...]]] = {Photo: ("file",), Source: ("ref", "url")}
_IN_ANY_ORDER: Final = (Recognition,)
# Comparing each with each takes its time; who rewrote more than this is told so in one piece.
_MOST_COMPARISONS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Pairing:
    """``kept`` are parts before and after, in the order after; ``reordered`` says that those changed places."""

    kept: tuple[tuple[Facts, Facts], ...]
    added: tuple[Facts, ...]
    removed: tuple[Facts, ...]
    reordered: bool


def paired(before: tuple[Facts, ...], after: tuple[Facts, ...]) -> Pairing:
    """Pair the parts of a list before and after."""
    old, new = dict(enumerate(before)), dict(enumerate(after))
    pairs = dict(_taken(old, new, _same_identity(old, new)))
    if not any(_identity(each) is not None for each in (*before, *after)):
        pairs |= _taken(old, new, _alike(old, new))
        if len(old) == len(new) == 1:
            pairs |= _taken(old, new, [(next(iter(old)), next(iter(new)))])
    kept = sorted(pairs.items(), key=lambda pair: pair[1])
    came_from = [number for number, _ in kept]
    return Pairing(
        kept=tuple((before[number], after[other]) for number, other in kept),
        added=tuple(new.values()),
        removed=tuple(old.values()),
        reordered=came_from != sorted(came_from) and not isinstance(after[0], _IN_ANY_ORDER),
    )


def _taken(
    old: dict[int, Facts], new: dict[int, Facts], pairs: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs whose parts are both still free, and take them out."""
    for number, other in pairs:
        if number in old and other in new:
            del old[number], new[other]
            yield number, other


def _identity(part: Facts) -> object:
    names = _IDENTITY.get(type(part), ("id",))
    return next((value for name in names if (value := getattr(part, name, None)) is not None), None)


def _same_identity(old: Mapping[int, Facts], new: Mapping[int, Facts]) -> list[tuple[int, int]]:
    """Pair what is the same thing; of parts without an identity, what is equal."""
    waiting: dict[object, list[int]] = {}
    for number, part in old.items():
        waiting.setdefault(_identity(part) or part, []).append(number)
    pairs = []
    for other, part in new.items():
        numbers = waiting.get(_identity(part) or part)
        if numbers:
            pairs.append((numbers.pop(0), other))
    return pairs


def _alike(old: Mapping[int, Facts], new: Mapping[int, Facts]) -> list[tuple[int, int]]:
    """Pair what agrees in at least half of what is written, the most alike first."""
    if len(old) * len(new) > _MOST_COMPARISONS:
        return []
    scored = [
        (_likeness(part, to), number, other) for number, part in old.items() for other, to in new.items()
    ]
    return [
        (number, other)
        for likeness, number, other in sorted(scored, key=lambda each: (-each[0], *each[1:]))
        if likeness >= 0.5
    ]


def _likeness(part: Facts, other: Facts) -> float:
    pairs = [(getattr(part, each.name), getattr(other, each.name)) for each in declared(type(part))]
    written = [pair for pair in pairs if any(value not in (None, ()) for value in pair)]
    return sum(value == now for value, now in written) / len(written) if written else 0.0
