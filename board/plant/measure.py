"""The measures every plant has, whether or not its file names them."""

from board.plant.plant import Measure, MeasureKind

BUILT_IN_MEASURES = (
    Measure(id="good", name="Good parts", kind=MeasureKind.COUNT, unit="parts"),
    Measure(id="scrap", name="Scrap", kind=MeasureKind.COUNT, unit="parts"),
    Measure(id="rework", name="Rework", kind=MeasureKind.COUNT, unit="parts"),
    Measure(id="downtime", name="Downtime", kind=MeasureKind.DURATION, unit="min"),
    Measure(id="setup", name="Setup", kind=MeasureKind.DURATION, unit="min"),
    Measure(id="planned_busy_time", name="Planned busy time", kind=MeasureKind.DURATION, unit="min"),
)
