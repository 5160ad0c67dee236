-- Posters as WebP, beside the JPEG that they are known by.
ALTER TABLE outputs
    ADD COLUMN webp_bytes INT NULL COMMENT 'of the poster as WebP; NULL where there is none';
