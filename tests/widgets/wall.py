"""Helpers for tests of painted widgets: a look of a size, pictures of a widget, and colours at a place."""

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtWidgets import QWidget

from tests.widgets.glass import Clock
from themes.qt import Look
from themes.theme import Colour, load_theme
from themes.token import Token
from widgets.finger import Finger, Screen

WIDE = QSize(1920, 1080)
SIZES = (
    QSize(1280, 720), QSize(1920, 1080), QSize(3840, 2160), QSize(1080, 1920), QSize(720, 1280), QSize(2160, 3840),
    QSize(1280, 1024), QSize(1920, 1200), QSize(2560, 1080), QSize(768, 1024),
)  # fmt: skip
DRAW = QWidget.RenderFlag.DrawChildren


def look_of(size: QSize = WIDE, theme: str = "dark") -> Look:
    return Look(load_theme(theme), min(size.width(), size.height()) / 1080)


def finger_of(size: QSize = WIDE, clock: Clock | None = None) -> Finger:
    return Finger(Screen.of(size.width(), size.height(), 55.0), clock=clock or Clock())


def picture(widget: QWidget) -> QImage:
    """Return the whole widget, painted anew."""
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    widget.render(image, QPoint(), QRegion(), DRAW)
    return image


def patch(widget: QWidget, image: QImage, region: QRegion) -> None:
    """Paint only that region of a widget over a picture of it."""
    widget.render(image, region.boundingRect().topLeft(), region, DRAW)


def colour_at(image: QImage, x: float, y: float) -> Colour:
    colour = QColor(image.pixel(round(x), round(y)))
    return colour.red(), colour.green(), colour.blue()


def holds(image: QImage, rect: QRectF, look: Look, token: Token) -> bool:
    """Tell whether a colour occurs anywhere in a rectangle."""
    wanted, box = look.theme.colour(token), rect.toAlignedRect().intersected(image.rect())
    return any(
        colour_at(image, x, y) == wanted
        for y in range(box.top(), box.bottom() + 1)
        for x in range(box.left(), box.right() + 1)
    )
