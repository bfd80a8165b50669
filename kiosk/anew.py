"""Starts the board's process anew in its own place, when it cannot go on as it is."""

import logging
import os
import sys
import time
from collections.abc import Mapping, MutableMapping
from typing import Final

LOG = logging.getLogger(__name__)
VARIABLE: Final = "_GEMBABOARD_STARTED_ANEW"  # how often in a row, and when last
SOON_S: Final = 120.0
LONGEST_WAIT_S: Final = 30.0


def start_anew(code: int) -> None:
    """End this process; under systemd it is started again by it, elsewhere by itself, a little later each time.

    What was acknowledged is on disk. The feeds process ends because its input closes.
    """
    if "INVOCATION_ID" in os.environ:
        logging.shutdown()
        os._exit(code)
    wait_s = count_start(os.environ, time.time())
    LOG.warning("the board starts anew in %g s", wait_s)
    logging.shutdown()
    time.sleep(wait_s)
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - this very program again


def count_start(environ: MutableMapping[str, str], now_s: float) -> float:
    """Count this start in the environment and return how long to wait before it: 0, 1, 2, 4 ... 30 seconds."""
    often, last_s = _counted(environ)
    often = often + 1 if now_s - last_s < SOON_S else 0
    environ[VARIABLE] = f"{often} {now_s:.0f}"
    return 0.0 if often == 0 else min(2.0 ** (often - 1), LONGEST_WAIT_S)


def _counted(environ: Mapping[str, str]) -> tuple[int, float]:
    try:
        often, last_s = environ.get(VARIABLE, "").split()
        return int(often), float(last_s)
    except ValueError:
        return 0, 0.0
