"""A server that speaks OPC UA: nodes that are listened to, with counters, states and levels."""

from collections.abc import Iterator
from datetime import datetime
from typing import cast

from board.kpi.reading import Batch, Complaint
from board.plant.plant import SourceSpec
from board.sources.about import About, Asked, Found
from board.sources.contract import SourceContext, SourceError
from board.sources.ear import Ear
from board.sources.hearing import overhear
from board.sources.opcua_listen import Listening, loaded
from board.sources.opcua_run import rest_of
from board.sources.opcua_setting import read_settings

_ASKED = (
    Asked(key="url", says="the address", example='"opc.tcp://packer:4840"', needed=True),
    Asked(key="nodes", says="names for nodes", example='{ state = "ns=2;s=Packer.StateCurrent" }'),
    Asked(key="each", says="what stands for {line} in addresses of nodes", example='{ line = ["L1", "L2"] }'),
    Asked(key="on", says="the nodes of which each change counts once", example='"cycle"'),
    Asked(key="clock", says='whose time a value is of: "source", "server" or "board"', example='"server"'),
    Asked(key="every", says="how often the server looks and tells", example='"1 s"'),
    Asked(key="user", says="the user", example='"board"'),
    Asked(key="password", says="the user's password", example='{ env = "PACKER_PASSWORD" }'),
    Asked(key="security", says="how the connection is secured", example='"Basic256Sha256"'),
    Asked(key="mode", says='"sign and encrypt", or only "sign"', example='"sign"'),
    Asked(key="server_certificate", says="the certificate of the server we believe", example='"packer.der"'),
    Asked(key="certificate", says="our own certificate; made where there is none", example='"board.pem"'),
    Asked(key="certificate_key", says="its key", example='"board.key"'),
    Asked(key="certificate_password", says="the password of that key", example='{ env = "BOARD_KEY_PASSWORD" }'),
)


class OpcuaServer:
    """A source of kind "opcua"."""

    pushes = True

    def __init__(self, spec: SourceSpec, context: SourceContext) -> None:
        """Check the settings; SettingsError names every fault in them."""
        self._spec = spec
        self._context = context
        self._settings = read_settings(spec, context)

    @classmethod
    def describe(cls) -> About:
        """Say what this kind is and what it asks for."""
        says = "a machine or gateway whose nodes are subscribed to"
        return About(kind="opcua", says=says, settings=_ASKED, listens=True)

    @classmethod
    def discover(cls, spec: SourceSpec, context: SourceContext, now: datetime) -> tuple[Found, ...]:
        """Return the nodes that `nodes` names, or, where none is, all that hold a value, with what stands there."""
        del now
        settings = read_settings(spec, context, mapped=False)
        look_round = loaded("board.sources.opcua_browse").look_round
        return cast("tuple[Found, ...]", look_round(settings, context))

    def check(self, now: datetime) -> tuple[Complaint, ...]:
        """Say which secret, certificate or package is not there; what the server tells is told by `read`.

        Our own certificate is made where there is none, so that the server can be told to trust it.
        """
        del now
        try:
            loaded("board.sources.opcua_session")
            loaded("board.sources.opcua_trust").prepare(self._settings, self._context)
        except SourceError as error:
            return (Complaint(source=self._spec.id, where="url", said=str(error)),)
        return ()

    def read(self, watermark: str | None, now: datetime) -> Iterator[Batch]:
        """Listen for a few seconds; a board that listens to the same server is not disturbed."""
        is_planned = self._settings.mapping.run is not None
        rest_s = rest_of(self._settings).total_seconds() if is_planned else 0.0
        yield from overhear(self, self._spec.id, watermark, now, rest_s=rest_s)

    def listen(self, watermark: str | None, ear: Ear) -> None:
        """Listen until the server breaks off or falls silent."""
        Listening(self._spec, self._settings, self._context, watermark).run(ear)
