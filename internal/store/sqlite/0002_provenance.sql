-- Where a document comes from and how it was taken in. A table of its own, so
-- that listing documents never goes past their texts.

CREATE TABLE provenance (
    document       TEXT NOT NULL PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    encoding       TEXT, -- that its text was written in
    source         TEXT, -- address
    retrieved      TEXT, -- ISO 8601
    tool           TEXT, -- version of the program that read it
    context_fields TEXT  -- of the records of a table
) STRICT, WITHOUT ROWID;

-- Where a chapter or heading of the original begins.
CREATE TABLE part (
    document   TEXT    NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL, -- in the order of the text, from 0
    span_start INTEGER NOT NULL,
    path       TEXT    NOT NULL, -- JSON list of titles, from the outermost to its own
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;
