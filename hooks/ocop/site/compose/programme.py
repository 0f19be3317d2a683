"""The programme page: what was promised, what was reached, each with its source."""

from __future__ import annotations

from calendar import isleap
from datetime import date

from ocop.dates import PartialDate
from ocop.edition.ledger import PRODUCTS, Entry, ledger
from ocop.i18n import phrases
from ocop.records import Measure, Programme, Result, Target
from ocop.site.compose.citing import Citations
from ocop.site.compose.facts import with_note
from ocop.site.compose.ledger import ledger_view, on_record
from ocop.site.compose.telling import Telling
from ocop.site.views import (
    Bit,
    Chart,
    ChartBar,
    ChartGoal,
    CountLine,
    Dated,
    Fact,
    GoalLine,
    ProgrammeView,
    Said,
)

# Two columns of the chart nearer than this (in years) would overlap; the later one then stands for both.
LEAST_GAP = 0.33
_STARS = (3, 4, 5)


def programme_view(telling: Telling) -> ProgrammeView:
    """Compose the page of the programme."""
    programme = telling.edition.catalogue.programme
    citations = Citations(telling)
    compared = ledger(telling.edition)
    plan = programme.plan
    plan_cited = citations.cite(plan.sources) if plan is not None else ()
    shown = headline(programme)
    return ProgrammeView(
        heading=telling.say("Chương trình: hẹn gì, làm được gì", "The programme: targets and results"),
        lead=_lead(programme, telling),
        figure=phrases.number_text(shown.value, telling.lang) if shown is not None else "",
        figure_says=headline_says(shown, telling) if shown is not None else "",
        figure_sources=citations.cite(shown.sources) if shown is not None else (),
        figure_notes=tuple(_figure_notes(programme, shown, telling, citations)),
        chart=chart(programme, telling),
        goals=tuple(_goal(target, programme, telling, citations) for target in programme.targets),
        counts=tuple(
            _count(each, telling, citations, compared.entry(each))
            for each in programme.results
            if each.measure == PRODUCTS and each.area is None
        ),
        counts_merged=tuple(
            _count(each, telling, citations)
            for each in programme.results
            if each.measure == PRODUCTS
            and each.area is not None
            and each.area not in telling.edition.catalogue.districts
        ),
        others=tuple(_others(programme, telling, citations)),
        unknown=tuple(telling.said(each.text, each.en).text for each in programme.unknown),
        plan_note=_plan_note(programme, telling, plan_cited),
        ledger=ledger_view(compared, telling, citations),
        sources=citations.lines(),
    )


def is_known(programme: Programme) -> bool:
    """Tell whether anything of the programme is on record."""
    return bool(programme.plan or programme.targets or programme.results)


def _lead(programme: Programme, telling: Telling) -> str:
    plan = programme.plan
    if plan is not None:
        return telling.said(plan.name, plan.en.name if plan.en is not None else None).text
    if is_known(programme):
        return ""
    return telling.say("Chưa ghi nhận mục tiêu hay kết quả nào.", "No target or result is on record.")


def headline(programme: Programme) -> Result | None:
    """Give the result for the one large figure: the latest dated count of products that also counts producers."""
    dated = [
        each
        for each in programme.results
        if each.measure == PRODUCTS and each.area is None and each.date is not None
    ]
    complete = [each for each in dated if each.producers is not None] or dated
    return max(
        complete, key=lambda each: (each.date.last if each.date else date.min, each.value), default=None
    )


def headline_says(result: Result, telling: Telling) -> str:
    """Say what the large figure counts."""
    noun = telling.say("sản phẩm", "products")
    if result.producers is not None:
        noun += telling.say(" của ", " of ") + phrases.producers_text(result.producers, telling.lang)
    assert result.date is not None
    when = telling.say(
        f", tính đến {phrases.end_text(result.date, 'vi')}.",
        f", as of {phrases.end_text(result.date, 'en')}.",
    )
    return noun + when


def _figure_notes(
    programme: Programme, shown: Result | None, telling: Telling, citations: Citations
) -> list[Bit]:
    if shown is None:
        return []
    notes = [Bit(_said_note(shown, telling), sources=citations.cite(shown.sources))] if shown.note else []
    goal = next((each for each in programme.targets if each.measure == PRODUCTS and each.cumulative), None)
    if goal is not None:
        vi = f"Mục tiêu: {phrases.number_text(goal.at_least, 'vi')} sản phẩm đến năm {goal.period}."
        en = f"The target: {phrases.number_text(goal.at_least, 'en')} products by {goal.period}."
        notes.append(Bit(telling.here(telling.say(vi, en)), sources=citations.cite(goal.sources)))
    return notes


def _said_note(item: Result | Target, telling: Telling) -> Said:
    return telling.said(item.note or "", item.en.note if item.en is not None else None)


# The chart -------------------------------------------------------------------


def chart(programme: Programme, telling: Telling) -> Chart | None:
    """Make the chart of counted products; None where fewer than two counts have a date."""
    bars = _bars(programme, telling)
    if len(bars) < 2:
        return None
    goals = tuple(
        ChartGoal(_fraction(date(each.period, 12, 31)), int(each.at_least),
                  telling.say("mục tiêu ", "target ") + phrases.number_text(each.at_least, telling.lang))
        for each in programme.targets
        if each.measure == PRODUCTS and not each.further
    )  # fmt: skip
    said = ", ".join(f"{phrases.number_text(bar.total, telling.lang)} ({bar.label})" for bar in bars)
    promised = ", ".join(
        f"{phrases.number_text(goal.value, telling.lang)} ({int(goal.at)})" for goal in goals
    )
    return Chart(
        telling.say("Số sản phẩm OCOP được công nhận", "OCOP products recognised"),
        telling.say(f"Kết quả: {said}. Mục tiêu: {promised}.", f"Results: {said}. Targets: {promised}."),
        tuple(bars),
        goals,
        telling.say(
            "Năm không có cột là năm không thấy số công bố.",
            "Years without a column: no published count was found.",
        ),
    )


def _bars(programme: Programme, telling: Telling) -> list[ChartBar]:
    counted = [
        each
        for each in programme.results
        if each.measure == PRODUCTS and each.area is None and each.date is not None
    ]
    bars: list[ChartBar] = []
    for result in sorted(counted, key=lambda each: (each.date.last if each.date else date.min, each.value)):
        assert result.date is not None
        stars = result.by_stars
        parts = tuple((level, count) for level in _STARS if stars is not None and (count := stars.of(level)))
        bar = ChartBar(
            _fraction(result.date.last),
            phrases.date_text(result.date, telling.lang),
            parts,
            int(result.value),
        )
        if bars and bar.at - bars[-1].at < LEAST_GAP:
            bars.pop()
        bars.append(bar)
    return bars


def _fraction(day: date) -> float:
    length = 366 if isleap(day.year) else 365
    return round(day.year + day.timetuple().tm_yday / (length + 1), 3)


# Tables ----------------------------------------------------------------------


def _measure_name(measure_id: str, programme: Programme, telling: Telling) -> str:
    found: Measure | None = next((each for each in programme.measures if each.id == measure_id), None)
    if found is not None:
        return telling.said(found.name, found.en).text
    known = {
        "products": ("Sản phẩm", "Products"),
        "producers": ("Chủ thể", "Producers"),
        "sales-points": ("Điểm giới thiệu và bán", "Sales points"),
        "training": ("Đào tạo, tập huấn", "Training"),
    }
    return (
        telling.say(*known[measure_id])
        if measure_id in known
        else phrases.capital(measure_id.replace("-", " "))
    )


def _goal(target: Target, programme: Programme, telling: Telling, citations: Citations) -> GoalLine:
    name = _measure_name(target.measure, programme, telling)
    amount = phrases.number_text(target.at_least, telling.lang) + (target.unit or "")
    least = (
        telling.say("thêm ít nhất ", "at least a further ")
        if target.further
        else telling.say("ít nhất ", "at least ")
    )
    if target.unit == "%":
        least = ""
    reached = _reached(target, programme)
    return GoalLine(
        name + telling.say(f", đến {target.period}", f", by {target.period}"),
        least + amount,
        citations.cite(target.sources),
        phrases.number_text(reached.value, telling.lang) + (reached.unit or "")
        if reached is not None
        else "",
        _reached_notes(target, reached, telling),
        citations.cite(reached.sources) if reached is not None else (),
    )


def _reached(target: Target, programme: Programme) -> Result | None:
    if target.further:
        return None
    fit = [
        each
        for each in programme.results
        if each.measure == target.measure
        and each.area is None
        and each.date is not None
        and each.date.year <= target.period
    ]
    return max(fit, key=lambda each: (each.date.last if each.date else date.min, each.value), default=None)


def _reached_notes(target: Target, reached: Result | None, telling: Telling) -> tuple[Dated, ...]:
    if reached is not None and reached.date is not None:
        return (Dated(phrases.end_text(reached.date, telling.lang)),)
    if target.further and target.measure == PRODUCTS:
        said = telling.say(
            "tính thêm so với kỳ trước; xem từng mốc", "on top of the years before; see the counts"
        )
    else:
        said = telling.say("chưa thấy nguồn", "no source found")
    if target.period > telling.edition.day.year:
        last = date(target.period - 1, 12, 31).isoformat()
        return Dated(telling.say("chưa đến hạn", "not due yet"), last), Dated(said)
    return (Dated(said),)


def _count(result: Result, telling: Telling, citations: Citations, entry: Entry | None = None) -> CountLine:
    stars = result.by_stars
    when = _when(result.date, telling)
    if result.date_inferred:
        when += telling.say(" (suy ra)", " (inferred)")
    three, four, five = (stars.of(level) if stars is not None else None for level in _STARS)
    notes = [_said_note(result, telling).text] if result.note else []
    if entry is not None:
        notes.append(on_record(entry.total, telling))
    return CountLine(
        when, three, four, five, int(result.value), " · ".join(notes), citations.cite(result.sources)
    )


def _others(programme: Programme, telling: Telling, citations: Citations) -> list[Fact]:
    facts = []
    for result in programme.results:
        if result.measure != PRODUCTS:
            said = phrases.number_text(result.value, telling.lang) + (result.unit or "")
            if result.date is not None:
                said += f", {phrases.date_text(result.date, telling.lang)}"
            bit = Bit(telling.here(said), sources=citations.cite(result.sources))
            english = result.en.note if result.en is not None else None
            name = _measure_name(result.measure, programme, telling)
            facts.append(Fact(name, (with_note(bit, result.note, english, telling),)))
    for sitting in programme.rounds:
        said = telling.say("Ra hội đồng: ", "Before the council: ") + phrases.products_text(
            sitting.products, telling.lang
        )
        bit = Bit(telling.here(said), sources=citations.cite(sitting.sources))
        english = sitting.en.note if sitting.en is not None else None
        facts.append(Fact(_when(sitting.date, telling), (with_note(bit, sitting.note, english, telling),)))
    for event in programme.events:
        bit = Bit(
            telling.said(event.name, event.en.name if event.en is not None else None),
            sources=citations.cite(event.sources),
        )
        english = event.en.note if event.en is not None else None
        facts.append(Fact(_when(event.date, telling), (with_note(bit, event.note, english, telling),)))
    return facts


def _when(day: PartialDate | None, telling: Telling) -> str:
    return (
        phrases.date_text(day, telling.lang)
        if day is not None
        else telling.say("Không ghi ngày", "Not dated")
    )


def _plan_note(programme: Programme, telling: Telling, cited: tuple[int, ...]) -> Bit | None:
    plan = programme.plan
    if plan is None or plan.note is None:
        return None
    return Bit(telling.said(plan.note, plan.en.note if plan.en is not None else None), sources=cited)
