"""One letter of one node on one production day: judged, with the lines and the shifts it is made of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from board.kpi.aim import Part, Sums, formula_target, line_target, own_target, rolled_alike, rolled_up
from board.kpi.day import Known, KpiDay, LetterDay, day_of_shifts, kpi_day, letter_day, lines_met
from board.kpi.figure import Figure
from board.kpi.judgement import Judgement
from board.kpi.safety import ladder_day, near_miss
from board.pages.day_book import EMPTY, DaySums, Moment, rolled
from board.pages.rule import Rules, rules_of
from board.plant.calendar import ShiftRun, production_day, shift_runs
from board.plant.plant import Letter, Target
from board.views.mark import Mark, Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What a page sees: the sums of its nodes and days, at its moment; `begins`: from when on lines may be due."""

    days: Mapping[tuple[str, date], DaySums]
    moment: Moment
    begins: Mapping[str, date] = field(default_factory=dict)
    _todays: dict[str | None, date] = field(default_factory=dict, repr=False, compare=False)
    _rules: dict[date, Rules] = field(default_factory=dict, repr=False, compare=False)

    def today(self, line: str | None = None) -> date:
        """Return the production day of the moment; a line's own, where it works on beyond its end."""
        found = self._todays.get(line)
        if found is None:
            found = self._todays[line] = production_day(self.moment.plant, self.moment.now, line)
        return found

    def rules(self, day: date) -> Rules:
        """Return what judges a day: the plant then in force."""
        found = self._rules.get(day)
        if found is None:
            found = self._rules[day] = rules_of(self.moment.plant_of(day))
        return found

    def sums(self, node: str, day: date) -> DaySums:
        """Return what a node's day came to; empty where nothing was entered."""
        return self.days.get((node, day), EMPTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A letter's day: `day` None where it was not worked; `kpis` by id; `rolled` ids have the target of their lines."""

    phase: Phase  # FUTURE, OPEN or CLOSED: where it stands in time
    day: LetterDay | None
    kpis: Mapping[str, KpiDay] = field(default_factory=dict)
    parts: tuple[Mark, ...] = ()
    met: int | None = None
    due: int | None = None
    near_miss: bool = False
    rolled: frozenset[str] = frozenset()
    partial: bool = False  # some of it was not entered

    @property
    def mark(self) -> Mark:
        """Return the mark it bears on the wall."""
        return mark_of(self.phase, self.day)


COMING = Judged(phase=Phase.FUTURE, day=None)


def mark_of(phase: Phase, day: LetterDay | None) -> Mark:
    """Return the mark of a day or shift that stands so in time; green never comes from what nobody entered."""
    if phase is Phase.FUTURE:
        return Mark(Phase.FUTURE)
    if day is None:
        return Mark(Phase.OFF)
    if phase is Phase.OPEN:
        return Mark(Phase.OPEN, day.judgement)
    if day.known is not Known.WHOLE and day.judgement is None:
        return Mark(Phase.UNRECORDED)
    return Mark(Phase.CLOSED, day.judgement) if day.aimed else Mark(Phase.NO_TARGET)


def line_day(line: str, code: str, day: date, sight: Sight) -> Judged:
    """Return a line's letter on a day, judged by the plant of that day: the worst of its KPIs, or its ladder.

    Before the board knew the line nothing was due: such a day is as one that was not worked.
    """
    today = sight.today(line)
    if day > today:
        return COMING
    phase = Phase.OPEN if day == today else Phase.CLOSED
    rules = sight.rules(day)
    sums = sight.sums(line, day)
    known = line in rules.lines and day >= sight.begins.get(line, date.min)
    runs = shift_runs(rules.plant, line, day) if known else ()
    if not (runs or sums.whole):
        return Judged(phase=phase, day=None)
    letter, figures = rules.letters.get(code, (None, ()))
    if letter is None:
        return Judged(phase=phase, day=LetterDay(judgement=None, known=Known.WHOLE, aimed=False))
    kpis = _kpis(figures, line, day, sums, rules)
    found = _verdict(letter, kpis, sums)
    parts: tuple[Mark, ...] = ()
    if letter.by_shift and runs:
        found, parts = _split(code, runs, sums, rules, sight.moment)
    return Judged(
        phase=phase,
        day=found,
        kpis=kpis,
        parts=parts,
        near_miss=near_miss(letter.ladder, sums.whole),
        partial=found.known is Known.PART,
    )


def group_day(nodes: Sequence[str], lines: Sequence[Judged], code: str, day: date, sight: Sight) -> Judged:
    """Return the letter of a node above line level: ratios of sums against the rolled-up target, and n of m lines.

    `nodes` are the node itself first, then all below it; `lines` the days of the lines among them.
    """
    if day > sight.today():
        return COMING
    open_ = day == sight.today() or any(line.phase is Phase.OPEN for line in lines)
    phase = Phase.OPEN if open_ else Phase.CLOSED
    worked = [line for line in lines if line.day is not None]
    sums = {node: entered for node in nodes if (entered := sight.sums(node, day)).whole}
    if not (worked or sums):
        return Judged(phase=phase, day=None)
    rules = sight.rules(day)
    letter, figures = rules.letters.get(code, (None, ()))
    if letter is None:
        return Judged(phase=phase, day=LetterDay(judgement=None, known=Known.WHOLE, aimed=False))
    rolls = {figure.kpi.id: _rolled_kpi(figure, nodes[0], day, sums, rules) for figure in figures}
    kpis = {kpi: roll for kpi, (roll, _) in rolls.items()}
    met, due = lines_met(line.day for line in lines)
    lacking = any(line.day is not None and line.day.aimed and line.day.known is not Known.WHOLE for line in worked)
    found = _group_verdict(letter, kpis, sums, nodes[0], rules, lacking=lacking)
    return Judged(
        phase=phase,
        day=found,
        kpis=kpis,
        met=met,
        due=due,
        near_miss=any(near_miss(letter.ladder, part.whole) for part in sums.values()),
        rolled=frozenset(kpi for kpi, (_, is_rolled) in rolls.items() if is_rolled),
        partial=found.known is Known.PART or (lacking and found.known is not Known.NOTHING),
    )


def _verdict(letter: Letter, kpis: Mapping[str, KpiDay], part: DaySums) -> LetterDay:
    return ladder_day(letter.ladder, part.whole, part.lacking) if letter.ladder else letter_day(tuple(kpis.values()))


def _kpis(figures: Sequence[Figure], line: str, day: date, part: DaySums, rules: Rules) -> dict[str, KpiDay]:
    sums = part.whole
    return {
        figure.kpi.id: _kpi_day(figure, sums, line_target(figure, line, day, sums), rules, part.lacking)
        for figure in figures
    }


def _kpi_day(figure: Figure, sums: Sums, target: Target | None, rules: Rules, lacking: frozenset[str]) -> KpiDay:
    """Return how a KPI stands on a day; one that lacks a measure which is not entered every day was not due."""
    if not rules.loose.isdisjoint(figure.measures) and any(
        measure in rules.loose and sums.get(measure) is None for measure in figure.measures
    ):
        return KpiDay(value=None, target=target, judgement=None, known=Known.NOTHING, aimed=False)
    return kpi_day(figure, sums, target, lacking)


def _split(
    code: str, runs: Sequence[ShiftRun], sums: DaySums, rules: Rules, moment: Moment
) -> tuple[LetterDay, tuple[Mark, ...]]:
    """Return the day of its shifts, and the mark of every shift of the line in order of time, worked or not."""
    letter, figures = rules.letters[code]
    line = runs[0].line
    ran = {run.shift.name: run for run in runs}
    usual = [shift for shift in rules.plant.shifts if not shift.lines or line in shift.lines]
    starts = rules.plant.site.day_starts
    marks: list[Mark] = []
    voters: list[LetterDay] = []
    for shift in sorted(usual, key=lambda shift: (shift.starts < starts, shift.starts)):
        run = ran.get(shift.name)
        part = sums.of_shift(shift.name)
        if run is None and not part.whole:
            marks.append(Mark(Phase.OFF))
            continue
        found = _verdict(letter, _kpis(figures, line, runs[0].day, part, rules), part)
        phase = _phase_of(run, moment) if run is not None else Phase.CLOSED
        marks.append(mark_of(phase, found))
        voters += [found] if phase is Phase.CLOSED or found.known is not Known.NOTHING else []
    return day_of_shifts(voters), tuple(marks)


def _phase_of(run: ShiftRun, moment: Moment) -> Phase:
    if run.span.start > moment.now:
        return Phase.FUTURE
    return Phase.OPEN if run.span.holds(moment.now) else Phase.CLOSED


def _rolled_kpi(figure: Figure, node: str, day: date, sums: Mapping[str, DaySums], rules: Rules) -> tuple[KpiDay, bool]:
    """Return a KPI over several nodes, and whether its target is that of the lines together.

    Only nodes that entered all the KPI reads are summed, so that no numerator goes without its denominator; where the
    parts of it lie on different nodes, all are.
    """
    whole = {name: part for name, part in sums.items() if figure.measures <= part.whole.keys()}
    used = whole or sums
    wanted = figure.measures | (figure.target.measures if figure.target is not None else frozenset())
    found = rolled(tuple(used.values()), wanted, rules.measures)
    lacking = _lacking(used.values())
    own = own_target(figure, node, day)
    if own is not None:
        return _kpi_day(figure, found, own, rules, lacking), False
    return _kpi_day(figure, found, _rolled_target(figure, day, used, rules, found), rules, lacking), True


def _lacking(parts: Iterable[DaySums]) -> frozenset[str]:
    """Return the measures of which a part is lacking on any of several nodes."""
    return frozenset[str]().union(*(part.lacking for part in parts))


def _rolled_target(
    figure: Figure,
    day: date,
    used: Mapping[str, DaySums],
    rules: Rules,
    found: Mapping[str, Fraction | None],
) -> Target | None:
    lines = [(name, part) for name, part in used.items() if name in rules.lines]
    if figure.target is not None and not figure.named:
        told = [part for part in used.values() if figure.target.measures <= part.whole.keys()]
        together = found if len(told) == len(used) else rolled(told, figure.target.measures, rules.measures)
        return formula_target(figure, day, together)
    if figure.target is None and not figure.named:
        return rolled_alike(figure, len(lines), day, rules.measures)
    parts = [
        Part(target=line_target(figure, name, day, part.whole), sums=part.whole, observations=part.observations)
        for name, part in lines
    ]
    return rolled_up(figure, parts, day, rules.measures)


def _group_verdict(
    letter: Letter,
    kpis: Mapping[str, KpiDay],
    sums: Mapping[str, DaySums],
    node: str,
    rules: Rules,
    *,
    lacking: bool,
) -> LetterDay:
    """Return how a node above its lines stands; without a word from every line, safety is not green."""
    if not letter.ladder:
        return letter_day(tuple(kpis.values()))
    events = [rung.measure for rung in letter.ladder]
    found = ladder_day(letter.ladder, rolled(tuple(sums.values()), events, rules.measures), _lacking(sums.values()))
    said = node in sums and any(measure in sums[node].whole for measure in events)
    if lacking and not said and found.known is Known.WHOLE and found.judgement is not Judgement.MISS:
        return LetterDay(judgement=None, known=Known.PART)
    return found
