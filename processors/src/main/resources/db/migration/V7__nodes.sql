-- Several processes work on one database and one store.

-- Who they are. A claim in read_jobs and encode_jobs names its node in picked_by.
CREATE TABLE nodes (
    id         VARCHAR(50)  NOT NULL COMMENT 'of the process: another one at each start',
    name       VARCHAR(255) NOT NULL COMMENT 'for people',
    host       VARCHAR(255) NOT NULL,
    work       VARCHAR(700) NOT NULL COMMENT 'its scratch folder, which it has to itself',
    slots      INT          NOT NULL COMMENT 'how many outputs it makes at a time',
    readers    INT          NOT NULL COMMENT 'how many inputs it reads at a time',
    encoders   TEXT         NOT NULL COMMENT 'by FFmpeg''s names, with commas',
    roles      VARCHAR(64)  NOT NULL COMMENT 'watch, encode, serve, with commas',
    started_at DATETIME(3)  NOT NULL,
    seen_at    DATETIME(3)  NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Which library this is: the same name lies in the store and beside the sources, so that no node works on others.
CREATE TABLE library (
    one  TINYINT  NOT NULL DEFAULT 1 CHECK (one = 1),
    id   CHAR(36) NOT NULL,
    -- The name that it is being given: some of its folders may bear it already.
    next CHAR(36) NULL,
    PRIMARY KEY (one)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What is done at a time of day, by one node, though each has a clock.
CREATE TABLE rounds (
    name VARCHAR(32) NOT NULL,
    due  DATETIME(3) NOT NULL COMMENT 'when it was to begin',
    node VARCHAR(50) NOT NULL COMMENT 'that did it',
    PRIMARY KEY (name, due)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A job's task says which encoder it wants; the fingerprint alone names it.
ALTER TABLE encode_jobs ADD KEY encode_jobs_instance (task_instance);
