"""The programme: the plan of 2019, its targets and the results that sources report."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ocop.fields import About, Facts, Id, Line, LongLine, Name, Number, Ref, When, Whole, YesNo
from ocop.records.base import EnglishNote, Sources

Count = Annotated[int, Whole(0, 10_000_000)]


class NamedEnglish(EnglishNote):
    """The English of a name and a note."""

    name: Annotated[LongLine | None, About(vi="Tên tiếng Anh", en="English name")] = None


class Plan(Facts):
    """The plan whose targets are counted."""

    name: Annotated[LongLine, About(vi="Tên đề án", en="Name")]
    note: Annotated[LongLine | None, About(vi="Ghi chú", en="Note")] = None
    en: Annotated[NamedEnglish | None, About(vi="Tiếng Anh", en="English")] = None
    sources: Sources = ()


class Measure(Facts):
    """What is counted, in words."""

    id: Annotated[Id, About(vi="Mã", en="Id")]
    name: Annotated[Name, About(vi="Tên", en="Name")]
    en: Annotated[Name | None, About(vi="Tên tiếng Anh", en="English name")] = None
    unit: Annotated[Line | None, About(vi="Đơn vị", en="Unit")] = None


class StarCounts(Facts):
    """Counts by star."""

    three: Annotated[Count | None, Field(alias="3")] = None
    four: Annotated[Count | None, Field(alias="4")] = None
    five: Annotated[Count | None, Field(alias="5")] = None

    def of(self, stars: int) -> int | None:
        """Give the count of one star level, None where the source gives none."""
        return {3: self.three, 4: self.four, 5: self.five}[stars]


class Target(Facts):
    """What was promised for the end of a year; ``further`` means on top of the years before."""

    measure: Annotated[Ref, About(vi="Chỉ tiêu", en="Measure")]
    period: Annotated[int, Whole(2000, 2100), About(vi="Đến năm", en="By the end of")]
    at_least: Annotated[float, Number(0, 10_000_000), About(vi="Ít nhất", en="At least")]
    unit: Annotated[Line | None, About(vi="Đơn vị", en="Unit")] = None
    further: Annotated[YesNo, About(vi="Thêm so với kỳ trước", en="Further to those before")] = False
    cumulative: Annotated[YesNo, About(vi="Lũy kế", en="Cumulative")] = False
    new_in_period: Annotated[Count | None, About(vi="Mới trong kỳ", en="New in the period")] = None
    set_on: Annotated[When | None, About(vi="Đặt ra ngày", en="Set on")] = None
    note: Annotated[LongLine | None, About(vi="Ghi chú", en="Note")] = None
    en: Annotated[EnglishNote | None, About(vi="Tiếng Anh", en="English")] = None
    sources: Sources = ()


class Result(Facts):
    """What a source reports as reached; ``area`` only where it is not the former province."""

    measure: Annotated[Ref, About(vi="Chỉ tiêu", en="Measure")]
    date: Annotated[When | None, About(vi="Tính đến", en="As of")] = None
    date_inferred: Annotated[YesNo, About(vi="Ngày suy ra", en="Date inferred")] = False
    value: Annotated[float, Number(0, 10_000_000), About(vi="Giá trị", en="Value")]
    unit: Annotated[Line | None, About(vi="Đơn vị", en="Unit")] = None
    by_stars: Annotated[StarCounts | None, About(vi="Theo hạng sao", en="By stars")] = None
    proposed_stars: Annotated[StarCounts | None, About(vi="Đề nghị theo hạng", en="Proposed by stars")] = None
    producers: Annotated[Count | None, About(vi="Số chủ thể", en="Producers")] = None
    area: Annotated[Id | None, About(vi="Phạm vi", en="Area")] = None
    note: Annotated[LongLine | None, About(vi="Ghi chú", en="Note")] = None
    en: Annotated[EnglishNote | None, About(vi="Tiếng Anh", en="English")] = None
    sources: Sources = ()


class Round(Facts):
    """One sitting of a council."""

    date: Annotated[When | None, About(vi="Ngày", en="Date")] = None
    products: Annotated[Count, About(vi="Số sản phẩm", en="Products")]
    new_products: Annotated[Count | None, About(vi="Sản phẩm mới", en="New products")] = None
    producers: Annotated[Count | None, About(vi="Số chủ thể", en="Producers")] = None
    note: Annotated[LongLine | None, About(vi="Ghi chú", en="Note")] = None
    en: Annotated[EnglishNote | None, About(vi="Tiếng Anh", en="English")] = None
    sources: Sources = ()


class Event(Facts):
    """A conference or fair of the programme."""

    date: Annotated[When | None, About(vi="Ngày", en="Date")] = None
    name: Annotated[LongLine, About(vi="Tên", en="Name")]
    note: Annotated[LongLine | None, About(vi="Ghi chú", en="Note")] = None
    en: Annotated[NamedEnglish | None, About(vi="Tiếng Anh", en="English")] = None
    sources: Sources = ()


class Unknown(Facts):
    """Something that was looked for and not found."""

    text: Annotated[LongLine, About(vi="Điều chưa rõ", en="What is not known")]
    en: Annotated[LongLine | None, About(vi="Tiếng Anh", en="English")] = None


class Programme(Facts):
    """The whole of ``programme.yml``."""

    plan: Annotated[Plan | None, About(vi="Đề án", en="Plan")] = None
    measures: Annotated[tuple[Measure, ...], About(vi="Các chỉ tiêu", en="Measures")] = ()
    targets: Annotated[tuple[Target, ...], About(vi="Mục tiêu", en="Targets")] = ()
    results: Annotated[tuple[Result, ...], About(vi="Kết quả", en="Results")] = ()
    rounds: Annotated[tuple[Round, ...], About(vi="Các đợt đánh giá", en="Assessment rounds")] = ()
    events: Annotated[tuple[Event, ...], About(vi="Sự kiện", en="Events")] = ()
    unknown: Annotated[tuple[Unknown, ...], About(vi="Chưa rõ", en="Not known")] = ()
