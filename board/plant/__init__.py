"""The plant as its people define it: site, areas, lines, shifts, rates, KPIs, reasons, people."""
