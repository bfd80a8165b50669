"""Everything that is touched has its millimetres, on a panel at the machine as on a screen in the hall."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from pytestqt.qtbot import QtBot

from board.views.mark import Phase
from tests.widgets.geometry import surfaces
from tests.widgets.walls import WALLS, wall
from widgets.button import Face
from widgets.cell import CellSurface
from widgets.day_press import DayPress
from widgets.dock import Dock
from widgets.finger import APART_MM, KEY_MM, LEAST_MM, MAIN_MM, Screen
from widgets.press import Press, Target
from widgets.sqcdp_face import DayFace
from widgets.surface import Surface
from widgets.text_pad import TextPad

SCREENS = ((1920, 1080, 21.5), (1920, 1080, 32.0), (1920, 1080, 55.0), (1080, 1920, 27.0))
NEARLY_MM = 0.15
"""Pixels are no millimetres: 0.25 mm on the smallest of these screens."""
SNAP_MM = 3.0
DIGITS = frozenset("0123456789")


@pytest.fixture(params=SCREENS, ids="{0[0]}x{0[1]} on {0[2]} inches".format)
def glass(request: pytest.FixtureRequest) -> tuple[QSize, Screen]:
    width, height, diagonal_in = request.param
    return QSize(width, height), Screen.of(width, height, diagonal_in)


def test_everything_touched_has_its_millimetres(qtbot: QtBot, glass: tuple[QSize, Screen]) -> None:
    size, screen = glass
    said = []
    for name in WALLS:
        with wall(name, size, screen.diagonal_in) as made:
            for surface in surfaces(made.board):
                said += [f"{name}: {fault}" for fault in too_small(surface, screen)]
    assert list(dict.fromkeys(said)) == []


def too_small(surface: Surface, screen: Screen) -> Iterator[str]:
    """Yield what a finger cannot hit, or hits beside what was meant."""
    kind, jobs = type(surface).__name__, []
    for target in targets_of(surface):
        wide, tall = screen.mm(target.rect.width()), screen.mm(target.rect.height())
        least_wide, least_tall = least_of(surface, target)
        if wide < least_wide - NEARLY_MM or tall < least_tall - NEARLY_MM:
            yield f"{kind}: {target.label!r} has {wide:.1f} by {tall:.1f} mm"
        if least_tall == MAIN_MM[1]:
            jobs.append(target)
    for number, one in enumerate(jobs):
        for other in jobs[:number]:
            if (apart := screen.mm(apart_px(one.rect, other.rect))) < APART_MM - NEARLY_MM:
                yield f"{kind}: {one.label!r} is {apart:.1f} mm from {other.label!r}"


def least_of(surface: Surface, target: Target) -> tuple[float, float]:
    """Return the least width and height of a target in millimetres."""
    if isinstance(surface, Dock) and not isinstance(surface, TextPad):
        button = next(button for button in surface.buttons if button.name == target.name)
        if button.words in DIGITS:
            return KEY_MM, KEY_MM
        return (LEAST_MM, LEAST_MM) if button.face is Face.KEY else MAIN_MM
    return LEAST_MM, LEAST_MM


def targets_of(surface: Surface) -> list[Target]:
    """Return what can be touched, without the cells that snap to the nearest."""
    return [target for target in press_of(surface).targets if not target.small]


def press_of(surface: Surface) -> Press:
    return surface.findChildren(Press, options=Qt.FindChildOption.FindDirectChildrenOnly)[0]


def apart_px(one: QRectF, other: QRectF) -> float:
    """Return how far two rectangles are apart, the wider way; below 0 where they overlap."""
    across = max(one.left() - other.right(), other.left() - one.right())
    return max(across, one.top() - other.bottom(), other.top() - one.bottom())


@pytest.mark.parametrize("name", ["letters", "letters_seven", "letter", "bowling"])
def test_a_finger_on_a_small_cell_finds_it_and_one_beside_it_the_nearest(
    qtbot: QtBot, glass: tuple[QSize, Screen], name: str
) -> None:
    size, screen = glass
    with wall(name, size, screen.diagonal_in) as made:
        page = made.board.pages.up
        press, beside = press_of(page), screen.px(LEAST_MM / 2 - SNAP_MM)
        cells = [target for target in press.targets if target.small]
        assert isinstance(press, DayPress)
        assert len(cells) > 20
        for target in cells:
            assert met(press, target.rect.center()) == target.name
            for way in ((beside, 0), (-beside, 0), (0, beside), (0, -beside)):
                place = target.rect.center() + QPointF(*way)
                if page.rect().contains(place.toPoint()) and not is_off(page, place, screen):
                    assert met(press, place) is not None, (target.name, way)


def met(press: Press, place: QPointF) -> str | None:
    """Return the name of what a touch at a place means."""
    target, _ = press._target_at(place)
    return None if target is None else target.name


def is_off(page: CellSurface, place: QPointF, screen: Screen) -> bool:
    """Tell whether a place is on or right beside a day that is not worked, which does not react."""
    snap = screen.px(2 * SNAP_MM)
    off = [
        name
        for name, face in page.faces()
        if isinstance(face, DayFace) and (face.mark is None or face.mark.phase is Phase.OFF)
    ]
    rects = [rect for name in off if (rect := page.place_of(name)) is not None]
    return any(rect.adjusted(-snap, -snap, snap, snap).contains(place) for rect in rects)


def test_what_is_too_small_or_too_near_is_found() -> None:
    screen = Screen.of(1920, 1080, 21.5)
    near = apart_px(QRectF(0, 0, 100, 50), QRectF(110, 0, 100, 50)), apart_px(QRectF(0, 0, 9, 9), QRectF(5, 5, 9, 9))
    assert near == (10.0, -4.0)
    assert screen.mm(80) < LEAST_MM < screen.mm(81)
    assert screen.grown(QRectF(0, 0, 10, 10)).height() == pytest.approx(screen.px(LEAST_MM))
