-- What other systems are told. Events are written by triggers: in the transaction that changes the state, whoever changes it.

CREATE TABLE webhook_events (
    id         BIGINT       NOT NULL AUTO_INCREMENT,
    name       CHAR(36)     NOT NULL COMMENT 'the same at every try: by it a receiver knows what it has had',
    type       VARCHAR(32)  NOT NULL COMMENT 'artwork.ingested, artwork.playable, artwork.failed, rendition.ready, rendition.failed, edition.sealed',
    artwork_id BIGINT       NOT NULL,
    slug       VARCHAR(700) NOT NULL,
    edition_id BIGINT       NULL,
    data       JSON         NOT NULL COMMENT 'what is told, as it was then',
    spread     BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'whether there is a delivery for each endpoint that wants it',
    created_at DATETIME(3)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY webhook_events_name (name),
    KEY webhook_events_spread (spread, id),
    KEY webhook_events_edition (edition_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- An event on its way to an endpoint. Those of one artwork go in the order of their events.
CREATE TABLE webhook_deliveries (
    id           BIGINT      NOT NULL AUTO_INCREMENT,
    event_id     BIGINT      NOT NULL,
    endpoint     VARCHAR(64) NOT NULL COMMENT 'its name in the settings',
    artwork_id   BIGINT      NOT NULL,
    state        VARCHAR(16) NOT NULL COMMENT 'waiting, delivered, given-up',
    attempts     INT         NOT NULL DEFAULT 0,
    next_at      DATETIME(3) NULL COMMENT 'when it is tried again',
    last_status  INT         NULL COMMENT 'what the endpoint answered last',
    last_error   TEXT        NULL,
    delivered_at DATETIME(3) NULL,
    PRIMARY KEY (id),
    UNIQUE KEY webhook_deliveries_event_endpoint (event_id, endpoint),
    KEY webhook_deliveries_order (endpoint, artwork_id, state, event_id),
    KEY webhook_deliveries_state (state, id),
    CONSTRAINT webhook_deliveries_event FOREIGN KEY (event_id) REFERENCES webhook_events (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- db-scheduler's: a job for each endpoint and artwork that has something on its way.
CREATE TABLE webhook_jobs LIKE read_jobs;

-- Locked by the node that spreads events: one at a time, and nobody waits.
CREATE TABLE webhook_turn (
    one TINYINT NOT NULL DEFAULT 1 CHECK (one = 1),
    PRIMARY KEY (one)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
INSERT INTO webhook_turn (one) VALUES (1);

CREATE TRIGGER webhook_artwork_ingested AFTER UPDATE ON artworks FOR EACH ROW
INSERT INTO webhook_events (name, type, artwork_id, slug, data, created_at)
SELECT CONCAT('msg_', REPLACE(UUID(), '-', '')), 'artwork.ingested', NEW.id, NEW.slug,
    JSON_OBJECT('slug', NEW.slug, 'title', NEW.title), UTC_TIMESTAMP(3)
FROM DUAL
-- Going back to the source before is no news.
WHERE NEW.state = 'ingesting' AND NEW.input_id > COALESCE(OLD.input_id, 0);

CREATE TRIGGER webhook_artwork_playable AFTER UPDATE ON artworks FOR EACH ROW
INSERT INTO webhook_events (name, type, artwork_id, slug, data, created_at)
SELECT CONCAT('msg_', REPLACE(UUID(), '-', '')), 'artwork.playable', NEW.id, NEW.slug,
    JSON_OBJECT('slug', NEW.slug, 'title', NEW.title), UTC_TIMESTAMP(3)
FROM DUAL
WHERE NEW.first_playable_at IS NOT NULL AND OLD.first_playable_at IS NULL;

CREATE TRIGGER webhook_artwork_failed AFTER UPDATE ON artworks FOR EACH ROW
INSERT INTO webhook_events (name, type, artwork_id, slug, data, created_at)
SELECT CONCAT('msg_', REPLACE(UUID(), '-', '')), 'artwork.failed', NEW.id, NEW.slug,
    JSON_OBJECT('slug', NEW.slug, 'title', NEW.title, 'error', NEW.error), UTC_TIMESTAMP(3)
FROM DUAL
WHERE NEW.state = 'failed' AND (OLD.state <> 'failed' OR NOT NEW.error <=> OLD.error);

CREATE TRIGGER webhook_rendition_ready AFTER UPDATE ON video_formats FOR EACH ROW
INSERT INTO webhook_events (name, type, artwork_id, slug, data, created_at)
SELECT CONCAT('msg_', REPLACE(UUID(), '-', '')), 'rendition.ready', a.id, a.slug,
    JSON_OBJECT('slug', a.slug, 'rendition', NEW.format_type, 'width', NEW.width, 'height', NEW.height), UTC_TIMESTAMP(3)
FROM artworks a
WHERE a.id = NEW.artwork_id AND NEW.format_type <> 'SOURCE'
    AND NEW.state IN ('ready', 'complete') AND OLD.state IN ('waiting', 'failed');

CREATE TRIGGER webhook_rendition_failed AFTER UPDATE ON video_formats FOR EACH ROW
INSERT INTO webhook_events (name, type, artwork_id, slug, data, created_at)
SELECT CONCAT('msg_', REPLACE(UUID(), '-', '')), 'rendition.failed', a.id, a.slug,
    JSON_OBJECT('slug', a.slug, 'rendition', NEW.format_type, 'error', NEW.error), UTC_TIMESTAMP(3)
FROM artworks a
WHERE a.id = NEW.artwork_id AND NEW.state = 'failed' AND OLD.state <> 'failed';

CREATE TRIGGER webhook_edition_sealed AFTER INSERT ON editions FOR EACH ROW
INSERT INTO webhook_events (name, type, artwork_id, slug, edition_id, data, created_at)
SELECT CONCAT('msg_', REPLACE(UUID(), '-', '')), 'edition.sealed', a.id, a.slug, NEW.id,
    JSON_OBJECT('slug', a.slug, 'title', a.title, 'edition', NEW.number), UTC_TIMESTAMP(3)
FROM artworks a
WHERE a.id = NEW.artwork_id AND NEW.state = 'sealed';

-- An edition that its check refused is taken back in the transaction that began it: nobody hears of it.
CREATE TRIGGER webhook_edition_withdrawn AFTER DELETE ON editions FOR EACH ROW
DELETE FROM webhook_events WHERE edition_id = OLD.id AND NOT spread;
