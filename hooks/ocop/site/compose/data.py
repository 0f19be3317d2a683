"""The page of open data: which files there are, how to use and show them, what each field holds, what one may count on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ocop import addresses
from ocop.dates import PartialDate
from ocop.i18n import phrases, words
from ocop.site.compose.data_examples import embeds, examples
from ocop.site.compose.data_fields import field_table
from ocop.site.compose.telling import Telling
from ocop.site.model import OpenData, OpenTable
from ocop.site.views import Chip, DataView, Download, Snippet

FOLDER: Final = "data/"
_SECTIONS: Final = ("files", "sheets", "programs", "embed", "fields", "form", "licence")
"""What the page can be left for at a jump: the keys of their headings are their anchors."""
_SCHEMAS: Final = {
    "product": ("Bản ghi sản phẩm", "Record of a product"),
    "producer": ("Bản ghi chủ thể", "Record of a producer"),
    "sales-point": ("Bản ghi điểm bán", "Record of a sales point"),
    "district": ("Bản ghi huyện và các xã", "Record of a district and its communes"),
    "kinds": ("Nhóm và loại hàng", "Groups and kinds of goods"),
    "promotions": ("Các đợt quảng bá", "Promotions"),
    "programme": ("Mục tiêu và kết quả của chương trình", "Targets and results of the programme"),
    "sources": ("Các nguồn", "Sources"),
}
_OF_TABLES: Final = {
    "xlsx": (
        "bảng tính có ngày và số, nhập lại được (XLSX)",
        "a workbook with dates and numbers, which can be read back (XLSX)",
    ),
    "csv": ("bảng chữ cho phần mềm bất kỳ (CSV, UTF-8)", "a plain table for any program (CSV, UTF-8)"),
    "json": ("đầy đủ cho phần mềm (JSON)", "complete, for programs (JSON)"),
}
_OTHERS: Final = {
    f"{FOLDER}districts.json": ("Huyện, xã cũ và tên nay", "Districts and communes, old and new names"),
    f"{FOLDER}programme.json": (
        "Mục tiêu và kết quả của chương trình", "Targets and results of the programme",
    ),
    f"{FOLDER}supply.json": (
        "Sức cung cộng lại theo loại hàng, theo địa phương", "Supply added up by kind and by place",
    ),
    f"{FOLDER}sales-points.geojson": ("Điểm bán trên bản đồ (GeoJSON)", "Sales points on a map (GeoJSON)"),
    f"{FOLDER}datapackage.json": (
        "Mô tả mọi bảng và từng cột cho phần mềm (Frictionless Data Package)",
        "Describes every table and column for programs (Frictionless Data Package)",
    ),
    "feed.xml": ("Nguồn tin Atom: các lần công nhận", "Atom feed of recognitions"),
    "han.ics": (
        "Lịch: hạng sao và chứng nhận hết hạn ngày nào", "Calendar: when ratings and certificates end",
    ),
}  # fmt: skip
"""Files besides the tables, by their path, with what each holds."""


def data_view(telling: Telling, data: OpenData) -> DataView:
    """Compose the page from what is published: files with their sizes, fields from their declarations."""
    told = words.of(telling.lang)
    tables = tuple(field_table(table, telling) for table in data.tables)
    return DataView(
        heading=phrases.collection_text("data", telling.lang),
        lead=telling.say(
            "Toàn bộ danh mục ở dạng tệp, làm lại mỗi lần trang được dựng. Tên tiếng Việt và tiếng Anh đi cạnh nhau.",
            "The whole catalogue as files, made anew with every build. Vietnamese and English names stand side by side.",
        ),
        chips=tuple(Chip(told.t(key), fragment=key) for key in _SECTIONS),
        downloads=tuple(_weighed(each, data, telling) for each in _downloads(data, telling)),
        schemas=tuple(
            Download(f"{name}.json", f"{FOLDER}schema/{name}.json", telling.say(*said))
            for name, said in _SCHEMAS.items()
        ),
        sheets=tuple(_sheets(telling)),
        examples=tuple(examples(telling)),
        embedding=tuple(_embedding(telling)),
        embeds=tuple(embeds(telling)),
        tables=tables,
        promise=tuple(_promise(data, telling)),
        versions=tuple((number, telling.say(vi, en)) for number, vi, en in data.versions),
        licence=_licence(telling),
        citation=_citation(telling),
    )


# Files -------------------------------------------------------------------------------------------


def _downloads(data: OpenData, telling: Telling) -> Iterator[Download]:
    for table in data.tables:
        for kind, said in _OF_TABLES.items():
            name = f"{table.name}.{kind}"
            says = f"{telling.say(table.vi, table.en)}, {telling.say(*said)}"
            yield Download(name, FOLDER + name, says, size=_rows(table, telling))
    for path, said in _OTHERS.items():
        yield Download(path.removeprefix(FOLDER), path, telling.say(*said))
    if (catalogue := telling.printed_catalogue) is not None:
        path = addresses.catalogue(telling.lang)
        yield Download(path, path, catalogue.text.text)


def _rows(table: OpenTable, telling: Telling) -> str:
    return phrases.count_text(table.rows, "dòng", "row", "rows", telling.lang)


def _weighed(file: Download, data: OpenData, telling: Telling) -> Download:
    """Say how large a file is, beside how many rows it has."""
    weight = phrases.bytes_text(data.sizes[file.path], telling.lang) if file.path in data.sizes else ""
    return replace(file, size=" · ".join(filter(None, (file.size, weight))))


# What one may do with them ------------------------------------------------------------------------


def _sheets(telling: Telling) -> Iterator[str]:
    yield telling.say(
        "Excel, LibreOffice Calc, Google Trang tính đều mở thẳng tệp XLSX: dòng đầu là tên cột cho người đọc, dòng thứ hai là"
        " tên trường; danh sách trong bản ghi, như quy cách hay các lần công nhận, có trang tính riêng.",
        "Excel, LibreOffice Calc and Google Sheets open the XLSX files as they are: the first row names the columns for"
        " readers, the second has the names of the fields; lists such as packs and recognitions have sheets of their own.",
    )
    yield telling.say(
        "Tệp CSV là UTF-8, cột cách nhau bằng dấu phẩy. Excel theo vùng Việt Nam có thể chờ dấu chấm phẩy: hãy mở bằng Dữ liệu"
        " (Data) → Từ văn bản/CSV (From Text/CSV). LibreOffice hỏi khi mở: chọn Unicode (UTF-8) và dấu phẩy.",
        "CSV files are UTF-8 with commas between columns. Where Excel expects semicolons, open them by Data → From Text/CSV."
        " LibreOffice asks on opening: choose Unicode (UTF-8) and the comma.",
    )
    yield telling.say(
        "Muốn bảng tính tự lấy bản mới: Excel dùng Dữ liệu → Từ web (From Web); Google Trang tính dùng hàm IMPORTDATA; dán địa chỉ"
        " của tệp CSV. Ô bắt đầu như một công thức đã được chặn bằng dấu ' nên không chạy.",
        "To have a sheet fetch the latest edition: Data → From Web in Excel, the function IMPORTDATA in Google Sheets, with the"
        " address of a CSV file. Text that looks like a formula is kept from running by a leading apostrophe.",
    )


def _embedding(telling: Telling) -> Iterator[str]:
    yield telling.say(
        "Trang của chủ thể, cửa hàng, bài báo có thể gắn nhãn hoặc thẻ của một sản phẩm: chỉ là một ảnh trong một liên kết, không"
        " cần mã chạy, không theo dõi ai. Thay mã sản phẩm bằng mã trong địa chỉ trang của nó.",
        "Producers, shops and articles may show the badge or card of a product: a picture inside a link, no script, nobody is"
        " tracked. Put the id from the address of the product’s page in place of the one here.",
    )
    yield telling.say(
        "Nhãn ghi rõ hạng có hiệu lực đến bao giờ, nên để lâu vẫn đúng; ảnh đổi theo mỗi lần dựng trang, và liên kết dẫn tới trang"
        " luôn nói đúng ngày hôm nay. Nhãn là của danh mục này, không phải nhãn hiệu chứng nhận OCOP.",
        "The badge says until when the rating is valid, so it stays true; the picture changes with every build, and the link leads"
        " to a page that tells how things stand today. It is this catalogue’s own, not the OCOP certification mark.",
    )


# What one may count on ----------------------------------------------------------------------------


def _promise(data: OpenData, telling: Telling) -> Iterator[str]:
    if data.versions:
        number = data.versions[0][0]
        yield telling.say(
            f"Dạng dữ liệu hiện nay: bản {number}, ghi ở ô version của datapackage.json.",
            f"The form of the data is version {number}, as the field version of datapackage.json says.",
        )
    yield telling.say(
        "Địa chỉ tệp, tên trường và mã của bản ghi giữ nguyên. Thêm trường thì số giữa tăng; đổi tên hay bỏ đi, hoặc đổi nghĩa,"
        " thì số đầu tăng. Bản ghi đổi mã giữ mã cũ ở formerly.",
        "Addresses of files, names of fields and ids of records stay. A field that is added raises the second number; one that is"
        " renamed, removed or comes to mean something else raises the first. A record whose id changes keeps the old one in formerly.",
    )
    yield telling.say(
        "Điều chưa biết là null trong JSON, ô trống trong CSV. Ngày chỉ ghi đến mức đã biết: 2025, 2025-06 hoặc 2025-06-30; chữ là"
        " UTF-8 dạng NFC; tiền là đồng; tọa độ theo WGS 84.",
        "What is not known is null in JSON, an empty cell in CSV. Dates are as precise as is known: 2025, 2025-06 or 2025-06-30;"
        " text is UTF-8 in NFC; money is in đồng; coordinates are in WGS 84.",
    )
    yield telling.say(
        "Hạng sao là của ngày ghi ở ô created. Tệp để lâu thì so rating_expires với hôm nay rồi mới nói hạng còn hiệu lực.",
        "Ratings are those of the day in created. Of a file that has lain for a while, compare rating_expires with today before"
        " calling a rating valid.",
    )


def _licence(telling: Telling) -> tuple[str, ...]:
    return (
        telling.say(
            "Dữ liệu dùng theo giấy phép Creative Commons Ghi công 4.0 (CC BY 4.0): được chép, sửa, bán, miễn là ghi nguồn.",
            "The data may be used under Creative Commons Attribution 4.0 (CC BY 4.0): copied, changed and sold, as long as the source is named.",
        ),
        telling.say(
            "Riêng ranh giới huyện trên bản đồ theo giấy phép CC BY-SA 4.0: Open Development Mekong, Cục Đo đạc và Bản đồ, geoBoundaries.",
            "The district outlines of the map are under CC BY-SA 4.0: Open Development Mekong, Department of Survey and Mapping, geoBoundaries.",
        ),
    )


def _citation(telling: Telling) -> Snippet:
    day = phrases.date_text(PartialDate.of(telling.edition.day), telling.lang)
    address = f" {telling.settings.site_url}" if telling.settings.site_url else ""
    return Snippet(
        "cite",
        telling.say("Ghi nguồn", "How to cite"),
        telling.say("Ghi ngày của bản đã dùng:", "Name the day of the edition that you used:"),
        telling.say(
            f"Danh mục hàng OCOP Bạc Liêu, bản ngày {day}.{address} (CC BY 4.0)",
            f"Catalogue of OCOP goods of Bạc Liêu, edition of {day}.{address} (CC BY 4.0)",
        ),
    )
