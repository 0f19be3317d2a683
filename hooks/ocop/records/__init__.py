"""The records: frozen models of what staff write. They know their own shape and nothing of one another."""

from ocop.records.base import Certification, Contact, English, Links, Photo, Record, Source, Withdrawal
from ocop.records.district import Commune, CommuneNow, District
from ocop.records.producer import Producer
from ocop.records.product import Pack, Product, Quantity, Recognition, Trade, Visit
from ocop.records.programme import Measure, Programme, Result, Rule, Target
from ocop.records.promotion import Promotion
from ocop.records.sales_point import SalesPoint
from ocop.records.vocabulary import Group, Kind, KindFact, Kinds

__all__ = [
    "Certification",
    "Commune",
    "CommuneNow",
    "Contact",
    "District",
    "English",
    "Group",
    "Kind",
    "KindFact",
    "Kinds",
    "Links",
    "Measure",
    "Pack",
    "Photo",
    "Producer",
    "Product",
    "Programme",
    "Promotion",
    "Quantity",
    "Recognition",
    "Record",
    "Result",
    "Rule",
    "SalesPoint",
    "Source",
    "Target",
    "Trade",
    "Visit",
    "Withdrawal",
]
