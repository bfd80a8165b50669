"""Why a letter lost what it lost on a day, or where that day has no reasons, in its month."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from board.journal.day import Deviation
from board.journal.miss import Miss
from board.kpi.figure import Figure
from board.kpi.library import GOOD_RUN_TIME, RUN_TIME
from board.kpi.pareto import ranked, summed
from board.pages.derived import GOOD
from board.pages.letter_book import Asked, day_of
from board.pages.letter_figure import in_order, unit_of
from board.pages.letter_month import days_of_month
from board.pages.rule import BUSY, Rules, rules_of
from board.plant.calendar import day_span
from board.plant.plant import Better, Plant
from board.plant.span import Span
from board.store.reader import Reader
from board.views.letter import Bar, Pareto, ReasonTile

MOST_BARS = 5
STOPS = ("downtime", "setup")  # why time is lost, whether or not a formula names them
_REJECTED = {"scrap", "rework"}
_LATE_SHIFT = timedelta(hours=12)  # a shift belongs to its day even where it runs beyond it
Loss = tuple[str | None, Fraction]


@dataclass(frozen=True, slots=True, kw_only=True)
class Losses:
    """What was lost in one unit, by reason."""

    unit: str
    by_reason: tuple[Loss, ...]

    @property
    def has_reasons(self) -> bool:
        """Tell whether anybody gave a reason for some of it."""
        return any(code is not None and value > 0 for code, value in self.by_reason)


def pareto(reader: Reader, code: str, day: date, deviations: Sequence[Deviation], asked: Asked) -> Pareto | None:
    """Return the reasons of a day, or where it has none those of its month; None where nobody gave any.

    The days of the month up to today must be in sight; `deviations` are those that were logged in it for the letter.
    """
    for days in ((day,), tuple(one for one in days_of_month(day) if one <= asked.today)):
        losses = _losses(reader, code, days, deviations, asked) if days else None
        if losses is not None:
            return _shown(losses, asked.sight.rules(day).plant, asked, of_month=days != (day,))
    return None


def reasons(code: str, asked: Asked) -> tuple[ReasonTile, ...]:
    """Return the reasons that may be given for a letter on the node's lines, in the order of the plant.

    Those of the measures that concern the letter; those of missing output where it is about output, or has no others.
    """
    rules = rules_of(asked.plant)
    own = _offered(asked, _concerned(code, rules))
    if not own or any(is_output(figure) for figure in _figures(code, rules)):
        own |= _offered(asked, (None,))
    return tuple(
        ReasonTile(code=reason.code, name=reason.name, icon=reason.icon)
        for reason in asked.plant.reasons
        if reason.code in own
    )


def _offered(asked: Asked, measures: Sequence[str | None]) -> set[str]:
    found = (asked.plant.reasons_of(line, measure) for line in asked.lines for measure in measures)
    return {reason.code for reasons_of_line in found for reason in reasons_of_line}


def _losses(
    reader: Reader, code: str, days: Sequence[date], deviations: Sequence[Deviation], asked: Asked
) -> Losses | None:
    """Return the losses of some days from the first place where reasons were given.

    For output that is what people explained of its shortfall, before the stops that machines told of; for anything
    else what the sources say by reason; and last what people logged for the letter.
    """
    logged = _logged([one for one in deviations if one.day in days])
    for found in (_explained(reader, code, days, asked), _told(code, days, asked), logged):
        if found is not None and found.has_reasons:
            return found
    return None


def _explained(reader: Reader, code: str, days: Sequence[date], asked: Asked) -> Losses | None:
    """Return the misses of intervals, in units of the lines; they explain output, and nothing else."""
    rules = asked.sight.rules(days[-1])
    if not any(is_output(figure) for figure in _figures(code, rules)):
        return None
    found = [(miss.reason, Fraction(miss.quantity)) for miss in _misses(reader, days, asked)]
    return Losses(unit=unit_of(GOOD, rules, asked.lines), by_reason=tuple(found))


def _misses(reader: Reader, days: Sequence[date], asked: Asked) -> Iterator[Miss]:
    moment = asked.sight.moment
    first, last = (asked.sight.rules(day).plant for day in (days[0], days[-1]))
    span = Span(day_span(first, days[0]).start, day_span(last, days[-1]).end + _LATE_SHIFT)
    wanted = set(days)
    for line in asked.lines:
        for miss in reader.misses(line, span, known_at=moment.known_at):
            if day_of(moment.history, line, miss.interval.start) in wanted:
                yield miss


def _told(code: str, days: Sequence[date], asked: Asked) -> Losses | None:
    """Return the losses by reason of the first measure that has any, with all that are counted in the same unit."""
    rules = asked.sight.rules(days[-1])
    with_reasons = [measure for measure in _concerned(code, rules) if _has_reasons(measure, days, asked)]
    if not with_reasons:
        return None
    unit = unit_of(with_reasons[0], rules, asked.lines)
    alike = [measure for measure in with_reasons if unit_of(measure, rules, asked.lines) == unit]
    losses = (loss for measure in alike for loss in _by_reason(measure, days, asked))
    return Losses(unit=unit, by_reason=tuple(summed(losses).items()))


def _by_reason(measure: str, days: Sequence[date], asked: Asked) -> Iterator[Loss]:
    """Yield what a measure came to by reason; a day for which nobody gave one counts as a whole without reason."""
    for day in days:
        for node in asked.nodes:
            sums = asked.sight.sums(node, day)
            if measure in sums.reasons:
                yield from sums.reasons[measure].items()
            elif measure in sums.whole:
                yield None, sums.whole[measure]


def _has_reasons(measure: str, days: Sequence[date], asked: Asked) -> bool:
    return any(measure in asked.sight.sums(node, day).reasons for day in days for node in asked.nodes)


def _logged(deviations: Iterable[Deviation]) -> Losses | None:
    """Return what people logged: quantities where all have one, else how often."""
    every = tuple(deviations)
    if not every:
        return None
    quantities = [one.quantity for one in every if one.quantity is not None]
    counted = quantities if len(quantities) == len(every) else [Fraction(1)] * len(every)
    return Losses(unit="", by_reason=tuple((one.reason, value) for one, value in zip(every, counted, strict=True)))


def _figures(code: str, rules: Rules) -> tuple[Figure, ...]:
    return rules.letters[code][1] if code in rules.letters else ()


def _concerned(code: str, rules: Rules) -> tuple[str, ...]:
    """Return the measures whose reasons say why a letter stands as it does, what its KPIs read first."""
    figures = _figures(code, rules)
    named = [measure for figure in figures for measure in in_order(figure.formula)]
    timed = any(is_output(figure) or BUSY in figure.measures for figure in figures)
    return tuple(dict.fromkeys((*named, *(STOPS if timed else ()))))


def is_output(figure: Figure) -> bool:
    """Tell whether a KPI says how much was made, so that what falls short of it is a miss of the intervals."""
    first = in_order(figure.formula)[:1]
    makes = set(first) & {GOOD, RUN_TIME, GOOD_RUN_TIME}
    return bool(makes) and figure.kpi.better is Better.HIGHER and not _REJECTED & figure.measures


def _shown(losses: Losses, then: Plant, asked: Asked, *, of_month: bool) -> Pareto:
    """Return the losses as they are shown; a reason is called as it is today, one that is gone as it was then."""
    names = {reason.code: reason.name for reason in (*then.reasons, *asked.plant.reasons)}
    shares = ranked(losses.by_reason, names, most=MOST_BARS)
    return Pareto(
        unit=losses.unit,
        bars=tuple(
            Bar(
                code=share.code, name="" if share.code is None else names.get(share.code, share.code), value=share.value
            )
            for share in shares.largest
        ),
        rest=shares.rest,
        of_month=of_month,
    )
