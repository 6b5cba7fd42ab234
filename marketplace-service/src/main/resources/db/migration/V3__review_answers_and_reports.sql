-- A seller answers a review once, and whoever reads one can report it to the operators.

ALTER TABLE review
    -- Names a review to everybody; the order is named to its parties only.
    ADD COLUMN id          text NOT NULL DEFAULT 'rev_' || replace(uuidv7()::text, '-', ''),
    ADD COLUMN answer      text,
    ADD COLUMN answered_at timestamptz,
    -- Its text was not fit to be read; the rating counts all the same.
    ADD COLUMN hidden_at   timestamptz,
    ADD CONSTRAINT review_id UNIQUE (id),
    ADD CONSTRAINT review_answer CHECK ((answer IS NULL) = (answered_at IS NULL)),
    ADD CONSTRAINT review_answered_by_seller CHECK (answer IS NULL OR (party = 'BUYER' AND revealed_at IS NOT NULL));

CREATE TABLE review_report (
    id         text PRIMARY KEY,
    review_id  text        NOT NULL REFERENCES review (id),
    reporter   text        NOT NULL,
    reason     text        NOT NULL,
    at         timestamptz NOT NULL,
    decision   text CHECK (decision IN ('HIDDEN', 'KEPT')),
    decided_by text,
    decided_at timestamptz,
    UNIQUE (review_id, reporter),
    CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL))
);

CREATE INDEX review_report_open ON review_report (id) WHERE decision IS NULL;
