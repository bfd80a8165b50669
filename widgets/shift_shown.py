"""What the board knows of the shift on show: the view, and what is saved but not in the view yet."""

from dataclasses import dataclass, replace
from typing import Final

from board.plant.span import Span
from board.views.sicb import ExplainedPart, Interval, ReasonTile, Sicb
from widgets.detail_panel import Explained
from widgets.reason_sheet import Gap
from widgets.tap_book import Tap, TapBook, TapKind
from widgets.words import number, span_label, translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What an open panel is about."""

    node: str
    span: Span
    label: str


class ShiftShown:
    """Answers what the panels ask, from the newest view and the taps that ran ahead of it."""

    def __init__(self, book: TapBook) -> None:
        self._book: Final = book
        self.view: Sicb | None = None

    def show_view(self, view: Sicb) -> None:
        """Take a newer view."""
        self.view = view
        self._book.see(view.intervals)

    def interval(self, node: str, span: Span | None) -> Interval | None:
        """Return the interval of that line and span, None where the shift on show has none."""
        intervals = self.view.intervals if self.view is not None and self.view.node == node else ()
        return next((interval for interval in intervals if interval.span == span), None)

    def subject(self, interval: Interval) -> Subject:
        """Return an interval of the line on show as a subject."""
        node = self.view.node if self.view is not None else ""
        return Subject(node=node, span=interval.span, label=span_label(interval.starts, interval.ends))

    def tap(self, kind: TapKind, subject: Subject) -> Tap:
        """Return a tap on a subject, not yet saying which reason, quantity or entry."""
        unit = self.view.unit if self.view is not None else ""
        return Tap(kind=kind, node=subject.node, span=subject.span, label=subject.label, unit=unit)

    def unexplained(self, node: str, interval: Interval) -> int:
        """Return what is unexplained once everything saved is counted."""
        ahead = sum(tap.quantity for _, tap in self._book.ahead(node, interval))
        return max(0, interval.unexplained - ahead)

    def gap(self, subject: Subject | None) -> Gap | None:
        """Return what is unexplained of a subject, from the shift or from the tray; None: not known any more."""
        view = self.view
        if view is None or subject is None:
            return None
        interval = self.interval(subject.node, subject.span)
        if interval is not None:
            return Gap(
                label=subject.label,
                unexplained=self.unexplained(subject.node, interval),
                unit=view.unit,
                given=len(self.parts(subject.node, interval)),
                by_hand=view.counted_by_hand,
            )
        for item in view.tray:
            if (item.node, item.span) == (subject.node, subject.span):
                return Gap(label=subject.label, unexplained=item.unexplained, unit=view.unit)
        return None

    def parts(self, node: str, interval: Interval) -> tuple[ExplainedPart, ...]:
        """Return the reasons of an interval, those just saved included."""
        ahead = (
            ExplainedPart(entry=entry, reason=tap.reason, name=tap.name, icon=tap.icon, quantity=tap.quantity)
            for entry, tap in self._book.ahead(node, interval)
        )
        return (*interval.parts, *ahead)

    def part(self, subject: Subject | None, entry: str) -> ExplainedPart | None:
        """Return one reason of a subject by its entry."""
        interval = self.interval(subject.node, subject.span) if subject is not None else None
        if subject is None or interval is None:
            return None
        return next((part for part in self.parts(subject.node, interval) if part.entry == entry), None)

    def explained(self, subject: Subject, interval: Interval) -> Explained:
        """Return the reasons of an interval as the detail panel lists them."""
        parts = self.parts(subject.node, interval)
        explained = sum(part.quantity for part in parts)
        return Explained(
            label=subject.label,
            unit=self.view.unit if self.view is not None else "",
            explained=explained,
            unexplained=self.unexplained(subject.node, interval),
            surplus=max(0, explained - interval.gap),
            parts=parts,
        )

    def named(self, tap: Tap) -> Tap:
        """Return the tap with the words it lacks: the interval's label, the reason's name and icon, the unit."""
        interval = self.interval(tap.node, tap.span)
        label = tap.label or (span_label(interval.starts, interval.ends) if interval is not None else "")
        tile = self._tile(tap.reason) if tap.reason else None
        name = tap.name or (tile.name if tile is not None else tap.reason)
        icon = tap.icon or (tile.icon if tile is not None else "")
        unit = tap.unit or (self.view.unit if self.view is not None else "")
        return replace(tap, label=label, name=name, icon=icon, unit=unit)

    def aside(self, tap: Tap) -> str:
        """Return what a saved reason did to its gap, in words; nothing where that is not known."""
        interval = self.interval(tap.node, tap.span)
        if tap.kind is not TapKind.MISS or interval is None or not interval.gap:
            return ""
        left = self.unexplained(tap.node, interval)
        if left:
            words = translate("board", "{left} of {gap} still not explained")
            return words.format(left=number(left), gap=number(interval.gap))
        return translate("board", "the gap of {gap} is now fully explained").format(gap=number(interval.gap))

    def _tile(self, code: str) -> ReasonTile | None:
        tiles = self.view.tiles if self.view is not None else ()
        return next((each for tile in tiles for each in (tile, *tile.more) if each.code == code), None)
