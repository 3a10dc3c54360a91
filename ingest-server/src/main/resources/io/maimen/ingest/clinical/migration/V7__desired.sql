-- What gateways are to work by. The same subset of SQL and the same times as V1.

-- The last version made for each gateway: it is signed anew from this whenever it is sent.
CREATE TABLE desired_state (
    gateway        TEXT PRIMARY KEY REFERENCES gateway (id),
    version        INTEGER NOT NULL,
    content_sha256 TEXT    NOT NULL,
    issued_us      BIGINT  NOT NULL
);

-- What each gateway said last of the state it works by.
CREATE TABLE reported_state (
    gateway     TEXT PRIMARY KEY REFERENCES gateway (id),
    version     INTEGER NOT NULL,
    refusal     TEXT,                -- NULL: it took what it heard last
    reported_us BIGINT  NOT NULL
);

-- One patient's own limit in the place of a rule's; who changed it before is in the audit.
CREATE TABLE personal_limit (
    patient_id TEXT   NOT NULL REFERENCES patient (patient_id),
    rule       TEXT   NOT NULL,
    limit_text TEXT   NOT NULL,      -- as a rule pack words it
    until_us   BIGINT NOT NULL,
    by_whom    TEXT   NOT NULL,
    reason     TEXT   NOT NULL,
    PRIMARY KEY (patient_id, rule)
);

-- Devices and drivers that no gateway of an organisation, or below it, may serve.
CREATE TABLE revocation (
    organisation TEXT NOT NULL,
    kind         TEXT NOT NULL,      -- device, driver
    thing        TEXT NOT NULL,
    PRIMARY KEY (organisation, kind, thing)
);
