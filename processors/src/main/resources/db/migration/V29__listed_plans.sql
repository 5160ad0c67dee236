-- Whether the places of a plan reach to the film's end: who plays it is told then that nothing follows, before all has been read.

ALTER TABLE plans
    ADD COLUMN listed BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'all of the film is planned, or listed by its index';
