"""Carries what the threads say to the GUI thread: each signal is queued and brings frozen values."""

from PySide6.QtCore import QObject, Signal


class Bridge(QObject):
    """The one place where the threads behind the glass and the GUI thread meet."""

    kept = Signal(object, object)  # Intention, Entry: it is on disk
    refused = Signal(object, object)  # Intention, sentence: one that is told keeps its parts on the way
    viewed = Signal(object, object)  # Wish, view
    noticed = Signal(str, object)  # key, NoticeLine or None: no longer so
    plant_taken = Signal(object)  # Plant
    feeding = Signal(object)  # board.views.feeding.Feeding: how a process stands that reads sources
