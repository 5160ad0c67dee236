-- Renditions that are made on demand, of artworks of which somebody asked for them: they belong to the artwork's plans from then on.
CREATE TABLE demanded_renditions (
    artwork_id  BIGINT      NOT NULL,
    format_type VARCHAR(16) NOT NULL,
    asked_at    DATETIME(3) NOT NULL COMMENT 'when somebody asked last',
    PRIMARY KEY (artwork_id, format_type),
    KEY demanded_renditions_asked (asked_at),
    CONSTRAINT demanded_renditions_artwork FOREIGN KEY (artwork_id) REFERENCES artworks (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

ALTER TABLE viewing_days ADD COLUMN downloads BIGINT NOT NULL DEFAULT 0 COMMENT 'of whole renditions';
