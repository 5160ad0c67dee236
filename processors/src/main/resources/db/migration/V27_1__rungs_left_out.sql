-- Rungs that show no more of a film than the one below.

ALTER TABLE quality_choices
    ADD COLUMN instead VARCHAR(16) NULL COMMENT 'a lower rendition that shows as much of the film: this one is left out',
    ADD COLUMN input_id BIGINT NOT NULL DEFAULT 0 COMMENT 'the file in which that was found: of another one it says nothing';
