"""The plant that `gembaboard init` writes: small, complete and commented, to be changed by the people of a real one."""

from pathlib import Path

from board.plant.load import SETTINGS_FILE
from board.plant.problem import PlantError, Problem

FILE_NAME = "plant.toml"

TEMPLATE = """\
# This is your plant, as the board sees it. Change it with any text editor; the board takes up each change by itself.
# After a change, `gembaboard check FOLDER` reads it and names everything that is wrong, with file and key.
# You may split it over several .toml files in this folder. Lines that begin with # are remarks.

# ---- The site: one only. ------------------------------------------------------------------------------------------

[site]
id = "my-site"                      # ids: letters, digits, dash; never change one later, what is recorded hangs on it
name = "My site"                    # names: any words, change them as you like
timezone = "Europe/London"          # where the clock on the wall is; e.g. "Europe/Berlin", "America/Chicago"
day_starts = "06:00"                # when a production day begins; a shift belongs to the day on which it starts
fiscal_year_starts = "January"      # the bowling chart shows the twelve months from here
# alarm_after_misses = 3            # so many months missed in a row raise the alarm
language = "en"

# ---- Areas hold lines. Copy a whole [[...]] block for each further one. --------------------------------------------

[[area]]
id = "area-1"
name = "Area 1"

[[line]]
id = "line-1"
area = "area-1"
name = "Line 1"
unit = "parts"                      # what you count
interval = "2h"                     # how often the board asks whether the plan was made: "30 min" to "4h"
rate = 100                          # how many an hour the standard allows
best_rate = 110                     # the best this line has ever proven; says whether a gap can still be made up
counted_by_hand = true              # people type the counts at the board; take this line out once a machine counts

# ---- Shifts, by the clock on the wall. One that ends at or before its start ends on the next day. ------------------

[[shift]]
name = "Early"
starts = "06:00"
ends = "14:00"
days = "Mon-Fri"                    # also "Mon-Thu, Sat" or "daily"
breaks = ["09:00 15 min", "12:00 30 min"]

[[shift]]
name = "Late"
starts = "14:00"
ends = "22:00"
days = "Mon-Fri"
breaks = ["17:00 15 min", "19:30 30 min"]
# lines = ["line-1"]                # only these lines work it; without this key all lines do

# [[day_off]]                       # days on which nobody works
# name = "Christmas"
# first = 2026-12-25
# last = 2026-12-26
# lines = ["line-1"]                # without this key the whole site is off

# [[rate]]                          # another standard for one product, one shift, or both
# line = "line-1"
# product = "4711"
# cycle = "74 s"                    # of one station; or per_hour = 290 for all of them together
# stations = 6

# ---- The letters, and the few figures that judge their day. --------------------------------------------------------

[[letter]]
code = "Q"
name = "Quality"
kpis = ["scrap-rate"]

[[kpi]]
id = "scrap-rate"
name = "Scrap rate"
unit = "%"
formula = "100 * scrap / (good + scrap)"    # of: good, scrap, rework, downtime, setup, planned_busy_time
better = "lower"                            # "lower", "higher", or "range" (then a target has low and high)
targets = [{ from = 2026-01-01, value = 2.5 }]      # a new target is a further one with its day; leave the old ones
# # a band in which a miss is only watched: {..., watch = 0.2} in the KPI's unit, or watch = "10 %" of the target
# owner = "leader-1"
# chart = false                     # judges the letter, but is no row of the bowling chart
# # What the bowling chart asks; each may be left out:
# start = 2.9                       # the last result before the year; left out: the board's own month before it
# year = "ratio"                    # year to date: "sum", "ratio" (of sums), "last" or "worst" month
# plan = "linear"                   # straight from the start to year_end; left out: steps, the targets in force
# year_end = 1.8
# month_targets = [{ from = 2026-01-01, value = 8 }]    # the plan of a whole month, where it is no daily target

# ---- Why output is lost: what the operators touch. Up to eight for a line keep it at two taps. ---------------------

[[reason]]
group = "Breakdown"
code = "breakdown"
name = "Breakdown"

[[reason]]
group = "Material"
code = "no-material"
name = "No material"

[[reason]]
group = "Changeover"
code = "changeover"
name = "Changeover"
icon = "changeover"                 # labeller, filler, caps, palletiser, changeover, quality, crew or other

[[reason]]
group = "Quality"
code = "quality"
name = "Quality hold"
icon = "quality"

[[reason]]
group = "Crew"
code = "crew"
name = "Crew, break"
icon = "crew"

[[reason]]
group = "Other"
code = "other"
name = "Other"

# [[reason]]                        # why parts are scrapped: offered there, and not where output is missing
# group = "Labels"
# code = "label-skew"
# name = "Label skew"
# measure = "scrap"

# ---- People who can be named at the board. -------------------------------------------------------------------------

[[person]]
id = "leader-1"
name = "A. Leader"
role = "leader"                     # "operator", "leader", "supervisor" or "admin"

# ---- What is being done about misses, taken over from paper. -------------------------------------------------------

# [[action]]
# id = "A-1"
# node = "line-1"                   # a line, an area or the site
# letter = "Q"
# kpi = "scrap-rate"                # may be left out
# what = "Check the torque of 20 caps an hour"
# owner = "leader-1"
# day = 2026-11-18                  # the day, or the month, that it answers
# raised = 2026-11-18
# due = 2026-11-23
# done = 2026-11-20                 # once it is done; and once its effect was seen:
# verified = 2026-12-18

# ---- Where counts come from when a machine counts. -----------------------------------------------------------------

# [[source]]
# id = "parts"
# kind = "csv"
# path = "drop/*.csv"               # files in this folder, one row for each part
# node = "line-1"
# time = "Time"                     # the column that says when
# measure = [{ id = "good" }]       # each row is one good part
# # or, where each row is a total:   measure = [{ id = "good", value = { column = "Good" } }]
# stale_after = "5 min"             # without news for so long, the board says that it is not live
"""


def write_template(folder: Path) -> Path:
    """Write the plant to start from into the folder, made if need be; PlantError where that cannot be done."""
    path = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if there := sorted(found.name for found in folder.glob("*.toml") if found.name != SETTINGS_FILE):
            raise PlantError([Problem(str(folder), "", f"{there[0]} already", "a folder without .toml files")])
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(TEMPLATE)
    except OSError as error:
        said = (error.strerror or str(error)).lower()
        raise PlantError([Problem(str(path), "", said, "a folder that can be written to")]) from error
    return path
