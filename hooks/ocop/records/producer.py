"""A producer (chủ thể): who makes or offers rated goods."""

from __future__ import annotations

from typing import Annotated

from ocop.fields import About, Choice, Line, LongLine, Name, Part, PointInProvince, Ref, TaxCode, Whole
from ocop.records.base import Certification, Contact, Record, RequiredSources, Withdrawal

PERSONAL_ID_DIGITS = 12
PRODUCER_TYPES = ("enterprise", "cooperative", "cooperative-group", "household")


class Producer(Record):
    """One producer."""

    name: Annotated[Name, About(vi="Tên chủ thể", en="Name", example="Công ty Cổ phần Muối Bạc Liêu")]
    type: Annotated[
        str | None, Choice(PRODUCER_TYPES), About(vi="Loại hình", en="Type", example="enterprise")
    ] = None
    district: Annotated[
        Ref | None, About(vi="Huyện (trước 7/2025)", en="District (before July 2025)", part=Part.PLACE)
    ] = None
    commune: Annotated[
        Ref | None,
        About(vi="Xã, phường, thị trấn (trước 7/2025)", en="Commune (before July 2025)", part=Part.PLACE),
    ] = None
    address: Annotated[LongLine | None, About(vi="Địa chỉ", en="Address", part=Part.PLACE, row=True)] = None
    location: Annotated[PointInProvince | None, About(vi="Tọa độ", en="Coordinates", part=Part.PLACE)] = None
    contact: Annotated[Contact | None, About(vi="Liên hệ", en="Contact", part=Part.CONTACT)] = None
    tax_code: Annotated[TaxCode | None, About(vi="Mã số thuế", en="Tax code", part=Part.CONTACT)] = None
    founded: Annotated[
        int | None, Whole(1800, 2100), About(vi="Thành lập năm", en="Founded", example="2004", row=True)
    ] = None
    also_known_as: Annotated[tuple[Line, ...], About(vi="Tên khác", en="Also known as")] = ()
    certifications: Annotated[
        tuple[Certification, ...], About(vi="Chứng nhận", en="Certificates", part=Part.TRADE)
    ] = ()
    withdrawn: Annotated[
        Withdrawal | None, About(vi="Ngừng hoạt động", en="Withdrawn", part=Part.HISTORY)
    ] = None
    sources: RequiredSources

    @property
    def open_tax_code(self) -> str | None:
        """The tax code as far as it may be published: one that is a person's identity number only with consent."""
        consented = self.contact is not None and self.contact.consent is not None
        personal = self.tax_code is not None and len(self.tax_code) == PERSONAL_ID_DIGITS
        return None if personal and not consented else self.tax_code
