"""What has to be installed is said as a line that can be copied, whichever interpreter the board runs with."""

import shlex
import sys

import pytest

from board.sources.not_installed import not_installed


def test_the_command_installs_where_the_board_runs() -> None:
    said, _, command = not_installed("paho-mqtt", "gembaboard[mqtt]").partition("install it with: ")
    assert said == "paho-mqtt is not installed here; "
    assert shlex.split(command) == [sys.executable, "-m", "pip", "install", "gembaboard[mqtt]"]
    assert command.endswith("'gembaboard[mqtt]'"), "a shell takes brackets for a pattern"


def test_a_folder_with_a_space_in_its_name_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/opt/visual board/bin/python")
    command = not_installed("the driver pymysql for mysql+pymysql", "pymysql").partition("install it with: ")[2]
    assert command == "'/opt/visual board/bin/python' -m pip install pymysql"
