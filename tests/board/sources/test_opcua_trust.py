"""A server that lets in only who shows the right certificate or password, and a board that believes only its server."""

import shutil
import stat
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from asyncua import ua
from asyncua.common.utils import ServiceError
from asyncua.crypto.permission_rules import User, UserRole
from asyncua.server.user_managers import UserManager
from cryptography import x509
from typing_extensions import override

from board.sources import opcua_setting
from board.sources.contract import Listener, SettingsError, SourceError, open_source
from board.sources.hearing import overhear
from board.sources.opcua_trust import make_own
from tests.board.sources.drop import context
from tests.board.sources.machine import Machine
from tests.board.sources.packer import VALUES, spec

NOW = datetime.now(UTC)
PASSWORD = "open-sesame-77"
TOKENS = {"RIGHT": PASSWORD, "WRONG": "guessed-it-9"}
OPEN = ua.SecurityPolicyType.NoSecurity
BOTH = [ua.SecurityPolicyType.Basic256Sha256_SignAndEncrypt, ua.SecurityPolicyType.Basic256Sha256_Sign]


class Doorman(UserManager):
    """Lets in only one user, by password, and remembers who came."""

    def __init__(self, password: str = PASSWORD) -> None:
        self.password = password
        self.came: list[str | None] = []

    @override
    def get_user(
        self, iserver: Any, username: str | None = None, password: str | None = None, certificate: Any = None
    ) -> User | None:
        self.came.append(username)
        return User(role=UserRole.User) if (username, password) == ("board", self.password) else None


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of certificates, made once: a key takes its time."""
    folder = tmp_path_factory.mktemp("certificates")
    for name in ("server", "other", "board"):
        make_own(folder / f"{name}.der", folder / f"{name}.key")
    return folder


@pytest.fixture
def machine(tmp_path: Path, made: Path) -> Iterator[Machine]:
    """Return a machine with a certificate that is not started yet."""
    found = Machine(VALUES)
    for name in ("server.der", "server.key", "other.der"):
        shutil.copy2(made / name, tmp_path / name)
    found.certificate = tmp_path / "server.der", tmp_path / "server.key"
    found.policies = BOTH
    try:
        yield found
    finally:
        found.close()


def secured(**more: object) -> Mapping[str, object]:
    return {
        "security": "Basic256Sha256",
        "server_certificate": "server.der",
        "certificate": "own/board.der",
        "certificate_key": "own/board.key",
        **more,
    }


def look(machine: Machine, folder: Path, settings: Mapping[str, object]) -> int:
    """Take one look, and return how many values stood there."""
    source = cast(Listener, open_source(spec(machine, settings), context(folder, environment=TOKENS)))
    return sum(batch.watermark.count("[[") for batch in overhear(source, "packer", None, NOW, quiet_s=0.1))


def refused(machine: Machine, folder: Path, settings: Mapping[str, object]) -> str:
    """Return why a look fails."""
    with pytest.raises(SourceError) as caught:
        look(machine, folder, settings)
    assert PASSWORD not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("mode", opcua_setting.MODES)
def test_a_secured_server_is_listened_to_with_a_certificate_that_is_made(
    machine: Machine, tmp_path: Path, mode: str
) -> None:
    machine.start()
    assert look(machine, tmp_path, secured(mode=mode)) > 0
    key = tmp_path / "own" / "board.key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    before = key.read_bytes()
    assert look(machine, tmp_path, secured(mode=mode)) > 0
    assert key.read_bytes() == before


@pytest.mark.parametrize("policy", opcua_setting.POLICIES)
def test_every_policy_is_spoken(machine: Machine, tmp_path: Path, policy: str) -> None:
    machine.policies = [getattr(ua.SecurityPolicyType, f"{policy.replace('_', '')}_SignAndEncrypt")]
    machine.start()
    assert look(machine, tmp_path, secured(security=policy)) > 0


def test_a_server_with_another_certificate_is_not_believed(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("board.sources.opcua_wire.ANSWER_S", 1.5)
    machine.start()
    said = refused(machine, tmp_path, secured(server_certificate="other.der"))
    assert "whether server_certificate is its own" in said
    assert look(machine, tmp_path, secured()) > 0


def test_a_server_that_does_not_trust_our_certificate_is_said(machine: Machine, tmp_path: Path) -> None:
    machine.start()
    assert machine.server is not None

    async def validate(_shown: x509.Certificate, _described: ua.ApplicationDescription) -> None:
        raise ServiceError(0x801A_0000)  # BadCertificateUntrusted

    machine.server.set_certificate_validator(validate)
    assert "let it trust our certificate" in refused(machine, tmp_path, secured())


def test_user_and_password_open_the_door_and_only_they(machine: Machine, tmp_path: Path) -> None:
    machine.user_manager = Doorman()
    machine.start()
    user = secured(user="board")
    assert look(machine, tmp_path, {**user, "password": {"env": "RIGHT"}}) > 0
    assert "check user and password" in refused(machine, tmp_path, {**user, "password": {"env": "WRONG"}})
    assert "check user and password" in refused(machine, tmp_path, secured())


def test_a_password_is_never_sent_in_the_clear(machine: Machine, tmp_path: Path) -> None:
    doorman = machine.user_manager = Doorman()
    machine.certificate, machine.policies = None, [OPEN]
    machine.start()
    said = refused(machine, tmp_path, {"user": "board", "password": {"env": "RIGHT"}})
    assert "others can read it" in said
    assert doorman.came == []


def test_over_an_open_connection_a_password_is_encrypted_for_the_server_we_believe(
    machine: Machine, tmp_path: Path
) -> None:
    doorman = machine.user_manager = Doorman()
    machine.policies = [OPEN, *BOTH]
    machine.start()
    user = {"user": "board", "password": {"env": "RIGHT"}}
    assert look(machine, tmp_path, {**user, "server_certificate": "server.der"}) > 0
    before = list(doorman.came)
    refused(machine, tmp_path, {**user, "server_certificate": "other.der"})
    assert doorman.came == before


def test_what_is_wrong_with_the_files_is_said(machine: Machine, tmp_path: Path, made: Path) -> None:
    machine.start()
    (tmp_path / "own").mkdir()
    for name in ("board.der", "board.key"):
        shutil.copy2(made / name, tmp_path / "own" / name)
    assert "cannot be read" in refused(machine, tmp_path, secured(server_certificate="nowhere.der"))
    (tmp_path / "junk.der").write_bytes(b"junk")
    assert "is no certificate" in refused(machine, tmp_path, secured(server_certificate="junk.der"))
    (tmp_path / "own" / "board.key").chmod(0o644)
    assert "can be read by others" in refused(machine, tmp_path, secured())
    (tmp_path / "own" / "board.key").chmod(0o600)
    (tmp_path / "own" / "board.key").write_text("junk")
    assert "cannot be used as a key" in refused(machine, tmp_path, secured())


def test_a_check_says_what_is_missing_and_makes_the_certificate(machine: Machine, tmp_path: Path) -> None:
    def checked(settings: Mapping[str, object]) -> list[str]:
        source = open_source(spec(machine, settings), context(tmp_path, environment=TOKENS))
        return [each.said for each in source.check(NOW)]

    (said,) = checked(secured(user="board", password={"env": "NOBODY"}))
    assert "NOBODY holds no secret" in said
    assert not (tmp_path / "own").exists()
    assert checked(secured(user="board", password={"env": "RIGHT"})) == []
    assert (tmp_path / "own" / "board.der").is_file()


def test_settings_that_do_not_fit_together_are_named() -> None:
    wrong: list[tuple[dict[str, object], str]] = [
        ({"security": "Basic256Sha256"}, "key server_certificate"),
        ({"security": "Basic128Rsa15"}, "key security"),
        ({"certificate": "x.der"}, "only beside security"),
        ({"password": {"env": "RIGHT"}}, "key user"),
        ({"password": PASSWORD, "user": "board"}, "the secret itself does not belong"),
        ({"url": "opc.tcp://board:open-sesame-77@packer"}, "set user, password"),
        ({"url": "http://packer"}, "such as opc.tcp://packer:4840"),
    ]
    machine = Machine(VALUES)
    try:
        for settings, said in wrong:
            with pytest.raises(SettingsError) as caught:
                open_source(spec(machine, settings), context())
            assert said in str(caught.value)
            assert PASSWORD not in str(caught.value)
    finally:
        machine.close()
