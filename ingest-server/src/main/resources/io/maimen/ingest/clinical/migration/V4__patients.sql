-- Who was measured. The same subset of SQL and the same times as V1.

CREATE TABLE patient (
    patient_id   TEXT PRIMARY KEY,
    name         TEXT     NOT NULL,
    sex          TEXT     NOT NULL,
    birth_date   TEXT,                -- ISO 8601; NULL where nobody knows
    organisation TEXT     NOT NULL,
    simulated    SMALLINT NOT NULL,
    merged_into  TEXT REFERENCES patient (patient_id),
    created_us   BIGINT   NOT NULL
);
CREATE INDEX patient_by_organisation ON patient (organisation, name);
CREATE INDEX patient_by_merge ON patient (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE patient_identifier (
    patient_id TEXT NOT NULL REFERENCES patient (patient_id),
    system     TEXT NOT NULL,
    value      TEXT NOT NULL,
    PRIMARY KEY (patient_id, system)
);
CREATE INDEX patient_identifier_by_value ON patient_identifier (value);

-- All tellings of a binding in one row; a patient it names may be unknown to this server.
CREATE TABLE binding (
    binding_id  TEXT PRIMARY KEY,
    device      TEXT    NOT NULL,
    slot        INTEGER,
    specimen    TEXT,
    from_us     BIGINT  NOT NULL,
    to_us       BIGINT,               -- NULL while it has no end
    patient_id  TEXT    NOT NULL,
    basis       TEXT    NOT NULL,
    by_whom     TEXT    NOT NULL,
    admitted_us BIGINT  NOT NULL
);
CREATE INDEX binding_by_device ON binding (device, from_us);
CREATE INDEX binding_by_patient ON binding (patient_id);

-- The last word of a person about one reading, which may come before the reading.
CREATE TABLE assignment (
    observation_id TEXT PRIMARY KEY,
    patient_id     TEXT,              -- NULL: taken away from everybody
    by_whom        TEXT   NOT NULL,
    reason         TEXT   NOT NULL,
    admitted_us    BIGINT NOT NULL
);

-- One owner for each reading: the patient, or NULL and the reason why it is nobody's.
ALTER TABLE assess_reading ADD COLUMN slot INTEGER;
ALTER TABLE assess_reading ADD COLUMN patient_id TEXT;
ALTER TABLE assess_reading ADD COLUMN nobody_reason TEXT DEFAULT 'no-binding';
ALTER TABLE assess_reading ADD COLUMN subject TEXT NOT NULL DEFAULT '';
UPDATE assess_reading SET subject = 'source ' || device || CASE WHEN simulated = 1 THEN ' simulated' ELSE '' END
    || CASE WHEN specimen = '' THEN '' ELSE ' specimen ' || specimen END;
DROP INDEX assess_reading_by_subject;
CREATE INDEX assess_reading_by_subject ON assess_reading (subject, measured_us);
CREATE INDEX assess_reading_by_device ON assess_reading (device, measured_us);
CREATE INDEX assess_reading_by_patient ON assess_reading (patient_id, measured_us);
CREATE INDEX assess_reading_of_nobody ON assess_reading (measured_us) WHERE patient_id IS NULL;

-- An alert's subject: the patient, or, where that is NULL, the source that device, slot and specimen name.
ALTER TABLE alert ADD COLUMN slot INTEGER;
ALTER TABLE alert ADD COLUMN patient_id TEXT;
ALTER TABLE alert ADD COLUMN subject TEXT NOT NULL DEFAULT '';
UPDATE alert SET subject = 'source ' || device || CASE WHEN simulated = 1 THEN ' simulated' ELSE '' END
    || CASE WHEN specimen = '' THEN '' ELSE ' specimen ' || specimen END;
DROP INDEX one_open_alert;
DROP INDEX alert_by_subject;
CREATE UNIQUE INDEX one_open_alert ON alert (subject, pack, rule_id) WHERE closed_us IS NULL;
CREATE INDEX alert_by_subject ON alert (subject);
CREATE INDEX alert_by_patient ON alert (patient_id);
CREATE INDEX alert_evidence_by_reading ON alert_evidence (observation_id);
