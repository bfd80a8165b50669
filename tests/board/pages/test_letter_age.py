"""How old a letter is: by the sources that tell what it is judged by, so that one that is silent greys no other one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.kpi.reading import Batch, Reading
from board.plant.plant import SourceSpec
from board.views.freshness import Freshness, Stage
from tests.board.pages.letters_desk import PLANT, LettersDesk, letters_desk, utc

NOW = utc(20, 11)


def source(name: str, *measures: str, stale_after: timedelta = timedelta(minutes=5)) -> SourceSpec:
    tables = [{"id": measure, "value": {"column": measure}} for measure in measures]
    return SourceSpec(id=name, kind="csv", settings={"measure": tables} if tables else {}, stale_after=stale_after)


def desk_of(path: Path, *sources: SourceSpec) -> Iterator[LettersDesk]:
    with letters_desk(path, replace(PLANT, sources=sources)) as found:
        yield found


@pytest.fixture
def found(tmp_path: Path) -> Iterator[LettersDesk]:
    sources = (source("counts", "good", "scrap"), source("erp", "cost", stale_after=timedelta(days=2)))
    yield from desk_of(tmp_path / "board.db", *sources)


def tell(found: LettersDesk, name: str, measure: str, at: datetime, line: str = "a") -> None:
    """Let a source tell one value of a line."""
    reading = Reading(node=line, measure=measure, start=at, end=at, value=Fraction(7), source=name, key=f"{line} {at}")
    found.letters.forget(found.store.take(Batch(source=name, readings=(reading,), watermark="1", seen_at=at), at))


def ages(found: LettersDesk, node: str = "a") -> dict[str, Freshness | None]:
    return {letter.code: letter.freshness for letter in found.board(NOW, node).letters}


def stage(fresh: Freshness | None) -> Stage | None:
    return None if fresh is None else fresh.stage(NOW)


def test_a_silent_source_makes_the_letters_old_that_it_tells_of(found: LettersDesk) -> None:
    tell(found, "counts", "good", NOW - timedelta(minutes=20))
    tell(found, "erp", "cost", NOW - timedelta(hours=1))
    old = ages(found)
    assert stage(old["Q"]) is Stage.STALE, "scrap is told by the counts alone"
    assert old["C"] is None, "cost per part takes both, and is as old as the page"
    assert found.board(NOW).freshness.seen_at == NOW - timedelta(hours=1)


def test_a_silent_source_leaves_the_letters_live_of_which_it_tells_nothing(found: LettersDesk) -> None:
    tell(found, "counts", "good", NOW - timedelta(minutes=1))
    tell(found, "erp", "cost", NOW - timedelta(days=3))
    assert stage(ages(found)["Q"]) is Stage.LIVE
    assert found.board(NOW).freshness.stage(NOW) is Stage.STALE
    assert ages(found)["C"] is None


def test_an_area_has_the_age_of_its_oldest_line_for_each_letter(found: LettersDesk) -> None:
    tell(found, "counts", "good", NOW - timedelta(minutes=1), "a")
    tell(found, "counts", "good", NOW - timedelta(minutes=9), "b")
    tell(found, "erp", "cost", NOW, "a")
    fresh = ages(found, "hall")["Q"]
    assert fresh is not None
    assert fresh.seen_at == NOW - timedelta(minutes=9)


def test_a_letter_of_which_no_source_tells_and_one_that_any_may_tell_are_as_old_as_the_page(
    found: LettersDesk, tmp_path: Path
) -> None:
    tell(found, "counts", "good", NOW)
    tell(found, "erp", "cost", NOW)
    assert ages(found)["S"] is None
    for unnamed in desk_of(tmp_path / "other.db", source("counts"), source("erp")):
        tell(unnamed, "counts", "good", NOW)
        tell(unnamed, "erp", "cost", NOW - timedelta(hours=1))
        assert set(ages(unnamed).values()) == {None}
