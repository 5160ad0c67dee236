-- What the store should hold is known by its hash, and what nobody needs any more is collected.

ALTER TABLE segments
    ADD COLUMN sha256 CHAR(64) NULL COMMENT 'with the decode time taken as 0: the same in every placement; none for what was stored before';

ALTER TABLE outputs
    ADD COLUMN file_sha256 CHAR(64) NULL COMMENT 'of what it has beside its segments: the init segment, or the poster',
    ADD COLUMN file_bytes  BIGINT   NULL;

-- A damaged output loses its segments until it is made again, though an edition lists them: they come back under the same
-- names. That an edition's outputs stay is seen to by its plan, which has a row for each.
ALTER TABLE edition_segments DROP FOREIGN KEY edition_segments_segment;

-- A plan stays as history when its outputs are collected: then its figures are here.
ALTER TABLE plans
    ADD COLUMN collected_at DATETIME(3) NULL,
    ADD COLUMN needed   INT    NOT NULL DEFAULT 0 COMMENT 'of the rows that were collected, like those that follow',
    ADD COLUMN reused   INT    NOT NULL DEFAULT 0,
    ADD COLUMN made     INT    NOT NULL DEFAULT 0,
    ADD COLUMN spent_ms BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN saved_ms BIGINT NOT NULL DEFAULT 0;
