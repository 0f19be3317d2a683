"""Pages for staff: what each field of each kind of record means, and what may be written in it.

They follow from the declarations of the models alone; a field that is declared tomorrow is explained tomorrow. Each
field has an anchor that stays: its path in the record, ``recognitions.stars``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import groupby
from typing import Final

from ocop import addresses
from ocop.declared import Declared, as_written
from ocop.fields import Facts, Part
from ocop.i18n import phrases
from ocop.records import District, Kinds, Producer, Product, Programme, Promotion, SalesPoint, Source
from ocop.site.compose import field_words
from ocop.site.compose.field_sample import sample_entry, sample_record
from ocop.site.compose.planning import Content, staff_plan
from ocop.site.compose.telling import Telling
from ocop.site.model import Plan
from ocop.site.views import Chip, FieldEntry, FieldGuideView, FieldKindLine, FieldKindsView, FieldPart

_TITLE: Final = "Từng ô trong bản ghi"
_PARTS: Final[dict[Part, str]] = {
    Part.NAMING: "Tên và lời giới thiệu",
    Part.PLACE: "Địa phương, vị trí",
    Part.RATING: "Xếp hạng OCOP",
    Part.PICTURES: "Ảnh",
    Part.KEEPING: "Thành phần, bảo quản, mùa vụ",
    Part.TRADE: "Mua bán",
    Part.CONTACT: "Liên hệ",
    Part.HISTORY: "Lịch sử của bản ghi",
    Part.SOURCES: "Nguồn",
    Part.STAFF: "Ghi cho nhau",
}


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of record: its model, its name, the file it is written in, and a whole record as an example."""

    model: type[Facts]
    name: str
    file: str
    says: str
    sample: Callable[[type[Facts]], str] = sample_record


_KINDS: Final[dict[str, _Kind]] = {
    "product": _Kind(
        Product,
        "Sản phẩm",
        "products/<huyện>/<mã>.yml",
        "Mỗi sản phẩm một tệp, trong thư mục của huyện; ảnh để ngay bên cạnh.",
    ),
    "producer": _Kind(
        Producer,
        "Chủ thể",
        "catalogue/producers/<mã>.yml",
        "Mỗi chủ thể một tệp: doanh nghiệp, hợp tác xã, tổ hợp tác hay hộ làm ra sản phẩm.",
    ),
    "sales-point": _Kind(
        SalesPoint,
        "Điểm bán",
        "catalogue/sales-points/<mã>.yml",
        "Mỗi điểm giới thiệu và bán sản phẩm một tệp, trong hay ngoài tỉnh.",
    ),
    "district": _Kind(
        District,
        "Huyện và các xã",
        "catalogue/districts/<mã>.yml",
        "Mỗi huyện cũ một tệp, kèm các xã và tên nay của từng xã. Bảy huyện đã có đủ, ít khi phải sửa.",
    ),
    "kinds": _Kind(
        Kinds,
        "Nhóm và loại hàng",
        "catalogue/kinds.yml",
        "Sáu nhóm OCOP và các loại hàng, chung một tệp.",
    ),
    "promotions": _Kind(
        Promotion,
        "Đợt quảng bá",
        "catalogue/promotions.yml",
        "Các đợt quảng bá, chung một tệp; mỗi đợt là một mục bắt đầu bằng dấu gạch.",
        partial(sample_entry, lead="- "),
    ),
    "programme": _Kind(
        Programme,
        "Chương trình",
        "catalogue/programme.yml",
        "Chỉ tiêu của đề án và kết quả mà nguồn công bố, chung một tệp.",
    ),
    "sources": _Kind(
        Source,
        "Nguồn dùng chung",
        "catalogue/sources.yml",
        "Những nguồn mà nhiều bản ghi cùng dẫn, chung một tệp; mỗi nguồn có một mã đứng trước dấu hai chấm.",
        partial(sample_entry, lead="ten-bao-2026-11-24:\n  "),
    ),
}


def field_plans(telling: Telling) -> Iterator[Plan]:
    """Plan the page of each kind of record, and the page that leads to them."""
    yield staff_plan("fields", "guide_kinds.html", _index, telling)
    for name, kind in _KINDS.items():
        yield staff_plan("fields", "guide_fields.html", partial(_page, name, kind, telling), telling, name)


def fields_of(model: type[Facts]) -> tuple[FieldEntry, ...]:
    """Explain every field of a kind of record, in the order in which records have them."""
    return _entries(model, "", _first_places(model))


# Pages --------------------------------------------------------------------------------------------


def _index() -> Content:
    view = FieldKindsView(
        _TITLE,
        "Mỗi loại bản ghi có những ô nào, ghi gì vào từng ô. Trang này làm thẳng từ khai báo của danh mục, nên luôn đúng với"
        " bản đang dùng.",
        tuple(
            FieldKindLine(kind.name, addresses.staff("fields", name), kind.file, kind.says)
            for name, kind in _KINDS.items()
        ),
    )
    return Content(_TITLE, view.lead, view, _way()[:-1])


def _page(name: str, kind: _Kind, telling: Telling) -> Content:
    heading = f"{kind.name}: từng ô"
    parts = tuple(_parts(kind.model))
    repository = telling.settings.repository
    view = FieldGuideView(
        heading,
        kind.says,
        kind.file,
        tuple(Chip(part.heading, fragment=part.anchor) for part in parts),
        parts,
        kind.sample(kind.model),
        f"data/schema/{name}.json",
        repository.new(kind.file.partition("<")[0].rstrip("/")) if repository and "<" in kind.file else "",
    )
    description = (
        f"{kind.name}: mỗi ô nghĩa là gì, viết thế nào, ô nào bắt buộc, kèm ví dụ và bản mẫu để chép."
    )
    return Content(heading, description, view, _way())


def _way() -> tuple[tuple[str, str], ...]:
    guide = (phrases.collection_text("guide", "vi"), addresses.staff("guide"))
    return (guide, (_TITLE, addresses.staff("fields")))


def _parts(model: type[Facts]) -> Iterator[FieldPart]:
    """Group the fields of a record by what they are about; the order of `as_written` already keeps them together."""
    told = {entry.key: entry for entry in fields_of(model)}
    for part, group in groupby((each for each in as_written(model) if each.key in told), key=_part):
        yield FieldPart(f"phan-{part.value}", _PARTS[part], tuple(told[each.key] for each in group))


def _part(field: Declared) -> Part:
    return field.about.part if field.about is not None else Part.NAMING


# Fields -------------------------------------------------------------------------------------------


def _entries(owner: type[Facts], path: str, first: dict[type, str]) -> tuple[FieldEntry, ...]:
    return tuple(_entry(owner, each, path, first) for each in field_words.keys(owner))


def _entry(holder: type[Facts], field: Declared, path: str, first: dict[type, str]) -> FieldEntry:
    anchor, about, owner = f"{path}{field.key}", field.about, field.shape.owner
    entry = FieldEntry(
        anchor,
        field.key,
        about.vi if about is not None else field.key,
        about.en if about is not None else "",
        about.hint if about is not None else "",
        field_words.is_needed(holder, field),
        field_words.written(field.shape, field.key),
        field_words.choices(field.shape.reader),
        f"{field.key}: {about.example}" if about is not None and about.example else "",
    )
    if owner is None or field_words.is_whole(field.shape):
        return entry
    within = _entries(owner, f"{anchor}.", first)
    # A part that stands in several places is explained once, where it lies least deep.
    return replace(entry, within=within, same_as="" if first[owner] == anchor else first[owner])


@cache
def _first_places(model: type[Facts]) -> dict[type, str]:
    """Give, for each part of a kind of record, the path at which it is explained: the shortest, then the first."""
    places: dict[type, str] = {model: ""}
    level = [(model, "")]
    while level:
        below = [
            (each.shape.owner, f"{path}{each.key}")
            for owner, path in level
            for each in field_words.keys(owner)
            if each.shape.owner is not None and not field_words.is_whole(each.shape)
        ]
        level = []
        for owner, anchor in below:
            if owner not in places:
                places[owner] = anchor
                level.append((owner, f"{anchor}."))
    return places
