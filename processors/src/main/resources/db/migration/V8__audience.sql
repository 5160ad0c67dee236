-- Who watches an artwork that is still being made: its lowest rendition goes ahead of them. No foreign key: it would make a
-- viewer's request wait for whoever publishes.

CREATE TABLE audience (
    slug     VARCHAR(700) NOT NULL,
    since_at DATETIME(3)  NOT NULL COMMENT 'when somebody began, of those without a pause since',
    seen_at  DATETIME(3)  NOT NULL COMMENT 'when a growing playlist was last asked for',
    PRIMARY KEY (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
