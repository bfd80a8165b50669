"""Which pages a board has, and which it opens on."""

from PySide6.QtCore import QCoreApplication

from board.plant.plant import Plant
from board.views.frame import PageTab
from kiosk.wish import LINES, SICB, Wish


def tabs_of(plant: Plant) -> tuple[PageTab, ...]:
    """Return the pages in the order of the footer; a plant of one line needs no page of several."""
    tabs = [PageTab(key=SICB, name=QCoreApplication.translate("Pages", "Intervals"))]
    if len(plant.lines) > 1:
        tabs.append(PageTab(key=LINES, name=QCoreApplication.translate("Pages", "Lines")))
    return tuple(tabs)


def home_of(plant: Plant, node: str | None) -> Wish:
    """Return the page of a node: a line's own, or that of several lines; KeyError for a node the plant lacks.

    Without a node it is the plant's only line, or else all lines of the site.
    """
    if node is None:
        node = plant.lines[0].id if len(plant.lines) == 1 else plant.site.id
    plant.lines_under(node)
    return Wish(page=SICB if any(line.id == node for line in plant.lines) else LINES, node=node)


def has_page(plant: Plant, wish: Wish) -> bool:
    """Tell whether the plant has what a page shows: a line for its own page, any node for that of several lines."""
    if any(line.id == wish.node for line in plant.lines):
        return True
    return wish.page == LINES and wish.node in {plant.site.id, *(area.id for area in plant.areas)}
