-- Outputs that somebody waits for, or will soon: they are asked for before they are made. No foreign keys: they would make a
-- viewer's request wait for whoever writes outputs.

CREATE TABLE asked (
    fingerprint CHAR(64)    NOT NULL,
    priority    INT         NOT NULL COMMENT 'to which its job was raised',
    fallback    INT         NOT NULL COMMENT 'to which it falls back when nobody asks any more',
    asked_at    DATETIME(3) NOT NULL COMMENT 'last',
    PRIMARY KEY (fingerprint),
    KEY asked_at (asked_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
