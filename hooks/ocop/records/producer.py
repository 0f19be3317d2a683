"""A producer (chủ thể): who makes or offers rated goods."""

from __future__ import annotations

from typing import Annotated

from ocop.fields import About, Choice, Line, LongLine, Name, Part, PointInProvince, Ref, TaxCode, Whole
from ocop.records.base import (
    ABOUT_COMMUNE,
    ABOUT_DISTRICT,
    ABOUT_LOCATION,
    Certification,
    Contact,
    Record,
    RequiredSources,
    Withdrawal,
)

PERSONAL_ID_DIGITS = 12
PRODUCER_TYPES = ("enterprise", "cooperative", "cooperative-group", "household")


class Producer(Record):
    """One producer."""

    name: Annotated[
        Name,
        About(
            vi="Tên chủ thể",
            en="Name",
            hint="Tên đầy đủ, tối đa 120 ký tự.",
            hint_en="The full name, at most 120 characters.",
            example="Công ty Cổ phần Muối Bạc Liêu",
        ),
    ]
    type: Annotated[
        str | None,
        Choice(PRODUCER_TYPES),
        About(
            vi="Loại hình",
            en="Type",
            hint="enterprise: doanh nghiệp; cooperative: hợp tác xã; cooperative-group: tổ hợp tác; household: hộ, cơ sở.",
            hint_en="Enterprise, cooperative, cooperative group, or household and workshop.",
            example="enterprise",
        ),
    ] = None
    district: Annotated[
        Ref | None,
        ABOUT_DISTRICT,
    ] = None
    commune: Annotated[
        Ref | None,
        ABOUT_COMMUNE,
    ] = None
    address: Annotated[
        LongLine | None,
        About(
            vi="Địa chỉ",
            en="Address",
            hint="Số nhà, đường, ấp; xã và huyện đã có ô riêng.",
            hint_en="House, street, hamlet; commune and district have fields of their own.",
            part=Part.PLACE,
            row=True,
        ),
    ] = None
    location: Annotated[
        PointInProvince | None,
        ABOUT_LOCATION,
    ] = None
    contact: Annotated[
        Contact | None,
        About(
            vi="Liên hệ",
            en="Contact",
            hint="Chỉ những gì chủ thể đồng ý công bố.",
            hint_en="Only what the producer agreed to publish.",
            part=Part.CONTACT,
        ),
    ] = None
    tax_code: Annotated[
        TaxCode | None,
        About(
            vi="Mã số thuế",
            en="Tax code",
            hint="10 hoặc 13 chữ số, hoặc 12 chữ số định danh cá nhân; trong ngoặc kép.",
            hint_en="10 or 13 digits, or a personal id of 12; in quotes.",
            part=Part.CONTACT,
        ),
    ] = None
    founded: Annotated[
        int | None,
        Whole(1800, 2100),
        About(
            vi="Thành lập năm",
            en="Founded",
            hint="Năm thành lập, bốn chữ số.",
            hint_en="The year, in four digits.",
            example="2004",
            row=True,
        ),
    ] = None
    also_known_as: Annotated[
        tuple[Line, ...],
        About(
            vi="Tên khác",
            en="Also known as",
            hint="Tên khác mà người ta hay tìm.",
            hint_en="Other names that people search by.",
        ),
    ] = ()
    certifications: Annotated[
        tuple[Certification, ...],
        About(
            vi="Chứng nhận",
            en="Certificates",
            hint="Chứng nhận của cả cơ sở, không riêng một món.",
            hint_en="Certificates of the whole business, not of one product.",
            part=Part.TRADE,
        ),
    ] = ()
    withdrawn: Annotated[
        Withdrawal | None,
        About(
            vi="Ngừng hoạt động",
            en="Withdrawn",
            hint="Đã ngừng làm hay rút khỏi OCOP; trang vẫn còn và nói rõ.",
            hint_en="It stopped or left OCOP; its page stays and says so.",
            part=Part.HISTORY,
        ),
    ] = None
    sources: RequiredSources

    @property
    def has_agreed(self) -> bool:
        """Whether it agreed to its contact being published."""
        return self.contact is not None and self.contact.consent is not None

    @property
    def open_tax_code(self) -> str | None:
        """The tax code as far as it may be published: one that is a person's identity number only with consent."""
        personal = self.tax_code is not None and len(self.tax_code) == PERSONAL_ID_DIGITS
        return None if personal and not self.has_agreed else self.tax_code
