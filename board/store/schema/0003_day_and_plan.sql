-- Projections of the journal: figures of whole days, deviations of letters, and changes of the plan.
-- reading: what the entry adds to the readings, from start to "end"; replaces: in the place of what was typed before.
CREATE TABLE day_entry (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    node TEXT NOT NULL,
    day INTEGER NOT NULL,
    measure TEXT NOT NULL,
    value ANY NOT NULL,
    before ANY,
    actor TEXT,
    wall INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    reading ANY NOT NULL,
    replaces INTEGER NOT NULL,
    undone INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX day_entry_by_node ON day_entry (node, day);

CREATE TABLE deviation (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    node TEXT NOT NULL,
    letter TEXT NOT NULL,
    day INTEGER NOT NULL,
    reason TEXT,
    text TEXT NOT NULL,
    quantity ANY,
    actor TEXT,
    wall INTEGER NOT NULL,
    undone INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX deviation_by_node ON deviation (node, day);

CREATE TABLE adjustment (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    undone INTEGER NOT NULL
) STRICT;

-- Names live apart from the journal, which knows people by their ids alone, and can be erased.
CREATE TABLE person_name (
    entry TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
