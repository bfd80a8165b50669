"""Puts a source into the plant folder, once somebody agrees and nothing would be counted twice."""

import argparse

from board.plant.addition import Addition, AdditionError, adding
from board.plant.plant import Plant, SourceSpec
from board.plant.problem import PlantError
from board.sources.authority import Cell, counted_by_hand_too, counted_twice, named_cells
from board.sources.contract import SourceContext
from kiosk.command import ToldError
from kiosk.commands.asking import Asking


def agree_on_twice(asking: Asking, plant: Plant, spec: SourceSpec, cells: set[Cell]) -> None:
    """See that nothing would be counted twice, unless somebody means it."""
    told = {source.id: named_cells(source) for source in plant.sources} | {spec.id: named_cells(spec) | cells}
    for too in counted_by_hand_too(told, plant.lines):
        print(too.sentence)
    found = "\n".join(twice.sentence for twice in counted_twice(told, SourceContext.of(plant)))
    if not found:
        return
    if not asking.is_person:
        raise ToldError(found)
    print(found)
    if not asking.agree("go on all the same", default=False):
        raise ToldError("nothing was written")


def write(options: argparse.Namespace, asking: Asking, plant: Plant, spec: SourceSpec) -> int:
    """Show the table, and put it into the plant where somebody agrees."""
    values: dict[str, object] = {"id": spec.id, "kind": spec.kind, **spec.settings}
    for key, usual, question in (
        ("expected_every", "1 min", "how often should its newest value move on"),
        ("stale_after", "5 min", "after how long is it no longer to be believed"),
    ):
        given = getattr(options, key) or (asking.ask(question, usual) if asking.is_person else "")
        if given and given != usual:
            values[key] = given
    addition = _addition(plant, values, options.file)
    print(f"{addition.path.name} gets:\n\n{addition.text}")
    if options.dry_run:
        return 0
    if not asking.agree(f"write it to {addition.path}"):
        raise ToldError("nothing was written")
    try:
        addition.write()
    except AdditionError as error:
        raise ToldError(str(error)) from error
    print(f"written; a board that runs takes it up by itself. Try it: gembaboard check --plant {plant.folder}")
    return 0


def _addition(plant: Plant, values: dict[str, object], file: str | None) -> Addition:
    if plant.folder is None:
        raise ToldError("the plant has no folder to write to")
    try:
        return adding(plant.folder, "source", values, file=file)
    except PlantError as error:
        raise ToldError("\n".join(problem.sentence for problem in error.problems)) from error
    except AdditionError as error:
        raise ToldError(str(error)) from error
