"""The feeds process gives back what Python only sets aside."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.board.sources.drop import PARTS
from tests.board.sources.test_feed import spec, told

SET_ASIDE = """
import sys
from board.sources.tidy import tidy

class Ring:
    def __init__(self):
        self.itself = self
        self.weight = ["much"] * 1000

tidy()
before = sys.getallocatedblocks()
for _ in range(500):
    Ring()
for length in range(2, 12):
    kept = [tuple(each for each in range(length)) for _ in range(1500)]
    del kept
full = sys.getallocatedblocks() - before
tidy()
print(full, sys.getallocatedblocks() - before)
"""
PROCESS = """
import gc, sys, weakref
from board.sources import feed

class Ring:
    def __init__(self):
        self.itself = self

gc.disable()
gone = weakref.ref(Ring())
code = feed.main()
sys.exit(code or (3 if gone() is None else 4))
"""


def test_a_process_is_as_small_after_tidying_as_it_was_before() -> None:
    said = subprocess.run([sys.executable, "-c", SET_ASIDE], check=True, capture_output=True, text=True).stdout
    full, left = map(int, said.split())
    assert full > 5_000, "Python keeps nothing any more, so this tries nothing"
    assert left < 500


@pytest.mark.parametrize(("beats", "code"), [(1, 3), (0, 4)])
def test_the_feeds_process_tidies_up_when_it_is_asked_for_a_sign_of_life(tmp_path: Path, beats: int, code: int) -> None:
    asked = b"".join(json.dumps({"beat": number}).encode() + b"\n" for number in range(beats))
    first = told(spec("parts", "csv", **{**PARTS, "path": str(tmp_path / "none.csv")}))
    run = subprocess.run([sys.executable, "-c", PROCESS], input=first + asked, capture_output=True, check=False)
    assert run.returncode == code, run.stderr
