-- What was delivered may lie in a bucket. A node that makes a chunk then reads that chunk's bytes, and no more.

CREATE TABLE input_objects (
    input_id  BIGINT       NOT NULL,
    etag      VARCHAR(200) NOT NULL COMMENT 'what the bucket calls the version that was put there',
    described CHAR(64)     NULL COMMENT 'SHA-256 of what FFmpeg says of the video, when all of the file is there',
    heads     TEXT         NULL COMMENT 'where the container has what is no media data: from-until, bytes, with commas',
    PRIMARY KEY (input_id),
    CONSTRAINT input_objects_input FOREIGN KEY (input_id) REFERENCES inputs (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE input_packets (
    input_id BIGINT     NOT NULL,
    number   INT        NOT NULL COMMENT 'of the chunk that was known when these were read, from 0',
    packets  MEDIUMBLOB NOT NULL COMMENT 'time, key, position, size and hash of the packets of the video, in the order of the file',
    PRIMARY KEY (input_id, number),
    CONSTRAINT input_packets_input FOREIGN KEY (input_id) REFERENCES inputs (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
