"""The catalogue on one day: which ratings hold, what is promoted, in which order goods are listed."""

from ocop.edition.due import warnings
from ocop.edition.model import Edition
from ocop.edition.standing import Rating, Status

__all__ = ["Edition", "Rating", "Status", "warnings"]
