"""The forms of today's plan: a run, a changeover, and a shift that starts or ends at another time or is cancelled."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import Final

from board.journal.intention import ChangeShift, PlanRun
from board.plant.plant import RunKind
from board.plant.span import Span
from board.views.changes import Changes, RunToday, ShiftToday
from widgets.changes_form import (
    Deed,
    Editor,
    Entry,
    Form,
    Option,
    Shortcut,
    Value,
    Values,
    as_typed,
    fraction,
    name_refusal,
    named,
    save_deed,
    take_back_deed,
    whole,
)
from widgets.changes_say import minutes_words, shift_words, span_words
from widgets.words import clock, translate

ANY: Final = "any"
HOUR: Final = timedelta(hours=1)
HALF_DAY: Final = timedelta(hours=12)
DAY: Final = timedelta(hours=24)
QUARTER_MIN: Final = 15
SHORTCUTS: Final = 4
CHANGEOVER_MIN: Final = 30
LONGEST_CHANGEOVER_MIN: Final = 24 * 60


def run_form(view: Changes, run: RunToday | None, key: str) -> Form:
    """Return the form of a run: of one that is planned, or of a new one over the running or the next shift."""
    starts, ends = usual_span(view)
    if run is not None:
        starts, ends = run.starts, run.ends or max(ends, run.starts + HALF_DAY)

    def make(values: Values) -> PlanRun | str:
        return _run(view, values)

    return Form(
        key=f"run {view.node} {key}",
        lead=_line_name(view),
        question=translate("board", "What does the line make, and when?"),
        entries=_run_entries(view),
        values={
            "product": run.product if run is not None else None,
            "order": run.order if run is not None else None,
            "rate": as_typed(run.rate, 0) if run is not None else None,
            "quantity": str(run.quantity) if run is not None and run.quantity is not None else None,
            "crew": str(run.crew) if run is not None and run.crew is not None else None,
            "starts": starts,
            "ends": ends,
        },
        deeds=(*_take_back(view, run), save_deed(make)),
        notes=_run_notes,
    )


def changeover_form(view: Changes, run: RunToday | None, key: str) -> Form:
    """Return the form of a changeover: from when, how long, and to which product."""
    starts, length = _next_quarter(view.now), CHANGEOVER_MIN
    if run is not None:
        starts = run.starts
        length = CHANGEOVER_MIN if run.ends is None else round((run.ends - run.starts).total_seconds() / 60)

    def make(values: Values) -> PlanRun | str:
        return _changeover(view, values)

    return Form(
        key=f"changeover {view.node} {key}",
        lead=_line_name(view),
        question=translate("board", "When is the changeover, and how long?"),
        entries=(
            _clock_entry(view, "starts", translate("board", "From"), _starts(view)),
            Entry(
                name="length",
                words=translate("board", "Duration"),
                editor=Editor.LENGTH,
                shortcuts=tuple(Shortcut(words=minutes_words(n), value=n) for n in (15, 30, 45, 60)),
                least=5,
                most=LONGEST_CHANGEOVER_MIN,
            ),
            _product_entry(view, translate("board", "To which product")),
        ),
        values={"starts": starts, "length": length, "product": run.product if run is not None else None},
        deeds=(*_take_back(view, run), save_deed(make)),
        notes=_changeover_notes,
    )


def shift_form(view: Changes, shift: ShiftToday) -> Form:
    """Return the form of a shift of today: overtime, a late start, or that it is cancelled."""

    def make(values: Values) -> ChangeShift | str:
        return _shift(view, shift, values)

    def cancel(_: Values) -> ChangeShift:
        return ChangeShift(id="", node=shift.line, day=view.today, shift=shift.name, cancelled=True)

    def notes(values: Values) -> tuple[str, ...]:
        usual = translate("board", "Usually {span}.").format(span=span_words(shift.usual_starts, shift.usual_ends))
        return usual, _shift_difference(shift, values)

    deeds: list[Deed] = []
    if shift.entry is not None:
        deeds.append(take_back_deed(shift.line, shift.entry))
    if not shift.cancelled:
        words = translate("board", "Cancel the shift")
        deeds.append(Deed(name="cancel", words=words, icon="cross", make=cancel))
    return Form(
        key=f"shift {shift.line} {shift.name}",
        lead=shift.name,
        question=translate("board", "When does the shift start and end today?"),
        entries=(
            _around("starts", translate("board", "Starts"), shift.usual_starts, translate("board", "{n} later")),
            _around("ends", translate("board", "Ends"), shift.usual_ends, translate("board", "{n} overtime")),
        ),
        values={
            "starts": shift.usual_starts if shift.cancelled else shift.starts,
            "ends": shift.usual_ends if shift.cancelled else shift.ends,
        },
        deeds=(*deeds, save_deed(make)),
        notes=notes,
        begins="ends",
    )


def usual_span(view: Changes) -> tuple[datetime, datetime]:
    """Return the running shift, else the next, else the last of the day; without any, half a day from now."""
    shifts = [shift for shift in view.shifts if shift.line == view.node and not shift.cancelled]
    ahead = [shift for shift in shifts if shift.ends > view.now]
    found = min(ahead, key=lambda shift: shift.starts, default=shifts[-1] if shifts else None)
    if found is None:
        starts = _next_quarter(view.now)
        return starts, _later(starts, HALF_DAY)
    return found.starts, found.ends


def _run(view: Changes, values: Values) -> PlanRun | str:
    span = _span(values.get("starts"), values.get("ends"))
    product, order = named(values.get("product")), named(values.get("order"))
    rate, quantity, crew = fraction(values.get("rate")), whole(values.get("quantity")), whole(values.get("crew"))
    if span is None:
        return translate("board", "A run ends after it starts: choose a later end or an earlier start.")
    if not (product or order or rate or quantity):
        return translate("board", "Say what is made: a product, an order, a rate or a quantity.")
    if rate == 0:
        return translate("board", "A rate is more than nothing; erase it for the standard rate.")
    if quantity == 0 or crew == 0:
        return translate("board", "Quantity and crew are more than nothing; erase what is not known.")
    refusal = name_refusal(product or ANY, "") or name_refusal(order or ANY, "")
    return refusal or PlanRun(
        id="",
        node=view.node,
        span=span,
        product=product or None,
        order=order or None,
        rate=rate,
        quantity=quantity,
        crew=crew,
    )


def _changeover(view: Changes, values: Values) -> PlanRun | str:
    starts, length, product = values.get("starts"), values.get("length"), named(values.get("product"))
    if not isinstance(starts, datetime) or not isinstance(length, int):
        return translate("board", "Say when the changeover starts and how long it lasts.")
    span = Span(starts, starts.astimezone(UTC) + timedelta(minutes=length))
    refusal = name_refusal(product or ANY, "")
    return refusal or PlanRun(id="", node=view.node, span=span, kind=RunKind.CHANGEOVER, product=product or None)


def _shift(view: Changes, shift: ShiftToday, values: Values) -> ChangeShift | str:
    starts, ends = values.get("starts"), values.get("ends")
    if not isinstance(starts, datetime) or not isinstance(ends, datetime) or ends <= starts:
        return translate("board", "A shift ends after it starts: choose a later end or an earlier start.")
    if ends - starts > DAY:
        return translate("board", "A shift lasts at most 24 hours.")
    if (starts, ends) == (shift.starts, shift.ends) and not shift.cancelled:
        return translate("board", "Nothing is different yet: choose another start or end.")
    as_usual = (starts, ends) == (shift.usual_starts, shift.usual_ends)
    return ChangeShift(
        id="",
        node=shift.line,
        day=view.today,
        shift=shift.name,
        starts=_wall(starts) if as_usual or starts != shift.usual_starts else None,
        ends=_wall(ends) if as_usual or ends != shift.usual_ends else None,
    )


def _shift_difference(shift: ShiftToday, values: Values) -> str:
    starts, ends = values.get("starts"), values.get("ends")
    if not isinstance(starts, datetime) or not isinstance(ends, datetime):
        return ""
    chosen = ShiftToday(
        line=shift.line,
        name=shift.name,
        starts=starts,
        ends=ends,
        usual_starts=shift.usual_starts,
        usual_ends=shift.usual_ends,
    )
    said = shift_words(chosen)
    return translate("board", "With this: {what}.").format(what=said) if said else ""


def _run_notes(values: Values) -> tuple[str, ...]:
    span = _span(values.get("starts"), values.get("ends"))
    if span is None:
        return (translate("board", "It ends before it starts."),)
    length = minutes_words(round(span.length.total_seconds() / 60))
    lasts = translate("board", "It lasts {n}.").format(n=length)
    return lasts, translate("board", "It takes the place of what was planned for this time.")


def _changeover_notes(values: Values) -> tuple[str, ...]:
    starts, length = values.get("starts"), values.get("length")
    if not isinstance(starts, datetime) or not isinstance(length, int):
        return ()
    said = translate("board", "Until {time}. The plan asks for no output in this time.")
    return (said.format(time=clock(_later(starts, timedelta(minutes=length)))),)


def _span(starts: Value, ends: Value) -> Span | None:
    if not isinstance(starts, datetime) or not isinstance(ends, datetime) or ends <= starts:
        return None
    return Span(starts, ends)


def _run_entries(view: Changes) -> tuple[Entry, ...]:
    return (
        _product_entry(view, translate("board", "Product")),
        Entry(
            name="order",
            words=translate("board", "Order"),
            editor=Editor.TEXT,
            empty=translate("board", "none named"),
        ),
        _clock_entry(view, "starts", translate("board", "From"), _starts(view)),
        _clock_entry(view, "ends", translate("board", "To"), _ends(view)),
        Entry(
            name="rate",
            words=translate("board", "Rate"),
            editor=Editor.FIGURE,
            empty=translate("board", "standard rate"),
            decimals=1,
            unit=translate("board", "an hour"),
        ),
        _count_entry("quantity", translate("board", "Quantity")),
        _count_entry("crew", translate("board", "Crew")),
    )


def _product_entry(view: Changes, words: str) -> Entry:
    return Entry(
        name="product",
        words=words,
        editor=Editor.CHOICE,
        options=tuple(Option(key=product, words=product) for product in view.products),
        empty=translate("board", "none named"),
        free=True,
    )


def _count_entry(name: str, words: str) -> Entry:
    return Entry(name=name, words=words, editor=Editor.FIGURE, empty=translate("board", "not said"))


def _clock_entry(view: Changes, name: str, words: str, shortcuts: Iterable[Shortcut]) -> Entry:
    day = _day_of(view)
    return Entry(
        name=name,
        words=words,
        editor=Editor.CLOCK,
        shortcuts=tuple(shortcuts)[:SHORTCUTS],
        least=_later(day[0], -HALF_DAY),
        most=_later(day[1], DAY),
    )


def _around(name: str, words: str, usual: datetime, later: str) -> Entry:
    shortcuts = (
        Shortcut(words=translate("board", "as usual"), value=usual),
        *(Shortcut(words=later.format(n=minutes_words(60 * n)), value=_later(usual, n * HOUR)) for n in (1, 2, 4)),
    )
    least, most = _later(usual, -HALF_DAY), _later(usual, HALF_DAY)
    return Entry(name=name, words=words, editor=Editor.CLOCK, shortcuts=shortcuts, least=least, most=most)


def _starts(view: Changes) -> tuple[Shortcut, ...]:
    now = Shortcut(words=translate("board", "now"), value=_next_quarter(view.now))
    return (now, *(Shortcut(words=shift.name, value=shift.starts) for shift in _shifts(view)))


def _ends(view: Changes) -> tuple[Shortcut, ...]:
    said = translate("board", "end of {shift}")
    return tuple(Shortcut(words=said.format(shift=shift.name), value=shift.ends) for shift in _shifts(view))


def _shifts(view: Changes) -> tuple[ShiftToday, ...]:
    return tuple(shift for shift in view.shifts if shift.line == view.node and not shift.cancelled)


def _day_of(view: Changes) -> tuple[datetime, datetime]:
    """Return the first start and the last end of the day's shifts; without any, now."""
    shifts = [shift for shift in view.shifts if shift.line == view.node]
    starts, ends = (shift.starts for shift in shifts), (shift.ends for shift in shifts)
    return min((*starts, view.now)), max((*ends, view.now))


def _next_quarter(now: datetime) -> datetime:
    over = timedelta(minutes=now.minute % QUARTER_MIN, seconds=now.second, microseconds=now.microsecond)
    return _later(now, timedelta(minutes=QUARTER_MIN) - over) if over else now


def _later(moment: datetime, elapsed: timedelta) -> datetime:
    """Return the site time so long after another, over a change of the clocks too."""
    return (moment.astimezone(UTC) + elapsed).astimezone(moment.tzinfo)


def _wall(moment: datetime) -> time:
    return moment.time().replace(second=0, microsecond=0)


def _line_name(view: Changes) -> str:
    return next((line.name for line in view.lines if line.id == view.node), view.node)


def _take_back(view: Changes, run: RunToday | None) -> tuple[Deed, ...]:
    return () if run is None or run.entry is None else (take_back_deed(view.node, run.entry),)
