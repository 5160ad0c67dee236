-- A batch keeps the library true to its recipes: it looks at every artwork and plans what changed.

CREATE TABLE batches (
    id         BIGINT      NOT NULL AUTO_INCREMENT,
    cause      VARCHAR(64) NOT NULL COMMENT 'nightly, or called',
    urgency    VARCHAR(16) NOT NULL COMMENT 'of the plans that it makes: background, nightly',
    dry_run    BOOLEAN     NOT NULL,
    state      VARCHAR(16) NOT NULL COMMENT 'running, done, failed',
    error      TEXT        NULL,
    reached    BIGINT      NOT NULL DEFAULT 0 COMMENT 'the artwork that was looked at last: a batch that is cut off goes on there',
    artworks   INT         NOT NULL DEFAULT 0 COMMENT 'looked at',
    changed    INT         NOT NULL DEFAULT 0 COMMENT 'of which something is to be made',
    needed     INT         NOT NULL DEFAULT 0 COMMENT 'outputs to be made',
    reused     INT         NOT NULL DEFAULT 0 COMMENT 'outputs of the changed artworks that are there',
    started_at DATETIME(3) NOT NULL,
    ended_at   DATETIME(3) NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE batch_findings (
    id         BIGINT       NOT NULL AUTO_INCREMENT,
    batch_id   BIGINT       NOT NULL,
    artwork_id BIGINT       NOT NULL,
    kind       VARCHAR(32)  NOT NULL COMMENT 'recipes, damaged, stuck, source changed, source lost',
    text       TEXT         NOT NULL,
    needed     INT          NOT NULL DEFAULT 0,
    reused     INT          NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    UNIQUE KEY batch_findings_once (batch_id, artwork_id, kind),
    CONSTRAINT batch_findings_batch FOREIGN KEY (batch_id) REFERENCES batches (id) ON DELETE CASCADE,
    CONSTRAINT batch_findings_artwork FOREIGN KEY (artwork_id) REFERENCES artworks (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

ALTER TABLE inputs ADD COLUMN modified_ms BIGINT NULL COMMENT 'the file''s date when it was hashed: another one, and it is hashed again';

-- What a night has cost so far.
ALTER TABLE outputs ADD KEY outputs_made_at (made_at);
