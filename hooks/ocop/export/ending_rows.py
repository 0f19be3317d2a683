"""Ratings and certificates that end, as a table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable

from ocop.edition import Edition
from ocop.edition.endings import Ending, What, maker_of
from ocop.export.plain import JsonObject
from ocop.export.table import Column, Holds, Table
from ocop.i18n import Lang
from ocop.i18n.deadlines import ends_text, subject_text
from ocop.i18n.phrases import pick, unit_text

_WHAT = {What.RATING: ("công nhận OCOP", "OCOP rating"), What.CERTIFICATE: ("chứng nhận", "certificate")}
_COLUMNS: tuple[tuple[str, Holds, str, str], ...] = (
    ("last_day", "date", "Ngày cuối", "Last day"),
    ("days_left", "integer", "Còn (ngày)", "Days left"),
    ("name", "text", "Tên", "Name"),
    ("what", "text", "Hết hạn cái gì", "What ends"),
    ("subject", "text", "Hạng sao, loại chứng nhận", "Stars or scheme"),
    ("ends", "text", "Hết hạn", "Ends"),
    ("producer", "text", "Chủ thể", "Producer"),
    ("district", "text", "Huyện (trước 7/2025)", "District (before July 2025)"),
    ("commune", "text", "Xã (trước 7/2025)", "Commune (before July 2025)"),
    ("path", "text", "Tệp", "File"),
)


def ending_table(found: Iterable[Ending], edition: Edition, lang: Lang) -> Table:
    """Give endings as rows in their order; the headings are in the language of whoever asks."""
    columns = tuple(Column(pick((vi, en), lang), (key,), holds, vi, en) for key, holds, vi, en in _COLUMNS)
    rows = tuple(_row(each, edition, lang) for each in found)
    return Table("endings", "Hạn công nhận và chứng nhận", "Ratings and certificates that end", columns, rows)


def _row(ending: Ending, edition: Edition, lang: Lang) -> JsonObject:
    record, maker = ending.record, maker_of(ending.record, edition)
    commune = edition.catalogue.commune_of(record)
    district = edition.catalogue.districts[record.district] if record.district is not None else None
    return {
        "last_day": ending.last_day.isoformat(),
        "days_left": ending.days_left,
        "name": record.name,
        "what": pick(_WHAT[ending.what], lang),
        "subject": subject_text(ending.scheme, ending.stars, lang),
        "ends": ends_text(ending.ends, lang, at_latest=ending.at_latest),
        "producer": maker.name if maker is not None else None,
        "district": unit_text(district.name, lang) if district is not None else None,
        "commune": unit_text(commune.name, lang) if commune is not None else None,
        "path": record.path,
    }
