-- A long sound is made in pieces, as pictures are made in chunks: a viewer who goes to minute 9 waits for one of them.

CREATE TABLE sound_pieces (
    input_id    BIGINT   NOT NULL,
    stream      INT      NOT NULL COMMENT 'index of the sound in the input',
    number      INT      NOT NULL COMMENT 'from 0',
    fingerprint CHAR(64) NOT NULL COMMENT 'of its coded packets and its place among them',
    span        JSON     NOT NULL COMMENT 'where it lies in the input and on the timeline, and its segments',
    PRIMARY KEY (input_id, stream, number),
    CONSTRAINT sound_pieces_input FOREIGN KEY (input_id) REFERENCES inputs (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

ALTER TABLE rendition_chunks
    ADD COLUMN stream INT NULL COMMENT 'of what is a piece of a sound: the index of that sound in the input' AFTER input_id;

-- What is being read now is read again, and its sound planned anew.
DELETE r FROM rendition_chunks r
JOIN plans p ON p.id = r.plan_id AND NOT p.complete
JOIN outputs o ON o.fingerprint = r.fingerprint AND o.kind = 'AUDIO';
