"""Says of a package that an extra kind of source needs how to install it, so that the line can be copied."""

import shlex
import sys


def not_installed(what: str, wanted: str) -> str:
    """Return what to do where something is not installed: a package of the world, or one with an extra of the board.

    The command names the interpreter that runs here: another pip would install it where nobody looks.
    """
    command = shlex.join([sys.executable or "python3", "-m", "pip", "install", wanted])
    return f"{what} is not installed here; install it with: {command}"
