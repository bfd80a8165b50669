"""What can stand around a page beside the usual: connections that fail, data that grow old, notices, turning pages."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Final

from board.views.frame import Frame, Notice, NoticeLine
from board.views.freshness import Stage
from widgets.scene_shift import at


def late(frame: Frame) -> Frame:
    """Return data that are late, and not yet old."""
    return replace(frame, stage=Stage.LATE, age_s=94)


def offline(frame: Frame) -> Frame:
    """Return a line that is heard and a server that is not."""
    return replace(frame, server="offline", server_since=at(11, 19), waiting=4)


def disk_refuses(frame: Frame) -> Frame:
    """Return a disk that takes nothing any more, while a tap waits for it."""
    return replace(frame, server="embedded", waiting=1, notices=(NoticeLine(notice=Notice.DISK_REFUSES),))


def notices(frame: Frame) -> Frame:
    """Return everything that can be wrong with a board at once."""
    details = {
        Notice.PLANT_REFUSED: "northgate.toml, key rate: found 0, expected more than 0",
        Notice.SOURCE_FAILS: "parts (Line 3): the folder drop is not there",
    }
    return replace(frame, notices=tuple(NoticeLine(notice=notice, detail=details.get(notice, "")) for notice in Notice))


def turning(frame: Frame) -> Frame:
    """Return pages that turn by themselves: this one has had two thirds of its time."""
    return replace(frame, server="embedded", dwell=Fraction(2, 3))


FRAMES: Final[Mapping[str, Callable[[Frame], Frame]]] = {
    frame.__name__: frame for frame in (late, offline, disk_refuses, notices, turning)
}
