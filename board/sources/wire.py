"""Batches as JSON lines on a pipe: friendly to read, and decoded strictly, since the other end may be anybody."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from fractions import Fraction
from typing import Final, TypeVar, cast

from board.kpi.reading import Batch, Complaint, Quality, Reading
from board.plant.plant import PlannedRun, RunKind
from board.sources.number import NumberError, read_number

LONGEST_LINE: Final = 1024 * 1024
LONGEST_RECORD: Final = 64 * 1024
LONGEST_TEXT: Final = 4096  # so that the texts of one record stay within LONGEST_RECORD
LONGEST_WATERMARK: Final = 512 * 1024
MOST_READINGS: Final = 5000
MOST_DIGITS: Final = 100

_T = TypeVar("_T")
_Object = Mapping[str, object]
_READING = frozenset(field.name for field in fields(Reading)) - {"revision", "received_at"}  # those the store gives
_BATCH = frozenset(field.name for field in fields(Batch))
_RUN = frozenset(field.name for field in fields(PlannedRun))
_COMPLAINT = frozenset(field.name for field in fields(Complaint))
_RATIO = re.compile(r"-?[0-9]{1,100}/[0-9]{1,100}", re.ASCII)


class WireError(ValueError):
    """A line that is no batch; says what was found and what was expected."""


def encode_batch(batch: Batch) -> bytes:
    """Return the batch as one JSON line with its end of line; fields at their defaults are left out."""
    message: dict[str, object] = {
        "source": batch.source,
        "number": batch.number,
        "seen_at": encode_time(batch.seen_at),
        "watermark": batch.watermark,
    }
    if batch.complete_through is not None:
        message["complete_through"] = encode_time(batch.complete_through)
    if batch.progress is not None:
        message["progress"] = encode_value(batch.progress)
    if batch.complaints:
        message["complaints"] = [
            {"source": c.source, "where": _clean(c.where[:LONGEST_TEXT]), "said": _clean(c.said[:LONGEST_TEXT])}
            for c in batch.complaints
        ]
    if batch.gone:
        message["gone"] = list(batch.gone)
    if batch.by_rows:
        message["by_rows"] = True
    if batch.through:
        message["through"] = [[node, encode_time(moment)] for node, moment in batch.through]
    if batch.mended:
        message["mended"] = [_clean(place) for place in batch.mended]
    if batch.runs:
        message["runs"] = [_run_object(run) for run in batch.runs]
    message["readings"] = [_reading_object(reading) for reading in batch.readings]
    return json.dumps(message, separators=(",", ":")).encode("ascii") + b"\n"


def decode_batch(line: bytes) -> Batch:
    """Return the batch of a line; WireError for anything else, however hostile."""
    message = decode_object(line, LONGEST_LINE)
    _known(message, _BATCH, "a batch")
    source = _text(message, "source")
    readings = tuple(_reading(_each(item, "reading"), source) for item in _list(message, "readings", MOST_READINGS))
    progress = _value(message, "progress")
    if progress is not None and not 0 <= progress <= 1:
        raise WireError(f"progress: found {progress}, expected 0 to 1")
    return Batch(
        source=source,
        readings=readings,
        watermark=_text(message, "watermark", longest=LONGEST_WATERMARK, empty=True),
        seen_at=_time(message, "seen_at"),
        complete_through=_maybe_time(message, "complete_through"),
        complaints=tuple(_complaint(_each(item, "complaint")) for item in _list(message, "complaints", MOST_READINGS)),
        runs=tuple(_run(_each(item, "run"), source) for item in _list(message, "runs", MOST_READINGS)),
        number=_whole(message, "number", 0),
        progress=progress,
        gone=tuple(_text({"gone": item}, "gone") for item in _list(message, "gone", MOST_READINGS)),
        by_rows="by_rows" in message and _flag(message, "by_rows"),
        mended=tuple(_text({"mended": each}, "mended", empty=True) for each in _list(message, "mended", MOST_READINGS)),
        through=tuple(_node_time(item) for item in _list(message, "through", MOST_READINGS)),
    )


def encode_time(moment: datetime) -> str:
    """Return a moment as ISO 8601 in UTC."""
    return (moment if moment.tzinfo is UTC else moment.astimezone(UTC)).isoformat()[:-6] + "Z"


def encode_value(value: Fraction) -> int | str:
    """Return a whole number as it is, anything else exactly as "numerator/denominator"."""
    return value.numerator if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


def decode_reading(item: object, source: str) -> Reading:
    """Return one reading of an object as a line holds it; WireError for anything else."""
    return _reading(_each(item, "reading"), source)


def decode_object(line: bytes, longest: int) -> dict[str, object]:
    """Return the JSON object of a line; WireError where it is longer than allowed, no JSON or no object."""
    if len(line) > longest:
        raise WireError(f"found a line of {len(line)} bytes, expected at most {longest}")
    try:
        message = json.loads(line.decode("utf-8"), parse_float=str, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise WireError(f"found bytes that are not UTF-8 ({error.reason}), expected a JSON line") from error
    except (ValueError, RecursionError) as error:
        raise WireError(f"found no JSON ({str(error)[:200]}), expected a JSON line") from error
    return cast(dict[str, object], _each(message, "message"))


def _clean(text: str) -> str:
    """Return a text without what the other end refuses: what hostile input says must not be hostile itself."""
    if text.isascii() and "\0" not in text:
        return text
    return "".join("\ufffd" if letter == "\0" or "\ud800" <= letter <= "\udfff" else letter for letter in text)


def _reading_object(reading: Reading) -> dict[str, object]:
    start = encode_time(reading.start)
    found: dict[str, object] = {"node": _clean(reading.node), "measure": _clean(reading.measure), "start": start}
    if reading.end != reading.start:
        found["end"] = encode_time(reading.end)
    found["value"] = None if reading.value is None else encode_value(reading.value)
    found["key"] = _clean(reading.key)
    for name in ("unit", "reason", "product", "order"):
        text = getattr(reading, name)
        if text:
            found[name] = _clean(text)
    if reading.quality is not Quality.GOOD:
        found["quality"] = reading.quality.value
    if not reading.final:
        found["final"] = False
    if reading.observations != 1:
        found["observations"] = reading.observations
    if reading.observed_at is not None:
        found["observed_at"] = encode_time(reading.observed_at)
    return found


def _run_object(run: PlannedRun) -> dict[str, object]:
    found: dict[str, object] = {"node": _clean(run.node), "start": encode_time(run.start), "kind": run.kind.value}
    if run.end is not None:
        found["end"] = encode_time(run.end)
    if run.rate is not None:
        found["rate"] = encode_value(run.rate)
    plain: dict[str, object] = {
        "product": _clean(run.product or "") or None,
        "order": _clean(run.order or "") or None,
        "quantity": run.quantity,
        "crew": run.crew,
        "origin": run.origin,
        "key": _clean(run.key) or None,
    }
    return found | {name: value for name, value in plain.items() if value is not None}


def _reading(item: _Object, source: str) -> Reading:
    _known(item, _READING, "a reading")
    start, value = _time(item, "start"), _value(item, "value")
    end = _maybe_time(item, "end") or start
    if end < start:
        raise WireError(f"end: found {end:%Y-%m-%dT%H:%M:%SZ}, expected nothing before the start")
    if _maybe_text(item, "source") not in {None, source}:
        raise WireError(f"source: found {item['source']!r}, expected the batch's own {source!r}")
    quality = _choice(item, "quality", Quality, Quality.GOOD)
    if value is None and quality is Quality.GOOD:
        quality = Quality.MISSING
    if value is not None and quality not in {Quality.GOOD, Quality.UNCERTAIN}:
        raise WireError(f"value: found {value} with the quality {quality.value}, expected null")
    return Reading(
        node=_text(item, "node"),
        measure=_text(item, "measure"),
        start=start,
        end=end,
        value=value,
        source=source,
        key=_text(item, "key"),
        unit=_maybe_text(item, "unit") or "",
        reason=_maybe_text(item, "reason"),
        product=_maybe_text(item, "product"),
        order=_maybe_text(item, "order"),
        quality=quality,
        final=_flag(item, "final"),
        observations=_whole(item, "observations", 1),
        observed_at=_maybe_time(item, "observed_at"),
    )


def _run(item: _Object, source: str) -> PlannedRun:
    _known(item, _RUN, "a run")
    start, end = _time(item, "start"), _maybe_time(item, "end")
    if end is not None and end < start:
        raise WireError("end: found a time before the start of the run")
    return PlannedRun(
        node=_text(item, "node"),
        start=start,
        end=end,
        product=_maybe_text(item, "product"),
        order=_maybe_text(item, "order"),
        rate=_value(item, "rate"),
        quantity=None if item.get("quantity") is None else _whole(item, "quantity", 0),
        crew=None if item.get("crew") is None else _whole(item, "crew", 0),
        kind=_choice(item, "kind", RunKind, RunKind.PRODUCTION),
        origin=_maybe_text(item, "origin") or source,
        key=_maybe_text(item, "key") or "",
    )


def _complaint(item: _Object) -> Complaint:
    _known(item, _COMPLAINT, "a complaint")
    return Complaint(source=_text(item, "source"), where=_text(item, "where", empty=True), said=_text(item, "said"))


def _node_time(item: object) -> tuple[str, datetime]:
    if not isinstance(item, list) or len(item) != 2:
        raise WireError(f"through: found {_short(item)}, expected a node with its time")
    pair = dict(zip(("node", "through"), item, strict=True))
    return _text(pair, "node"), _time(pair, "through")


def _known(item: _Object, names: frozenset[str], what: str) -> None:
    strange = next((name for name in item if name not in names), None)
    if strange is not None:
        raise WireError(f"found the field {strange[:100]!r} in {what}, expected only {', '.join(sorted(names))}")


def _each(item: object, what: str) -> _Object:
    if not isinstance(item, dict):
        raise WireError(f"found a {what} that is a {type(item).__name__}, expected an object")
    return cast(_Object, item)


def _list(item: _Object, name: str, most: int) -> list[object]:
    found = item.get(name, [])
    if not isinstance(found, list) or len(found) > most:
        raise WireError(f"{name}: expected a list of at most {most}")
    return found


def _text(item: _Object, name: str, *, longest: int = LONGEST_TEXT, empty: bool = False) -> str:
    found = item.get(name)
    if not isinstance(found, str) or not (found or empty):
        raise WireError(f"{name}: found {_short(found)}, expected a text")
    if len(found) > longest:
        raise WireError(f"{name}: found {len(found)} characters, expected at most {longest}")
    if not found.isascii() and any("\ud800" <= letter <= "\udfff" for letter in found):
        raise WireError(f"{name}: found half a character (a lone surrogate), expected a text")
    if "\0" in found:
        raise WireError(f"{name}: found a NUL, expected a text")
    return found


def _maybe_text(item: _Object, name: str) -> str | None:
    return None if item.get(name) is None else _text(item, name)


def _time(item: _Object, name: str) -> datetime:
    text = _text(item, name, longest=40)
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            raise WireError(f"{name}: found {text!r} without a zone, expected UTC with a Z")
        return moment.astimezone(UTC)
    except WireError:
        raise
    except (ValueError, OverflowError) as error:
        raise WireError(f"{name}: found {text!r}, expected a time like 2026-04-01T06:00:00Z") from error


def _maybe_time(item: _Object, name: str) -> datetime | None:
    return None if item.get(name) is None else _time(item, name)


def _value(item: _Object, name: str) -> Fraction | None:
    found = item.get(name)
    if found is None:
        return None
    if isinstance(found, int) and not isinstance(found, bool) and abs(found) < 10**MOST_DIGITS:
        return Fraction(found)
    if isinstance(found, str):
        try:
            return Fraction(found) if _RATIO.fullmatch(found) else read_number(found, decimal=".")
        except (NumberError, ZeroDivisionError) as error:
            raise WireError(f"{name}: found {_short(found)}, expected a number such as 12.5 or 7/3") from error
    raise WireError(f'{name}: found {_short(found)}, expected a number, a text like "7/3", or null')


def _whole(item: _Object, name: str, default: int) -> int:
    found = item.get(name, default)
    if not isinstance(found, int) or isinstance(found, bool) or not 0 <= found < 2**53:
        raise WireError(f"{name}: found {_short(found)}, expected a whole number that is not negative")
    return found


def _flag(item: _Object, name: str) -> bool:
    found = item.get(name, True)
    if not isinstance(found, bool):
        raise WireError(f"{name}: found {_short(found)}, expected true or false")
    return found


def _choice(item: _Object, name: str, choices: Callable[[object], _T], default: _T) -> _T:
    if name not in item:
        return default
    try:
        return choices(item[name])
    except (ValueError, TypeError) as error:
        raise WireError(f"{name}: found {_short(item[name])}, expected one of the words for it") from error


def _short(found: object) -> str:
    return repr(found)[:100] if isinstance(found, str | bool | None) else f"a {type(found).__name__}"


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no number")
