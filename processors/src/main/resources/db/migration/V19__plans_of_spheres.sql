-- What sphere a plan's renditions are said to be. What an artist tells of it makes another plan, of the same outputs.
ALTER TABLE plans
    ADD COLUMN projection VARCHAR(32) NOT NULL DEFAULT 'flat' AFTER complete,
    ADD COLUMN stereo     VARCHAR(16) NOT NULL DEFAULT 'mono' AFTER projection,
    ADD COLUMN yaw        DOUBLE      NOT NULL DEFAULT 0 COMMENT 'degrees that it is turned by' AFTER stereo,
    ADD COLUMN pitch      DOUBLE      NOT NULL DEFAULT 0 AFTER yaw,
    ADD COLUMN roll       DOUBLE      NOT NULL DEFAULT 0 AFTER pitch;
