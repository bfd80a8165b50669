"""Measure speed and memory and print a table: `make bench`, or `make bench ARGS="start --runs 3"` for a part."""

import argparse
import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from tests.bench import peer
from tests.bench.figure import Figure, table
from tests.bench.plan import Plan

BENCHES = ("start", "rest", "change", "tap", "paint", "history", "feed")


def main() -> int:
    """Run the benches asked for; the exit code says whether they could be run, not whether goals were met."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("benches", nargs="*", metavar="BENCH", help=f"of {', '.join(BENCHES)} (default: all)")
    parser.add_argument("--runs", type=int, default=5, help="how often to start what is started anew")
    parser.add_argument("--idle-s", type=float, default=120.0, help="how many seconds to watch an idle board")
    parser.add_argument("--years", type=float, default=10.0, help="how many years of history to make")
    parser.add_argument("--every-min", type=float, default=15.0, help="one reading of each line in so many minutes")
    parser.add_argument("--without-peer", action="store_true", help="measure no baseline")
    asked = parser.parse_args()
    if unknown := set(asked.benches) - set(BENCHES):
        parser.error(f"there is no bench {', '.join(sorted(unknown))}")
    with_peer = not asked.without_peer and peer.is_there()
    if not with_peer and not asked.without_peer:
        print("Chromium is not installed, so no baseline is taken (Debian: apt-get install chromium).", file=sys.stderr)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # for what is measured in this process
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="gembaboard-bench-") as folder:
        plan = Plan(
            folder=Path(folder),
            runs=asked.runs,
            idle_s=asked.idle_s,
            with_peer=with_peer,
            years=asked.years,
            every_min=asked.every_min,
        )
        for name in asked.benches or BENCHES:
            print(f"measuring: {name}", file=sys.stderr)
            figures += import_module(f"tests.bench.{name}").measure(plan)
    print(table(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
