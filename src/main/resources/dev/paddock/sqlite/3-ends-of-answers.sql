ALTER TABLE message ADD COLUMN prompt_tokens_per_second REAL;
ALTER TABLE message ADD COLUMN finish_reason TEXT; -- NULL where a person or a failure ended it
