ALTER TABLE message ADD COLUMN edited INTEGER; -- 1 where a person changed what a model wrote, else NULL
ALTER TABLE message ADD COLUMN deleted_at INTEGER; -- hidden until it is purged
CREATE INDEX message_deleted ON message (key) WHERE deleted_at IS NOT NULL;
