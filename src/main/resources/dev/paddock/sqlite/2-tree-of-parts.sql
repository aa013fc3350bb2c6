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

CREATE TABLE new_message (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    conversation INTEGER NOT NULL REFERENCES conversation (key) ON DELETE CASCADE,
    parent INTEGER REFERENCES message (key) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('SYSTEM', 'USER', 'ASSISTANT', 'TOOL')),
    status TEXT NOT NULL,
    created INTEGER NOT NULL,
    details TEXT NOT NULL, -- JSON: origin, statistics and failure
    parts TEXT NOT NULL -- JSON, an array
) STRICT;

INSERT INTO new_message
SELECT key, id, conversation, parent, role, status, created,
    json_patch('{}', json_object(
        'model', model,
        'statistics', json(iif(prompt_tokens IS NULL, NULL, json_object(
            'prompt_tokens', prompt_tokens,
            'cached_tokens', cached_tokens,
            'completion_tokens', completion_tokens,
            'first_token_ms', first_token_millis,
            'tokens_per_second', tokens_per_second,
            'total_ms', total_millis))),
        'failure', json(iif(failure_kind IS NULL, NULL, json_object(
            'kind', failure_kind,
            'detail', failure_detail,
            'number', failure_number,
            'limit', failure_limit))))),
    CASE
        WHEN reasoning = '' AND content = '' THEN '[]'
        WHEN reasoning = '' THEN json_array(json_object('type', 'text', 'text', content))
        WHEN content = '' THEN json_array(json_object('type', 'reasoning', 'text', reasoning))
        ELSE json_array(
            json_object('type', 'reasoning', 'text', reasoning),
            json_object('type', 'text', 'text', content))
    END
FROM message ORDER BY key;

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

DROP TABLE message;
DROP TABLE conversation;
ALTER TABLE new_message RENAME TO message;
ALTER TABLE new_conversation RENAME TO conversation;

CREATE INDEX message_of_conversation ON message (conversation, key);
CREATE INDEX message_after_parent ON message (parent);
CREATE INDEX message_streaming ON message (key) WHERE status = 'STREAMING';
CREATE INDEX conversation_leaf ON conversation (leaf);

-- A part is something else from now on.
ALTER TABLE message_part RENAME TO message_piece;
DROP INDEX message_part_of_message;
CREATE INDEX message_piece_of_message ON message_piece (message, key);
