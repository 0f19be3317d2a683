"""Values of records as JSON knows them: text, numbers, lists and objects, nothing that only Python has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from ocop.catalogue import Catalogue
from ocop.dates import PartialDate
from ocop.export.steps import merged, steps
from ocop.records import Source
from ocop.records.programme import StarCounts
from ocop.records.sales_point import Sells

Json: TypeAlias = bool | int | float | str | list[Any] | dict[str, Any] | None
JsonObject: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Plainly:
    """Turns values into JSON; sources that a record names by their id are written out in full."""

    catalogue: Catalogue
    shared: dict[str, JsonObject] = field(default_factory=dict, compare=False)
    """Sources written out already, by their id: one object for all rows that cite it."""

    def value(self, value: Any) -> Json:
        """Give a value as JSON.

        A date is its ISO text at the precision that is known, a number without a fraction is whole, an object has
        the keys that its type declares (see `declared.steps`), and what is already JSON stays.
        """
        kind: type = type(value)
        if kind in _AS_IS:
            return value  # type: ignore[no-any-return]  # one of the types of `_AS_IS`
        convert = _BY_TYPE.get(kind)
        return convert(self, value) if convert is not None else self.fields(value)

    def fields(self, value: Any) -> JsonObject:
        """Give what a model or dataclass declares, in the order of its declaration."""
        owner: type = type(value)
        return {step.key: self.value(step.get(value)) for step in steps(owner)}

    def row(self, record: Any, computed: Any, first: tuple[str, ...] = ()) -> JsonObject:
        """Give one object of an export: what is written in a record and what follows from it (`declared.merged`)."""
        written: type = type(record)
        figures: type = type(computed)
        keys = merged(written, figures, first)
        return {step.key: self.value(step.get(computed if follows else record)) for follows, step in keys}

    def source(self, cited: Source) -> JsonObject:
        """Give a source written out, with the id it has in ``sources.yml`` or null."""
        if cited.ref is None:
            return {"id": None, **self._written_out(cited)}
        if cited.ref not in self.shared:
            self.shared[cited.ref] = {"id": cited.ref, **self._written_out(self.catalogue.source(cited))}
        return self.shared[cited.ref]

    def _written_out(self, source: Source) -> JsonObject:
        return {step.key: self.value(step.get(source)) for step in steps(Source) if step.key != "ref"}

    def number(self, number: float) -> Json:
        """Write 900.0 as 900."""
        return int(number) if number.is_integer() else number

    def listed(self, values: tuple[Any, ...] | list[Any]) -> Json:
        """Give a list of values."""
        return [self.value(each) for each in values]

    def mapped(self, values: Mapping[str, Any]) -> Json:
        """Give a mapping whose keys are text already."""
        return {key: self.value(each) for key, each in values.items()}

    def stars(self, counts: StarCounts) -> Json:
        """Give counts by star under the digit, as records write them; null where the source gives none."""
        return {str(stars): counts.of(stars) for stars in (5, 4, 3)}

    def sells(self, sells: Sells) -> Json:
        """Give ``all`` or the ids of the goods, as records write it."""
        return "all" if sells.everything else list(sells.products)


_AS_IS = frozenset({type(None), bool, int, str})
_BY_TYPE: dict[type, Callable[[Plainly, Any], Json]] = {
    float: Plainly.number,
    tuple: Plainly.listed,
    list: Plainly.listed,
    dict: Plainly.mapped,
    PartialDate: lambda _, value: str(value),
    Source: Plainly.source,
    StarCounts: Plainly.stars,
    Sells: Plainly.sells,
}
