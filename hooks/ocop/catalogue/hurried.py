"""Words that people write in a hurry in place of a field's name or of one of the fixed choices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# Folded word -> the keys it may stand for, the first that a model has; with none, the word means no field at all.
KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    # naming
    "ten": ("name", "title", "scheme"), "name": ("name", "title", "scheme", "person"), "title": ("name",), "tieu de": ("title", "name"),
    "ten goi": ("name",), "ten san pham": ("name",), "product": ("name",), "english name": ("en",),
    "tieng anh": ("en",), "english": ("en",), "vi": (), "loai": ("kind", "type"), "loai hang": ("kind",), "loai san pham": ("kind",),
    "phan loai": ("kind", "type"), "category": ("kind",), "group": ("kind",), "nhom": ("kind", "group"), "nhom hang": ("kind",),
    "nhom san pham": ("kind",), "loai hinh": ("type",), "hinh thuc": ("type",), "mo ta": ("summary", "alt"), "mo ta ngan": ("summary",),
    "description": ("summary", "alt"), "desc": ("summary", "alt"), "caption": ("alt",), "chu thich": ("alt",), "bai viet": ("story",),
    "cau chuyen": ("story",), "cau chuyen san pham": ("story",), "gioi thieu": ("story",), "noi dung": ("story", "text"), "text": ("story",),
    "ten khac": ("also_known_as",), "ten goi khac": ("also_known_as",), "ten viet tat": ("also_known_as",), "ten thuong goi": ("also_known_as",),
    "thuong hieu": ("also_known_as",), "nhan hieu": ("also_known_as",), "brand": ("also_known_as",), "alias": ("also_known_as",),
    # who and where
    "chu the": ("producer", "operator"), "producer": ("producer", "operator"), "co so": ("producer", "operator"), "maker": ("producer",),
    "nha san xuat": ("producer",), "nsx": ("producer",), "don vi san xuat": ("producer",), "co so san xuat": ("producer",),
    "company": ("producer", "operator"), "supplier": ("producer",), "seller": ("operator",), "nguoi ban": ("operator",),
    "don vi": ("unit", "operator"), "chu co so": ("producer", "person"), "nguoi dai dien": ("person",), "dai dien": ("person",), "giam doc": ("person",),
    "xa": ("commune",), "phuong": ("commune",), "thi tran": ("commune",), "ward": ("commune",), "xa phuong": ("commune",), "huyen": ("district",),
    "thi xa": ("district",), "thanh pho": ("district",), "tinh": ("province",), "tinh thanh": ("province",), "nuoc": ("country",),
    "quoc gia": ("country",), "dia chi": ("address",), "ap": ("address",), "noi ban": ("retail",), "mua o dau": ("retail",), "toa do": ("location",),
    "gps": ("location",), "vi do": ("lat",), "latitude": ("lat",), "kinh do": ("lon",), "longitude": ("lon",), "lng": ("lon",), "long": ("lon",),
    "gio mo cua": ("hours",), "gio ban": ("hours",), "gio hoat dong": ("hours",), "opening hours": ("hours",),
    # rating
    "cong nhan": ("recognitions",), "recognition": ("recognitions",), "rating": ("recognitions", "stars"), "ratings": ("recognitions",),
    "xep hang": ("recognitions", "stars"), "ocop": ("recognitions",), "sao": ("stars",), "hang": ("stars",), "hang sao": ("stars",),
    "star": ("stars",), "so sao": ("stars",), "ngay": ("date",), "date": ("date", "issued"), "diem": ("score",),
    "diem so": ("score",), "points": ("score",), "so quyet dinh": ("decision",), "quyet dinh": ("decision",), "so qd": ("decision",), "qd": ("decision",),
    "co quan": ("authority", "issuer"), "co quan cap": ("issuer", "authority"), "noi cap": ("issuer", "authority"), "het han": ("expires",),
    "ngay het han": ("expires",), "hieu luc den": ("expires", "until"), "expiry": ("expires",), "expired": ("expires",), "expire": ("expires",),
    "valid until": ("expires", "until"), "de nghi": ("proposed_stars",), "rut": ("withdrawn",), "thu hoi": ("withdrawn",),
    "ngung san xuat": ("withdrawn",), "ly do": ("reason",), "thay bang": ("replaced_by",), "status": (), "trang thai": (),
    # pictures
    "anh": ("photos",), "hinh": ("photos",), "hinh anh": ("photos",), "image": ("photos", "file"), "images": ("photos",), "photo": ("photos", "file"),
    "picture": ("photos", "file"), "pictures": ("photos",), "ten tep": ("file",), "tep": ("file",), "ten anh": ("file",), "src": ("file",),
    "filename": ("file",), "url": ("url", "file", "website"), "tac gia": ("credit",), "nguoi chup": ("credit",), "author": ("credit", "publisher"),
    # goods and trade
    "gia": ("price",), "gia ban": ("price",), "gia le": ("price",), "don gia": ("price",), "quy cach": ("packs", "size"), "dong goi": ("packs", "size"),
    "bao bi": ("packs",), "khoi luong": ("size",), "trong luong": ("size",), "weight": ("size",), "ma vach": ("gtin",), "barcode": ("gtin",),
    "ean": ("gtin",), "sku": (), "thanh phan": ("ingredients",), "nguyen lieu": ("ingredients",), "bao quan": ("storage",), "cach bao quan": ("storage",),
    "han su dung": ("shelf_life_months",), "han dung": ("shelf_life_months",), "hsd": ("shelf_life_months",), "shelf life": ("shelf_life_months",),
    "mua": ("season",), "mua vu": ("season",), "thoi vu": ("season",), "months": ("season",), "thang": ("season",), "chung nhan": ("certifications", "scheme"),
    "chung chi": ("certifications", "scheme"), "giay chung nhan": ("certifications", "number"), "certificates": ("certifications",),
    "certificate": ("certifications", "scheme"), "tieu chuan": ("certifications", "scheme"), "so": ("number",), "so giay": ("number",), "cap ngay": ("issued",),
    "ngay cap": ("issued",), "san luong": ("output",), "cong suat": ("output",), "dat toi thieu": ("minimum_order",), "dat hang toi thieu": ("minimum_order",),
    "don toi thieu": ("minimum_order",), "moq": ("minimum_order",), "thoi gian giao": ("lead_time_days",), "giao hang": ("lead_time_days",),
    "lead time": ("lead_time_days",), "hs": ("hs_code",), "ma hs": ("hs_code",), "xuat khau": ("export_markets",), "export": ("export_markets",),
    "thi truong xuat khau": ("export_markets",), "thi truong": ("export_markets",), "nhan rieng": ("private_label",), "oem": ("private_label",),
    "so luong": ("quantity",), "unit": ("unit",), "tham quan": ("visit",), "du lich": ("visit",), "ban": ("sells",), "products": ("products", "sells"),
    "san pham": ("products", "sells"), "hang ban": ("sells",), "mat hang": ("sells",),
    # reaching somebody
    "lien he": ("contact",), "contacts": ("contact",), "dien thoai": ("phone",), "so dien thoai": ("phone",), "sdt": ("phone",), "dt": ("phone",),
    "hotline": ("phone",), "tel": ("phone",), "mobile": ("phone",), "nguoi lien he": ("person",), "nguoi": ("person",), "dong y": ("consent",),
    "web": ("website",), "trang web": ("website",), "homepage": ("website",), "mail": ("email",), "thu dien tu": ("email",), "ma so thue": ("tax_code",),
    "mst": ("tax_code",), "tax": ("tax_code",), "nam thanh lap": ("founded",), "thanh lap": ("founded",), "link": ("url", "links"), "lien ket": ("links", "url"),
    # history, sources, staff
    "mo cua": ("opened",), "khai truong": ("opened",), "dong cua": ("closed",), "ngung ban": ("closed",), "ma": ("id",), "ma cu": ("formerly",),
    "kiem tra": ("checked",), "ngay kiem tra": ("checked",), "start": ("from",), "bat dau": ("from",), "end": ("until",), "ket thuc": ("until",),
    "nguon": ("sources", "url"), "nguon tham khao": ("sources",), "tham khao": ("sources",), "reference": ("sources",), "references": ("sources",),
    "bao": ("publisher",), "noi dang": ("publisher",), "ngay dang": ("date",), "ten bai": ("title",), "ghi chu": ("notes", "note"), "note": ("notes", "note"),
    "ghi chu noi bo": ("notes",), "muc tieu": ("targets",), "ket qua": ("results",), "chi tieu": ("measure",), "gia tri": ("value",),
    "quang ba": (), "promoted": (), "khuyen mai": (),
}  # fmt: skip

# Whoever writes one of these names the record or its folder, which the file's own place says already.
OWN_ID: Final = frozenset(
    ("id", "ma", "slug", "ma so", "ma san pham", "ma chu the", "product id", "record id", "code")
)
OWN_DISTRICT: Final = frozenset(("district", "huyen", "thi xa", "thanh pho", "huyen thi", "dia phuong"))

CHOICES: Final[Mapping[str, str]] = {
    "cong ty": "enterprise", "cty": "enterprise", "doanh nghiep": "enterprise", "dntn": "enterprise", "company": "enterprise", "business": "enterprise",
    "tnhh": "enterprise", "htx": "cooperative", "hop tac xa": "cooperative", "lien hiep htx": "cooperative", "coop": "cooperative", "co op": "cooperative",
    "to hop tac": "cooperative-group", "tht": "cooperative-group", "to san xuat": "cooperative-group", "ho": "household", "ho kinh doanh": "household",
    "hkd": "household", "ho gia dinh": "household", "ca the": "household", "ca nhan": "household", "co so": "household", "individual": "household",
    "trang trai": "household", "lang nghe": "household", "cua hang": "shop", "store": "shop", "tap hoa": "shop", "dai ly": "shop", "kios": "shop",
    "kiot": "shop", "quay": "shop", "sieu thi": "supermarket", "mart": "supermarket", "cho": "market-stall", "sap": "market-stall", "sap cho": "market-stall",
    "trung bay": "showroom", "diem trung bay": "showroom", "trung tam": "showroom", "diem gioi thieu": "showroom", "truc tuyen": "online", "mang": "online",
    "san thuong mai dien tu": "online", "shopee": "online", "lazada": "online", "facebook": "online", "tiktok": "online", "thanh pho": "city", "tp": "city",
    "thi xa": "town", "tx": "town", "huyen": "district", "xa": "commune", "phuong": "ward", "thi tran": "township", "tan": "t", "ton": "t", "tonne": "t",
    "ki": "kg", "ky": "kg", "kilo": "kg", "kilogam": "kg", "kilogram": "kg", "can": "kg", "gam": "g", "gram": "g", "gr": "g", "lit": "l", "litre": "l",
    "liter": "l", "mililit": "ml", "cai": "pc", "con": "pc", "trai": "pc", "qua": "pc", "chiec": "pc", "piece": "pc", "pcs": "pc", "hop": "box",
    "thung": "box", "goi": "pack", "bich": "pack", "chai": "bottle", "bao": "bag", "tui": "bag", "hu": "jar", "lo": "jar", "keo": "jar", "luot": "visit",
    "khach": "visit", "luot khach": "visit", "nam": "year", "hang nam": "year", "moi nam": "year", "1 nam": "year", "annual": "year", "thang": "month",
    "hang thang": "month", "tuan": "week", "hang tuan": "week", "ngay": "day", "hang ngay": "day", "daily": "day", "vu": "season", "mua": "season",
    "vu mua": "season", "da danh gia": "assessed", "duoc nhac": "named",
}  # fmt: skip

# Certificates by other names than those of `i18n.phrases`.
SCHEMES: Final[Mapping[str, str]] = {
    "chi dan dia ly": "gi", "geographical indication": "gi", "iso22000": "iso-22000", "iso9001": "iso-9001", "fssc": "fssc-22000", "viet gap": "vietgap",
    "global gap": "globalgap", "huu co": "organic", "brcgs": "brc", "an toan thuc pham": "attp", "vsattp": "attp", "ve sinh an toan thuc pham": "attp",
    "du dieu kien an toan thuc pham": "attp",
}  # fmt: skip
