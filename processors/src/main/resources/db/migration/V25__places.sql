-- Timelines that are listed by a container's index, before what they consist of has been read: the address of a segment there names
-- its place, and what lies there is found when it has been read.
CREATE TABLE places (
    plan_id         BIGINT      NOT NULL,
    video_format_id BIGINT      NOT NULL,
    number          INT         NOT NULL COMMENT 'of the chunk, or of the piece of sound',
    name            CHAR(64)    NOT NULL COMMENT 'stands in addresses where the fingerprint of an output stands otherwise',
    stream          INT         NULL     COMMENT 'of a piece of sound: the index of that sound in the input',
    start_ticks     BIGINT      NOT NULL,
    duration_ms     INT         NOT NULL,
    span            JSON        NOT NULL COMMENT 'where it lies in the input and on the timeline, and its segments',
    asked_at        DATETIME(3) NULL     COMMENT 'when somebody asked for it who had to wait until it was read',
    PRIMARY KEY (plan_id, video_format_id, number),
    UNIQUE KEY places_name (name),
    KEY places_format (video_format_id),
    KEY places_asked (plan_id, asked_at),
    CONSTRAINT places_plan FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE CASCADE,
    CONSTRAINT places_format FOREIGN KEY (video_format_id) REFERENCES video_formats (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
