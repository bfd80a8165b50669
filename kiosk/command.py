"""The command line: `gembaboard` runs the board; its sub-commands look, check, render, export and keep house."""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from importlib import import_module
from typing import Final

from kiosk.cycles import search_held
from kiosk.spare import without_plugins

EXIT_TOLD: Final = 1  # something is wrong, and a sentence said what
EXIT_USAGE: Final = 2

RUN: Final = "run"
COMMANDS: Final = {  # sub-command -> the module that adds its options and runs it; imported only when it is asked for
    RUN: "kiosk.commands.run",
    "init": "kiosk.commands.init",
    "check": "kiosk.commands.check",
    "source": "kiosk.commands.source",
    "render": "kiosk.commands.render",
    "show": "kiosk.commands.show",
    "collect": "kiosk.commands.collect",
    "export": "kiosk.commands.export",
    "verify": "kiosk.commands.verify",
    "backup": "kiosk.commands.backup",
    "restore": "kiosk.commands.restore",
    "erase": "kiosk.commands.erase",
}


class ToldError(Exception):
    """Something a person has to know or mend; the message is the whole story, in sentences."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code: 0 well, 1 a sentence said what is wrong, 2 not understood."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] in (["-h"], ["--help"]):
        return _tell(_overview())
    if words and not words[0].startswith("-") and words[0] not in COMMANDS:
        print(f"gembaboard: there is no command {words[0]!r}; there are {', '.join(COMMANDS)}", file=sys.stderr)
        return EXIT_USAGE
    name = words.pop(0) if words and words[0] in COMMANDS else RUN
    without_plugins()
    with search_held() if name == RUN else nullcontext():  # until the board is up
        return _run(name, words)


def _run(name: str, words: Sequence[str]) -> int:
    """Run a sub-command with its own words; the time its modules take to load is part of a start."""
    module = import_module(COMMANDS[name])
    parser = argparse.ArgumentParser(
        prog="gembaboard" if name == RUN else f"gembaboard {name}", description=module.__doc__, allow_abbrev=False
    )
    module.add_options(parser)
    options = parser.parse_args(words)
    try:
        return int(module.run(options))
    except ToldError as told:
        print(f"gembaboard: {told}", file=sys.stderr)
        return EXIT_TOLD
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read this has read enough
        return _leave_pipe()


def _tell(text: str) -> int:
    try:
        print(text, flush=True)
    except BrokenPipeError:
        return _leave_pipe()
    return 0


def _leave_pipe() -> int:
    """Write no more, and let nothing that is still buffered complain of it at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return EXIT_TOLD


def _overview() -> str:
    lines = ["gembaboard [options]            open the board full screen (gembaboard run --help for its options)"]
    for name, module in COMMANDS.items():
        if name != RUN:
            words = (import_module(module).__doc__ or "").strip().splitlines()[0]
            lines.append(f"gembaboard {name:<20} {words}")
    return "\n".join(lines)
