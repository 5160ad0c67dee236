-- How a 360° picture lies on its frame. The details that an artist puts beside a file win over what the file says of itself.
ALTER TABLE artworks
    ADD COLUMN stereo          VARCHAR(16) NOT NULL DEFAULT 'mono' COMMENT 'mono, top-bottom, left-right' AFTER projection,
    ADD COLUMN told_projection VARCHAR(32) NULL COMMENT 'by the artist' AFTER stereo,
    ADD COLUMN told_stereo     VARCHAR(16) NULL COMMENT 'by the artist' AFTER told_projection;
