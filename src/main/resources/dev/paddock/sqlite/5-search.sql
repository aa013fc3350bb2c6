-- Which message has which three characters after each other (see Grams), by the key of the message.
-- It keeps neither texts nor places, which would take twice the room; the beginnings of one and two
-- characters are for queries that are as short.
CREATE VIRTUAL TABLE message_search USING fts5 (
    grams, content = '', detail = none, prefix = '1 2', tokenize = 'ascii');
INSERT INTO message_search (message_search, rank) VALUES ('secure-delete', 1);
