"""Who counts what, by what was heard: two machines twice, people and a machine twice, the demo for all of them."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

from board.kpi.reading import Batch, Reading
from board.plant.plant import Plant, SourceSpec
from board.views.frame import NoticeLine
from kiosk.wiring.second_source import SecondSource
from tests.board.store.shop import PLANT

AT = datetime(2026, 3, 2, 8, tzinfo=UTC)


def plant(*kinds: str, by_hand: bool = False) -> Plant:
    """Return the shop with sources s0, s1 and so on that may tell of any line."""
    sources = tuple(SourceSpec(id=f"s{number}", kind=kind, settings={}) for number, kind in enumerate(kinds))
    return replace(PLANT, sources=sources, lines=(replace(PLANT.lines[0], counted_by_hand=by_hand), *PLANT.lines[1:]))


def told(source: str, measure: str = "good", value: int | None = 5, node: str = "line") -> Batch:
    """Return a batch with one reading."""
    given = None if value is None else Fraction(value)
    reading = Reading(node=node, measure=measure, start=AT, end=AT, value=given, source=source, key="k")
    return Batch(source=source, readings=(reading,), watermark="", seen_at=AT)


def said(found: Plant, *batches: Batch) -> list[str]:
    """Return what the wall says, one after the other; nothing where it takes that back."""
    heard: list[str] = []

    def say(_key: str, line: NoticeLine | None) -> None:
        heard.append("" if line is None else line.detail)

    second = SecondSource(say)
    second.adopt(found, is_new=True)
    for batch in batches:
        second.hear(batch)
    return heard


def test_what_two_sources_count_is_said_once() -> None:
    (one,) = said(plant("csv", "http"), told("s0"), told("s1"), told("s0"), told("s1"))
    assert one.startswith("line: good is counted by s0 and by s1")


def test_what_counts_nothing_twice_is_not_said() -> None:
    others = (told("s1", "downtime"), told("s1", value=None), told("s1", value=0), told("s1", node="other"))
    assert said(plant("csv", "http"), told("s0"), *others, told("gone")) == []


def test_people_count_too_but_the_demo_invents_them() -> None:
    assert "counted_by_hand" in said(plant("csv", by_hand=True), told("s0"))[0]
    assert said(plant("demo", by_hand=True), told("s0")) == []
