"""Where secrets come from: the environment, or a file that nobody else can read; never the plant file, nor argv."""

import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from board.sources.contract import SourceContext, SourceError
from board.sources.hide import SHORTEST_SECRET, hide
from board.sources.setting import Settings

LARGEST = 64 * 1024  # bytes
_LINE = re.compile(r"(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)")
_SECRET_NAME = re.compile(r"auth(?!ors?$)|cookie|credential|key|passw|pwd|secret|sig$|signature|token", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """The place of one secret; its value is read each time it is needed, so that a renewed one is taken up."""

    context: SourceContext
    variable: str = ""
    file: str = ""

    def value(self) -> str:
        """Return the secret, hidden from now on in all that is said; SourceError says why it cannot be had."""
        if self.variable:
            found = self.context.environment.get(self.variable, "").strip()
            where = f"the environment variable {self.variable}"
        else:
            found = read_private(place_of(self.file, self.context)).strip()
            where = f"the file {self.file}"
        if not found:
            raise SourceError(f"{where} holds no secret; set it")
        if len(found) < SHORTEST_SECRET or not found.isprintable():
            raise SourceError(f"{where} holds no usable secret; expected one line of {SHORTEST_SECRET} or more letters")
        hide(found)
        return found


def read_secret(settings: Settings, key: str, context: SourceContext) -> Secret | None:
    """Return where the secret under a key stands; a fault never shows what was found instead."""
    if not settings.has(key):
        return None
    found = settings.values[key]
    if isinstance(found, Mapping) and len(found) == 1:
        ((name, text),) = found.items()
        if name in {"env", "file"} and isinstance(text, str) and text.strip():
            is_file = name == "file"
            return Secret(context=context, variable="" if is_file else text.strip(), file=text if is_file else "")
    settings.problems.append(
        f'{settings.where}, key {key}: expected {{ env = "NAME" }} or {{ file = "PATH" }}; the secret itself does not '
        "belong into the plant folder, which every board keeps a copy of"
    )
    return None


def is_secret_name(name: str) -> bool:
    """Tell whether what goes under this name (of a header, a parameter, a variable) is likely to be a secret."""
    return _SECRET_NAME.search(name) is not None


def place_of(path: str, context: SourceContext) -> Path:
    """Return the path of a file that a source names, from the plant folder where it is relative."""
    found = Path(path).expanduser()
    return found if found.is_absolute() or context.folder is None else context.folder / found


def read_private(path: Path) -> str:
    """Return the text of a file that only its owner may read; SourceError where others may, or it cannot be read."""
    try:
        if not path.is_dir() and path.exists() and not path.is_file():  # a pipe would keep us waiting
            raise SourceError(f"{path} is no plain file; a secret stands in one")
        with path.open("rb") as stream:
            state = os.fstat(stream.fileno())
            if os.name == "posix" and state.st_mode & 0o077:
                mode = stat.S_IMODE(state.st_mode)
                raise SourceError(f"{path} can be read by others (its mode is {mode:03o}); set it to 600")
            return stream.read(LARGEST).decode("utf-8-sig")
    except OSError as error:
        raise SourceError(
            f"{path} cannot be read ({error.strerror or error}); check the path and the rights"
        ) from error
    except UnicodeDecodeError as error:
        raise SourceError(f"{path} is not UTF-8 text; write it anew") from error


def read_environment(path: Path) -> dict[str, str]:
    """Return the variables of a private file of NAME=VALUE lines; each value is hidden from now on."""
    found: dict[str, str] = {}
    for number, line in enumerate(read_private(path).splitlines(), 1):
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        match = _LINE.fullmatch(bare)
        if match is None or "\0" in bare:
            raise SourceError(f"{path} line {number} is not NAME=VALUE; mend it")
        value = match[2].strip()
        if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        hide(value)
        found[match[1]] = value
    return found
