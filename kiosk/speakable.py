"""What a wall cannot say: a language that nobody knows, and names in a script that no font here has."""

import os
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Final

from board.plant.plant import Plant
from kiosk.settings import Settings

SHOWN: Final = frozenset({"name", "group", "unit", "owner", "what"})
"""What of a plant stands on the wall as its people wrote it."""
MOST_SIGNS: Final = 12


def unspeakable(settings: Settings, plant: Plant) -> Iterator[str]:
    """Yield in sentences which language is not known, and for which signs of the plant's names there is no font."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # whatever the screens here are driven by
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - a check without names goes without
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above

    from themes.qt import lacking  # noqa: PLC0415 - as above
    from widgets.language import languages  # noqa: PLC0415 - as above
    from widgets.manner import is_known  # noqa: PLC0415 - as above

    kept = QGuiApplication.instance() or QApplication(["gembaboard"])
    for where, tag in (("the settings", settings.language), (plant.site.id, plant.site.language)):
        if tag is not None and not is_known(tag):
            known = ", ".join(language.tag for language in languages())
            yield f'{where}, key language: found "{tag}", which nobody speaks; expected one such as {known}'
    signs = lacking("".join(dict.fromkeys("".join(_texts(plant)))))
    del kept  # fonts are there as long as it is
    if signs:
        more = "" if len(signs) <= MOST_SIGNS else " and more"
        yield f"no font on this computer has {signs[:MOST_SIGNS]}{more}; install fonts-noto-cjk or fonts-noto-core"


def _texts(value: object, field: str = "") -> Iterator[str]:
    """Yield what the people of a plant wrote to be read."""
    if isinstance(value, str):
        if field in SHOWN:
            yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one, field)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from _texts(getattr(value, one.name), one.name)
