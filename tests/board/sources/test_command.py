"""Programs as sources: what they print, what they are told, how they end, and that none is left behind."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import psutil
import pytest

from board.kpi.reading import Quality
from board.plant.plant import SourceSpec
from board.sources import feeder
from board.sources.contract import SettingsError, discover, open_source
from board.sources.feed import collect
from tests.board.sources.drop import context
from tests.board.sources.kiosk import PATIENCE_S, Kiosk, running

NOW = datetime.now(UTC).replace(microsecond=0)
AGO = (NOW - timedelta(minutes=1)).isoformat()


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeder, "LONGEST_PAUSE_S", 1.0)
    monkeypatch.setattr(feeder, "WELL_AFTER_S", 0.3)


def spec(*command: str, stale_after_s: float = 300, **settings: object) -> SourceSpec:
    """Return the specification of a program."""
    return SourceSpec(
        id="scale",
        kind="command",
        settings={"command": list(command), "poll_s": 1, **settings},
        stale_after=timedelta(seconds=stale_after_s),
    )


def shell(text: str, **settings: object) -> SourceSpec:
    return spec("sh", "-c", text, **settings)  # type: ignore[arg-type]  # stale_after_s too


def python(text: str, **settings: object) -> SourceSpec:
    return spec(sys.executable, "-u", "-c", text, **settings)  # type: ignore[arg-type]  # as above


def reading(**more: object) -> str:
    """Return one reading as a program prints it."""
    return json.dumps({"node": "line-1", "measure": "good", "start": AGO, "value": 5, **more})


def until(holds: Callable[[], bool]) -> None:
    """Wait for something that no line tells of."""
    until_s = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < until_s
        time.sleep(0.02)


def test_single_readings_and_whole_batches_are_understood() -> None:
    batch: dict[str, object] = {"source": "elsewhere", "number": 7, "seen_at": AGO, "watermark": "w7"}
    batch["readings"] = [json.loads(reading(key="k", value="2/3", source="elsewhere"))]
    with running(Kiosk(shell(f"echo '{reading()}'; echo; echo '{json.dumps(batch)}'; sleep 60"))) as board:
        first, second = board.wait_for_readings(2)
    assert (first.node, first.measure, first.value, first.source) == ("line-1", "good", Fraction(5), "scale")
    assert first.start == first.end == datetime.fromisoformat(AGO)
    assert (second.key, second.value, second.source) == ("k", Fraction(2, 3), "scale")
    assert board.batches[-1].watermark == "w7"
    assert board.said == []


def test_a_reading_printed_twice_is_the_same_reading() -> None:
    other = reading(reason="E001")
    with running(Kiosk(shell(f"echo '{reading()}'; echo '{reading(value=6)}'; echo '{other}'; sleep 60"))) as board:
        first, second, third = board.wait_for_readings(3)
    assert first.key == second.key != third.key


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("hello", "found no JSON"),
        ("[1]", "found a message that is a list"),
        (reading(node="line-9"), "found 'line-9', expected one of line-1, line-2"),
        (reading(measure="bananas"), "measure: found 'bananas', expected one of good"),
        (reading(start="yesterday"), "start: found 'yesterday', expected a time"),
        (reading(start="2999-01-01T00:00:00Z"), "expected a time since 1970 and not ahead"),
        ('{"readings": [5]}', "holds a reading that is a int"),
        ('{"readings": 5}', "expected a list"),
        ('{"colour": "red"}', "found the field"),
    ],
)
def test_rubbish_is_told_with_its_line_and_costs_nothing_else(line: str, said: str) -> None:
    text = f"cat <<'E'\n{reading()}\n{line}\n{reading(key='after')}\nE\nsleep 60"
    with running(Kiosk(shell(text))) as board:
        board.wait_for_readings(2)
        board.wait_until(lambda: bool(board.complaints))
    assert board.readings[-1].key == "after"
    (complaint,) = board.complaints
    assert complaint.startswith("line 2")
    assert said in complaint
    assert board.said == []


@pytest.mark.parametrize("value", ["broken", -3, [1], True, "1e99999"])
def test_a_value_that_is_none_is_missing_and_never_zero(value: object) -> None:
    with running(Kiosk(shell(f"echo '{reading(value=value)}'; sleep 60"))) as board:
        (found,) = board.wait_for_readings(1)
    assert (found.value, found.quality) == (None, Quality.BAD)
    assert len(board.complaints) == 1


def test_a_flood_of_rubbish_is_counted_not_told() -> None:
    sorts = """seq 50000 | sed 's/.*/{"colour&": 1}/'"""
    with running(Kiosk(shell(f"{sorts}; echo '{reading()}'; sleep 60"))) as board:
        board.wait_for_readings(1)
    assert len(board.complaints) == 20


def test_the_same_rubbish_is_told_once() -> None:
    with running(Kiosk(shell(f"yes rubbish | head -n 50000; echo '{reading()}'; sleep 60"))) as board:
        board.wait_for_readings(1)
    assert [said.partition(":")[0] for said in board.complaints] == ["line 1"]


def test_a_line_without_end_is_passed_over() -> None:
    text = f"import time; print('x' * 5_000_000); print({reading()!r}); time.sleep(60)"
    with running(Kiosk(python(text))) as board:
        board.wait_for_readings(1)
    assert board.complaints == ["line 1: is longer than 1024 KiB"]


def test_the_end_of_a_program_is_told_with_its_last_words_and_it_is_started_again() -> None:
    text = f"echo '{reading()}'; for n in 1 2 3 4; do echo word $n >&2; done; exit 3"
    with running(Kiosk(shell(text))) as board:
        board.wait_for_readings(2)
    assert board.said == [("scale", "failing", "sh ended with code 3; its last words: word 2 / word 3 / word 4")]


def test_standard_error_may_be_endless() -> None:
    text = f"i=0; while [ $i -lt 3000 ]; do echo $i{'x' * 500} >&2; i=$((i+1)); done; echo '{reading()}'; sleep 60"
    with running(Kiosk(shell(text))) as board:
        board.wait_for_readings(1)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("no-such-program-here",), "no-such-program-here cannot be started (No such file or directory)"),
        (("/etc/passwd",), "/etc/passwd cannot be started (Permission denied)"),
        (("sh", "-c", "kill -9 $$"), "sh was ended by SIGKILL and said nothing of why"),
    ],
)
def test_a_program_that_cannot_run_is_told(command: tuple[str, ...], said: str) -> None:
    with running(Kiosk(spec(*command))) as board:
        board.wait_until(lambda: bool(board.said))
    assert said in board.said[0][2]


def test_a_program_that_ends_well_is_run_again_after_a_pause(tmp_path: Path) -> None:
    text = f"echo x >> {tmp_path}/runs; echo '{reading()}'"
    with running(Kiosk(shell(text))) as board:
        until(lambda: (tmp_path / "runs").exists() and len((tmp_path / "runs").read_text()) >= 6)
    assert board.said == []


def test_a_silent_program_is_told_and_started_again(tmp_path: Path) -> None:
    text = f"echo x >> {tmp_path}/runs; echo '{reading()}'; sleep 60"
    with running(Kiosk(shell(text, stale_after_s=1))) as board:
        until(lambda: (tmp_path / "runs").exists() and len((tmp_path / "runs").read_text()) >= 4)
    assert board.said[0][2] == "has said nothing for 1 s; look whether it still runs and is connected"


def test_what_is_on_disk_is_acknowledged_and_the_rest_is_printed_again() -> None:
    text = """
import json, sys, time
began = json.loads(sys.stdin.readline())["watermark"]
for n in range(int(began or 0) + 1, 6):
    print(json.dumps({"number": n, "watermark": str(n), "readings": [
        {"node": "line-1", "measure": "good", "start": sys.argv[1], "value": n, "key": str(n)}]}), flush=True)
    if not began and n == 2:
        sys.exit("the power went")
    assert json.loads(sys.stdin.readline()) == {"ack": n}
print(json.dumps({"number": 99, "watermark": "done", "readings": []}), flush=True)
time.sleep(60)
"""
    with running(Kiosk(spec(sys.executable, "-u", "-c", text, AGO, ack=True))) as board:
        board.wait_until(lambda: bool(board.batches) and board.batches[-1].watermark == "done")
    assert sorted({reading.key for reading in board.readings}) == ["1", "2", "3", "4", "5"]
    assert board.states[0] == "failing"


def test_nothing_is_acknowledged_before_it_is_on_disk(tmp_path: Path) -> None:
    text = f"""
import json, sys
sys.stdin.readline()
print(json.dumps({{"number": 1, "watermark": "1", "readings": []}}), flush=True)
open({str(tmp_path / "told")!r}, "w").write(sys.stdin.readline())
sys.stdin.readline()
"""
    with running(Kiosk(python(text, ack=True), acknowledges=False)) as board:
        board.wait_until(lambda: len(board.batches) == 1)
        assert not board.feed.outlet.ended.wait(0.3)
        assert _text(tmp_path / "told") == ""
        board.acknowledge(board.batches[0])
        until(lambda: _text(tmp_path / "told") == '{"ack": 1}\n')


def test_a_single_look_acknowledges_nothing(tmp_path: Path) -> None:
    text = f"""
import json, sys
sys.stdin.readline()
print(json.dumps({{"number": 1, "watermark": "1", "readings": []}}), flush=True)
open({str(tmp_path / "told")!r}, "w").write(sys.stdin.readline())
"""
    list(collect((python(text, ack=True),), context(), {}, NOW))
    assert _text(tmp_path / "told") == ""


def test_the_watermark_and_a_few_variables_reach_the_program_and_no_others(tmp_path: Path) -> None:
    (tmp_path / "scale.env").write_text("# private\nexport SCALE_PASSWORD='open sesame'\n")
    (tmp_path / "scale.env").chmod(0o600)
    known = context(tmp_path, environment={**os.environ, "MES_TOKEN": "other-secret", "EXTRA": "yes"})
    text = f"env > {tmp_path}/seen; sleep 60"
    source = shell(text, environment={"LINE": "7"}, environment_file="scale.env", pass_on=["EXTRA"])
    with running(Kiosk(source, found=known, watermarks={"scale": "w1"})) as board:
        until(lambda: "GEMBABOARD_WATERMARK" in _text(tmp_path / "seen"))
        arguments = [" ".join(each.cmdline()) for each in psutil.Process().children(recursive=True)]
    seen = _text(tmp_path / "seen").splitlines()
    assert {"LINE=7", "EXTRA=yes", "SCALE_PASSWORD=open sesame", "GEMBABOARD_WATERMARK=w1"} <= set(seen)
    assert "MES_TOKEN=other-secret" not in seen
    assert "open sesame" not in " ".join(arguments)
    assert board.said == []


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({}, "key command: found nothing, expected a program and its arguments"),
        ({"command": ["x"], "shell": True}, "key shell: is not known"),
        ({"command": ["x"], "environment": {"TOKEN": "abc123secret"}}, "TOKEN looks like a secret"),
        ({"command": ["x"], "measure": [{"id": "good"}], "node": "line-1", "time": "t"}, "key key: found nothing"),
        (
            {"command": ["x"], "measure": [{"id": "good"}], "node": "line-1", "time": "t[", "key": "k"},
            "expected names, [0], [*]",
        ),
    ],
)
def test_settings_that_cannot_be_used_are_named(settings: dict[str, object], said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        open_source(SourceSpec(id="scale", kind="command", settings=settings), context())
    assert said in str(caught.value)
    assert "abc123secret" not in str(caught.value)


def test_a_private_file_that_others_may_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "scale.env").write_text("A=b")
    (tmp_path / "scale.env").chmod(0o644)
    source = open_source(shell("true", environment_file="scale.env"), context(tmp_path))
    (complaint,) = source.check(NOW)
    assert complaint.said == f"{tmp_path / 'scale.env'} can be read by others (its mode is 644); set it to 600"


def test_records_of_any_shape_are_mapped() -> None:
    line = {"machine": {"id": "Line 2"}, "at": AGO, "made": {"ok": "12"}, "no": 4}
    settings: dict[str, object] = {
        "node": {"column": "machine.id"},
        "time": "at",
        "key": "no",
        "measure": [{"id": "good", "value": {"column": "made.ok"}}],
    }
    with running(Kiosk(shell(f"echo '{json.dumps(line)}'; echo nonsense; sleep 60", **settings))) as board:
        (found,) = board.wait_for_readings(1)
        board.wait_until(lambda: bool(board.complaints))
    assert (found.node, found.value, found.key) == ("line-2", Fraction(12), "4:good")
    assert "is not JSON" in board.complaints[0]


def test_the_fields_of_a_program_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("board.sources.command.OVERHEARD_S", 1.0)
    line = {"machine": {"id": "Line 2"}, "at": "2026-11-20 08:00", "made": 12}
    found = discover(shell(f"echo '{json.dumps(line)}'; echo rubbish; sleep 60"), context(), NOW)
    assert [(each.name, each.looks_like) for each in found] == [
        ("machine.id", "word"),
        ("at", "time"),
        ("made", "number"),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="only there is memory bounded from outside")
def test_a_program_may_take_more_memory_than_the_process_that_started_it() -> None:
    import resource  # noqa: PLC0415  # Windows has none

    program = f"""
import json, resource, time
while (bound := resource.getrlimit(resource.RLIMIT_DATA))[0] != bound[1]:
    time.sleep(0.01)
print({reading()!r})
"""
    before = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (64 * 1024**3, before[1]))
    try:
        with running(Kiosk(python(program))) as board:
            board.wait_for_readings(1)
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, before)


def test_a_program_goes_with_all_it_started_even_where_it_will_not(tmp_path: Path) -> None:
    text = f"trap '' TERM; sleep 77 & echo $! > {tmp_path}/child; echo '{reading()}'; while :; do sleep 0.1; done"
    with running(Kiosk(shell(text))) as board:
        board.wait_for_readings(1)
        child = int(_text(tmp_path / "child"))
        assert psutil.pid_exists(child)
    until(lambda: not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE)


def test_a_program_does_not_outlive_a_feeds_process_that_is_killed(tmp_path: Path) -> None:
    text = f"trap '' TERM HUP; sleep 77 & echo $! > {tmp_path}/child; echo $$ > {tmp_path}/own; sleep 77"
    source = {"id": "scale", "kind": "command", "settings": {"command": ["sh", "-c", text]}}
    order = json.dumps({"timezone": "UTC", "sources": [source]}).encode() + b"\n"
    feed = subprocess.Popen([sys.executable, "-m", "board.sources.feed"], stdin=subprocess.PIPE)
    try:
        assert feed.stdin is not None
        feed.stdin.write(order)
        feed.stdin.flush()
        until(lambda: _text(tmp_path / "own").endswith("\n"))
        pids = [int(_text(tmp_path / name)) for name in ("own", "child")]
        assert all(map(psutil.pid_exists, pids))
    finally:
        feed.send_signal(signal.SIGKILL)
        feed.wait()
        if feed.stdin is not None:
            feed.stdin.close()
    until(lambda: not any(map(_runs, pids)))


@pytest.mark.parametrize("program", ["sh scale.sh", "awk -f rejects.awk"])
def test_the_examples_of_the_readme_are_sources(program: str, tmp_path: Path) -> None:
    readme = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
    language, *_, file = program.split()
    start = readme.index(f"```{language}\n# {file}") + len(f"```{language}\n")
    (tmp_path / file).write_text(readme[start : readme.index("```", start)])
    with running(Kiosk(spec(*program.split(), environment={"LINE": "line-1"}), folder=tmp_path)) as board:
        found = board.wait_for_readings(1)
    assert found[0].node == "line-1"
    assert found[0].value is not None
    assert board.complaints == []
    assert board.said == []


def test_the_counter_of_the_readme_counts_what_the_file_gains(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
    start = readme.index("```sh\n# scale.sh") + len("```sh\n")
    script = readme[start : readme.index("```", start)]
    assert script.count("sleep 60") == 1
    (tmp_path / "counter").write_text("100")
    (tmp_path / "scale.sh").write_text(script.replace("sleep 60", "echo 105 > counter"))
    with running(Kiosk(spec("sh", "scale.sh", environment={"LINE": "line-1"}), folder=tmp_path)) as board:
        found = board.wait_for_readings(2)
    assert [each.value for each in found[:2]] == [0, 5]


def _runs(pid: int) -> bool:
    return psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE


def _text(path: Path) -> str:
    return path.read_text() if path.exists() else ""
