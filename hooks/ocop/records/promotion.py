"""A promotion: a campaign that lifts goods within a star level, never above a higher star."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from ocop.fields import About, Facts, Id, Name, Ref, Story, When, Whole, fault
from ocop.records.base import Sources


class PromotionEnglish(Facts):
    """The English of a promotion's texts."""

    title: Annotated[Name | None, About(vi="Tên tiếng Anh", en="English title")] = None
    text: Annotated[Story | None, About(vi="Bài tiếng Anh", en="English text")] = None


class Promotion(Facts):
    """One campaign; outside ``from`` to ``until`` it has no effect."""

    id: Annotated[Id, About(vi="Mã", en="Id")]
    title: Annotated[Name, About(vi="Tên đợt quảng bá", en="Title")]
    text: Annotated[Story | None, About(vi="Bài viết", en="Text")] = None
    en: Annotated[PromotionEnglish | None, About(vi="Tiếng Anh", en="English")] = None
    kinds: Annotated[tuple[Ref, ...], About(vi="Các loại hàng", en="Kinds")] = ()
    products: Annotated[tuple[Ref, ...], About(vi="Các sản phẩm", en="Products")] = ()
    start: Annotated[When | None, Field(alias="from"), About(vi="Từ", en="From")] = None
    until: Annotated[When | None, About(vi="Đến", en="Until")] = None
    rank: Annotated[int | None, Whole(1, 1000), About(vi="Thứ tự", en="Rank")] = None
    sources: Sources = ()

    @model_validator(mode="after")
    def _agrees(self) -> Promotion:
        if self.start and self.until and self.until.last < self.start.first:
            raise fault("until_before_from", at="until", first=self.start, second=self.until)
        return self
