"""A broker that speaks MQTT: topics of a Unified Namespace, with JSON or bare values, or Sparkplug B."""

from collections.abc import Iterator
from datetime import datetime

from board.kpi.reading import Batch, Complaint
from board.plant.plant import SourceSpec
from board.sources.about import About, Asked, Found
from board.sources.contract import SourceContext, SourceError
from board.sources.ear import Ear
from board.sources.hearing import overhear
from board.sources.mqtt_listen import Listening, session_of
from board.sources.mqtt_look import look_round
from board.sources.mqtt_mark import MqttMark
from board.sources.mqtt_reader import MessageReader
from board.sources.mqtt_setting import read_settings
from board.sources.sparkplug_reader import SparkplugReader

_ASKED = (
    Asked(key="url", says="the address", example='"mqtts://broker:8883"', needed=True),
    Asked(key="topic", says="the topics, with names for levels", example='"plant/{area}/{line}/{tag}"', needed=True),
    Asked(key="user", says="the user", example='"board"'),
    Asked(key="password", says="the user's password", example='{ env = "BROKER_PASSWORD" }'),
    Asked(key="payload", says='how values are written: "json" (or bare) or "sparkplug"', example='"sparkplug"'),
    Asked(key="rows", says="where several rows stand in one payload", example='"$.values[*]"'),
    Asked(key="version", says='which MQTT the broker speaks: "5" or "3.1.1"', example='"3.1.1"'),
    Asked(key="client", says="our name at the broker, one for each board", example='"board-line-1"'),
    Asked(key="session", says="how long the broker keeps for us what we miss", example='"1 d"'),
    Asked(key="rebirth", says="whether Sparkplug nodes may be asked to introduce themselves again", example="false"),
    Asked(key="authority", says="the certificate of the plant's own authority", example='"plant-ca.pem"'),
    Asked(key="certificate", says="our own certificate", example='"board.pem"'),
    Asked(key="certificate_key", says="its key", example='"board.key"'),
    Asked(key="certificate_password", says="the password of that key", example='{ env = "BOARD_KEY_PASSWORD" }'),
)


class MqttBroker:
    """A source of kind "mqtt"."""

    pushes = True

    def __init__(self, spec: SourceSpec, context: SourceContext) -> None:
        """Check the settings; SettingsError names every fault in them."""
        self._spec = spec
        self._context = context
        self._settings = read_settings(spec, context)

    @classmethod
    def describe(cls) -> About:
        """Say what this kind is and what it asks for."""
        return About(kind="mqtt", says="a broker whose topics are listened to", settings=_ASKED, listens=True)

    @classmethod
    def discover(cls, spec: SourceSpec, context: SourceContext, now: datetime) -> tuple[Found, ...]:
        """Return the topics that say something within a few seconds, or, with `topic` set, what theirs hold."""
        return look_round(spec, context, now)

    def check(self, now: datetime) -> tuple[Complaint, ...]:
        """Say which secret, certificate or package is not there; what the broker tells is told by `read`."""
        del now
        try:
            session_of(self._settings, self._context, client="", is_lasting=False).close()
        except SourceError as error:
            return (Complaint(source=self._spec.id, where="url", said=str(error)),)
        return ()

    def read(self, watermark: str | None, now: datetime) -> Iterator[Batch]:
        """Listen for a few seconds under a name of its own, so that a board that listens is not disturbed."""
        yield from overhear(_Passing(self), self._spec.id, watermark, now)

    def listen(self, watermark: str | None, ear: Ear) -> None:
        """Listen to the broker, which keeps for us what comes while we are away."""
        self._listening(watermark).run(ear, is_lasting=True)

    def look_in(self, watermark: str | None, ear: Ear) -> None:
        """Listen without leaving anything behind at the broker."""
        self._listening(watermark).run(ear, is_lasting=False)

    def _listening(self, watermark: str | None) -> Listening:
        mark = MqttMark.parse(watermark, self._settings.digest)
        kind = SparkplugReader if self._settings.payload == "sparkplug" else MessageReader
        reader = kind(self._settings, self._context, self._spec.id, mark.more)
        return Listening(self._spec, self._settings, self._context, reader, mark)


class _Passing:
    """A source that only looks in."""

    pushes = True

    def __init__(self, source: MqttBroker) -> None:
        self._source = source
        self.check = source.check
        self.read = source.read

    def listen(self, watermark: str | None, ear: Ear) -> None:
        """Listen without leaving anything behind."""
        self._source.look_in(watermark, ear)
