"""How dates, numbers, places and ratings are said in Vietnamese and in English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache

from babel import Locale
from babel.numbers import format_decimal

from ocop.dates import PartialDate
from ocop.i18n import Lang

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_UNITS: dict[str, tuple[str, str]] = {
    "t": ("tấn", "t"), "kg": ("kg", "kg"), "g": ("g", "g"), "l": ("lít", "l"), "ml": ("ml", "ml"),
    "pc": ("cái", "pieces"), "box": ("hộp", "boxes"), "pack": ("gói", "packs"), "bottle": ("chai", "bottles"),
    "bag": ("bao", "bags"), "jar": ("hũ", "jars"), "visit": ("lượt", "visits"),
}  # fmt: skip
_ONE = {
    "pc": "piece",
    "box": "box",
    "pack": "pack",
    "bottle": "bottle",
    "bag": "bag",
    "jar": "jar",
    "visit": "visit",
}
_PER = {"year": ("mỗi năm", "a year"), "month": ("mỗi tháng", "a month"), "week": ("mỗi tuần", "a week"),
        "day": ("mỗi ngày", "a day"), "season": ("mỗi vụ", "a season")}  # fmt: skip
_SCHEMES: dict[str, tuple[str, str]] = {
    "gi": ("Chỉ dẫn địa lý", "Geographical indication"),
    "haccp": ("HACCP", "HACCP"),
    "iso-22000": ("ISO 22000", "ISO 22000"),
    "iso-9001": ("ISO 9001", "ISO 9001"),
    "fssc-22000": ("FSSC 22000", "FSSC 22000"),
    "vietgap": ("VietGAP", "VietGAP"),
    "globalgap": ("GLOBALG.A.P.", "GLOBALG.A.P."),
    "asc": ("ASC", "ASC"),
    "bap": ("BAP", "BAP"),
    "halal": ("Halal", "Halal"),
    "kosher": ("Kosher", "Kosher"),
    "organic": ("Hữu cơ", "Organic"),
    "brc": ("BRCGS", "BRCGS"),
    "fda": ("Đăng ký FDA Hoa Kỳ", "US FDA registration"),
    "attp": ("An toàn thực phẩm", "Food safety certificate"),
}
_UNIT_WORDS = {"xã": "Commune", "phường": "Ward", "thị trấn": "Township", "thành phố": "City", "thị xã": "Town",
               "huyện": "District", "tỉnh": "Province"}  # fmt: skip
_UNIT_NAME = re.compile(rf"({'|'.join(_UNIT_WORDS)})\s+(.+)", re.IGNORECASE)
_PRODUCER_TYPES = {
    "enterprise": ("Doanh nghiệp", "Enterprise"),
    "cooperative": ("Hợp tác xã", "Cooperative"),
    "cooperative-group": ("Tổ hợp tác", "Cooperative group"),
    "household": ("Cơ sở, hộ sản xuất", "Workshop or household"),
}
_SALES_POINT_TYPES = {
    "shop": ("Cửa hàng", "Shop"),
    "showroom": ("Nơi trưng bày và bán", "Showroom"),
    "supermarket": ("Siêu thị", "Supermarket"),
    "market-stall": ("Sạp chợ", "Market stall"),
    "online": ("Bán trên mạng", "Online"),
}
_SOURCE_TYPES = {
    "decision": ("Quyết định, nghị quyết", "Official decision"),
    "authority": ("Cơ quan nhà nước", "Public authority"),
    "press": ("Báo chí", "Press"),
    "producer": ("Chủ thể tự khai", "Declared by the producer"),
    "data": ("Bản đồ, dữ liệu", "Map or dataset"),
    "other": ("Trang khác", "Other website"),
}
_RECOGNISERS = {
    "district": ("cấp huyện", "the district"),
    "province": ("cấp tỉnh", "the province"),
    "central": ("cấp trung ương", "the central council"),
    "ministry": ("Bộ Nông nghiệp và Môi trường", "the Ministry of Agriculture and Environment"),
}


_COLLECTIONS: dict[str, tuple[str, str]] = {
    "products": ("Tất cả sản phẩm", "All products"),
    "kinds": ("Loại hàng", "Kinds"),
    "stars": ("Xếp hạng sao", "Stars"),
    "districts": ("Địa phương", "Places"),
    "producers": ("Chủ thể", "Producers"),
    "sales-points": ("Điểm bán", "Where to buy"),
    "check": ("Có phải OCOP không?", "Is it OCOP?"),
    "changes": ("Có gì thay đổi", "What changed"),
    "programme": ("Chương trình", "Programme"),
    "about": ("Giới thiệu", "About"),
    "list": ("Danh sách của bạn", "Your list"),
    "data": ("Dữ liệu mở", "Open data"),
    "work": ("Việc cần làm", "To do"),
    "editor": ("Thêm, sửa bản ghi", "Add or edit a record"),
    "guide": ("Sổ tay biên tập", "Staff guide"),
}


def collection_text(name: str, lang: Lang) -> str:
    """Name a collection of pages, as menus and the way to a page do."""
    return pick(_COLLECTIONS[name], lang)


def pick(words: tuple[str, str], lang: Lang) -> str:
    """Choose the Vietnamese or the English of a pair."""
    return words[0] if lang == "vi" else words[1]


def capital(text: str) -> str:
    """Begin a sentence: only the first letter changes."""
    return text[:1].upper() + text[1:]


def and_text(things: Sequence[str], lang: Lang) -> str:
    """List things in a sentence: ``muối, tôm và gạo``, ``salt, shrimp and rice``."""
    *others, last = things
    return pick((" và ", " and "), lang).join(filter(None, (", ".join(others), last)))


def date_text(day: PartialDate, lang: Lang) -> str:
    """Say a date at its own precision: ``2025``, ``12/2026`` or ``28/12/2026``; ``28 December 2026`` in English."""
    if day.month is None:
        return str(day.year)
    if lang == "vi":
        return f"{day.month}/{day.year}" if day.day is None else f"{day.day}/{day.month}/{day.year}"
    month = f"{_MONTHS[day.month - 1]} {day.year}"
    return month if day.day is None else f"{day.day} {month}"


def date_in_sentence(day: PartialDate, lang: Lang) -> str:
    """Say when something happened: ``năm 2025``, ``tháng 12/2026``, ``ngày 28/12/2026``; ``in 2025``, ``on 28 …``."""
    said = date_text(day, lang)
    if lang == "en":
        return f"on {said}" if day.day is not None else f"in {said}"
    word = "năm" if day.month is None else "tháng" if day.day is None else "ngày"
    return f"{word} {said}"


def until_text(day: PartialDate, lang: Lang) -> str:
    """Say how far a validity reaches: ``hết năm 2028``, ``12/2026``, ``28/12/2026``; ``the end of 2028``."""
    if day.month is None:
        return pick((f"hết năm {day.year}", f"the end of {day.year}"), lang)
    return date_text(day, lang)


def end_text(day: PartialDate, lang: Lang) -> str:
    """Say when a validity ended: ``cuối năm 2022``, ``tháng 12/2026``, ``28/12/2026``; ``the end of 2022``."""
    if day.month is None:
        return pick((f"cuối năm {day.year}", f"the end of {day.year}"), lang)
    if day.day is None and lang == "vi":
        return f"tháng {date_text(day, lang)}"
    return date_text(day, lang)


def ended_text(day: PartialDate, lang: Lang, *, at_latest: bool, short: bool = False) -> str:
    """Say in a clause when a validity ended: ``hết hạn cuối năm 2022``, ``expired at the end of 2022``.

    ``at_latest`` adds the doubt: ``hết hạn chậm nhất cuối năm 2022``, ``expired by the end of 2022``.

    ``short`` leaves out the word for year, for a row.
    """
    if lang == "vi":
        end = f"cuối {day.year}" if short and day.month is None else end_text(day, lang)
        return f"hết hạn chậm nhất {end}" if at_latest else f"hết hạn {end}"
    end = date_text(day, lang) if day.day is not None else f"the end of {date_text(day, lang)}"
    how = "by" if at_latest else "on" if day.day is not None else "at"
    return f"expired {how} {end}"


def stars_text(stars: int, lang: Lang) -> str:
    """Say so many stars."""
    return pick((f"{stars} sao", f"{stars} star" if stars == 1 else f"{stars} stars"), lang)


def count_text(number: int, vi: str, en: str, en_many: str, lang: Lang) -> str:
    """Count things: Vietnamese nouns do not change, English ones do."""
    return f"{number_text(number, lang)} {pick((vi, en if number == 1 else en_many), lang)}"


def products_text(number: int, lang: Lang) -> str:
    """Count products."""
    return count_text(number, "sản phẩm", "product", "products", lang)


def producers_text(number: int, lang: Lang) -> str:
    """Count producers."""
    return count_text(number, "chủ thể", "producer", "producers", lang)


_MEGABYTE = 999_500
_LEAST_WHOLE = 9.95


@lru_cache(1 << 14)
def number_text(number: float | Decimal, lang: Lang) -> str:
    """Write a number in the manner of the language, with all its decimals: ``1.500,5`` and ``1,500.5``."""
    whole = int(number) if number == int(number) else number
    return format_decimal(whole, locale=lang, decimal_quantization=False)


def bytes_text(size: int, lang: Lang) -> str:
    """Say how much a file weighs: ``0,4 kB``, ``44 kB``, ``1,2 MB``; ``0.4 kB`` in English."""
    number, unit = (size / 1_000_000, "MB") if size >= _MEGABYTE else (size / 1000, "kB")
    return f"{number_text(round(number, 1) if number < _LEAST_WHOLE else round(number), lang)} {unit}"


def money_text(dong: int, lang: Lang) -> str:
    """Write a price in đồng: ``120.000 ₫``, ``120,000 VND``; it stays on one line."""
    return pick((f"{number_text(dong, 'vi')}\u00a0₫", f"{number_text(dong, 'en')}\u00a0VND"), lang)


def quantity_text(quantity: float | Decimal, unit: str, per: str | None, lang: Lang) -> str:
    """Say an amount: ``900 tấn mỗi năm``, ``900 t a year``; ``unit`` and ``per`` as in a record."""
    return f"{number_text(quantity, lang)} {unit_of_amount_text(unit, per, lang, one=quantity == 1)}"


def unit_of_amount_text(unit: str, per: str | None, lang: Lang, *, one: bool = False) -> str:
    """Say what an amount is of: ``tấn mỗi năm``, ``t a year``; ``one`` where it is just one."""
    said = _ONE[unit] if one and lang == "en" and unit in _ONE else pick(_UNITS[unit], lang)
    return f"{said} {pick(_PER[per], lang)}" if per is not None else said


def months_text(months: tuple[int, ...], lang: Lang) -> str:
    """Say months in order, runs joined: ``tháng 1–4, 12``; ``January–April, December``."""
    runs: list[tuple[int, int]] = []
    for month in months:
        if runs and runs[-1][1] == month - 1:
            runs[-1] = (runs[-1][0], month)
        else:
            runs.append((month, month))
    names = [str(number) for number in range(1, 13)] if lang == "vi" else list(_MONTHS)
    said = ", ".join(
        names[first - 1] if first == last else f"{names[first - 1]}–{names[last - 1]}" for first, last in runs
    )
    return f"tháng {said}" if lang == "vi" else said


@cache
def _territories(lang: Lang) -> dict[str, str]:
    return {str(code): str(name) for code, name in Locale(lang).territories.items()}


def country_text(code: str, lang: Lang) -> str:
    """Name a country by its ISO 3166-1 alpha-2 code."""
    return _territories(lang).get(code, code)


def countries_text(codes: Iterable[str], lang: Lang) -> str:
    """Name countries one after the other."""
    return ", ".join(country_text(code, lang) for code in codes)


# Of those that goods are sent to.
_WITH_ARTICLE = frozenset({"AE", "BS", "CF", "DO", "GB", "GM", "KM", "KY", "MV", "NL", "PH", "SB", "US"})


def country_inside(code: str, lang: Lang) -> str:
    """Name a country in the middle of a sentence: ``Hoa Kỳ``, ``the United States``."""
    article = "the " if lang == "en" and code in _WITH_ARTICLE else ""
    return article + country_text(code, lang)


def units() -> Mapping[str, tuple[str, str]]:
    """Give the units of amounts by their ids, with their names."""
    return _UNITS


def schemes() -> Mapping[str, tuple[str, str]]:
    """Give the certificates that have an id of their own, by it, with their names."""
    return _SCHEMES


def scheme_text(scheme: str, lang: Lang) -> str:
    """Name a certificate scheme; one that is not known is shown as it was written."""
    return pick(_SCHEMES[scheme.lower()], lang) if scheme.lower() in _SCHEMES else scheme


def producer_type_text(kind: str, lang: Lang) -> str:
    """Name a producer's legal form."""
    return pick(_PRODUCER_TYPES[kind], lang)


def sales_point_type_text(kind: str, lang: Lang) -> str:
    """Name a sort of sales point."""
    return pick(_SALES_POINT_TYPES[kind], lang)


def source_type_text(kind: str, lang: Lang) -> str:
    """Name a sort of source: who says so."""
    return pick(_SOURCE_TYPES[kind], lang)


def recogniser_text(level: str, lang: Lang) -> str:
    """Name who recognises a level, in the middle of a sentence."""
    return pick(_RECOGNISERS[level], lang)


def unit_text(name: str, lang: Lang) -> str:
    """Say an administrative unit: ``Xã Điền Hải`` stays, in English ``Điền Hải Commune``; ``Phường 2``: ``Ward 2``."""
    written = _UNIT_NAME.fullmatch(name)
    if lang == "vi" or written is None:
        return name
    word, bare = _UNIT_WORDS[written[1].lower()], written[2]
    return f"{word} {bare}" if bare.isdecimal() else f"{bare} {word}"


def unit_inside(name: str, lang: Lang) -> str:
    """Say an administrative unit in the middle of a sentence: ``xã Điền Hải``."""
    return (
        name[:1].lower() + name[1:] if lang == "vi" and _UNIT_NAME.fullmatch(name) else unit_text(name, lang)
    )


def unit_short(name: str, lang: Lang) -> str:
    """Say a district in a second line: ``Phước Long``, ``TP Bạc Liêu``, ``Bạc Liêu City``."""
    written = _UNIT_NAME.fullmatch(name)
    if written is None:
        return name
    if written[1].lower() == "thành phố":
        return pick((f"TP {written[2]}", f"{written[2]} City"), lang)
    return written[2]


def unit_bare(name: str) -> str:
    """Say an administrative unit without its sort: ``Điền Hải``; a number keeps it: ``Phường 2``."""
    written = _UNIT_NAME.fullmatch(name)
    return name if written is None or written[2].isdecimal() else written[2]


def now_text(name: str, province: str | None, lang: Lang) -> str:
    """Say what a commune became: ``nay là xã Hòa Bình, tỉnh Cà Mau``; ``now Hòa Bình Commune, Cà Mau Province``."""
    parts = [unit_inside(name, lang)]
    if province is not None:
        parts.append(province_text(province, lang))
    return pick(("nay là ", "now "), lang) + ", ".join(parts)


def province_text(province: str, lang: Lang) -> str:
    """Say a province in the middle of a sentence; some are cities, which their records say themselves."""
    if _UNIT_NAME.fullmatch(province):
        return unit_inside(province, lang)
    if province in _CITIES:
        return pick((f"thành phố {province}", f"{province} City"), lang)
    return pick((f"tỉnh {province}", f"{province} Province"), lang)


_CITIES = {"Hà Nội", "Hồ Chí Minh", "Đà Nẵng", "Hải Phòng", "Cần Thơ", "Huế"}

_DAYS = {"Mo": ("Thứ Hai", "Monday"), "Tu": ("Thứ Ba", "Tuesday"), "We": ("Thứ Tư", "Wednesday"),
         "Th": ("Thứ Năm", "Thursday"), "Fr": ("Thứ Sáu", "Friday"), "Sa": ("Thứ Bảy", "Saturday"),
         "Su": ("Chủ nhật", "Sunday")}  # fmt: skip


def weekdays(lang: Lang) -> list[str]:
    """Name the days of the week in the middle of a sentence, Monday first."""
    names = [pick(words, lang) for words in _DAYS.values()]
    return [name[:1].lower() + name[1:] for name in names] if lang == "vi" else names


def weekdays_text(first: int, last: int, lang: Lang) -> str:
    """Name a run of days of the week: ``Thứ Hai–Thứ Sáu``; 0 is Monday."""
    names = [pick(words, lang) for words in _DAYS.values()]
    return names[first] if first == last else f"{names[first]}–{names[last]}"


def hours_text(hours: str, lang: Lang) -> str:
    """Say opening hours written in OpenStreetMap's syntax; what is not one of the common forms stays as written."""
    if hours.strip() == "24/7":
        return pick(("Mở cửa cả ngày, mọi ngày", "Open day and night"), lang)
    said = hours.replace("Mo-Su", pick(("Hằng ngày", "Daily"), lang))
    said = re.sub(r"\boff\b|\bclosed\b", pick(("nghỉ", "closed"), lang), said)
    said = re.sub(r"\bPH\b", pick(("Ngày lễ", "Public holidays"), lang), said)
    said = re.sub(r"(\d)-(\d)", r"\1–\2", said)
    said = re.sub(r"\b(Mo|Tu|We|Th|Fr|Sa|Su)\b", lambda day: pick(_DAYS[day[1]], lang), said)
    return re.sub(r"(?<=[a-zạảáàãậẩấầẫ])-(?=[A-ZĐ])", "–", said).replace(";", "; ").replace("  ", " ")
