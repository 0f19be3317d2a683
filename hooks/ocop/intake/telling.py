"""What `ocop import` understood, as text: the columns, the records, then what is doubtful or wrong, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ocop.i18n import Lang
from ocop.i18n.phrases import number_text, pick
from ocop.intake.headings import Column, Use
from ocop.intake.importing import Understood
from ocop.intake.planning import Planned
from ocop.intake.remarks import Level, Remark
from ocop.intake.rows import Aside
from ocop.intake.sheets import UnreadableError, column_name
from ocop.intake.words import words_for
from ocop.records import Producer, Product, Record, SalesPoint
from ocop.records.product import UNKNOWN_DISTRICT
from ocop.report import shown

MOST_SHOWN: Final = 25
_MOST_OF_TEXT: Final = 60
_LISTS: Final[dict[type[Record], tuple[str, str]]] = {
    Product: ("danh sách sản phẩm", "a list of products"),
    Producer: ("danh sách chủ thể", "a list of producers"),
    SalesPoint: ("danh sách điểm bán", "a list of sales points"),
}
_USES: Final[dict[Use, tuple[str, str]]] = {
    Use.NUMBERING: ("số thứ tự, không dùng", "row numbers, not used"),
    Use.COMPUTED: ("không dùng: danh mục tự tính", "not used: the catalogue works it out"),
    Use.TWICE: ("không dùng: đã có cột khác nói điều này", "not used: another column says it"),
    Use.MAKER: ("không dùng: nói về chủ thể (lấy với --with-producers)", "not used: about the producer (--with-producers takes it)"),
    Use.PERSONAL: ("không dùng: thông tin cá nhân cần cột ngày đồng ý công bố", "not used: personal, needs a column with the date of consent"),
    Use.UNKNOWN: ("không dùng: không hiểu tiêu đề", "not used: heading not understood"),
}  # fmt: skip
_ASIDES: Final[dict[Aside, tuple[str, str]]] = {
    Aside.HEADINGS: ("lặp lại tiêu đề", "headings again"),
    Aside.NUMBERS: ("số của cột", "column numbers"),
    Aside.TOTAL: ("tổng cộng", "total"),
    Aside.GROUP: ("nhóm", "group"),
    Aside.OTHER: ("không phải bản ghi", "no record"),
}
_LEVELS: Final[dict[Level, tuple[str, str]]] = {
    Level.FAULT: ("lỗi", "error"),
    Level.DOUBT: ("chưa chắc", "in doubt"),
    Level.NOTE: ("ghi chú", "note"),
}


def unreadable(file: str, error: UnreadableError, lang: Lang) -> str:
    """Say why a file is no list."""
    values = {name: shown(value, 200) for name, value in error.values.items()}
    return f"{shown(file)}: {pick(_LEVELS[Level.FAULT], lang)}: {words_for(error.code).say(lang, values)}"


def report(file: str, found: Understood, lang: Lang) -> Iterator[str]:
    """Yield the lines of the whole report but for what was done."""
    yield from _head(file, found, lang)
    yield from _columns(found, lang)
    yield from _asides(found, lang)
    yield ""
    yield _counts(found, lang)
    yield from _records(found, lang)
    for level in (Level.NOTE, Level.DOUBT, Level.FAULT):
        remarks = found.of(level)
        if remarks:
            yield ""
        yield from (_remark(file, each, lang) for each in remarks)


def _head(file: str, found: Understood, lang: Lang) -> Iterator[str]:
    sheet = pick((f", trang tính “{shown(found.sheet.name)}”", f", sheet “{shown(found.sheet.name)}”"), lang)
    first, last = found.head.first + 1, found.head.last + 1
    rows = str(first) if first == last else f"{first}–{last}"
    ours = (
        pick((", do danh mục xuất bản", ", published by the catalogue"), lang)
        if found.head.is_published
        else ""
    )
    yield pick(
        (
            f"{shown(file)}{sheet if found.shows_sheet else ''}: {_LISTS[found.head.model][0]}{ours}; tiêu đề ở hàng {rows}",
            f"{shown(file)}{sheet if found.shows_sheet else ''}: {_LISTS[found.head.model][1]}{ours}; headings in row {rows}",
        ),
        lang,
    )
    if found.lists:
        names = ", ".join(f"“{shown(each.sheet.name)}”" for each in found.lists)
        yield pick((f"Trang tính đi kèm: {names}", f"Further sheets: {names}"), lang)
    if found.others:
        names = ", ".join(f"“{shown(name)}”" for name in found.others)
        yield pick(
            (
                f"Không đọc các danh sách khác: {names} (chọn bằng --sheet)",
                f"Not read, other lists: {names} (choose with --sheet)",
            ),
            lang,
        )


def _columns(found: Understood, lang: Lang) -> Iterator[str]:
    yield pick(("Các cột:", "Columns:"), lang)
    columns = [each for each in found.head.columns if each.use is not Use.COMPUTED]
    width = min(max((len(shown(each.heading, 40)) for each in columns), default=0), 40)
    for column in columns:
        yield f"  {column_name(column.number):<3}{shown(column.heading, 40):<{width}}  {_use(column, lang)}"
    computed = len(found.head.columns) - len(columns)
    if computed:
        yield f"  … {computed}: {pick(_USES[Use.COMPUTED], lang)}"


def _use(column: Column, lang: Lang) -> str:
    if not column.is_read or column.target is None:
        return pick(_USES.get(column.use, _USES[Use.UNKNOWN]), lang)
    label = column.target.label(lang)
    marked = column.target.fixed
    scale = f" ×{number_text(column.target.scale, lang)}" if column.target.scale > 1 else ""
    sure = pick((" (có lẽ)", " (probably)"), lang) if column.use is Use.PROBABLY else ""
    return f"→ {label}{f' = {marked}' if marked else ''}{scale}{sure}  [{column.target.name}]"


def _asides(found: Understood, lang: Lang) -> Iterator[str]:
    asides = [each for each in found.rows.asides if each.text]
    if not asides:
        return
    yield pick(("Hàng không phải bản ghi:", "Rows that are no records:"), lang)
    for each in asides[:MOST_SHOWN]:
        says = ", ".join(f"{name.rpartition('.')[2]}: {text}" for name, text in each.says.items())
        told = f" → {says}" if says else ""
        yield f"  {each.number + 1:<5}{shown(each.text, _MOST_OF_TEXT)}  ({pick(_ASIDES[each.kind], lang)}{told})"
    yield from _more(len(asides), lang)


def _counts(found: Understood, lang: Lang) -> str:
    sound = [each for each in found.planned if not each.entry.broken]
    new, changed = sum(each.is_new for each in sound), sum(each.is_changed for each in sound)
    same, broken = len(sound) - new - changed, len(found.planned) - len(sound)
    if lang == "vi":
        said = f"Hiểu được {len(found.planned)} bản ghi: {new} mới, {changed} có thay đổi, {same} như cũ"
        return said + (f", {broken} chưa đọc được hết" if broken else "")
    said = f"{len(found.planned)} records understood: {new} new, {changed} changed, {same} unchanged"
    return said + (f", {broken} not read in full" if broken else "")


def _records(found: Understood, lang: Lang) -> Iterator[str]:
    new = [each for each in found.planned if each.is_new and not each.entry.broken]
    changed = [each for each in found.planned if each.is_changed and not each.entry.broken]
    if new:
        yield pick(("Mới:", "New:"), lang)
        yield from (
            f"  {shown(each.path, 200)}  {shown(each.name, _MOST_OF_TEXT)}" for each in new[:MOST_SHOWN]
        )
        yield from _more(len(new), lang)
    nowhere = sum(f"/{UNKNOWN_DISTRICT}/" in each.path for each in new)
    if nowhere:
        vi = f"  ({nowhere} sản phẩm chưa rõ huyện, để ở products/{UNKNOWN_DISTRICT}/)"
        yield pick(
            (vi, f"  ({nowhere} products of no known district, in products/{UNKNOWN_DISTRICT}/)"), lang
        )
    if changed:
        yield pick(("Có thay đổi (chỉ ghi khi có --update):", "Changed (written with --update only):"), lang)
        for each in changed:
            yield f"  {shown(each.path, 200)}  {shown(each.name, _MOST_OF_TEXT)}"
            yield from _changes(each, lang)


def _changes(planned: Planned, lang: Lang) -> Iterator[str]:
    nothing = pick(("(trống)", "(empty)"), lang)
    for change in planned.changes:
        before = nothing if change.before is None else shown(change.before, _MOST_OF_TEXT)
        yield f"      {pick(change.label, lang)}: {before} → {shown(change.after, _MOST_OF_TEXT)}"


def _more(count: int, lang: Lang) -> Iterator[str]:
    if count > MOST_SHOWN:
        rest = count - MOST_SHOWN
        yield pick((f"  … và {rest} nữa", f"  … and {rest} more"), lang)


def _remark(file: str, remark: Remark, lang: Lang) -> str:
    """Say one thing as one line: ``LIST.xlsx:C7: chưa chắc: Hạng sao: …``."""
    values = {name: shown(value, 200) for name, value in remark.values.items()}
    words = words_for(remark.code).say(lang, values)
    label = pick(remark.label, lang)
    field = f"{shown(label)}: " if label else ""
    meant = ""
    if remark.meant is not None:
        text = pick(remark.label, lang) if remark.code == "heading_near" else shown(remark.meant)
        meant = f' — {pick(("có phải", "did you mean"), lang)} "{text}"?'
        field = "" if remark.code == "heading_near" else field
    return f"{shown(file)}:{shown(str(remark.spot), 100)}: {pick(_LEVELS[remark.level], lang)}: {field}{words}{meant}"
