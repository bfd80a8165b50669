"""`python -m widgets`: the gallery of example values; with --render FOLDER a picture of each, or the README's."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from themes.theme import THEMES
from widgets.gallery import README, README_SIZE, open_gallery, render_all
from widgets.language import languages, take


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the gallery, or write its pictures and print their paths; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m widgets", description=__doc__)
    parser.add_argument("--theme", choices=THEMES, default="dark")
    parser.add_argument("--language", choices=[each.tag for each in languages()], default="en")
    parser.add_argument("--render", metavar="FOLDER", type=Path, help="write a picture of every scene instead")
    parser.add_argument(
        "--size", metavar="WxH", type=_size, default=QSize(1920, 1080), help="of the pictures, in pixels"
    )
    parser.add_argument("--readme", action="store_true", help="write only the README's pictures, in their size")
    wish = parser.parse_args(arguments)
    if wish.render is None:
        return open_gallery(wish.theme, wish.language)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # pictures need no screen
    app = QApplication.instance() or QApplication(["widgets"])
    take(wish.language)
    size, names = (README_SIZE, README) if wish.readme else (wish.size, None)
    for path in render_all(wish.render, size, wish.theme, names):
        sys.stdout.write(f"{path}\n")
    app.processEvents()
    return 0


def _size(text: str) -> QSize:
    """Return the size that "1920x1080" means."""
    width, _, height = text.partition("x")
    try:
        return QSize(int(width), int(height))
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is no size: write it as 1920x1080') from None


if __name__ == "__main__":
    sys.exit(main())
