"""The settings of a program that prints readings, checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from board.plant.plant import SourceSpec
from board.sources.contract import SettingsError, SourceContext
from board.sources.json_path import JsonPath, PathError
from board.sources.json_record import RecordMaker, read_path
from board.sources.mapping import RecordMapping, read_mapping
from board.sources.secret import is_secret_name, place_of, read_environment
from board.sources.setting import COMMON, Settings

LONGEST_IN_ENVIRONMENT = 100_000  # characters of a watermark; the system takes no more than 128 KiB of a variable
WATERMARK = "GEMBABOARD_WATERMARK"
PASSED_ON = (
    "PATH",
    "HOME",
    "USER",
    "LOGNAME",
    "LANG",
    "LC_ALL",
    "TZ",
    "TMPDIR",
    "TEMP",
    "TMP",
    "SYSTEMROOT",
    "COMSPEC",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandSettings:
    """What is run, where, with which environment, and how its lines are understood."""

    command: tuple[str, ...]
    folder: Path | None
    is_acknowledged: bool
    variables: Mapping[str, str]
    environment_file: Path | None
    passed_on: tuple[str, ...]
    mapping: RecordMapping | None
    rows: JsonPath | None

    @property
    def remembers(self) -> bool:
        """Tell whether lines mean something only together with those before them: totals of counters, and states."""
        return self.mapping is not None and self.mapping.remembers

    def environment(self, context: SourceContext, watermark: str | None) -> dict[str, str]:
        """Return the variables of the program: a few of ours, those that are set, those of the private file.

        Nothing else of ours, since another source's secrets may stand there.
        """
        found = {name: context.environment[name] for name in self.passed_on if name in context.environment}
        found |= {"PYTHONUNBUFFERED": "1", **self.variables}  # or Python keeps its lines back until there are many
        if self.environment_file is not None:
            found |= read_environment(self.environment_file)
        if watermark and len(watermark) <= LONGEST_IN_ENVIRONMENT:
            found[WATERMARK] = watermark
        return found


def read_settings(spec: SourceSpec, context: SourceContext, *, mapped: bool = True) -> CommandSettings:
    """Return the checked settings of a source; SettingsError names every fault."""
    settings = Settings(spec.settings, where=f"source {spec.id}")
    command = settings.texts("command")
    if not command or not command[0]:
        settings.fault("command", 'a program and its arguments, such as ["python3", "scale.py"]')
    folder, private = settings.text("folder"), settings.text("environment_file")
    found = CommandSettings(
        command=command,
        folder=place_of(folder, context) if folder else context.folder,
        is_acknowledged=bool(settings.flag("ack", default=False)),
        variables=_variables(settings),
        environment_file=place_of(private, context) if private else None,
        passed_on=(*PASSED_ON, *settings.texts("pass_on")),
        mapping=_mapping(settings, context) if mapped and _is_mapped(settings) else None,
        rows=read_path(settings, "rows"),
    )
    settings.finish(also=COMMON if mapped else settings.values)
    if settings.problems:
        raise SettingsError(tuple(settings.problems))
    return found


def _is_mapped(settings: Settings) -> bool:
    """Tell whether lines are records of any shape, which are mapped."""
    return any([settings.has("measure"), settings.has("state"), settings.has("run")])


def _variables(settings: Settings) -> dict[str, str]:
    """Return the variables that stand in the plant file; none of them a secret."""
    table = settings.table("environment")
    if table is None:
        if settings.has("environment"):
            settings.fault("environment", 'a table such as { LINE = "7" }')
        return {}
    for name in table.values:
        if is_secret_name(name):
            settings.problems.append(
                f"{settings.where}, key environment: {name} looks like a secret, and the plant folder is no place for "
                "one; put it into environment_file, or name it in pass_on"
            )
    return {name: table.text(name) for name in table.values if not is_secret_name(name)}


def _mapping(settings: Settings, context: SourceContext) -> RecordMapping:
    """Return the mapping of records of any shape; each must be told from every other."""
    mapping = read_mapping(settings, context, remembers=True)
    if not mapping.names_rows:
        settings.fault("key", "the columns that tell a record from every other, so that none counts twice")
    try:
        RecordMaker(mapping.columns)
    except PathError as error:
        settings.problems.append(f"{settings.where}: {error}")
    return mapping
