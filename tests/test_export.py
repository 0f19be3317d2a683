"""The rows of the exports: what they tell of a record, and what they keep to themselves."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import pytest
from tests.catalogues import SITE, edition, producer, product, sales_point

from ocop import export
from ocop.edition import Edition
from ocop.export.plain import Plainly
from ocop.export.producers import open_contact
from ocop.export.products import FIRST, ProductFigures
from ocop.export.table import columns
from ocop.fields import About, Line, Part
from ocop.photos import PictureFacts
from ocop.records import Contact, Product

# The contract's list for one product.
PROMISED = {
    "id", "name", "name_en", "kind", "group", "district", "commune", "commune_now", "producer", "stars", "rating_status",
    "rated_on", "rating_expires", "recognitions", "proposed_stars", "certifications", "trade", "packs", "photos",
    "promoted", "url", "url_en", "sources",
}  # fmt: skip


def exported(made: Edition, name: str) -> Any:
    """Read one JSON file of an edition's exports."""
    return json.loads(export.files(made, SITE)[f"data/{name}.json"])


def only(made: Edition, name: str = "products") -> dict[str, Any]:
    """Give the one object of a list."""
    (row,) = exported(made, name)
    assert isinstance(row, dict)
    return row


def rated(**recognition: str) -> dict[str, Any]:
    """Write a product with one recognition."""
    return product(recognitions=[recognition])


def test_a_product_has_every_promised_key() -> None:
    """Every key of the contract is there even where nothing is known, and what is not known is null or empty."""
    row = only(edition(products={"chua-ro/muoi": product()}))
    assert row.keys() >= PROMISED
    unknown = (
        "name_en",
        "district",
        "commune",
        "commune_now",
        "producer",
        "stars",
        "rated_on",
        "trade",
        "proposed_stars",
    )
    assert [row[key] for key in unknown] == [None] * len(unknown)
    assert (row["packs"], row["photos"], row["certifications"], row["recognitions"]) == ([], [], [], [])


def test_ids_stand_beside_their_names_in_both_languages() -> None:
    """Kind, group, district, commune and maker are told by id and by name, with the unit the commune became."""
    row = only(
        edition(
            products={"dong-hai/muoi": product(commune="dien-hai", producer="htx", en={"name": "Salt"})},
            producers={"htx": producer(type="cooperative")},
        )
    )
    assert (row["kind"], row["kind_name"], row["kind_name_en"]) == ("muoi", "Muối", "Salt")
    assert (row["group"], row["group_name"], row["group_name_en"]) == ("thuc-pham", "Thực phẩm", "Food")
    assert (row["district"], row["district_name_en"]) == ("dong-hai", "Đông Hải District")
    assert (row["commune"], row["commune_name"]) == ("dien-hai", "Xã Điền Hải")
    assert (
        row["commune_now"].items() >= {"name": "Xã Long Điền", "code": "31985", "province": "Cà Mau"}.items()
    )
    assert row["producer"] == {"id": "htx", "name": "Hợp tác xã Muối", "name_en": None, "type": "cooperative"}
    assert (row["name"], row["name_en"]) == ("Muối hạt", "Salt")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (rated(stars="4", date="2025"), ("holding", 4, "2025", "2028", None)),
        (
            rated(stars="4", date="2024-03", expires="2027-01-31"),
            ("holding", 4, "2024-03", "2027-01-31", None),
        ),
        (rated(stars="4", reported="2024-05"), ("unconfirmed", 4, None, None, "2027-05")),
        (rated(stars="4"), ("unconfirmed", 4, None, None, None)),
        (rated(stars="4", date="2022-06-30"), ("ended", None, "2022-06-30", "2025-06-30", None)),
        (rated(stars="4", reported="2020"), ("ended", None, None, None, "2023")),
        (rated(stars="4", date="2027-01-01"), ("none", None, None, None, None)),
        (product(assessed="2022-11-08"), ("none", None, None, None, None)),
        (
            rated(stars="4", date="2025") | {"withdrawn": {"date": "2026"}},
            ("withdrawn", None, None, None, None),
        ),
    ],
)
def test_a_rating_is_told_as_it_stands(written: Mapping[str, Any], told: tuple[Any, ...]) -> None:
    """Stars only while holding or unconfirmed, dates at their own precision, an end only where it is certain."""
    row = only(edition(products={"muoi": written}))
    keys = ("rating_status", "stars", "rated_on", "rating_expires", "rating_ends_at_latest")
    assert tuple(row[key] for key in keys) == told


def test_each_recognition_tells_how_it_stands() -> None:
    """Recognitions are newest first, each with its own status and end."""
    held = [
        {"stars": "3", "date": "2020"},
        {"stars": "4", "date": "2025-02"},
        {"stars": "4", "reported": "2024"},
    ]
    told = only(edition(products={"muoi": product(recognitions=held)}))["recognitions"]
    assert [(each["status"], each["expires"], each["ends_at_latest"]) for each in told] == [
        ("holding", "2028-02", None),
        ("unconfirmed", None, "2027"),
        ("ended", "2023", None),
    ]


def test_sources_are_written_out_everywhere() -> None:
    """A source named by its id is exported in full wherever it is cited, also inside a recognition."""
    row = only(
        edition(
            products={"muoi": product(recognitions=[{"stars": "4", "date": "2025", "sources": ["nguon"]}])}
        )
    )
    for sources in (row["sources"], row["recognitions"][0]["sources"]):
        assert sources == [
            {"id": "nguon", "url": "https://bao.example/bai", "title": "Bài báo", "publisher": "Báo", "type": None, "date": "2025-05-10",
             "title_inferred": False, "date_inferred": True},
        ]  # fmt: skip


def unpacked(content: bytes) -> bytes:
    """Give a file's text, a workbook's as all its parts."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return b"".join(packed.read(name) for name in packed.namelist())


def test_what_staff_note_stays_inside() -> None:
    """Notes, suspected duplicates and remarks on a source are in no file, whatever the record."""
    secret = {"notes": "chuyện nội bộ"}
    made = edition(
        products={
            "muoi": product(**secret, similar_to=["muoi-khac-bi-mat"]),
            "muoi-khac-bi-mat-2": product(),
        },
        producers={"htx": producer(**secret)},
        sales_points={"quay": sales_point(**secret)},
    )
    everything = b"".join(map(unpacked, export.files(made, SITE).values())).decode()
    for text in ("chuyện nội bộ", "ghi chú nội bộ của nguồn", '"muoi-khac-bi-mat"'):
        assert text not in everything


def test_a_newly_declared_field_is_exported_by_itself() -> None:
    """One declaration is enough for JSON and for a column; one for staff stays out of both."""

    class Later(Product):
        colour: Annotated[Line | None, About(vi="Màu", en="Colour")] = None
        doubts: Annotated[Line | None, About(vi="Ngờ vực", en="Doubts", part=Part.STAFF)] = None

    made = edition(products={"muoi": product()})
    record = Later.model_validate(product(colour="trắng", doubts="có"))
    row = Plainly(made.catalogue).row(record, _Nothing(), FIRST)
    named = {column.name: column for column in columns(Later, ProductFigures, FIRST)}
    assert row["colour"] == "trắng"
    assert (named["colour"].vi, named["colour"].en) == ("Màu", "Colour")
    assert not {"doubts"} & {*row, *named}


@dataclass(frozen=True)
class _Nothing:
    """Computes nothing: what is left of a row is what the record declares."""


def test_promotion_is_told_with_its_campaign() -> None:
    """Goods lifted by a campaign of the day say by which; others say no."""
    made = edition(
        products={
            "tom": rated(stars="4", date="2025") | {"kind": "tom"},
            "muoi": rated(stars="4", date="2025"),
        },
        promotions=({"id": "tom-bac-lieu", "title": "Tôm Bạc Liêu", "kinds": ["tom"], "from": "2026-10-01"},),
    )
    told = {row["id"]: (row["promoted"], row["promotion"]) for row in exported(made, "products")}
    assert told == {"tom": (True, "tom-bac-lieu"), "muoi": (False, None)}


def test_rows_are_in_the_order_of_listings() -> None:
    """The list of products has the order that the pages have."""
    made = edition(
        products={
            "a": rated(stars="3", date="2025"),
            "b": rated(stars="5", date="2025"),
            "c": product(),
            "d": product(),
        }
    )
    assert (
        [row["id"] for row in exported(made, "products")]
        == [each.id for each in made.listing]
        == ["b", "a", "c", "d"]
    )


def test_photos_tell_where_they_are_published() -> None:
    """A photo has the path of its published file, its words and the size of the picture it was made from."""
    made = edition(
        products={
            "dong-hai/muoi": product(photos=[{"file": "Muối 1.png", "alt": "Gói muối", "credit": "An"}])
        },
        pictures={"products/dong-hai/Muối 1.png": PictureFacts("PNG", 2000, 1500)},
    )
    (photo,) = only(made)["photos"]
    assert photo == {
        "file": "Muối 1.png", "path": "san-pham/muoi/muoi-1-png.jpg", "width": 2000, "height": 1500, "alt": "Gói muối",
        "credit": "An",
    }  # fmt: skip


def test_whole_numbers_have_no_fraction() -> None:
    """A quantity of 900 is not exported as 900.0."""
    trade = {"output": {"quantity": "900", "unit": "t", "per": "year"}}
    assert only(edition(products={"muoi": product(trade=trade)}))["trade"]["output"] == {
        "quantity": 900,
        "unit": "t",
        "per": "year",
    }
    assert (
        '"quantity": 900,'
        in export.files(edition(products={"muoi": product(trade=trade)}), SITE)["data/products.json"].decode()
    )


def test_a_producer_lists_and_counts_its_goods() -> None:
    """Ids in the order of listings; the counts by standing add up to the number of goods."""
    goods = {
        "a": rated(stars="3", date="2025"), "b": rated(stars="5", date="2025"), "c": rated(stars="4", date="2019"),
        "d": product(), "e": rated(stars="4", reported="2025"),
    }  # fmt: skip
    made = edition(
        products={name: each | {"producer": "htx"} for name, each in goods.items()},
        producers={"htx": producer()},
    )
    row = only(made, "producers")
    assert row["products"] == ["b", "e", "a", "c", "d"]
    assert row["counts"] == {
        "products": 5, "stars_5": 1, "stars_4": 1, "stars_3": 1, "holding": 2, "unconfirmed": 1, "ended": 1, "none": 1,
        "withdrawn": 0,
    }  # fmt: skip


def test_contact_needs_consent() -> None:
    """With a date of consent a contact is exported, without one only its website, whatever the record got past."""
    told = {"consent": "2026-03-01", "phone": "0291 3822 335", "website": "https://muoi.example"}
    made = edition(producers={"htx": producer(contact=told)})
    assert only(made, "producers")["contact"]["phone"] == ["+842913822335"]
    contact = Contact.model_construct(consent=None, phone=("+842913822335",), website="https://muoi.example")
    asked = made.catalogue.producers["htx"].model_copy(update={"contact": contact})
    assert open_contact(asked) == Contact(website="https://muoi.example")


def test_number_of_an_identity_card_needs_consent() -> None:
    """A household's tax code may be its owner's identity number: it is open data only with consent."""
    code = "095123456789"
    assert only(edition(producers={"ho": producer(tax_code=code)}), "producers")["tax_code"] is None
    consented = producer(tax_code=code, contact={"consent": "2026-03-01"})
    assert only(edition(producers={"ho": consented}), "producers")["tax_code"] == code


def test_sales_points_say_whether_they_are_closed_and_what_they_sell() -> None:
    """Closed ones come last and say so; ``sells`` is as written; goods name the open points that have them."""
    made = edition(
        products={"muoi": product(), "tom": product(kind="tom")},
        sales_points={
            "a": sales_point(closed="2026-01"), "b": sales_point(sells="all"), "c": sales_point(sells=["tom"], operator="Ông A"),
        },
    )  # fmt: skip
    told = [
        (row["id"], row["is_closed"], row["closed"], row["sells"]) for row in exported(made, "sales-points")
    ]
    assert told == [("b", False, None, "all"), ("c", False, None, ["tom"]), ("a", True, "2026-01", None)]
    assert {row["id"]: row["sales_points"] for row in exported(made, "products")} == {
        "muoi": ["b"],
        "tom": ["b", "c"],
    }


def test_districts_tell_what_each_commune_became() -> None:
    """Every commune has its new unit, or null, and the number of its goods."""
    made = edition(products={"a": product(commune="dien-hai"), "b": product(), "chua-ro/c": product()})
    row = only(made, "districts")
    assert row["counts"]["products"] == 2
    told = [(each["id"], each["now"] and each["now"]["name"], each["products"]) for each in row["communes"]]
    assert told == [("dien-hai", "Xã Long Điền", 1), ("an-trach", None, 0)]


def test_the_programme_stands_beside_the_catalogues_own_count() -> None:
    """Reported results keep stars under their digit and their sources; the own count says of which day it is."""
    made = edition(
        day=date(2026, 1, 2),
        products={"muoi": rated(stars="5", date="2025")},
        programme={
            "results": [
                {
                    "measure": "products",
                    "value": "160",
                    "by_stars": {"3": "128", "4": "32"},
                    "sources": ["nguon"],
                }
            ]
        },
    )
    told = exported(made, "programme")
    assert told["results"][0]["by_stars"] == {"5": None, "4": 32, "3": 128}
    assert told["results"][0]["sources"][0]["url"] == "https://bao.example/bai"
    assert told["catalogue"]["date"] == "2026-01-02"
    assert told["catalogue"]["counts"]["stars_5"] == 1


def test_files_have_their_promised_names() -> None:
    """Each file of the contract is there under its name, one more for each product, in sorted order."""
    files = export.files(edition(products={"muoi": product()}, producers={"htx": producer()}), SITE)
    tables = {
        f"data/{name}.{kind}"
        for name in ("products", "producers", "sales-points")
        for kind in ("json", "csv", "xlsx")
    }
    kinds = ("product", "producer", "sales-point", "district", "kinds", "promotions", "programme", "sources")
    schemas = {f"data/schema/{name}.json" for name in kinds}
    others = {
        "data/districts.json", "data/programme.json", "data/supply.json", "data/products/muoi.json", "data/datapackage.json",
        "data/sales-points.geojson", "feed.xml", "nhom/muoi/feed.xml", "dia-phuong/dong-hai/feed.xml", "han.ics",
        "chu-the/htx/lien-he.vcf", "san-pham/muoi/qr.svg", "san-pham/muoi/nhan.svg", "en/products/muoi/badge.svg",
    }  # fmt: skip
    assert files.keys() == tables | schemas | others
    assert list(files) == sorted(files)


def test_a_products_own_file_is_its_entry_in_the_list() -> None:
    """products/<id>.json holds the same object as products.json."""
    made = edition(products={"a": rated(stars="5", date="2025"), "b": product()})
    files = export.files(made, SITE)
    assert [
        json.loads(files[f"data/products/{each['id']}.json"]) for each in exported(made, "products")
    ] == exported(made, "products")


def test_equal_editions_give_equal_bytes() -> None:
    """Nothing but records and day decides the bytes."""
    goods = {"a": rated(stars="5", date="2025"), "b": product()}
    assert export.files(edition(products=goods), SITE) == export.files(edition(products=goods), SITE)


@pytest.mark.parametrize("site_url", ["https://ocop.example/thu/", "https://ocop.example/thu"])
def test_addresses_are_whole(site_url: str) -> None:
    """Pages are named with the site's address, with or without its last slash."""
    (row,) = json.loads(export.files(edition(products={"muoi": product()}), site_url)["data/products.json"])
    assert row["url"] == "https://ocop.example/thu/san-pham/muoi/"
    assert row["url_en"] == "https://ocop.example/thu/en/products/muoi/"
