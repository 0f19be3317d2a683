"""The words of headings: declarations first, then what offices write over their columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, cached_property, lru_cache
from typing import Final

from ocop.catalogue.meaning import key_meant
from ocop.intake.targets import MAKER, SOURCES, Target, lists, targets
from ocop.records import Producer, Product, Record, SalesPoint
from ocop.text import Vocabulary, fold

NEAR: Final = 86

# What offices call the records themselves.
_NAMES: Final[Mapping[type[Record], str]] = {
    Product: "ten|ten san pham|ten sp|san pham|san pham ocop|ten san pham ocop|ten hang|ten hang hoa|ten goi|ten goi san pham"
    "|ten san pham dich vu|product|product name",
    Producer: "ten|ten chu the|chu the|co so|ten co so|co so san xuat|ten co so san xuat|don vi|ten don vi|don vi san xuat"
    "|doanh nghiep|ten doanh nghiep|nha san xuat|chu the san xuat|ten chu the san xuat|producer name|company",
    SalesPoint: "ten|ten diem ban|diem ban|ten diem|ten cua hang|cua hang|diem gioi thieu va ban san pham|ten diem gioi thieu"
    "|diem gioi thieu|sales point|shop",
}  # fmt: skip

# Headings of offices, folded, by what they mean: the first target that such a list has.
_OFFICE: Final[Mapping[tuple[str, ...], str]] = {
    ("row_number",): "stt|tt|so tt|so thu tu|no|number|so stt",
    ("id",): "ma|ma so|ma san pham|ma sp|ma chu the|ma diem ban",
    ("producer",): "chu the|ten chu the|chu the san xuat|ten chu the san xuat|chu the san pham|co so|ten co so|co so sx|co so san xuat"
    "|ten co so san xuat|don vi|ten don vi|don vi san xuat|don vi sx|doanh nghiep|ten doanh nghiep|nha san xuat|nha sx|chu the ocop"
    "|cong ty|to chuc ca nhan|ten to chuc ca nhan|cong ty htx ho kinh doanh",
    ("kind",): "loai|loai hang|loai san pham|loai sp|nganh hang|phan loai|nhom hang|nhom nganh hang",
    ("group",): "nhom|nhom san pham|nhom sp|phan nhom|bo san pham|nhom ocop",
    ("district",): "huyen|huyen tp|huyen tx|huyen thi|huyen thi xa|huyen thanh pho|huyen thi xa thanh pho|huyen thi thanh pho"
    "|huyen tx tp|huyen thi tp|quan huyen|dia phuong|dia ban|cap huyen|tp huyen|ten huyen",
    ("commune",): "xa|phuong|xa phuong|phuong xa|xa thi tran|xa tt|xa phuong tt|xa phuong thi tran|xa p tt|cap xa|ten xa",
    ("address", "producer.address"): "dia chi|dia chi san xuat|dia chi sx|dia chi co so|dia chi chu the|noi san xuat|tru so"
    "|dia diem|dia diem san xuat|dia chi tru so",
    ("recognitions.stars",): "hang|hang sao|sao|so sao|xep hang|xep hang sao|phan hang|phan hang sao|ket qua|ket qua phan hang"
    "|ket qua xep hang|ket qua danh gia|hang san pham|dat sao|dat hang|cap sao|muc sao|sao ocop|hang ocop|xep loai|rating",
    ("recognitions.decision",): "so qd|so quyet dinh|quyet dinh|qd|quyet dinh so|qd so|qd cong nhan|quyet dinh cong nhan|so qd cong nhan"
    "|so quyet dinh cong nhan|so van ban|so ky hieu",
    ("recognitions.date",): "ngay qd|ngay quyet dinh|ngay cap|ngay cong nhan|ngay ky|ngay ban hanh|ngay|ngay thang|ngay thang nam"
    "|date|thoi gian cong nhan|thoi diem cong nhan|ngay cap gcn|ngay cap giay chung nhan|ngay thang cong nhan|ngay qd cong nhan",
    ("recognitions.year",): "nam|nam cong nhan|nam danh gia|nam xep hang|nam phan hang|nam dat|nam cap|nam dat chung nhan",
    ("recognitions.expires",): "het han|ngay het han|het hieu luc|ngay het hieu luc|hieu luc|hieu luc den|co hieu luc den|thoi han"
    "|thoi han den|gia tri den|co gia tri den",
    ("recognitions.authority",): "co quan|co quan cong nhan|co quan cap|cap cong nhan|noi cap|don vi cap|co quan ban hanh",
    ("recognitions.score",): "diem|so diem|tong diem|diem so|diem danh gia|tong so diem",
    ("packs.size",): "quy cach|khoi luong|trong luong|dung tich|quy cach dong goi|khoi luong tinh|quy cach bao bi|bao bi",
    ("packs.price",): "gia|gia ban|don gia|gia ban le|gia le|gia tham khao|gia san pham|gia thanh|price",
    ("packs.gtin",): "ma vach|ma so ma vach|barcode|ean",
    ("certifications.scheme",): "chung nhan|chung nhan khac|tieu chuan|tieu chuan chat luong|chung chi|chung nhan chat luong",
    ("contact_phone", "producer.contact_phone"): "dien thoai|sdt|so dien thoai|so dt|dt|di dong|dien thoai lien he|so dien thoai lien he"
    "|phone|tel|mobile",
    ("contact_person", "producer.contact_person"): "nguoi dai dien|dai dien|nguoi lien he|chu co so|ho ten|ho va ten|giam doc"
    "|nguoi dai dien phap luat|ho ten chu the",
    ("contact_email", "producer.contact_email"): "email|e mail|mail|thu dien tu|dia chi email",
    ("contact_website", "links_website"): "website|web|trang web|trang thong tin",
    ("contact_consent", "producer.contact_consent"): "ngay dong y|dong y cong bo|ngay dong y cong bo",
    ("tax_code", "producer.tax_code"): "mst|ma so thue|ma so doanh nghiep|tax code",
    ("type", "producer.type"): "loai hinh|loai hinh chu the|loai hinh san xuat|loai hinh doanh nghiep|loai hinh to chuc|loai|loai diem",
    ("founded", "producer.founded"): "nam thanh lap",
    ("location_lat", "visit_location_lat"): "vi do|lat|latitude",
    ("location_lon", "visit_location_lon"): "kinh do|lon|lng|longitude",
    ("retail",): "mua o|noi mua|noi ban|noi tieu thu",
    ("summary",): "mo ta|mo ta ngan|gioi thieu",
    ("story",): "cau chuyen|cau chuyen san pham|bai viet",
    ("notes",): "ghi chu|luu y|ghi chu noi bo",
    ("cited",): "nguon|nguon tin|can cu|source|sources|tai lieu|duong dan nguon",
    ("operator",): "don vi quan ly|don vi van hanh|chu the quan ly|chu cua hang|quan ly",
    ("sells",): "ban|san pham ban|hang ban|cac san pham|san pham bay ban",
    ("hours", "visit_hours"): "gio mo cua|gio ban",
}  # fmt: skip

# A heading over several others, and the part of the record that it names.
_OVER: Final[Mapping[str, str]] = {
    "recognitions": "cong nhan|ocop|cong nhan ocop|ket qua cong nhan|quyet dinh|quyet dinh cong nhan|xep hang|phan hang|hang sao"
    "|danh gia phan hang|ket qua danh gia|ket qua phan hang|ket qua xep hang|giay chung nhan ocop|chung nhan ocop|ket qua",
    MAKER: "chu the|chu the san xuat|thong tin chu the|thong tin ve chu the|co so|co so san xuat|don vi san xuat|doanh nghiep|nha san xuat"
    "|chu the ocop",
    "packs": "quy cach|gia|quy cach va gia|quy cach gia|dong goi",
    "certifications": "chung nhan|chung nhan khac|giay chung nhan|giay chung nhan khac|tieu chuan|chung chi",
    SOURCES: "nguon",
}  # fmt: skip
_UNDER: Final[Mapping[str, Mapping[str, str]]] = {
    "recognitions": {
        "recognitions.decision": "so|so hieu|van ban", "recognitions.date": "ngay|ngay cap|thoi gian|thoi diem",
        "recognitions.stars": "hang|sao", "recognitions.expires": "den|den ngay|han",
    },
    MAKER: {"producer": "ten|ten goi|chu the", "producer.type": "loai|loai hinh"},
    "packs": {"packs.size": "loai|kich co|dong goi"},
    "certifications": {
        "certifications.scheme": "ten|loai|ten chung nhan", "certifications.number": "so|so hieu|ma so",
        "certifications.issued": "ngay|ngay cap", "certifications.expires": "het han|hieu luc|han|den ngay",
        "certifications.issuer": "noi cap|co quan|co quan cap|don vi cap",
    },
}  # fmt: skip
_STARS_ALONE: Final = re.compile(r"(?:hang |ocop |dat )?([345]) (?:sao|stars?)")
_THOUSANDS: Final = re.compile(r"nghin|ngan|\b1 ?000 ?(?:d|dong|vnd)?\b|\b1k\b")
_MILLIONS: Final = re.compile(r"trieu")


@lru_cache(maxsize=16384)
def plain(heading: str) -> str:
    """Give a heading without marks, capitals and punctuation, as the words above are written."""
    return re.sub(r"[^a-z0-9#]+", " ", fold(heading.replace("_", " "))).strip()


class Words:
    """Every heading that one kind of list may have."""

    def __init__(self, model: type[Record]) -> None:
        self.model = model
        self.targets = targets(model)
        self.words = _words(model, self.targets)

    def exact(self, heading: str, above: tuple[str, ...] = ()) -> Target | None:
        """Give what a heading means by its very words, under the headings above it; None for any other."""
        group = next((found for each in reversed(above) if (found := self.group_of(each))), None)
        for attempt in _attempts(heading):
            name = self._inside(group, attempt) or self.words.get(attempt) or self._in_a_hurry(attempt)
            if name is not None:
                return self._scaled(self.targets[name], " ".join((*above, heading)))
            alone = _STARS_ALONE.fullmatch(attempt)
            if alone and "recognitions.stars" in self.targets:
                return replace(self.targets["recognitions.stars"], fixed=alone[1])
        return None

    def near(self, heading: str) -> Target | None:
        """Give what a heading most likely means where it is no known one."""
        for attempt in _attempts(heading):
            near = self._spelt.nearest(attempt, NEAR) if len(attempt) > 3 else None
            if near is not None:
                return self._scaled(self.targets[self.words[near]], heading)
        return None

    def names_the_record(self, heading: str) -> bool:
        """Tell whether a heading by itself says that the list is one of such records."""
        own = {*_NAMES[self.model].split("|"), plain(self.targets["name"].label("vi"))} - {"ten"}
        return any(attempt in own for attempt in _attempts(heading))

    def group_of(self, heading: str) -> str | None:
        """Give the part of the record that a heading over others names."""
        attempts = tuple(_attempts(heading))
        for group, words in _OVER.items():
            if any(attempt in words.split("|") for attempt in attempts):
                return group if group in self._groups else None
        key = next((key for each in attempts if (key := key_meant(self.model, each, least=100))), None)
        return key if key in self._groups else None

    @cached_property
    def _groups(self) -> frozenset[str]:
        return frozenset(target.group for target in self.targets.values() if target.group)

    @cached_property
    def _spelt(self) -> Vocabulary:
        return Vocabulary(self.words)

    def _inside(self, group: str | None, attempt: str) -> str | None:
        """Find a heading among those of the part of the record that stands above it."""
        if group is None:
            return None
        for name, words in _UNDER.get(group, {}).items():
            if attempt in words.split("|") and name in self.targets:
                return name
        for target in self.targets.values():
            if target.group == group and attempt in {
                plain(target.fact.about.vi),
                plain(target.fact.about.en),
            }:
                return target.name
        model = Producer if group == MAKER else lists(self.model)[group].model
        key = key_meant(model, attempt, least=100)  # type: ignore[arg-type]  # every part is made of facts
        name = f"{group}.{key}"
        return name if key is not None and name in self.targets else None

    def _in_a_hurry(self, attempt: str) -> str | None:
        key = key_meant(self.model, attempt, least=100)
        return key if key in self.targets else None

    def _scaled(self, target: Target, heading: str) -> Target:
        if target.name != "packs.price":
            return target
        words = plain(heading)
        return replace(
            target, scale=1_000_000 if _MILLIONS.search(words) else 1000 if _THOUSANDS.search(words) else 1
        )


@cache
def words_of(model: type[Record]) -> Words:
    """Give the headings of one kind of list."""
    return Words(model)


def _words(model: type[Record], known: Mapping[str, Target]) -> dict[str, str]:
    words = {plain(name): name for name in known if not name.startswith(("cited", "row_number"))}
    words |= dict.fromkeys(_NAMES[model].split("|"), "name")
    for names, office in _OFFICE.items():
        name = next((each for each in names if each in known), None)
        for word in office.split("|") if name is not None else ():
            words.setdefault(word, name or "")
    inner = Counter(plain(getattr(each.fact.about, lang)) for each in known.values() for lang in ("vi", "en"))
    for name, target in sorted(known.items(), key=lambda pair: pair[1].group != ""):
        for lang in ("vi", "en"):
            words.setdefault(plain(target.label(lang)), name)
            # A “Date” may be any of several.
            if inner[plain(getattr(target.fact.about, lang))] == 1:
                words.setdefault(plain(getattr(target.fact.about, lang)), name)
    return words


def _attempts(heading: str) -> Iterator[str]:
    """Yield the ways to read a heading: whole, without what stands in brackets, and each half of a pair of languages."""
    bare = re.sub(r"\([^()]*\)", " ", heading)
    halves = heading.split(" / ") if " / " in heading else ()
    seen: set[str] = set()
    for text in (heading, bare, *halves):
        words = re.sub(r"\s*\d+$", "", plain(text)) if plain(text).startswith("#") else plain(text)
        if words and words not in seen:
            seen.add(words)
            yield words
