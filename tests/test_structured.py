"""Structured data for search engines: parsed back and held against the rules of schema.org and of the contract."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from tests.catalogues import SITE, edition, producer, product, sales_point

from ocop.edition import Edition
from ocop.i18n import Lang
from ocop.records import Contact
from ocop.site import structured
from ocop.site.whereabouts import opening_hours


def told(made: Edition, lang: Lang = "vi") -> dict[str, Any]:
    """Describe the one product of an edition, as a page would hold it."""
    (record,) = made.catalogue.products.values()
    parsed = json.loads(json.dumps(structured.product(record, made, lang, SITE), allow_nan=False))
    assert isinstance(parsed, dict)
    return parsed


def certified(made: Edition, lang: Lang = "vi") -> dict[str, Any]:
    """Give the one certification of the one product."""
    (certification,) = told(made, lang)["hasCertification"]
    assert isinstance(certification, dict)
    return certification


def rated(**recognition: str) -> dict[str, Any]:
    """Write a product with one recognition."""
    return product(recognitions=[recognition])


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object inside a value."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from nodes(each)
    elif isinstance(value, list):
        for each in value:
            yield from nodes(each)


def everything() -> Iterator[dict[str, Any]]:
    """Yield structured data of every type, of records in which everything is known, in both languages."""
    made = edition(
        products={
            "muoi": rated(stars="4", date="2025", decision="12/QĐ", authority="UBND") | {
                "producer": "htx", "commune": "dien-hai", "packs": [{"size": "500 g", "price": "15000", "gtin": "8935049500018"}],
                "photos": [{"file": "a.jpg", "alt": "Gói"}], "certifications": [{"scheme": "haccp", "expires": "2027"}],
            },
            "vuon": rated(stars="4", date="2025") | {"kind": "vuon", "visit": {"hours": "24/7", "location": {"lat": "9.2", "lon": "105.5"}}},
        },
        producers={"htx": producer(founded="2004", contact={"consent": "2026", "phone": "0291 3822 335"})},
        sales_points={"quay": sales_point(hours="Mo-Su 07:30-20:00", address="1 Hai Bà Trưng", province="Cà Mau")},
    )  # fmt: skip
    langs: tuple[Lang, Lang] = ("vi", "en")
    for lang in langs:
        yield from (structured.product(each, made, lang, SITE) for each in made.listing)
        yield from (structured.producer(each, made, lang, SITE) for each in made.producers)
        yield from (structured.sales_point(each, made, lang, SITE) for each in made.sales_points)
        yield structured.website("OCOP", "Danh mục", lang, SITE)
        yield structured.dataset(
            "Dữ liệu", "Mọi bản ghi", [("data/products.json", "application/json")], lang, SITE
        )
    yield structured.item_list(["san-pham/muoi/"], SITE)
    yield structured.breadcrumbs([("Trang đầu", ""), ("Muối", "san-pham/muoi/")], SITE)


def test_stars_are_never_a_rating_by_users() -> None:
    """No page claims aggregateRating or review, and a Rating stands in a certification alone."""
    for data in everything():
        for node in nodes(data):
            assert not {"aggregateRating", "review", "starRating"} & node.keys()
            if node.get("@type") == "Rating":
                assert any(node is each.get("certificationRating") for each in nodes(data))


def test_every_part_says_its_type_and_nothing_is_null() -> None:
    """Each object has a type of schema.org, whole addresses, and no key without a value."""
    types = {node["@type"] for data in everything() for node in nodes(data)}
    assert types == {
        "Product", "TouristAttraction", "Organization", "Store", "WebSite", "Dataset", "DataDownload", "ItemList", "ListItem",
        "BreadcrumbList", "Certification", "Rating", "Country", "Offer", "PostalAddress", "GeoCoordinates", "Place",
    }  # fmt: skip
    for data in everything():
        assert data["@context"] == "https://schema.org"
        for node in nodes(data):
            assert not [key for key, value in node.items() if value in (None, [], {}, "")]
            for key in ("@id", "url", "item", "contentUrl"):
                assert node.get(key, SITE).startswith(SITE)


def test_equal_records_give_equal_text() -> None:
    """The order of keys is fixed: two builds give the same bytes."""
    assert [json.dumps(data) for data in everything()] == [json.dumps(data) for data in everything()]


def test_a_holding_rating_is_an_active_certification() -> None:
    """Name, decision, authority, validity and stars of the rating that holds."""
    made = edition(
        products={"muoi": rated(stars="4", date="2025-03", decision="12/QĐ-UBND", authority="UBND tỉnh")}
    )
    assert certified(made) == {
        "@type": "Certification",
        "name": "OCOP 4 sao",
        "certificationIdentification": "12/QĐ-UBND",
        "certificationStatus": "https://schema.org/CertificationActive",
        "issuedBy": {"@type": "Organization", "name": "UBND tỉnh"},
        "validFrom": "2025-03",
        "expires": "2028-03",
        "certificationRating": {"@type": "Rating", "ratingValue": 4, "bestRating": 5, "worstRating": 1},
    }
    assert certified(made, "en")["name"] == "OCOP 4 stars"


def test_an_ended_rating_is_inactive() -> None:
    """A rating that has ended says so, and until when it was valid."""
    told_now = certified(edition(products={"muoi": rated(stars="4", date="2020")}))
    assert told_now["certificationStatus"] == "https://schema.org/CertificationInactive"
    assert told_now["expires"] == "2023"


@pytest.mark.parametrize(
    ("lang", "name"),
    [
        ("vi", "OCOP 4 sao (chưa rõ ngày công nhận)"),
        ("en", "OCOP 4 stars (date of recognition not confirmed)"),
    ],
)
def test_an_unconfirmed_rating_claims_neither_status_nor_dates(lang: Lang, name: str) -> None:
    """Where no date is known the name says so, and nothing is claimed."""
    certification = certified(edition(products={"muoi": rated(stars="4", reported="2025")}), lang)
    assert certification["name"] == name
    assert not {"certificationStatus", "validFrom", "expires"} & certification.keys()


@pytest.mark.parametrize(
    "written",
    [
        product(),
        product(assessed="2025"),
        rated(stars="4", date="2025") | {"withdrawn": {}},
        rated(stars="5", date="2027"),
    ],
)
def test_what_is_not_rated_has_no_certification(written: dict[str, Any]) -> None:
    """Never recognised, only assessed, withdrawn or not yet in force: no OCOP certification."""
    assert "hasCertification" not in told(edition(products={"muoi": written}))


def test_other_certificates_claim_a_status_only_with_an_end() -> None:
    """Without an end nobody knows whether a certificate is active."""
    written = product(
        certifications=[
            {"scheme": "haccp"},
            {"scheme": "halal", "expires": "2027"},
            {"scheme": "asc", "expires": "2025"},
        ]
    )
    certificates = told(edition(products={"muoi": written}))["hasCertification"]
    assert [(each["name"], each.get("certificationStatus", "").rpartition("/")[2]) for each in certificates] == [
        ("HACCP", ""), ("Halal", "CertificationActive"), ("ASC", "CertificationInactive"),
    ]  # fmt: skip


def test_prices_are_offers_in_dong_without_a_word_on_stock() -> None:
    """Each pack with a price is an offer; one without is none; goods that left the programme are offered no more."""
    packs = [{"size": "500 g", "price": "15000", "gtin": "8935049500018"}, {"size": "1 kg"}]
    made = edition(products={"muoi": product(packs=packs)})
    assert told(made)["offers"] == [
        {"@type": "Offer", "name": "500 g", "url": f"{SITE}san-pham/muoi/", "price": 15000, "priceCurrency": "VND",
         "gtin": "8935049500018"},
    ]  # fmt: skip
    assert "offers" not in told(edition(products={"muoi": product(packs=[{"size": "1 kg"}])}))
    assert "offers" not in told(edition(products={"muoi": product(packs=packs, withdrawn={"date": "2026"})}))
    assert "offers" in told(edition(products={"muoi": product(packs=packs, withdrawn={"date": "2027"})}))


def test_goods_name_their_maker_as_one_entity_in_both_languages() -> None:
    """Brand and manufacturer are the producer, known by the address of its Vietnamese page."""
    made = edition(
        products={"muoi": product(producer="htx")}, producers={"htx": producer(en={"name": "Salt Coop"})}
    )
    vi, en = told(made), told(made, "en")
    assert vi["manufacturer"] == vi["brand"]
    assert vi["manufacturer"]["@id"] == en["manufacturer"]["@id"] == f"{SITE}chu-the/htx/"
    assert (vi["manufacturer"]["name"], en["manufacturer"]["name"]) == ("Hợp tác xã Muối", "Salt Coop")
    assert en["manufacturer"]["url"] == f"{SITE}en/producers/htx/"
    assert vi["@id"] == en["@id"]


def test_the_english_page_speaks_english_where_there_is_some() -> None:
    """Name, description and category in the page's language; the other name is an alternate one."""
    made = edition(
        products={"muoi": product(summary="Muối biển", en={"name": "Sea salt", "summary": "Salt"})}
    )
    vi, en = told(made), told(made, "en")
    assert (vi["name"], vi["alternateName"], vi["description"], vi["category"]) == (
        "Muối hạt",
        ["Sea salt"],
        "Muối biển",
        "Muối",
    )
    assert (en["name"], en["alternateName"], en["description"], en["category"]) == (
        "Sea salt",
        ["Muối hạt"],
        "Salt",
        "Salt",
    )


def test_a_service_is_a_place_one_goes_to() -> None:
    """A service of the tourism group has place, point and hours, and no manufacturer, origin or offer."""
    visit = {"hours": "Mo-Su 07:00-17:00", "location": {"lat": "9.2", "lon": "105.5"}}
    data = told(edition(products={"vuon": product(kind="vuon", commune="dien-hai", visit=visit)}))
    assert data["@type"] == "TouristAttraction"
    assert data["openingHours"] == ["Mo-Su 07:00-17:00"]
    assert data["geo"] == {"@type": "GeoCoordinates", "latitude": 9.2, "longitude": 105.5}
    assert data["address"]["addressLocality"] == "Xã Long Điền"
    assert not {"manufacturer", "brand", "offers", "countryOfOrigin"} & data.keys()


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ({"district": "dong-hai", "commune": "dien-hai"}, ("Xã Long Điền", "Cà Mau", "VN")),
        ({"district": "dong-hai", "commune": "an-trach"}, ("Xã An Trạch", "Bạc Liêu", "VN")),
        ({"district": "dong-hai"}, ("Huyện Đông Hải", "Bạc Liêu", "VN")),
        ({"province": "Cần Thơ"}, (None, "Cần Thơ", "VN")),
        ({"country": "KR"}, (None, None, "KR")),
    ],
)
def test_places_are_told_as_they_are_now(written: dict[str, str], address: tuple[str | None, ...]) -> None:
    """The new commune with its province where it is known, else the old names together; never one of each."""
    made = edition(sales_points={"quay": sales_point(**written)})
    told_address = structured.sales_point(made.sales_points[0], made, "vi", SITE)["address"]
    assert (
        tuple(told_address.get(key) for key in ("addressLocality", "addressRegion", "addressCountry"))
        == address
    )


def test_contact_needs_consent_and_identity_numbers_stay_private() -> None:
    """Telephone only with consent; a firm's tax code is told, the number of a person's card is not."""
    open_one = producer(contact={"consent": "2026", "phone": "0291 3822 335"})
    made = edition(
        producers={"a": open_one | {"tax_code": "0301482205"}, "b": producer(tax_code="095123456789")}
    )
    private = made.catalogue.producers["b"].model_copy(
        update={"contact": Contact.model_construct(phone=("+842913822335",), email="a@b.vn")}
    )
    first, second = (
        structured.producer(each, made, "vi", SITE) for each in (made.catalogue.producers["a"], private)
    )
    assert (first["taxID"], first["telephone"]) == ("0301482205", ["+842913822335"])
    assert not {"taxID", "telephone", "email"} & second.keys()


def test_a_closed_shop_has_no_hours() -> None:
    """Once closed, the day of closing is told in the hours' place."""
    made = edition(sales_points={"quay": sales_point(hours="Mo-Su 07:30-20:00", closed="2026-01")})
    data = structured.sales_point(made.closed_sales_points[0], made, "vi", SITE)
    assert "openingHours" not in data
    assert data["dissolutionDate"] == "2026-01"


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("Mo-Su 07:30-20:00", ["Mo-Su 07:30-20:00"]),
        ("Mo,We,Fr 08:00-11:00; Sa 08:00-10:00", ["Mo,We,Fr 08:00-11:00", "Sa 08:00-10:00"]),
        ("24/7", ["Mo-Su 00:00-23:59"]),
        ("Mo-Su 07:00-17:00; PH off", []),
        ("Mo-Fr sunrise-sunset", []),
        (None, []),
    ],
)
def test_only_simple_hours_are_converted(written: str | None, hours: list[str]) -> None:
    """Hours that schema.org cannot say are left out rather than told wrongly."""
    assert opening_hours(written) == hours


def test_lists_count_from_the_pages_first_entry() -> None:
    """The second page of a listing goes on counting; crumbs count from the outermost."""
    page = structured.item_list(["san-pham/a/", "san-pham/b/"], SITE, first=61)
    assert [(each["position"], each["url"]) for each in page["itemListElement"]] == [
        (61, f"{SITE}san-pham/a/"), (62, f"{SITE}san-pham/b/"),
    ]  # fmt: skip
    crumbs = structured.breadcrumbs([("Trang đầu", ""), ("Muối", "nhom/muoi/")], SITE)
    assert [(each["position"], each["item"]) for each in crumbs["itemListElement"]] == [
        (1, SITE),
        (2, f"{SITE}nhom/muoi/"),
    ]


def test_the_data_set_names_licence_and_files() -> None:
    """Open data say under which licence they are and where each file lies."""
    data = structured.dataset("Dữ liệu", "Mọi bản ghi", [("data/products.csv", "text/csv")], "en", SITE)
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert data["distribution"] == [
        {"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": f"{SITE}data/products.csv"},
    ]  # fmt: skip
    assert data["url"] == f"{SITE}en/data/"
