-- Sellers are paid while a budget is open: everything taken since the last capture at once, one capture at a time.

ALTER TABLE budget
    ADD COLUMN captures      int    NOT NULL DEFAULT 0,
    -- Uses up to this number are paid by captures; the end of the budget pays the others.
    ADD COLUMN captured_uses int    NOT NULL DEFAULT 0,
    ADD COLUMN captured      bigint NOT NULL DEFAULT 0,
    -- Asked for and not yet posted.
    ADD COLUMN capturing     bigint,
    ADD CONSTRAINT budget_captured CHECK (captured >= 0 AND captured + coalesce(capturing, 0) <= used),
    ADD CONSTRAINT budget_capturing CHECK (capturing IS NULL OR capturing > 0);

CREATE TABLE budget_capture (
    budget_id text        NOT NULL REFERENCES budget,
    number    int         NOT NULL CHECK (number > 0),
    first_use int         NOT NULL CHECK (first_use > 0),
    last_use  int         NOT NULL CHECK (last_use >= first_use),
    amount    bigint      NOT NULL CHECK (amount > 0),
    asked_at  timestamptz NOT NULL,
    PRIMARY KEY (budget_id, number),
    UNIQUE (budget_id, last_use)
);
