ALTER TABLE message ADD COLUMN prompt_tokens_per_second REAL;
ALTER TABLE message ADD COLUMN finish_reason TEXT; -- NULL where a person or a failure ended it

-- What was written and not sent. The conversation need not be there yet: the empty id is that of a new one.
CREATE TABLE draft (
    conversation BLOB PRIMARY KEY,
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
