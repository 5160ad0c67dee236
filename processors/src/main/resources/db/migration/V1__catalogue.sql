-- The catalogue. Times are UTC. Slugs and fingerprints compare byte by byte.

-- A catalogued work.
CREATE TABLE artworks (
    id               BIGINT       NOT NULL AUTO_INCREMENT,
    slug             VARCHAR(700) NOT NULL,
    title            VARCHAR(700) NOT NULL,
    state            VARCHAR(16)  NOT NULL COMMENT 'ingesting, encoding, ready, failed',
    error            TEXT         NULL     COMMENT 'what failed, what follows, what to do',
    input_id         BIGINT       NULL     COMMENT 'the source that its renditions are made from now',
    duration_ms      BIGINT       NULL,
    width            INT          NULL,
    height           INT          NULL,
    projection       VARCHAR(32)  NOT NULL DEFAULT 'flat',
    wanted_version   BIGINT       NOT NULL DEFAULT 0 COMMENT 'raised by whatever may change its editions',
    published_version BIGINT      NOT NULL DEFAULT 0 COMMENT 'the wanted_version that was published last',
    first_playable_at DATETIME(3) NULL,
    created_at       DATETIME(3)  NOT NULL,
    updated_at       DATETIME(3)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY artworks_slug (slug),
    KEY artworks_updated (updated_at, id),
    KEY artworks_state (state)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One form of an artwork: what was delivered (SOURCE, overrides) and what is made of it.
CREATE TABLE video_formats (
    id                 BIGINT       NOT NULL AUTO_INCREMENT,
    artwork_id         BIGINT       NOT NULL,
    format_type        VARCHAR(16)  NOT NULL COMMENT 'SOURCE, 4K, 3K, HD, SD, TN, AUDIO',
    origin             VARCHAR(16)  NOT NULL COMMENT 'delivered, override, encoded',
    state              VARCHAR(16)  NOT NULL COMMENT 'waiting, ready, complete, failed, absent',
    file_path          VARCHAR(1024) NULL    COMMENT 'below the home',
    file_hash          CHAR(64)     NULL     COMMENT 'SHA-256 of the whole file',
    file_size          BIGINT       NULL,
    recipe_fingerprint CHAR(64)     NULL     COMMENT 'SHA-256 of the effective recipe',
    width              INT          NULL,
    height             INT          NULL,
    error              TEXT         NULL,
    created_at         DATETIME(3)  NOT NULL,
    updated_at         DATETIME(3)  NOT NULL,
    parent_format_id   BIGINT       NULL     COMMENT 'what it is encoded from',
    PRIMARY KEY (id),
    UNIQUE KEY video_formats_artwork_type (artwork_id, format_type),
    KEY video_formats_hash (file_hash),
    CONSTRAINT video_formats_artwork FOREIGN KEY (artwork_id) REFERENCES artworks (id) ON DELETE CASCADE,
    CONSTRAINT video_formats_parent FOREIGN KEY (parent_format_id) REFERENCES video_formats (id) ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A delivered file that is read: probed, hashed, cut into chunks.
CREATE TABLE inputs (
    id              BIGINT        NOT NULL AUTO_INCREMENT,
    video_format_id BIGINT        NOT NULL,
    file_path       VARCHAR(1024) NOT NULL COMMENT 'below the home',
    file_size       BIGINT        NOT NULL,
    file_hash       CHAR(64)      NULL,
    media           JSON          NULL COMMENT 'what the probe found',
    timeline        JSON          NULL COMMENT 'time bases and cadence',
    chunk_count     INT           NULL COMMENT 'known when the whole input is indexed',
    created_at      DATETIME(3)   NOT NULL,
    indexed_at      DATETIME(3)   NULL,
    PRIMARY KEY (id),
    KEY inputs_hash (file_hash),
    CONSTRAINT inputs_format FOREIGN KEY (video_format_id) REFERENCES video_formats (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

ALTER TABLE artworks
    ADD CONSTRAINT artworks_input FOREIGN KEY (input_id) REFERENCES inputs (id) ON DELETE SET NULL;

-- A run of whole GOPs of an input.
CREATE TABLE chunks (
    id          BIGINT   NOT NULL AUTO_INCREMENT,
    input_id    BIGINT   NOT NULL,
    number      INT      NOT NULL COMMENT 'from 0',
    fingerprint CHAR(64) NOT NULL COMMENT 'of its coded packets, the codec configuration and its cadence',
    span        JSON     NOT NULL COMMENT 'where it lies in the input and on the timeline, and its segments',
    PRIMARY KEY (id),
    UNIQUE KEY chunks_input_number (input_id, number),
    KEY chunks_fingerprint (fingerprint),
    CONSTRAINT chunks_input FOREIGN KEY (input_id) REFERENCES inputs (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What is made of a chunk (or of a whole input, for audio) by a recipe. Known by its fingerprint, whoever needs it.
CREATE TABLE outputs (
    fingerprint    CHAR(64)    NOT NULL,
    alias          CHAR(64)    NULL COMMENT 'for audio: the fingerprint by content, known when the input is read to its end',
    kind           VARCHAR(16) NOT NULL COMMENT 'VIDEO, AUDIO, POSTER',
    state          VARCHAR(16) NOT NULL COMMENT 'wanted, made, failed',
    error          TEXT        NULL,
    init           JSON        NULL COMMENT 'codec string, sizes and time scale, from the init segment',
    timescale      INT         NULL,
    bytes          BIGINT      NOT NULL DEFAULT 0,
    cpu_ms         BIGINT      NOT NULL DEFAULT 0,
    ffmpeg_version VARCHAR(64) NULL,
    created_at     DATETIME(3) NOT NULL,
    made_at        DATETIME(3) NULL,
    PRIMARY KEY (fingerprint),
    KEY outputs_alias (alias)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The segments of an output, in order.
CREATE TABLE segments (
    fingerprint    CHAR(64) NOT NULL,
    number         INT      NOT NULL COMMENT 'from 0, within the output',
    duration_ticks BIGINT   NOT NULL,
    bytes          BIGINT   NOT NULL,
    PRIMARY KEY (fingerprint, number),
    CONSTRAINT segments_output FOREIGN KEY (fingerprint) REFERENCES outputs (fingerprint) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- At which start times an output's segments are stored: one, unless a chunk has moved on the timeline.
CREATE TABLE placements (
    fingerprint CHAR(64) NOT NULL,
    start_ticks BIGINT   NOT NULL,
    PRIMARY KEY (fingerprint, start_ticks),
    CONSTRAINT placements_output FOREIGN KEY (fingerprint) REFERENCES outputs (fingerprint) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The plan: of which outputs, in which order, a rendition consists.
CREATE TABLE rendition_chunks (
    video_format_id BIGINT       NOT NULL,
    input_id        BIGINT       NOT NULL,
    number          INT          NOT NULL COMMENT 'chunk number; 0 for what is made whole',
    fingerprint     CHAR(64)     NOT NULL,
    start_ticks     BIGINT       NOT NULL,
    expected_segments INT        NOT NULL,
    duration_ms     INT          NOT NULL,
    reason          VARCHAR(255) NOT NULL,
    PRIMARY KEY (video_format_id, input_id, number),
    KEY rendition_chunks_fingerprint (fingerprint),
    KEY rendition_chunks_input (input_id),
    CONSTRAINT rendition_chunks_format FOREIGN KEY (video_format_id) REFERENCES video_formats (id) ON DELETE CASCADE,
    CONSTRAINT rendition_chunks_input FOREIGN KEY (input_id) REFERENCES inputs (id) ON DELETE CASCADE,
    CONSTRAINT rendition_chunks_output FOREIGN KEY (fingerprint) REFERENCES outputs (fingerprint)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- An immutable, numbered publication.
CREATE TABLE editions (
    id         BIGINT      NOT NULL AUTO_INCREMENT,
    artwork_id BIGINT      NOT NULL,
    input_id   BIGINT      NOT NULL,
    number     INT         NOT NULL COMMENT 'from 1, per artwork',
    state      VARCHAR(16) NOT NULL COMMENT 'growing, followed, ended, sealed',
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY editions_artwork_number (artwork_id, number),
    CONSTRAINT editions_artwork FOREIGN KEY (artwork_id) REFERENCES artworks (id) ON DELETE CASCADE,
    CONSTRAINT editions_input FOREIGN KEY (input_id) REFERENCES inputs (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The renditions of an edition.
CREATE TABLE edition_renditions (
    edition_id  BIGINT      NOT NULL,
    format_type VARCHAR(16) NOT NULL,
    PRIMARY KEY (edition_id, format_type),
    CONSTRAINT edition_renditions_edition FOREIGN KEY (edition_id) REFERENCES editions (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The segments that an edition lists, in order: append only.
CREATE TABLE edition_segments (
    edition_id  BIGINT      NOT NULL,
    format_type VARCHAR(16) NOT NULL,
    position    INT         NOT NULL COMMENT 'from 0',
    fingerprint CHAR(64)    NOT NULL,
    start_ticks BIGINT      NOT NULL COMMENT 'of the placement',
    segment     INT         NOT NULL COMMENT 'within the output',
    PRIMARY KEY (edition_id, format_type, position),
    KEY edition_segments_fingerprint (fingerprint),
    CONSTRAINT edition_segments_edition FOREIGN KEY (edition_id) REFERENCES editions (id) ON DELETE CASCADE,
    CONSTRAINT edition_segments_segment FOREIGN KEY (fingerprint, segment) REFERENCES segments (fingerprint, number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What was refused before it became an artwork's input: shown in the library, explained beside the file in rejected/.
CREATE TABLE rejections (
    id         BIGINT        NOT NULL AUTO_INCREMENT,
    artwork_id BIGINT        NOT NULL,
    file_path  VARCHAR(1024) NOT NULL COMMENT 'below the home',
    problem    TEXT          NOT NULL,
    remedy     TEXT          NOT NULL,
    created_at DATETIME(3)   NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT rejections_artwork FOREIGN KEY (artwork_id) REFERENCES artworks (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
