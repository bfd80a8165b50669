"""The board as a plain web page: one document without a framework, with a seconds clock and pushed changes.

It is made from the very view that the board shows: the same cells, numbers and shapes as tables and inline SVG. What
the board does beyond that (touch, hatches, fonts of its own, languages) the page does without, in its favour.
"""

from fractions import Fraction
from html import escape

from board.plant.plant import Better
from board.views.mark import Judgement, Mark, Phase
from board.views.page import View
from board.views.sqcdp import Aim
from themes.theme import load_theme

CHANGING = "changing"
"""Id of the element to which changes are pushed: a figure that the board's own changes change too."""
SIGNS = {Judgement.GOOD: "✓", Judgement.WATCH: "–", Judgement.MISS: "✕"}
STYLE = """
body { margin: 0; background: var(--bg); color: var(--text); font: 500 26px Inter, sans-serif; width: 100vw;
  height: 100vh; display: flex; flex-direction: column; overflow: hidden; font-variant-numeric: tabular-nums }
header, footer { display: flex; justify-content: space-between; padding: 18px 40px; color: var(--text2) }
header { border-bottom: 3px solid var(--line2); font-size: 34px } header b { color: var(--text) }
footer { border-top: 1px solid var(--line); font-size: 22px; color: var(--text3) }
main { flex: 1; padding: 0 40px; min-height: 0 }
table { width: 100%; height: 100%; border-collapse: collapse } td, th { text-align: right; padding: 0 6px }
th { font-size: 24px; color: var(--text3); font-weight: 500 } tr { border-bottom: 1px solid var(--line) }
.left { text-align: left } .good { background: var(--good); color: var(--goodOn) }
.miss { background: var(--miss); color: var(--missOn) } .watch { background: var(--watch); color: var(--watchOn) }
.off { background: var(--off); color: var(--offOn) } .quiet { color: var(--text3); font-weight: 500 }
svg .good { fill: var(--good) } svg .miss { fill: var(--miss) } svg .watch { fill: var(--watch) }
svg .off { fill: var(--off) } svg .none { fill: none; stroke: var(--futLine); stroke-width: .4 }
svg .today { stroke: var(--ring); stroke-width: 1 } svg text { fill: var(--text); text-anchor: middle }
polyline { fill: none; stroke: var(--text2); stroke-width: 3 }
"""
SCRIPT = """
const by = name => document.getElementById(name), begun = Date.now();
const say = (place, said) => { if (place.textContent !== said) place.textContent = said };
const tick = () => {
  const now = new Date(), age = Math.floor((now - begun) / 1000) % 60;
  say(by("clock"), now.toLocaleTimeString("en-GB"));
  for (const place of document.getElementsByClassName("age"))
    say(place, `${age - age % (age < 10 ? 5 : 10)} s`);
  setTimeout(tick, 1000 - now.getMilliseconds());
};
tick();
new EventSource("/changes").onmessage = change => { by("changing").textContent = change.data };
"""


def document(view: View, style: str, body: str) -> str:
    """Return the document around a body: header, footer, clock and what pushed changes do."""
    names = " &rsaquo; ".join(escape(name) for name in (view.path.site, view.path.area, view.path.line) if name)
    when = f"{view.now:%a %d %b %Y} &nbsp; <b>{escape(view.shift or '')}</b>"
    colours = "".join(f"--{token}: rgb{colour};" for token, colour in load_theme("dark").colours.items())
    return f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>board</title>
<style>:root {{ {colours} }}{STYLE}{style}</style>
<header><span>{names}</span><span>{when} &nbsp; live · <i class="age"></i></span><b id="clock"></b></header>
<main>{body}</main>
<footer><span>✓ met &nbsp; ✕ missed &nbsp; – watch</span>
<span>line signal <i class="age"></i> · this screen</span></footer>
<script>{SCRIPT}</script></html>"""


def changing(*, here: bool) -> str:
    """Return the attribute of the one element that changes."""
    return f' id="{CHANGING}"' if here else ""


def state(mark: Mark) -> str:
    """Return the class of a mark's colour."""
    if mark.judgement is not None:
        return mark.judgement.value
    return "off" if mark.phase is Phase.OFF else "none"


def sign(mark: Mark) -> str:
    """Return the shape of a mark."""
    return SIGNS.get(mark.judgement, "") if mark.judgement is not None else ""


def figure(value: Fraction | None, decimals: int) -> str:
    """Return a figure as it is written."""
    return "–" if value is None else f"{float(value):,.{decimals}f}".replace(",", "\u2009")


def aim_words(aim: Aim | None, decimals: int) -> str:
    """Return a target as it is written."""
    if aim is None:
        return ""
    if aim.value is None:
        return f"{figure(aim.low, decimals)}–{figure(aim.high, decimals)}"
    return f"{'≤' if aim.better is Better.LOWER else '≥'} {figure(aim.value, decimals)}"


def spark(points: list[Fraction | None], width: int, height: int) -> str:
    """Return a line through points, over its holes."""
    known = [(at, float(value)) for at, value in enumerate(points) if value is not None]
    low, high = min((value for _, value in known), default=0.0), max((value for _, value in known), default=1.0)
    span = (high - low) or 1.0
    step = width / max(len(points) - 1, 1)
    drawn = " ".join(f"{at * step:.1f},{height - 6 - (value - low) / span * (height - 12):.1f}" for at, value in known)
    return f'<svg width="{width}" height="{height}"><polyline points="{drawn}"/></svg>'
