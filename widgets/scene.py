"""Named example values of every state of the wall, for the gallery, the picture tests, the README and the benches."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from fractions import Fraction
from functools import partial
from typing import Final

from board.plant.span import Span
from board.views.frame import Frame, Notice, NoticeLine, PageTab
from board.views.freshness import Freshness, Stage
from board.views.mark import Mark, Phase
from board.views.page import View, day_of
from board.views.sicb import (
    ExplainedPart,
    Interval,
    OeeFigure,
    Path,
    PathPoint,
    ReasonTile,
    Recovery,
    Review,
    ReviewState,
    Sicb,
)
from widgets import (
    scene_bowling,
    scene_changes,
    scene_dock,
    scene_frame,
    scene_letter,
    scene_lines,
    scene_script,
    scene_sources,
    scene_sqcdp,
)
from widgets.scene_shift import DAY, at, blank, closed, part, running, shift, tray_of
from widgets.topic import topic_of

NOW: Final = at(11, 42, 36)
PAGES: Final = (
    ("sqcdp", "Board"), ("sicb", "Intervals"), ("lines", "Lines"), ("bowling", "KPIs"), ("changes", "Plan"),
)  # fmt: skip
OTHERS: Final[Mapping[str, Mapping[str, Callable[[], View]]]] = {
    "lines": scene_lines.SCENES,
    "sqcdp": scene_sqcdp.SQCDP,
    "letter": scene_letter.SCENES,
    "bowling": scene_bowling.SCENES,
    "changes": scene_changes.SCENES,
    "sources": scene_sources.SCENES,
}
"""Example values of the other pages, by page."""
SILENT: Final = scene_sqcdp.SILENT | scene_bowling.SILENT | {"letter_stale"}
PANELS: Final = {name: (panel,) for name, panel in scene_letter.PANELS.items()} | dict(scene_changes.OPENED)
TILES: Final = tuple(
    ReasonTile(code=code, name=name, icon=code)
    for code, name in (
        ("labeller", "Labeller"), ("filler", "Filler"), ("caps", "No caps"), ("palletiser", "Palletiser"),
        ("changeover", "Changeover"), ("quality", "Quality hold"), ("crew", "Crew, break"), ("other", "Other"),
    )
)  # fmt: skip
JAM: Final = part("labeller", "Labeller jam", 211, 11)
CAPS: Final = part("caps", "No caps", 57, 3)
JAM_SHORT: Final = part("labeller", "Labeller jam", 60, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One moment of one screen.

    `selected`: the interval that is being explained; `panel`: what is open on a page.
    """

    frame: Frame
    view: View
    selected: Span | None = None
    panel: tuple[str, ...] = ()
    back: bool = False  # there is a way back
    opened: str = ""  # what has come up over the page, or is pressed on it


def normal() -> Scene:
    """Return the day as it mostly is: one interval missed, and time to make up for it."""
    view = _early((JAM,))
    return Scene(frame=_frame(view), view=view)


def miss() -> Scene:
    """Return the moment between the two taps: the missed interval is touched."""
    view = _early((JAM,))
    return Scene(frame=_frame(view), view=view, selected=view.intervals[1].span)


def all_explained() -> Scene:
    """Return the same shift after the second tap."""
    view = _early((JAM, CAPS))
    return Scene(frame=_frame(view), view=view)


def tray() -> Scene:
    """Return a shift with gaps in the tray and two misses in a row."""
    view = _early((JAM,))
    before = closed(at(6), at(8), 2300, 2251, (2300, 2251), review=view.intervals[0].review)
    view = replace(view, intervals=(before, *view.intervals[1:]), misses_in_a_row=2)
    view = replace(view, tray=tray_of(view))
    return Scene(frame=_frame(view), view=view)


def stale() -> Scene:
    """Return the same shift when the line has been silent for 23 minutes and the server is gone."""
    view = _early((JAM,))
    seen = Freshness(seen_at=at(11, 19, 32), late_after_s=60, stale_after_s=300)
    view = replace(view, freshness=seen)
    frame = replace(
        _frame(view), stage=Stage.STALE, age_s=23 * 60 + 4, server="offline", server_since=at(11, 19), waiting=4
    )
    return Scene(frame=frame, view=view)


def no_shift() -> Scene:
    """Return a day without a shift."""
    view = replace(
        _early((JAM,)), shift=None, span=None, starts=None, ends=None, running=False, intervals=(), total_plan=None,
        total_plan_so_far=None, total_actual=None, total_delta=None, total_mark=Mark(Phase.OFF), to_go=None,
        recovery=None, tray=(),
    )  # fmt: skip
    return Scene(frame=replace(_frame(view), progress=Fraction(0)), view=view)


def first_day() -> Scene:
    """Return the first minutes of the first day: nothing counted yet, counts are typed."""
    now = at(8, 3)
    rows = [
        blank(at(6), at(8), Phase.UNRECORDED, 2300),
        running(at(8), at(10), 2300, 57, 0, (57, 0), now),
        blank(at(10), at(12), Phase.FUTURE, 1725),
        blank(at(12), at(14), Phase.FUTURE, 2300),
    ]
    rows[1] = replace(
        rows[1], actual=None, delta=None, mark=Mark(Phase.OPEN), cumulative_delta=None, gap=0, unexplained=0
    )
    view = shift(now, rows, plan=8625, so_far=57, made=0)
    view = replace(
        view,
        total_actual=None, total_delta=None, total_mark=Mark(Phase.OPEN), complete=False, counted_by_hand=True,
        freshness=Freshness(seen_at=None, late_after_s=60, stale_after_s=300), tiles=TILES,
        recovery=_recovery(needed=Fraction(8625, 6), present=None, last=None, path=()),
    )  # fmt: skip
    return Scene(frame=replace(_frame(view), stage=Stage.MISSING, age_s=None, server="embedded"), view=view)


def long_names() -> Scene:
    """Return names of sixty characters everywhere."""
    long = "Etikettiermaschine hinten links, Vorschub der Schutzfolie klemmt"
    view = _early((part("labeller", long, 211, 11),))
    first = replace(view.intervals[0], review=_signed("Maximiliane Oberhauser-Brandstetter von der Pfordten", 8, 4))
    path = Path(
        site="Vereinigte Mineralbrunnen Oberschwaben, Werk Nord, Haus 2",
        area="Abfüllung und Verpackung, Halle Nord-Ost",
        line="Linie 3, Mehrwegflaschen 0,7 Liter mit Bügelverschluss",
    )  # fmt: skip
    view = replace(view, intervals=(first, *view.intervals[1:]), path=path, unit="Mehrwegkästen", shift="Frühschicht")
    return Scene(frame=_frame(view), view=view)


def ahead() -> Scene:
    """Return a shift ahead of its plan, one interval of it so far that the plan looks wrong."""
    rows = list(_early((JAM,)).intervals)
    rows[1] = replace(
        closed(at(8), at(10), 2300, 2610, (4600, 4952), review=_signed("S. Moreau", 10, 2)), over_planned=True
    )
    rows[2] = running(at(10), at(12), 1725, 1380, 1399, (5980, 6351), NOW)
    view = shift(NOW, rows, plan=8625, so_far=5980, made=6351)
    path = (PathPoint(at=Fraction(0), delta=Fraction(0)), _point(250, 42), _point(500, 352), _point(714, 371))
    recovery = _recovery(needed=Fraction(2274 * 10, 23), present=Fraction(1245), last=None, path=path)
    view = replace(view, recovery=replace(recovery, ahead=True))
    return Scene(frame=_frame(view), view=view)


def lost() -> Scene:
    """Return a shift that cannot make its plan any more."""
    rows = list(_early((JAM,)).intervals)
    rows[1] = closed(at(8), at(10), 2300, 1204, (4600, 3546), (JAM, part("filler", "Filler", 640, 33)))
    rows[2] = running(at(10), at(12), 1725, 1380, 1211, (5980, 4757), NOW)
    view = shift(NOW, rows, plan=8625, so_far=5980, made=4757)
    path = (_point(0, 0), _point(250, 42), _point(375, -650), _point(500, -1054), _point(714, -1223))
    recovery = Recovery(
        needed_rate=Fraction(3868 * 10, 23), present_rate=Fraction(1009), best_rate=Fraction(1328), ahead=False,
        recoverable=False, last_moment=None, minutes_left=None, best_forecast=7811, gap_at_end=-814, path=path,
    )  # fmt: skip
    view = replace(view, recovery=recovery, misses_in_a_row=2)
    return Scene(frame=_frame(view), view=replace(view, tray=tray_of(view)))


def over() -> Scene:
    """Return a shift after its end, with rejects, an OEE and a count that was shared out."""
    now = at(14, 12, 5)
    rows = list(_early((JAM, CAPS)).intervals)
    rows[1] = replace(rows[1], review=_signed("R. Patel", 10, 21), rejected=33)
    rows[2] = replace(closed(at(10), at(12), 1725, 1741, (6325, 6115)), apportioned=True)
    rows[3] = replace(closed(at(12), at(14), 2300, 2390, (8625, 8505)), provisional=True)
    view = replace(shift(now, rows, plan=8625, so_far=8625, made=8505), total_rejected=33)
    oee = OeeFigure(
        plan="shift", until=at(14), planned_minutes=Fraction(450), oee=Fraction(841, 1000), quality_ratio=None,
        good=8505, rejected=33,
    )  # fmt: skip
    view = replace(view, recovery=_recovery(needed=None, present=None, last=None, path=()), oee=(oee,))
    return Scene(frame=replace(_frame(view), progress=Fraction(1)), view=view)


def many_intervals() -> Scene:
    """Return a shift hour by hour: the last three, the running one, the next, and one row for the rest."""
    return _by_the_hour(60)


def half_hours() -> Scene:
    """Return a shift in half hours."""
    return _by_the_hour(30)


def no_plan() -> Scene:
    """Return a line that counts without a plan, with an interval nobody works."""
    rows = [
        replace(closed(at(6), at(8), 2300, 2342, (2300, 2342)), mark=Mark(Phase.NO_TARGET), plan=None, delta=None,
                cumulative_delta=None, gap=0),
        blank(at(8), at(10), Phase.OFF, 2300),
        replace(running(at(10), at(12), 1725, 1380, 1399, (1380, 3741), NOW), plan=None, plan_so_far=None, delta=None,
                mark=Mark(Phase.OPEN), cumulative_delta=None),
        blank(at(12), at(14), Phase.FUTURE, None),
    ]  # fmt: skip
    view = replace(
        shift(NOW, rows, plan=0, so_far=0, made=3741), total_plan=None, total_plan_so_far=None, total_delta=None,
        total_mark=Mark(Phase.NO_TARGET), to_go=None,
    )  # fmt: skip
    notices = (
        NoticeLine(notice=Notice.PLANT_REFUSED, detail="northgate.toml"),
        NoticeLine(notice=Notice.CLOCK_SUSPECT),
    )
    return Scene(frame=replace(_frame(view), notices=notices), view=view)


def page(key: str, name: str) -> Scene:
    """Return another page in that state, in the frame of the same shift."""
    view = OTHERS[key][name]()
    frame = replace(
        _frame(_early((JAM,))), path=view.path, unit=None, page="sqcdp" if key == "letter" else key, day=day_of(view),
        clock=view.now, stage=view.freshness.stage(view.now), age_s=view.freshness.age_s(view.now),
        topic=topic_of(view),
    )  # fmt: skip
    if key == "sources":
        frame = replace(frame, tabs=(*frame.tabs, PageTab(key=key, name="Sources")))
    if name in SILENT:
        frame = replace(frame, server="offline", server_since=at(11, 42), waiting=4)
    return Scene(frame=frame, view=view, panel=PANELS.get(name, ()), back=key == "letter")


def framed(name: str) -> Scene:
    """Return the usual day with something else around it."""
    scene = normal()
    return replace(scene, frame=scene_frame.FRAMES[name](scene.frame))


def opened(name: str) -> Scene:
    """Return a scene with something open over it, or pressed on it."""
    found = scene_dock.OPENED[name]
    scene = replace(SCENES[found.over](), opened=name)
    return replace(scene, view=found.view(scene.view)) if found.view is not None else scene


def in_script(over: str, script: str) -> Scene:
    """Return a scene in which all names are long and in another script."""
    renamed: Scene = scene_script.renamed(SCENES[over](), scene_script.NAMES[script])
    return renamed


PLAIN: Final[Mapping[str, Callable[[], Scene]]] = {
    **{
        scene.__name__: scene
        for scene in (
            normal, miss, all_explained, tray, stale, no_shift, first_day, long_names, ahead, lost, over,
            many_intervals, half_hours, no_plan,
        )
    },
    **{name: partial(page, key, name) for key, names in OTHERS.items() for name in names},
}  # fmt: skip
"""Every state of every page."""
SCENES: Final[Mapping[str, Callable[[], Scene]]] = {
    **PLAIN,
    **{name: partial(framed, name) for name in scene_frame.FRAMES},
    **{name: partial(opened, name) for name in scene_dock.OPENED},
    **{
        f"{over}_{script}": partial(in_script, over, script)
        for over in scene_script.OVER
        for script in scene_script.NAMES
    },
}
"""And what can stand around them or over them."""


def _early(parts: tuple[ExplainedPart, ...]) -> Sicb:
    """Return the early shift of the pictures with these reasons for its missed interval."""
    rows = [
        closed(at(6), at(8), 2300, 2342, (2300, 2342), review=_signed("R. Patel", 8, 4)),
        closed(at(8), at(10), 2300, 2032, (4600, 4374), parts),
        running(at(10), at(12), 1725, 1380, 1399, (5980, 5773), NOW),
        blank(at(12), at(14), Phase.FUTURE, 2300),
    ]
    view = shift(NOW, rows, plan=8625, so_far=5980, made=5773)
    path = tuple(
        _point(*one) for one in ((0, 0), (250, 42), (322, -40), (384, -207), (498, -226), (559, -226), (714, -207))
    )
    return replace(view, tiles=TILES, recovery=_recovery(Fraction(1240), Fraction(1166), at(12, 50), path))


def _by_the_hour(minutes: int) -> Scene:
    """Return the early shift cut into shorter intervals, with a miss in it that still waits for its reason."""
    step, count, now = timedelta(minutes=minutes), 480 // minutes, NOW
    plan, rows, total = 1150 * minutes // 60, list[Interval](), (0, 0)
    for number in range(count):
        starts = at(6) + step * number
        ends = starts + step
        made = plan + (-141, 12, 4, 31, -37)[number % 5] * minutes // 60
        if starts > now:
            rows.append(blank(starts, ends, Phase.FUTURE, plan))
        elif ends > now:
            so_far = plan * 2 // 3
            total = (total[0] + so_far, total[1] + so_far + 3)
            rows.append(running(starts, ends, plan, so_far, so_far + 3, total, now))
        else:
            total = (total[0] + plan, total[1] + made)
            done = _signed("R. Patel", ends.hour, ends.minute + 3) if number < 3 else None
            reasons = (JAM_SHORT,) if number == 0 else ()
            rows.append(closed(starts, ends, plan, made, total, reasons, done))
    view = shift(now, rows, plan=plan * count, so_far=total[0], made=total[1])
    path = (_point(0, 0), _point(125, -141), _point(500, -90), _point(714, total[1] - total[0]))
    view = replace(view, tiles=TILES, recovery=_recovery(Fraction(1211), Fraction(1166), at(12, 31), path))
    return Scene(frame=_frame(view), view=replace(view, tray=tray_of(view)))


def _recovery(
    needed: Fraction | None, present: Fraction | None, last: datetime | None, path: tuple[PathPoint, ...]
) -> Recovery:
    share = None if last is None else Fraction(int((last - at(6)).total_seconds()), 8 * 3600)
    return Recovery(
        needed_rate=needed,
        present_rate=present,
        best_rate=Fraction(1328),
        ahead=False,
        recoverable=True,
        last_moment=last,
        minutes_left=None if last is None else -(-int((last - NOW).total_seconds()) // 60),
        best_forecast=8827,
        gap_at_end=202,
        path=path,
        recover_from=share,
    )


def _point(thousandth: int, delta: int) -> PathPoint:
    return PathPoint(at=Fraction(thousandth, 1000), delta=Fraction(delta))


def _signed(by: str, hour: int, minute: int) -> Review:
    return Review(state=ReviewState.DONE, at=at(hour, minute), by=by, entry="review-1")


def _frame(view: Sicb) -> Frame:
    return Frame(
        path=view.path,
        page="sicb",
        tabs=tuple(PageTab(key=key, name=name) for key, name in PAGES),
        unit=view.unit,
        day=DAY,
        shift=view.shift,
        starts=view.starts,
        ends=view.ends,
        progress=Fraction(int((view.now - at(6)).total_seconds()), 8 * 3600),
        clock=view.now,
        stage=Stage.LIVE,
        age_s=4,
        server="online",
    )
