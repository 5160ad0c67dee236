-- What viewers saw. Nothing of who they are: a session is a random name that a player makes for one showing of one artwork.

-- As players told it; kept for 30 days.
CREATE TABLE viewing_events (
    id         BIGINT      NOT NULL AUTO_INCREMENT,
    artwork_id BIGINT      NOT NULL,
    session    VARCHAR(64) NOT NULL,
    type       VARCHAR(16) NOT NULL COMMENT 'start, first-frame, stall, switch, seek, watched, complete, error',
    at_seconds DOUBLE      NOT NULL COMMENT 'position in the film',
    value      DOUBLE      NOT NULL COMMENT 'milliseconds, seconds, or lines of the picture, by type',
    cause      VARCHAR(32) NOT NULL DEFAULT '',
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    KEY viewing_events_created (created_at),
    KEY viewing_events_artwork (artwork_id, created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Rolled up by artwork and day (UTC); kept. No foreign key: viewers wait for nobody who publishes.
CREATE TABLE viewing_days (
    artwork_id       BIGINT NOT NULL,
    day              DATE   NOT NULL,
    views            BIGINT NOT NULL DEFAULT 0 COMMENT 'first pictures',
    watched_seconds  DOUBLE NOT NULL DEFAULT 0 COMMENT 'played in a tab that was seen',
    completed        BIGINT NOT NULL DEFAULT 0,
    first_frame_ms   DOUBLE NOT NULL DEFAULT 0 COMMENT 'sum over the views',
    stalls           BIGINT NOT NULL DEFAULT 0,
    stalled_ms       DOUBLE NOT NULL DEFAULT 0,
    switches         BIGINT NOT NULL DEFAULT 0,
    seeks            BIGINT NOT NULL DEFAULT 0,
    errors           BIGINT NOT NULL DEFAULT 0,
    requests         BIGINT NOT NULL DEFAULT 0 COMMENT 'with CMCD, of segments',
    starved          BIGINT NOT NULL DEFAULT 0 COMMENT 'of these, after the buffer ran empty',
    bitrate_kbps     DOUBLE NOT NULL DEFAULT 0 COMMENT 'sum over the requests',
    throughput_kbps  DOUBLE NOT NULL DEFAULT 0 COMMENT 'sum over the requests that told it',
    throughput_count BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (artwork_id, day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
