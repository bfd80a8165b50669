"""Any program that prints readings as JSON lines, kept running and never left behind."""

import json
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice

from board.kpi.reading import Batch, Complaint
from board.plant.plant import SourceSpec
from board.sources.about import About, Asked, Found, found_in
from board.sources.command_line import Line, LineReader
from board.sources.command_program import Program
from board.sources.command_setting import CommandSettings, read_settings
from board.sources.contract import SourceContext, SourceError
from board.sources.ear import Ear
from board.sources.hearing import OVERHEARD_S, overhear
from board.sources.json_record import JsonError, flat, read_json, rows_of
from board.sources.memory import memory_of

LINES_SHOWN = 50


class Command:
    """A source of kind "command": what a program prints, line by line.

    With `ack` it is told on its standard input: first {"watermark": ...}, then {"ack": n} for each numbered line once
    that is on disk, so that it can print again what was not. Without, each line is taken once at most.
    """

    pushes = True

    def __init__(self, spec: SourceSpec, context: SourceContext) -> None:
        """Check the settings; SettingsError names every fault in them."""
        self._spec = spec
        self._context = context
        self._settings = read_settings(spec, context)

    @classmethod
    def describe(cls) -> About:
        """Say what this kind is and what it asks for."""
        return About(
            kind="command",
            says="any program that prints readings as JSON lines; it is kept running",
            listens=True,
            settings=(
                Asked(key="command", says="the program and its arguments", example='["sh", "scale.sh"]', needed=True),
                Asked(key="folder", says="where it runs; the plant folder unless set", example='"scripts"'),
                Asked(key="ack", says="whether it is told what is on disk", example="true"),
                Asked(key="environment", says="variables that are no secrets", example='{ LINE = "7" }'),
                Asked(key="environment_file", says="a private file of NAME=VALUE lines", example='"scale.env"'),
                Asked(key="pass_on", says="variables of the board that it may see", example='["MES_TOKEN"]'),
                Asked(key="rows", says="where the records stand in a line that is mapped", example='"$.items[*]"'),
            ),
        )

    @classmethod
    def discover(cls, spec: SourceSpec, context: SourceContext, now: datetime) -> tuple[Found, ...]:
        """Return the fields of the first lines that the program prints, with samples."""
        del now
        settings = read_settings(spec, context, mapped=False)
        records: list[dict[str, str]] = []
        program = _started(settings, context, None)
        enough = threading.Timer(OVERHEARD_S, program.ask_to_end)
        enough.start()
        try:
            for line in islice(program.lines(), LINES_SHOWN):
                try:
                    records += [flat(row) for row in rows_of(read_json(line or b""), settings.rows)]
                except JsonError:
                    continue
        finally:
            enough.cancel()
            program.end()
        return found_in(records)

    def check(self, now: datetime) -> tuple[Complaint, ...]:
        """Say what the settings hide until the program is started; what it prints is told by `read`."""
        del now
        try:
            self._settings.environment(self._context, None)
        except SourceError as error:
            return (Complaint(source=self._spec.id, where="command", said=str(error)),)
        return ()

    def read(self, watermark: str | None, now: datetime) -> Iterator[Batch]:
        """Run the program for a few seconds, and yield what it prints."""
        yield from overhear(self, self._spec.id, watermark, now)

    def listen(self, watermark: str | None, ear: Ear) -> None:
        """Run the program until it ends or is ended; SourceError with its last words where it failed."""
        program = _started(self._settings, self._context, self._told(watermark))
        try:
            ear.when_closed(program.ask_to_end)
            self._hear(program, watermark or "", ear)
            program.finish()
        finally:
            program.end()
        ear.alive()

    def _hear(self, program: Program, watermark: str, ear: Ear) -> None:
        settings = self._settings
        if settings.is_acknowledged:
            program.tell(_object(watermark=self._told(watermark)))
        memory = memory_of(watermark, self._context) if settings.remembers else None
        reader = LineReader(self._spec, self._context, settings.mapping, settings.rows, memory)
        for raw in program.lines():
            line = reader.too_long(watermark, ear.now()) if raw is None else reader.read(raw, watermark, ear.now())
            if line is None:
                ear.alive()
                continue
            watermark = line.batch.watermark
            ear.hear(line.batch, self._acknowledging(line, program))

    def _told(self, watermark: str | None) -> str | None:
        """Return the watermark that the program is told: its own, not what we remember of its counters and states."""
        return None if self._settings.remembers else watermark or None

    def _acknowledging(self, line: Line, program: Program) -> Callable[[], None] | None:
        number = line.number
        if number is None or not self._settings.is_acknowledged:
            return None
        return lambda: program.tell(_object(ack=number))


def _started(settings: CommandSettings, context: SourceContext, watermark: str | None) -> Program:
    return Program(
        settings.command,
        folder=settings.folder,
        environment=settings.environment(context, watermark),
        is_told=settings.is_acknowledged,
    )


def _object(**values: object) -> bytes:
    return json.dumps(values).encode() + b"\n"
