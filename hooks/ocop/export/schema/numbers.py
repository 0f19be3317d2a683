"""Ranges of numbers as regular expressions: a number in quotes is text to a JSON Schema, yet has the same bounds.

The expressions are those that JavaScript and Python read alike, and so is what they mean.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

_STEP: Final = Decimal("1e-9")
_PLACES: Final = 9
# 1.000 is refused, since whoever writes it mostly means a thousand.
_NOT_THOUSANDS: Final = r"(?!-?[1-9][0-9]{0,2}\.000$)"


@cache
def whole(least: int, most: int) -> str:
    """Give the pattern of the whole numbers from ``least`` (not below 0) to ``most``, without leading zeros."""
    return f"^{_whole(least, most)}$"


@cache
def decimal(least: float, most: float, *, below: bool = False) -> str:
    """Give the pattern of the decimal numbers from ``least`` to ``most`` (``below``: but not ``most`` itself).

    They have up to nine decimals and a bound is met as computers meet it, by the nearest number that they know.
    """
    low, high = _smallest(least), _largest(most, below=below)
    signs = []
    if high >= 0:
        signs.append(_positive(max(low, Decimal(0)), high))
    if low <= 0:
        signs.append("-" + _positive(max(-high, Decimal(0)), -low))
    return f"^{_NOT_THOUSANDS}{_either(signs)}$"


def _smallest(least: float) -> Decimal:
    number = Decimal(repr(least))
    while float(number - _STEP) >= least:
        number -= _STEP
    return number


def _largest(most: float, *, below: bool) -> Decimal:
    number = Decimal(repr(most))
    if below:
        while float(number) >= most:
            number -= _STEP
        return number
    while float(number + _STEP) <= most:
        number += _STEP
    return number


def _positive(low: Decimal, high: Decimal) -> str:
    (first, from_), (last, to) = _parts(low), _parts(high)
    if first == last:
        return f"{first}{_fraction(from_, to)}"
    ways = [f"{first}{_fraction(from_, '9' * _PLACES)}"]
    if first + 1 <= last - 1:
        ways.append(f"{_whole(first + 1, last - 1)}{_fraction('', '9' * _PLACES)}")
    ways.append(f"{last}{_fraction('', to)}")
    return _either(ways)


def _parts(number: Decimal) -> tuple[int, str]:
    """Give the whole part and the decimals, without zeros at their end."""
    whole_part, _, decimals = f"{number:f}".partition(".")
    return int(whole_part), decimals.rstrip("0")


def _fraction(low: str, high: str) -> str:
    """Give the pattern of a point with decimals from ``low`` to ``high``; without a point where ``low`` is 0."""
    if low:
        return rf"\.{_between(low, high, _PLACES)}"
    return rf"(?:\.{_at_most(high, _PLACES)})?"


def _between(low: str, high: str, room: int) -> str:
    if not low:
        return f"(?:{_at_most(high, room)})?"
    first, last = int(low[0]), int(high[0])
    if first == last:
        return f"{first}{_between(low[1:], high[1:], room - 1)}"
    ways = [f"{first}{_at_least(low[1:], room - 1)}", _up_to(last, high[1:], room)]
    if first + 1 < last:
        ways.append(f"{_digit(first + 1, last - 1)}{_any(0, room - 1)}")
    return _either(ways)


def _up_to(first: int, rest: str, room: int) -> str:
    return f"{first}(?:{_at_most(rest, room - 1)})?" if room > 1 else str(first)


def _at_least(digits: str, room: int) -> str:
    if not digits:
        return _any(0, room)
    first, rest = int(digits[0]), digits[1:]
    ways = [f"{first}{_at_least(rest, room - 1)}"]
    if first < 9:
        ways.append(f"{_digit(first + 1, 9)}{_any(0, room - 1)}")
    return _either(ways)


def _at_most(digits: str, room: int) -> str:
    if digits == "9" * room:
        return _any(1, room)
    if not digits:
        return f"0{{1,{room}}}"
    first, rest = int(digits[0]), digits[1:]
    ways = [_up_to(first, rest, room)]
    if first > 0:
        ways.append(f"{_digit(0, first - 1)}{_any(0, room - 1)}")
    return _either(ways)


def _whole(least: int, most: int) -> str:
    """Give the alternatives by number of digits; lengths that are whole from 10… to 99… are taken together."""
    ways = []
    full: list[int] = []
    for length in range(len(str(least)), len(str(most)) + 1):
        low = max(least, 10 ** (length - 1) if length > 1 else 0)
        high = min(most, 10**length - 1)
        if length > 1 and (low, high) == (10 ** (length - 1), 10**length - 1):
            full.append(length)
        else:
            ways.append(_same_length(str(low), str(high)))
    if full:
        ways.append(f"[1-9]{_any(full[0] - 1, full[-1] - 1)}")
    return _either(ways)


def _same_length(low: str, high: str) -> str:
    if low == high:
        return low
    if low[0] == high[0]:
        return low[0] + _same_length(low[1:], high[1:])
    rest = len(low) - 1
    first, last, ways = int(low[0]), int(high[0]), []
    if low[1:] != "0" * rest:
        ways.append(low[0] + _same_length(low[1:], "9" * rest))
        first += 1
    if high[1:] != "9" * rest:
        ways.append(high[0] + _same_length("0" * rest, high[1:]))
        last -= 1
    if first <= last:
        ways.append(_digit(first, last) + _any(rest, rest))
    return _either(ways)


def _digit(first: int, last: int) -> str:
    return str(first) if first == last else f"[{first}-{last}]"


def _any(least: int, most: int) -> str:
    if most == 0:
        return ""
    if least == most:
        return "[0-9]" if least == 1 else f"[0-9]{{{least}}}"
    return f"[0-9]{{{least},{most}}}"


def _either(ways: list[str]) -> str:
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
