-- What was noticed in buckets, and what became of it: so that an object is taken once, however often, in whatever order and by
-- however many nodes it is announced or listed. ETags of multipart uploads are no content hashes; they tell versions apart.

CREATE TABLE bucket_objects (
    id          BIGINT        NOT NULL AUTO_INCREMENT,
    place       CHAR(64)      NOT NULL COMMENT 'SHA-256 of bucket/key: keys are too long, and too much alike, for an index',
    bucket      VARCHAR(255)  NOT NULL,
    object_key  VARCHAR(1024) NOT NULL,
    slug        VARCHAR(700)  NULL     COMMENT 'of the artwork that it is for, where its name is one',
    format_type VARCHAR(16)   NULL     COMMENT 'SOURCE, or the rendition that it overrides',
    waiting     BOOLEAN       NOT NULL COMMENT 'whether it is to be looked at: then there is a fetch job',
    noticed     BIGINT        NOT NULL COMMENT 'how often it was announced; what is announced meanwhile is not lost',
    listed      VARCHAR(255)  NULL     COMMENT 'ETag, size and date when it was last listed',
    version     VARCHAR(255)  NULL     COMMENT 'ETag, size and date of what the outcome is of',
    outcome     VARCHAR(16)   NULL     COMMENT 'taken, refused, empty, gone, failed',
    after_due   BOOLEAN       NOT NULL DEFAULT FALSE COMMENT 'whether the original is still to be left, moved or tagged',
    input_id    BIGINT        NULL     COMMENT 'the input that was made of it: once that is read, it is known whether it can be used',
    sha256      CHAR(64)      NULL     COMMENT 'of the content that was taken',
    error       TEXT          NULL     COMMENT 'why it was refused or failed',
    created_at  DATETIME(3)   NOT NULL,
    updated_at  DATETIME(3)   NOT NULL,
    taken_at    DATETIME(3)   NULL     COMMENT 'when one was last fetched and kept',
    PRIMARY KEY (id),
    UNIQUE KEY bucket_objects_place (place),
    KEY bucket_objects_waiting (waiting, id),
    KEY bucket_objects_after (after_due, id),
    KEY bucket_objects_outcome (outcome, updated_at),
    KEY bucket_objects_bucket (bucket, updated_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE fetch_jobs LIKE read_jobs;

ALTER TABLE rejections
    ADD input_id BIGINT NULL COMMENT 'where it had been taken already',
    ADD KEY rejections_input (input_id);
