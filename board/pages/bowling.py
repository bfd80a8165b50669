"""Builds the bowling chart of a line, an area or the site: plan and actual of each KPI through a fiscal year."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from board.kpi.fiscal import MONTHS, fiscal_year, last_day, months_of
from board.pages.bowling_month import MonthView
from board.pages.bowling_row import Year, bowling_row
from board.pages.letter_book import Asked, LetterBook
from board.pages.month_book import MonthBook
from board.pages.month_sums import NodeMonth
from board.pages.name import path_of
from board.pages.sqcdp import SqcdpPages, fresh, shift_of
from board.plant.history import PlantHistory
from board.plant.plant import Plant
from board.store.intake import Changed
from board.store.reader import Reader
from board.views.bowling import Bowling
from board.views.mark import Phase

NODES_KEPT = 4  # charts of so many nodes are kept worked out
MONTHS_KEPT = 60


class BowlingPages:
    """Build bowling charts from one reader; closed months are kept until `forget` hears of a change.

    Given the pages of all letters, the two share the days they keep.
    """

    def __init__(self, reader: Reader, sqcdp: SqcdpPages | None = None) -> None:
        self._reader = reader
        self._shared = sqcdp is not None
        self._book = LetterBook(reader) if sqcdp is None else sqcdp.book
        self._months = MonthBook(reader, self._book)
        self._views: dict[str, dict[date, MonthView]] = {}  # by node, the one asked for last at the end

    def forget(self, changes: Sequence[Changed]) -> None:
        """Drop what was kept of the months that changed; a shared book is told by its owner."""
        if not self._shared:
            self._book.forget(changes)
        self._months.forget(changes)

    def chart(
        self,
        node: str,
        history: PlantHistory,
        *,
        now: datetime,
        known_at: datetime | None = None,
        year: date | None = None,
    ) -> Bowling:
        """Return the bowling chart of a node for the fiscal year that the day `year` lies in, else the present one.

        `known_at`: only what had been received by then. KeyError for a node the plant does not know.
        """
        asked = self._book.ask(node, history, now=now, known_at=known_at)
        starts = asked.plant.site.fiscal_year_starts
        present = fiscal_year(asked.today, starts)
        first = present if year is None else min(fiscal_year(year, starts), present)
        before = first.replace(year=first.year - 1)
        views = self._views_of((*months_of(before), *months_of(first)), asked)
        shown = Year(asked=asked, before=views[:MONTHS], months=views[MONTHS:], rules=views[-1].rules)
        run = shift_of(asked)
        zone = asked.plant.site.zone
        return Bowling(
            node=node,
            path=path_of(asked.plant, node),
            year=first,
            months=months_of(first),
            today=asked.today,
            rows=tuple(bowling_row(kpi, letter, shown) for letter, kpi in _kpis(shown.rules.plant)),
            shift=None if run is None else run.shift.name,
            starts=None if run is None else run.span.start.astimezone(zone),
            ends=None if run is None else run.span.end.astimezone(zone),
            now=now.astimezone(zone).replace(second=0, microsecond=0),
            freshness=fresh(self._reader, asked),
            earlier_year=before if self._known_before(first, asked) else None,
            later_year=first.replace(year=first.year + 1) if first < present else None,
        )

    def _views_of(self, months: Sequence[date], asked: Asked) -> tuple[MonthView, ...]:
        """Return some months of the node; what was worked out of those that are as they were is still there."""
        found = self._months.of(months, asked)
        before = self._views.pop(asked.node, {})
        views: dict[date, MonthView] = {}
        for month in months:
            nodes = {node: found[node, month] for node in asked.nodes if (node, month) in found}
            view = self._view(month, nodes, asked)
            kept = before.get(month)
            views[month] = kept if kept is not None and kept.is_like(view) else view
        self._views[asked.node] = before | views if len(before) <= MONTHS_KEPT else views
        for oldest in tuple(self._views)[:-NODES_KEPT]:
            del self._views[oldest]
        return tuple(views.values())

    def _view(self, month: date, found: Mapping[str, NodeMonth], asked: Asked) -> MonthView:
        last = last_day(month)
        phase = Phase.FUTURE if month > asked.today else Phase.OPEN if last >= asked.today else Phase.CLOSED
        return MonthView(
            month=month,
            phase=phase,
            today=asked.today if phase is Phase.OPEN else None,
            nodes=asked.nodes,
            rules=asked.sight.rules(min(last, asked.today)),
            found=found,
            due={line: self._months.due(line, month, asked) for line in asked.lines},
        )

    def _known_before(self, year: date, asked: Asked) -> bool:
        told = self._book.first_known(asked)
        return told is not None and told < year


def _kpis(plant: Plant) -> list[tuple[str | None, str]]:
    """Return the KPIs it shows in the order of the letters, each once; those that no letter has come last."""
    found: dict[str, str | None] = {}
    for letter in plant.letters:
        for judging in letter.kpis:
            found.setdefault(judging, letter.code)
    for kpi in plant.kpis:
        found.setdefault(kpi.id, None)
    left_out = {kpi.id for kpi in plant.kpis if not kpi.charted}
    return [(code, kpi_id) for kpi_id, code in found.items() if kpi_id not in left_out]
