"""The table of `make bench` says what was measured, against what, and whether the goal is met."""

import os
import time

import pytest

from board.views.page import View
from tests.bench.figure import Figure, percentile, table
from tests.bench.peer import page_of
from tests.bench.peer_page import CHANGING
from tests.bench.process import family, idle, pss_mib
from widgets.scene import normal
from widgets.scene_bowling import bowling
from widgets.scene_sqcdp import letters


@pytest.mark.parametrize(
    ("figure", "met"),
    [
        (Figure(name="x", value=10, unit="ms"), None),
        (Figure(name="x", value=10, unit="ms", most=10), True),
        (Figure(name="x", value=11, unit="ms", most=10), False),
        (Figure(name="x", value=30, unit="ms", share=0.3, baseline=100), True),
        (Figure(name="x", value=31, unit="ms", share=0.3, baseline=100), False),
        (Figure(name="x", value=30, unit="ms", share=0.3), None),
        (Figure(name="x", value=30, unit="ms", most=20, share=0.3, baseline=100), False),
    ],
)
def test_a_goal_is_met_or_not_or_unknown(figure: Figure, met: bool | None) -> None:
    assert figure.is_met is met


def test_the_table_lines_up() -> None:
    figures = [
        Figure(name="start", value=301.4, unit="ms", share=0.75, baseline=560),
        Figure(name="one changed cell", value=2.345, unit="ms", most=2),
    ]
    assert table(figures).splitlines() == [
        "figure            value  unit  baseline  ratio  goal                          met",
        "----------------  -----  ----  --------  -----  ----------------------------  ---",
        "start             301    ms    560       0.54   at most 0.75 of the baseline  yes",
        "one changed cell  2.35   ms                     at most 2 ms                  NO",
    ]


def test_percentiles_are_values_that_occurred() -> None:
    hundred = [float(value) for value in range(1, 101)]
    assert [percentile(hundred, share) for share in (0.5, 0.95, 0.99, 1.0)] == [50, 95, 99, 100]
    assert percentile([7.0], 0.95) == 7


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (normal().view, ["2342", "1399", "-268"]),
        (letters(), ["412", "1.6", "41.6", "96.5", "Drain cover at filler exit loose"]),
        (bowling(), ["Complaints", "0.58", "M. Okafor", "YTD"]),
    ],
    ids=["intervals", "letters", "KPIs"],
)
def test_the_peer_shows_the_same_figures_and_changes_one_of_them(view: View, said: list[str]) -> None:
    page = page_of(view)
    assert page.count(f'id="{CHANGING}"') == 1
    assert [words for words in said if words not in page] == []


def test_this_very_process_takes_memory_and_hardly_time() -> None:
    assert family(os.getpid())[0] == os.getpid()
    assert 5 < pss_mib(os.getpid()) < 4000


def test_a_busy_process_is_seen_to_be_busy() -> None:
    pid = os.fork()
    if pid == 0:
        until_s = time.monotonic() + 10
        while time.monotonic() < until_s:
            pass
        os._exit(0)
    try:
        assert idle(pid, 0.5).cpu_percent > 10
    finally:
        os.kill(pid, 9)
        os.waitpid(pid, 0)
