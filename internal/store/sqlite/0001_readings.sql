-- What was read: documents, their narratives, and the claims in them.
--
-- A span_start and span_end are byte offsets into document.text: the first
-- byte, and the byte after the last one. The words themselves are
--   CAST(substr(CAST(text AS BLOB), span_start + 1, span_end - span_start) AS TEXT)
-- NULL means that the text does not say; it is never zero, no, or nothing.

CREATE TABLE document (
    id              TEXT    NOT NULL PRIMARY KEY, -- of its bytes and the context it was read in
    sequence        INTEGER NOT NULL UNIQUE,      -- the order of reading, the latest highest
    file            TEXT    NOT NULL,             -- path or name that it was read from
    sha256          TEXT    NOT NULL,             -- of the original file
    media_type      TEXT    NOT NULL,
    title           TEXT,
    publisher       TEXT,
    released        TEXT,                         -- ISO 8601
    sample          INTEGER NOT NULL CHECK (sample IN (0, 1)), -- 1: a paraphrase, no official text
    context_country TEXT,                         -- what the user said of the file
    context_year    INTEGER,
    context_layout  TEXT,
    context_single  INTEGER NOT NULL CHECK (context_single IN (0, 1)),
    rules           TEXT    NOT NULL,             -- hash of the rules that it was read with
    read_at         TEXT,                         -- ISO 8601, UTC
    text_sha256     TEXT    NOT NULL,             -- of text
    text            TEXT    NOT NULL              -- last: listing documents never loads it
) STRICT;

CREATE TABLE page (
    document   TEXT    NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    number     INTEGER NOT NULL, -- from 1
    span_start INTEGER NOT NULL,
    PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

-- What one document says of one country in one year.
CREATE TABLE narrative (
    sequence            INTEGER NOT NULL PRIMARY KEY, -- the order of reading and of the text
    id                  TEXT    NOT NULL UNIQUE,
    document            TEXT    NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    country             TEXT,             -- ISO 3166-1 alpha-3
    year                INTEGER,          -- of the report
    is_primary          INTEGER NOT NULL DEFAULT 0 CHECK (is_primary IN (0, 1)), -- 1: stands for its country-year
    layout              TEXT,
    tier                TEXT,             -- as printed: 1, 2, 2WL, 3, SC
    heading_tier        TEXT,
    outcome_tier        TEXT,
    fully_meets         TEXT CHECK (fully_meets IN ('yes', 'no')),
    significant_efforts TEXT CHECK (significant_efforts IN ('yes', 'no')),
    move                TEXT,             -- upgraded, downgraded, remained, placed
    consecutive         INTEGER,          -- years in a row at that tier, as said
    waiver              INTEGER NOT NULL CHECK (waiver IN (0, 1)), -- 1: a downgrade waiver is said to be granted
    basis               TEXT,             -- assessed, automatic
    span_start          INTEGER NOT NULL, -- heading and all sections
    span_end            INTEGER NOT NULL,
    heading_start       INTEGER,
    heading_end         INTEGER,
    furniture           TEXT              -- JSON list of [start, end]: running heads and page numbers
) STRICT;

CREATE INDEX narrative_by_document ON narrative (document);
CREATE INDEX narrative_by_country ON narrative (country, year);
CREATE INDEX narrative_by_year ON narrative (year);
CREATE UNIQUE INDEX narrative_primary ON narrative (country, year) WHERE is_primary = 1;

-- The narrative that a person picked to stand for its country-year. It is not
-- tied to the narrative's row, so that it outlives a reading with new rules.
CREATE TABLE choice (
    country   TEXT    NOT NULL,
    year      INTEGER NOT NULL,
    document  TEXT    NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    narrative TEXT    NOT NULL,
    PRIMARY KEY (country, year)
) STRICT, WITHOUT ROWID;

CREATE INDEX choice_by_document ON choice (document);

CREATE TABLE section (
    narrative     TEXT    NOT NULL REFERENCES narrative (id) ON DELETE CASCADE,
    position      INTEGER NOT NULL, -- in the order of the text, from 0
    name          TEXT    NOT NULL, -- profile, assessment, recommendations, prosecution, protection, prevention
    span_start    INTEGER NOT NULL, -- without the heading
    span_end      INTEGER NOT NULL,
    heading_start INTEGER,
    heading_end   INTEGER,
    PRIMARY KEY (narrative, position)
) STRICT, WITHOUT ROWID;

-- One thing that a text says, as the text says it.
CREATE TABLE claim (
    sequence          INTEGER NOT NULL PRIMARY KEY, -- the order of reading and of the text
    id                TEXT    NOT NULL UNIQUE,
    narrative         TEXT    NOT NULL REFERENCES narrative (id) ON DELETE CASCADE,
    section           TEXT,
    type              TEXT    NOT NULL,
    valence           TEXT CHECK (valence IN ('+', '-', '~')),
    certainty         TEXT,
    reporting         TEXT, -- stated, none-reported, not-reported, no-evidence, no-information: never to be merged
    aspect            TEXT,
    source            TEXT,
    movement          TEXT,
    direction         TEXT,
    frequency         TEXT,
    participants      TEXT, -- JSON: {"subject": [...], "actor": [...], ...}; see the view participant
    quantity_count    INTEGER,
    quantity_min      INTEGER,
    quantity_max      INTEGER,
    quantity_share    REAL, -- between 0 and 1
    quantity_previous INTEGER,
    quantity_unit     TEXT,
    quantity_of       TEXT,
    quantity_approx   INTEGER NOT NULL CHECK (quantity_approx IN (0, 1)),
    terms             TEXT, -- JSON, of a law claim
    time_start        TEXT, -- ISO 8601, as short as known
    time_end          TEXT,
    span_start        INTEGER NOT NULL,
    span_end          INTEGER NOT NULL,
    quote             TEXT    NOT NULL, -- exactly the bytes of the span
    page              INTEGER,
    last_page         INTEGER,
    found_by          TEXT    NOT NULL, -- rule
    evidence          TEXT, -- JSON list of {"what", "start", "end"}; see the view evidence
    qualified_by      TEXT, -- JSON list of claim ids
    act               TEXT  -- shared by claims that tell the same act twice
) STRICT;

-- One column each: rows then come out of an index in their sequence.
CREATE INDEX claim_by_narrative ON claim (narrative);
CREATE INDEX claim_by_type ON claim (type);
CREATE INDEX claim_by_certainty ON claim (certainty);
CREATE INDEX claim_by_reporting ON claim (reporting);

-- Something about a text that a person should look at.
CREATE TABLE doubt (
    document   TEXT    NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL, -- from 0
    narrative  TEXT REFERENCES narrative (id) ON DELETE CASCADE, -- NULL: of the whole document
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    message    TEXT    NOT NULL,
    hint       TEXT,
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX doubt_by_narrative ON doubt (narrative);

-- For reading by hand: who and what takes part in a claim, one to a row.
CREATE VIEW participant AS
SELECT claim.id AS claim, role.key AS role, item.value AS value
FROM claim, json_each(claim.participants) AS role, json_each(role.value) AS item;

-- For reading by hand: the cues that shaped a claim, one to a row.
CREATE VIEW evidence AS
SELECT claim.id AS claim,
       json_extract(item.value, '$.what') AS what,
       json_extract(item.value, '$.start') AS span_start,
       json_extract(item.value, '$.end') AS span_end
FROM claim, json_each(claim.evidence) AS item;
