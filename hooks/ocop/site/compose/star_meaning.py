"""What a star level means: how many points, who recognises it and for how long, by the rules of the day it was given."""

from __future__ import annotations

from itertools import pairwise

from ocop.dates import PartialDate
from ocop.edition.standing import VALIDITY_YEARS
from ocop.i18n import phrases
from ocop.records import Rule
from ocop.records.product import STAR_BANDS
from ocop.site.compose.citing import Citations
from ocop.site.compose.telling import Telling
from ocop.site.views import Bit


def star_meaning(stars: int, given: PartialDate | None, telling: Telling, citations: Citations) -> Bit | None:
    """Say what a level means, by the rules that held when it was given; None where no rules are on record.

    Who recognises is said only where all rules of that time agree: the date may be known by its year alone, or not at all,
    which asks all of them.
    """
    rules = rules_of(given, telling)
    if not rules:
        return None
    levels = {rule.recognised_by.of(stars) for rule in rules}
    level = levels.pop() if len(levels) == 1 else None
    said = f"{phrases.stars_text(stars, telling.lang)}: {points_text(stars, telling)}"
    if level is not None:
        by = phrases.recogniser_text(level, telling.lang)
        said += telling.say(f", do {by} công nhận", f", recognised by {by}")
    months = VALIDITY_YEARS * 12
    said += telling.say(
        f", giấy chứng nhận có hạn {months} tháng.", f"; a certificate is valid for {months} months."
    )
    # The points are those of the rules in force now, and have been since the first.
    today = rules_of(PartialDate.of(telling.edition.day), telling)[-1]
    cited = (*(rules[-1].sources if level is not None else ()), *today.sources)
    return Bit(telling.here(said), telling.address("stars"), sources=citations.cite(cited))


def rules_of(given: PartialDate | None, telling: Telling) -> tuple[Rule, ...]:
    """Give the rules of a date in their order, several where a year or month saw a change; for None all of them."""
    rules = sorted(telling.edition.catalogue.programme.rules, key=lambda rule: rule.start.first)
    if given is None or not rules:
        return tuple(rules)
    held = [
        rule
        for rule, following in pairwise([*rules, None])
        if rule is not None
        and rule.start.first <= given.last
        and (following is None or given.first < following.start.first)
    ]
    return tuple(held or rules)


def points_text(stars: int, telling: Telling) -> str:
    """Say how many points a level takes, in a clause."""
    least, below = STAR_BANDS[stars]
    if stars == max(STAR_BANDS):
        return telling.say(
            f"đạt từ {least} điểm trở lên trên {below}", f"{least} points or more out of {below}"
        )
    highest = STAR_BANDS[max(STAR_BANDS)][1]
    return telling.say(f"đạt từ {least} đến dưới {below} điểm trên {highest}",
                       f"{least} to under {below} points out of {highest}")  # fmt: skip
