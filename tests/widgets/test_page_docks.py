"""From a touch to what is asked of the journal and back: entering, logging, taking back, and what is refused."""

from dataclasses import replace
from fractions import Fraction

import pytest
from pytestqt.qtbot import QtBot

from board.journal.intention import EnterDay, Intention, LogDeviation, Undo
from board.views.letter import LetterPage
from tests.widgets.glass import Clock, counted, tap
from tests.widgets.wall import WIDE, finger_of, look_of
from widgets.dock import Dock, Pace
from widgets.letter_page import LetterBoard
from widgets.scene_letter import letter, letter_corrected, letter_safety, letter_unrecorded
from widgets.scene_letter_part import LADDER
from widgets.scene_sqcdp import MARKS
from widgets.words import short_day_text

VIEW = letter()
ENTRY = "0190"


class Page:
    """A page on the screen, a clock to wind, and what it asked to be kept."""

    def __init__(self, qtbot: QtBot, view: LetterPage = VIEW) -> None:
        self.clock = Clock()
        self.made = LetterBoard(look_of(), finger_of(WIDE, self.clock), pace=Pace(slide_ms=0, tick_ms=5))
        self.asked: list[Intention] = []
        qtbot.addWidget(self.made)
        self.made.resize(1920, 941)
        self.made.show_letter(view)
        self.made.keep_asked.connect(self.asked.append)
        self.made.show()
        qtbot.waitExposed(self.made)
        qtbot.waitUntil(lambda: self.made.chart_is_drawn)

    def press(self, name: str) -> None:
        """Touch a button of the page."""
        self.clock.wind(1.0)
        tap(self.made, self.made.place_of(name))

    def on(self, dock: Dock, *names: str) -> None:
        """Touch buttons of a panel."""
        for name in names:
            self.clock.wind(1.0)
            tap(dock, dock.press.rect_of(name))

    def kept(self, number: int = -1) -> None:
        self.made.show_kept(replace(self.asked[number], id=f"{ENTRY}-{len(self.asked)}"))

    def is_up(self, dock: Dock | None) -> bool:
        """Tell whether that panel is up; None: whether none is."""
        return self.made.docks.open_panel is dock

    @property
    def panels(self) -> object:
        return self.made.docks.panels


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    return Page(qtbot)


def enter(page: Page, *keys: str) -> None:
    panels = page.made.docks.panels
    page.press("enter")
    page.on(panels.sheet, "measure scrap")
    page.on(panels.pad, *keys)


def test_nothing_is_made_before_it_is_wanted(page: Page) -> None:
    assert page.made.findChildren(Dock) == []
    page.press("enter")
    assert page.is_up(page.made.docks.panels.sheet)


def test_a_corrected_figure_is_asked_with_the_one_that_stood_and_said_once_it_is_kept(page: Page) -> None:
    panels = page.made.docks.panels
    enter(page, "5", "9", "8", "save")
    assert page.asked == [
        EnterDay(id="", node="line-3", day=VIEW.day, measure="scrap", value=Fraction(598), before=Fraction(612))
    ]
    assert page.is_up(panels.pad)
    assert panels.bar.isHidden()
    page.kept()
    assert page.is_up(None)
    assert panels.bar.is_open
    assert panels.bar.sentence().replace("\u00a0", " ") == "Saved: scrap 612 → 598 cases"


def test_undo_asks_to_take_the_entry_back_and_says_so(page: Page) -> None:
    panels = page.made.docks.panels
    enter(page, "5", "save")
    page.kept()
    page.on(panels.bar, "undo")
    assert page.asked[-1] == Undo(id="", node="line-3", subject=f"{ENTRY}-1")
    page.kept()
    assert panels.bar.sentence().startswith("Taken back: scrap")
    assert panels.bar.buttons == ()


def test_on_another_page_undo_still_takes_back_where_it_was_said_and_the_bar_names_that_day(page: Page) -> None:
    panels = page.made.docks.panels
    enter(page, "5", "save")
    other = replace(VIEW, node="line-4", day=VIEW.day.replace(day=VIEW.day.day - 1))
    page.made.show_letter(other)
    page.kept()
    assert panels.bar.second() == short_day_text(VIEW.day) != short_day_text(other.day)
    page.on(panels.bar, "undo")
    assert page.asked[-1] == Undo(id="", node="line-3", subject=f"{ENTRY}-1")
    page.kept()
    assert panels.bar.second() == short_day_text(VIEW.day)


def test_what_is_refused_is_still_there_with_the_reason(page: Page) -> None:
    panels = page.made.docks.panels
    enter(page, "5", "9", "8", "save")
    page.made.show_not_kept(replace(page.asked[0], id=ENTRY), "Not saved: it is 604 by now.")
    assert page.is_up(panels.pad)
    assert panels.pad.value == 598
    page.on(panels.pad, "save")
    assert len(page.asked) == 2


def test_a_refused_undo_is_said_on_the_bar(page: Page) -> None:
    panels = page.made.docks.panels
    enter(page, "5", "save")
    page.kept()
    page.on(panels.bar, "undo")
    page.made.show_not_kept(replace(page.asked[-1], id=ENTRY), "It was taken back before.")
    assert panels.bar.sentence() == "It was taken back before."


def test_answers_for_others_are_none_of_the_pages_business(page: Page) -> None:
    page.made.show_kept(EnterDay(id=ENTRY, node="line-1", day=VIEW.day, measure="scrap", value=Fraction(1)))
    page.made.show_not_kept(EnterDay(id=ENTRY, node="line-1", day=VIEW.day, measure="x", value=Fraction(1)), "No.")
    assert page.made.findChildren(Dock) == []


def test_a_deviation_takes_a_reason_a_quantity_and_words(page: Page) -> None:
    panels = page.made.docks.panels
    page.press("deviation")
    page.on(panels.deviation, "tile caps", "quantity")
    page.on(panels.pad, "1", "2", "0", "save")
    assert page.is_up(panels.deviation)
    page.on(panels.deviation, "text")
    panels.text.show_text("", "head 7 drifts")
    page.on(panels.text, "done")
    page.on(panels.deviation, "save")
    assert page.asked == [
        LogDeviation(
            id="", node="line-3", letter="Q", day=VIEW.day, reason="caps", text="head 7 drifts",
            quantity=Fraction(120),
        )
    ]  # fmt: skip
    page.kept()
    assert panels.bar.sentence().replace("\u00a0", " ") == "Saved: Cap torque, 120 cases, head 7 drifts"
    page.press("deviation")
    assert panels.deviation.draft.reason is None


def test_drafts_survive_the_quiet_and_the_way_back_leads_to_the_list(page: Page) -> None:
    panels = page.made.docks.panels
    enter(page, "5", "9")
    page.on(panels.pad, "back")
    assert page.is_up(panels.sheet)
    page.on(panels.sheet, "measure scrap")
    page.clock.wind(31)
    panels.pad.tick()
    assert page.is_up(None)
    page.press("enter")
    page.on(panels.sheet, "measure scrap")
    assert panels.pad.typed == "59"


def test_no_event_says_nought_of_every_rung_nobody_spoke_of(qtbot: QtBot) -> None:
    ladder = tuple(replace(rung, count=None) for rung in LADDER)
    view = letter_safety()
    view = replace(
        view, ladder=ladder, enterable=tuple(replace(one, value=None) for one in view.enterable), day_mark=MARKS["?"]
    )
    page = Page(qtbot, view)
    panels = page.made.docks.panels
    page.press("enter")
    page.on(panels.sheet, "no event")
    assert [(one.measure, one.value) for one in page.asked if isinstance(one, EnterDay)] == [
        (rung.measure, Fraction(0)) for rung in LADDER
    ]
    for number, one in enumerate(list(page.asked)):
        assert not panels.bar.is_open
        page.made.show_kept(replace(one, id=f"zero-{number}"))
    assert panels.bar.sentence() == "Saved: no event"
    page.on(panels.bar, "undo")
    subjects = [one.subject for one in page.asked if isinstance(one, Undo)]
    assert subjects == ["zero-0", "zero-1", "zero-2", "zero-3"]


def test_no_event_is_not_offered_where_there_was_one(qtbot: QtBot) -> None:
    page = Page(qtbot, letter_safety())
    page.press("enter")
    assert "no event" not in {button.name for button in page.made.docks.panels.sheet.buttons}


def test_one_figure_alone_is_asked_for_at_once(qtbot: QtBot) -> None:
    view = letter_unrecorded()
    page = Page(qtbot, replace(view, enterable=view.enterable[:1]))
    page.press("enter")
    assert page.is_up(page.made.docks.panels.pad)
    page.on(page.made.docks.panels.pad, "0", "save")
    assert getattr(page.asked[0], "before", 1) is None


def test_a_newer_view_is_what_the_panel_speaks_of_and_another_day_closes_it(page: Page) -> None:
    panels = page.made.docks.panels
    enter(page, "5")
    newer = replace(VIEW, enterable=(replace(VIEW.enterable[0], value=Fraction(604)), *VIEW.enterable[1:]))
    page.made.show_letter(newer)
    page.on(panels.pad, "save")
    assert getattr(page.asked[0], "before", None) == 604
    page.kept()
    page.press("deviation")
    page.made.show_letter(replace(newer, day=VIEW.day.replace(day=17)))
    assert page.is_up(None)


def test_old_figures_stand_struck_beside_the_pad(qtbot: QtBot) -> None:
    page = Page(qtbot, letter_corrected())
    enter(page, "5")
    ask = page.made.docks.panels.pad._ask
    assert ask is not None
    assert ask.earlier == (("600", "J. Lindqvist, 19 Nov 06:12"), ("598", "T. Baker, 21:58"))
    assert ask.decimals == 0


def test_leaving_the_page_closes_its_panels_and_keeps_what_was_typed(page: Page) -> None:
    enter(page, "5", "9")
    page.made.hide()
    assert page.is_up(None)
    page.made.show()
    page.press("enter")
    page.on(page.made.docks.panels.sheet, "measure scrap")
    assert page.made.docks.panels.pad.typed == "59"


def test_a_touch_on_another_day_closes_the_panel(page: Page) -> None:
    page.press("enter")
    with counted(page.made.day_chosen) as days:
        page.press("cell:4")
    assert len(days) == 1
    assert page.is_up(None)
