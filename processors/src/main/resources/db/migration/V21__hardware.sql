-- Which encoder made an output, and which encoders failed lately.
ALTER TABLE outputs ADD COLUMN encoder VARCHAR(32) NULL COMMENT 'that made it, by FFmpeg''s name; copy: cut as it was delivered' AFTER ffmpeg_version;

-- Until then nothing is planned for it.
CREATE TABLE encoder_rests (
    encoder VARCHAR(32) NOT NULL,
    until   DATETIME(3) NOT NULL,
    error   TEXT        NOT NULL COMMENT 'how it failed last',
    PRIMARY KEY (encoder)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
