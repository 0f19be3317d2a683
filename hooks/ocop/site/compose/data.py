"""The page of open data, and the page for an address that leads nowhere."""

from __future__ import annotations

from pydantic import BaseModel

from ocop import addresses
from ocop.fields import Part
from ocop.i18n import Lang
from ocop.records import Producer, Product, SalesPoint
from ocop.site.compose.facts import about_of
from ocop.site.compose.telling import Telling
from ocop.site.views import DataView, Download, FieldLine, Link, MissingView, Said

_TABLES = ("products", "producers", "sales-points")
_SCHEMAS = {
    "product": ("Bản ghi sản phẩm", "Record of a product"),
    "producer": ("Bản ghi chủ thể", "Record of a producer"),
    "sales-point": ("Bản ghi điểm bán", "Record of a sales point"),
    "district": ("Bản ghi huyện và các xã", "Record of a district and its communes"),
    "kinds": ("Nhóm và loại hàng", "Groups and kinds of goods"),
    "promotions": ("Các đợt quảng bá", "Promotions"),
    "programme": ("Mục tiêu và kết quả của chương trình", "Targets and results of the programme"),
    "sources": ("Các nguồn", "Sources"),
}


def data_view(telling: Telling) -> DataView:
    """Compose the page of open data: each file, each field from its declaration, the licence."""
    names = {
        "products": telling.say("Sản phẩm", "Products"),
        "producers": telling.say("Chủ thể", "Producers"),
        "sales-points": telling.say("Điểm bán", "Sales points"),
    }
    downloads = [
        Download(f"{name}.{kind}", f"data/{name}.{kind}", _says(names[name], kind, telling))
        for name in _TABLES
        for kind in ("xlsx", "csv", "json")
    ]
    downloads += [
        Download("districts.json", "data/districts.json",
                 telling.say("Huyện, xã cũ và tên nay", "Districts and communes, old and new names")),
        Download("programme.json", "data/programme.json",
                 telling.say("Mục tiêu và kết quả của chương trình", "Targets and results of the programme")),
        Download("supply.json", "data/supply.json",
                 telling.say("Sức cung cộng lại theo loại hàng, theo địa phương", "Supply added up by kind and by place")),
        Download("sales-points.geojson", "data/sales-points.geojson",
                 telling.say("Điểm bán trên bản đồ (GeoJSON)", "Sales points on a map (GeoJSON)")),
        Download("datapackage.json", "data/datapackage.json",
                 telling.say("Mô tả mọi bảng và từng cột cho phần mềm (Frictionless Data Package)",
                             "Describes every table and column for programs (Frictionless Data Package)")),
        Download("feed.xml", "feed.xml", telling.say("Nguồn tin Atom: các lần công nhận", "Atom feed of recognitions")),
        Download("han.ics", "han.ics", telling.say("Lịch: hạng sao và chứng nhận hết hạn ngày nào", "Calendar: when ratings and certificates end")),
    ]  # fmt: skip
    return DataView(
        heading=telling.say("Dữ liệu mở", "Open data"),
        lead=telling.say(
            "Toàn bộ danh mục ở dạng tệp, làm lại mỗi lần trang được dựng. Tên tiếng Việt và tiếng Anh đi cạnh nhau.",
            "The whole catalogue as files, made anew with every build. Vietnamese and English names stand side by side.",
        ),
        downloads=tuple(downloads),
        schemas=tuple(
            Download(f"{name}.json", f"data/schema/{name}.json", telling.say(vi, en))
            for name, (vi, en) in _SCHEMAS.items()
        ),
        fields=(
            (names["products"], _fields(Product, telling)),
            (names["producers"], _fields(Producer, telling)),
            (names["sales-points"], _fields(SalesPoint, telling)),
        ),
        licence=_licence(telling),
    )


def _says(name: str, kind: str, telling: Telling) -> str:
    if kind == "xlsx":
        return name + telling.say(
            ", bảng tính có ngày và số, nhập lại được (XLSX)",
            ", a workbook with dates and numbers, which can be read back (XLSX)",
        )
    if kind == "csv":
        return name + telling.say(
            ", bảng chữ cho phần mềm bất kỳ (CSV, UTF-8)", ", a plain table for any program (CSV, UTF-8)"
        )
    return name + telling.say(", đầy đủ cho phần mềm (JSON)", ", complete, for programs (JSON)")


def _fields(model: type[BaseModel], telling: Telling) -> tuple[FieldLine, ...]:
    lines = []
    # What a kind of record adds comes before what all records have: its name first.
    own_first = sorted(model.model_fields.items(), key=lambda pair: pair[0] not in model.__annotations__)
    for name, field in own_first:
        about = about_of(field)
        if about is not None and about.part is not Part.STAFF:
            lines.append(
                FieldLine(name, telling.say(about.vi, about.en), telling.say(about.hint, about.hint_en))
            )
    return tuple(lines)


def _licence(telling: Telling) -> tuple[str, ...]:
    return (
        telling.say(
            "Dữ liệu dùng theo giấy phép Creative Commons Ghi công 4.0 (CC BY 4.0). Ghi công: “Danh mục hàng OCOP Bạc Liêu”, kèm địa chỉ trang.",
            "The data may be used under Creative Commons Attribution 4.0 (CC BY 4.0). Credit: “Catalogue of OCOP goods of Bạc Liêu”, with the address of the page.",
        ),
        telling.say(
            "Riêng ranh giới huyện trên bản đồ theo giấy phép CC BY-SA 4.0: Open Development Mekong, Cục Đo đạc và Bản đồ, geoBoundaries.",
            "The district outlines of the map are under CC BY-SA 4.0: Open Development Mekong, Department of Survey and Mapping, geoBoundaries.",
        ),
    )


def missing_view() -> MissingView:
    """Compose the page for an address that leads nowhere, in both languages."""

    def links(lang: Lang, words: tuple[str, str, str]) -> tuple[Link, ...]:
        targets = ("home", "products", "kinds")
        return tuple(
            Link(Said(word, lang), addresses.of(target, lang))
            for word, target in zip(words, targets, strict=True)
        )

    return MissingView((
        ("vi", "Không tìm thấy trang này", "Địa chỉ có thể đã đổi, hoặc mã in trên bao bì chưa có trong danh mục.",
         links("vi", ("Trang đầu", "Tất cả sản phẩm", "Loại hàng"))),
        ("en", "This page was not found", "The address may have changed, or the code on the pack is not in the catalogue yet.",
         links("en", ("Front page", "All products", "Kinds of goods"))),
    ))  # fmt: skip
