"""What the columns of a source that tells what is planned mean: rate, quantity, crew and kind of each planned run."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from board.plant.plant import RunKind
from board.sources.cell import Cell, read_cell
from board.sources.setting import Settings

CANCELLED: Final = "cancelled"  # a run that is planned no more
KINDS: Final = (*(kind.value for kind in RunKind), CANCELLED)
_BESIDE: Final = ("measure", "state")
MOST: Final = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A number of a planned run: the same for each, or that of a column times a scale."""

    column: str | None = None
    fixed: Fraction | None = None
    scale: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRule:
    """Where the rate in units per hour, the quantity, the crew and the kind of a planned run stand."""

    rate: Planned = Planned()
    quantity: Planned = Planned()
    crew: Planned = Planned()
    kind: Cell = field(default_factory=lambda: Cell(fixed=RunKind.PRODUCTION.value))

    @property
    def numbers(self) -> tuple[str, ...]:
        """Return the columns that are read as numbers."""
        return tuple(each.column for each in (self.rate, self.quantity, self.crew) if each.column is not None)


def read_run(settings: Settings) -> RunRule | None:
    """Return what makes the rows planned runs; None where they are none. Faults are noted in `settings.problems`."""
    table = settings.table("run")
    if table is None:
        if "run" in settings.values:
            settings.fault("run", 'a table such as { quantity = { column = "Quantity" } }')
        return None
    for key in _BESIDE:
        if key in settings.values:
            settings.problems.append(
                f"{settings.where}, key {key}: a source tells what is planned (run) or what was made; "
                "take a [[source]] of its own for each"
            )
    rule = RunRule(
        rate=_number(table, "rate"),
        quantity=_number(table, "quantity"),
        crew=_number(table, "crew"),
        kind=read_cell(table, "kind") or RunRule().kind,
    )
    for word in _meanings(rule.kind):
        if word not in KINDS:
            table.problems.append(f"{table.where}, key kind: found {word!r}, expected one of {', '.join(KINDS)}")
    table.finish()
    return rule


def _meanings(kind: Cell) -> Iterator[str]:
    """Yield the words of ours that stand in the settings."""
    if kind.fixed is not None:
        yield kind.fixed
    yield from kind.words.values()


def _number(table: Settings, key: str) -> Planned:
    """Return a number as it is, or the column it stands in."""
    inner = table.table(key)
    if inner is None:
        fixed = table.number(key, Fraction(0), low=0, high=MOST) if table.has(key) else None
        return Planned(fixed=fixed)
    found = Planned(
        column=inner.text("column", needed=True).strip(), scale=inner.number("scale", Fraction(1), low=0, high=MOST)
    )
    if found.scale == 0:
        inner.fault("scale", "another number than 0")
    inner.finish()
    return found
