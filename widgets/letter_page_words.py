"""A day of a letter in words: why it has its state, the figures behind that, and since when its target stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Final

from board.plant.plant import Better
from board.views.letter import Enterable, KpiOfDay, LetterPage, OrderOfDay, Part, RungOfDay
from board.views.mark import Judgement, Phase
from board.views.sqcdp import Aim, DayCell
from widgets import words
from widgets.sqcdp_face import DOT, NO_VALUE
from widgets.words import plural, translate

LOUD: Final = "\x02"
QUIET: Final = "\x03"
"""Around what is painted as a miss within a sentence."""
HARD_SPACE: Final = "\u00a0"
MOST_DECIMALS: Final = 3
"""So many more decimals are told where a value and its limit would look the same."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a sentence; `loud`: the limit that was broken."""

    text: str
    loud: bool = False


def runs_of(sentence: str) -> tuple[Run, ...]:
    """Return a sentence as its plain and its loud pieces."""
    found = []
    for number, piece in enumerate(sentence.replace(QUIET, LOUD).split(LOUD)):
        if piece:
            found.append(Run(piece, loud=bool(number % 2)))
    return tuple(found)


def verdict(view: LetterPage) -> str:
    """Return in a sentence how the day stands and why; pieces between LOUD and QUIET broke a limit."""
    mark = view.day_mark
    if mark.phase is Phase.FUTURE:
        return translate("board", "This day is still to come")
    if mark.phase is Phase.OFF:
        return translate("board", "Nobody works on this day")
    if mark.phase is Phase.UNRECORDED:
        return _unrecorded(view)
    lines = _lines_words(view)
    if lines:
        return lines
    if view.ladder and (said := _events(view)):
        return said
    return _judged(view)


def behind(view: LetterPage) -> str:
    """Return the figures behind the verdict, and since when the target stands."""
    kpi = main_kpi(view)
    phase = view.day_mark.phase
    unsaid = _missing(view.enterable)
    is_known = kpi is not None and kpi.value is not None
    if (phase is Phase.UNRECORDED and (unsaid or not is_known)) or (phase is Phase.OPEN and not _anything(view)):
        return unsaid
    said = [_days_words(view)]
    if not any(said):
        said = _figures_words(view, kpi) if kpi is not None else []
    cell = cell_of(view)
    if cell is not None and cell.incomplete:
        said.append(translate("board", "not everything was entered"))
    return DOT.join(part for part in said if part)


def _days_words(view: LetterPage) -> str:
    """Return today's days since the last accident, which say more of safety than a figure of one day."""
    safety = view.letter.safety
    if safety is None or safety.since is None or view.day != view.today:
        return ""
    said = plural(
        "{n} day since the last lost-time accident", "{n} days since the last lost-time accident", safety.since
    )
    return said.format(n=words.number(safety.since))


def _figures_words(view: LetterPage, kpi: KpiOfDay) -> list[str]:
    """Return what the KPI is made of, and its target."""
    phase = view.day_mark.phase
    if phase is Phase.OFF:
        return []
    coming = phase is Phase.FUTURE
    told = f"{kpi.name} {value_words(kpi.value, kpi.unit, kpi.decimals)}" if view.ladder else ""
    return ["" if coming else parts_words(kpi.parts) or told, _target_words(kpi, view, told=coming)]


def main_kpi(view: LetterPage) -> KpiOfDay | None:
    """Return the KPI that the day is told by: the first that decided, else the first of the letter."""
    return next((kpi for kpi in view.kpis if kpi.deciding), view.kpis[0] if view.kpis else None)


def cell_of(view: LetterPage) -> DayCell | None:
    """Return the cell of the day that is told about."""
    return next((cell for cell in view.letter.days if cell.day == view.day), None)


def value_words(value: Fraction | None, unit: str, decimals: int = 0) -> str:
    """Return a value with its unit, which never parts from it: 3.4 %."""
    figure = NO_VALUE if value is None else words.figure(value, decimals)
    return f"{figure}{HARD_SPACE}{unit}" if unit else figure


def exact_words(value: Fraction | None, unit: str = "") -> str:
    """Return a value as it was entered: with the decimals it needs, three at most."""
    return value_words(value, unit, needed_decimals(value))


def needed_decimals(value: Fraction | None) -> int:
    """Return how many decimals a value needs, three at most."""
    scaled = (10**count for count in range(MOST_DECIMALS))
    found = (count for count, by in enumerate(scaled) if value is None or (value * by).denominator == 1)
    return next(found, MOST_DECIMALS)


def parts_words(parts: Sequence[Part]) -> str:
    """Return what a KPI is made of: "612 of 17 980 cases scrapped", else each part by its name."""
    if len(parts) != 2 or parts[0].unit != parts[1].unit:
        return DOT.join(f"{part.name} {exact_words(part.value, part.unit)}" for part in parts)
    first, second = parts
    name = _without_unit(first)
    said = translate("board", "{a} of {b} {unit} {name}") if name else translate("board", "{name} {a} of {b} {unit}")
    said = said.format(
        a=exact_words(first.value), b=exact_words(second.value), unit=first.unit, name=name or first.name
    )
    return " ".join(piece for piece in said.split(" ") if piece)


def other_words(kpi: KpiOfDay) -> str:
    """Return another KPI of the letter: its name, value and target."""
    aim = aim_words(kpi.aim, kpi.decimals)
    value = value_words(kpi.value, kpi.unit, kpi.decimals)
    said = f"{kpi.name} {value}" if kpi.entered or kpi.value is not None else kpi.name
    missing = "" if kpi.entered or kpi.value is not None else translate("board", "not entered")
    return ", ".join(part for part in (said, missing, aim) if part)


def order_words(order: OrderOfDay, unit: str, decimals: int) -> str:
    """Return what the day came to for one product and order."""
    name = " ".join(part for part in (order.product, order.order) if part) or NO_VALUE
    return f"{name} {value_words(order.value, unit, decimals)}"


def aim_words(aim: Aim | None, decimals: int) -> str:
    """Return a target in short: ≤ 2.0, 15–17; nothing where there is none."""
    if aim is None:
        return ""
    if aim.better is Better.RANGE:
        return _range_words(aim, decimals)
    if aim.value is None:
        return ""
    return f"{'≥' if aim.better is Better.HIGHER else '≤'}{HARD_SPACE}{words.figure(aim.value, decimals)}"


def closed_words(view: LetterPage) -> str:
    """Return when the day was closed and by whom, where that is known."""
    if view.closed_at is None:
        return ""
    when = f"{words.short_day_text(view.closed_at.date())} {words.clock(view.closed_at)}"
    said = translate("board", "closed {when}").format(when=when)
    return DOT.join(part for part in (said, words.person(view.closed_by)) if part)


def month_words(day: date) -> str:
    """Return a month with its year: November 2026."""
    return words.month_year_text(day)


def month_name(day: date, *, short: bool = False) -> str:
    """Return the name of a month as it stands alone: November, Nov."""
    return words.month_text(day, short=short)


def title_words(day: date) -> str:
    """Return a day as a title: Wed 18 November."""
    return words.title_day_text(day)


def date_words(day: date, near: date) -> str:
    """Return a day without its weekday, with its year where that is another: 30 October."""
    return words.date_text(day, year=day.year != near.year)


def near_words(day: date) -> str:
    """Return a day on a button: Tue 17."""
    return words.weekday_text(day)


def when_words(at: datetime, near: date) -> str:
    """Return when something was entered: the time, with its day where that is another."""
    if at.date() == near:
        return words.clock(at)
    return f"{words.short_date_text(at.date())} {words.clock(at)}"


def _unrecorded(view: LetterPage) -> str:
    if _anything(view):
        return translate("board", "Not everything was entered for this day")
    return translate("board", "Nobody has entered anything for this day")


def _anything(view: LetterPage) -> bool:
    """Tell whether anything of the day is known."""
    known = [kpi.value for kpi in view.kpis] + [rung.count for rung in view.ladder]
    known += [one.value for one in view.enterable]
    return any(value is not None for value in known)


def _missing(enterable: Sequence[Enterable]) -> str:
    names = [one.name for one in enterable if one.value is None]
    return translate("board", "Not entered: {names}").format(names=", ".join(names)) if names else ""


def _lines_words(view: LetterPage) -> str:
    """Return how many lines met the day, above line level; with the KPI that was missed all the same."""
    cell = cell_of(view)
    if cell is None or cell.met is None or cell.due is None:
        return ""
    met = translate("board", "{n} of {m} lines met")
    if view.day_mark.phase is Phase.OPEN:
        met = translate("board", "{n} of {m} lines met so far")
    figure = words.number(cell.met)
    loud = view.day_mark.judgement is Judgement.MISS and cell.met < cell.due
    said = met.format(n=f"{LOUD}{figure}{QUIET}" if loud else figure, m=words.number(cell.due))
    missed = [kpi for kpi in view.kpis if kpi.deciding and kpi.judgement is Judgement.MISS]
    return "; ".join([said, *(_clause(kpi) for kpi in missed[:1])])


def _events(view: LetterPage) -> str:
    """Return the gravest event of the day, or that there was none; nothing where nobody said."""
    known = [rung for rung in view.ladder if rung.count is not None]
    if not known:
        return ""
    is_open = view.day_mark.phase is Phase.OPEN
    gravest = next((rung for rung in reversed(known) if rung.count), None)
    if gravest is None:
        return translate("board", "No event so far") if is_open else translate("board", "No event on this day")
    said = _event(gravest)
    return translate("board", "{what} so far").format(what=said) if is_open else said


def _event(rung: RungOfDay) -> str:
    """Return one kind of event in words; a rung of the plant's own by its name."""
    count = rung.count or Fraction(0)
    accidents = plural("One lost-time accident", "{n} lost-time accidents", count)
    said = {
        "near_miss": plural("One near miss was reported", "{n} near misses were reported", count),
        "first_aid": plural("One person needed first aid", "{n} people needed first aid", count),
        "recordable": plural("One recordable injury", "{n} recordable injuries", count),
        "lost_time": accidents,
        "lost_time_accident": accidents,
    }
    if rung.measure not in said:
        return f"{rung.name}: {exact_words(count)}"
    return said[rung.measure].format(n=exact_words(count))


def _judged(view: LetterPage) -> str:
    """Return the state with the KPIs that decided it."""
    mark, kpi = view.day_mark, main_kpi(view)
    is_open = mark.phase is Phase.OPEN
    if kpi is None:
        return translate("board", "This letter has no KPI")
    if mark.judgement is None:
        return _without_judgement(kpi, is_open=is_open)
    deciding = [one for one in view.kpis if one.deciding and one.judgement is mark.judgement]
    if mark.judgement is Judgement.GOOD or not deciding:
        deciding = [kpi]
    why = translate("board", " and ").join(_clause(one) for one in deciding)
    closed = {
        Judgement.GOOD: translate("board", "Met: {why}"),
        Judgement.WATCH: translate("board", "Watch: {why}"),
        Judgement.MISS: translate("board", "Missed because {why}"),
    }
    so_far = {
        Judgement.GOOD: translate("board", "Met so far: {why}"),
        Judgement.WATCH: translate("board", "Watch so far: {why}"),
        Judgement.MISS: translate("board", "Missed so far: {why}"),
    }
    return (so_far if is_open else closed)[mark.judgement].format(why=why)


def _without_judgement(kpi: KpiOfDay, *, is_open: bool) -> str:
    if kpi.value is None:
        return translate("board", "Nothing was entered so far") if is_open else translate("board", "No value")
    value = value_words(kpi.value, kpi.unit, kpi.decimals)
    if kpi.aim is not None:
        return f"{kpi.name} {value}"
    said = translate("board", "{kpi} {value} so far, no target") if is_open else None
    return (said or translate("board", "{kpi} {value}, no target")).format(kpi=kpi.name, value=value)


def _clause(kpi: KpiOfDay) -> str:
    """Return a KPI against its target: "scrap 3.4 % is above 2.0 %"."""
    name, aim = words.within_sentence(kpi.name), kpi.aim
    limit = None if aim is None or kpi.value is None else _limit(kpi.value, aim)
    if kpi.value is None or aim is None:
        return f"{name} {value_words(kpi.value, kpi.unit, kpi.decimals)}"
    beyond = kpi.judgement in {Judgement.WATCH, Judgement.MISS}
    if limit is None or not beyond:
        said, against = _met_template(aim), _range_words(aim, kpi.decimals)
        if aim.better is not Better.RANGE and aim.value is not None:
            against = words.figure(aim.value, _telling(kpi.value, aim.value, kpi.decimals))
        decimals = kpi.decimals if aim.value is None else _telling(kpi.value, aim.value, kpi.decimals)
        value = value_words(kpi.value, kpi.unit, decimals)
        return said.format(kpi=name, value=value, limit=f"{against}{HARD_SPACE}{kpi.unit}" if kpi.unit else against)
    decimals = _telling(kpi.value, limit, kpi.decimals)
    value = value_words(kpi.value, kpi.unit, decimals)
    if kpi.judgement is Judgement.MISS:
        value = f"{LOUD}{value}{QUIET}"
    said = _broken_template(above=kpi.value > limit, just=kpi.judgement is Judgement.WATCH)
    return said.format(kpi=name, value=value, limit=value_words(limit, kpi.unit, decimals))


def _met_template(aim: Aim) -> str:
    if aim.better is Better.HIGHER:
        return translate("board", "{kpi} {value} reaches {limit}")
    return translate("board", "{kpi} {value} is within {limit}")


def _broken_template(*, above: bool, just: bool) -> str:
    if just:
        near = translate("board", "{kpi} {value} is just above {limit}")
        return near if above else translate("board", "{kpi} {value} is just below {limit}")
    over = translate("board", "{kpi} {value} is above {limit}")
    return over if above else translate("board", "{kpi} {value} is below {limit}")


def _limit(value: Fraction, aim: Aim) -> Fraction | None:
    """Return the limit that a value stands beyond."""
    if aim.better is not Better.RANGE:
        return aim.value
    if aim.low is not None and value < aim.low:
        return aim.low
    return aim.high


def _telling(value: Fraction, limit: Fraction, decimals: int) -> int:
    """Return so many decimals that a value and its limit look different where they are."""
    tries = range(decimals, decimals + MOST_DECIMALS + 1)
    differ = (count for count in tries if words.figure(value, count) != words.figure(limit, count))
    return decimals if value == limit else next(differ, decimals)


def _range_words(aim: Aim, decimals: int) -> str:
    ends = [words.figure(end, decimals) for end in (aim.low, aim.high) if end is not None]
    return words.EN_DASH.join(dict.fromkeys(ends))


def _target_words(kpi: KpiOfDay, view: LetterPage, *, told: bool) -> str:
    """Return since when the target stands; `told`: with the target itself, which the verdict does not name."""
    if kpi.aim is None:
        return translate("board", "no target") if told else ""
    target = aim_words(kpi.aim, kpi.decimals)
    if told or view.ladder or (cell := cell_of(view)) is None or cell.met is not None:
        said = translate("board", "target {value}").format(value=f"{target}{HARD_SPACE}{kpi.unit}".strip())
    else:
        said = translate("board", "target")
    if kpi.aim.rolled:
        return translate("board", "{target} of the lines together").format(target=said)
    if kpi.aim_since is None:
        return said if target in said else ""
    return translate("board", "{target} since {day}").format(target=said, day=date_words(kpi.aim_since, view.day))


def _without_unit(part: Part) -> str:
    """Return what was done with the unit that a part's name names: "scrapped" of "Cases scrapped"; else nothing."""
    named = part.name.split()
    kept = [word for word in named if word.casefold() != part.unit.casefold()]
    return words.within_sentence(" ".join(kept)) if len(kept) < len(named) else ""
