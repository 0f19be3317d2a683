"""Two editions compared: what became of every entry, and what follows from it on other pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from ocop.edition import Edition, Rating
from ocop.records import Photo, Recognition, Record
from ocop.review.differences import (
    Difference,
    Differs,
    Field,
    ListDiffers,
    PartChange,
    PartsDiffer,
    differences,
)
from ocop.review.effects import LiftChange, ListingChange, lift_changes, listing_changes
from ocop.review.entries import Entry, Renames, Section, entries_of, name_in
from ocop.review.naming import section_of
from ocop.text import vietnamese_order


class Fate(StrEnum):
    """What became of an entry, in the order in which a note tells of it."""

    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one entry; ``ratings`` are those of a product where they differ."""

    before: Entry | None
    after: Entry | None
    differences: tuple[Difference, ...] = ()
    ratings: tuple[Rating | None, Rating] | None = None
    replaced: tuple[Photo, ...] = ()
    lost_address: bool = False

    @property
    def entry(self) -> Entry:
        """The entry as it is, or as it was."""
        entry = self.after or self.before
        assert entry is not None
        return entry

    @property
    def fate(self) -> Fate:
        """What became of it."""
        if self.before is None:
            return Fate.NEW
        return Fate.CHANGED if self.after is not None else Fate.REMOVED

    @property
    def was_renamed(self) -> bool:
        """Whether its id is another."""
        return self.before is not None and self.after is not None and self.before.id != self.after.id

    @property
    def was_moved(self) -> bool:
        """Whether its file lies in another folder."""
        return self.before is not None and self.after is not None and self.before.folder != self.after.folder

    @property
    def says_something(self) -> bool:
        """Whether anything differs at all."""
        return (
            self.fate is not Fate.CHANGED
            or self.was_renamed
            or self.was_moved
            or bool(self.differences or self.ratings or self.replaced)
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs between two editions, in the order in which it is told."""

    before: Edition
    after: Edition
    changes: tuple[Change, ...]
    listings: tuple[ListingChange, ...]
    lifts: tuple[LiftChange, ...]
    renames: Renames


def compare(before: Edition, after: Edition, files: frozenset[str] = frozenset()) -> Comparison:
    """Compare two editions of one day; ``files`` are those whose content differs, for pictures under an old name."""
    then, now = entries_of(before.catalogue), entries_of(after.catalogue)
    renames = Renames.between(then, now)
    comparing = _Comparing(before, after, renames, files)
    found: list[Change] = []
    for section in Section:
        was = {renames.now(section, key): entry for key, entry in then[section].items()}
        every = [comparing.change(was.get(key), now[section].get(key)) for key in {*was, *now[section]}]
        found += sorted((change for change in every if change.says_something), key=_order)
    return Comparison(
        before,
        after,
        tuple(found),
        listing_changes(before, after, renames),
        lift_changes(before, after, renames),
        renames,
    )


def _order(change: Change) -> tuple[object, ...]:
    return [*Fate].index(change.fate), vietnamese_order(name_in(change.entry.facts)), change.entry.id


@dataclass(frozen=True, slots=True)
class _Comparing:
    """Two editions, and what is known of both."""

    before: Edition
    after: Edition
    renames: Renames
    files: frozenset[str]

    def change(self, old: Entry | None, new: Entry | None) -> Change:
        """Say what became of one entry."""
        if new is None:
            return Change(old, None)

        def today(field: Field, value: str) -> str:
            section = section_of(field, new)
            return value if section is None else self.renames.now(section, value)

        found = tuple(differences(old.facts if old is not None else None, new.facts, today))
        ratings = self._ratings(old, new)
        if old is None:
            return Change(None, new, found, ratings)
        if ratings is not None and ratings[0] is not None:
            found = tuple(_without_told(found, ratings[0], ratings[1]))
        if old.id != new.id:
            found = tuple(each for each in found if not _is_the_new_id(each, old))
        lost = (new.section, old.id) in self.renames.lost
        return Change(old, new, found, ratings, tuple(self._replaced(old, new)), lost_address=lost)

    def _ratings(self, old: Entry | None, new: Entry) -> tuple[Rating | None, Rating] | None:
        if new.section is not Section.PRODUCTS:
            return None
        was = self.before.ratings[old.id] if old is not None else None
        now = self.after.ratings[new.id]
        return None if was is not None and _shown(was) == _shown(now) else (was, now)

    def _replaced(self, old: Entry, new: Entry) -> Iterator[Photo]:
        if isinstance(new.facts, Record) and isinstance(old.facts, Record):
            known = {photo.file for photo in old.facts.photos}
            for photo in new.facts.photos:
                if photo.file in known and f"{new.folder}/{photo.file}" in self.files:
                    yield photo


def _shown(rating: Rating) -> tuple[object, ...]:
    return rating.status, rating.stars, rating.ends, rating.ends_at_latest


def _is_the_new_id(difference: Difference, old: Entry) -> bool:
    if not isinstance(difference, ListDiffers) or difference.way[-1].declared.name != "formerly":
        return False
    return difference.added == (old.id,) and not difference.removed


# ------------------------------------------------------------------------- what the rating says already


def _without_told(found: tuple[Difference, ...], was: Rating, now: Rating) -> Iterator[Difference]:
    """Leave out of the recognition that the rating rests on what the rating's own words tell."""
    for each in found:
        if not isinstance(each, PartsDiffer) or not any(
            isinstance(change.after, Recognition) for change in each.changed
        ):
            yield each
            continue
        changed = tuple(_part_without_told(change, was, now) for change in each.changed)
        rest = replace(each, changed=tuple(change for change in changed if change.differences))
        if rest.added or rest.removed or rest.changed or rest.reordered:
            yield rest


def _part_without_told(change: PartChange, was: Rating, now: Rating) -> PartChange:
    if change.before is not was.recognition or change.after is not now.recognition:
        return change
    told = {"stars": was.stars != now.stars, "expires": was.ends != now.ends}
    return replace(
        change,
        differences=tuple(
            each
            for each in change.differences
            if not (isinstance(each, Differs) and told.get(each.way[0].declared.name, False))
        ),
    )
