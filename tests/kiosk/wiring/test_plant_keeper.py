"""The plant in force: edits taken, bad ones refused, the last good one kept, and versions that wait for their day."""

import threading
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typing_extensions import override

from board.plant.history import PlantHistory
from board.plant.load import digest_of, read_files
from board.plant.plant import Plant
from board.plant.problem import PlantError
from board.plant.template import write_template
from board.store.reader import StoredPlant
from kiosk.clock import Clock
from kiosk.standing import Standing
from kiosk.wiring.plant_keeper import PlantKeeper
from tests.helpers.logfail import ExpectLog

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


class Wound(Clock):
    """Tells the time that a test winds it to."""

    def __init__(self) -> None:
        super().__init__()
        self.at = NOW

    @override
    def now(self) -> datetime:
        return self.at


class Keeping:
    """A keeper on its thread over a folder that a test edits."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "plant.toml"
        self.clock = Wound()
        self.keeper = PlantKeeper(folder, self.clock, look_every_s=0.01)
        self.said: list[str] = []
        self.histories: list[PlantHistory] = []
        self.heard = threading.Condition()
        self.thread = Standing("plant", lambda ending: self.keeper.work(ending, self))

    def _say(self, words: str) -> None:
        with self.heard:
            self.said.append(words)
            self.heard.notify_all()

    def wait_for(self, words: str) -> None:
        with self.heard:
            assert self.heard.wait_for(lambda: words in self.said, 10), self.said
            self.said.clear()

    def plant_changed(self, files: Mapping[str, str], history: PlantHistory, since: datetime) -> None:
        self.histories.append(history)
        self._say(f"changed from {since:%d %H:%M}")

    def plant_in_force(self, plant: Plant, *, new_folder: bool) -> None:
        assert new_folder
        self._say(f"in force: {plant.site.name}")

    def plant_refused(self, sentences: tuple[str, ...]) -> None:
        self._say(f"refused: {len(sentences)}")

    def rename(self, name: str, more: str = "") -> None:
        """Give the site another name."""
        lines = self.file.read_text(encoding="utf-8").splitlines()
        place = next(number for number, line in enumerate(lines) if line.startswith("name = "))
        lines[place] = f'name = "{name}"'
        beside = self.file.with_name("new")
        beside.write_text(more + "\n".join(lines), encoding="utf-8")
        beside.replace(self.file)


def stored(folder: Path) -> StoredPlant:
    files = read_files(folder)
    return StoredPlant(number=1, digest=digest_of(files), accepted_at=NOW, in_force_from=NOW, files=files)


@pytest.fixture
def keeping(tmp_path: Path) -> Iterator[Keeping]:
    folder = tmp_path / "plant"
    write_template(folder)
    (file,) = folder.glob("*.toml")
    file.rename(folder / "plant.toml")
    found = Keeping(folder)
    yield found
    found.thread.end()


def test_a_good_edit_is_in_force_from_now_and_the_past_keeps_its_plant(keeping: Keeping) -> None:
    assert keeping.keeper.begin(()) is not None
    keeping.thread.start()
    keeping.clock.at = NOW + timedelta(hours=1)
    keeping.rename("Other Works")
    keeping.wait_for("in force: Other Works")
    history = keeping.histories[-1]
    assert history.at(NOW + timedelta(hours=1)).site.name == "Other Works"
    assert history.at(NOW).site.name != "Other Works"


def test_a_bad_edit_is_refused_and_a_mended_one_taken(keeping: Keeping, expect_log: ExpectLog) -> None:
    expect_log("the plant folder is not accepted, the last good one stays")
    keeping.keeper.begin(())
    keeping.thread.start()
    before = keeping.keeper.history
    good = keeping.file.read_text(encoding="utf-8")
    keeping.file.write_text(good.replace('day_starts = "', 'day_starts = "99'), encoding="utf-8")
    keeping.wait_for("refused: 1")
    assert keeping.keeper.history is before
    keeping.file.write_text(good, encoding="utf-8")
    keeping.wait_for("refused: 0")
    assert keeping.histories == []


def test_a_folder_that_is_bad_at_start_leaves_the_stored_plant_in_force(
    keeping: Keeping, expect_log: ExpectLog
) -> None:
    expect_log("the plant folder is not accepted, the last good one stays")
    good = stored(keeping.file.parent)
    keeping.file.write_text("[site", encoding="utf-8")
    assert keeping.keeper.begin((good,)) is None
    assert keeping.keeper.refused
    assert keeping.keeper.history is not None
    assert keeping.keeper.history.latest.digest == good.digest


def test_a_folder_that_is_bad_at_start_with_nothing_stored_cannot_open(keeping: Keeping) -> None:
    keeping.file.write_text("[site", encoding="utf-8")
    with pytest.raises(PlantError, match=r"plant\.toml"):
        keeping.keeper.begin(())


def test_a_stored_version_that_is_not_understood_is_skipped(keeping: Keeping, expect_log: ExpectLog) -> None:
    expect_log("a stored version of the plant is not understood")
    old = StoredPlant(number=1, digest="x", accepted_at=NOW, in_force_from=NOW, files={"plant.toml": "[from another"})
    assert keeping.keeper.begin((old, stored(keeping.file.parent))) is None
    assert keeping.keeper.history is not None
    assert len(keeping.keeper.history.versions) == 1


def test_a_version_for_a_later_day_is_taken_now_and_told_of_when_its_day_comes(keeping: Keeping) -> None:
    keeping.keeper.begin(())
    keeping.thread.start()
    keeping.rename("Next Works", more="valid_from = 2026-11-21T12:00:00\n")
    keeping.wait_for("changed from 21 12:00")
    assert keeping.keeper.history is not None
    assert keeping.keeper.history.at(NOW).site.name != "Next Works"
    with keeping.heard:
        assert "in force: Next Works" not in keeping.said
    keeping.clock.at = NOW + timedelta(days=1, hours=1)
    keeping.wait_for("in force: Next Works")
