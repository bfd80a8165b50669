"""Take back what a source told under wrong settings or another name; what stood is kept as it was known then."""

import argparse
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from board.store.database import Store
from board.store.reader import Reader
from kiosk.command import ToldError
from kiosk.commands.common import claim, day_in, plant_folder, plant_in, settings_of, stored, told
from kiosk.settings import station_id


def withdraw(options: argparse.Namespace) -> int:
    """Take back the readings of a source; ToldError where it never told anything, or a board is running."""
    settings = settings_of(options)
    plant, path, now = plant_in(plant_folder(settings)), stored(settings), datetime.now(UTC)
    reader = Reader.open(path)
    try:
        known = [state.id for state in reader.sources()]
    finally:
        reader.close()
    if options.id not in known:
        raise ToldError(f"the database has nothing of a source {options.id!r}; it has {', '.join(known) or 'none'}")
    zone = ZoneInfo(plant.site.timezone)
    day = day_in(options.since)
    since = None if day is None else datetime.combine(day, time(), zone)
    with told():
        claim(path)
        store = Store.open(path, station=station_id(settings), zone=plant.site.timezone, now=now)
        try:
            count = store.withdraw(options.id, now, since=since)
        finally:
            store.close()
    again = options.id in {spec.id for spec in plant.sources}
    print(f"took back {count} readings of {options.id}" + ("; it is read from the start again" if again else ""))
    print("the totals of days follow when the board is started; planned runs stay")
    return 0
