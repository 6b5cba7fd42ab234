-- What banks warn of: a payment that may be a thief's.
CREATE TABLE fraud_warning (
  warning_id  text        PRIMARY KEY,
  -- Null: no payment of ours.
  purchase_id text        REFERENCES purchase,
  fraud_type  text        NOT NULL,
  created_at  timestamptz NOT NULL,
  taken_at    timestamptz NOT NULL,
  -- Whether it has switched off the agent's automatic top-up, or come before the rule was set anew.
  heeded      boolean     NOT NULL DEFAULT false
);

CREATE INDEX fraud_warning_newest ON fraud_warning (created_at DESC);
CREATE INDEX fraud_warning_by_purchase ON fraud_warning (purchase_id);

-- Stripe's statement, transaction by transaction.
CREATE TABLE stripe_movement (
  movement_id text        PRIMARY KEY,
  category    text        NOT NULL,
  net_cents   bigint      NOT NULL,
  matter      text        NOT NULL,
  created_at  timestamptz NOT NULL
);

-- The ledger's account stripe/clearing, transaction by transaction, from ledger.events.v1.
CREATE TABLE booked_movement (
  transaction_id text        PRIMARY KEY,
  kind           text        NOT NULL,
  net_cents      bigint      NOT NULL,
  matter         text        NOT NULL,
  posted_at      timestamptz NOT NULL
);

-- Both sides of one matter; what is equal is explained to the cent.
CREATE TABLE reconciled_matter (
  matter       text        PRIMARY KEY,
  booked_cents bigint      NOT NULL DEFAULT 0,
  stripe_cents bigint      NOT NULL DEFAULT 0,
  booked       int         NOT NULL DEFAULT 0,
  charges      int         NOT NULL DEFAULT 0,
  refunds      int         NOT NULL DEFAULT 0,
  others       int         NOT NULL DEFAULT 0,
  changed_at   timestamptz NOT NULL,
  -- When operators were told that it is different; null: they need not know.
  told_at      timestamptz
);

CREATE INDEX reconciled_matter_different ON reconciled_matter (matter)
  WHERE booked_cents <> stripe_cents OR charges > 1 OR refunds > 1 OR told_at IS NOT NULL;

-- How far Stripe's statement has been read, and what both sides come to.
CREATE TABLE statement (
  only_row      boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
  booked_cents  bigint      NOT NULL DEFAULT 0,
  stripe_cents  bigint      NOT NULL DEFAULT 0,
  seen_until    timestamptz,
  -- Stripe's balance when nothing moved around it, and what it had more than the statement.
  balance_cents     bigint,
  balance_off_cents bigint NOT NULL DEFAULT 0,
  balance_at        timestamptz
);

INSERT INTO statement DEFAULT VALUES;

-- Tax on top of the price: paid with the purchase, and on what is left of it when it is disputed.
ALTER TABLE refund ADD COLUMN tax_cents bigint NOT NULL DEFAULT 0 CHECK (tax_cents >= 0);
ALTER TABLE dispute ADD COLUMN tax_cents bigint NOT NULL DEFAULT 0 CHECK (tax_cents >= 0);
