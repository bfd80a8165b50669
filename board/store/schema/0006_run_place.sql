-- Where the run of a key lies that its source may move: the run there is the one to take back once it lies elsewhere.
CREATE TABLE run_place (
    origin INTEGER NOT NULL,
    key TEXT NOT NULL,
    node INTEGER NOT NULL,
    start INTEGER NOT NULL,
    kind TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (origin, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX run_place_of ON run_place (origin, node, start, kind);
