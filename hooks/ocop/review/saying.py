"""Words for differences, with the labels of the declarations: no field is named here but for how it reads best."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from ocop.declared import declared
from ocop.fields import Coordinates, Text
from ocop.i18n import Lang, changes, phrases
from ocop.records import Contact, Links, Quantity
from ocop.records.producer import PERSONAL_ID_DIGITS
from ocop.review.differences import Difference, Differs, Field, ListDiffers, PartChange, PartsDiffer, Way
from ocop.review.markdown import quoted
from ocop.review.naming import Scene, is_for_staff, several

_LONG: Final = 120
_OPEN_CONTACT: Final = ("consent", "website")
# The label names a unit that the value says as well.
_WITH_UNITS: Final = ("price", "season")


@dataclass(frozen=True, slots=True)
class Piece:
    """One change in words, safe in Markdown; ``public`` where visitors see it."""

    text: str
    public: bool = True


def is_personal(difference: Differs | ListDiffers) -> bool:
    """Tell whether a value is about a person: that it changed is told, never what it is."""
    field = difference.way[-1]
    if field.owner is Contact:
        return field.declared.name not in _OPEN_CONTACT
    codes = (difference.before, difference.after) if field.declared.name == "tax_code" else ()
    return any(isinstance(each, str) and len(each) == PERSONAL_ID_DIGITS for each in codes)


def label(way: Way, lang: Lang) -> str:
    """Say which field this is, from the outermost in; what the inner label says already is left out."""
    labels = [_label(field, lang) for field in way]
    said = [each for each in labels if each]
    kept = [
        each
        for number, each in enumerate(said)
        if not any(each.casefold() in inner.casefold() for inner in said[number + 1 :])
    ]
    return " › ".join(kept)


def _label(field: Field, lang: Lang) -> str:
    about = field.declared.about
    if about is None:
        key = field.declared.key
        return phrases.stars_text(int(key), lang) if key.isdigit() else ""
    said = about.vi if lang == "vi" else about.en
    if field.declared.name in _WITH_UNITS:
        said = re.sub(r" \([^)]*\)$", "", said)
    is_name = (
        about.vi == about.en or field.owner is Links or not said[1:2].islower() or said.startswith("English")
    )
    return said if is_name else said[:1].lower() + said[1:]


@dataclass(frozen=True, slots=True)
class Saying:
    """Words for what differs between two scenes; ``before`` is None for an entry that is new."""

    before: Scene | None
    after: Scene

    @property
    def lang(self) -> Lang:
        """The language of the words."""
        return self.after.lang

    def pieces(self, difference: Difference) -> Iterator[Piece]:
        """Say one difference: mostly in one piece, lists in one for each thing that happened to them."""
        match difference:
            case _ if is_for_staff(difference.way):
                # That somebody who adds a record also left a note for others is no news.
                if self.before is not None:
                    yield Piece(self._say("staff", label=label(difference.way, self.lang)), public=False)
            case PartsDiffer():
                yield from self._parts(difference)
            case _ if is_personal(difference):
                written = (difference.before not in (None, ()), difference.after not in (None, ()))
                end = {(False, True): "_set", (True, False): "_gone"}.get(written, "")
                yield Piece(self._say(f"kept_private{end}", label=label(difference.way, self.lang)))
            case Differs():
                yield Piece(self._differs(difference))
            case ListDiffers():
                yield Piece(self._list(difference))

    def _say(self, key: str, **values: object) -> str:
        return changes.say(key, self.lang, **values)

    # -------------------------------------------------------------------------------------- single values

    def _differs(self, difference: Differs) -> str:
        field, before, after = difference.way[-1], difference.before, difference.after
        called = label(difference.way, self.lang)
        whole = field.declared.shape.owner is not None and not isinstance(
            after or before, Quantity | Coordinates
        )
        if whole:
            return self._say(
                "there" if before is None else "value_gone", label=called, before=self._say("yes")
            )
        end = self._end(before, after)
        if _is_long(field, before, after):
            counts = {"before": _words(before), "after": _words(after)}
            same = not end and counts["before"] == counts["after"]
            return self._say("text_same" if same else f"text{end}", label=called, **counts)
        return self._say(f"value{end}", label=called, **self._both(field, before, after))

    def _end(self, before: Any, after: Any) -> str:
        if before is None:
            return "_is" if self.before is None else "_set"
        return "_gone" if after is None else ""

    def _both(self, field: Field, before: Any, after: Any) -> dict[str, str]:
        """Say a value before and after; of two long texts the parts that differ."""
        then = self.before or self.after
        said = {
            "before": then.value(field, before) if before is not None else "",
            "after": self.after.value(field, after) if after is not None else "",
        }
        texts = (before, after)
        if all(isinstance(each, str) and len(each) > _LONG for each in texts) and said["after"][:1] == "“":
            return {"before": quoted(before, after), "after": quoted(after, before)}
        return said

    def _list(self, difference: ListDiffers) -> str:
        field, then = difference.way[-1], self.before or self.after
        called = label(difference.way, self.lang)
        if field.declared.name == "season":
            months = [phrases.months_text(each, self.lang) for each in (difference.before, difference.after)]
            end = self._end(difference.before or None, difference.after or None)
            return self._say(f"value{end}", label=called, before=months[0], after=months[1])
        added = several([self.after.value(field, each) for each in difference.added], self.lang)
        removed = several([then.value(field, each) for each in difference.removed], self.lang)
        if self.before is None:
            return self._say("list", label=called, parts=added)
        parts = [self._say("list_added", values=added)] if added else []
        parts += [self._say("list_removed", values=removed)] if removed else []
        return self._say("list", label=called, parts=", ".join(parts) or self._say("list_order"))

    # -------------------------------------------------------------------------------------- lists of parts

    def _parts(self, difference: PartsDiffer) -> Iterator[Piece]:
        name, then = difference.way[-1].declared.key, self.before or self.after
        if difference.added:
            said = several([self.after.part(each) for each in difference.added], self.lang)
            yield Piece(self._new_parts(difference.way, name, len(difference.added), said))
        if difference.removed:
            said = several([then.part(each) for each in difference.removed], self.lang)
            told = self._counted(difference.way, name, len(difference.removed))
            yield Piece(self._say("parts_gone", counted=told) + _which(said))
        for change in difference.changed:
            yield from self._changed_part(difference.way, name, change)
        if difference.reordered:
            called = changes.things(name, self.lang) or label(difference.way, self.lang)
            yield Piece(self._say("parts_order", label=called))

    def _new_parts(self, way: Way, name: str, count: int, said: str) -> str:
        if self.before is None:
            return self._counted(way, name, count) + _which(said)
        if changes.things(name, self.lang) is None:
            return self._say("parts_new", counted=self._counted(way, name, count)) + _which(said)
        return changes.new_things(count, name, self.lang) + _which(said)

    def _counted(self, way: Way, name: str, count: int) -> str:
        known = changes.things(name, self.lang) is not None
        return changes.counted(count, name, self.lang) if known else f"{count} {label(way, self.lang)}"

    def _changed_part(self, way: Way, name: str, change: PartChange) -> Iterator[Piece]:
        called = changes.things(name, self.lang, many=False) or label(way, self.lang)
        inner = [piece for each in change.differences for piece in self.pieces(each)]
        said = ", ".join(piece.text for piece in inner)
        which = f"{called} {self.after.part(change.after, _differing(change))}".rstrip()
        yield Piece(
            self._say("list", label=which, parts=said),
            public=any(piece.public for piece in inner),
        )


def _which(said: str) -> str:
    return f" ({said})" if said else ""


def _differing(change: PartChange) -> frozenset[str]:
    names = (each.name for each in declared(type(change.after)))
    return frozenset(name for name in names if getattr(change.before, name) != getattr(change.after, name))


def _is_long(field: Field, *texts: Any) -> bool:
    reader = field.declared.shape.reader
    if not isinstance(reader, Text) or not reader.lines:
        return False
    return any(isinstance(each, str) and (len(each) > _LONG or "\n" in each) for each in texts)


def _words(text: Any) -> int:
    return len(text.split()) if isinstance(text, str) else 0
