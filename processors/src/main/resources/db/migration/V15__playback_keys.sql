-- Keys that addresses of playlists and segments are signed with: a new one each day, on all nodes the same.
CREATE TABLE playback_keys (
    id         BIGINT      NOT NULL AUTO_INCREMENT,
    secret     BINARY(32)  NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
