-- Services that are sold by the call: what a buyer has set aside, and what the seller took of it.

CREATE TABLE budget (
    id              text PRIMARY KEY,
    service_id      text        NOT NULL,
    title           text        NOT NULL,
    buyer           text        NOT NULL,
    seller          text        NOT NULL CHECK (seller <> buyer),
    amount          bigint      NOT NULL,
    price           bigint      NOT NULL CHECK (price > 0),
    fee_bps         int         NOT NULL CHECK (fee_bps BETWEEN 0 AND 10000),
    hold_id         text        NOT NULL UNIQUE,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL CHECK (expires_at > created_at),
    state           text        NOT NULL CHECK (state IN ('PENDING', 'REJECTED', 'OPEN', 'SETTLING', 'CLOSED')),
    used            bigint      NOT NULL,
    calls           bigint         NOT NULL CHECK (calls >= 0),
    refusal_code    text,
    refusal_missing bigint,
    -- Fixed when it ends; posted_at when the ledger has done it.
    seller_net      bigint,
    fee             bigint,
    posted_at       timestamptz,
    version         bigint      NOT NULL,
    updated_at      timestamptz NOT NULL,
    CHECK (amount >= price),
    CHECK (used BETWEEN 0 AND amount AND used = calls * price),
    CHECK ((seller_net IS NULL) = (fee IS NULL)),
    CHECK (seller_net IS NULL OR (seller_net + fee = used AND least(seller_net, fee) >= 0)),
    CHECK ((state IN ('SETTLING', 'CLOSED')) = (seller_net IS NOT NULL)),
    CHECK ((state = 'CLOSED') = (posted_at IS NOT NULL))
);

CREATE INDEX budget_of_buyer ON budget (buyer, id DESC);
CREATE INDEX budget_of_seller ON budget (seller, id DESC);
CREATE INDEX budget_due ON budget (expires_at) WHERE state = 'OPEN';

CREATE TABLE budget_use (
    budget_id text        NOT NULL REFERENCES budget,
    number    int         NOT NULL CHECK (number > 0),
    reference text        NOT NULL,
    calls     int         NOT NULL CHECK (calls > 0),
    amount    bigint      NOT NULL CHECK (amount > 0),
    at        timestamptz NOT NULL,
    PRIMARY KEY (budget_id, number),
    UNIQUE (budget_id, reference)
);
