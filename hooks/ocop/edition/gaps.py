"""What records lack that an office can find out and fill in: one table, and who lacks what on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from ocop.edition.model import Edition
from ocop.edition.standing import Status
from ocop.records import Contact, Producer, Product, SalesPoint

R = TypeVar("R", Product, Producer, SalesPoint)
Lacks = Callable[[R, Edition], bool | None]
"""Tells whether a record lacks something; None where it is not asked for it."""

# A geographical indication is registered for good.
_ENDLESS_SCHEMES = {"gi"}


@dataclass(frozen=True, slots=True)
class Gap(Generic[R]):
    """One thing a record may lack: ``vi`` and ``en`` name it ("ảnh"), ``fill`` says what to write where.

    ``id`` is part of an address and stays; ``field`` is the key that fills it.
    """

    id: str
    of: type[R]
    field: str
    vi: str
    en: str
    fill: str
    fill_en: str
    lacks: Lacks[R]


@dataclass(frozen=True, slots=True)
class Survey:
    """Who lacks what. A record that lacks nothing, was withdrawn or has closed is not in it."""

    gaps: Mapping[str, tuple[Gap[Any], ...]]
    """What a record lacks, by its path, in the order of the table."""
    asked: Mapping[str, int]
    """How many records are asked for it, by the id of the gap."""
    missing: Mapping[str, int]
    """How many of them lack it."""

    def of(self, record: Product | Producer | SalesPoint) -> tuple[Gap[Any], ...]:
        """Give what a record lacks."""
        return self.gaps.get(record.path, ())


def survey(edition: Edition) -> Survey:
    """Ask every record for everything."""
    found: dict[str, tuple[Gap[Any], ...]] = {}
    asked: Counter[str] = Counter()
    for kind, records in _asked(edition).items():
        table = [gap for gap in GAPS if gap.of is kind]
        for record in records:
            answers = [(gap, gap.lacks(record, edition)) for gap in table]
            asked.update(gap.id for gap, lacks in answers if lacks is not None)
            if lacking := tuple(gap for gap, lacks in answers if lacks):
                found[record.path] = lacking
    missing = Counter(gap.id for gaps in found.values() for gap in gaps)
    return Survey(found, asked, missing)


def _asked(edition: Edition) -> Mapping[type, Iterable[Any]]:
    """Give the records that somebody still keeps."""
    return {
        Product: [each for each in edition.listing if edition.rating(each).status is not Status.WITHDRAWN],
        Producer: [each for each in edition.producers if each.withdrawn is None],
        SalesPoint: edition.sales_points,
    }


def _no_english(record: Product | Producer, _edition: Edition) -> bool:
    english = record.en
    return english is None or english.name is None or (record.summary is not None and english.summary is None)


def _no_stars(product: Product, edition: Edition) -> bool | None:
    rating = edition.rating(product)
    if rating.status is Status.ENDED:
        return None
    return rating.stars is None


def _no_date(product: Product, edition: Edition) -> bool | None:
    rating = edition.rating(product)
    return rating.status is Status.UNCONFIRMED if rating.is_current else None


def _no_decision(product: Product, edition: Edition) -> bool | None:
    rating = edition.rating(product)
    if not rating.is_current or rating.recognition is None:
        return None
    return rating.recognition.decision is None


def _no_commune(product: Product, _edition: Edition) -> bool | None:
    return product.commune is None if product.district is not None else None


def _no_price(product: Product, _edition: Edition) -> bool:
    return all(pack.price is None for pack in product.packs)


def _no_end(record: Product | Producer, _edition: Edition) -> bool | None:
    ending = [each for each in record.certifications if each.scheme.casefold() not in _ENDLESS_SCHEMES]
    return any(each.expires is None for each in ending) if ending else None


def _no_contact(record: Producer | SalesPoint, _edition: Edition) -> bool:
    return not _is_reached(record.contact)


def _is_reached(contact: Contact | None) -> bool:
    return contact is not None and bool(contact.phone or contact.email or contact.zalo)


def _no_hours(point: SalesPoint, _edition: Edition) -> bool | None:
    return point.hours is None if point.type != "online" else None


def _no_location(point: SalesPoint, _edition: Edition) -> bool | None:
    return point.location is None if point.type != "online" else None


GAPS: Final[tuple[Gap[Any], ...]] = (
    Gap(
        "anh", Product, "photos", "ảnh", "photo",
        "Đặt ảnh cạnh bản ghi (cạnh dài từ 800 điểm ảnh); ghi tên tệp và mô tả vào `photos`.",
        "Put a picture beside the record (800 px and more); name the file and describe it in `photos`.",
        lambda product, _: not product.photos,
    ),
    Gap(
        "tieng-anh", Product, "en", "tiếng Anh", "English",
        "Ghi tên và tóm tắt tiếng Anh vào `en`.", "Write the English name and summary in `en`.",
        _no_english,
    ),
    Gap(
        "tom-tat", Product, "summary", "tóm tắt", "summary",
        "Ghi một dòng, tối đa 200 ký tự, vào `summary`.", "Write one line, at most 200 characters, in `summary`.",
        lambda product, _: product.summary is None,
    ),
    Gap(
        "chu-the", Product, "producer", "chủ thể", "producer",
        "Ghi mã của chủ thể vào `producer`; chủ thể chưa có bản ghi thì thêm trước.",
        "Write the producer's id in `producer`; add its record first where there is none.",
        lambda product, _: product.producer is None,
    ),
    Gap(
        "dia-phuong", Product, "", "huyện", "district",
        "Chuyển tệp từ `products/chua-ro` sang thư mục của huyện.", "Move the file from `products/chua-ro` to its district's folder.",
        lambda product, _: product.district is None,
    ),
    Gap(
        "xa", Product, "commune", "xã", "commune",
        "Ghi mã xã trước 7/2025 vào `commune`.", "Write the id of the commune before July 2025 in `commune`.",
        _no_commune,
    ),
    Gap(
        "hang-sao", Product, "recognitions", "hạng sao", "stars",
        "Tìm quyết định công nhận; ghi hạng và ngày vào `recognitions`.",
        "Find the decision; write its stars and date in `recognitions`.",
        _no_stars,
    ),
    Gap(
        "ngay-cong-nhan", Product, "recognitions", "ngày công nhận", "date of recognition",
        "Ghi ngày của quyết định vào `date` của lần công nhận.", "Write the day of the decision in the recognition's `date`.",
        _no_date,
    ),
    Gap(
        "so-quyet-dinh", Product, "recognitions", "số quyết định", "decision number",
        "Ghi số quyết định vào `decision` của lần công nhận còn hiệu lực.",
        "Write the number in `decision` of the recognition that holds.",
        _no_decision,
    ),
    Gap(
        "gia", Product, "packs", "giá bán lẻ", "retail price",
        "Ghi quy cách và giá bán lẻ vào `packs`.", "Write size and retail price in `packs`.",
        _no_price,
    ),
    Gap(
        "han-chung-nhan", Product, "certifications", "hạn của chứng nhận", "end of a certificate",
        "Ghi ngày hết hạn vào `expires` của chứng nhận.", "Write the end in the certificate's `expires`.",
        _no_end,
    ),
    Gap(
        "doi-chieu", Product, "checked", "ngày đối chiếu thực tế", "day of a check against reality",
        "Hỏi chủ thể hoặc đến tận nơi, sửa chỗ sai, rồi ghi ngày vào `checked`.",
        "Ask the producer or go there, mend what is wrong, then write the day in `checked`.",
        lambda product, _: product.checked is None,
    ),
    Gap(
        "chu-the-loai-hinh", Producer, "type", "loại hình", "type",
        "Chọn doanh nghiệp, hợp tác xã, tổ hợp tác hay hộ cho `type`.",
        "Choose enterprise, cooperative, cooperative group or household for `type`.",
        lambda producer, _: producer.type is None,
    ),
    Gap(
        "chu-the-xa", Producer, "commune", "xã", "commune",
        "Ghi mã huyện và mã xã trước 7/2025 vào `district` và `commune`.",
        "Write the ids of the district and commune before July 2025 in `district` and `commune`.",
        lambda producer, _: producer.commune is None,
    ),
    Gap(
        "chu-the-lien-he", Producer, "contact", "liên hệ", "contact",
        "Xin chủ thể đồng ý; ghi ngày đồng ý vào `consent` rồi mới ghi số điện thoại.",
        "Ask for consent; write its day in `consent`, then the phone number.",
        _no_contact,
    ),
    Gap(
        "chu-the-tieng-anh", Producer, "en", "tiếng Anh", "English",
        "Ghi tên và tóm tắt tiếng Anh vào `en`.", "Write the English name and summary in `en`.",
        _no_english,
    ),
    Gap(
        "chu-the-han-chung-nhan", Producer, "certifications", "hạn của chứng nhận", "end of a certificate",
        "Ghi ngày hết hạn vào `expires` của chứng nhận.", "Write the end in the certificate's `expires`.",
        _no_end,
    ),
    Gap(
        "chu-the-san-pham", Producer, "", "sản phẩm", "product",
        "Ghi mã chủ thể này vào `producer` của sản phẩm họ làm.", "Write this producer's id in `producer` of what it makes.",
        lambda producer, edition: producer.id not in edition.by_producer,
    ),
    Gap(
        "diem-ban-gio", SalesPoint, "hours", "giờ mở cửa", "opening hours",
        'Ghi vào `hours`, chẳng hạn "Mo-Su 07:30-20:00".', 'Write them in `hours`, such as "Mo-Su 07:30-20:00".',
        _no_hours,
    ),
    Gap(
        "diem-ban-toa-do", SalesPoint, "location", "tọa độ", "coordinates",
        "Chấm điểm trên bản đồ, ghi `lat` và `lon` vào `location`.", "Find it on a map; write `lat` and `lon` in `location`.",
        _no_location,
    ),
    Gap(
        "diem-ban-lien-he", SalesPoint, "contact", "liên hệ", "contact",
        "Xin đồng ý; ghi ngày đồng ý vào `consent` rồi mới ghi số điện thoại.",
        "Ask for consent; write its day in `consent`, then the phone number.",
        _no_contact,
    ),
)  # fmt: skip
