"""A promotion: a campaign that lifts goods within a star level, never above a higher star."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from ocop.fields import About, Facts, Id, Name, Ref, Story, When, Whole, fault
from ocop.records.base import ABOUT_ENGLISH, Sources


class PromotionEnglish(Facts):
    """The English of a promotion's texts."""

    title: Annotated[
        Name | None,
        About(
            vi="Tên tiếng Anh",
            en="English title",
            hint="Tên dùng trên trang tiếng Anh.",
            hint_en="The title on the English pages.",
        ),
    ] = None
    text: Annotated[
        Story | None,
        About(
            vi="Bài tiếng Anh",
            en="English text",
            hint="Bản dịch của bài viết.",
            hint_en="The text translated.",
        ),
    ] = None


class Promotion(Facts):
    """One campaign; outside ``from`` to ``until`` it has no effect."""

    id: Annotated[
        Id,
        About(
            vi="Mã",
            en="Id",
            hint="Chữ thường không dấu, chữ số, gạch nối; không trùng.",
            hint_en="Lower-case letters, digits, hyphens; once in this file.",
        ),
    ]
    title: Annotated[
        Name,
        About(
            vi="Tên đợt quảng bá",
            en="Title",
            hint="Hiện trên trang đầu, tối đa 120 ký tự.",
            hint_en="Shown on the home page, at most 120 characters.",
        ),
    ]
    text: Annotated[
        Story | None,
        About(
            vi="Bài viết",
            en="Text",
            hint="Markdown: đoạn văn, nhấn mạnh, danh sách, liên kết.",
            hint_en="Markdown: paragraphs, emphasis, lists, links.",
        ),
    ] = None
    en: Annotated[
        PromotionEnglish | None,
        ABOUT_ENGLISH,
    ] = None
    kinds: Annotated[
        tuple[Ref, ...],
        About(
            vi="Các loại hàng",
            en="Kinds",
            hint="Mã các loại trong catalogue/kinds.yml được đưa lên trước.",
            hint_en="Ids of kinds in catalogue/kinds.yml that come first.",
        ),
    ] = ()
    products: Annotated[
        tuple[Ref, ...],
        About(
            vi="Các sản phẩm",
            en="Products",
            hint="Mã các sản phẩm được đưa lên trước, trong cùng hạng sao.",
            hint_en="Ids of products that come first, within their star level.",
        ),
    ] = ()
    start: Annotated[
        When | None,
        Field(alias="from"),
        About(
            vi="Từ",
            en="From",
            hint="Ngày đầu; bỏ trống: đã bắt đầu. 2025, 2025-06 hoặc 2025-06-30: biết đến đâu ghi đến đó.",
            hint_en="The first day; left out: it has begun. 2025, 2025-06 or 2025-06-30: as precise as is known.",
        ),
    ] = None
    until: Annotated[
        When | None,
        About(
            vi="Đến",
            en="Until",
            hint="Ngày cuối; bỏ trống: chưa định. Không trước ngày đầu.",
            hint_en="The last day; left out: not set. Not before the first.",
        ),
    ] = None
    rank: Annotated[
        int | None,
        Whole(1, 1000),
        About(
            vi="Thứ tự",
            en="Rank",
            hint="Số nhỏ đứng trước khi có nhiều đợt.",
            hint_en="Of several campaigns the smallest number comes first.",
        ),
    ] = None
    sources: Sources = ()

    @model_validator(mode="after")
    def _agrees(self) -> Promotion:
        """No promotion ends before it starts: it would never be seen.

        until_before_from (promotions)
            Wrong: ``- {id: mua-tom, title: Mùa tôm, kinds: [tom], from: 2026-10-01, until: 2026-03-31}``
            Right: ``- {id: mua-tom, title: Mùa tôm, kinds: [tom], from: 2026-10-01, until: 2027-03-31}``
        """
        if self.start and self.until and self.until.last < self.start.first:
            raise fault("until_before_from", at="until", first=self.start, second=self.until)
        return self
