"""Erase the name that somebody was given on the wall; what they did stays, and speaks of a former colleague."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from board.journal.intention import ChangePerson
from board.store.database import Store
from board.store.reader import Reader
from kiosk.command import ToldError
from kiosk.commands.common import add_plant_options, claim, plant_folder, plant_in, settings_of, stored, told
from kiosk.settings import station_id


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what this command understands."""
    parser.add_argument("person", help="the name, or the id in the journal")
    add_plant_options(parser)


def run(options: argparse.Namespace) -> int:
    """Erase the name; ToldError where nobody bears it, or a board is running."""
    settings = settings_of(options)
    plant, path, now = plant_in(plant_folder(settings)), stored(settings), datetime.now(UTC)
    people = _ids(path, options.person)
    if not people:
        raise ToldError(
            f"nobody was given the name {options.person!r} on the wall; one of the plant folder is taken out there"
        )
    with told():
        claim(path)
        store = Store.open(path, station=station_id(settings), zone=plant.site.timezone, now=now)
        try:
            for person in people:
                store.erase_person(person, now)
        finally:
            store.close()
    print(f"erased the name of {', '.join(people)}; backups made before still have it")
    return 0


def _ids(database: Path, wanted: str) -> tuple[str, ...]:
    """Return the ids of those who bear a name, or that id, by what was changed on the wall."""
    reader = Reader.open(database)
    try:
        named = [one.said for one in reader.adjustments() if isinstance(one.said, ChangePerson) and one.said.name]
    finally:
        reader.close()
    return tuple(dict.fromkeys(said.person for said in named if wanted in {said.person, said.name}))
