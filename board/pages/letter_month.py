"""One letter's month: its days' cells, its headline of today beside them, and how much of the month was entered."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from board.kpi.aim import common_target, own_target
from board.kpi.day import Known
from board.kpi.judgement import Judgement
from board.kpi.safety import days_since, record_days
from board.pages.letter_action import Answers, answers_to, card_of, most_pressing
from board.pages.letter_book import Asked, LetterBook
from board.pages.letter_day import Judged
from board.pages.rule import rules_of
from board.plant.plant import Kpi, Letter, Target
from board.views.mark import Mark, Phase
from board.views.sqcdp import Aim, DayCell, Days, LetterView

_DAY = timedelta(days=1)
_AS_IT_WAS = (Phase.CLOSED, Phase.UNRECORDED, Phase.NO_TARGET)  # a closed day that was worked


def days_of_month(month: date) -> tuple[date, ...]:
    """Return the days of a month given by any of them."""
    return tuple(month.replace(day=number + 1) for number in range(monthrange(month.year, month.month)[1]))


def headline(letter: Letter, asked: Asked) -> Kpi | None:
    """Return a letter's first KPI, which stands for it."""
    return next((kpi for kpi in asked.plant.kpis if kpi.id == letter.kpis[0]), None) if letter.kpis else None


def value_of(day: Judged, kpi: Kpi | None) -> Fraction | None:
    """Return what a KPI came to on a day, None where it has no value or was not entered."""
    found = None if kpi is None else day.kpis.get(kpi.id)
    return None if found is None else found.value


def letter_month(book: LetterBook, letter: Letter, month: date, asked: Asked) -> LetterView:
    """Return the letter with the days of a month, each judged by what was in force on it.

    Value, target, mark, safety and action are those of today, whichever month is shown.
    """
    days = days_of_month(month)
    book.see(asked, min(days[0], asked.today), days[-1])
    book.see(asked, asked.today - _DAY, asked.today)
    judged = [book.day(letter.code, day, asked) for day in days]
    so_far = judged[: sum(day <= asked.today for day in days)]
    closed = [day for day in so_far if day.mark.phase in _AS_IT_WAS]
    kpi = headline(letter, asked)
    today = book.day(letter.code, asked.today, asked)
    actions = answers_to(asked, letter.code)
    pressing = most_pressing(actions, asked.today)
    return LetterView(
        code=letter.code,
        name=letter.name,
        kpi=None if kpi is None else kpi.id,
        kpi_name=letter.name if kpi is None else kpi.name,
        unit="" if kpi is None else kpi.unit,
        decimals=0 if kpi is None else kpi.decimals,
        mark=today.mark,
        value=value_of(today, kpi),
        aim=None if kpi is None else _aim(kpi, today, asked),
        yesterday=value_of(book.day(letter.code, asked.today - _DAY, asked), kpi),
        days_met=sum(_judgement(day) is Judgement.GOOD for day in closed),
        days_due=sum(_judgement(day) is not None for day in closed),
        days_entered=sum(day.day is not None and day.day.known is not Known.NOTHING for day in closed),
        days_worked=len(closed),
        days=_cells(days, judged, kpi, Answers.of(actions, asked.today)),
        spark=tuple(value_of(day, kpi) for day in so_far),
        spark_marks=tuple(day.mark for day in so_far),
        spark_aims=tuple(_aim_of_day(kpi, day) for day in so_far),
        action=None if pressing is None else card_of(pressing, asked),
        safety=_safety(book, letter, asked),
        cross=letter.shape == "cross",
    )


def aim_of(kpi: Kpi, target: Target | None, *, rolled: bool = False) -> Aim | None:
    """Return a target as it is told, None where there is none."""
    if target is None:
        return None
    return Aim(better=kpi.better, value=target.value, low=target.low, high=target.high, rolled=rolled)


def _aim(kpi: Kpi, today: Judged, asked: Asked) -> Aim | None:
    """Return the target that stands today; before anything was entered, the one people have set."""
    found = today.kpis.get(kpi.id)
    target: Target | None = None if found is None else found.target
    if target is None:
        figure = rules_of(asked.plant).figures[kpi.id]
        target = own_target(figure, asked.node, asked.today) or common_target(figure, asked.today)
    return aim_of(kpi, target, rolled=kpi.id in today.rolled)


def _aim_of_day(kpi: Kpi | None, day: Judged) -> Aim | None:
    """Return the target that a day was judged against, None where nothing was entered."""
    found = None if kpi is None else day.kpis.get(kpi.id)
    return None if kpi is None or found is None else aim_of(kpi, found.target, rolled=kpi.id in day.rolled)


def _safety(book: LetterBook, letter: Letter, asked: Asked) -> Days | None:
    """Return the days since the last accident, over all years."""
    if not letter.ladder:
        return None
    days = book.accidents(asked, [rung.measure for rung in letter.ladder if rung.accident])
    return Days(since=days_since(days, asked.today), record=record_days(days, asked.today))


def _judgement(day: Judged) -> Judgement | None:
    mark: Mark = day.mark
    return mark.judgement if mark.phase is Phase.CLOSED else None


def _cells(days: Sequence[date], judged: Sequence[Judged], kpi: Kpi | None, answers: Answers) -> tuple[DayCell, ...]:
    return tuple(_cell(day, found, kpi, answers) for day, found in zip(days, judged, strict=True))


def _cell(day: date, found: Judged, kpi: Kpi | None, answers: Answers) -> DayCell:
    missed = found.mark.judgement is Judgement.MISS
    return DayCell(
        day=day,
        mark=found.mark,
        value=value_of(found, kpi),
        parts=found.parts,
        met=found.met,
        due=found.due,
        flag=missed and day in answers.waiting,
        verified=missed and day in answers.verified,
        near_miss=found.near_miss,
        incomplete=found.partial,
    )
