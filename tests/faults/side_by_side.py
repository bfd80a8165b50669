"""Runs a flood on every processor at once, each with inputs of its own, and adds up what was counted."""

import os
import random
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import fields
from multiprocessing import get_context
from typing import Any, TypeVar

Tally = TypeVar("Tally")


def side_by_side(flood: Callable[[int, int], Tally], rng: random.Random, inputs: int) -> Tally:
    """Return what `flood(seed, inputs)`, a function of a module, counted on all processors: sums, and longest times."""
    workers = min(os.cpu_count() or 1, 4)
    seeds = [rng.randrange(2**32) for _ in range(workers)]
    shares = [inputs // workers + (number < inputs % workers) for number in range(workers)]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        whole, *others = pool.map(flood, seeds, shares)
    for other in others:
        _add(whole, other)
    return whole


def _add(whole: Any, other: Any) -> None:
    for each in fields(whole):
        found, more = getattr(whole, each.name), getattr(other, each.name)
        setattr(whole, each.name, max(found, more) if each.name.endswith("_s") else found + more)
