-- Everything a board keeps. Times are microseconds since 1970 in UTC, days are ordinals (1 = 1 January of year 1).
-- A whole number is an INTEGER, any other exact number the text 'n/d'. Term 0 stands for none.

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE term (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
) STRICT;

-- The journal. Nothing here is ever changed or deleted.
CREATE TABLE entry (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    station TEXT NOT NULL,
    epoch TEXT NOT NULL,
    node TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT,
    actor TEXT,
    clock INTEGER NOT NULL,
    wall INTEGER NOT NULL,
    zone TEXT NOT NULL,
    offset_s INTEGER NOT NULL,
    payload TEXT NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE INDEX entry_by_subject ON entry (subject, number) WHERE subject IS NOT NULL;

-- Projections of the journal: rebuilt from it, they give the same rows.
CREATE TABLE miss (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    node TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    reason TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    minutes INTEGER,
    comment TEXT NOT NULL,
    actor TEXT,
    wall INTEGER NOT NULL,
    undone INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX miss_by_node ON miss (node, start);

CREATE TABLE review (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    node TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    actor TEXT,
    wall INTEGER NOT NULL,
    undone INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX review_by_node ON review (node, start);

-- The revision in force of every reading, in the order in which a line's day is read.
-- reach: 0 an instant, 1 up to a quarter of an hour, 2 an hour, 3 four hours, 4 26 hours, 5 longer.
CREATE TABLE reading (
    node INTEGER NOT NULL,
    start INTEGER NOT NULL,
    measure INTEGER NOT NULL,
    source INTEGER NOT NULL,
    key TEXT NOT NULL,
    "end" INTEGER NOT NULL,
    value ANY,
    unit INTEGER NOT NULL,
    reason INTEGER NOT NULL,
    product INTEGER NOT NULL,
    job INTEGER NOT NULL,
    quality INTEGER NOT NULL,
    final INTEGER NOT NULL,
    observations INTEGER NOT NULL,
    observed INTEGER NOT NULL,
    received INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    reach INTEGER NOT NULL,
    PRIMARY KEY (node, start, measure, source, key)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX reading_by_key ON reading (source, key);
CREATE INDEX reading_lasting ON reading (node, reach, start) WHERE reach > 0;
CREATE INDEX reading_by_job ON reading (node, job, start) WHERE job > 0;

-- Revisions that were replaced, and when: what was known before that.
CREATE TABLE superseded (
    node INTEGER NOT NULL,
    start INTEGER NOT NULL,
    measure INTEGER NOT NULL,
    source INTEGER NOT NULL,
    key TEXT NOT NULL,
    "end" INTEGER NOT NULL,
    value ANY,
    unit INTEGER NOT NULL,
    reason INTEGER NOT NULL,
    product INTEGER NOT NULL,
    job INTEGER NOT NULL,
    quality INTEGER NOT NULL,
    final INTEGER NOT NULL,
    observations INTEGER NOT NULL,
    observed INTEGER NOT NULL,
    received INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    reach INTEGER NOT NULL,
    replaced INTEGER NOT NULL,
    PRIMARY KEY (node, start, measure, source, key, revision)
) STRICT, WITHOUT ROWID;

-- A sum over the rows of a node's day, so that a row changed behind the board's back betrays itself.
-- kind: 0 reading, 1 superseded (both by the UTC day of the start), 2 day_total (by its day).
CREATE TABLE seal (
    kind INTEGER NOT NULL,
    node INTEGER NOT NULL,
    day INTEGER NOT NULL,
    "rows" INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (kind, node, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE run (
    node INTEGER NOT NULL,
    start INTEGER NOT NULL,
    origin INTEGER NOT NULL,
    kind TEXT NOT NULL,
    revision INTEGER NOT NULL,
    "end" INTEGER,
    product TEXT,
    job TEXT,
    rate ANY,
    quantity INTEGER,
    crew INTEGER,
    received INTEGER NOT NULL,
    replaced INTEGER,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (node, start, origin, kind, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
    id TEXT PRIMARY KEY,
    seen INTEGER NOT NULL,
    newest INTEGER,
    watermark TEXT NOT NULL,
    complete_through INTEGER,
    complaint TEXT,
    "rows" INTEGER NOT NULL,
    batches INTEGER NOT NULL,
    nodes TEXT NOT NULL,
    checksum INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE complaint (
    source TEXT NOT NULL,
    place TEXT NOT NULL,
    said TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    times INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (source, place, said)
) STRICT, WITHOUT ROWID;

CREATE TABLE plant_version (
    number INTEGER PRIMARY KEY,
    digest TEXT NOT NULL,
    accepted INTEGER NOT NULL,
    in_force INTEGER NOT NULL,
    files TEXT NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;

-- Sums by production day and shift, kept with every change of the readings. latest: when a level was last seen.
CREATE TABLE day_total (
    node INTEGER NOT NULL,
    day INTEGER NOT NULL,
    shift INTEGER NOT NULL,
    measure INTEGER NOT NULL,
    reason INTEGER NOT NULL,
    product INTEGER NOT NULL,
    job INTEGER NOT NULL,
    value ANY NOT NULL,
    "rows" INTEGER NOT NULL,
    observations INTEGER NOT NULL,
    latest INTEGER NOT NULL,
    PRIMARY KEY (node, day, shift, measure, reason, product, job)
) STRICT, WITHOUT ROWID;

-- Time of a node whose day totals are still to be made anew.
CREATE TABLE unsettled (
    node INTEGER PRIMARY KEY,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL
) STRICT;

-- Losses found when the database was opened; they stay on record.
CREATE TABLE finding (
    number INTEGER PRIMARY KEY,
    wall INTEGER NOT NULL,
    sentence TEXT NOT NULL
) STRICT;
