-- What proves a reading later. From here on reading.observation and block.observation are the item's bytes as sent.

CREATE TABLE envelope (
    sha256       TEXT PRIMARY KEY,   -- of the envelope's bytes as sent
    gateway      TEXT   NOT NULL,
    lane         TEXT   NOT NULL,
    item_digests BYTEA  NOT NULL,    -- 32 bytes each, in the order of the items
    signature    BYTEA,
    key_id       TEXT,
    admitted_us  BIGINT NOT NULL
);

-- Where the item stood; NULL for what came in no envelope.
ALTER TABLE reading ADD COLUMN envelope TEXT;
ALTER TABLE reading ADD COLUMN item_index INTEGER;
ALTER TABLE block ADD COLUMN envelope TEXT;
ALTER TABLE block ADD COLUMN item_index INTEGER;

-- frame-fields of docs/wire.md; NULL where the driver told none.
ALTER TABLE frame ADD COLUMN fields BYTEA;
