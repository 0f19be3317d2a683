"""What several kinds of record have in common."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Any, Final

from pydantic import AfterValidator, PrivateAttr, model_validator

from ocop.fields import (
    About,
    Choice,
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

SOURCE_TYPES = ("decision", "authority", "press", "producer", "data", "other")


class Source(Facts):
    """Where a fact comes from: written out, or the id of one in ``sources.yml`` (``ref``)."""

    ref: Annotated[
        Ref | None,
        About(
            vi="Mã nguồn",
            en="Source id",
            hint="Mã của nguồn trong catalogue/sources.yml; có mã thì không cần ghi lại địa chỉ.",
            hint_en="Id of a source in catalogue/sources.yml; with it the address need not be repeated.",
            part=Part.SOURCES,
        ),
    ] = None
    url: Annotated[
        Link | None,
        About(
            vi="Địa chỉ trang",
            en="Address",
            hint="Địa chỉ đầy đủ, bắt đầu bằng https://.",
            hint_en="The whole address, beginning with https://.",
            part=Part.SOURCES,
        ),
    ] = None
    title: Annotated[
        LongLine | None,
        About(
            vi="Tên bài",
            en="Title",
            hint="Nguyên văn tên bài hay tên văn bản.",
            hint_en="The title of the article or document, word for word.",
            part=Part.SOURCES,
        ),
    ] = None
    publisher: Annotated[
        Line | None,
        About(
            vi="Nơi đăng",
            en="Publisher",
            hint="Báo, cổng thông tin hay cơ quan đã đăng.",
            hint_en="The newspaper, portal or office that published it.",
            part=Part.SOURCES,
        ),
    ] = None
    type: Annotated[
        str | None,
        Choice(SOURCE_TYPES),
        About(
            vi="Loại nguồn",
            en="Type of source",
            hint="Ai nói: văn bản quyết định, trang của cơ quan nhà nước, báo chí, chính chủ thể, bản đồ hay bộ dữ liệu, trang khác.",
            hint_en="Who says so: a decision's text, an authority's site, the press, the producer itself, a map or dataset, another site.",
            example="press",
            part=Part.SOURCES,
        ),
    ] = None
    date: Annotated[
        When | None,
        About(
            vi="Ngày đăng",
            en="Date",
            hint="Ngày bài được đăng. 2025, 2025-06 hoặc 2025-06-30: biết đến đâu ghi đến đó.",
            hint_en="The day it was published. 2025, 2025-06 or 2025-06-30: as precise as is known.",
            part=Part.SOURCES,
        ),
    ] = None
    title_inferred: Annotated[
        YesNo,
        About(
            vi="Tên bài suy ra",
            en="Title inferred",
            hint="Tên bài: true nếu chúng tôi suy ra; bỏ trống nếu nguồn ghi rõ.",
            hint_en="The title: true where we worked it out; left out where the source says it.",
            part=Part.SOURCES,
        ),
    ] = False
    date_inferred: Annotated[
        YesNo,
        About(
            vi="Ngày suy ra",
            en="Date inferred",
            hint="Ngày đăng: true nếu chúng tôi suy ra; bỏ trống nếu nguồn ghi rõ.",
            hint_en="The date: true where we worked it out; left out where the source says it.",
            part=Part.SOURCES,
        ),
    ] = False
    note: Annotated[
        Paragraphs | None,
        About(
            vi="Ghi chú",
            en="Note",
            hint="Ghi cho nhau về nguồn này, không đăng.",
            hint_en="For staff, about this source; not published.",
            part=Part.STAFF,
        ),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _from_id(cls, written: Any) -> Any:
        """Every source is the id of one in ``sources.yml``, or is written out with its address as ``url``.

        An address alone would be taken for an id; as ``url`` it can have a title and a date.

        bare_link
            Wrong: ``sources: ["https://example.org/bai-bao"]``
            Right:
                sources:
                  - url: https://example.org/bai-bao
                    date: 2025-05-10
        """
        if isinstance(written, str):
            if link := _link_in(written):
                raise fault("bare_link", value=link)
            return {"ref": written}
        return written

    @model_validator(mode="after")
    def _one_way(self) -> Source:
        """Every source has an address at which it can be found again: without one it only looks like a proof.

        source_without_url
            Wrong: ``sources: [{title: Bài báo về muối, date: 2025-05-10}]``
            Right: ``sources: [{url: "https://example.org/muoi", title: Bài báo về muối, date: 2025-05-10}]``
        """
        if self.ref is None and self.url is None:
            raise fault("source_without_url")
        return self


_LONGEST_LINK = 1000


def _link_in(text: str) -> str:
    """Give the web address that a text holds, whether or not it has its ``https://``."""
    if len(text) > _LONGEST_LINK:
        return ""
    found = re.search(r"[a-z]+://\S+", text)
    if found is not None:
        return found[0]
    return f"https://{text}" if re.fullmatch(r"[\w-]+(\.[\w-]+)*\.[a-z]{2,}(/\S*)?", text) else ""


# What several kinds of record have, said once.
ABOUT_ENGLISH = About(
    vi="Tiếng Anh",
    en="English",
    hint="Bản dịch; chỗ nào thiếu thì trang tiếng Anh hiện tiếng Việt.",
    hint_en="The translation; what is missing is shown in Vietnamese.",
)
ABOUT_LOCATION = About(
    vi="Tọa độ",
    en="Coordinates",
    hint="Vĩ độ (lat) và kinh độ (lon), lấy từ bản đồ số.",
    hint_en="Latitude (lat) and longitude (lon), as a digital map gives them.",
    part=Part.PLACE,
)
ABOUT_DISTRICT = About(
    vi="Huyện (trước 7/2025)",
    en="District (before July 2025)",
    hint="Mã huyện: tên tệp trong catalogue/districts/, không có .yml.",
    hint_en="Id of a district: a file's name in catalogue/districts/ without .yml.",
    part=Part.PLACE,
)
ABOUT_COMMUNE = About(
    vi="Xã, phường, thị trấn (trước 7/2025)",
    en="Commune (before July 2025)",
    hint="Mã xã trong huyện, như trước 1/7/2025; xem catalogue/districts/.",
    hint_en="Id of a commune of the district as before 1 July 2025; see catalogue/districts/.",
    part=Part.PLACE,
)

SOURCE_TO_FILL: Final = "https://example.org/dien-nguon"
"""Stands in a new record where its source is not known yet; `ocop check` reminds of it."""


def _at_least_one(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """Every record has a source: the catalogue says what public sources say, and nothing else.

    no_source
        Wrong: ``sources: []``
        Right: ``sources: [bao-bac-lieu-2025]``
    """
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

    name: Annotated[
        Name | None,
        About(
            vi="Tên tiếng Anh",
            en="English name",
            hint="Tên dùng trên trang tiếng Anh.",
            hint_en="The name on the English pages.",
        ),
    ] = None
    summary: Annotated[
        Line | None,
        About(
            vi="Tóm tắt tiếng Anh",
            en="English summary",
            hint="Một dòng, tối đa 200 ký tự.",
            hint_en="One line, at most 200 characters.",
        ),
    ] = None
    story: Annotated[
        Story | None,
        About(
            vi="Bài viết tiếng Anh",
            en="English story",
            hint="Bản dịch của bài viết, cùng lối Markdown.",
            hint_en="The story translated, in the same Markdown.",
        ),
    ] = None
    retail: Annotated[
        Line | None,
        About(
            vi="Mua ở (tiếng Anh)",
            en="Sold in (English)",
            hint="Bản dịch của “Mua ở”.",
            hint_en="“Mua ở” translated.",
            part=Part.TRADE,
        ),
    ] = None


class EnglishNote(Facts):
    """The English of a single note."""

    note: Annotated[
        LongLine | None,
        About(
            vi="Ghi chú tiếng Anh",
            en="English note",
            hint="Bản dịch của ghi chú, một dòng.",
            hint_en="The note translated, in one line.",
        ),
    ] = None


class Photo(Facts):
    """One picture that lies beside its record."""

    file: Annotated[
        FileName,
        About(
            vi="Tên tệp ảnh",
            en="File",
            hint="Tên tệp nằm cạnh bản ghi: JPEG, PNG, WebP, AVIF hoặc HEIC, cạnh dài từ 800 điểm ảnh.",
            hint_en="Name of a file beside the record: JPEG, PNG, WebP, AVIF or HEIC, 800 pixels and more on its long side.",
            example="muoi-tinh-1.jpg",
            part=Part.PICTURES,
        ),
    ]
    alt: Annotated[
        Line,
        About(
            vi="Mô tả ảnh",
            en="Description",
            hint="Ảnh cho thấy gì, nói cho người không nhìn được ảnh.",
            hint_en="What the picture shows, for somebody who cannot see it.",
            example="Gói muối 500 g",
            part=Part.PICTURES,
        ),
    ]
    credit: Annotated[
        Line | None,
        About(
            vi="Người chụp",
            en="Credit",
            hint="Người chụp hay nơi cho phép dùng ảnh.",
            hint_en="Who took the picture or allows its use.",
            part=Part.PICTURES,
        ),
    ] = None


class Certification(Facts):
    """One certificate other than the OCOP rating; ``scheme`` is a known id (see `i18n.words`) or a name."""

    scheme: Annotated[
        Line,
        About(
            vi="Loại chứng nhận",
            en="Scheme",
            hint="Mã quen dùng (haccp, iso-22000, vietgap, halal …) hoặc tên chứng nhận.",
            hint_en="A usual id (haccp, iso-22000, vietgap, halal …) or the certificate's name.",
            example="haccp",
            part=Part.TRADE,
        ),
    ]
    number: Annotated[
        Line | None,
        About(
            vi="Số",
            en="Number",
            hint="Số ghi trên giấy chứng nhận.",
            hint_en="The number on the certificate.",
            part=Part.TRADE,
        ),
    ] = None
    issued: Annotated[
        When | None,
        About(
            vi="Ngày cấp",
            en="Issued",
            hint="2025, 2025-06 hoặc 2025-06-30: biết đến đâu ghi đến đó.",
            hint_en="2025, 2025-06 or 2025-06-30: as precise as is known.",
            part=Part.TRADE,
        ),
    ] = None
    expires: Annotated[
        When | None,
        About(
            vi="Hết hạn",
            en="Expires",
            hint="Ngày cuối còn hiệu lực; không trước ngày cấp.",
            hint_en="The last day it is valid; not before the day of issue.",
            part=Part.TRADE,
        ),
    ] = None
    issuer: Annotated[
        Line | None,
        About(
            vi="Nơi cấp",
            en="Issuer",
            hint="Tổ chức đã cấp giấy.",
            hint_en="The body that issued it.",
            part=Part.TRADE,
        ),
    ] = None
    note: Annotated[
        LongLine | None,
        About(
            vi="Ghi chú",
            en="Note",
            hint="Một dòng, được đăng cạnh mục này.",
            hint_en="One line, published beside this entry.",
            part=Part.TRADE,
        ),
    ] = None
    en: Annotated[
        EnglishNote | None,
        About(
            vi="Tiếng Anh",
            en="English",
            hint="Bản dịch; chỗ nào thiếu thì trang tiếng Anh hiện tiếng Việt.",
            hint_en="The translation; what is missing is shown in Vietnamese.",
            part=Part.TRADE,
        ),
    ] = None
    sources: Sources = ()

    @model_validator(mode="after")
    def _in_order(self) -> Certification:
        """No certificate ends before it was issued: one of the two dates is a slip.

        expires_before_issued
            Wrong: ``certifications: [{scheme: haccp, issued: 2027-03-01, expires: 2024-02-28}]``
            Right: ``certifications: [{scheme: haccp, issued: 2024-03-01, expires: 2027-12-28}]``
        """
        if self.issued and self.expires and self.expires.last < self.issued.first:
            raise fault("expires_before_issued", at="expires", first=self.issued, second=self.expires)
        return self


class Contact(Facts):
    """How to reach somebody; a person, phone, e-mail or Zalo only with the date of consent.

    Source: Law 91/2025/QH15 on personal data: consent is explicit and recorded.
    """

    consent: Annotated[
        When | None,
        About(
            vi="Ngày đồng ý công bố",
            en="Date of consent",
            hint="Ngày người đó đồng ý cho đăng; bắt buộc khi ghi tên người, điện thoại, Zalo hay thư điện tử.",
            hint_en="The day they agreed to publication; required with a person, phone, Zalo or e-mail.",
            part=Part.CONTACT,
        ),
    ] = None
    person: Annotated[
        Line | None,
        About(
            vi="Người liên hệ",
            en="Person",
            hint="Họ tên người trả lời khách; chỉ ghi khi đã đồng ý.",
            hint_en="Who answers; only with their consent.",
            part=Part.CONTACT,
        ),
    ] = None
    phone: Annotated[
        tuple[Phone, ...],
        About(
            vi="Điện thoại",
            en="Phone",
            hint="Một số hoặc nhiều số, viết kiểu nào cũng được.",
            hint_en="One number or several, in any common form.",
            part=Part.CONTACT,
        ),
    ] = ()
    zalo: Annotated[
        Zalo | None,
        About(
            vi="Zalo",
            en="Zalo",
            hint="Số điện thoại dùng Zalo, hoặc địa chỉ https://zalo.me/….",
            hint_en="The phone number used with Zalo, or an address https://zalo.me/….",
            part=Part.CONTACT,
        ),
    ] = None
    email: Annotated[
        Email | None,
        About(
            vi="Thư điện tử",
            en="E-mail",
            hint="Một địa chỉ, không kèm tên.",
            hint_en="One address, without a name.",
            part=Part.CONTACT,
        ),
    ] = None
    website: Annotated[
        Link | None,
        About(
            vi="Trang web",
            en="Website",
            hint="Trang của chính chủ thể hay điểm bán, bắt đầu bằng https://.",
            hint_en="Their own site, beginning with https://.",
            part=Part.CONTACT,
        ),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _one_phone(cls, written: Any) -> Any:
        if isinstance(written, dict) and isinstance(written.get("phone"), str):
            return written | {"phone": [written["phone"]]}
        return written

    @model_validator(mode="after")
    def _with_consent(self) -> Contact:
        """No person, telephone, e-mail or Zalo is published without the date on which they agreed to it.

        By the law on personal data (91/2025/QH15) consent is explicit and recorded; its date is the record.

        no_consent (producer)
            Wrong: ``contact: {phone: 0291 3822 000}``
            Right: ``contact: {consent: 2026-03-01, phone: 0291 3822 000}``
        """
        if self.consent is None and (self.person or self.phone or self.zalo or self.email):
            raise fault("no_consent", at="consent")
        return self


class Links(Facts):
    """Pages elsewhere where the goods are shown or sold."""

    website: Annotated[
        Link | None,
        About(
            vi="Trang web",
            en="Website",
            hint="Trang giới thiệu hàng, bắt đầu bằng https://.",
            hint_en="A page about the goods, beginning with https://.",
            part=Part.CONTACT,
        ),
    ] = None
    shopee: Annotated[
        Link | None,
        About(
            vi="Shopee",
            en="Shopee",
            hint="Địa chỉ gian hàng hay món hàng trên Shopee.",
            hint_en="The address of the shop or goods on Shopee.",
            part=Part.CONTACT,
        ),
    ] = None
    lazada: Annotated[
        Link | None,
        About(
            vi="Lazada",
            en="Lazada",
            hint="Địa chỉ gian hàng hay món hàng trên Lazada.",
            hint_en="The address of the shop or goods on Lazada.",
            part=Part.CONTACT,
        ),
    ] = None
    postmart: Annotated[
        Link | None,
        About(
            vi="PostMart",
            en="PostMart",
            hint="Địa chỉ gian hàng hay món hàng trên PostMart.",
            hint_en="The address of the shop or goods on PostMart.",
            part=Part.CONTACT,
        ),
    ] = None
    voso: Annotated[
        Link | None,
        About(
            vi="Vỏ Sò",
            en="Voso",
            hint="Địa chỉ gian hàng hay món hàng trên Vỏ Sò.",
            hint_en="The address of the shop or goods on Voso.",
            part=Part.CONTACT,
        ),
    ] = None


class Withdrawal(Facts):
    """The product or producer left the programme; its page and printed QR codes stay and say so."""

    date: Annotated[
        When | None,
        About(
            vi="Ngày rút",
            en="Date",
            hint="2025, 2025-06 hoặc 2025-06-30: biết đến đâu ghi đến đó.",
            hint_en="2025, 2025-06 or 2025-06-30: as precise as is known.",
            part=Part.RATING,
        ),
    ] = None
    reason: Annotated[
        LongLine | None,
        About(
            vi="Lý do",
            en="Reason",
            hint="Một dòng, được đăng trên trang.",
            hint_en="One line, published on the page.",
            part=Part.RATING,
        ),
    ] = None
    replaced_by: Annotated[
        Ref | None,
        About(
            vi="Được thay bằng",
            en="Replaced by",
            hint="Mã bản ghi thay thế, nếu có.",
            hint_en="Id of the record that takes its place, if any.",
            part=Part.RATING,
        ),
    ] = None


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
    en: Annotated[
        English | None,
        ABOUT_ENGLISH,
    ] = None
    photos: Annotated[
        tuple[Photo, ...],
        About(
            vi="Ảnh",
            en="Photos",
            hint="Ảnh nằm cạnh bản ghi, ảnh đẹp nhất đứng đầu. Chỉ dùng ảnh được phép.",
            hint_en="Pictures beside the record, the best first. Only those one may use.",
            part=Part.PICTURES,
        ),
    ] = ()
    links: Annotated[
        Links | None,
        About(
            vi="Liên kết",
            en="Links",
            hint="Các trang bán hay giới thiệu, chỉ https.",
            hint_en="Pages that sell or show it, https only.",
            part=Part.CONTACT,
        ),
    ] = None
    formerly: Annotated[
        tuple[Id, ...],
        About(
            vi="Mã cũ",
            en="Former ids",
            hint="Các mã trước khi đổi tên tệp; địa chỉ và mã QR cũ vẫn dẫn tới đây.",
            hint_en="Ids from before the file was renamed; old addresses and QR codes lead here.",
            part=Part.HISTORY,
        ),
    ] = ()
    checked: Annotated[
        When | None,
        About(
            vi="Ngày kiểm tra thực tế",
            en="Checked on",
            hint="Ngày có người đối chiếu bản ghi với thực tế. 2025, 2025-06 hoặc 2025-06-30: biết đến đâu ghi đến đó.",
            hint_en="The day somebody held the record against reality. 2025, 2025-06 or 2025-06-30: as precise as is known.",
            part=Part.HISTORY,
        ),
    ] = None
    notes: Annotated[
        Paragraphs | None,
        About(
            vi="Ghi chú nội bộ",
            en="Staff notes",
            hint="Ghi cho nhau, không bao giờ đăng.",
            hint_en="For staff, never published.",
            part=Part.STAFF,
        ),
    ] = None

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
