"""The run chart: a KPI day by day against its target and what an unchanged process gives; labels, axis and months."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby, pairwise
from math import ceil, floor, log10
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from board.views.letter import LetterPage, Natural, RunChart, RunPoint
from board.views.mark import Judgement, Phase
from themes.qt import Look
from themes.token import CARD_RADIUS_U, Token
from widgets import ink, words
from widgets.letter_page_words import month_name
from widgets.words import translate

SIGNAL: Final = "signal"
NOISE: Final = "noise"
MISS: Final = "miss"
"""Missed, where too few days are known to tell a signal from noise."""
OPEN: Final = "open"
PLAIN: Final = "plain"
PAD_U: Final = 20.0
"""What the plot may paint around its own rectangle: dots at its edges, and the ring of the day that is told about."""
HEADROOM: Final = 0.06
"""Of the range of values, left free above and below."""
TICKS: Final = 3
STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
LABEL_U: Final = 20.0
LABEL_STEP_U: Final = 25.0
SPREADS: Final = 40
"""Names of lines are pushed apart so many times; each time those that are too near move half-way."""
NOTE_U: Final = 22.0
AROUND_U: Final = (24.0, 20.0)
"""So far to the sides of another dot with a colour or a ring, and above and below it, a word is not taken for its."""
MONTH_LEAST_U: Final = 46.0
"""A month with less room than this has no name below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One day: `x` and `level` from 0 to 1 (None: a hole), what it is, and its colour; `told`: it is told about."""

    x: float
    level: float | None
    kind: str = PLAIN
    colour: Token = "text2"
    told: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A line of the chart by name, at the right end of it."""

    level: float
    words: str
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFace:
    """All that the chart shows, in shares of its rectangle from left and bottom."""

    title: str
    dots: tuple[Dot, ...] = ()
    aims: tuple[tuple[float, float, float], ...] = ()  # from x to x at a level
    natural: tuple[float, float, float] | None = None  # levels of low, mean and high
    labels: tuple[Label, ...] = ()
    ticks: tuple[tuple[float, str], ...] = ()
    months: tuple[tuple[float, float, str], ...] = ()  # from x to x
    cut: bool = False  # the axis does not begin at nought
    empty: str = ""


@dataclass(frozen=True, slots=True)
class _Scale:
    """From values to levels."""

    low: float
    high: float

    def level(self, value: Fraction | float) -> float:
        return (float(value) - self.low) / (self.high - self.low)


def run_face(view: LetterPage, *, stale: bool) -> RunFace:
    """Return the chart of the page's headline KPI."""
    chart = view.chart
    title = translate("board", "{kpi} per day").format(kpi=chart.name)
    known = [point for point in chart.points if point.value is not None]
    if not known:
        return RunFace(title=title, empty=translate("board", "no values yet"))
    scale = _scale(chart)
    steps = max(1, len(chart.points) - 1)
    dots = [
        _dot(point, x=number / steps if len(chart.points) > 1 else 0.5, view=view, scale=scale, stale=stale)
        for number, point in enumerate(chart.points)
    ]
    natural = _natural(chart)
    return RunFace(
        title=title,
        dots=tuple(_noted(dots)),
        aims=tuple(_aims(chart, scale)),
        natural=None
        if natural is None
        else (scale.level(natural.low), scale.level(natural.mean), scale.level(natural.high)),
        labels=tuple(_labels(chart, scale)),
        ticks=tuple(_ticks(scale, chart.decimals)),
        months=tuple(_months(chart.points)),
        cut=scale.low > 0,
    )


def _natural(chart: RunChart) -> Natural | None:
    """Return the natural limits where they leave room between them: those of a run of noughts say nothing."""
    natural = chart.natural
    return natural if natural is not None and natural.low < natural.high else None


def plot_rect(look: Look, face: RunFace, rect: QRectF) -> QRectF:
    """Return where the plot itself lies within the card, in whole pixels."""
    ticks = max((ink.text_width(look, said, LABEL_U) for _, said in face.ticks), default=0.0)
    labels = max((ink.text_width(look, one.words, LABEL_U, _weight(one)) for one in face.labels), default=0.0)
    px = look.px
    plot = rect.adjusted(px(24 + 14) + ticks, px(66), -px(24 + 22) - labels, -px(52))
    return QRectF(plot.toAlignedRect())


def pad_px(look: Look) -> int:
    """Return how far the plot reaches over its rectangle on every side, in whole pixels."""
    return ceil(look.px(PAD_U))


def paint_run_card(painter: QPainter, look: Look, face: RunFace, rect: QRectF) -> None:
    """Paint what lies under the plot: the card with its title."""
    px = look.px
    ink.panel(painter, look, rect, CARD_RADIUS_U, "panel")
    left, room = rect.left() + px(24), rect.width() - px(48)
    ink.text(painter, look, left, rect.top() + px(40), face.title, 26, 600, "text", max_width=room)
    if face.empty:
        ink.text(painter, look, left, rect.top() + px(82), face.empty, 22, 500, "text3")


def paint_run_words(painter: QPainter, look: Look, face: RunFace, rect: QRectF) -> None:
    """Paint what stands around and over the plot: axis, months, the names of lines and of dots."""
    if face.empty:
        return
    px = look.px
    plot = plot_rect(look, face, rect)
    for level, said in face.ticks:
        base = plot.bottom() - level * plot.height() + px(7)
        ink.text(painter, look, plot.left() - px(14), base, said, LABEL_U, 500, "text3", "right")
    if face.cut:
        _paint_break(painter, look, QPointF(plot.left() - px(20), plot.bottom() + px(16)))
    for label, base in _spread(look, face.labels, plot):
        token: Token = "text" if label.strong else "text3"
        ink.text(painter, look, plot.right() + px(22), base, label.words, LABEL_U, _weight(label), token)
    _paint_months(painter, look, face, plot, rect)
    _paint_notes(painter, look, face, rect)


def _paint_notes(painter: QPainter, look: Look, face: RunFace, rect: QRectF) -> None:
    """Paint what dots are called, the signal first; where the newest has no room for its word, an older one."""
    plot, said = plot_rect(look, face, rect), list[QRectF]()
    room = QRectF(rect.left() + look.px(16), rect.top() + look.px(50), 0, 0)
    room.setBottomRight(QPointF(plot.right() + look.px(10), plot.bottom() + look.px(16)))
    for noted in sorted((dot for dot in face.dots if dot.note), key=lambda dot: dot.kind != SIGNAL):
        signal = noted.kind == SIGNAL
        weight, size = (600, NOTE_U) if signal else (500, LABEL_U)
        colour: Token = "text" if signal else "text2"
        width = ink.text_width(look, noted.note, size, weight)
        alike = [dot for dot in reversed(face.dots) if signal and dot.kind == SIGNAL and dot is not noted]
        places = (_free_places(look, face, dot, plot, width) for dot in (noted, *alike))
        fits = (one for free in places for one in free if room.contains(one))
        place = next((one for one in fits if not any(one.intersects(other) for other in said)), None)
        if place is not None:
            said.append(place)
            ink.text(painter, look, place.left(), place.bottom() - look.px(5), noted.note, size, weight, colour)


def _free_places(look: Look, face: RunFace, dot: Dot, plot: QRectF, width: float) -> Iterator[QRectF]:
    """Yield where the word of a dot neither covers the line nor would be taken for another's."""
    if dot.level is None:
        return
    at = QPointF(plot.left() + dot.x * plot.width(), plot.bottom() - dot.level * plot.height())
    others = [_around(look, one, plot) for one in face.dots if one is not dot and (one.kind != PLAIN or one.told)]
    points = list(_points(face, plot))
    for place in _note_places(look, at, width):
        if not any(map(place.contains, points)) and not any(map(place.intersects, others)):
            yield place


def _paint_months(painter: QPainter, look: Look, face: RunFace, plot: QRectF, rect: QRectF) -> None:
    """Paint the months' names: that of the first ends at its last day, the others begin at their first."""
    px = look.px
    base = rect.bottom() - px(17)
    free = rect.left() + px(24)
    for number, (begin, end, name) in enumerate(face.months):
        left, right = plot.left() + begin * plot.width(), plot.left() + end * plot.width()
        width = ink.text_width(look, name, LABEL_U)
        if number == 0 and len(face.months) > 1:
            start = right - px(10) - width
        elif number == 0:
            start = left
        else:
            start = left + px(10)
        last = number == len(face.months) - 1
        if start < free or (not last and number and start + width > right - px(10)):
            continue
        ink.text(painter, look, start, base, name, LABEL_U, 500, "text3", max_width=rect.right() - px(20) - start)
        free = start + width + px(16)


def _paint_break(painter: QPainter, look: Look, at: QPointF) -> None:
    """Paint the two strokes that say that the axis does not begin at nought."""
    painter.setPen(look.pen("text3", 2.0))
    for down in (-3.5, 3.5):
        y = at.y() + look.px(down)
        painter.drawLine(QPointF(at.x() - look.px(9), y + look.px(4)), QPointF(at.x() + look.px(9), y - look.px(4)))


def _spread(look: Look, labels: Sequence[Label], plot: QRectF) -> Iterator[tuple[Label, float]]:
    """Yield the labels from top to bottom with baselines that keep their distance."""
    step = look.px(LABEL_STEP_U)
    ordered = sorted(labels, key=lambda label: -label.level)
    bases = [plot.bottom() - label.level * plot.height() + look.px(7) for label in ordered]
    for _ in range(SPREADS):
        for number, (first, second) in enumerate(pairwise(bases)):
            if second - first < step:
                apart = (step - (second - first)) / 2
                bases[number], bases[number + 1] = first - apart, second + apart
    yield from zip(ordered, bases, strict=True)


def _points(face: RunFace, plot: QRectF) -> Iterator[QPointF]:
    """Yield places along the line, close enough to know what a word would cover."""
    known = [
        QPointF(plot.left() + dot.x * plot.width(), plot.bottom() - dot.level * plot.height())
        for dot in face.dots
        if dot.level is not None
    ]
    yield from known
    for first, second in pairwise(known):
        yield from (first + (second - first) * (step / 8) for step in range(1, 8))


def _around(look: Look, dot: Dot, plot: QRectF) -> QRectF:
    """Return where a word would be taken for that of a dot; nowhere for a day without a value."""
    if dot.level is None:
        return QRectF()
    x, y = plot.left() + dot.x * plot.width(), plot.bottom() - dot.level * plot.height()
    aside, above = map(look.px, AROUND_U)
    return QRectF(x - aside, y - above, 2 * aside, 2 * above)


def _note_places(look: Look, at: QPointF, width: float) -> tuple[QRectF, ...]:
    """Return where the word of a dot may stand: left of it, right, above, below, or above to the left."""
    tall, gap = look.px(26), look.px(24)
    return (
        QRectF(at.x() - gap - width, at.y() - tall / 2, width, tall),
        QRectF(at.x() + gap, at.y() - tall / 2, width, tall),
        QRectF(at.x() - width / 2, at.y() - gap - tall, width, tall),
        QRectF(at.x() - width / 2, at.y() + gap, width, tall),
        QRectF(at.x() - width - look.px(8), at.y() - gap - tall + look.px(6), width, tall),
    )


def _dot(point: RunPoint, *, x: float, view: LetterPage, scale: _Scale, stale: bool) -> Dot:
    missed, is_open = point.mark.judgement is Judgement.MISS, point.mark.phase is Phase.OPEN
    level = None if point.value is None else scale.level(point.value)
    noise = MISS if _natural(view.chart) is None else NOISE
    kind = OPEN if is_open else SIGNAL if point.signal else noise if missed else PLAIN
    colour: Token = "text2"
    if kind == OPEN:
        colour = "text3" if stale else "text"
    elif kind != PLAIN and point.mark.judgement is not None:
        colour = ink.LINE_OF[point.mark.judgement]
    return Dot(x=x, level=level, kind=kind, colour=colour, told=point.day == view.day)


def _noted(dots: Sequence[Dot]) -> Iterator[Dot]:
    """Yield the dots, the newest signal and the newest noise with their names; that told about comes first."""
    last: dict[str, Dot] = {}
    for dot in sorted(dots, key=lambda dot: (dot.told, dot.x)):
        if dot.level is not None and dot.kind in {SIGNAL, NOISE}:
            last[dot.kind] = dot
    said = {SIGNAL: translate("board", "signal"), NOISE: translate("board", "noise")}
    for dot in dots:
        note = said[dot.kind] if last.get(dot.kind) is dot else ""
        yield replace(dot, note=note)


def _scale(chart: RunChart) -> _Scale:
    """Return the range of everything that is drawn, with some room; nought where all values are at it."""
    values = [float(point.value) for point in chart.points if point.value is not None]
    for point in chart.points:
        values += [float(limit) for limit in (point.aim, point.low, point.high) if limit is not None]
    if chart.natural is not None:
        values += [float(chart.natural.low), float(chart.natural.high)]
    low, high = min(values), max(values)
    if low == high:
        low, high = (0.0, 1.0) if not low else (low - abs(low) / 10, high + abs(high) / 10)
    room = (high - low) * HEADROOM
    floor_ = 0.0 if low >= 0 > low - room or 0 <= low <= (high - low) * 0.2 else low - room
    return _Scale(floor_, high + room)


def _aims(chart: RunChart, scale: _Scale) -> Iterator[tuple[float, float, float]]:
    """Yield the stretches over which a target is the same."""
    count = len(chart.points)
    half = 0.5 / max(1, count - 1)
    for limit in ("aim", "low", "high"):
        place = 0
        for value, group in groupby(getattr(point, limit) for point in chart.points):
            first, place = place, place + len(list(group))
            if value is not None:
                begin = max(0.0, first / max(1, count - 1) - half)
                yield begin, min(1.0, (place - 1) / max(1, count - 1) + half), scale.level(value)


def _labels(chart: RunChart, scale: _Scale) -> Iterator[Label]:
    """Yield the names of the lines: the last target, the mean, and the natural limits."""
    decimals = chart.decimals
    newest = chart.points[-1]
    for limit in (newest.aim, newest.low, newest.high):
        if limit is not None:
            said = translate("board", "target {value}").format(value=words.figure(limit, decimals))
            yield Label(level=scale.level(limit), words=said, strong=True)
    natural = _natural(chart)
    if natural is not None:
        for said, value in (
            (translate("board", "natural {value}"), natural.high),
            (translate("board", "mean {value}"), natural.mean),
            (translate("board", "natural {value}"), natural.low),
        ):
            yield Label(level=scale.level(value), words=said.format(value=words.figure(value, decimals)))


def _ticks(scale: _Scale, most_decimals: int) -> Iterator[tuple[float, str]]:
    """Yield at most three round values of the axis, no finer than the KPI is told where one of those is on it."""
    span = scale.high - scale.low
    size = 10.0 ** floor(log10(span / TICKS))
    steps = [size * one for one in (*STEPS, 20.0, 25.0, 50.0, 100.0) if _count(scale, size * one) <= TICKS]
    told = (one for one in steps if _decimals(one) <= most_decimals and _count(scale, one))
    step = next(told, steps[0])
    decimals = _decimals(step)
    number = ceil(scale.low / step - 1e-9)
    while number * step <= scale.high + 1e-9:
        value = Fraction(number) * Fraction(step).limit_denominator(10**6)
        yield scale.level(value), words.figure(value, decimals)
        number += 1


def _decimals(step: float) -> int:
    """Return how many decimals a step needs."""
    return next(count for count in range(12) if abs(round(step, count) - step) < step * 1e-6)


def _count(scale: _Scale, step: float) -> int:
    return floor(scale.high / step + 1e-9) - ceil(scale.low / step - 1e-9) + 1


def _months(points: Sequence[RunPoint]) -> Iterator[tuple[float, float, str]]:
    """Yield the months with their names, bounded half-way between the last day of one and the first of the next."""
    steps, place = max(1, len(points) - 1), 0
    for _, group in groupby(points, key=lambda point: (point.day.year, point.day.month)):
        days = list(group)
        first, place = place, place + len(days)
        begin, end = max(0.0, (first - 0.5) / steps), min(1.0, (place - 0.5) / steps)
        yield begin, end, month_name(days[0].day)


def _weight(label: Label) -> int:
    return 600 if label.strong else 500
