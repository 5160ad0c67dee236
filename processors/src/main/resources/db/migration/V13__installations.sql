-- Playlists for installations. The JSON is as it was checked and written by the application; the columns beside it are for lists.

CREATE TABLE installations (
    id         BIGINT        NOT NULL AUTO_INCREMENT,
    name       VARCHAR(64)   NOT NULL COMMENT 'in addresses: /play/{name}',
    title      VARCHAR(200)  NOT NULL,
    items      INT           NOT NULL COMMENT 'of all tracks',
    content    JSON          NOT NULL,
    version    BIGINT        NOT NULL COMMENT 'grows with each change; with the id it is the ETag',
    created_at DATETIME(3)   NOT NULL,
    updated_at DATETIME(3)   NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY installations_name (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
