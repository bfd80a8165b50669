"""Why the store did not take something: a sentence for people and a cause for the board."""

import errno
from enum import Enum

import apsw

from board.plant.told import told


class Cause(Enum):
    """What stood in the way."""

    DISK_FULL = "disk full"
    READ_ONLY = "read-only"
    DAMAGED = "damaged"  # reopen the store: it looks, and moves a damaged file aside
    IN_USE = "in use"  # another program writes to this database
    DISK_FAILS = "disk fails"
    NEGATIVE_INTERVAL = "negative interval"
    UNKNOWN_SUBJECT = "unknown subject"
    ALREADY_UNDONE = "already undone"
    TOO_NEW = "too new"  # a later version of the board wrote this database
    UNUSABLE = "unusable"  # the intention itself says what cannot be


class Refused(Exception):  # noqa: N818 - a word that people use
    """Something was not kept; nothing of it is on disk and what was kept before stands.

    Sentences that a touch can bring about are `told`, so that the wall says them in its language.
    """

    def __init__(self, cause: Cause, sentence: str) -> None:
        super().__init__(sentence)
        self.cause = cause
        self.sentence = sentence


SENTENCES = {
    Cause.DISK_FULL: told("The disk is full, so this was not kept. Make room; the board goes on by itself."),
    Cause.READ_ONLY: told("The disk can only be read, so this was not kept. Check the disk and its mount."),
    Cause.DAMAGED: told(
        "The database is damaged, so this was not kept. The board will move it aside and start a new one."
    ),
    Cause.IN_USE: told("Another program is writing to this database, so this was not kept. Close that program."),
    Cause.DISK_FAILS: told("The disk did not take this. Check the disk; the board tries again with the next touch."),
}

_BY_ERROR: tuple[tuple[type[apsw.Error], Cause], ...] = (
    (apsw.FullError, Cause.DISK_FULL),
    (apsw.ReadOnlyError, Cause.READ_ONLY),
    (apsw.CorruptError, Cause.DAMAGED),
    (apsw.NotADBError, Cause.DAMAGED),
    (apsw.BusyError, Cause.IN_USE),
    (apsw.LockedError, Cause.IN_USE),
    (apsw.SQLError, Cause.DAMAGED),
    (apsw.ConstraintError, Cause.DAMAGED),
)
_BY_ERRNO = {
    errno.ENOSPC: Cause.DISK_FULL,
    errno.EDQUOT: Cause.DISK_FULL,
    errno.EFBIG: Cause.DISK_FULL,
    errno.EROFS: Cause.READ_ONLY,
    errno.EACCES: Cause.READ_ONLY,
    errno.EPERM: Cause.READ_ONLY,
}


def cause_of(error: Exception, system_errno: int = 0) -> Cause:
    """Return what an error of SQLite or of the operating system means for people."""
    if isinstance(error, UnicodeDecodeError | OverflowError):
        return Cause.DAMAGED
    for kind, cause in _BY_ERROR:
        if isinstance(error, kind):
            return cause
    number = error.errno if isinstance(error, OSError) and error.errno is not None else system_errno
    return _BY_ERRNO.get(number, Cause.DISK_FAILS)


def refusal(error: Exception, system_errno: int = 0) -> Refused:
    """Return the refusal that tells of an error of the disk or of the database."""
    cause = cause_of(error, system_errno)
    return Refused(cause, SENTENCES[cause])
