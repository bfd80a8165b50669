"""The letters of a line as columns of a plain web page: each letter cut into its days as inline SVG."""

from html import escape

from board.views.mark import Phase
from board.views.sqcdp import ActionCard, DayCell, LetterView, Sqcdp
from tests.bench.peer_page import aim_words, changing, figure, sign, spark, state
from themes.letter import Letter, letter

CHANGED = "Q"
"""The letter whose headline changes."""
STYLE = """
main { display: grid; grid-template-columns: repeat(5, 1fr); gap: 30px } section { min-width: 0 }
h1 { display: flex; gap: 12px; align-items: center; font-size: 34px; margin: 20px 0 }
h1 i { width: 56px; height: 56px; border-radius: 8px; text-align: center; font-style: normal }
h1 span { margin-left: auto; font-size: 22px; white-space: nowrap } svg.letter { height: 432px; width: 100% }
svg text { font-size: 4px } h2 { font-size: 100px; margin: 0; line-height: 1 } h2 span { font-size: 40px }
p { margin: 8px 0; white-space: nowrap; font-size: 22px } p svg { display: block }
article { background: var(--panel); border-radius: 10px; padding: 14px 20px;
  height: 90px; overflow: hidden }
"""


def body(view: Sqcdp) -> str:
    """Return one column for each letter."""
    return "".join(_column(each, view) for each in view.letters)


def _column(shown: LetterView, view: Sqcdp) -> str:
    value, unit = figure(shown.value, shown.decimals), shown.unit
    if shown.safety is not None:
        value, unit = str(shown.safety.since), "days"
    here = changing(here=shown.code == CHANGED)
    against = f"target {aim_words(shown.aim, shown.decimals)} · yesterday {figure(shown.yesterday, shown.decimals)}"
    return (
        f'<section><h1><i class="{state(shown.mark)}">{sign(shown.mark)}</i>{escape(shown.name)}'
        f"<span>{shown.days_met} of {shown.days_due}<br>days met</span></h1>"
        f"{_drawn(shown, view)}<h2><b{here}>{value}</b> <span>{escape(unit)}</span></h2>"
        f"<p>{escape(shown.kpi_name)}<p class=quiet>{against}{spark(list(shown.spark), 340, 60)}"
        f"{_card(shown.action)}</section>"
    )


def _drawn(shown: LetterView, view: Sqcdp) -> str:
    """Return a letter, each day its cell with figure and mark."""
    shape = letter(shown.code, cross=shown.cross)
    days = {cell.day.day: cell for cell in shown.days}
    cells = "".join(_cell(shape, number, days.get(number), view) for number in range(1, 32))
    return f'<svg class="letter" viewBox="-4 -4 {shape.width + 8:g} {shape.height + 8:g}">{cells}</svg>'


def _cell(shape: Letter, number: int, day: DayCell | None, view: Sqcdp) -> str:
    cell = shape.cell(number)
    outline = " ".join(f"{x:.2f},{y:.2f}" for x, y in cell.outline)
    if day is None:
        return f'<polygon class="off" points="{outline}"/>'
    today = " today" if day.mark.phase is Phase.OPEN or day.day == view.today else ""
    (x, y), (mx, my) = cell.figure(len(str(number))), cell.mark
    return (
        f'<polygon class="{state(day.mark)}{today}" points="{outline}"/><text x="{x:.2f}" y="{y + 1.4:.2f}">{number}'
        f'</text><text x="{mx:.2f}" y="{my + 1.4:.2f}">{sign(day.mark)}</text>{"<!-- flag -->" if day.flag else ""}'
    )


def _card(action: ActionCard | None) -> str:
    if action is None:
        return "<article class=quiet>nothing waiting</article>"
    return f"<article>{escape(action.owner or '')} {action.due or ''}<br>{escape(action.title)}</article>"
