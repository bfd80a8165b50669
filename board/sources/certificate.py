"""Whom a source believes, and who it says it is: certificates, checked without any way round it."""

import ssl
from dataclasses import dataclass

from board.sources.contract import SourceContext, SourceError
from board.sources.secret import Secret, place_of, read_private, read_secret
from board.sources.setting import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificates:
    """Whom we believe besides those the system does, and who we are."""

    authority: str = ""
    own: str = ""
    own_key: str = ""
    password: Secret | None = None


def read_certificates(settings: Settings, context: SourceContext) -> Certificates:
    """Return the certificates that settings name; faults are noted in `settings.problems`."""
    found = Certificates(
        authority=settings.text("authority"),
        own=settings.text("certificate"),
        own_key=settings.text("certificate_key"),
        password=read_secret(settings, "certificate_password", context),
    )
    if found.own_key and not found.own:
        settings.fault("certificate", "the certificate that belongs to certificate_key")
    return found


def trusting(certificates: Certificates, context: SourceContext) -> ssl.SSLContext:
    """Return whom to believe: those the system does, and the plant's own authority. There is no way round it."""
    found = ssl.create_default_context()
    try:
        if certificates.authority:
            found.load_verify_locations(place_of(certificates.authority, context))
        if certificates.own:
            own = place_of(certificates.own, context)
            key = place_of(certificates.own_key or certificates.own, context)
            read_private(key)
            password = certificates.password
            found.load_cert_chain(own, key, "" if password is None else password.value())  # never asked for
    except (OSError, ssl.SSLError) as error:
        why = error.strerror or str(error)
        raise SourceError(f"the certificates cannot be used ({why}); check authority and certificate") from error
    return found
