-- The subset that SQLite and PostgreSQL share. Times: epoch microseconds. observation: the CBOR of docs/wire.md;
-- the columns beside it are what queries select and sort by.

CREATE TABLE progress (
    reader     TEXT PRIMARY KEY,
    position   BIGINT NOT NULL,   -- of the log
    next_entry BIGINT NOT NULL
);

CREATE TABLE reading (
    observation_id TEXT PRIMARY KEY,
    entry          BIGINT NOT NULL UNIQUE,
    device         TEXT   NOT NULL,
    measured_us    BIGINT NOT NULL,
    gateway        TEXT   NOT NULL,
    admitted_us    BIGINT NOT NULL,
    observation    BYTEA  NOT NULL
);
CREATE INDEX reading_by_time ON reading (device, measured_us);
CREATE INDEX reading_by_entry ON reading (device, entry);

CREATE TABLE block (
    observation_id TEXT PRIMARY KEY,
    entry          BIGINT  NOT NULL UNIQUE,
    device         TEXT    NOT NULL,
    stream         BIGINT  NOT NULL,
    sequence       BIGINT  NOT NULL,
    first_sample   BIGINT  NOT NULL,
    sample_count   INTEGER NOT NULL,
    gap_samples    INTEGER NOT NULL,   -- how many of them carry no signal
    rate_hz        TEXT    NOT NULL,
    min_sample     INTEGER NOT NULL,
    max_sample     INTEGER NOT NULL,
    start_us       BIGINT  NOT NULL,
    end_us         BIGINT  NOT NULL,
    gateway        TEXT    NOT NULL,
    admitted_us    BIGINT  NOT NULL,
    observation    BYTEA   NOT NULL
);
CREATE INDEX block_by_start ON block (device, start_us);
CREATE INDEX block_by_end ON block (device, end_us);
CREATE INDEX block_by_entry ON block (device, entry);

CREATE TABLE frame (
    sha256      TEXT PRIMARY KEY,
    bytes       BYTEA  NOT NULL,
    received_us BIGINT NOT NULL,
    gateway     TEXT   NOT NULL,
    admitted_us BIGINT NOT NULL
);

CREATE TABLE quarantine (
    gateway     TEXT   NOT NULL,
    sha256      TEXT   NOT NULL,
    item        BYTEA  NOT NULL,
    reason      TEXT   NOT NULL,
    admitted_us BIGINT NOT NULL,
    PRIMARY KEY (gateway, sha256)
);
CREATE INDEX quarantine_by_time ON quarantine (admitted_us);

CREATE TABLE device (
    device           TEXT PRIMARY KEY,
    kind             TEXT     NOT NULL,
    gateway          TEXT     NOT NULL,
    simulated        SMALLINT NOT NULL,
    last_measured_us BIGINT   NOT NULL,
    last_received_us BIGINT   NOT NULL
);
