-- Organisations, roles, and who saw, changed, signed. The same subset of SQL and the same times as V1.

CREATE TABLE organisation (
    id      TEXT PRIMARY KEY,
    parent  TEXT REFERENCES organisation (id),   -- NULL for the root alone
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    kind    TEXT NOT NULL
);
CREATE INDEX organisation_by_parent ON organisation (parent);
INSERT INTO organisation (id, parent, name_zh, name_en, kind) VALUES ('root', NULL, '全部机构', 'All organisations', 'province');

-- Until now there was one account, the first administrator's.
ALTER TABLE account ADD COLUMN role TEXT NOT NULL DEFAULT 'admin';
ALTER TABLE account ADD COLUMN organisation TEXT NOT NULL DEFAULT 'root';
ALTER TABLE account ADD COLUMN disabled_us BIGINT;

-- Append-only by code, provable by its hashes: docs/people.md.
CREATE TABLE audit (
    seq           BIGINT PRIMARY KEY,
    at_us         BIGINT NOT NULL,
    who           TEXT   NOT NULL,
    action        TEXT   NOT NULL,
    subject       TEXT   NOT NULL,
    detail        TEXT   NOT NULL,
    previous_hash TEXT   NOT NULL,
    hash          TEXT   NOT NULL
);
