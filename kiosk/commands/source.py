"""Connect a source of readings: list the kinds, look round in one, map it, write it into the plant, or take it back."""

import argparse

from board.sources.contract import SettingsError, describe, known_kinds
from kiosk.command import ToldError
from kiosk.commands.common import add_plant_options
from kiosk.report import print_table


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what this command understands."""
    several = parser.add_subparsers(dest="what", required=True, metavar="add | withdraw | kinds")
    kinds = several.add_parser("kinds", help="list the kinds of source there are here", allow_abbrev=False)
    kinds.add_argument("kind", nargs="?", help="tell what this kind asks for")
    withdraw = several.add_parser("withdraw", help="take back what a source told", allow_abbrev=False)
    withdraw.add_argument("id", help="the source, which the plant may have no more")
    withdraw.add_argument("--since", metavar="DATE", help="only what begins on this day or later")
    add_plant_options(withdraw)
    add = several.add_parser("add", help="connect a source, question by question or by options", allow_abbrev=False)
    add_plant_options(add)
    add.add_argument("--kind", help="the kind of source, as `gembaboard source kinds` lists them")
    add.add_argument("--id", help="the source's name in the plant (default: its kind)")
    add.add_argument(
        "--set", action="append", default=[], metavar="SETTING=VALUE", help="a setting of the kind; a text, or as TOML"
    )
    add.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="TARGET=COLUMN",
        help="what a column is: node, time, start, end, length, day, product, order, reason, key, or a measure; "
        "`--map good=` where a row is one good part, `--map node=line-1` for a fixed line, `-` for none",
    )
    add.add_argument(
        "--word", action="append", default=[], metavar="TARGET:WORD=OURS", help="what a word means: node:M1=line-1"
    )
    add.add_argument("--expected-every", metavar="TIME", help='how often its newest value should move on: "1 min"')
    add.add_argument("--stale-after", metavar="TIME", help='from when it is no longer to be believed: "5 min"')
    add.add_argument("--file", metavar="NAME", help="the file of the plant that takes it (default: where sources are)")
    add.add_argument("--untried", action="store_true", help="write it although it cannot be reached now")
    add.add_argument("--dry-run", action="store_true", help="show what would be written, and write nothing")
    add.add_argument("--yes", action="store_true", help="ask nothing: take what is suggested where no option says else")


def run(options: argparse.Namespace) -> int:
    """List kinds, or walk through connecting a source; ToldError where that is not possible."""
    if options.what == "kinds":
        return _tell_kind(options.kind) if options.kind else _list_kinds()
    if options.what == "withdraw":
        from kiosk.commands.source_withdraw import withdraw  # noqa: PLC0415 - listing kinds needs no store

        return withdraw(options)
    from kiosk.commands.source_add import add_source  # noqa: PLC0415 - listing kinds needs none of it

    return add_source(options)


def _list_kinds() -> int:
    rows = []
    for kind in known_kinds():
        try:
            says = describe(kind).says
        except Exception as error:  # the border to other people's packages: they may not even load
            says = f"cannot be used here: {error}"
        rows.append((kind, says))
    print_table(rows, ("kind", "what it is"))
    return 0


def _tell_kind(kind: str) -> int:
    try:
        about = describe(kind)
    except SettingsError as error:
        raise ToldError(str(error)) from error
    print(f"{about.kind}: {about.says}")
    rows = [(asked.key, "needed" if asked.needed else "", asked.says, asked.example) for asked in about.settings]
    if rows:
        print_table(rows, ("setting", "", "what it is", "such as"))
    return 0
