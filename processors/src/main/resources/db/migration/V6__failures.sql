-- What db-scheduler's tables have no columns for: how jobs failed, how far they are, what they wait for.

-- How a job failed. Gone when it succeeds.
CREATE TABLE job_failures (
    task          VARCHAR(100) NOT NULL COMMENT 'read, encode, batch',
    job           VARCHAR(100) NOT NULL COMMENT 'key of the input, fingerprint of the output, key of the batch',
    class         VARCHAR(16)  NOT NULL COMMENT 'of the last failure, or as what it was given up: transient, suspect, stale, permanent, poison',
    given_up      BOOLEAN      NOT NULL COMMENT 'whether it waits for a person',
    failures      INT          NOT NULL COMMENT 'in a row',
    counted       INT          NOT NULL COMMENT 'those that speak against the job and not against the world',
    stalls        INT          NOT NULL COMMENT 'times without progress',
    reason        VARCHAR(64)  NOT NULL COMMENT 'in a word or two: disk full',
    error         TEXT         NOT NULL,
    command       TEXT         NULL COMMENT 'the program call, for a shell',
    exit_code     INT          NULL,
    output        TEXT         NULL COMMENT 'the last lines that the program said',
    priority      INT          NULL COMMENT 'with which it is left again',
    node          VARCHAR(50)  NULL,
    first_at      DATETIME(3)  NOT NULL,
    last_at       DATETIME(3)  NOT NULL,
    next_at       DATETIME(3)  NULL COMMENT 'when it is tried again',
    PRIMARY KEY (task, job),
    KEY job_failures_given_up (given_up, last_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A job that runs, or that ran and was put off. Gone when it ends.
CREATE TABLE job_runs (
    task        VARCHAR(100) NOT NULL,
    job         VARCHAR(100) NOT NULL,
    node        VARCHAR(50)  NOT NULL,
    started_at  DATETIME(3)  NOT NULL,
    progress    DOUBLE       NOT NULL DEFAULT 0 COMMENT '0 to 1; never less than before',
    waits_for   VARCHAR(255) NULL COMMENT 'why it was put off, for people',
    PRIMARY KEY (task, job)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
