"""The ladder of safety: the gravest event colours its own day, and green needs somebody to have said so."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from board.kpi.aim import Sums
from board.kpi.day import Known, LetterDay, in_part
from board.kpi.judgement import Judgement
from board.plant.plant import Rung

LADDER = (  # from lightest to gravest; a plant may write its own. Near misses are wanted, so they are not punished.
    Rung(measure="near_miss", judged="good"),
    Rung(measure="first_aid", judged="watch"),
    Rung(measure="recordable", judged="miss", accident=True),
    Rung(measure="lost_time", judged="miss", accident=True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Classified:
    """What an event of a day was held to be, from a day on; a later one of the same event replaces it, none is lost."""

    event: str
    day: date  # of the event, which is the day that is coloured
    measure: str  # the rung
    on: date  # when it was so classified


def ladder_day(ladder: Sequence[Rung], sums: Sums, lacking: AbstractSet[str] = frozenset()) -> LetterDay:
    """Return how a day stands by its gravest event; a zero says "no event", and nothing entered is never green.

    Of what is `lacking` a part there may have been more.
    """
    entered = [rung for rung in ladder if sums.get(rung.measure) is not None]
    if not entered:
        return LetterDay(judgement=None, known=Known.NOTHING)
    gravest = next((rung for rung in reversed(ladder) if sums.get(rung.measure)), None)
    judgement = Judgement.GOOD if gravest is None else Judgement(gravest.judged)
    if any(rung.measure in lacking for rung in ladder):
        return in_part(judgement)
    return LetterDay(judgement=judgement, known=Known.WHOLE)


def near_miss(ladder: Sequence[Rung], sums: Sums) -> bool:
    """Tell whether something was reported that the ladder holds to be good, as near misses are."""
    return any(rung.judged == "good" and sums.get(rung.measure) for rung in ladder)


def standing(entries: Iterable[Classified], *, known_on: date | None = None) -> tuple[Classified, ...]:
    """Return each event as it is held to be now, or was on a day; the entries before it remain in the audit."""
    latest: dict[str, Classified] = {}
    for entry in sorted(entries, key=lambda entry: entry.on):
        if known_on is None or entry.on <= known_on:
            latest[entry.event] = entry
    return tuple(latest.values())


def days_since(accidents: Iterable[date], today: date) -> int | None:
    """Return the calendar days since the last accident, whose own day is day 0; None where there was none."""
    last = max((day for day in accidents if day <= today), default=None)
    return None if last is None else (today - last).days


def record_days(accidents: Iterable[date], today: date) -> int | None:
    """Return the longest run of days without an accident between two of them or since the last; None without any."""
    days = sorted({day for day in accidents if day <= today})
    if not days:
        return None
    between = [(after - before).days - 1 for before, after in pairwise(days)]
    return max([*between, (today - days[-1]).days])
