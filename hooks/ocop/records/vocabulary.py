"""Groups and kinds of goods, written in one file."""

from __future__ import annotations

from typing import Annotated

from ocop.fields import About, Choice, Facts, Id, Line, Name, Ref
from ocop.records.base import Sources

PANES = ("blush", "tide", "sand", "mist")


class Group(Facts):
    """One of the six OCOP groups (Decision 26/2026/QĐ-TTg, Annex I)."""

    id: Annotated[Id, About(vi="Mã", en="Id")]
    name: Annotated[Name, About(vi="Tên nhóm", en="Name")]
    en: Annotated[Name | None, About(vi="Tên tiếng Anh", en="English name")] = None
    number: Annotated[Line | None, About(vi="Số", en="Number")] = None


class Kind(Facts):
    """One kind of goods; ``icon`` names a drawing, ``pane`` the colour of its ground."""

    id: Annotated[Id, About(vi="Mã", en="Id")]
    group: Annotated[Ref, About(vi="Nhóm", en="Group")]
    name: Annotated[Name, About(vi="Tên loại", en="Name")]
    en: Annotated[Name | None, About(vi="Tên tiếng Anh", en="English name")] = None
    short: Annotated[Name | None, About(vi="Tên ngắn", en="Short name")] = None
    short_en: Annotated[Name | None, About(vi="Tên ngắn tiếng Anh", en="Short English name")] = None
    summary: Annotated[Line | None, About(vi="Tóm tắt", en="Summary")] = None
    summary_en: Annotated[Line | None, About(vi="Tóm tắt tiếng Anh", en="English summary")] = None
    icon: Annotated[Line | None, About(vi="Hình vẽ", en="Drawing")] = None
    pane: Annotated[str | None, Choice(PANES), About(vi="Màu nền", en="Ground colour")] = None
    synonyms: Annotated[tuple[Line, ...], About(vi="Tên người ta hay gõ", en="Synonyms")] = ()


class Kinds(Facts):
    """The whole of ``kinds.yml``."""

    groups: Annotated[tuple[Group, ...], About(vi="Nhóm", en="Groups")]
    kinds: Annotated[tuple[Kind, ...], About(vi="Loại hàng", en="Kinds")]
    sources: Sources = ()
