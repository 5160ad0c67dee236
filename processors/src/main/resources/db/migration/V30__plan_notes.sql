-- What a plan decided of renditions that people should know: that one is left out, or made otherwise than its recipe says, and why. It is the plan
-- that decided it, by the settings of then.

CREATE TABLE plan_notes (
    plan_id     BIGINT       NOT NULL,
    format_type VARCHAR(16)  NOT NULL,
    left_out    BOOLEAN      NOT NULL COMMENT 'the plan has no such rendition; else it is made, but otherwise',
    text        VARCHAR(500) NOT NULL COMMENT 'for people, after "it is"',
    PRIMARY KEY (plan_id, format_type),
    CONSTRAINT plan_notes_plan FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
