CREATE TABLE conversation (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    title TEXT NOT NULL,
    title_chosen INTEGER NOT NULL,
    system_prompt TEXT NOT NULL,
    temperature REAL NOT NULL,
    top_p REAL NOT NULL,
    top_k INTEGER NOT NULL,
    max_tokens INTEGER,
    created INTEGER NOT NULL, -- milliseconds since 1970, as every time here
    updated INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;

-- A parent always has the smaller key, so the largest key of a conversation ends its newest branch.
CREATE TABLE message (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    conversation INTEGER NOT NULL REFERENCES conversation (key) ON DELETE CASCADE,
    parent INTEGER REFERENCES message (key) ON DELETE CASCADE,
    role TEXT NOT NULL,
    status TEXT NOT NULL,
    model TEXT,
    created INTEGER NOT NULL,
    prompt_tokens INTEGER,
    cached_tokens INTEGER,
    completion_tokens INTEGER,
    first_token_millis INTEGER,
    tokens_per_second REAL,
    total_millis INTEGER,
    failure_kind TEXT,
    failure_detail TEXT,
    failure_number INTEGER,
    failure_limit INTEGER,
    reasoning TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT;

CREATE INDEX message_of_conversation ON message (conversation, key);
CREATE INDEX message_after_parent ON message (parent);
CREATE INDEX message_streaming ON message (key) WHERE status = 'STREAMING';

-- What a STREAMING message has received since it was last written whole: a growing row would be
-- rewritten from its start at every batch.
CREATE TABLE message_part (
    key INTEGER PRIMARY KEY,
    message INTEGER NOT NULL REFERENCES message (key) ON DELETE CASCADE,
    reasoning TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT;

CREATE INDEX message_part_of_message ON message_part (message, key);

-- Titles without case and accents, by the key of their conversation. Trigrams find any part of a
-- word in any script.
CREATE VIRTUAL TABLE title_search USING fts5 (title, tokenize = 'trigram case_sensitive 1');
INSERT INTO title_search (title_search, rank) VALUES ('secure-delete', 1);
