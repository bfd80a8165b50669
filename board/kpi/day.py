"""A KPI's day and a letter's day from exact sums: what is known of them, and how they stand before any rounding."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from board.kpi.aim import Sums
from board.kpi.figure import Figure
from board.kpi.judgement import Judgement, judge, worst
from board.plant.plant import Target


class Known(Enum):
    """How much of a day was entered; nothing is not zero, and part of it is not all."""

    NOTHING = "nothing"
    PART = "part"
    WHOLE = "whole"


class KpiDay(NamedTuple):
    """One KPI on one day. `value` None with `known` WHOLE is "no value" (0/0, nothing due): it does not vote.

    `aimed`: it has a target to meet, or would have one if something had been entered.
    """

    value: Fraction | None
    target: Target | None
    judgement: Judgement | None
    known: Known
    aimed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDay:
    """A letter on one day, or on one shift of it; a judgement stands only where what is known bears it."""

    judgement: Judgement | None
    known: Known
    aimed: bool = True


def kpi_day(figure: Figure, sums: Sums, target: Target | None, lacking: AbstractSet[str] = frozenset()) -> KpiDay:
    """Return how a KPI stands on a day; the comparison is exact, with the value as it is before rounding.

    Where a measure it reads is `lacking` a part, the value is one of what is known, and only a miss is certain.
    """
    value, known = figure.value(sums), Known.WHOLE
    if value is None:
        missing = [measure for measure in figure.measures if sums.get(measure) is None]
        known = Known.WHOLE if not missing else Known.NOTHING if len(missing) == len(figure.measures) else Known.PART
    judgement = judge(value, figure.kpi.better, target)
    if known is Known.WHOLE and not lacking.isdisjoint(figure.measures):
        known, judgement = Known.PART, _certain(judgement)
    return KpiDay(
        value=value,
        target=target,
        judgement=judgement,
        known=known,
        aimed=target is not None or (figure.target is not None and known is not Known.WHOLE),
    )


def letter_day(kpis: Sequence[KpiDay]) -> LetterDay:
    """Return the worst of a letter's few KPIs; where one that has a target is missing, only a miss is certain.

    A KPI without a target, and one that has no value though all was entered, do not vote. Source: domain, section 3.
    """
    voters = [kpi for kpi in kpis if kpi.aimed]
    if all(kpi.known is Known.NOTHING for kpi in kpis):
        return LetterDay(judgement=None, known=Known.NOTHING, aimed=bool(voters))
    found = worst(kpi.judgement for kpi in voters)
    if any(kpi.known is not Known.WHOLE for kpi in voters):
        return in_part(found)
    return LetterDay(judgement=found, known=Known.WHOLE, aimed=bool(voters))


def day_of_shifts(shifts: Iterable[LetterDay | None]) -> LetterDay:
    """Return the day of its shifts: the worst of them; one that was not worked (None) does not vote."""
    worked = [shift for shift in shifts if shift is not None]
    if all(shift.known is Known.NOTHING for shift in worked):
        return LetterDay(judgement=None, known=Known.NOTHING, aimed=any(shift.aimed for shift in worked))
    found = worst(shift.judgement for shift in worked)
    if any(shift.known is not Known.WHOLE for shift in worked):
        return in_part(found)
    return LetterDay(judgement=found, known=Known.WHOLE, aimed=any(shift.aimed for shift in worked))


def lines_met(lines: Iterable[LetterDay | None]) -> tuple[int, int]:
    """Return how many lines met their target, of how many that were due; None is a line that did not work.

    A line of which nothing, or not all, was entered was due all the same; one without a target or a value was not.
    """
    met = due = 0
    for line in lines:
        if line is None or not line.aimed:
            continue
        met += line.judgement is Judgement.GOOD
        due += line.judgement is not None or line.known is not Known.WHOLE
    return met, due


def in_part(found: Judgement | None) -> LetterDay:
    """Return a day of which some is missing."""
    return LetterDay(judgement=_certain(found), known=Known.PART)


def _certain(found: Judgement | None) -> Judgement | None:
    """Return what of a judgement stands though some is missing: a miss; anything better may yet turn out worse."""
    return found if found is Judgement.MISS else None
