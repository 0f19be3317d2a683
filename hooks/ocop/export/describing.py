"""What the sentences are called that describe a record in English (`edition.english`)."""

from __future__ import annotations

from typing import Final

from ocop.fields import About

DESCRIBED_EN: Final = About(
    vi="Lời tả tiếng Anh",
    en="Described in English",
    hint="Câu tiếng Anh làm từ các trường khác; lời do người viết nằm ở summary_en.",
    hint_en="Sentences made of the other fields; what somebody wrote is in summary_en.",
)
