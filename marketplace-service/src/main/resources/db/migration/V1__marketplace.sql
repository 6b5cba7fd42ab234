-- What the marketplace keeps: who may trade, what is on offer, and every order with its clock.
-- Money is micro-credits (10^-6), times are UTC, ids are prefixed texts that sort by age.

-- array_to_string is only STABLE, because of types whose text depends on settings; text has none.
CREATE FUNCTION words_of(tags text[]) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN array_to_string(tags, ' ');

CREATE TABLE listing (
    id               text PRIMARY KEY,
    seller           text        NOT NULL,
    title            text        NOT NULL,
    description      text        NOT NULL,
    category         text        NOT NULL,
    tags             text[]      NOT NULL,
    price_micros     bigint      NOT NULL CHECK (price_micros > 0),
    unit             text        NOT NULL,
    delivery_seconds bigint      NOT NULL CHECK (delivery_seconds > 0),
    auto_accept      boolean     NOT NULL,
    revisions        int         NOT NULL CHECK (revisions >= 0),
    input_schema     jsonb,
    output_schema    jsonb,
    status           text        NOT NULL CHECK (status IN ('PUBLISHED', 'PAUSED', 'WITHDRAWN')),
    version          bigint      NOT NULL,
    sold             int         NOT NULL DEFAULT 0,
    rating_sum       int         NOT NULL DEFAULT 0,
    rating_count     int         NOT NULL DEFAULT 0,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    -- The weights: what a seller calls it, then how it is tagged, then how it is described.
    search           tsvector    NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('english', title), 'A')
            || setweight(to_tsvector('english', words_of(tags)), 'B')
            || setweight(to_tsvector('english', description), 'C')) STORED
);

CREATE UNIQUE INDEX listing_once ON listing (seller, lower(title)) WHERE status <> 'WITHDRAWN';
CREATE INDEX listing_search ON listing USING gin (search) WHERE status = 'PUBLISHED';
CREATE INDEX listing_tags ON listing USING gin (tags) WHERE status = 'PUBLISHED';
CREATE INDEX listing_newest ON listing (id DESC) WHERE status = 'PUBLISHED';
CREATE INDEX listing_cheapest ON listing ((-price_micros), id) WHERE status = 'PUBLISHED';

CREATE TABLE market_order (
    id                text PRIMARY KEY,
    service_id        text        NOT NULL,
    buyer             text        NOT NULL,
    seller            text        NOT NULL CHECK (seller <> buyer),
    hold_id           text        NOT NULL UNIQUE,
    -- The terms as the buyer bought them; a later change of the listing does not reach them.
    title             text        NOT NULL,
    description       text        NOT NULL,
    category          text        NOT NULL,
    tags              text[]      NOT NULL,
    price_micros      bigint      NOT NULL CHECK (price_micros > 0),
    unit              text        NOT NULL,
    delivery_seconds  bigint      NOT NULL,
    auto_accept       boolean     NOT NULL,
    revisions         int         NOT NULL,
    input_schema      jsonb,
    output_schema     jsonb,
    fee_bps           int         NOT NULL CHECK (fee_bps BETWEEN 0 AND 10000),
    input             jsonb,
    state             text        NOT NULL,
    revisions_used    int         NOT NULL,
    deliver_by        timestamptz,
    split_by          text,
    split_bps         int CHECK (split_bps BETWEEN 0 AND 10000),
    -- Fixed when the order starts to settle; posted_at when the ledger has done it.
    seller_gross      bigint,
    seller_net        bigint,
    fee               bigint,
    buyer_refund      bigint,
    posted_at         timestamptz,
    refusal_code      text,
    refusal_missing   bigint,
    completed_at      timestamptz,
    buyer_reviewed    boolean     NOT NULL,
    seller_reviewed   boolean     NOT NULL,
    -- What the seller has given back of seller_gross since, or is giving back.
    refunded          bigint      NOT NULL DEFAULT 0,
    version           bigint      NOT NULL,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    CHECK (seller_gross IS NULL
        OR (seller_gross = seller_net + fee
            AND buyer_refund + seller_net + fee = price_micros
            AND least(seller_net, fee, buyer_refund) >= 0)),
    CHECK (refunded BETWEEN 0 AND coalesce(seller_gross, 0)),
    CHECK (state NOT IN ('SETTLING', 'COMPLETED', 'PARTIALLY_REFUNDED') OR seller_gross IS NOT NULL)
);

CREATE INDEX market_order_of_buyer ON market_order (buyer, id DESC);
CREATE INDEX market_order_of_seller ON market_order (seller, id DESC);

CREATE TABLE dispute (
    order_id     text PRIMARY KEY REFERENCES market_order,
    reason       text        NOT NULL,
    evidence     text,
    seller_bps   int         NOT NULL CHECK (seller_bps BETWEEN 0 AND 10000),
    opened_at    timestamptz NOT NULL,
    answer       text,
    answered_at  timestamptz,
    ruled_bps    int CHECK (ruled_bps BETWEEN 0 AND 10000),
    ruled_reason text,
    ruled_by     text,
    ruled_at     timestamptz
);

-- A deadline is a row: what happens to the order by itself, and when.
CREATE TABLE order_timer (
    order_id text        NOT NULL REFERENCES market_order,
    verb     text        NOT NULL,
    due_at   timestamptz NOT NULL,
    PRIMARY KEY (order_id, verb)
);

CREATE INDEX order_timer_due ON order_timer (due_at);

CREATE TABLE delivery (
    order_id text        NOT NULL REFERENCES market_order,
    number   int         NOT NULL,
    content  jsonb,
    links    text[]      NOT NULL,
    note     text,
    sha256   text        NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (order_id, number)
);

-- What happened to an order, one row per version.
CREATE TABLE order_event (
    order_id text        NOT NULL REFERENCES market_order,
    version  bigint      NOT NULL,
    verb     text        NOT NULL,
    party    text        NOT NULL,
    state    text        NOT NULL,
    note     text,
    at       timestamptz NOT NULL,
    PRIMARY KEY (order_id, version)
);

-- What a seller gives back after the settlement.
CREATE TABLE order_refund (
    id              text PRIMARY KEY,
    order_id        text        NOT NULL REFERENCES market_order,
    amount          bigint      NOT NULL CHECK (amount > 0),
    reason          text        NOT NULL,
    outcome         text        NOT NULL CHECK (outcome IN ('ASKED', 'POSTED', 'REFUSED')),
    to_buyer        bigint,
    from_seller     bigint,
    fee_returned    bigint,
    refusal_code    text,
    refusal_missing bigint,
    at              timestamptz NOT NULL,
    CHECK ((outcome = 'POSTED') = (to_buyer IS NOT NULL)),
    CHECK (to_buyer IS NULL OR (to_buyer = from_seller + fee_returned AND to_buyer = amount)),
    CHECK ((outcome = 'REFUSED') = (refusal_code IS NOT NULL))
);

CREATE INDEX order_refund_of_order ON order_refund (order_id, id);

CREATE TABLE review (
    order_id    text        NOT NULL REFERENCES market_order,
    party       text        NOT NULL CHECK (party IN ('BUYER', 'SELLER')),
    service_id  text        NOT NULL,
    author      text        NOT NULL,
    rating      int         NOT NULL CHECK (rating BETWEEN 1 AND 5),
    text        text        NOT NULL,
    written_at  timestamptz NOT NULL,
    -- Absent while blind: until both sides have written, or the time for it is over.
    revealed_at timestamptz,
    PRIMARY KEY (order_id, party)
);

CREATE INDEX review_of_service ON review (service_id, order_id DESC) WHERE revealed_at IS NOT NULL;

CREATE TABLE subscription (
    id               text PRIMARY KEY,
    service_id       text        NOT NULL,
    buyer            text        NOT NULL,
    seller           text        NOT NULL CHECK (seller <> buyer),
    -- The terms as the buyer last agreed to them.
    title            text        NOT NULL,
    description      text        NOT NULL,
    category         text        NOT NULL,
    tags             text[]      NOT NULL,
    price_micros     bigint      NOT NULL CHECK (price_micros > 0),
    unit             text        NOT NULL,
    delivery_seconds bigint      NOT NULL,
    auto_accept      boolean     NOT NULL,
    revisions        int         NOT NULL,
    input_schema     jsonb,
    output_schema    jsonb,
    input            jsonb,
    -- All months are counted from here.
    started_at       timestamptz NOT NULL,
    state            text        NOT NULL,
    paid_until       timestamptz,
    canceled         boolean     NOT NULL,
    grace_until      timestamptz,
    refusal_code     text,
    refusal_missing  bigint,
    -- The number of the latest month.
    month            int         NOT NULL,
    -- A deadline is a row: when the clock acts next; absent while a payment is asked for.
    due_at           timestamptz,
    version          bigint      NOT NULL,
    updated_at       timestamptz NOT NULL,
    CHECK (state IN ('PENDING', 'ACTIVE', 'PAST_DUE') OR due_at IS NULL)
);

CREATE UNIQUE INDEX subscription_once ON subscription (buyer, service_id)
    WHERE state IN ('PENDING', 'ACTIVE', 'PAST_DUE');
CREATE INDEX subscription_of_buyer ON subscription (buyer, id DESC);
CREATE INDEX subscription_of_seller ON subscription (seller, id DESC);
CREATE INDEX subscription_due ON subscription (due_at) WHERE due_at IS NOT NULL;

-- A month and the latest attempt to be paid for it.
CREATE TABLE subscription_period (
    period_id       text PRIMARY KEY,
    subscription_id text        NOT NULL REFERENCES subscription,
    number          int         NOT NULL CHECK (number > 0),
    starts_at       timestamptz NOT NULL,
    ends_at         timestamptz NOT NULL CHECK (ends_at > starts_at),
    charged         bigint      NOT NULL CHECK (charged > 0),
    fee_bps         int         NOT NULL CHECK (fee_bps BETWEEN 0 AND 10000),
    attempt         int         NOT NULL CHECK (attempt > 0),
    hold_id         text        NOT NULL UNIQUE,
    attempted_at    timestamptz NOT NULL,
    payment         text        NOT NULL CHECK (payment IN ('ASKED', 'REFUSED', 'PAID')),
    seller_net      bigint,
    fee             bigint,
    UNIQUE (subscription_id, number),
    CHECK ((payment = 'PAID') = (seller_net IS NOT NULL)),
    CHECK (seller_net IS NULL OR seller_net + fee = charged)
);
