"""A real PostgreSQL on a port and in a folder of its own, which a test starts late, stops, kills and starts again."""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

PASSWORD = "open-sesame-77"
OWNER = "postgres"  # initdb refuses to work for root
OPTIONS = "-c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=20 -c log_min_messages=fatal"


class Postgres:
    """One server; it keeps its data and its port while it is away."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self._folder = folder
        self._programs = programs
        self._is_up = False
        with socket.socket() as asked:
            asked.bind(("127.0.0.1", 0))
            self.port = int(asked.getsockname()[1])
        (folder / "password").write_text(PASSWORD)
        if os.getuid() == 0:
            for path in (folder, folder / "password"):
                shutil.chown(path, OWNER)
        settings = ["--auth=scram-sha-256", f"--pwfile={folder / 'password'}", "--locale=C", "--encoding=UTF8"]
        self._run("initdb", f"--pgdata={folder / 'data'}", f"--username={OWNER}", "--no-sync", *settings)

    def start(self) -> None:
        """Be there, unless it is already."""
        if self._is_up:
            return
        options = f"{OPTIONS} -p {self.port} -k {self._folder}"
        self._control("start", f"--log={self._folder / 'log'}", f"--options={options}")
        self._is_up = True

    def stop(self, how: str = "fast") -> None:
        """Go away: "fast", or "immediate" as if it had crashed."""
        self._is_up = False
        self._control("stop", f"--mode={how}")

    def url(self, user: str = OWNER, database: str = "postgres", port: int = 0) -> str:
        """Return the address, without a password."""
        return f"postgresql://{user}@127.0.0.1:{port or self.port}/{database}"

    def run(self, *statements: str) -> None:
        """Do what only the owner of the database may."""
        with self.connected() as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def connected(self) -> "psycopg.Connection[tuple[object, ...]]":
        """Return a connection of the owner."""
        return psycopg.connect(
            host="127.0.0.1", port=self.port, user=OWNER, password=PASSWORD, dbname="postgres", autocommit=True
        )

    def _control(self, *words: str) -> None:
        self._run("pg_ctl", f"--pgdata={self._folder / 'data'}", "--wait", "--timeout=60", "--silent", *words)

    def _run(self, program: str, *words: str) -> None:
        command = [str(self._programs / program), *words]
        if os.getuid() == 0:
            command = ["runuser", "-u", OWNER, "--", *command]
        subprocess.run(
            command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, cwd=self._folder, timeout=120
        )


def programs() -> Path | None:
    """Return where the programs of PostgreSQL are; Debian keeps them apart from those for everybody."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    there = shutil.which("initdb")
    return None if there is None else Path(there).resolve().parent


@contextlib.contextmanager
def serving() -> Iterator[Postgres]:
    """Run a server; where none is installed the test is skipped at the desk and fails in CI."""
    place = programs()
    if place is None:
        said = "PostgreSQL is not installed here; `make test` installs it, or: apt-get install postgresql"
        if os.environ.get("CI"):
            pytest.fail(said, pytrace=False)
        pytest.skip(said)
    folder = Path(tempfile.mkdtemp(prefix="gembaboard-"))
    try:
        server = Postgres(folder, place)
        server.start()
        try:
            yield server
        finally:
            with contextlib.suppress(subprocess.CalledProcessError):
                server.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
