-- Sums over day_total by calendar month, of months that are over. month: the ordinal of its first day; days: those on
-- which there is anything, bit 0 for the first; level: 1 where value is not the sum but the levels of the last of them.
CREATE TABLE month_total (
    node INTEGER NOT NULL,
    month INTEGER NOT NULL,
    measure INTEGER NOT NULL,
    days INTEGER NOT NULL,
    value ANY NOT NULL,
    observations INTEGER NOT NULL,
    level INTEGER NOT NULL,
    PRIMARY KEY (node, month, measure)
) STRICT, WITHOUT ROWID;

-- Months of nodes whose day totals have changed and are not added up again yet; they have no month_total.
CREATE TABLE month_due (
    node INTEGER NOT NULL,
    month INTEGER NOT NULL,
    PRIMARY KEY (node, month)
) STRICT, WITHOUT ROWID;

INSERT INTO month_due
SELECT DISTINCT node, CAST(julianday(day + 1721424.5, 'start of month') - 1721424.5 AS INTEGER)
FROM seal WHERE kind = 2;
