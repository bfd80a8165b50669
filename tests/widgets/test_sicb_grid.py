"""The board of one line as a finger and an eye meet it."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QSize, QTranslator
from PySide6.QtGui import QFont, QImage, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from board.plant.span import Span
from board.views.freshness import Freshness, Stage
from board.views.mark import Mark, Phase
from board.views.sicb import Sicb
from tests.widgets.geometry import write
from tests.widgets.glass import Clock, counted, lift, put_down, tap
from tests.widgets.painted import painted
from tests.widgets.wall import SIZES, WIDE, colour_at, finger_of, holds, look_of, patch, picture
from themes.theme import Colour
from themes.token import FLOOR_U
from widgets import scene
from widgets.footer import Footer
from widgets.header import Header
from widgets.scene import PLAIN
from widgets.scene_shift import at
from widgets.sicb_grid import SicbGrid

VIEWS = {name: make().view for name, make in PLAIN.items()}
SHIFTS = {name: view for name, view in VIEWS.items() if isinstance(view, Sicb)}
NORMAL = SHIFTS["normal"]
EDGE = 40
"""Large glyphs come from a cache or are drawn anew: their edges differ by a little."""


def grid(qtbot: QtBot, view: Sicb = NORMAL, size: QSize = WIDE, clock: Clock | None = None) -> SicbGrid:
    look = look_of(size)
    made = SicbGrid(look, finger_of(size, clock))
    qtbot.addWidget(made)
    width_u = size.width() / look.u
    made.resize(size.width(), size.height() - round(look.px(Header.height_u(width_u) + Footer.height_u(width_u))))
    made.show_sicb(view)
    return made


def on_screen(qtbot: QtBot, made: SicbGrid) -> SicbGrid:
    made.show()
    qtbot.waitExposed(made)
    QApplication.processEvents()
    return made


def counted_on(view: Sicb, row: int, extra: int) -> Sicb:
    """Return the view a moment later: so many more units in one interval."""
    one = view.intervals[row]
    more = replace(one, actual=(one.actual or 0) + extra)
    return replace(
        view,
        now=view.now + timedelta(seconds=1),
        intervals=(*view.intervals[:row], more, *view.intervals[row + 1 :]),
    )


def test_only_the_cell_that_differs_is_repainted(qtbot: QtBot) -> None:
    made = on_screen(qtbot, grid(qtbot))
    place = made.place_of("actual:1")
    assert place is not None
    with painted(made) as ear:
        made.show_sicb(counted_on(NORMAL, 1, 3))
    box = place.toAlignedRect()
    assert ear.region.boundingRect() == box
    assert ear.area == box.width() * box.height()
    assert ear.area < 0.03 * made.width() * made.height()


def test_an_equal_view_paints_nothing(qtbot: QtBot) -> None:
    made = on_screen(qtbot, grid(qtbot))
    with painted(made) as ear:
        made.show_sicb(replace(NORMAL))
        made.show_sicb(replace(NORMAL, now=NORMAL.now + timedelta(seconds=1)))
        made.show_age(Stage.LIVE, 5)
    assert ear.area == 0


def test_the_control_paints_it_all(qtbot: QtBot) -> None:
    made = on_screen(qtbot, grid(qtbot))
    with painted(made) as ear:
        made.show_look(look_of(theme="light"))
    assert ear.area == made.width() * made.height()


@pytest.mark.parametrize("size", [WIDE, QSize(1080, 1920)], ids=str)
@pytest.mark.parametrize("name", SHIFTS)
def test_what_is_repainted_in_parts_is_the_same_as_in_one(qtbot: QtBot, name: str, size: QSize) -> None:
    """From every scene to the next: nothing of the old picture stays, and nothing of the new one is cut."""
    names = list(SHIFTS)
    after = SHIFTS[names[(names.index(name) + 1) % len(names)]]
    made, fresh = grid(qtbot, SHIFTS[name], size), grid(qtbot, after, size)
    assert differing(in_parts(made, after), picture(fresh)) is None


def in_parts(made: SicbGrid, after: Sicb) -> QImage:
    """Return a picture of the board as it was, over which only what it says differs is painted anew."""
    image = picture(made)
    dirty: list[QRegion] = []
    whole = QRegion(made.rect())
    update = made.update
    made.update = lambda *what: dirty.append(_region(what, whole))  # type: ignore[method-assign]
    made.show_sicb(after)
    made.update = update  # type: ignore[method-assign]
    for region in dirty:
        patch(made, image, region)
    return image


def differing(one: QImage, other: QImage) -> tuple[int, int] | None:
    """Return the first place at which two pictures differ by more than the edge of a glyph may, or None."""
    if one == other:
        return None
    places = ((x, y) for y in range(one.height()) for x in range(one.width()) if one.pixel(x, y) != other.pixel(x, y))
    return next((place for place in places if apart(colour_at(one, *place), colour_at(other, *place)) > EDGE), None)


def apart(one: Colour, other: Colour) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _region(what: tuple[object, ...], whole: QRegion) -> QRegion:
    return QRegion(what[0]) if what else whole  # type: ignore[call-overload]


@pytest.mark.parametrize("size", [*SIZES[:2], *SIZES[3:4], *SIZES[6:7]], ids=str)
@pytest.mark.parametrize("name", SHIFTS)
def test_nothing_is_set_smaller_than_the_floor(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str, size: QSize
) -> None:
    sizes: list[float] = []
    look = look_of(size)
    font = look.font

    def noted(size_u: float, weight: int = 500, tracking_u: float = 0.0) -> QFont:
        sizes.append(size_u)
        return font(size_u, weight, tracking_u)

    monkeypatch.setattr(look, "font", noted)
    made = grid(qtbot, SHIFTS[name], size)
    made.show_look(look)
    picture(made)
    assert sizes
    assert min(sizes) >= FLOOR_U


class Wordy(QTranslator):
    """A language that needs half as much room again."""

    @override
    def translate(self, context: object, source: object, disambiguation: object = None, n: int = -1) -> str:
        said = str(source)
        return said + "en" * (len(said) // 4)


@pytest.mark.parametrize("size", [WIDE, QSize(1080, 1920), QSize(1280, 1024)], ids=str)
def test_a_wordy_language_stays_in_its_cells(qtbot: QtBot, size: QSize) -> None:
    wordy = Wordy()
    assert QCoreApplication.installTranslator(wordy)
    try:
        names = list(SHIFTS)
        for name, then in pairwise(names):
            made, fresh = grid(qtbot, SHIFTS[name], size), grid(qtbot, SHIFTS[then], size)
            assert differing(in_parts(made, SHIFTS[then]), picture(fresh)) is None, (name, then)
    finally:
        QCoreApplication.removeTranslator(wordy)


def test_a_touch_on_a_row_asks_for_its_reason(qtbot: QtBot) -> None:
    made = on_screen(qtbot, grid(qtbot))
    with counted(made.interval_touched) as said:
        tap(made, made.place_of("gap:1"))
    assert said == [(NORMAL.intervals[1].span,)]


def test_an_interval_nobody_works_does_not_react(qtbot: QtBot) -> None:
    made = on_screen(qtbot, grid(qtbot, SHIFTS["no_plan"]))
    with counted(made.interval_touched) as said:
        tap(made, made.place_of("interval:1"))
    assert said == []


def test_a_review_is_signed_by_holding_it(qtbot: QtBot) -> None:
    clock = Clock()
    made = on_screen(qtbot, grid(qtbot, clock=clock))
    place = made.place_of("review:1")
    assert place is not None
    with counted(made.review_held) as said, counted(made.interval_touched) as touched:
        put_down(made, place.center())
        clock.wind(0.79)
        qtbot.wait(60)
        assert said == []
        clock.wind(0.02)
        qtbot.waitUntil(lambda: said != [])
        lift(made, place.center())
    assert said == [(NORMAL.intervals[1].span,)]
    assert touched == []


def test_a_hold_shows_how_far_it_has_come(qtbot: QtBot) -> None:
    clock = Clock()
    made = on_screen(qtbot, grid(qtbot, clock=clock))
    place = made.place_of("review:1")
    assert place is not None
    assert not holds(picture(made), place, made.look, "press")
    put_down(made, place.center())
    clock.wind(0.4)
    image, y = picture(made), round(place.center().y()) - 30
    assert colour_at(image, place.left() + 30, y) == made.look.theme.colour("press")
    assert colour_at(image, place.right() - 30, y) == made.look.theme.colour("bg")
    lift(made, place.center())
    made.hide()


def test_a_touch_too_short_says_how_to_sign(qtbot: QtBot) -> None:
    clock = Clock()
    made = on_screen(qtbot, grid(qtbot, clock=clock))
    place = made.place_of("review:1")
    before = picture(made)
    with counted(made.review_held) as said, counted(made.interval_touched) as touched:
        tap(made, place)
        clock.wind(1)
    assert said == touched == []
    assert picture(made) != before
    made.hide()
    assert picture(made) == before


def test_a_review_that_is_done_is_touched_like_its_row(qtbot: QtBot) -> None:
    made = on_screen(qtbot, grid(qtbot))
    with counted(made.interval_touched) as said:
        tap(made, made.place_of("review:0"))
    assert said == [(NORMAL.intervals[0].span,)]


def test_the_tray_is_touched_where_something_waits(qtbot: QtBot) -> None:
    made = on_screen(qtbot, grid(qtbot, SHIFTS["tray"]))
    with counted(made.tray_touched) as said:
        tap(made, made.place_of("tray"))
    assert said == [()]
    empty = on_screen(qtbot, grid(qtbot))
    with counted(empty.tray_touched) as said:
        tap(empty, empty.place_of("tray"))
    assert said == []


def test_the_summary_leafs_to_earlier_intervals_and_back(qtbot: QtBot) -> None:
    clock = Clock()
    made = on_screen(qtbot, grid(qtbot, SHIFTS["many_intervals"], clock=clock))
    before = made.faces()
    with counted(made.interval_touched) as said:
        tap(made, made.place_of("interval:0"))
        clock.wind(1)
        tap(made, made.place_of("interval:0"))
        clock.wind(1)
        tap(made, made.place_of("interval:5"))
    assert said == [(SHIFTS["many_intervals"].intervals[0].span,)]
    assert made.faces() == before


def test_a_press_stays_on_its_interval_when_rows_move(qtbot: QtBot) -> None:
    """An interval begins while a finger is down: what acts is what was touched."""
    made = on_screen(qtbot, grid(qtbot, SHIFTS["many_intervals"]))
    view = SHIFTS["many_intervals"]
    place = made.place_of("actual:2")
    assert place is not None
    put_down(made, place.center())
    rows = list(view.intervals)
    rows[5] = replace(rows[5], mark=Mark(Phase.CLOSED, rows[5].mark.judgement))
    rows[6] = replace(rows[6], mark=Mark(Phase.OPEN))
    with counted(made.interval_touched) as said:
        made.show_sicb(replace(view, intervals=tuple(rows)))
        lift(made, place.center())
    assert said in ([], [(view.intervals[3].span,)])


def test_the_selected_row_has_a_ring(qtbot: QtBot) -> None:
    made = grid(qtbot)
    row = made.place_of("row:1")
    assert row is not None
    assert not holds(picture(made), row, made.look, "focus")
    made.show_selected(NORMAL.intervals[1].span)
    assert holds(picture(made), row, made.look, "focus")
    made.show_selected(None)
    assert not holds(picture(made), row, made.look, "focus")


@pytest.mark.parametrize("row", range(4))
def test_the_selected_row_stays_above_a_dock(qtbot: QtBot, row: int) -> None:
    made, span = grid(qtbot), NORMAL.intervals[row].span
    made.show_selected(span)
    made.show_cover(521.0)
    shown = [name for name, _ in made.faces() if name.startswith("row:")]
    labels = [made.place_of(name) for name in shown]
    assert all(place is not None and place.bottom() <= 521 for place in labels)
    assert holds(picture(made), labels[-1] if row > 1 else labels[row], made.look, "focus")  # type: ignore[arg-type]
    made.show_cover(None)
    made.show_selected(None)
    assert made.faces() == grid(qtbot).faces()


def test_stale_data_lose_their_colour_and_closed_intervals_keep_theirs(qtbot: QtBot) -> None:
    seen = Freshness(seen_at=at(11, 19, 32), late_after_s=60, stale_after_s=300)
    made = grid(qtbot, replace(NORMAL, freshness=seen))
    live = picture(made)
    made.show_age(Stage.STALE, 23 * 60)
    stale = picture(made)
    met, running = made.place_of("actual:0"), made.place_of("actual:2")
    assert met is not None
    assert running is not None
    for image in (live, stale):
        assert holds(image, met, made.look, "good")
    assert holds(live, running, made.look, "goodLine")
    assert not holds(stale, running, made.look, "goodLine")
    assert holds(stale, running, made.look.stale(), "goodLine")


def test_stale_data_have_a_dashed_frame(qtbot: QtBot) -> None:
    made = grid(qtbot)

    def dashes() -> int:
        image = picture(made)
        row = [colour_at(image, x, 6) == made.look.theme.colour("text2") for x in range(image.width())]
        return sum(now and not before for before, now in pairwise(row))

    assert dashes() == 0
    made.show_age(Stage.STALE, 400)
    assert dashes() > 40
    made.show_age(Stage.LIVE, 3)
    assert dashes() == 0


def test_an_age_is_repainted_once_a_minute(qtbot: QtBot) -> None:
    made = grid(qtbot)
    made.show_age(Stage.STALE, 400)
    on_screen(qtbot, made)
    with painted(made) as ear:
        made.show_age(Stage.STALE, 401)
    assert ear.area == 0
    with painted(made) as ear:
        made.show_age(Stage.STALE, 421)
    assert 0 < ear.area < 0.1 * made.width() * made.height()


@pytest.mark.parametrize("name", SHIFTS)
def test_it_can_be_told_without_seeing_it(qtbot: QtBot, name: str) -> None:
    made = grid(qtbot, SHIFTS[name])
    assert made.accessibleName().startswith("Intervals of ")
    assert made.accessibleDescription() or name == "no_shift"


def test_the_picture_of_a_usual_morning(qtbot: QtBot) -> None:
    """Landmarks of the drawn board at full HD, below the header."""
    made = grid(qtbot)
    image, colours = picture(made), made.look.theme

    def at_screen(x: int, y: int) -> tuple[int, int, int]:
        return colour_at(image, x, y - 83)

    assert at_screen(646, 350) == colours.colour("good")
    assert at_screen(646, 496) == colours.colour("miss")
    assert at_screen(1400, 600) == colours.colour("raised")
    assert at_screen(28, 660) == colours.colour("text")
    assert at_screen(1200, 492) == colours.colour("neutral2")
    assert at_screen(1290, 491) == colours.colour("missLine")
    assert at_screen(1750, 330) == colours.colour("goodLine")
    assert at_screen(1500, 934) == colours.colour("neutral")
    assert at_screen(1750, 934) == colours.colour("track")
    assert at_screen(1630, 922) == colours.colour("text")
    assert at_screen(1000, 440) == colours.colour("line")
    assert at_screen(1000, 292) == colours.colour("line2")


def test_scenes_are_made_anew_each_time() -> None:
    assert scene.normal() == scene.normal()
    assert isinstance(NORMAL.intervals[0].span, Span)


@pytest.mark.parametrize(("made", "planned"), [(0, 400), (0, 1500), (1500, 3000), (3000, 1500), (5773, 1500)])
def test_where_the_plan_stands_is_no_stroke_through_words(qtbot: QtBot, made: int, planned: int) -> None:
    first, *others = NORMAL.intervals
    rows = (replace(first, plan=planned), *(replace(one, mark=Mark(Phase.FUTURE)) for one in others))
    board = grid(qtbot, replace(NORMAL, intervals=rows, total_actual=made))
    bar = [one for one in write(board).written if one.cell == "total-bar"]
    share = next(one.box for one in bar if one.words.endswith("of the shift made"))
    place = board.place_of("total-bar")
    assert place is not None
    left, right = place.left() + board.look.px(10), place.right() - board.look.px(16)
    stands = left + (right - left) * planned / (NORMAL.total_plan or 1)
    assert not share.left() < stands < share.right()
    assert left < share.left() < share.right() < right
