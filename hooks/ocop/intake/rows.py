"""Which rows of a list hold records, and what the others are: groups of rows, totals, headings once more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise
from typing import Final, TypeAlias

from ocop.intake.headings import Head, Use
from ocop.intake.references import References
from ocop.intake.sheets import Sheet, as_text
from ocop.intake.values import says_nothing
from ocop.intake.vocabulary import plain
from ocop.records import Product

_TOTAL: Final = re.compile(
    r"(?:tong cong|tong so|tong|cong cong)(?: \d+)?(?: (?:san pham|sp|chu the|diem ban).*)?|cong|total.*"
)
_ENUMERATED: Final = re.compile(r"^\s*(?:[IVXLC]+|[A-Z]|\d{1,3})\s*[./):–-]+\s*(?=\S)|^\s*[IVXLC]+\s+(?=\S)")
_COUNTED: Final = re.compile(r"\s*\([^()]*\)\s*$|\s*[:–-]\s*\d+\s*(?:sản phẩm|san pham|sp|SP)?\s*$")
_GROUP_NUMBER: Final = re.compile(r"[IVXLC]+|[A-Z]|[ivx]+")
_STARS: Final = re.compile(r"(?:.* )?(?:([1-5])|(ba|bon|nam)) sao(?: .*)?")
_STAR_WORDS: Final = {"ba": "3", "bon": "4", "nam": "5"}


Labels: TypeAlias = Mapping[int, set[str]]
"""The words of each column's headings."""


class Aside(StrEnum):
    """What a row is that holds no record."""

    HEADINGS = "headings"
    NUMBERS = "numbers"
    TOTAL = "total"
    GROUP = "group"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list: ``scope`` is what the group rows above say of it, by target (text, row that says so).

    ``goes_on`` marks a row whose name is the merged cell of the row above: more of the same record. A row that is not
    ``is_named`` has facts and nobody they are about.
    """

    number: int
    scope: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    goes_on: bool = False
    is_named: bool = True


@dataclass(frozen=True, slots=True)
class AsideRow:
    """One row without a record: its text, and for a group of rows what it says of those below (``near`` if unsure)."""

    number: int
    kind: Aside
    text: str
    says: Mapping[str, str] = field(default_factory=dict)
    near: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sorted:
    """The rows of a list in order; ``unclear`` are groups that nobody understands and that end the one before."""

    rows: tuple[Row, ...]
    asides: tuple[AsideRow, ...]
    unclear: tuple[AsideRow, ...]


def sort_rows(sheet: Sheet, head: Head, references: References) -> Sorted:
    """Look at every row below the head."""
    labels = {each.number: {plain(part) for part in each.heading.split(" › ")} for each in head.columns}
    every = (
        _look(sheet, head, number, references, labels) for number in range(head.last + 1, len(sheet.rows))
    )
    looked = [found for found in every if found is not None]
    last = max((each.number for each in looked if isinstance(each, Row) and each.is_named), default=-1)
    rows: list[Row] = []
    asides: list[AsideRow] = []
    unclear: list[AsideRow] = []
    scope: dict[str, tuple[str, int]] = {}
    for each in looked:
        # Below the last record stand dates and signatures.
        if isinstance(each, Row) and (each.is_named or each.number < last):
            rows.append(replace(each, scope=dict(scope)))
            continue
        aside = (
            each
            if isinstance(each, AsideRow)
            else AsideRow(each.number, Aside.OTHER, _whole(sheet, each.number))
        )
        asides.append(aside)
        if aside.kind is Aside.GROUP:
            scope |= {name: (text, aside.number) for name, text in aside.says.items()}
            unclear += [aside] if aside.near and aside.number < last else []
        elif aside.kind is Aside.OTHER and scope and aside.number < last:
            unclear.append(aside)
            scope = {}
    return Sorted(tuple(rows), tuple(asides), tuple(unclear))


def _look(
    sheet: Sheet, head: Head, number: int, references: References, labels: Labels
) -> Row | AsideRow | None:
    written = dict(_cells(sheet, number))
    if not written:
        return None
    kind = _no_record(head, number, written, labels)
    if kind is not None:
        return AsideRow(number, kind, _whole(sheet, number))
    if head.is_published:
        return Row(number)
    if (text := _alone(sheet, head, number, written)) is not None:
        return _group(number, text, head, references)
    return _record(sheet, head, number, written)


def _no_record(head: Head, number: int, written: Mapping[int, str], labels: Labels) -> Aside | None:
    texts = list(dict.fromkeys(written.values()))
    if not head.is_published and _repeats(written, labels):
        return Aside.HEADINGS
    if number <= head.last + 2 and _counts(list(written.values())):
        return Aside.NUMBERS
    is_total = any(_TOTAL.fullmatch(plain(text)) for text in texts[:2]) and not _is_numbered(head, written)
    return Aside.TOTAL if is_total else None


def _record(sheet: Sheet, head: Head, number: int, written: Mapping[int, str]) -> Row | AsideRow:
    naming = [column for name in ("name", "id") if (column := head.column(name)) is not None]
    span = sheet.spans.get((number, naming[0].number))
    goes_on = span is not None and head.last < span[0] < number
    if any(column.number in written for column in naming):
        return Row(number, goes_on=goes_on)
    says_much = len(written) > 2 and any(each.is_read and each.number in written for each in head.columns)
    if says_much and (_is_numbered(head, written) or _numbering(head) is None):
        return Row(number, is_named=False)
    return AsideRow(number, Aside.OTHER, _whole(sheet, number))


def _whole(sheet: Sheet, number: int) -> str:
    return " ".join(dict.fromkeys(text for _, text in _cells(sheet, number)))


def _cells(sheet: Sheet, number: int) -> Iterator[tuple[int, str]]:
    """Yield what stands in a row, each merged cell once."""
    seen = set()
    for column, value in enumerate(sheet.rows[number]):
        span = sheet.spans.get((number, column))
        if span is not None and span[2] != column and span in seen:
            continue
        seen.add(span)
        if not says_nothing(value):
            yield column, " ".join(as_text(value).split())


def _repeats(written: Mapping[int, str], labels: Labels) -> bool:
    """Tell whether a row is the head once more, as on every page of a print."""
    same = sum(plain(text) in labels.get(column, ()) for column, text in written.items())
    return same >= min(2, len(labels)) and same * 2 > len(written)


def _counts(texts: list[str]) -> bool:
    """Tell whether a row only numbers the columns: ``1 2 3``, ``(1) (2) (3)``, ``A B C``."""
    bare = [re.sub(r"[()\s]", "", text) for text in texts]
    if len(bare) < 3 or any(len(text) > 3 for text in bare):
        return False
    digits = [int(text) for text in bare if text.isdecimal()]
    letters = [text for text in bare if re.fullmatch("[A-Za-z]", text)]
    one_by_one = all(second == first + 1 for first, second in pairwise(digits))
    return len(digits) + len(letters) == len(bare) and one_by_one and letters == sorted(set(letters))


def _numbering(head: Head) -> int | None:
    return next((each.number for each in head.columns if each.use is Use.NUMBERING), None)


def _is_numbered(head: Head, written: Mapping[int, str]) -> bool:
    column = _numbering(head)
    return column is not None and written.get(column, "").rstrip(".").isdecimal()


def _alone(sheet: Sheet, head: Head, number: int, written: Mapping[int, str]) -> str | None:
    """Give the one text of a row, beside the number of a group at most; None for a row with more."""
    numbering = _numbering(head) or 0
    rest = dict(written)
    is_group = len(rest) > 1 and bool(_GROUP_NUMBER.fullmatch(rest.get(numbering, "").rstrip(".)")))
    if is_group:
        rest.pop(numbering)
    if len(rest) != 1:
        return None
    column, text = next(iter(rest.items()))
    span = sheet.spans.get((number, column))
    name = head.column("name")
    is_name = (
        name is not None and column == name.number and not is_group and (span is None or span[2] == span[3])
    )
    # Where rows are numbered, a record has its number; where they are not, a name may stand alone.
    return None if is_name and _numbering(head) is None and not _ENUMERATED.match(text) else text


def _group(number: int, written: str, head: Head, references: References) -> AsideRow:
    """Understand a row such as “II. Huyện Đông Hải (12 sản phẩm)” or “Sản phẩm 4 sao”."""
    text = _COUNTED.sub("", _ENUMERATED.sub("", written)).strip() or written
    district = references.district(text)
    if district.text is not None and not district.code:
        return AsideRow(number, Aside.GROUP, written, {"district": district.text})
    stars = _STARS.fullmatch(plain(text))
    if stars and head.model is Product:
        return AsideRow(
            number, Aside.GROUP, written, {"recognitions.stars": stars[1] or _STAR_WORDS[stars[2]]}
        )
    found = _of_goods(text, references) if head.model is Product else {}
    if found:
        return AsideRow(number, Aside.GROUP, written, found)
    commune = references.commune(text, None)
    if commune.text is not None and not commune.code and re.match(r"xa |phuong |thi tran ", plain(text)):
        where, _, name = commune.text.partition("/")
        return AsideRow(number, Aside.GROUP, written, {"district": where, "commune": name})
    if district.text is not None:
        return AsideRow(number, Aside.GROUP, written, near={"district": district.text})
    return AsideRow(number, Aside.OTHER, written)


def _of_goods(text: str, references: References) -> dict[str, str]:
    if (group := references.group(text)) is not None:
        return {"group": group}
    for name, found in (("kind", references.kind(text)), ("producer", references.producer(text))):
        if found.text is not None and not found.code:
            return {name: found.text}
    return {}
