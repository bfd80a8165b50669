"""Builds the page of one letter of a line, an area or the site: its month, one day of it in depth, the run of days."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from board.kpi.judgement import Judgement
from board.pages.head import head_of
from board.pages.letter_action import answers_to, cards_of
from board.pages.letter_book import Asked, LetterBook
from board.pages.letter_day import Judged
from board.pages.letter_entry import Entries, closed, deviation_lines
from board.pages.letter_figure import kpis_of_day, ladder_of_day, lines_of_day
from board.pages.letter_month import days_of_month, headline, letter_month
from board.pages.letter_order import orders_of_day
from board.pages.letter_reason import pareto, reasons
from board.pages.letter_run import run_begins, run_chart
from board.pages.name import path_of
from board.pages.sqcdp import SqcdpPages, fresh
from board.plant.history import PlantHistory
from board.plant.plant import Letter, Plant
from board.store.intake import Changed
from board.store.reader import DayTotal, Reader
from board.views.letter import LetterPage, OrderOfDay
from board.views.mark import Phase
from board.views.sqcdp import DayCell, LetterView

_DAY = timedelta(days=1)
_AT_ONCE = timedelta(days=7)  # so many days are read when a worked day is looked for
SEARCH_DAYS = 400  # how far to look for one
_NOT_WORKED = (Phase.OFF, Phase.FUTURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What one page shows: a letter, a month of it and a day of that, with the totals behind it."""

    letter: Letter
    view: LetterView
    month: date
    day: date
    judged: Judged
    rows: Sequence[DayTotal]
    asked: Asked


class LetterPages:
    """Build pages of letters from one reader; closed days are kept until `forget` hears of a change.

    Given the pages of all letters, the two share what they keep.
    """

    def __init__(self, reader: Reader, sqcdp: SqcdpPages | None = None) -> None:
        self._reader = reader
        self._book = LetterBook(reader) if sqcdp is None else sqcdp.book
        self._entries = Entries(reader)

    def forget(self, changes: Sequence[Changed]) -> None:
        """Drop what was kept of the days that changed."""
        dropped = self._book.forget(changes)
        if dropped is not None:
            self._entries.forget(*dropped)

    def page(
        self,
        node: str,
        code: str,
        history: PlantHistory,
        *,
        now: datetime,
        known_at: datetime | None = None,
        day: date | None = None,
        month: date | None = None,
        kpi: str | None = None,
    ) -> LetterPage:
        """Return one letter of a node with a day told in depth; a `day` brings its own month.

        Without a day it is the last closed one that was missed in the month, else today, or the month's last worked
        day. `kpi`: which of the letter's KPIs stands for it here (None: its first). `known_at`: only what had been
        received by then. KeyError for a node or a letter the plant does not know.
        """
        asked = self._book.ask(node, history, now=now, known_at=known_at)
        letter = _led_by(letter_of(asked.plant, code), kpi)
        first = (day or month or asked.today).replace(day=1)
        self._book.see(asked, min(run_begins(first), asked.today), days_of_month(first)[-1])
        view = letter_month(self._book, letter, first, asked)
        told = day or _told(view.days, asked.today)
        judged = self._book.day(code, told, asked)
        rows = self._book.rows(told, asked)
        return self._page(
            _Shown(letter=letter, view=view, month=first, day=told, judged=judged, rows=rows, asked=asked)
        )

    def _page(self, shown: _Shown) -> LetterPage:
        asked, code, day = shown.asked, shown.letter.code, shown.day
        head = head_of(asked.plant, asked.lines, asked.sight.moment.now)
        closed_at, closed_by = closed(self._reader, day, asked)
        deviations = self._entries.deviations(code, days_of_month(shown.month), asked)
        return LetterPage(
            node=asked.node,
            path=path_of(asked.plant, asked.node),
            letter=shown.view,
            month=shown.month,
            today=asked.today,
            day=day,
            day_mark=shown.judged.mark,
            earlier_month=self._earlier_month(shown),
            later_month=_later_month(shown),
            earlier_day=self._beside(shown, -_DAY),
            later_day=self._beside(shown, _DAY),
            kpis=kpis_of_day(code, day, shown.judged, asked),
            ladder=ladder_of_day(code, day, asked),
            lines=lines_of_day(self._book, code, day, headline(shown.letter, asked), asked),
            orders=_orders(shown),
            enterable=self._entries.enterable(code, day, shown.rows, asked),
            chart=run_chart(self._book, shown.letter, shown.month, asked),
            pareto=pareto(self._reader, code, day, deviations, asked),
            actions=cards_of(answers_to(asked, code), day, asked),
            deviations=deviation_lines(deviations, day, asked),
            reasons=reasons(code, asked),
            shift=head.shift,
            starts=head.starts,
            ends=head.ends,
            now=head.now,
            freshness=fresh(self._reader, asked),
            closed_at=closed_at,
            closed_by=closed_by,
        )

    def _earlier_month(self, shown: _Shown) -> date | None:
        last = shown.month - _DAY
        known = self._book.first_known(shown.asked)
        return last.replace(day=1) if known is not None and known <= last else None

    def _beside(self, shown: _Shown, step: timedelta) -> date | None:
        """Return the next worked day before or after the one that is shown, None where there is none that is known."""
        asked = shown.asked
        begins = min(asked.sight.begins.values(), default=date.min)
        start = min(shown.day, asked.today + _DAY)  # of a day that is still to come, today is the one before
        for ahead in range(1, SEARCH_DAYS + 1):
            day = start + ahead * step
            if not begins <= day <= asked.today:
                return None
            if day not in asked.seen:
                first, last = sorted((day, min(day + (_AT_ONCE if step > timedelta() else -_AT_ONCE), asked.today)))
                self._book.see(asked, first, last)
            if self._book.day(shown.letter.code, day, asked).mark.phase not in _NOT_WORKED:
                return day
        return None


def letter_of(plant: Plant, code: str) -> Letter:
    """Return the plant's letter of that code; KeyError names the letters there are."""
    for letter in plant.letters:
        if letter.code == code:
            return letter
    there_are = ", ".join(letter.code for letter in plant.letters) or "none"
    raise KeyError(f"no letter {code!r}; the plant has {there_are}")


def _led_by(letter: Letter, kpi: str | None) -> Letter:
    """Return the letter with one of its KPIs before the others; one that it has not leaves it as it is."""
    if kpi is None or kpi not in letter.kpis:
        return letter
    return replace(letter, kpis=(kpi, *(one for one in letter.kpis if one != kpi)))


def _told(days: Sequence[DayCell], today: date) -> date:
    """Return the day that a month's page opens on."""
    closed = [cell for cell in days if cell.mark.phase is Phase.CLOSED]
    missed = [cell.day for cell in closed if cell.mark.judgement is Judgement.MISS]
    if missed:
        return missed[-1]
    worked = [cell.day for cell in days if cell.mark.phase not in _NOT_WORKED]
    return today if any(cell.day == today for cell in days) else (worked or [days[-1].day])[-1]


def _orders(shown: _Shown) -> tuple[OrderOfDay, ...]:
    kpi = headline(shown.letter, shown.asked)
    _, figures = shown.asked.sight.rules(shown.day).letters.get(shown.letter.code, (None, ()))
    figure = next((figure for figure in figures if kpi is not None and figure.kpi.id == kpi.id), None)
    return () if figure is None else orders_of_day(figure, shown.day, shown.rows, shown.asked)


def _later_month(shown: _Shown) -> date | None:
    later = days_of_month(shown.month)[-1] + _DAY
    return later if later <= shown.asked.today else None
