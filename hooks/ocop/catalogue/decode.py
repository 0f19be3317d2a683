"""From a document to a record: the models judge it, and each of their faults becomes a finding with a place."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from ocop.catalogue.explaining import Fault, Spot, about_key, explain
from ocop.catalogue.meaning import keys_of, model_at, stand_in, stand_in_for_entry
from ocop.declared import declared
from ocop.fields import SEVERAL, Facts
from ocop.findings import MORE, MOST_TOLD, Finding
from ocop.i18n.messages import MESSAGES
from ocop.source import Document, Loc, Target

_MOST_ROUNDS: Final = 5

Model = TypeVar("Model", bound=Facts)

# What pydantic itself calls a fault of shape -> message, and what it points at.
_SHAPES: Final[Mapping[str, tuple[str, Target]]] = {
    "missing": ("missing", Target.HOLDER),
    "extra_forbidden": ("unknown_key", Target.KEY),
    "tuple_type": ("not_a_list", Target.VALUE),
    "list_type": ("not_a_list", Target.VALUE),
    "model_type": ("not_a_map", Target.VALUE),
    "model_attributes_type": ("not_a_map", Target.VALUE),
    "dict_type": ("not_a_map", Target.VALUE),
}


@dataclass(frozen=True, slots=True)
class Decoded(Generic[Model]):
    """What a document, or one entry of it, holds.

    ``record`` is None where too little could be read. With findings it is what remains without the faulty parts,
    whose paths are ``faulty``: enough to look for faults between records, never to publish.
    """

    record: Model | None
    findings: tuple[Finding, ...] = ()
    faulty: tuple[Loc, ...] = ()


def decode(document: Document, model: type[Model], written: Any, base: Loc = ()) -> Decoded[Model]:
    """Decode ``written``, which stands at ``base`` in the document, as one ``model``."""
    blank = tuple(_blanks(document, model, base))
    try:
        return Decoded(_validated(model, written), blank)
    except ValidationError as error:
        return _Mending(document, model, written, base).result(error, blank)


def _validated(model: type[Model], written: Any) -> Model:
    # Files know the names of the contract only, not those by which Python calls the same fields.
    return model.model_validate(written, by_alias=True, by_name=False)


def _blanks(document: Document, model: type[Facts], base: Loc) -> Iterator[Finding]:
    """Report keys that no model knows and that have nothing after them."""
    for loc in document.blanks[:MOST_TOLD]:
        if loc[: len(base)] != base:
            continue
        holder = _holder(model, loc[len(base) : -1])
        if holder is not None and loc[-1] not in keys_of(holder):
            place = document.places.find(loc, Target.KEY)
            fault = about_key(model, holder, str(loc[-1]))
            yield Finding(
                place.position, fault.code, place.field, values=fault.values, suggestion=fault.suggestion
            )


def _holder(model: type[Facts], loc: Loc) -> type[Facts] | None:
    """Follow a path into a model; None where it leaves the models, or has a key where an entry of a list belongs."""
    for number, part in enumerate(loc):
        holder = model_at(model, loc[:number])
        field = next((each for each in declared(holder) if each.key == part), None) if holder else None
        if field is not None and field.shape.many and not isinstance((*loc, "")[number + 1], int):
            return None
    return model_at(model, loc)


class _Mending:
    """Validates again without the parts that are faulty, so that one fault does not hide another.

    A model's own judgement (``expires`` not before ``date``) comes only when all its fields could be read.
    """

    def __init__(self, document: Document, model: type[Facts], written: Any, base: Loc) -> None:
        self.document = document
        self.model = model
        self.original = written
        self.written = copy.deepcopy(written)
        self.base = base
        self.told: list[tuple[Loc, Finding]] = []
        self.renamed: set[Loc] = set()
        self.faulty: list[Loc] = []
        self.damaged = [loc[len(base) :] for loc in document.damaged if loc[: len(base)] == base]

    def result(self, error: ValidationError, blank: tuple[Finding, ...]) -> Decoded[Any]:
        """Gather the findings of every round."""
        record = None
        for _ in range(_MOST_ROUNDS):
            if not self._tell(error):
                break
            try:
                record = _validated(self.model, self.written)
                break
            except ValidationError as again:
                error = again
        # Where `Tên` was told to be `name`, that `name` is missing goes without saying.
        told = (finding for loc, finding in self.told if finding.code != "missing" or loc not in self.renamed)
        return Decoded(record, (*blank, *told), tuple(self.faulty))

    def _tell(self, error: ValidationError) -> bool:
        """Turn one round's faults into findings and take the faulty parts out; False where nothing is left."""
        known = tuple(self.faulty)
        every = list(_each(error))
        for details in every[:MOST_TOLD]:
            place, finding = self._finding(details)
            loc = place[len(self.base) :]
            if not any(_related(loc, other) for other in (*known, *self.damaged)):
                self.told.append((loc, finding))
            if finding.code == "unknown_key" and finding.suggestion is not None:
                self.renamed.add((*loc[:-1], finding.suggestion))
            self.faulty.append(loc)
            if not loc:
                return False
            self._take_out(loc)
        if len(every) > MOST_TOLD and self.told:
            more = {"count": str(len(every) - MOST_TOLD)}
            self.told.append(((), Finding(self.told[-1][1].position, MORE, values=more)))
        return len(every) <= MOST_TOLD

    def _finding(self, details: ErrorDetails) -> tuple[Loc, Finding]:
        """No record lacks a required field: a page without a name, or a fact without a source, is worse than none.

        missing
            Wrong: ``photos: [{file: muoi-hat-1.jpg}]``
            Right: ``photos: [{file: muoi-hat-1.jpg, alt: Gói muối hạt 500 g}]``
        invalid
            A fault that has no message of its own; it is a gap in the checker, so please report it.
            Wrong: ``a value that no rule foresaw``
            Right: ``a value as in the guide to fields``
        """
        kind = details["type"]
        loc = (*self.base, *details["loc"])
        values = {name: str(value) for name, value in details.get("ctx", {}).items()}
        code, target = _SHAPES.get(kind, (kind if kind in MESSAGES else "invalid", Target.VALUE))
        suggestion = values.pop("suggestion", None)
        if "at" in values:
            loc, target = (*loc, values.pop("at")), Target.HOLDER
        spot = Spot(self.model, details["loc"], _at(self.original, details["loc"]))
        fault = explain(Fault(code, values, suggestion), spot)
        place = self.document.places.find(loc, target)
        real = (*place.loc, loc[-1]) if target is Target.HOLDER and place.loc[-1:] != loc[-1:] else place.loc
        return real, Finding(
            place.position, fault.code, place.field, values=fault.values, suggestion=fault.suggestion
        )

    def _take_out(self, loc: Loc) -> None:
        holder = model_at(self.model, loc[:-1])
        written = self.written
        for number, part in enumerate(loc[:-1]):
            below = _below(written, part)
            if not isinstance(below, dict | list):
                return
            if isinstance(below, list) and number == len(loc) - 2:
                self._replace_entry(written, loc)
                return
            written = below
        if loc and isinstance(written, dict):
            self._replace(written, loc[-1], holder)

    def _replace_entry(self, written: Any, loc: Loc) -> None:
        above, key, number = model_at(self.model, loc[:-2]), loc[-2], loc[-1]
        valid = stand_in_for_entry(above, key)
        if valid is not None and isinstance(number, int):
            written[key][number] = valid
            return
        # A list that lost one entry would shift the others' paths: it goes as a whole.
        self.faulty.append(loc[:-1])
        self._replace(written, key, above)

    def _replace(self, written: Any, key: Any, holder: type[Facts] | None) -> None:
        """Take a key out; where the model requires it, put something valid in its place."""
        if not isinstance(written, dict):
            return
        written.pop(key, None)
        valid = stand_in(holder, key)
        if valid is not None:
            written[key] = valid


def _at(written: Any, loc: Loc) -> Any:
    for part in loc:
        written = _below(written, part)
    return written


def _below(written: Any, part: str | int) -> Any:
    if isinstance(written, dict):
        return written.get(part)
    if isinstance(written, list) and isinstance(part, int) and part < len(written):
        return written[part]
    return None


def _each(error: ValidationError) -> Iterator[ErrorDetails]:
    """Yield each fault, those that a model found together one by one."""
    for details in error.errors(include_url=False, include_input=False):
        if details["type"] != SEVERAL:
            yield details
            continue
        faults: tuple[PydanticCustomError, ...] = details["ctx"]["faults"]
        for fault in faults:
            yield {**details, "type": fault.type, "ctx": dict(fault.context or {})}


def _related(loc: Loc, other: Loc) -> bool:
    """Tell whether one path is part of the other: what was taken out there explains a fault here."""
    return loc[: len(other)] == other or other[: len(loc)] == loc
