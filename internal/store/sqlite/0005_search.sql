-- What search looks through: the sentences of narratives and the quotes of
-- claims. Words are found by their English stems and without diacritics.

-- A sentence as search has it: the bytes of its span, but blanks for running
-- heads and page numbers, and marks where a damaged font has letters for them.
CREATE TABLE sentence (
    sequence   INTEGER NOT NULL PRIMARY KEY, -- the order of reading and of the text
    narrative  INTEGER NOT NULL REFERENCES narrative (sequence) ON DELETE CASCADE,
    section    TEXT,             -- NULL: between the sections
    span_start INTEGER NOT NULL, -- of document.text
    text       TEXT    NOT NULL  -- as long as its span
) STRICT;

CREATE INDEX sentence_by_narrative ON sentence (narrative);

CREATE VIRTUAL TABLE sentence_words USING fts5 (
    text, content = 'sentence', content_rowid = 'sequence', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE claim_words USING fts5 (
    quote, content = 'claim', content_rowid = 'sequence', tokenize = 'porter unicode61 remove_diacritics 2');

CREATE TRIGGER sentence_gone AFTER DELETE ON sentence BEGIN
    INSERT INTO sentence_words (sentence_words, rowid, text) VALUES ('delete', old.sequence, old.text);
END;
CREATE TRIGGER claim_gone AFTER DELETE ON claim BEGIN
    INSERT INTO claim_words (claim_words, rowid, quote) VALUES ('delete', old.sequence, old.quote);
END;

-- The documents whose sentences and quotes are there.
CREATE TABLE indexed (
    document TEXT NOT NULL PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    mark     TEXT NOT NULL -- drawn by lot at each reading
) STRICT, WITHOUT ROWID;
