"""The one vocabulary in which every kind of source says what its columns mean to the board."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from board.kpi.formula import Formula, FormulaError
from board.sources.cell import Cell as Cell  # noqa: PLC0414  # kinds take it from here
from board.sources.cell import read_cell
from board.sources.contract import SourceContext
from board.sources.counter import CounterRule, read_counter
from board.sources.moment import Spelling, format_problem
from board.sources.run_rule import RunRule, read_run
from board.sources.setting import Settings
from board.sources.state import MEANINGS, Meant, meanings
from board.sources.state import fold as fold  # noqa: PLC0414  # kinds take it from here
from board.sources.timing import UNITS_OF_TIME as UNITS_OF_TIME  # noqa: PLC0414  # kinds take it from here
from board.sources.timing import Timing as Timing  # noqa: PLC0414  # kinds take it from here
from board.sources.timing import read_timing

MISSING_WORDS = ("", "n/a", "na", "#n/a", "-", "--", "none", "null", "nan")
SUMMED = ("count", "duration", "amount")  # kinds of measures
FILE_COLUMN = "$file"  # stands for the name of the file a row came from
_NAME = re.compile(r"(?<![\w.])[^\W\d]")  # where a name begins, as in "price * quantity" and not in "1e3"

Conditions = tuple[tuple[str, frozenset[str]], ...]  # columns, and the folded words each must hold one of


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One measure a row speaks of: a fixed value (the row is one part) or the number in a column (a total).

    `formula` computes a total from several columns, exactly; then `column` is the first of them.
    """

    measure: str
    kind: str  # of the measure: count, duration, amount, level, sample
    column: str | None = None
    fixed: Fraction = Fraction(1)
    factor: Fraction | None = None  # sign, scale and unit of time together; None: as it stands
    unit: str = ""
    suffix: str = ""  # parts the keys of one row's totals
    when: Conditions = ()
    reason: Cell | None = None
    may_be_negative: bool = False
    formula: Formula | None = None
    counter: CounterRule | None = None  # the column is a register whose differences count; None: each value counts
    empty_is_zero: bool = False  # an empty cell says that there was none; otherwise it is missing

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the columns its value is read from."""
        if self.formula is not None:
            return tuple(sorted(self.formula.measures))
        return () if self.column is None else (self.column,)


@dataclass(frozen=True, slots=True, kw_only=True)
class StateMap:
    """Which column says in which state a node is, what each state means, and perhaps why it stands."""

    cell: Cell
    meanings: Mapping[str, Meant]  # by the folded word of the source
    reason: Cell | None = None
    when: Conditions = ()  # which rows speak of it, where not all do

    def speaks(self, record: Mapping[str, str]) -> bool:
        """Tell whether a row says anything of the state."""
        return bool(self.cell.text(record).strip()) and all(fold(record[name]) in words for name, words in self.when)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMapping:
    """What the columns of one source mean, and which of them make a row unique."""

    node: Cell
    timing: Timing
    entries: tuple[Entry, ...]
    spelling: Spelling
    product: Cell | None = None
    order: Cell | None = None
    key: tuple[str, ...] = ()
    ignore: Conditions = ()
    missing: frozenset[str] = frozenset(MISSING_WORDS)
    decimal: str = ""
    thousands: str = ""
    ahead: timedelta = timedelta(minutes=5)  # how far a clock may run ahead of ours
    state: StateMap | None = None
    run: RunRule | None = None  # each row is a planned run, and nothing that was made

    @property
    def remembers(self) -> bool:
        """Tell whether a row means something only together with those before it: totals of counters, and states."""
        return self.state is not None or any(entry.counter is not None for entry in self.entries)

    @property
    def names_rows(self) -> bool:
        """Tell whether the same row again is known by itself, as `key` or the moment of a counter or state says."""
        return bool(self.key) or self.run is not None or all(entry.counter is not None for entry in self.entries)

    @property
    def columns(self) -> frozenset[str]:
        """Return the columns a record must have."""
        return frozenset(self._columns()) - {FILE_COLUMN}

    @property
    def totals(self) -> frozenset[str]:
        """Return the columns that are read as numbers."""
        planned = () if self.run is None else self.run.numbers
        return frozenset([*planned, *(column for entry in self.entries for column in entry.columns)])

    @property
    def conditions(self) -> tuple[Conditions, ...]:
        """Return what must hold of a row for each measure, and for the state: where none does, it says nothing."""
        states = () if self.state is None else (self.state.when,)
        runs = () if self.run is None else ((),)
        return (*(entry.when for entry in self.entries), *states, *runs)

    def may_speak(self, known: Mapping[str, str]) -> bool:
        """Tell whether a row can say anything of which only some columns are known yet."""
        return any(
            all(fold(known[column]) in words for column, words in each if column in known) for each in self.conditions
        )

    def _columns(self) -> Iterator[str]:
        yield from (*self.timing.start, *self.timing.end, *self.key)
        cells = [self.node, self.product, self.order, *(entry.reason for entry in self.entries)]
        cells += [] if self.state is None else [self.state.cell, self.state.reason]
        cells += [] if self.run is None else [self.run.kind]
        yield from (column for cell in cells if cell is not None for column in cell.columns)
        yield from self.totals
        if self.timing.length_column is not None:
            yield self.timing.length_column
        for conditions in (self.ignore, *self.conditions):
            yield from (column for column, _ in conditions)


def no_mapping(context: SourceContext) -> RecordMapping:
    """Return the mapping of a source whose columns nobody has looked at yet."""
    return RecordMapping(node=Cell(fixed=""), timing=Timing(start=()), entries=(), spelling=Spelling(zone=context.zone))


def read_mapping(settings: Settings, context: SourceContext, *, remembers: bool = False) -> RecordMapping:
    """Return the mapping that settings describe; faults are noted in `settings.problems`.

    `remembers`: the kind keeps counters and states in its watermark, and hands its reader a Memory of them.
    """
    mapping = RecordMapping(
        node=_node(settings, context),
        timing=read_timing(settings),
        entries=_entries(settings, context),
        spelling=_spelling(settings, context),
        product=read_cell(settings, "product"),
        order=read_cell(settings, "order"),
        key=settings.texts("key"),
        ignore=_conditions(settings, "ignore"),
        missing=frozenset(fold(word) for word in settings.texts("missing", MISSING_WORDS, empty=True)) | {""},
        decimal=settings.text("decimal", one_of=(".", ",")),
        thousands=settings.text("thousands", one_of=(".", ",", " ", "'"))
        if settings.values.get("thousands") != " "
        else " ",
        ahead=settings.length("ahead") or timedelta(minutes=5),
        state=_state(settings, context),
        run=read_run(settings),
    )
    _check_memory(settings, mapping, remembers=remembers)
    if mapping.decimal and mapping.decimal == mapping.thousands:
        settings.fault("thousands", "another mark than the decimal mark")
    return mapping


def _node(settings: Settings, context: SourceContext) -> Cell:
    """Return where the node comes from; where the plant has a single line, it need not be set."""
    cell = read_cell(settings, "node")
    if cell is None:
        if "node" not in settings.values:
            settings.fault("node", 'a line such as "line-1", or { column = "..." }')
        return Cell(fixed="")
    if context.nodes:
        wanted = [cell.fixed] if cell.fixed is not None else list(cell.words.values())
        for node in wanted:
            if node not in context.nodes:
                settings.problems.append(
                    f"{settings.where}, key node: found {node!r}, expected one of {', '.join(context.nodes)}"
                )
    return cell


def _spelling(settings: Settings, context: SourceContext) -> Spelling:
    """Return how the source writes its times; its zone is the site's unless set."""
    formats = settings.texts("formats")
    for pattern in formats:
        problem = format_problem(pattern)
        if problem is not None:
            settings.problems.append(f"{settings.where}, key formats: {problem}")
    zone = context.zone
    name = settings.text("zone")
    if name:
        try:
            zone = ZoneInfo(name)
        except (ValueError, OSError, KeyError):
            settings.fault("zone", 'an IANA time zone such as "Europe/London"')
    return Spelling(zone=zone, formats=formats, month_first=settings.flag("month_first"))


def _conditions(settings: Settings, key: str) -> Conditions:
    """Return conditions: a column and the words of which it must hold one."""
    table = settings.table(key)
    if table is None:
        if key in settings.values:
            settings.fault(key, 'a table such as { Status = "Complete" }')
        return ()
    return tuple((column.strip(), frozenset(fold(word) for word in table.texts(column))) for column in table.values)


def _entries(settings: Settings, context: SourceContext) -> tuple[Entry, ...]:
    """Return the measures of a row."""
    tables = settings.tables("measure")
    if not tables and ("measure" in settings.values or not {"state", "run"} & settings.values.keys()):
        settings.fault("measure", 'at least one table such as { id = "good" }')
    entries: list[Entry] = []
    for table in tables:
        entries.append(_entry(table, context, entries))
        table.finish()
    return tuple(entries)


def _entry(table: Settings, context: SourceContext, before: list[Entry]) -> Entry:
    """Return one measure of a row; it knows those before it, so that each has a key of its own."""
    measure = table.text("id", one_of=tuple(context.measures), needed=True)
    kind = context.measures.get(measure, "amount")
    column, fixed, formula, empty_is_zero = _read_from(table, measure, kind)
    unit = table.text("unit")
    scale = table.number("scale", Fraction(1), low=-(10**9), high=10**9)
    sign = table.number("sign", Fraction(1), low=-1, high=1)
    for key, number in (("scale", scale), ("sign", sign.numerator if sign.denominator == 1 else 0)):
        if number == 0:
            table.fault(key, "1 or -1" if key == "sign" else "another number than 0")
    factor = scale * sign
    if kind == "duration" and unit:
        factor *= UNITS_OF_TIME.get(unit, 1)
        if unit not in UNITS_OF_TIME:
            table.fault("unit", "one of " + ", ".join(UNITS_OF_TIME))
    same = sum(entry.measure == measure and entry.column is not None for entry in before)
    return Entry(
        measure=measure,
        kind=kind,
        column=column,
        fixed=fixed,
        factor=None if factor == 1 else factor,
        unit="min" if kind == "duration" else unit,
        suffix="" if column is None else f":{measure}" + (f":{same + 1}" if same else ""),
        when=_conditions(table, "when"),
        reason=read_cell(table, "reason"),
        may_be_negative=bool(table.flag("may_be_negative", default=False)),
        formula=formula,
        counter=_counter(table, column, formula),
        empty_is_zero=empty_is_zero,
    )


def _read_from(table: Settings, measure: str, kind: str) -> tuple[str | None, Fraction, Formula | None, bool]:
    """Return the column of a value, or a fixed one, or a formula; and whether an empty cell is zero."""
    column, fixed, formula, empty_is_zero = None, Fraction(1), None, False
    inner = table.table("value")
    if inner is not None:
        column = inner.text("column", needed=True).strip()
        empty_is_zero = _is_zero(inner, kind, is_register=table.has("counter"))
        inner.finish()
    elif _NAME.search(str(table.values.get("value", ""))):
        formula = _formula(table, measure)
        column = None if formula is None else min(formula.measures)
    else:
        fixed = table.number("value", Fraction(1), low=-(10**9), high=10**9)
    return column, fixed, formula, empty_is_zero


def _is_zero(table: Settings, kind: str, *, is_register: bool) -> bool:
    """Tell whether an empty cell says that there was none, which only what adds up can say."""
    is_zero = table.text("empty", "missing", one_of=("missing", "zero")) == "zero"
    if is_zero and (is_register or kind not in SUMMED):
        table.fault("empty", '"missing": an empty cell is zero only of a count, a duration or an amount, not a counter')
    return is_zero


def _counter(table: Settings, column: str | None, formula: Formula | None) -> CounterRule | None:
    """Return how a register counts, or None where each value counts by itself."""
    rule = read_counter(table)
    if rule is not None and (column is None or formula is not None):
        table.fault("counter", "a total in one column; of two take two measures, the one to take away with sign = -1")
    return rule


def _state(settings: Settings, context: SourceContext) -> StateMap | None:
    """Return what states mean; None where the source tells of none."""
    table = settings.table("state")
    if table is None:
        if "state" in settings.values:
            settings.fault("state", 'a table such as { column = "State", map = { "1" = "running", "2" = "stopped" } }')
        return None
    packml = bool(table.flag("packml", default=False))
    words = table.words("map") if table.has("map") else {}
    if not words and not packml:
        table.fault("map", "what each state means, or packml = true")
    for state, meaning in words.items():
        if context.reasons and meaning not in MEANINGS and meaning not in context.reasons:
            table.problems.append(
                f"{table.where}, key map: {state!r} is {meaning!r}, expected one of {', '.join(MEANINGS)}, or the code "
                f"of a reason: {', '.join(context.reasons)}"
            )
    found = StateMap(
        cell=Cell(column=table.text("column", needed=True).strip()),
        meanings=meanings(words, packml=packml),
        reason=read_cell(table, "reason"),
        when=_conditions(table, "when"),
    )
    table.finish()
    return found


def _check_memory(settings: Settings, mapping: RecordMapping, *, remembers: bool) -> None:
    """Note counters and states where they cannot be."""
    if not mapping.remembers:
        return
    key = "state" if mapping.state is not None else "measure"
    if not remembers:
        settings.problems.append(
            f"{settings.where}, key {key}: a total of a counter or a state means something only with those before, "
            "which this kind of source does not remember; let it tell differences, and stops with their length"
        )
    elif not settings.has("time"):
        settings.problems.append(
            f"{settings.where}, key {key}: a counter or a state is read at an instant; expected time, not start or day"
        )


def _formula(table: Settings, measure: str) -> Formula | None:
    """Return the formula over columns that a value is, such as "price * quantity"."""
    try:
        return Formula.parse(table.text("value"), name=measure)
    except FormulaError as error:
        table.problems.append(f"{table.where}, key value: {error}")
        return None
