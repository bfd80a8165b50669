"""From a touched row to a saved reason and back: which panel is up, and that nothing says saved before it is."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QRectF
from pytestqt.qtbot import QtBot

from board.views.mark import Mark, Phase
from board.views.sicb import ExplainedPart, Interval, Review, ReviewState, TrayItem
from tests.widgets.glass import Room, counted, names, tap
from tests.widgets.shift import (
    JAM,
    MET,
    MISSED,
    NODE,
    OTHER_NODE,
    RUNNING,
    TO_COME,
    all_explained,
    at,
    explained,
    interval,
    rows,
    shift,
    span,
)
from widgets.dock import BACK, Dock
from widgets.lower_third import LowerThird
from widgets.tap_book import Tap, TapKind

CAPS = Tap(kind=TapKind.MISS, node=NODE, span=MISSED, reason="caps", quantity=57)


class Floor(Room):
    """A board with its docks and no page."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.docks = LowerThird(self.look, self.finger, self.board, pace=self.pace)
        self.docks.show_look(self.look, QRectF(0, 440, 1920, 640))
        self.docks.show_view(shift())

    def up(self) -> Dock | None:
        return self.docks.open_panel

    def is_up(self, dock: Dock) -> bool:
        return dock.is_open

    def on(self, name: str) -> None:
        """Touch a button of the open panel, or of the bar where none is open."""
        dock = self.docks.open_panel or self.docks.bar
        self.touch(dock, name)


@pytest.fixture
def floor(qtbot: QtBot) -> Floor:
    return Floor(qtbot)


def saved_caps(floor: Floor) -> None:
    """Log No caps for 08-10 and let it be confirmed."""
    floor.docks.touch_interval(MISSED)
    floor.on("tile caps")
    floor.docks.show_saved("entry-caps", CAPS, at(11, 42))


def test_two_taps_log_the_whole_unexplained_gap(floor: Floor) -> None:
    with counted(floor.docks.miss_chosen) as said:
        floor.docks.touch_interval(MISSED)
        assert floor.up() is floor.docks.sheet
        floor.on("tile caps")
    assert said == [(NODE, MISSED, "caps", 57)]


def test_nothing_says_saved_before_it_is(floor: Floor) -> None:
    floor.docks.touch_interval(MISSED)
    floor.on("tile caps")
    assert [button.name for button in floor.docks.sheet.buttons if button.held] == ["tile caps"]
    assert not floor.is_up(floor.docks.bar)
    floor.docks.show_saved("entry-caps", CAPS, at(11, 42))
    assert not floor.is_up(floor.docks.sheet)
    assert floor.docks.bar.sentence() == "Saved: 08–10, No caps, 57 cases"


def test_a_double_tap_on_a_tile_logs_once(floor: Floor) -> None:
    with counted(floor.docks.miss_chosen) as said:
        floor.docks.touch_interval(MISSED)
        floor.on("tile caps")
        tap(floor.docks.sheet, floor.docks.sheet.press.rect_of("tile caps"))
        floor.on("tile caps")
    assert len(said) == 1


def test_undo_takes_the_entry_back(floor: Floor) -> None:
    saved_caps(floor)
    with counted(floor.docks.undo_chosen) as said:
        floor.on("undo")
    assert said == [(NODE, "entry-caps")]
    floor.docks.show_saved("entry-undo", Tap(kind=TapKind.UNDO, node=NODE, subject="entry-caps"), at(11, 43))
    assert floor.docks.bar.sentence() == "Taken back: 08–10, No caps, 57 cases"
    floor.docks.touch_interval(MISSED)
    assert floor.docks.sheet.heading()[1].startswith("57 cases")


def test_a_refused_tap_looks_refused_and_can_be_made_again(floor: Floor) -> None:
    with counted(floor.docks.miss_chosen) as said:
        floor.docks.touch_interval(MISSED)
        floor.on("tile caps")
        floor.docks.show_refused("Not saved: the disk is full.", CAPS)
        assert floor.is_up(floor.docks.sheet)
        assert not [button.name for button in floor.docks.sheet.buttons if button.held]
        assert not floor.is_up(floor.docks.bar)
        floor.on("tile caps")
    assert len(said) == 2


def test_a_refusal_that_finds_no_panel_open_stands_in_the_bar(floor: Floor) -> None:
    floor.docks.touch_interval(MISSED)
    floor.on("tile caps")
    floor.on(BACK)
    floor.docks.show_refused("Not saved: the disk is full.", CAPS)
    assert floor.docks.bar.sentence() == "Not saved: the disk is full."


def test_a_tap_on_another_gap_while_a_save_is_pending_is_not_lost(floor: Floor) -> None:
    short = interval(10, Phase.OPEN, None, 1380, 1370)
    floor.docks.show_view(shift(short))
    with counted(floor.docks.miss_chosen) as said:
        floor.docks.touch_interval(MISSED)
        floor.on("tile caps")
        floor.docks.touch_interval(RUNNING)
        floor.on("tile filler")
        assert said == [(NODE, MISSED, "caps", 57), (NODE, RUNNING, "filler", 10)]
        floor.docks.show_saved("entry-caps", CAPS, at(11, 42))
        assert floor.up() is floor.docks.sheet
    floor.docks.show_saved("entry-filler", replace(CAPS, span=RUNNING, reason="filler", quantity=10), at(11, 42))
    assert floor.up() is None
    assert floor.docks.bar.sentence() == "Saved: 10–12, Filler, 10 cases"


def test_a_second_reason_touched_while_the_first_is_pending_is_told_what_became_of_it(floor: Floor) -> None:
    with counted(floor.docks.miss_chosen) as said:
        floor.docks.touch_interval(MISSED)
        floor.on("tile caps")
        floor.on("tile filler")
        floor.docks.show_saved("entry-caps", CAPS, at(11, 42))
    assert len(said) == 1
    assert "Filler not added" in floor.docks.bar.second()


def test_a_second_reason_goes_down_when_the_first_left_something(floor: Floor) -> None:
    grown = explained(interval(8, Phase.CLOSED, None, 2300, 1982), JAM)
    with counted(floor.docks.miss_chosen) as said:
        floor.docks.touch_interval(MISSED)
        floor.on("tile caps")
        floor.on("tile filler")
        floor.docks.show_view(shift(grown))
        floor.docks.show_saved("entry-caps", CAPS, at(11, 42))
        assert said[-1] == (NODE, MISSED, "filler", 50)
        assert floor.is_up(floor.docks.sheet)
        floor.docks.show_saved("entry-filler", replace(CAPS, reason="filler", quantity=50), at(11, 42))
    assert not floor.is_up(floor.docks.sheet)


def test_the_quantity_follows_the_view_and_tiles_keep_their_places(floor: Floor) -> None:
    floor.docks.touch_interval(MISSED)
    before = [button.rect for button in floor.docks.sheet.buttons if button.name.startswith("tile")]
    floor.docks.show_view(shift(explained(interval(8, Phase.CLOSED, None, 2300, 2000), JAM)))
    assert floor.docks.sheet.heading()[1].startswith("89 cases")
    assert [button.rect for button in floor.docks.sheet.buttons if button.name.startswith("tile")] == before
    with counted(floor.docks.miss_chosen) as said:
        floor.on("tile caps")
    assert said == [(NODE, MISSED, "caps", 89)]


def test_a_gap_that_was_explained_elsewhere_closes_the_sheet(floor: Floor) -> None:
    floor.docks.touch_interval(MISSED)
    floor.docks.show_view(shift(all_explained(), tray=()))
    assert floor.up() is None
    assert not floor.is_up(floor.docks.bar)


def test_a_view_that_is_ahead_of_the_answer_does_not_close_the_sheet(floor: Floor) -> None:
    floor.docks.touch_interval(MISSED)
    floor.on("tile caps")
    floor.docks.show_view(shift(all_explained(), tray=()))
    assert floor.is_up(floor.docks.sheet)
    floor.docks.show_saved("entry-caps", CAPS, at(11, 42))
    assert not floor.is_up(floor.docks.sheet)
    assert "fully explained" in floor.docks.bar.second()


def test_a_view_that_is_behind_the_answer_does_not_ask_again(floor: Floor) -> None:
    saved_caps(floor)
    floor.docks.touch_interval(MISSED)
    assert floor.up() is floor.docks.panel
    assert "part entry-caps" in names(floor.docks.panel)


def test_what_opens_for_which_interval(floor: Floor) -> None:
    for touched, panel in ((MET, None), (TO_COME, None), (RUNNING, None), (MISSED, floor.docks.sheet)):
        floor.docks.touch_interval(touched)
        assert floor.up() is panel
    floor.docks.show_view(shift(all_explained(), by_hand=True))
    floor.docks.touch_interval(RUNNING)
    assert floor.up() is floor.docks.pad
    floor.docks.touch_interval(MISSED)
    assert floor.up() is floor.docks.panel


def test_a_count_goes_down_and_closes_the_pad_when_it_is_saved(floor: Floor) -> None:
    floor.docks.show_view(shift(by_hand=True))
    with counted(floor.docks.count_entered) as said:
        floor.docks.touch_interval(RUNNING)
        for key in ("2", "4", "save"):
            floor.on(key)
    assert said == [(NODE, RUNNING, 24)]
    assert floor.is_up(floor.docks.pad)
    floor.docks.show_saved("entry-count", Tap(kind=TapKind.COUNT, node=NODE, span=RUNNING, quantity=24), at(11, 42))
    assert floor.up() is None
    assert floor.docks.bar.sentence() == "Saved: 10–12, count +24 cases"
    floor.docks.touch_interval(RUNNING)
    assert floor.docks.pad.difference == 0


def test_a_refused_count_stays_typed(floor: Floor) -> None:
    floor.docks.show_view(shift(by_hand=True))
    floor.docks.touch_interval(RUNNING)
    for key in ("2", "4", "save"):
        floor.on(key)
    floor.docks.show_refused("Not saved: the count would fall below zero.")
    assert (floor.is_up(floor.docks.pad), floor.docks.pad.difference) == (True, 24)
    assert not [button.name for button in floor.docks.pad.buttons if button.held]


def test_from_the_pad_to_the_reasons_and_from_the_reasons_to_the_pad(floor: Floor) -> None:
    short = interval(10, Phase.OPEN, None, 1380, 1370)
    floor.docks.show_view(shift(short, by_hand=True))
    floor.docks.touch_interval(RUNNING)
    floor.on("reasons")
    assert floor.up() is floor.docks.sheet
    floor.on("count")
    assert floor.up() is floor.docks.pad


def test_details_from_the_bar_before_the_view_has_the_miss(floor: Floor) -> None:
    saved_caps(floor)
    with counted(floor.docks.detail_given) as said:
        floor.on("detail")
        assert floor.up() is floor.docks.panel
        for name in ("4", "0", "field comment"):
            floor.on(name)
        for name in ("N", "o", "done"):
            floor.on(name)
        assert floor.up() is floor.docks.panel
        floor.on("done")
    assert said == [(NODE, "entry-caps", {"quantity": 40, "comment": "No"})]
    floor.docks.show_saved("entry-detail", Tap(kind=TapKind.DETAIL, node=NODE, subject="entry-caps"), at(11, 43))
    assert floor.up() is None
    assert floor.docks.bar.sentence() == "Saved: 08–10, No caps, details"


def test_the_comment_is_kept_when_the_keyboard_is_left(floor: Floor) -> None:
    saved_caps(floor)
    floor.on("detail")
    floor.on("field comment")
    floor.on("N")
    floor.on(BACK)
    assert floor.docks.panel._draft.comment == "N"


def test_taking_back_from_the_list(floor: Floor) -> None:
    floor.docks.show_view(shift(all_explained()))
    floor.docks.touch_interval(MISSED)
    with counted(floor.docks.undo_chosen) as said:
        floor.on("take back entry-jam")
    assert said == [(NODE, "entry-jam")]
    floor.docks.show_saved("entry-undo", Tap(kind=TapKind.UNDO, node=NODE, subject="entry-jam"), at(11, 43))
    assert floor.docks.bar.sentence() == "Taken back: 08–10, Labeller jam, 211 cases"


def test_a_list_that_has_become_empty_closes(floor: Floor) -> None:
    floor.docks.show_view(shift(all_explained()))
    floor.docks.touch_interval(MISSED)
    floor.docks.show_view(shift(explained(interval(8, Phase.CLOSED, None, 2300, 2300))))
    assert floor.up() is None


def test_the_tray_leads_to_the_sheet_even_for_a_shift_that_is_over(floor: Floor) -> None:
    old = TrayItem(node=NODE, span=span(0), starts=at(0), ends=at(2), unexplained=9)
    floor.docks.show_view(shift(tray=(old,)))
    floor.docks.touch_tray()
    with counted(floor.docks.miss_chosen) as said:
        floor.on("0")
        assert floor.docks.sheet.heading() == ("00–02", "9 cases not explained. What was it?")
        floor.on("tile caps")
    assert said == [(NODE, span(0), "caps", 9)]


def test_a_gap_of_another_line_asks_for_that_line_first(floor: Floor) -> None:
    other = TrayItem(node=OTHER_NODE, span=MISSED, starts=at(8), ends=at(10), unexplained=9)
    floor.docks.show_view(shift(tray=(other,)))
    floor.docks.touch_tray()
    with counted(floor.docks.node_chosen) as said:
        floor.on("0")
    assert said == [(OTHER_NODE,)]
    floor.docks.show_view(shift())
    assert floor.up() is None
    floor.docks.show_view(replace(shift(), node=OTHER_NODE))
    assert floor.up() is floor.docks.sheet


def test_another_line_on_show_closes_what_was_open(floor: Floor) -> None:
    floor.docks.touch_interval(MISSED)
    with counted(floor.docks.subject_changed) as said:
        floor.docks.show_view(replace(shift(), node=OTHER_NODE))
    assert (floor.up(), said) == (None, [(None,)])


def test_an_open_sheet_outlives_the_end_of_its_shift(floor: Floor) -> None:
    floor.docks.touch_interval(MISSED)
    late = replace(shift(), intervals=(interval(14, Phase.OPEN, None, 10, 10),))
    floor.docks.show_view(late)
    with counted(floor.docks.miss_chosen) as said:
        floor.on("tile caps")
    assert said == [(NODE, MISSED, "caps", 57)]


@pytest.mark.parametrize(("state", "given"), [(ReviewState.DUE, 1), (ReviewState.DONE, 0), (ReviewState.NOT_YET, 0)])
def test_only_a_due_review_is_signed(floor: Floor, state: ReviewState, given: int) -> None:
    row = replace(rows()[1], review=Review(state=state, at=at(10)))
    floor.docks.show_view(shift(row))
    with counted(floor.docks.review_given) as said:
        floor.docks.hold_review(MISSED)
        floor.docks.hold_review(MISSED)
    assert said == [(NODE, MISSED)] * given


def test_the_subject_is_told_so_that_its_row_can_be_ringed(floor: Floor) -> None:
    with counted(floor.docks.subject_changed) as said:
        floor.docks.touch_interval(MISSED)
        floor.on(BACK)
    assert said == [(MISSED,), (None,)]


def test_a_hundred_misses_leave_no_widget_behind(floor: Floor) -> None:
    before = len(floor.board.findChildren(QObject))
    for number in range(100):
        part = ExplainedPart(entry=f"e{number}", reason="caps", name="No caps", icon="caps", quantity=57)
        floor.docks.show_view(shift())
        floor.docks.touch_interval(MISSED)
        floor.on("tile caps")
        floor.docks.show_saved(part.entry, CAPS, at(11, 42))
        floor.docks.show_view(shift(explained(_missed(), JAM, part)))
    assert len(floor.board.findChildren(QObject)) == before


def _missed() -> Interval:
    return replace(interval(8, Phase.CLOSED, None, 2300, 2032), mark=Mark(Phase.CLOSED))
