"""Runs a flood on every processor at once, each with inputs of its own."""

import os
import random
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

Tally = TypeVar("Tally")


def side_by_side(flood: Callable[[int, int], Tally], rng: random.Random, inputs: int) -> list[Tally]:
    """Return what `flood(seed, inputs)` counted on each processor; `flood` is a function of a module."""
    workers = min(os.cpu_count() or 1, 4)
    seeds = [rng.randrange(2**32) for _ in range(workers)]
    shares = [inputs // workers + (number < inputs % workers) for number in range(workers)]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        return list(pool.map(flood, seeds, shares))
