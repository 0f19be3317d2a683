"""What somebody meant who wrote a value as people do: dates in words, prices in thousands, two telephones in one text.

Nothing here decides what a record may hold. Each function takes a text that was refused and gives the text that the
catalogue would take in its stead, or an empty one; the refusal shows it, and a person decides.
"""

from ocop.meant.contacts import emails, phones, zalo
from ocop.meant.days import day
from ocop.meant.names import own_part, spelt_out, without_rank
from ocop.meant.numbers import decimal, duration, months, truth, whole
from ocop.meant.opening import hours
from ocop.meant.unknown import says_unknown

__all__ = [
    "day",
    "decimal",
    "duration",
    "emails",
    "hours",
    "months",
    "own_part",
    "phones",
    "says_unknown",
    "spelt_out",
    "truth",
    "whole",
    "without_rank",
    "zalo",
]
