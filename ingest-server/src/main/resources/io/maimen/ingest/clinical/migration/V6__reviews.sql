-- Which number of the observation shown: a panel has several. '' is an alert from before panels.
ALTER TABLE alert ADD COLUMN shown_code TEXT NOT NULL DEFAULT '';
