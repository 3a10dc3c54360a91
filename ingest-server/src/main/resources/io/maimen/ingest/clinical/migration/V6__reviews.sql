-- Which number of the observation shown: a panel has several. '' is an alert from before panels.
ALTER TABLE alert ADD COLUMN shown_code TEXT NOT NULL DEFAULT '';

-- Two opinions by two people: the second constraint holds even where a program forgets it.
CREATE TABLE alert_review (
    alert_id    TEXT     NOT NULL REFERENCES alert (alert_id),
    level       SMALLINT NOT NULL CHECK (level IN (1, 2)),
    by_whom     TEXT     NOT NULL,
    at_us       BIGINT   NOT NULL,
    opinion     TEXT     NOT NULL,
    review_text TEXT     NOT NULL,
    PRIMARY KEY (alert_id, level),
    UNIQUE (alert_id, by_whom)
);
