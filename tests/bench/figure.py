"""A measured figure with its goal and, where there is one, the same figure of the baseline; and the table of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured figure; the lower the better. `most`: the goal in the figure's unit; `share`: of the baseline."""

    name: str
    value: float
    unit: str
    most: float | None = None
    share: float | None = None
    baseline: float | None = None

    @property
    def ratio(self) -> float | None:
        """Return the figure as a part of the baseline's."""
        return self.value / self.baseline if self.baseline else None

    @property
    def is_met(self) -> bool | None:
        """Tell whether every goal is met; None where there is none, or no baseline to hold it against."""
        held = [self.value <= self.most] if self.most is not None else []
        if self.share is not None and self.ratio is not None:
            held.append(self.ratio <= self.share)
        return all(held) if held else None

    @property
    def goal(self) -> str:
        """Return the goal in words."""
        most = [] if self.most is None else [f"at most {_short(self.most)} {self.unit}"]
        share = [] if self.share is None else [f"at most {_short(self.share)} of the baseline"]
        return ", ".join(most + share)


HEAD = ("figure", "value", "unit", "baseline", "ratio", "goal", "met")


def table(figures: Iterable[Figure]) -> str:
    """Return the figures as a table of plain text."""
    rows = [HEAD, *(_row(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])


def _row(figure: Figure) -> tuple[str, ...]:
    """Return one figure's cells."""
    met = {True: "yes", False: "NO", None: ""}[figure.is_met]
    baseline = "" if figure.baseline is None else _short(figure.baseline)
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
    return figure.name, _short(figure.value), figure.unit, baseline, ratio, figure.goal, met


def _short(value: float) -> str:
    """Return a number with three figures that count."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def percentile(values: Iterable[float], share: float) -> float:
    """Return the smallest value that at least `share` (0 to 1) of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, ceil(round(share * len(ordered), 9)) - 1)]
