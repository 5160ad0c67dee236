-- Small pictures of a chunk of the lowest rendition, for the seek bar: one for each segment.
ALTER TABLE outputs
    ADD COLUMN sheet_bytes INT NULL COMMENT 'of the sheet of small pictures; NULL where there is none';
