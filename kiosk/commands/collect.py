"""Read the sources without a window: into the board's database until stopped, or onto the terminal with --print."""

import argparse
import signal
import sys
import threading
from types import FrameType

from board.kpi.reading import Complaint
from board.plant.plant import Plant
from board.plant.problem import PlantError
from board.sources.wire import encode_batch
from kiosk.command import ToldError
from kiosk.commands.common import add_plant_options, claim, plant_folder, plant_in, settings_of, told
from kiosk.log import start_log
from kiosk.settings import Settings, station_id
from kiosk.wiring.glance import look_once


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what this command understands."""
    add_plant_options(parser)
    parser.add_argument(
        "--print", action="store_true", dest="to_terminal", help="look once and print the readings as JSON lines"
    )


def run(options: argparse.Namespace) -> int:
    """Collect until stopped, or print what one look gives; 1 where a source failed on that look."""
    settings = settings_of(options)
    plant = plant_in(plant_folder(settings))
    return _print(plant) if options.to_terminal else _until_stopped(settings)


def _print(plant: Plant) -> int:
    """Print every batch as the feeds process would, for a person's eyes or another program."""
    failed: list[Complaint] = []
    for batch in look_once(plant, {}, None, failed.append):
        sys.stdout.buffer.write(encode_batch(batch))
        sys.stdout.buffer.flush()
    for complaint in failed:
        print(f"{complaint.source}: {complaint.said}", file=sys.stderr)
    return 1 if failed else 0


def _until_stopped(settings: Settings) -> int:
    """Run what stands behind the glass of a board, without the glass."""
    from kiosk.bridge import Bridge  # noqa: PLC0415 - printing needs no Qt
    from kiosk.clock import Clock  # noqa: PLC0415 - as above
    from kiosk.wiring.parts import Parts  # noqa: PLC0415 - as above
    from kiosk.wiring.places import Places  # noqa: PLC0415 - as above

    with told():
        claim(settings.database)
    start_log(settings.log_folder)
    places = Places(
        plant=plant_folder(settings),
        database=settings.database,
        backups=settings.backup_folder,
        station=station_id(settings),
        feeds_memory_mib=settings.feeds_memory_mib,
    )
    parts = Parts(places, Clock(), Bridge())
    try:
        parts.read_plant()
    except PlantError as error:
        raise ToldError(str(error)) from error
    stopped = threading.Event()

    def stop(number: int, frame: FrameType | None) -> None:
        del number, frame
        stopped.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    parts.start()
    parts.start_rest()
    print(f"collecting into {settings.database}; Ctrl+C ends it", flush=True)
    stopped.wait()
    parts.end()
    return 0
