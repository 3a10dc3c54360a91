-- The subset that SQLite and PostgreSQL share. Times: epoch microseconds. '' stands for "the device names no specimen",
-- because NULL would not count as equal in a unique index.

CREATE TABLE progress (
    reader   TEXT PRIMARY KEY,
    position BIGINT NOT NULL   -- of the log
);

-- What the assessor has judged: its own history, so that it depends on no other reader.
CREATE TABLE assess_reading (
    observation_id TEXT PRIMARY KEY,
    device         TEXT     NOT NULL,
    specimen       TEXT     NOT NULL,
    simulated      SMALLINT NOT NULL,
    measured_us    BIGINT   NOT NULL,
    gateway        TEXT     NOT NULL,
    admitted_us    BIGINT   NOT NULL,
    observation    BYTEA    NOT NULL   -- CBOR of docs/wire.md
);
CREATE INDEX assess_reading_by_subject ON assess_reading (device, specimen, simulated);

-- Numbers the changes of alerts in the order of their commits: event streams continue after the number they saw.
CREATE TABLE change_counter (
    name  TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO change_counter (name, value) VALUES ('alert', 0);

CREATE TABLE alert (
    alert_id            TEXT PRIMARY KEY,
    change_number       BIGINT   NOT NULL UNIQUE,
    rule_id             TEXT     NOT NULL,
    pack                TEXT     NOT NULL,
    pack_version        INTEGER  NOT NULL,
    source              TEXT     NOT NULL,
    text_zh             TEXT     NOT NULL,
    text_en             TEXT     NOT NULL,
    first_action_zh     TEXT     NOT NULL,
    first_action_en     TEXT     NOT NULL,
    limit_text          TEXT     NOT NULL,
    priority            TEXT     NOT NULL,
    device              TEXT     NOT NULL,
    specimen            TEXT     NOT NULL,
    simulated           SMALLINT NOT NULL,
    shown               TEXT     NOT NULL REFERENCES assess_reading (observation_id),
    opened_us           BIGINT   NOT NULL,
    due_us              BIGINT   NOT NULL,
    late                SMALLINT NOT NULL,
    ended_us            BIGINT,
    ended_reason        TEXT,
    acknowledged_by     TEXT,
    acknowledged_us     BIGINT,
    acknowledged_reason TEXT,
    closed_by           TEXT,
    closed_us           BIGINT,
    closed_reason       TEXT
);
CREATE UNIQUE INDEX one_open_alert ON alert (device, specimen, simulated, pack, rule_id) WHERE closed_us IS NULL;
CREATE INDEX alert_open ON alert (priority, opened_us) WHERE closed_us IS NULL;
CREATE INDEX alert_closed ON alert (closed_us) WHERE closed_us IS NOT NULL;
CREATE INDEX alert_by_subject ON alert (device, specimen, simulated);

CREATE TABLE alert_evidence (
    alert_id       TEXT NOT NULL REFERENCES alert (alert_id),
    observation_id TEXT NOT NULL REFERENCES assess_reading (observation_id),
    PRIMARY KEY (alert_id, observation_id)
);

CREATE TABLE alert_history (
    alert_id      TEXT   NOT NULL REFERENCES alert (alert_id),
    change_number BIGINT NOT NULL,
    action        TEXT   NOT NULL,
    at_us         BIGINT NOT NULL,
    by_whom       TEXT   NOT NULL,
    reason        TEXT   NOT NULL,
    PRIMARY KEY (alert_id, change_number)
);

CREATE TABLE account (
    username      TEXT PRIMARY KEY,
    display_name  TEXT   NOT NULL,
    password_hash TEXT   NOT NULL,   -- Argon2id, encoded with its parameters and salt
    created_us    BIGINT NOT NULL
);

CREATE TABLE login_session (
    token_sha256 TEXT PRIMARY KEY,   -- the token itself is known to its bearer only
    username     TEXT   NOT NULL REFERENCES account (username),
    created_us   BIGINT NOT NULL,
    last_used_us BIGINT NOT NULL
);
CREATE INDEX login_session_by_use ON login_session (last_used_us);
