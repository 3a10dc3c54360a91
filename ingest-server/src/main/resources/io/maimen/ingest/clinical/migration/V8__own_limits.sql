-- Patients' own limits judge what is measured from when they were set; what was measured before keeps its judgement, so
-- the one before stays. The same subset of SQL and the same times as V1.
CREATE TABLE own_limit (
    patient_id TEXT   NOT NULL REFERENCES patient (patient_id),
    rule       TEXT   NOT NULL,
    from_us    BIGINT NOT NULL,
    until_us   BIGINT NOT NULL,
    limit_text TEXT   NOT NULL,      -- as a rule pack words it
    by_whom    TEXT   NOT NULL,
    reason     TEXT   NOT NULL,
    PRIMARY KEY (patient_id, rule, from_us)
);

-- Nobody noted when these were set: they were kept and judged nothing.
INSERT INTO own_limit (patient_id, rule, from_us, until_us, limit_text, by_whom, reason)
    SELECT patient_id, rule, 0, until_us, limit_text, by_whom, reason FROM personal_limit;
DROP TABLE personal_limit;

-- Who decided on the limit that opened an alert; NULL where it is the pack's.
ALTER TABLE alert ADD COLUMN own_by TEXT;
ALTER TABLE alert ADD COLUMN own_reason TEXT;
ALTER TABLE alert ADD COLUMN own_from_us BIGINT;
ALTER TABLE alert ADD COLUMN own_until_us BIGINT;
