"""The page of sources in words: what kind each is, what it gave last, how old that is, and what is wrong with it."""

from datetime import datetime, timedelta
from fractions import Fraction

from board.views.feeding import Feeding
from board.views.freshness import Stage
from board.views.sources import SourceRow, Sources
from widgets import words
from widgets.words import plural, translate

Age = tuple[Stage, int | None]
"""How an age looks, and its whole seconds; None: nothing was ever told."""
MOST_DECIMALS = 3
LATELY_S = 60
"""Within which an answer stands for one of now, however short a source's own patience is."""
FEW = 2
"""Sources that are named one by one."""


def kind_words(kind: str) -> str:
    """Return what kind of source it is, in plain words; one of another package by its own name."""
    said = {
        "command": translate("board", "program"),
        "csv": translate("board", "CSV files"),
        "demo": translate("board", "demo, invented values"),
        "excel": translate("board", "workbooks"),
        "http": translate("board", "server, HTTP"),
        "mqtt": translate("board", "broker, MQTT"),
        "opcua": translate("board", "machine, OPC UA"),
        "sql": translate("board", "database, SQL"),
    }
    return said.get(kind, kind)


def figure(value: Fraction) -> str:
    """Return a value with as many decimals as it needs, three at most."""
    needed = (count for count in range(MOST_DECIMALS) if (value * 10**count).denominator == 1)
    return words.figure(value, next(needed, MOST_DECIMALS))


def age_words(age: Age) -> str:
    """Return how old it is what a source has told: 4 s old, 23 min old, nothing yet."""
    _, seconds = age
    if seconds is None:
        return translate("board", "nothing yet")
    return translate("board", "{age} old").format(age=words.age_text(seconds))


def of_words(row: SourceRow, now: datetime) -> str:
    """Return what the last value is of, and when it was observed."""
    if row.is_plan:
        return translate("board", "what is planned")
    if row.last is None:
        return translate("board", "no value yet")
    return f"{row.last.measure}, {row.last.node} · {words.seen_text(row.last.at, now)}"


def told_words(row: SourceRow, now: datetime) -> str:
    """Return up to when it has told everything, or else when it answered last."""
    if row.complete_through is not None:
        return translate("board", "complete up to {time}").format(time=words.seen_text(row.complete_through, now))
    if row.answered_at is not None:
        return translate("board", "answered {time}").format(time=words.seen_text(row.answered_at, now))
    return ""


def today_words(row: SourceRow) -> str:
    """Return what the number of readings is called."""
    return plural("reading today", "readings today", row.rows_today)


def troubles(row: SourceRow, age: Age, now: datetime) -> tuple[str, ...]:
    """Return what is wrong with a source, and what comes next, in sentences; the gravest first."""
    said = []
    process = row.process
    if process is not None and not process.is_running:
        said.append(_not_read(process))
    if row.outage is not None:
        failing = translate("board", "Failing since {time}: {sentence}")
        told = failing.format(time=words.seen_text(row.outage.since, now), sentence=words.retold(row.outage.sentence))
        said.append(_with_next(told, row.outage.next_try, now))
    if row.gone:
        said.append(translate("board", "The device is gone: {names}").format(names=", ".join(row.gone)))
    seen = row.freshness.seen_at
    if not said and age[0] is Stage.STALE and seen is not None:
        said.append(_silent(row, seen, now))
    if row.unusable:
        said.append(translate("board", "Not usable: {sentence}").format(sentence=words.retold(row.unusable)))
    return tuple(said)


def summary(view: Sources) -> str:
    """Return how all sources stand in one sentence."""
    count = len(view.rows)
    if not count:
        return ""
    if not view.troubled:
        return plural("it is being read", "all {n} are being read", count).format(n=words.number(count))
    said = plural("{n} of {count} needs a look", "{n} of {count} need a look", view.troubled)
    return said.format(n=words.number(view.troubled), count=words.number(count))


def process_words(process: Feeding, now: datetime, *, alone: bool) -> str:
    """Return how a program stands that reads sources; `alone`: it reads them all."""
    if process.fall is not None and not process.is_running:
        return _with_next(_begun(words.retold(process.said), process), process.next_try, now)
    time = words.seen_text(process.since, now)
    if alone:
        said = translate("board", "The program that reads them has run since {time}").format(time=time)
    else:
        count = len(process.sources)
        of = ", ".join(process.sources)
        if count > FEW:
            of = plural("{n} source", "{n} sources", count).format(n=words.number(count))
        said = translate("board", "The program that reads {sources} has run since {time}").format(sources=of, time=time)
    if process.falls and process.fell_at is not None:
        fell = plural("it fell once, at {time}", "it fell {n} times, last at {time}", process.falls)
        said += f"; {fell.format(n=words.number(process.falls), time=words.seen_text(process.fell_at, now))}"
    if process.memory_mib is not None and process.most_mib is not None:
        takes = translate("board", "{n} of {most} MiB")
        said += f"; {takes.format(n=words.number(process.memory_mib), most=words.number(process.most_mib))}"
    return said


def row_aloud(row: SourceRow, age: Age, now: datetime) -> str:
    """Return everything about a source for somebody who does not see it."""
    parts = [row.id, kind_words(row.kind), *troubles(row, age, now)]
    if row.last is not None:
        parts.append(f"{figure(row.last.value)} {row.last.unit}".rstrip())
    parts += [of_words(row, now), age_words(age), told_words(row, now)]
    parts.append(f"{words.number(row.rows_today)} {today_words(row)}")
    return ", ".join(part.rstrip(".") for part in parts if part)


def _begun(said: str, process: Feeding) -> str:
    """Return a sentence with its first letter large, unless it begins with the name of a source."""
    return said if said.startswith(process.sources) else said[:1].upper() + said[1:]


def _not_read(process: Feeding) -> str:
    if process.next_try is None:
        return translate("board", "Not read now: the program that reads it fell")
    said = translate("board", "Not read now: the program that reads it fell and is started again at {time}")
    return said.format(time=words.clock(process.next_try, seconds=True))


def _silent(row: SourceRow, seen: datetime, now: datetime) -> str:
    """Return that a source tells nothing new: it answers all the same, or has not been heard of lately."""
    time = words.seen_text(seen, now)
    lately = now - timedelta(seconds=max(row.freshness.stale_after_s, LATELY_S))
    if row.answered_at is not None and row.answered_at > max(seen, lately):
        return translate("board", "It answers, but has told nothing newer than {time}").format(time=time)
    return translate("board", "Nothing has come since {time}").format(time=time)


def _with_next(said: str, next_try: datetime | None, now: datetime) -> str:
    """Return a sentence with when it is tried again, unless that has just been."""
    if next_try is None or next_try < now:
        return said
    time = words.clock(next_try.astimezone(now.tzinfo), seconds=True)
    return translate("board", "{said}; next try at {time}").format(said=said.rstrip(". "), time=time)
