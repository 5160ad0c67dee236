-- Of each film its own constant quality.

-- What a few seconds of a film came to when they were encoded to be measured. The same seconds need not be encoded for that again.
CREATE TABLE quality_trials (
    fingerprint CHAR(64)    NOT NULL COMMENT 'of the chunk, the recipe and the constant quality',
    kilobits    DOUBLE      NOT NULL COMMENT 'a second',
    ssim        DOUBLE      NOT NULL,
    cpu_ms      BIGINT      NOT NULL,
    created_at  DATETIME(3) NOT NULL,
    PRIMARY KEY (fingerprint)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What was chosen by them. All chunks of a rendition are of one constant quality: it stands in their one init segment.
CREATE TABLE quality_choices (
    artwork_id  BIGINT      NOT NULL,
    format_type VARCHAR(16) NOT NULL,
    used        BOOLEAN     NOT NULL COMMENT 'whether it is what is made; else it is only shown',
    basis       CHAR(64)    NOT NULL COMMENT 'SHA-256 of the recipe and the target that it was made for: of another it is none',
    recipe_crf  INT         NOT NULL,
    crf         INT         NOT NULL,
    ssim        DOUBLE      NOT NULL COMMENT 'that is expected, of the sample that is least alike its source',
    saved       DOUBLE      NOT NULL COMMENT 'share of the bytes by the recipe''s that it is expected to save',
    cpu_ms      BIGINT      NOT NULL COMMENT 'that its trials took',
    version     INT         NOT NULL COMMENT 'raised by each change',
    created_at  DATETIME(3) NOT NULL,
    PRIMARY KEY (artwork_id, format_type),
    CONSTRAINT quality_choices_artwork FOREIGN KEY (artwork_id) REFERENCES artworks (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
