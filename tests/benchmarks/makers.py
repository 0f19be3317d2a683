"""Makes one made-up record after another: plausible, valid, with every field filled in a realistic share of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import words
import yaml
from stdnum import ean
from stdnum.vn import mst

PROJECT = Path(__file__).resolve().parents[2]
NOTE = "Bản ghi bịa để đo tốc độ, không có thật. Made up, to measure with."
SOURCE_IDS = 40
PER_SOURCES_FILE = "nguon-bia-{number}"


@dataclass(frozen=True)
class Size:
    """How many records of each kind; ``photos`` is the share of products that have a picture."""

    products: int = 2000
    producers: int = 1000
    sales_points: int = 60
    photos: float = 0.0


class Maker:
    """Makes one record after another from one source of chance."""

    def __init__(self, size: Size, seed: int) -> None:
        """Begin anew; equal arguments give equal records."""
        self.size, self.chance = size, random.Random(seed)  # noqa: S311 - nothing here is secret
        self.kinds: list[str] = [each["id"] for each in read("catalogue/kinds.yml")["kinds"]]
        paths = sorted((PROJECT / "catalogue/districts").glob("*.yml"))
        self.communes = {path.stem: [each["id"] for each in read(path)["communes"]] for path in paths}
        self.producers = [f"lam-{number}" for number in range(1, size.producers + 1)]
        self.products = [f"hang-{number}" for number in range(1, size.products + 1)]

    def often(self, share: float) -> bool:
        """Say yes in a share of cases."""
        return self.chance.random() < share

    def day(self, first: int, last: int) -> date:
        """Choose a day of the years ``first`` to ``last``."""
        start = date(first, 1, 1)
        return start + timedelta(days=self.chance.randrange((date(last, 12, 31) - start).days))

    def when(self, first: int, last: int) -> str:
        """Choose a date as sources give it: a day, a month or a year."""
        day = self.day(first, last).isoformat()
        return self.chance.choice((day, day, day[:7], day[:4]))

    def story(self, sentences: tuple[str, ...]) -> str:
        """Write one to three paragraphs."""
        paragraphs = [" ".join(self.chance.sample(sentences, 3)) for _ in range(self.chance.randint(1, 3))]
        return "\n\n".join(paragraphs) + "\n"

    def person(self) -> str:
        """Name somebody who does not exist."""
        return f"{self.chance.choice(words.FAMILY)} {self.chance.choice(words.GIVEN)} {self.chance.choice(words.GIVEN)}"

    def sources(self) -> list[Any]:
        """Cite one to three sources, by id or written out."""
        ids = [
            PER_SOURCES_FILE.format(number=self.chance.randint(1, SOURCE_IDS))
            for _ in range(self.chance.randint(1, 2))
        ]
        cited: list[Any] = list(dict.fromkeys(ids))
        if self.often(0.3):
            cited.append(source(self.chance.randint(1, 10_000)) | {"date": self.when(2020, 2025)})
        return cited

    def phone(self) -> str:
        """Give a number of the form that Vietnamese mobile numbers have."""
        return f"091{self.chance.randrange(10**7):07d}"

    def place(self, written: dict[str, Any]) -> str:
        """Choose a district, and often a commune of it."""
        district = self.chance.choice(list(self.communes))
        if self.often(0.7):
            written["commune"] = self.chance.choice(self.communes[district])
        return district

    def point(self) -> dict[str, float]:
        """Choose a point inside the province."""
        return {
            "lat": round(self.chance.uniform(9.0, 9.6), 4),
            "lon": round(self.chance.uniform(105.2, 105.9), 4),
        }

    def contact(self) -> dict[str, Any]:
        """Give a contact with consent."""
        return {
            "consent": self.day(2026, 2026).isoformat(),
            "person": self.person(),
            "phone": [self.phone()],
            "email": f"lien-he-{self.chance.randrange(10**6)}@example.vn",
        }

    def certifications(self) -> list[dict[str, Any]]:
        """Give one or two certificates."""
        return [
            {"scheme": scheme, "number": f"{self.chance.randrange(10**5):05d}-VN", "issued": self.day(2023, 2025).isoformat(),
             "expires": self.day(2026, 2029).isoformat(), "issuer": "Trung tâm chứng nhận bịa"}
            for scheme in self.chance.sample(words.SCHEMES, self.chance.randint(1, 2))
        ]  # fmt: skip

    # Records --------------------------------------------------------------------------------------

    def product(self, number: int) -> tuple[str, dict[str, Any]]:
        """Make one product: its path without folder ``products/`` and what its file holds."""
        kind = self.chance.choice(self.kinds)
        (vi, en), adjective = (
            self.chance.choice(words.GOODS.get(kind, words.OTHER_GOODS)),
            self.chance.choice(words.ADJECTIVES),
        )
        given = self.chance.choice(words.GIVEN)
        written: dict[str, Any] = {"name": f"{vi} {adjective[0]} {given} {number}", "kind": kind}
        if self.often(0.9):
            written["producer"] = self.chance.choice(self.producers)
        district = self.place(written) if self.often(0.9) else "chua-ro"
        written["summary"] = f"{vi} {adjective[0]}, sản phẩm bịa số {number} để đo tốc độ."
        written["story"] = self.story(words.SENTENCES)
        if self.often(0.7):
            written["en"] = {
                "name": f"{en}, {adjective[1]}, {given} {number}",
                "summary": f"{en}, made-up product {number} to measure with.",
                "story": self.story(words.ENGLISH_SENTENCES),
            }
        written |= dict(self._rating()) | dict(self._goods()) | dict(self._trade())
        if self.often(0.03):
            written["visit"] = {"hours": "Mo-Su 07:00-17:00", "location": self.point()}
        written |= dict(self._history(number))
        return f"{district}/hang-{number}", written

    def _rating(self) -> Iterator[tuple[str, Any]]:
        held = [self._recognition() for _ in range(self.chance.choice((0, 1, 1, 1, 1, 2)))]
        if held:
            yield "recognitions", held
        elif self.often(0.5):
            yield "assessed", self.day(2020, 2025).isoformat()
        else:
            yield "mention", "named"
        if self.often(0.03):
            yield "proposed_stars", 5

    def _recognition(self) -> dict[str, Any]:
        stars = self.chance.choice((3, 3, 3, 3, 4, 4, 5))
        if self.often(0.2):
            return {"stars": stars, "reported": self.when(2021, 2025)}
        written: dict[str, Any] = {"stars": stars, "date": self.when(2021, 2026)}
        if self.often(0.6):
            written |= {
                "decision": f"{self.chance.randrange(100, 3000)}/QĐ-UBND",
                "authority": "UBND tỉnh (bịa)",
            }
        if self.often(0.4):
            least = {3: 50, 4: 70, 5: 90}[stars]
            written["score"] = round(self.chance.uniform(least, least + 9), 1)
        return written

    def _goods(self) -> Iterator[tuple[str, Any]]:
        if self.often(0.6):
            sizes = self.chance.sample(("100 g", "250 g", "500 g", "1 kg", "5 kg"), self.chance.randint(1, 3))
            yield (
                "packs",
                [
                    {"size": size, "price": self.chance.randrange(15, 500) * 1000, "gtin": self._gtin()}
                    for size in sizes
                ],
            )
        if self.often(0.5):
            yield "ingredients", "Nguyên liệu chính (98 %), muối"
            yield "storage", "Nơi khô mát, tránh nắng"
            yield "shelf_life_months", self.chance.choice((3, 6, 12, 24))
        if self.often(0.2):
            yield "season", sorted(self.chance.sample(range(1, 13), 4))
        if self.often(0.25):
            yield "certifications", self.certifications()
        if self.often(0.2):
            yield "retail", "Siêu thị trong tỉnh"

    def _trade(self) -> Iterator[tuple[str, Any]]:
        if self.often(0.3):
            yield (
                "trade",
                {
                    "output": {"quantity": self.chance.randint(1, 900), "unit": "t", "per": "year"},
                    "minimum_order": {"quantity": self.chance.randint(1, 50), "unit": "kg"},
                    "lead_time_days": self.chance.randint(1, 30),
                    "hs_code": "1605.21",
                    "export_markets": self.chance.sample(words.MARKETS, 2),
                    "private_label": self.often(0.5),
                },
            )
        if self.often(0.1):
            yield (
                "links",
                {"shopee": "https://shopee.example.vn/bia", "postmart": "https://postmart.example.vn/bia"},
            )

    def _history(self, number: int) -> Iterator[tuple[str, Any]]:
        if self.often(0.02):
            yield (
                "withdrawn",
                {
                    "date": "2026-02",
                    "reason": "Ngừng sản xuất (bịa)",
                    "replaced_by": self.products[number // 2],
                },
            )
        if self.often(0.02):
            yield "formerly", [f"hang-cu-{number}"]
        if self.often(0.3):
            yield "checked", self.day(2026, 2026).isoformat()
        if self.often(0.02):
            yield "similar_to", [self.products[number // 3]]
        yield "notes", NOTE
        yield "sources", self.sources()

    def _gtin(self) -> str:
        digits = f"893{self.chance.randrange(10**9):09d}"
        return digits + ean.calc_check_digit(digits)

    def _tax_code(self) -> str:
        while True:  # one in eleven would need a check digit of ten, and does not exist
            digits = f"19{self.chance.randrange(10**7):07d}"
            if len(check := mst.calc_check_digit(digits)) == 1:
                return digits + check

    def producer(self, number: int) -> tuple[str, dict[str, Any]]:
        """Make one producer."""
        kind, begins = self.chance.choice(words.TYPES)
        given = f"{self.chance.choice(words.GIVEN)} {self.chance.choice(words.GIVEN)} {number}"
        written: dict[str, Any] = {"name": f"{begins} {given}", "type": kind}
        if self.often(0.9):
            written["district"] = self.place(written)
        written["summary"] = f"Chủ thể bịa số {number} để đo tốc độ."
        if self.often(0.6):
            written["address"] = f"Ấp {self.chance.randint(1, 20)} (địa chỉ bịa)"
            written["en"] = {
                "name": f"{given} (made up)",
                "summary": f"Made-up producer {number} to measure with.",
            }
        if self.often(0.5):
            written |= {
                "contact": self.contact(),
                "founded": self.chance.randint(1985, 2024),
                "location": self.point(),
            }
        if self.often(0.3):
            written |= {"tax_code": self._tax_code(), "also_known_as": [f"Nhà {given}"]}
        if self.often(0.2):
            written["certifications"] = self.certifications()
        if self.often(0.1):
            written |= {"story": self.story(words.SENTENCES), "links": {"website": "https://bia.example.vn"}}
        if self.often(0.05):
            written |= {
                "withdrawn": {"date": "2026-03"},
                "formerly": [f"lam-cu-{number}"],
                "checked": "2026-10-01",
            }
        return f"lam-{number}", written | {"notes": NOTE, "sources": self.sources()}

    def sales_point(self, number: int) -> tuple[str, dict[str, Any]]:
        """Make one sales point."""
        kind, begins = self.chance.choice(words.SHOPS)
        written: dict[str, Any] = {
            "name": f"{begins} {self.chance.choice(words.GIVEN)} {number}",
            "type": kind,
        }
        if self.often(0.6):
            written["district"] = self.place(written)
        else:
            written |= (
                {"country": "KR"} if self.often(0.1) else {"province": self.chance.choice(words.PROVINCES)}
            )
        written |= {
            "address": f"{number} đường Bịa Đặt",
            "opened": self.when(2019, 2025),
            "hours": "Mo-Su 07:30-20:00",
        }
        goods = self.chance.sample(self.products, min(20, len(self.products)))
        written["sells"] = "all" if self.often(0.1) else goods
        if self.often(0.1):
            written["closed"] = "2026-05"
        if self.often(0.3):
            written |= {
                "operator": self.chance.choice(self.producers),
                "contact": self.contact(),
                "location": self.point(),
            }
        if self.often(0.2):
            written |= {
                "story": self.story(words.SENTENCES),
                "address_note": "Địa chỉ bịa",
                "en": {"name": f"Made-up shop {number}"},
            }
        written["summary"] = f"Điểm bán bịa số {number} để đo tốc độ."
        return f"diem-{number}", written | {"notes": NOTE, "sources": self.sources()}


def source(number: int) -> dict[str, Any]:
    """Write out one source that does not exist."""
    return {
        "url": f"https://bao.example.vn/bia/{number}",
        "title": f"Bài báo bịa {number}",
        "publisher": "Báo bịa",
    }


def read(path: str | Path) -> Any:
    """Read a file of the catalogue."""
    return yaml.load((PROJECT / path).read_text("utf-8"), Loader=yaml.CSafeLoader)
