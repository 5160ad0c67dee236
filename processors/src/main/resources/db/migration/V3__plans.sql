-- A plan says of what an artwork's renditions are made, and by which recipes. Plans are numbered per artwork and kept: they are
-- the record of what was encoded, what was there already, and why. An edition publishes one plan.

CREATE TABLE plans (
    id         BIGINT       NOT NULL AUTO_INCREMENT,
    artwork_id BIGINT       NOT NULL,
    number     INT          NOT NULL COMMENT 'from 1, per artwork',
    source_id  BIGINT       NOT NULL COMMENT 'the source whose timeline the renditions have',
    cause      VARCHAR(255) NOT NULL COMMENT 'why it was made, for people',
    urgency    VARCHAR(16)  NOT NULL DEFAULT 'awaited' COMMENT 'awaited, background, nightly: when its jobs are done',
    complete   BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'whether all its chunks are known',
    created_at DATETIME(3)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY plans_artwork_number (artwork_id, number),
    CONSTRAINT plans_artwork FOREIGN KEY (artwork_id) REFERENCES artworks (id) ON DELETE CASCADE,
    CONSTRAINT plans_source FOREIGN KEY (source_id) REFERENCES inputs (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What a plan makes each rendition of, and how.
CREATE TABLE plan_renditions (
    plan_id         BIGINT   NOT NULL,
    video_format_id BIGINT   NOT NULL,
    input_id        BIGINT   NOT NULL COMMENT 'what it is encoded from: its nearest ancestor that an artist delivered',
    recipe          JSON     NOT NULL COMMENT 'every field, with its default filled in',
    recipe_fingerprint CHAR(64) NOT NULL,
    copied          INT      NULL COMMENT 'where the input is cut as it is: how many frames are shown later than they are coded',
    PRIMARY KEY (plan_id, video_format_id),
    CONSTRAINT plan_renditions_plan FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE CASCADE,
    CONSTRAINT plan_renditions_format FOREIGN KEY (video_format_id) REFERENCES video_formats (id) ON DELETE CASCADE,
    CONSTRAINT plan_renditions_input FOREIGN KEY (input_id) REFERENCES inputs (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What was planned so far: one plan for each source that was read.
INSERT INTO plans (artwork_id, number, source_id, cause, complete, created_at)
SELECT f.artwork_id, ROW_NUMBER() OVER (PARTITION BY f.artwork_id ORDER BY i.id), i.id, 'delivered',
    i.chunk_count IS NOT NULL, i.created_at
FROM inputs i JOIN video_formats f ON f.id = i.video_format_id;

INSERT INTO plan_renditions (plan_id, video_format_id, input_id, recipe, recipe_fingerprint)
SELECT DISTINCT p.id, r.video_format_id, r.input_id, '{}', COALESCE(f.recipe_fingerprint, '')
FROM rendition_chunks r
JOIN plans p ON p.source_id = r.input_id
JOIN video_formats f ON f.id = r.video_format_id;

ALTER TABLE rendition_chunks
    ADD COLUMN plan_id BIGINT  NULL FIRST,
    ADD COLUMN needed  BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'whether it was missing when it was planned';
UPDATE rendition_chunks r JOIN plans p ON p.source_id = r.input_id SET r.plan_id = p.id;
ALTER TABLE rendition_chunks
    DROP FOREIGN KEY rendition_chunks_format;
ALTER TABLE rendition_chunks
    DROP PRIMARY KEY,
    MODIFY COLUMN plan_id BIGINT NOT NULL,
    ADD PRIMARY KEY (plan_id, video_format_id, number),
    ADD KEY rendition_chunks_format (video_format_id),
    ADD CONSTRAINT rendition_chunks_plan FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE CASCADE;
ALTER TABLE rendition_chunks
    ADD CONSTRAINT rendition_chunks_format FOREIGN KEY (video_format_id) REFERENCES video_formats (id) ON DELETE CASCADE;

ALTER TABLE artworks
    ADD COLUMN plan_id BIGINT NULL COMMENT 'the plan that its editions follow' AFTER input_id;
UPDATE artworks a JOIN plans p ON p.source_id = a.input_id SET a.plan_id = p.id;
ALTER TABLE artworks
    ADD CONSTRAINT artworks_plan FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE SET NULL;

ALTER TABLE editions ADD COLUMN plan_id BIGINT NULL COMMENT 'what it publishes' AFTER artwork_id;
UPDATE editions e JOIN plans p ON p.source_id = e.input_id SET e.plan_id = p.id;
ALTER TABLE editions DROP FOREIGN KEY editions_input;
ALTER TABLE editions
    DROP COLUMN input_id,
    MODIFY COLUMN plan_id BIGINT NOT NULL,
    ADD CONSTRAINT editions_plan FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE CASCADE;

-- Renditions that an artist delivered, in use: what is below them in the line of descent is made of them.
CREATE TABLE overrides (
    artwork_id  BIGINT      NOT NULL,
    format_type VARCHAR(16) NOT NULL,
    input_id    BIGINT      NOT NULL,
    created_at  DATETIME(3) NOT NULL,
    PRIMARY KEY (artwork_id, format_type),
    CONSTRAINT overrides_artwork FOREIGN KEY (artwork_id) REFERENCES artworks (id) ON DELETE CASCADE,
    CONSTRAINT overrides_input FOREIGN KEY (input_id) REFERENCES inputs (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
