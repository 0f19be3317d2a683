"""Where the headings of a list stand, below titles and over several rows, and what each column holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from ocop.intake.sheets import Sheet, as_text
from ocop.intake.targets import MAKER, MODELS, Target, lists, published
from ocop.intake.vocabulary import plain, words_of
from ocop.records import Producer, Product, Record, SalesPoint
from ocop.records.columns import NUMBER_MARK, Parts

_LOOKED_AT: Final = 40
_MOST_HEAD_ROWS: Final = 3
_LEAST_SCORE: Final = 2.0
# A further row must bring more than this to count as one of the head.
_ROW_COST: Final = 0.6
_WEIGHTS: Final[Mapping[str, float]] = {"name": 2.0, "id": 1.5, "row_number": 0.5}
# Columns that only a list published by the catalogue has.
_OURS: Final = frozenset(
    {"url", "url_en", "rating_status", "kind_name", "district_name", "is_closed", "counts_products"}
)
_TITLES: Final[Sequence[tuple[str, type[Record]]]] = (
    ("san pham", Product), ("diem ban", SalesPoint), ("diem gioi thieu", SalesPoint), ("cua hang", SalesPoint),
    ("chu the", Producer), ("co so san xuat", Producer), ("hop tac xa", Producer), ("doanh nghiep", Producer),
)  # fmt: skip


class Use(StrEnum):
    """What becomes of a column."""

    READ = "read"
    PROBABLY = "probably"
    NUMBERING = "numbering"
    COMPUTED = "computed"
    TWICE = "twice"
    MAKER = "maker"
    PERSONAL = "personal"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its number from 0, its heading as it stands there, what it means and what becomes of it."""

    number: int
    heading: str
    target: Target | None
    use: Use

    @property
    def is_read(self) -> bool:
        """Whether its cells go into records."""
        return self.use in (Use.READ, Use.PROBABLY)


@dataclass(frozen=True, slots=True)
class Head:
    """The headings of a list of ``model``: the rows from ``first`` to ``last``, counted from 0."""

    model: type[Record]
    first: int
    last: int
    columns: tuple[Column, ...]
    is_published: bool = False

    @property
    def score(self) -> float:
        """How much of it is understood."""
        read = {each.target.name for each in self.columns if each.target is not None and each.use is Use.READ}
        cost = _ROW_COST * (self.last - self.first)
        return sum(_WEIGHTS.get(name, 1.0) for name in read) - cost

    def column(self, name: str) -> Column | None:
        """Find the column of a target."""
        found = (each for each in self.columns if each.target is not None and each.target.name == name)
        return next((each for each in found if each.is_read), None)


@dataclass(frozen=True, slots=True)
class ListHead:
    """The head of a further sheet of our own: one row an entry of ``listed``; columns by the name of the fact."""

    listed: Parts
    last: int
    id_column: int
    numbers: tuple[int, ...]
    columns: Mapping[str, int]


def find(sheet: Sheet, wanted: type[Record] | None) -> Head | None:
    """Find the head of a list, of the kind that is wanted or of any."""
    models = (wanted,) if wanted is not None else tuple(MODELS.values())
    ours = _published(sheet, models)
    if ours is not None:
        return ours
    heads = {model: head for model in models if (head := _office_head(sheet, model)) is not None}
    if not heads:
        return None
    return heads[_kind(sheet, heads)]


def find_entries(sheet: Sheet, model: type[Record]) -> ListHead | None:
    """Find the head of a sheet that holds the entries of one of a record's lists."""
    for row in range(min(len(sheet.rows), _LOOKED_AT)):
        names = {text: column for column, text in enumerate(_texts(sheet, row)) if text}
        numbers = [name for name in names if name.endswith(NUMBER_MARK)]
        if "id" not in names or not numbers:
            continue
        listed = lists(model).get(max(numbers, key=lambda name: name.count(".")).removesuffix(NUMBER_MARK))
        if listed is None or not set(listed.numbers) <= names.keys():
            return None
        columns = {
            fact.name: names[listed.column(fact)]
            for fact in listed.facts
            if not fact.for_staff and listed.column(fact) in names
        }
        return ListHead(listed, row, names["id"], tuple(names[each] for each in listed.numbers), columns)
    return None


# Lists that the catalogue published ---------------------------------------------------------------


def _published(sheet: Sheet, models: Iterable[type[Record]]) -> Head | None:
    for row in range(min(len(sheet.rows), _LOOKED_AT)):
        names = _texts(sheet, row)
        if "id" not in names or not _OURS & set(names):
            continue
        model = max(models, key=lambda each: len(set(names) & published(each).keys()))
        return Head(model, row, row, tuple(_our_columns(names, published(model))), is_published=True)
    return None


def _our_columns(names: Sequence[str], known: Mapping[str, Target]) -> Iterator[Column]:
    seen: set[str] = set()
    for number, name in enumerate(names):
        target = known.get(name)
        if not name:
            continue
        if target is None:
            yield Column(number, name, None, Use.COMPUTED)
        else:
            yield Column(number, name, target, Use.TWICE if target.name in seen else Use.READ)
            seen.add(target.name)


# Lists of offices ---------------------------------------------------------------------------------


def _office_head(sheet: Sheet, model: type[Record]) -> Head | None:
    """Take the rows of which most is understood, and those that belong to them."""
    best: Head | None = None
    for first in range(min(len(sheet.rows), _LOOKED_AT)):
        for last in range(first, min(first + _MOST_HEAD_ROWS, len(sheet.rows))):
            head = _head(sheet, model, first, last)
            if best is None or head.score > best.score:
                best = head
    if best is None or best.score < _LEAST_SCORE or not (best.column("name") or best.column("id")):
        return None
    first, last = best.first, best.last
    while first > 0 and last - first < _MOST_HEAD_ROWS and _belongs(sheet, model, first - 1):
        first -= 1
    while last + 1 < len(sheet.rows) and last - first < _MOST_HEAD_ROWS and _spans(sheet, last):
        last += 1
    return _with_guesses(_head(sheet, model, first, last))


def _spans(sheet: Sheet, row: int) -> bool:
    """Tell whether a cell of a row goes on in the next."""
    return any(sheet.spans.get((row, column), (0, 0))[1] > row for column in range(len(sheet.rows[row])))


def _belongs(sheet: Sheet, model: type[Record], row: int) -> bool:
    """Tell whether a row over the head is part of it, rather than a title: it stands over some columns and names them."""
    if _spans(sheet, row):
        return True
    return any(words_of(model).group_of(text) is not None for text in set(_texts(sheet, row)) if text)


def _head(sheet: Sheet, model: type[Record], first: int, last: int) -> Head:
    words, columns = words_of(model), []
    seen: set[tuple[str, str]] = set()
    for number in range(max(len(sheet.rows[row]) for row in range(first, last + 1)) if sheet.rows else 0):
        labels = _labels(sheet, first, last, number)
        if not labels:
            continue
        target = words.exact(labels[-1], labels[:-1])
        heading = " › ".join(labels)
        if target is None:
            columns.append(Column(number, heading, None, Use.UNKNOWN))
        elif target.name == "row_number":
            columns.append(Column(number, heading, target, Use.NUMBERING))
        else:
            known = (target.name, target.fixed)
            columns.append(Column(number, heading, target, Use.TWICE if known in seen else Use.READ))
            seen.add(known)
    return Head(model, first, last, tuple(columns))


def _with_guesses(head: Head) -> Head:
    """Look for what the headings that are not understood most likely mean; what is taken already, none of them is."""
    taken = {each.target.name for each in head.columns if each.target is not None}
    columns = []
    for column in head.columns:
        near = (
            words_of(head.model).near(column.heading.rpartition(" › ")[2])
            if column.use is Use.UNKNOWN
            else None
        )
        if near is not None and near.name not in taken and near.name != "row_number":
            taken.add(near.name)
            column = replace(column, target=near, use=Use.PROBABLY)  # noqa: PLW2901 - the same column, understood
        columns.append(column)
    return replace(head, columns=tuple(columns))


def _labels(sheet: Sheet, first: int, last: int, column: int) -> tuple[str, ...]:
    """Give the headings that stand over a column, from the widest to its own."""
    labels: list[str] = []
    for row in range(first, last + 1):
        text = " ".join(as_text(sheet.at(row, column)).split())
        if not text and row < last:
            text = _carried(sheet, row, last, column)
        if text and text not in labels[-1:]:
            labels.append(text)
    return tuple(labels)


def _carried(sheet: Sheet, row: int, last: int, column: int) -> str:
    """Give the heading to the left where merged cells were lost, as in CSV: the cells after the first are empty."""
    if sheet.spans or not as_text(sheet.at(last, column)):
        return ""
    for left in range(column - 1, -1, -1):
        if text := " ".join(as_text(sheet.at(row, left)).split()):
            return text if as_text(sheet.at(last, left)) else ""
    return ""


def _kind(sheet: Sheet, heads: Mapping[type[Record], Head]) -> type[Record]:
    """Tell what a list is a list of: by the heading of the names, by its title, by what is understood."""
    named = {
        model
        for model, head in heads.items()
        if any(
            words_of(model).names_the_record(each.heading.rpartition(" › ")[2])
            for each in head.columns
            if each.is_read
        )
    }
    for model in (Product, SalesPoint):
        if model in named:
            return model
    top = min(head.first for head in heads.values())
    title = plain(" ".join(text for row in range(top) for text in dict.fromkeys(_texts(sheet, row))))
    told = [(title.find(word), model) for word, model in _TITLES if word in title and model in heads]
    if told:
        return min(told, key=lambda pair: pair[0])[1]
    if Producer in named and Product in heads and heads[Product].score <= heads[Producer].score:
        return Producer
    return max(heads, key=lambda model: heads[model].score)


def _texts(sheet: Sheet, row: int) -> list[str]:
    return [" ".join(as_text(value).split()) for value in sheet.rows[row]]


def without_makers(head: Head) -> Head:
    """Leave out columns about producers, where none are to be made."""
    return replace(
        head,
        columns=tuple(
            replace(each, use=Use.MAKER) if each.target is not None and each.target.group == MAKER else each
            for each in head.columns
        ),
    )
