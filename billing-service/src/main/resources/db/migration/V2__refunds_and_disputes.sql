-- The rest of a purchase on its way back to the card.
CREATE TABLE refund (
  refund_id         text        PRIMARY KEY,
  purchase_id       text        NOT NULL REFERENCES purchase,
  human_id          text        NOT NULL,
  agent_id          text        NOT NULL,
  hold_id           text        NOT NULL UNIQUE,
  price_cents       bigint      NOT NULL,
  fee_cents         bigint      NOT NULL,
  payment_intent_id text        NOT NULL,
  reason            text,
  status            text        NOT NULL CHECK (status IN ('REQUESTED', 'RESERVED', 'COMPLETED', 'REJECTED', 'FAILED')),
  credits_micros    bigint,
  used_micros       bigint,
  refund_cents      bigint      CHECK (refund_cents BETWEEN 1 AND price_cents),
  stripe_refund_id  text        UNIQUE,
  error_code        text,
  error_message     text,
  created_at        timestamptz NOT NULL,
  changed_at        timestamptz NOT NULL,
  version           bigint      NOT NULL,
  CHECK (status NOT IN ('RESERVED', 'COMPLETED', 'FAILED') OR refund_cents IS NOT NULL),
  CHECK (status NOT IN ('COMPLETED', 'FAILED') OR stripe_refund_id IS NOT NULL)
);

CREATE INDEX refund_by_purchase ON refund (purchase_id, refund_id DESC);
-- A purchase is given back once; only what was rejected may be asked for again.
CREATE UNIQUE INDEX refund_once ON refund (purchase_id) WHERE status <> 'REJECTED';

-- A payment that its card's holder disputes.
CREATE TABLE dispute (
  dispute_id        text        PRIMARY KEY,
  stripe_dispute_id text        NOT NULL UNIQUE,
  purchase_id       text        NOT NULL REFERENCES purchase,
  human_id          text        NOT NULL,
  agent_id          text        NOT NULL,
  amount_cents      bigint      NOT NULL,
  price_cents       bigint      NOT NULL,
  fee_cents         bigint      NOT NULL,
  refunded_cents    bigint      NOT NULL,
  reason            text        NOT NULL,
  status            text        NOT NULL CHECK (status IN ('OPEN', 'WON', 'LOST')),
  frozen_micros     bigint      CHECK (frozen_micros >= 0),
  verdict           text        CHECK (verdict IN ('WON', 'LOST')),
  recovered_micros  bigint,
  debt_micros       bigint,
  loss_micros       bigint,
  created_at        timestamptz NOT NULL,
  changed_at        timestamptz NOT NULL,
  version           bigint      NOT NULL,
  CHECK (status = 'OPEN' OR (verdict = status AND recovered_micros IS NOT NULL))
);

CREATE INDEX dispute_by_purchase ON dispute (purchase_id, dispute_id DESC);
CREATE INDEX dispute_undecided ON dispute (dispute_id) WHERE verdict IS NULL;
-- One dispute at a time is about a purchase.
CREATE UNIQUE INDEX dispute_open ON dispute (purchase_id) WHERE status = 'OPEN';

-- Until when, by Stripe's clock, all of its disputes have been taken in.
CREATE TABLE dispute_cursor (
  only_row   boolean     PRIMARY KEY CHECK (only_row),
  seen_until timestamptz NOT NULL
);
