-- What a source says of its sphere and cannot be used: shown to the artist.
ALTER TABLE artworks
    ADD COLUMN sphere_troubles TEXT NULL COMMENT 'for people' AFTER stereo;
