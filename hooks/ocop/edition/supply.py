"""What the makers of some goods can supply together: only what they state, added up exactly, and how many are silent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ocop.catalogue import Catalogue
from ocop.records import Product, Quantity

MONTHS: Final = tuple(range(1, 13))

# What can be added is brought to one unit; a box and a jar cannot, for nobody knows how much is in them.
_COUNTED_IN: Final[Mapping[str, str]] = {"t": "kg", "g": "kg", "ml": "l"}
_TIMES: Final[Mapping[str, Decimal]] = {"t": Decimal(1000), "g": Decimal("0.001"), "ml": Decimal("0.001")}
# In which unit a sum is said: the first of which there is at least one.
_SAID_IN: Final[Mapping[str, tuple[str, ...]]] = {"kg": ("t", "kg", "g"), "l": ("l", "ml")}
_PERIODS: Final = ("year", "season", "month", "week", "day", None)


@dataclass(frozen=True, slots=True)
class Amount:
    """So much of a unit, in a period where one is stated; exact."""

    quantity: Decimal
    unit: str
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Supply:
    """What is offered by whom; silence is counted and never guessed at."""

    goods: int
    stating_goods: int
    """How many goods have a stated output."""
    suppliers: frozenset[str]
    """Ids of the makers that are known."""
    stating_suppliers: frozenset[str]
    output: tuple[Amount, ...]
    """What is stated added up: one sum for each unit and period, for neither is turned into another that nobody stated."""
    seasonal_goods: int
    """How many goods have a stated season; what has none is sold all year."""
    months: tuple[int, ...]
    """The months in which anything is sold."""
    markets: tuple[str, ...]
    """Where anything was exported to, by ISO 3166-1."""
    least_orders: tuple[Amount, ...]
    """The smallest stated minimum order of each unit."""
    lead_time: tuple[int, int] | None
    """The shortest and the longest stated days from order to delivery."""
    private_label: bool | None
    """Whether anybody makes goods under a buyer's label; False where whoever says anything does not, None where nobody does."""

    @property
    def silent(self) -> int:
        """How many makers state no output."""
        return len(self.suppliers - self.stating_suppliers)


def supply(goods: Iterable[Product], catalogue: Catalogue) -> Supply:
    """Add up what the makers of some goods state. What was withdrawn, or whose maker was, is not offered."""
    offered = [each for each in goods if is_offered(each, catalogue)]
    stating = [each for each in offered if stated_output(each) is not None]
    trades = [each.trade for each in offered if each.trade is not None]
    leads = [each.lead_time_days for each in trades if each.lead_time_days is not None]
    labels = [each.private_label for each in trades if each.private_label is not None]
    return Supply(
        goods=len(offered),
        stating_goods=len(stating),
        suppliers=_makers(offered),
        stating_suppliers=_makers(stating),
        output=added(each.output for each in trades if each.output is not None),
        seasonal_goods=sum(bool(each.season) for each in offered),
        months=tuple(sorted({month for each in offered for month in each.season or MONTHS})),
        markets=tuple(sorted({code for each in trades for code in each.export_markets})),
        least_orders=least(each.minimum_order for each in trades if each.minimum_order is not None),
        lead_time=(min(leads), max(leads)) if leads else None,
        private_label=any(labels) if labels else None,
    )


def is_offered(product: Product, catalogue: Catalogue) -> bool:
    """Tell whether a product may be asked for: neither it nor its maker has left, or has said that it will."""
    maker = catalogue.producers[product.producer] if product.producer is not None else None
    return product.withdrawn is None and (maker is None or maker.withdrawn is None)


def stated_output(product: Product) -> Quantity | None:
    """Give the output that a product's record states."""
    return product.trade.output if product.trade is not None else None


def added(quantities: Iterable[Quantity]) -> tuple[Amount, ...]:
    """Add quantities up, each unit and period for itself; the largest periods first."""
    return tuple(
        said_in_full(Amount(sum(each, Decimal()), unit, per))
        for (unit, per), each in _by_unit(quantities).items()
    )


def least(quantities: Iterable[Quantity]) -> tuple[Amount, ...]:
    """Give the smallest quantity of each unit and period."""
    return tuple(
        said_in_full(Amount(min(each), unit, per)) for (unit, per), each in _by_unit(quantities).items()
    )


def said_in_full(amount: Amount) -> Amount:
    """Give an amount in the largest unit of which it is at least one."""
    ways = ways_to_say(amount.unit)
    unit, times = next((way for way in ways if amount.quantity >= way[1]), ways[-1])
    return Amount(amount.quantity / times, unit, amount.per)


def ways_to_say(unit: str) -> tuple[tuple[str, Decimal], ...]:
    """Give the units in which a sum may be said, the largest first, each with how many of the one that is counted in it is."""
    return tuple((each, _times(each)) for each in _SAID_IN.get(unit, (unit,)))


def counted(quantity: Quantity) -> Amount:
    """Give a quantity in the unit in which it can be added to others of its sort."""
    # A number is read from text: what Python writes of it is what stood there.
    many = Decimal(str(quantity.quantity)) * _times(quantity.unit)
    return Amount(many, _COUNTED_IN.get(quantity.unit, quantity.unit), quantity.per)


def place_of_sum(amount: Amount) -> tuple[int, str]:
    """Give the place of a sum among others: the largest periods first."""
    return _PERIODS.index(amount.per), amount.unit


def _by_unit(quantities: Iterable[Quantity]) -> dict[tuple[str, str | None], list[Decimal]]:
    found: defaultdict[tuple[str, str | None], list[Decimal]] = defaultdict(list)
    for each in sorted(map(counted, quantities), key=place_of_sum):
        found[each.unit, each.per].append(each.quantity)
    return found


def _times(unit: str) -> Decimal:
    return _TIMES.get(unit, Decimal(1))


def _makers(goods: Iterable[Product]) -> frozenset[str]:
    return frozenset(each.producer for each in goods if each.producer is not None)
