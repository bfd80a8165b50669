"""The plant of one line over which sources are tried, without a source."""

WORKS = """
[site]
id = "works"
name = "Works"
timezone = "Europe/London"
day_starts = "06:00"

[[area]]
id = "hall"
name = "Hall"

[[line]]
id = "line-1"
area = "hall"
name = "Line 1"
interval = "2h"
rate = 60

[[shift]]
name = "Early"
starts = "06:00"
ends = "14:00"
days = "Mon-Fri"

[[reason]]
group = "Breakdown"
code = "leak"
name = "Leak"
"""
