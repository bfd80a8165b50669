"""Which pages a board has, and which it opens on."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from board.plant.plant import Plant
from board.views.frame import PageTab
from kiosk.wish import BOWLING, CHANGES, LETTER, LINES, SICB, SOURCES, SQCDP, Wish
from widgets.place import Place


def tabs_of(plant: Plant) -> tuple[PageTab, ...]:
    """Return the pages in the order of the footer; a plant has those that it defines something for."""
    tabs = [PageTab(key=SQCDP, name=QCoreApplication.translate("Pages", "Board"))] if plant.letters else []
    tabs.append(PageTab(key=SICB, name=QCoreApplication.translate("Pages", "Intervals")))
    if len(plant.lines) > 1:
        tabs.append(PageTab(key=LINES, name=QCoreApplication.translate("Pages", "Lines")))
    if plant.kpis:
        tabs.append(PageTab(key=BOWLING, name=QCoreApplication.translate("Pages", "KPIs")))
    tabs.append(PageTab(key=CHANGES, name=QCoreApplication.translate("Pages", "Plan")))
    if plant.sources:
        tabs.append(PageTab(key=SOURCES, name=QCoreApplication.translate("Pages", "Sources")))
    return tuple(tabs)


def tab_of(wish: Wish) -> str:
    """Return which of the footer's pages a wish belongs to: a letter in depth is a part of the board."""
    return SQCDP if wish.page == LETTER else wish.page


def home_of(plant: Plant, node: str | None, page: str | None = None) -> Wish:
    """Return the page that a board opens on; KeyError for a node, or a page of it, that the plant lacks.

    Without a node it is the plant's only line, or else the whole site; without a page that of the intervals.
    """
    if node is None:
        node = plant.lines[0].id if len(plant.lines) == 1 else plant.site.id
    plant.lines_under(node)
    is_line = any(line.id == node for line in plant.lines)
    wish = Wish(page=page or (SICB if is_line else LINES), node=node)
    if not has_page(plant, wish):
        raise KeyError(f"{node} has no page {wish.page!r}; it has {', '.join(_pages_of(plant, node))}")
    return wish


def has_page(plant: Plant, wish: Wish) -> bool:
    """Tell whether the plant has what a page shows: a line for its intervals, letters, KPIs, and the node itself."""
    is_line = any(line.id == wish.node for line in plant.lines)
    if not is_line and wish.node not in {plant.site.id, *(area.id for area in plant.areas)}:
        return False
    has = {
        SQCDP: bool(plant.letters),
        LETTER: any(letter.code == wish.letter for letter in plant.letters),
        SICB: is_line,
        LINES: True,
        BOWLING: bool(plant.kpis),
        CHANGES: True,
        SOURCES: bool(plant.sources),
    }
    return has.get(wish.page, False)


def turned_to(plant: Plant, page: str, node: str, home: str) -> Wish:
    """Return another page of the same node; intervals need a line: the home line, or else the first there is."""
    is_line = any(line.id == node for line in plant.lines)
    if page == SICB and not is_line:
        lines = [line.id for line in plant.lines_under(node)] or [line.id for line in plant.lines]
        return Wish(page=page, node=home if home in lines else lines[0])
    if page == LINES and is_line:
        return Wish(page=page, node=plant.site.id)
    return Wish(page=page, node=node)


def at_node(plant: Plant, wish: Wish, node: str) -> Wish:
    """Return the page of another node that is most like the one that is up."""
    is_line = any(line.id == node for line in plant.lines)
    if wish.page in {SICB, LINES}:
        return Wish(page=SICB if is_line else LINES, node=node)
    return replace(wish, node=node, shift=None)


def places_of(plant: Plant) -> tuple[Place, ...]:
    """Return the nodes a board can go to: the site, then each area with its lines; one line alone needs no choice."""
    if len(plant.lines) == 1:
        return ()
    places = [Place(plant.site.id, plant.site.name)]
    for area in plant.areas:
        places.append(Place(area.id, area.name, plant.site.name))
        places += [Place(line.id, line.name, area.name) for line in plant.lines if line.area == area.id]
    return tuple(places)


def _pages_of(plant: Plant, node: str) -> list[str]:
    pages = (SQCDP, SICB, LINES, BOWLING, CHANGES, SOURCES)
    return [page for page in pages if has_page(plant, Wish(page=page, node=node))]
