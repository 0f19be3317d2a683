"""Names and values in words: references by what they refer to, dates and numbers as people write them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ocop.catalogue import Catalogue
from ocop.dates import PartialDate
from ocop.declared import declared
from ocop.fields import Choice, Coordinates, Facts, Part
from ocop.i18n import Lang, changes, phrases
from ocop.records import District, Photo, Producer, Quantity, SalesPoint, Source
from ocop.records.sales_point import Sells
from ocop.review.differences import Field, Way
from ocop.review.entries import Entry, Section, name_in
from ocop.review.markdown import code, plain, quoted

MOST_NAMED: Final = 5
_MOST_OF_A_PART: Final = 3
_LONGEST_OF_A_PART: Final = 60
_CODES: Final = ("id", "file", "formerly", "icon")
# Fields that hold the id of something, by the name they have in every model.
_REFERENCES: Final[Mapping[str, Section]] = {
    "kind": Section.KINDS,
    "kinds": Section.KINDS,
    "group": Section.GROUPS,
    "producer": Section.PRODUCERS,
    "operator": Section.PRODUCERS,
    "products": Section.PRODUCTS,
    "similar_to": Section.PRODUCTS,
    "district": Section.DISTRICTS,
    "ref": Section.SOURCES,
}
_COMMUNES: Final = ("commune", "seat")
_SAID: Final[Mapping[str, Callable[[Any, Lang], str]]] = {
    "stars": phrases.stars_text,
    "proposed_stars": phrases.stars_text,
    "price": phrases.money_text,
    "scheme": phrases.scheme_text,
    "country": phrases.country_text,
    "export_markets": phrases.country_text,
    "hours": phrases.hours_text,
}
_TYPES: Final[Mapping[type[Facts], Callable[[str, Lang], str]]] = {
    Producer: phrases.producer_type_text,
    SalesPoint: phrases.sales_point_type_text,
    Source: phrases.source_type_text,
}


def section_of(field: Field, entry: Entry) -> Section | None:
    """Give what a field of an entry refers to, None where it is no reference to an entry."""
    if field.declared.name == "replaced_by":
        return entry.section
    return _REFERENCES.get(field.declared.name)


@dataclass(frozen=True, slots=True)
class Scene:
    """An entry among the others of its time, in one language: where references are looked up."""

    catalogue: Catalogue
    entry: Entry
    lang: Lang

    def value(self, field: Field, value: Any) -> str:
        """Say one value of a field."""
        name = field.declared.name
        if isinstance(value, Facts):
            return self.part(value)
        if isinstance(value, bool):
            yes, no = ("everything", "some") if field.owner is Sells else ("yes", "no")
            return changes.say(yes if value else no, self.lang)
        if isinstance(value, PartialDate):
            return changes.when(value, self.lang)
        if name in _SAID:
            return plain(_SAID[name](value, self.lang))
        if isinstance(value, str):
            return self._text(field, value)
        return str(value) if isinstance(value, int) else phrases.number_text(value, self.lang)

    def _text(self, field: Field, value: str) -> str:
        name = field.declared.name
        if isinstance(field.declared.shape.reader, Choice):
            words = _TYPES.get(field.owner, changes.choice) if name == "type" else changes.choice
            return plain(words(value, self.lang))
        known = self._referred(field, value)
        if known is not None:
            return plain(known)
        return code(value) if name in _CODES or value.startswith("https://") else quoted(value)

    def _referred(self, field: Field, value: str) -> str | None:
        name = field.declared.name
        if name in _COMMUNES:
            return self._commune(value)
        if name == "measure":
            measures = {each.id: each for each in self.catalogue.programme.measures}
            return measures[value].name if value in measures else value
        section = section_of(field, self.entry)
        return None if section is None else named(self.catalogue, section, value, self.lang)

    def _commune(self, commune_id: str) -> str:
        facts = self.entry.facts
        district_id = self.entry.id if isinstance(facts, District) else getattr(facts, "district", None)
        district = self.catalogue.districts.get(district_id or "")
        commune = district.commune(commune_id) if district is not None else None
        return phrases.unit_text(commune.name, self.lang) if commune is not None else commune_id

    def part(self, part: Facts, but: frozenset[str] = frozenset()) -> str:
        """Say in a few words which part of a list this is, without the fields of these names."""
        match part:
            case Quantity():
                return phrases.quantity_text(part.quantity, part.unit, part.per, self.lang)
            case Coordinates():
                return f"{part.lat:g}, {part.lon:g}"
            case Photo():
                return quoted(part.alt)
            case Source():
                return self._source(self.catalogue.source(part))
        name = name_in(part)
        return plain(name) if name else ", ".join(list(self._values(part, but))[:_MOST_OF_A_PART])

    def _values(self, part: Facts, but: frozenset[str]) -> Iterator[str]:
        for each in declared(type(part)):
            value, field = getattr(part, each.name), Field(type(part), each)
            written = value not in (None, False, ()) and not isinstance(value, tuple | Facts)
            short = not isinstance(value, str) or len(value) <= _LONGEST_OF_A_PART
            if written and short and each.name not in but and not is_for_staff((field,)):
                yield self.value(field, value).strip("“”")

    def _source(self, source: Source) -> str:
        title = quoted(source.title) if source.title is not None else code(source.url or "")
        more = [plain(source.publisher)] if source.publisher is not None else []
        if source.date is not None:
            more.append(changes.when(source.date, self.lang))
        return f"{title} ({', '.join(more)})" if more else title


def named(catalogue: Catalogue, section: Section, entry_id: str, lang: Lang) -> str:
    """Name an entry in a language; by its id where there is none."""
    found: Mapping[str, Facts]
    if section is Section.PROMOTIONS:
        found = {each.id: each for each in catalogue.promotions}
    else:
        found = getattr(catalogue, section.name.lower())
    facts = found.get(entry_id)
    return entry_id if facts is None else name_of(facts, lang) or entry_id


def name_of(facts: Facts, lang: Lang) -> str:
    """Give what an entry is called on a page of the language."""
    if isinstance(facts, District):
        return phrases.unit_text(facts.name, lang)
    english = getattr(facts, "en", None)
    if isinstance(english, Facts):
        english = name_in(english)
    short = getattr(facts, "short", None) if lang == "vi" else getattr(facts, "short_en", None)
    return short or (english if lang == "en" else None) or name_in(facts)


def is_for_staff(way: Way) -> bool:
    """Tell whether a field is never published."""
    return any(each.declared.about is not None and each.declared.about.part is Part.STAFF for each in way)


def several(names: list[str], lang: Lang) -> str:
    """Name the first few, and count the others; what has no name is passed over."""
    names = [name for name in names if name]
    if len(names) <= MOST_NAMED:
        return ", ".join(names)
    return f"{', '.join(names[:MOST_NAMED])} {changes.say('more', lang, count=len(names) - MOST_NAMED)}"
