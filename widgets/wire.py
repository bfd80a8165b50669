"""The connections of a screen and what is wrong with the board itself, in words."""

from dataclasses import dataclass, replace

from board.views.frame import Frame, Notice, NoticeLine
from board.views.freshness import Stage
from themes.token import Token
from widgets import words
from widgets.words import plural, translate


@dataclass(frozen=True, slots=True)
class Wire:
    """One connection in words; one that fails is told louder."""

    icon: str
    words: str
    token: Token
    loud: bool = False
    short: str = ""  # where the words find no room

    def shortened(self) -> "Wire":
        """Return this connection in its shorter words."""
        return replace(self, words=self.short or self.words)


def wires_of(frame: Frame) -> tuple[Wire, ...]:
    """Return the connections in words: the line's signal, the server or this screen, the taps that wait."""
    return _signal_wire(frame), _server_wire(frame), _waiting_wire(frame)


def _signal_wire(frame: Frame) -> Wire:
    if frame.stage is Stage.MISSING or frame.age_s is None:
        return Wire("link", translate("board", "no line signal"), "text", loud=True, short=translate("board", "none"))
    age = words.age_text(frame.age_s)
    if frame.stage is Stage.STALE:
        said = translate("board", "line signal {age} old").format(age=age)
        return Wire("link", said, "text", loud=True, short=age)
    token: Token = "goodLine" if frame.stage is Stage.LIVE else "text3"
    return Wire("link", translate("board", "line signal {age}").format(age=age), token)


def _server_wire(frame: Frame) -> Wire:
    if frame.server == "embedded":
        return Wire("screen", translate("board", "this screen"), "text3")
    if frame.server == "online":
        return Wire("wifi", translate("board", "server"), "goodLine")
    if frame.server_since is None:
        return Wire(
            "offline", translate("board", "server offline"), "text", loud=True, short=translate("board", "offline")
        )
    since = words.clock(frame.server_since)
    said = translate("board", "server offline since {time}").format(time=since)
    return Wire("offline", said, "text", loud=True, short=translate("board", "offline"))


def _waiting_wire(frame: Frame) -> Wire:
    if not frame.waiting:
        return Wire("inbox", translate("board", "{n} waiting").format(n=0), "text3")
    if any(line.notice is Notice.DISK_REFUSES for line in frame.notices):
        said = translate("board", "{n} waiting for the disk")
    else:
        said = plural("{n} tap waiting, kept on this screen", "{n} taps waiting, kept on this screen", frame.waiting)
    count = words.number(frame.waiting)
    short = translate("board", "{n} waiting").format(n=count)
    return Wire("inbox", said.format(n=count), "text", loud=True, short=short)


def gravest_words(notices: tuple[NoticeLine, ...]) -> str:
    """Return the first of the notices in words, and how many more there are."""
    said = notice_words(notices[0])
    if len(notices) > 1:
        said = translate("board", "{notice} (and {n} more)").format(notice=said, n=len(notices) - 1)
    return said


def notice_words(line: NoticeLine) -> str:
    """Return a notice as a sentence, with its particulars."""
    said = {
        Notice.DISK_NEARLY_FULL: translate("board", "The disk is nearly full: make room"),
        Notice.DISK_REFUSES: translate("board", "The disk refuses: taps cannot be kept now"),
        Notice.DATABASE_REPLACED: translate("board", "The database was damaged; it was kept aside and a new one begun"),
        Notice.PLANT_REFUSED: translate("board", "The changed plant has errors; the last good one stays"),
        Notice.CLOCK_SUSPECT: translate("board", "The clock of this screen may be wrong; recording goes on"),
        Notice.SOURCE_FAILS: translate("board", "A source of data fails"),
        Notice.RESTARTED_AFTER_CRASH: translate("board", "The board was restarted after a fault"),
        Notice.READS_IN: translate("board", "Past figures are being read in"),
    }[line.notice]
    return f"{said}: {words.retold(line.detail)}" if line.detail else said
