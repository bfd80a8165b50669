"""Whom we believe on the other end of an OPC UA connection, and who we say we are.

Loaded only where a source is configured that needs it. There is no way to believe everybody: a secured connection is
opened to the one server whose certificate lies in a file, and a password is never sent so that others can read it.
"""

import asyncio
import os
import socket
from pathlib import Path
from typing import Final

from asyncua import ua
from asyncua.common.utils import ServiceError
from asyncua.crypto import cert_gen, security_policies
from asyncua.crypto.uacrypto import CertProperties
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key

from board.sources.contract import SourceContext, SourceError
from board.sources.opcua_setting import MODES, OpcuaSettings, Trust
from board.sources.opcua_wire import BoardClient
from board.sources.secret import place_of, read_private

LARGEST: Final = 256 * 1024  # bytes of a certificate
YEARS: Final = 10
_MODES: Final = dict(zip(MODES, (ua.MessageSecurityMode.SignAndEncrypt, ua.MessageSecurityMode.Sign), strict=True))
_UNTRUSTED: Final = 0x801A_0000  # BadCertificateUntrusted


async def secure(client: BoardClient, trust: Trust, context: SourceContext) -> None:
    """Give a client that is not connected what it takes to be let in; SourceError says what is missing or wrong."""
    if trust.user:
        client.set_user(trust.user)
        if trust.password is not None:
            client.set_password(trust.password.value())
    if trust.server:
        _believe(client, _certificate(trust.server, context))
    if not trust.policy:
        return
    server = _certificate(trust.server, context)
    own, key = place_of(trust.own, context), place_of(trust.own_key, context)
    if not own.exists() and not key.exists():
        make_own(own, key)
    ours = _certificate(trust.own, context)
    client.application_uri = _uri_of(ours) or client.application_uri
    password = None if trust.own_password is None else trust.own_password.value()
    pem = read_private(key).encode()
    try:
        load_pem_private_key(pem, None if password is None else password.encode())
    except (ValueError, TypeError) as error:
        said = f"{key} cannot be used as a key; it has to be PEM, and certificate_password its password if it has one"
        raise SourceError(said) from error
    policy = getattr(security_policies, f"SecurityPolicy{trust.policy.replace('_', '')}")
    await client.set_security(
        policy,
        CertProperties(ours.public_bytes(Encoding.DER), "der"),
        CertProperties(pem, "pem", password),
        None,
        CertProperties(server.public_bytes(Encoding.DER), "der"),
        _MODES[trust.mode],
    )


def prepare(settings: OpcuaSettings, context: SourceContext) -> None:
    """Look whether everything is there that it takes to be let in; SourceError says what is not."""
    asyncio.run(secure(BoardClient(settings.url), settings.trust, context))


def make_own(certificate: Path, key: Path) -> None:
    """Make a certificate and its key, which only its owner may read; SourceError where they cannot be written."""
    secret = cert_gen.generate_private_key()
    host = socket.gethostname()
    made = cert_gen.generate_self_signed_app_certificate(
        secret,
        "Gembaboard",
        {"organizationName": "Gembaboard"},
        [x509.UniformResourceIdentifier(f"urn:{host}:gembaboard"), x509.DNSName(host)],
        [x509.oid.ExtendedKeyUsageOID.CLIENT_AUTH],
        days=365 * YEARS,
    )
    is_pem = certificate.suffix.lower() == ".pem"
    try:
        for path in (certificate, key):
            path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(cert_gen.dump_private_key_as_pem(secret))
        certificate.write_bytes(made.public_bytes(Encoding.PEM if is_pem else Encoding.DER))
    except OSError as error:
        said = f"{error.filename or key} cannot be written ({error.strerror or error}); check the path and the rights"
        raise SourceError(said) from error


def _certificate(path: str, context: SourceContext) -> x509.Certificate:
    """Return the certificate of a file, PEM or DER."""
    place = place_of(path, context)
    try:
        with place.open("rb") as stream:
            data = stream.read(LARGEST)
        if b"-----BEGIN" in data:
            return x509.load_pem_x509_certificate(data)
        return x509.load_der_x509_certificate(data)
    except OSError as error:
        said = f"{place} cannot be read ({error.strerror or error}); check the path and the rights"
        raise SourceError(said) from error
    except ValueError as error:
        raise SourceError(f"{place} is no certificate; it has to be PEM or DER") from error


def _uri_of(certificate: x509.Certificate) -> str:
    """Return the name of the application in a certificate, which has to be that of the session too."""
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (x509.ExtensionNotFound, ValueError):
        return ""
    return next(iter(names.get_values_for_type(x509.UniformResourceIdentifier)), "")


def _believe(client: BoardClient, wanted: x509.Certificate) -> None:
    """Let the client believe this server alone, also where the connection is not secured."""

    async def validate(shown: x509.Certificate, _described: ua.ApplicationDescription) -> None:
        if shown != wanted:
            raise ServiceError(_UNTRUSTED)

    client.certificate_validator = validate
