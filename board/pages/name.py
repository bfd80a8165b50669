"""Names of nodes and people for display."""

from board.plant.plant import Line, Plant
from board.views.sicb import FORMER, Path


def path_of(plant: Plant, node: str) -> Path:
    """Return the names from the site down to the node; KeyError for a node the plant does not know."""
    if node == plant.site.id:
        return Path(site=plant.site.name)
    for area in plant.areas:
        if area.id == node:
            return Path(site=plant.site.name, area=area.name)
    line = plant.line(node)
    return Path(site=plant.site.name, area=_area_name(plant, line), line=line.name)


def person_name(plant: Plant, actor: str | None) -> str | None:
    """Return the name of a person; None where nobody was named, FORMER where the plant no longer knows the id."""
    if actor is None:
        return None
    return next((person.name for person in plant.people if person.id == actor), FORMER)


def _area_name(plant: Plant, line: Line) -> str | None:
    return next((area.name for area in plant.areas if area.id == line.area), None)
