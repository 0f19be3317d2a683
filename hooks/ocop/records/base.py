"""What several kinds of record have in common."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any

from pydantic import AfterValidator, PrivateAttr, model_validator

from ocop.fields import (
    About,
    Email,
    Facts,
    FileName,
    Id,
    Line,
    Link,
    LongLine,
    Name,
    Paragraphs,
    Part,
    Phone,
    Ref,
    Story,
    When,
    YesNo,
    Zalo,
    fault,
)


class Source(Facts):
    """Where a fact comes from: written out, or the id of one in ``sources.yml`` (``ref``)."""

    ref: Annotated[Ref | None, About(vi="Mã nguồn", en="Source id", part=Part.SOURCES)] = None
    url: Annotated[Link | None, About(vi="Địa chỉ trang", en="Address", part=Part.SOURCES)] = None
    title: Annotated[LongLine | None, About(vi="Tên bài", en="Title", part=Part.SOURCES)] = None
    publisher: Annotated[Line | None, About(vi="Nơi đăng", en="Publisher", part=Part.SOURCES)] = None
    date: Annotated[When | None, About(vi="Ngày đăng", en="Date", part=Part.SOURCES)] = None
    title_inferred: Annotated[YesNo, About(vi="Tên bài suy ra", en="Title inferred", part=Part.SOURCES)] = (
        False
    )
    date_inferred: Annotated[YesNo, About(vi="Ngày suy ra", en="Date inferred", part=Part.SOURCES)] = False
    note: Annotated[Paragraphs | None, About(vi="Ghi chú", en="Note", part=Part.STAFF)] = None

    @model_validator(mode="before")
    @classmethod
    def _from_id(cls, written: Any) -> Any:
        if isinstance(written, str):
            if "://" in written:
                raise fault("bare_link", value=written)
            return {"ref": written}
        return written

    @model_validator(mode="after")
    def _one_way(self) -> Source:
        if self.ref is None and self.url is None:
            raise fault("source_without_url")
        return self


def _at_least_one(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    if not sources:
        raise fault("no_source")
    return sources


_SOURCES = About(
    vi="Nguồn",
    en="Sources",
    hint="Mỗi thông tin phải có nơi tra lại: mã trong sources.yml hoặc địa chỉ trang.",
    hint_en="Each fact needs a place to look it up: an id of sources.yml or a page's address.",
    part=Part.SOURCES,
)
Sources = Annotated[tuple[Source, ...], _SOURCES]
RequiredSources = Annotated[tuple[Source, ...], AfterValidator(_at_least_one), _SOURCES]


class English(Facts):
    """The English of a record's texts; what is missing is shown in Vietnamese."""

    name: Annotated[Name | None, About(vi="Tên tiếng Anh", en="English name")] = None
    summary: Annotated[Line | None, About(vi="Tóm tắt tiếng Anh", en="English summary")] = None
    story: Annotated[Story | None, About(vi="Bài viết tiếng Anh", en="English story")] = None
    retail: Annotated[Line | None, About(vi="Mua ở (tiếng Anh)", en="Sold in (English)", part=Part.TRADE)] = (
        None
    )


class EnglishNote(Facts):
    """The English of a single note."""

    note: Annotated[LongLine | None, About(vi="Ghi chú tiếng Anh", en="English note")] = None


class Photo(Facts):
    """One picture that lies beside its record."""

    file: Annotated[
        FileName, About(vi="Tên tệp ảnh", en="File", example="muoi-tinh-1.jpg", part=Part.PICTURES)
    ]
    alt: Annotated[
        Line, About(vi="Mô tả ảnh", en="Description", example="Gói muối 500 g", part=Part.PICTURES)
    ]
    credit: Annotated[Line | None, About(vi="Người chụp", en="Credit", part=Part.PICTURES)] = None


class Certification(Facts):
    """One certificate other than the OCOP rating; ``scheme`` is a known id (see `i18n.words`) or a name."""

    scheme: Annotated[Line, About(vi="Loại chứng nhận", en="Scheme", example="haccp", part=Part.TRADE)]
    number: Annotated[Line | None, About(vi="Số", en="Number", part=Part.TRADE)] = None
    issued: Annotated[When | None, About(vi="Ngày cấp", en="Issued", part=Part.TRADE)] = None
    expires: Annotated[When | None, About(vi="Hết hạn", en="Expires", part=Part.TRADE)] = None
    issuer: Annotated[Line | None, About(vi="Nơi cấp", en="Issuer", part=Part.TRADE)] = None
    note: Annotated[LongLine | None, About(vi="Ghi chú", en="Note", part=Part.TRADE)] = None
    en: Annotated[EnglishNote | None, About(vi="Tiếng Anh", en="English", part=Part.TRADE)] = None
    sources: Sources = ()

    @model_validator(mode="after")
    def _in_order(self) -> Certification:
        if self.issued and self.expires and self.expires.last < self.issued.first:
            raise fault("expires_before_issued", at="expires", first=self.issued, second=self.expires)
        return self


class Contact(Facts):
    """How to reach somebody; a person, phone, e-mail or Zalo only with the date of consent.

    Source: Law 91/2025/QH15 on personal data: consent is explicit and recorded.
    """

    consent: Annotated[
        When | None, About(vi="Ngày đồng ý công bố", en="Date of consent", part=Part.CONTACT)
    ] = None
    person: Annotated[Line | None, About(vi="Người liên hệ", en="Person", part=Part.CONTACT)] = None
    phone: Annotated[tuple[Phone, ...], About(vi="Điện thoại", en="Phone", part=Part.CONTACT)] = ()
    zalo: Annotated[Zalo | None, About(vi="Zalo", en="Zalo", part=Part.CONTACT)] = None
    email: Annotated[Email | None, About(vi="Thư điện tử", en="E-mail", part=Part.CONTACT)] = None
    website: Annotated[Link | None, About(vi="Trang web", en="Website", part=Part.CONTACT)] = None

    @model_validator(mode="before")
    @classmethod
    def _one_phone(cls, written: Any) -> Any:
        if isinstance(written, dict) and isinstance(written.get("phone"), str):
            return written | {"phone": [written["phone"]]}
        return written

    @model_validator(mode="after")
    def _with_consent(self) -> Contact:
        if self.consent is None and (self.person or self.phone or self.zalo or self.email):
            raise fault("no_consent", at="consent")
        return self


class Links(Facts):
    """Pages elsewhere where the goods are shown or sold."""

    website: Annotated[Link | None, About(vi="Trang web", en="Website", part=Part.CONTACT)] = None
    shopee: Annotated[Link | None, About(vi="Shopee", en="Shopee", part=Part.CONTACT)] = None
    lazada: Annotated[Link | None, About(vi="Lazada", en="Lazada", part=Part.CONTACT)] = None
    postmart: Annotated[Link | None, About(vi="PostMart", en="PostMart", part=Part.CONTACT)] = None
    voso: Annotated[Link | None, About(vi="Vỏ Sò", en="Voso", part=Part.CONTACT)] = None


class Withdrawal(Facts):
    """The product or producer left the programme; its page and printed QR codes stay and say so."""

    date: Annotated[When | None, About(vi="Ngày rút", en="Date", part=Part.RATING)] = None
    reason: Annotated[LongLine | None, About(vi="Lý do", en="Reason", part=Part.RATING)] = None
    replaced_by: Annotated[Ref | None, About(vi="Được thay bằng", en="Replaced by", part=Part.RATING)] = None


class Record(Facts):
    """Base of a record with a file of its own: its id is the file's name, never a key inside the file."""

    summary: Annotated[
        Line | None,
        About(
            vi="Tóm tắt",
            en="Summary",
            hint="Một dòng, tối đa 200 ký tự.",
            hint_en="One line, at most 200 characters.",
        ),
    ] = None
    story: Annotated[
        Story | None,
        About(
            vi="Bài viết",
            en="Story",
            hint="Markdown: đoạn văn, nhấn mạnh, danh sách, liên kết.",
            hint_en="Markdown: paragraphs, emphasis, lists, links.",
        ),
    ] = None
    en: Annotated[English | None, About(vi="Tiếng Anh", en="English")] = None
    photos: Annotated[tuple[Photo, ...], About(vi="Ảnh", en="Photos", part=Part.PICTURES)] = ()
    links: Annotated[Links | None, About(vi="Liên kết", en="Links", part=Part.CONTACT)] = None
    formerly: Annotated[tuple[Id, ...], About(vi="Mã cũ", en="Former ids", part=Part.HISTORY)] = ()
    checked: Annotated[When | None, About(vi="Ngày kiểm tra thực tế", en="Checked on", part=Part.HISTORY)] = (
        None
    )
    notes: Annotated[Paragraphs | None, About(vi="Ghi chú nội bộ", en="Staff notes", part=Part.STAFF)] = None

    _path: str = PrivateAttr("")

    # Cached, since a private attribute of a model is slow to reach and listings ask for these millions of times.

    @cached_property
    def path(self) -> str:
        """The file, relative to the root, with forward slashes."""
        return self._path

    @cached_property
    def id(self) -> str:
        """The file's name without ``.yml``."""
        return self._path.rpartition("/")[2].removesuffix(".yml")

    @cached_property
    def folder(self) -> str:
        """The folder of the file, relative to the root."""
        return self._path.rpartition("/")[0]

    def placed(self, path: str) -> Record:
        """Say which file the record was read from; called once, by the reader."""
        self._path = path
        for cached in ("path", "id", "folder"):
            self.__dict__.pop(cached, None)
        return self
