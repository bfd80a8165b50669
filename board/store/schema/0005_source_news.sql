-- What came last from each source: the key of the newest value, and how many readings came on a production day (ordinal).
CREATE TABLE source_news (
    source TEXT PRIMARY KEY,
    observed INTEGER,
    key TEXT,
    day INTEGER NOT NULL,
    "rows" INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
