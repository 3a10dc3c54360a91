-- The gateways there are and what each proves itself with. Nothing is deleted: readings of long ago stay verifiable.

CREATE TABLE gateway (
    id             TEXT PRIMARY KEY,
    organisation   TEXT   NOT NULL,
    created_us     BIGINT NOT NULL,
    revoked_us     BIGINT,
    revoked_reason TEXT,
    last_seen_us   BIGINT
);

CREATE TABLE gateway_certificate (
    serial        TEXT PRIMARY KEY,   -- hex
    gateway       TEXT   NOT NULL REFERENCES gateway (id),
    not_before_us BIGINT NOT NULL,
    not_after_us  BIGINT NOT NULL,
    revoked_us    BIGINT
);
CREATE INDEX gateway_certificate_by_gateway ON gateway_certificate (gateway, not_after_us);

-- Ed25519, with which a gateway signs its envelopes. One is in use at a time: until_us is then null.
CREATE TABLE gateway_key (
    gateway    TEXT   NOT NULL REFERENCES gateway (id),
    key_id     TEXT   NOT NULL,
    public_key BYTEA  NOT NULL,   -- SubjectPublicKeyInfo
    since_us   BIGINT NOT NULL,
    until_us   BIGINT,
    PRIMARY KEY (gateway, key_id)
);

CREATE TABLE enrolment_code (
    code_sha256 TEXT PRIMARY KEY,   -- the code itself is known to its bearer only
    gateway     TEXT   NOT NULL REFERENCES gateway (id),
    expires_us  BIGINT NOT NULL,
    used_us     BIGINT
);
