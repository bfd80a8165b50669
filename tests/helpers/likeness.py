"""Whether two pictures show the same to somebody in front of the wall: soft edges may differ, what they say may not."""

import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy
import numpy.typing
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

Pixels = numpy.typing.NDArray[numpy.int16]

STEP: Final = 16
"""Pictures are kept in 16 steps of each of red, green and blue: a third of the bytes."""
MOST_COLOURS: Final = 256
SOFT: Final = 40
"""Of 255: so far a pixel may be off. The edge of a letter whose cover was rounded otherwise is; one that shows another
figure is further off."""
BLOCK_PX: Final = 6
"""Pictures are looked at in tiles of two by two such blocks, each overlapping the next by one."""
MOST_OFF: Final = 2
"""So many pixels of a tile may be further off than SOFT."""
MOST_OTHER: Final = 0.6
"""Such a share of a tile may have another step of colour, however near: of a fill that changes, nearly all has."""


def keep(picture: QImage, path: Path) -> None:
    """Write a picture in few colours and few bytes."""
    codes = (_steps(picture).astype(numpy.int32) @ numpy.array([1 << 8, 1 << 4, 1], dtype=numpy.int32)).ravel()
    colours, numbers = _fewest(codes)
    width, height = picture.width(), picture.height()
    flat = numpy.ascontiguousarray(numbers.reshape(height, width).astype(numpy.uint8))
    kept = QImage(flat.data, width, height, width, QImage.Format.Format_Indexed8)
    kept.setColorTable([_colour(code) for code in colours])
    path.parent.mkdir(parents=True, exist_ok=True)
    if not kept.save(str(path), quality=0):
        raise OSError(f"{path} cannot be written")


def unlike(kept: QImage, now: QImage) -> list[QRect]:
    """Return the places at which a kept picture and one of now show something else, in tiles."""
    if kept.size() != now.size():
        return [now.rect()]
    steps, pixels = _steps(kept), _pixels(now)
    off = abs(steps * STEP - pixels).max(axis=2)
    if int(off.max()) <= STEP:
        return []
    far, other = _in_tiles(off > SOFT), _in_tiles((steps != _steps(now)).any(axis=2))
    rows, columns = numpy.nonzero((far > MOST_OFF) | (other > MOST_OTHER * (2 * BLOCK_PX) ** 2))
    side = 2 * BLOCK_PX
    return [
        QRect(int(column) * BLOCK_PX, int(row) * BLOCK_PX, side, side)
        for row, column in zip(rows, columns, strict=True)
    ]


def side_by_side(kept: QImage | None, now: QImage, places: Sequence[QRect]) -> QImage:
    """Return one picture of what was accepted, what is there now, and where they differ."""
    gap, width, height = 8, now.width(), now.height()
    shown = QImage(3 * width + 2 * gap, height, QImage.Format.Format_RGB32)
    shown.fill(QColor("#8A2BE2"))
    painter = QPainter(shown)
    if kept is not None:
        painter.drawImage(0, 0, kept)
    painter.drawImage(width + gap, 0, now)
    painter.translate(2 * (width + gap), 0)
    painter.drawImage(0, 0, now.convertToFormat(QImage.Format.Format_Grayscale8))
    painter.fillRect(now.rect(), QColor(0, 0, 0, 150))
    painter.setPen(QPen(QColor("#FF2BD6"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for place in places:
        painter.drawImage(place, now, place)
        painter.drawRect(place)
    painter.end()
    return shown


def number_of(name: str, count: int) -> int:
    """Return one of so many numbers for a name, the same on every computer."""
    return zlib.crc32(name.encode()) % count


def _pixels(picture: QImage) -> Pixels:
    """Return height by width by red, green and blue."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    flat = numpy.frombuffer(plain.constBits(), dtype=numpy.uint8)
    return flat.reshape(plain.height(), plain.width(), 4)[..., 2::-1].astype(numpy.int16)


def _steps(picture: QImage) -> Pixels:
    """Return the same in steps of colour."""
    steps: Pixels = numpy.minimum((_pixels(picture) + STEP // 2) // STEP, 255 // STEP)
    return steps


def _in_tiles(marked: "numpy.typing.NDArray[numpy.bool_]") -> "numpy.typing.NDArray[numpy.int64]":
    """Return how many pixels are marked in each tile."""
    height, width = (-(-length // BLOCK_PX) * BLOCK_PX for length in marked.shape)
    whole = numpy.zeros((height, width), dtype=numpy.int64)
    whole[: marked.shape[0], : marked.shape[1]] = marked
    blocks = whole.reshape(height // BLOCK_PX, BLOCK_PX, width // BLOCK_PX, BLOCK_PX).sum(axis=(1, 3))
    found: numpy.typing.NDArray[numpy.int64] = blocks[:-1, :-1] + blocks[1:, :-1] + blocks[:-1, 1:] + blocks[1:, 1:]
    return found


def _fewest(codes: "numpy.typing.NDArray[numpy.int32]") -> tuple[list[int], "numpy.typing.NDArray[numpy.int64]"]:
    """Return the colours of a picture, at most 256 of them, and for each pixel the number of its colour.

    The commonest are kept, then one by one whichever lies furthest from all that are.
    """
    every, numbers, counts = numpy.unique(codes, return_inverse=True, return_counts=True)
    if len(every) <= MOST_COLOURS:
        return [int(code) for code in every], numbers
    parts = numpy.stack([every >> 8, every >> 4 & 15, every & 15], axis=1)
    kept = [int(number) for number in numpy.argsort(-counts, kind="stable")[: MOST_COLOURS // 2]]
    apart = abs(parts[:, None] - parts[kept][None]).max(axis=2).min(axis=1)
    while len(kept) < MOST_COLOURS:
        kept.append(int(apart.argmax()))
        apart = numpy.minimum(apart, abs(parts - parts[kept[-1]]).max(axis=1))
    nearest = abs(parts[:, None] - parts[kept][None]).max(axis=2).argmin(axis=1)
    return [int(every[number]) for number in kept], nearest[numbers]


def _colour(code: int) -> int:
    """Return the colour of a code of three steps, as a picture's table wants it."""
    red, green, blue = (min(255, (code >> shift & 15) * STEP) for shift in (8, 4, 0))
    return 0xFF000000 | red << 16 | green << 8 | blue
