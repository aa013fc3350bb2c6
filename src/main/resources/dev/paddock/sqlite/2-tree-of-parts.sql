CREATE TABLE new_conversation (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    title TEXT NOT NULL,
    title_chosen INTEGER NOT NULL,
    system_prompt TEXT NOT NULL,
    options TEXT NOT NULL, -- JSON, those that were chosen, by their keys
    leaf INTEGER REFERENCES message (key) ON DELETE SET NULL, -- ends the branch that is shown
    created INTEGER NOT NULL, -- milliseconds since 1970, as every time here
    updated INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;

-- Values that were usual then were never chosen. The newest message ended the branch that was shown.
INSERT INTO new_conversation
SELECT key, id, title, title_chosen, system_prompt,
    json_patch('{}', json_object(
        'temperature', nullif(temperature, 0.8),
        'topP', nullif(top_p, 0.95),
        'topK', nullif(top_k, 40),
        'maxTokens', max_tokens)),
    (SELECT max(m.key) FROM message m WHERE m.conversation = c.key),
    created, updated, deleted_at
FROM conversation c ORDER BY key;

DROP TABLE conversation;
ALTER TABLE new_conversation RENAME TO conversation;
CREATE INDEX conversation_leaf ON conversation (leaf);

ALTER TABLE message ADD COLUMN connection TEXT;
ALTER TABLE message ADD COLUMN engine_build TEXT;
ALTER TABLE message ADD COLUMN options TEXT; -- JSON, as in a conversation: those in force
-- JSON, an array; NULL for one text that reasoning may precede, which content and reasoning say whole.
ALTER TABLE message ADD COLUMN parts TEXT;

-- A part is something else from now on.
ALTER TABLE message_part RENAME TO message_piece;
DROP INDEX message_part_of_message;
CREATE INDEX message_piece_of_message ON message_piece (message, key);
