"""A plant folder becomes one plant, or every problem in it is named."""

from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from board.plant.load import digest_of, load_plant, parse_plant, read_files
from board.plant.plant import Better, Break, MeasureKind, OverNodes, PlannedRun, Role, RunKind, Target
from board.plant.problem import PlantError
from tests.board.plant.written import plant, sentences, text

WHOLE = """
[[line]]
id = "cell"
area = "hall"
name = "Cell"
unit = "cases"
interval = "90 min"
rate = 1150.5
best_rate = 1328
counted_by_hand = true

[[rate]]
line = "cell"
product = "111"
shift = "Early"
cycle = "74 s"
stations = 6

[[run]]
line = "cell"
order = "A1"
product = "111"
quantity = 2000
crew = 4
starts = 2025-09-05T08:00:00

[[run]]
line = "cell"
kind = "changeover"
starts = 2025-09-05T12:00:00
ends = "2025-09-05 12:20"

[[measure]]
id = "temperature"
name = "Temperature"
kind = "sample"
unit = "°C"
over_nodes = "mean"

[[kpi]]
id = "temperature"
name = "Temperature"
unit = "°C"
formula = "temperature"
better = "range"
decimals = 2
owner = "ann"
targets = [{ from = 2026-04-01, low = 2.1, high = 3, watch = 0.25 }]

[[letter]]
code = "Q"
name = "Quality"
kpis = ["temperature"]

[[person]]
id = "ann"
name = "A. Ng"
role = "supervisor"
lines = ["cell"]

[[source]]
id = "parts"
kind = "csv"
path = "drop/*.csv"
expected_every = "30 s"
stale_after = "2 min"
factor = 0.1
measure = [{ id = "good", from = 06:00:00 }]
"""


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(PlantError) as caught:
        load_plant(folder)
    return [problem.sentence for problem in caught.value.problems]


def test_every_table_becomes_its_value() -> None:
    works = plant(WHOLE)
    line = works.line("cell")
    assert (line.unit, line.interval, line.rate) == ("cases", timedelta(minutes=90), Fraction(2301, 2))
    assert (line.best_rate, line.counted_by_hand) == (Fraction(1328), True)
    assert works.rates[0].per_hour == Fraction(6 * 3600, 74)
    assert (works.rates[0].product, works.rates[0].shift, works.rates[0].stations) == ("111", "Early", 6)
    made, changeover = works.runs
    assert made == PlannedRun(
        node="cell",
        start=datetime(2025, 9, 5, 6, tzinfo=UTC),  # 08:00 in Berlin
        product="111",
        order="A1",
        quantity=2000,
        crew=4,
    )
    assert (changeover.kind, changeover.end) == (RunKind.CHANGEOVER, datetime(2025, 9, 5, 10, 20, tzinfo=UTC))
    measure = works.measures[-1]
    assert (measure.id, measure.kind, measure.over_nodes) == ("temperature", MeasureKind.SAMPLE, OverNodes.MEAN)
    (kpi,) = works.kpis
    assert (kpi.better, kpi.formula, kpi.library, kpi.decimals) == (Better.RANGE, "temperature", None, 2)
    assert kpi.targets == (
        Target(valid_from=date(2026, 4, 1), low=Fraction(21, 10), high=Fraction(3), watch=Fraction(1, 4)),
    )
    assert works.letters[0].kpis == ("temperature",)
    assert (works.people[0].role, works.people[0].lines) == (Role.SUPERVISOR, frozenset({"cell"}))
    assert works.digest == digest_of({"plant.toml": text(WHOLE)})


def test_source_keeps_its_settings_plain_so_that_they_can_be_sent() -> None:
    (source,) = plant(WHOLE).sources
    assert (source.id, source.kind) == ("parts", "csv")
    assert (source.expected_every, source.stale_after) == (timedelta(seconds=30), timedelta(minutes=2))
    assert source.settings == {
        "path": "drop/*.csv",
        "factor": "0.1",
        "measure": [{"id": "good", "from": "06:00:00"}],
    }


def test_shift_of_the_design_is_read() -> None:
    shifts = '[[shift]]\nname="Early"\nstarts="06:00"\nends="14:00"\ndays="Mon-Fri"\nbreaks=["09:00 15 min"]'
    (early,) = plant(shifts=shifts).shifts
    assert (early.starts, early.ends, early.days) == (time(6), time(14), frozenset(range(5)))
    assert early.breaks == (Break(starts=time(9), length=timedelta(minutes=15)),)


def test_decimals_are_what_they_spell() -> None:
    kpi = '[[kpi]]\nid="k"\nname="K"\nformula="good"\nbetter="lower"\ntargets=[{from=2026-01-01, value=0.1}]'
    assert plant(kpi).kpis[0].targets[0].value == Fraction(1, 10) != Fraction(0.1)


def test_built_in_measures_are_always_there() -> None:
    measures = {measure.id: measure.kind for measure in plant().measures}
    assert measures == {
        "good": MeasureKind.COUNT,
        "scrap": MeasureKind.COUNT,
        "rework": MeasureKind.COUNT,
        "downtime": MeasureKind.DURATION,
        "setup": MeasureKind.DURATION,
        "planned_busy_time": MeasureKind.DURATION,
    }


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2026-04-01", datetime(2026, 4, 1, 4, tzinfo=UTC)),  # the day begins at 06:00 in Berlin
        ("2026-04-01T12:00:00", datetime(2026, 4, 1, 10, tzinfo=UTC)),
        ("2026-04-01T12:00:00Z", datetime(2026, 4, 1, 12, tzinfo=UTC)),
    ],
)
def test_plant_may_say_from_when_it_is_in_force(written: str, instant: datetime) -> None:
    works = parse_plant({"plant.toml": f"valid_from = {written}\n{text()}"})
    assert works.valid_from == instant
    assert plant().valid_from is None


def test_files_of_a_folder_are_read_together_in_order_of_name(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_text('[[line]]\nid="line-2"\narea="hall"\nname="Line 2"\n[site]\nlanguage="de"\n')
    (tmp_path / "a.toml").write_text(text())
    (tmp_path / "kiosk.toml").write_text("theme = 'dark'\n")
    (tmp_path / ".hidden.toml").write_text("nonsense")
    (tmp_path / "notes.txt").write_text("nonsense")
    works = load_plant(tmp_path)
    assert [line.id for line in works.lines] == ["line-1", "line-2"]
    assert works.site.language == "de"
    assert works.folder == tmp_path
    assert list(read_files(tmp_path)) == ["a.toml", "b.toml"]


def test_file_saved_by_a_simple_editor_is_read(tmp_path: Path) -> None:
    (tmp_path / "plant.toml").write_bytes(b"\xef\xbb\xbf" + text().replace("\n", "\r\n").encode())
    assert load_plant(tmp_path).site.name == "Works"


def test_folder_that_is_not_there_or_empty_is_named(tmp_path: Path) -> None:
    assert problems_of(tmp_path / "none") == [
        f"{tmp_path / 'none'}: found no such file or directory, expected a folder that can be read."
    ]
    assert "gembaboard init" in problems_of(tmp_path)[0]


def test_file_in_another_encoding_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes('[site]\nid = "a"\nname = "Köln"\n'.encode("latin-1"))
    (tmp_path / "b.toml").mkdir()
    first, second = problems_of(tmp_path)
    assert first == "a.toml: line 3: found a character that is not UTF-8, expected a file saved as UTF-8."
    assert second.startswith("b.toml: found is a directory")


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ('[site]\nname = "Works', "broken.toml: line 2: found text that is not TOML (unterminated string)"),
        ('[site]\nname = "Works\nid = 1', "broken.toml: line 2: found text that is not TOML (illegal character '\\n')"),
        ("[site]\nstart = 2026-02-30\n", "broken.toml: line 2: found text that is not TOML (invalid date or datetime)"),
        ("a = 1\na = 2", "broken.toml: line 2: found text that is not TOML (cannot overwrite a value)"),
        ("a = " + "[" * 5000, "broken.toml: found text that is not TOML (too many brackets within brackets)"),
        ("a = " + "9" * 5000, "broken.toml: found text that is not TOML (exceeds the limit"),
    ],
)
def test_what_is_no_toml_names_file_and_line_and_the_other_files_are_still_checked(broken: str, said: str) -> None:
    said_of = sentences({"broken.toml": broken, "good.toml": text().replace("rate = 60", "rate = -60")})
    assert len(said_of) == 2
    assert said_of[0].startswith(said)
    assert said_of[1] == 'good.toml: line "line-1": rate: found -60, expected a number above 0.'


def test_what_stands_in_a_broken_file_is_not_missed_elsewhere() -> None:
    lines = "[[line]\n"
    rest = text().replace('id = "hall"', 'id = "other"')  # its line names an area that may stand in the broken file
    assert len(sentences({"lines.toml": lines, "rest.toml": rest})) == 1


def test_digest_tells_names_and_texts_apart() -> None:
    digests = {digest_of(files) for files in ({"a": "bc"}, {"ab": "c"}, {"a": "b", "c": ""}, {"a": "b"})}
    assert len(digests) == 4
    assert digest_of({"a": "1", "b": "2"}) == digest_of({"b": "2", "a": "1"})
