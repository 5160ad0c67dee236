-- Which of its segments somebody waits for: those before it are not given out alone, while the others are made.

ALTER TABLE asked
    ADD COLUMN segment INT NULL COMMENT 'the first that somebody waits for; none where its init segment alone was asked for';

ALTER TABLE places
    ADD COLUMN asked_segment INT NULL COMMENT 'the first that somebody waits for';
