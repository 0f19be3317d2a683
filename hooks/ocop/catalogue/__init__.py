"""All records, read, checked against one another and indexed; no day and no language yet."""

from ocop.catalogue.model import Catalogue, Loaded
from ocop.catalogue.reading import load

__all__ = ["Catalogue", "Loaded", "load"]
