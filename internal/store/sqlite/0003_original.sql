-- The file that a document was read from, where its pages are to be shown. Two
-- documents of the same bytes, read in different contexts, share one.
CREATE TABLE original (
    sha256 TEXT    NOT NULL PRIMARY KEY, -- as in document.sha256; of the bytes as read
    size   INTEGER NOT NULL,             -- of the bytes as read
    packed INTEGER NOT NULL CHECK (packed IN (0, 1)), -- 1: bytes are a DEFLATE stream
    bytes  BLOB    NOT NULL              -- last: listing originals never loads it
) STRICT;

CREATE INDEX document_by_sha256 ON document (sha256);

-- Where on its pages each word of a document stands.
CREATE TABLE boxes (
    document TEXT NOT NULL PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    packed   BLOB NOT NULL -- in the form that the program describes with Boxes
) STRICT;
