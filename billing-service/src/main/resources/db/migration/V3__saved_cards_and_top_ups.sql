-- Cards that people let us keep; the number is Stripe's alone.
CREATE TABLE saved_card (
  card_id       text        PRIMARY KEY,
  human_id      text        NOT NULL,
  status        text        NOT NULL CHECK (status IN ('PENDING', 'ACTIVE', 'EXPIRED', 'REMOVED')),
  -- The words that the person agreed to; when, is created_at.
  consent       text        NOT NULL,
  session_id    text        UNIQUE,
  setup_url     text,
  customer_id   text,
  method_id     text        UNIQUE,
  brand         text,
  last_four     text,
  expiry_month  int,
  expiry_year   int,
  -- Whether Stripe has let a removed card go.
  detached      boolean     NOT NULL DEFAULT false,
  created_at    timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL,
  changed_at    timestamptz NOT NULL,
  version       bigint      NOT NULL,
  next_check_at timestamptz NOT NULL,
  CHECK (status <> 'ACTIVE' OR (method_id IS NOT NULL AND customer_id IS NOT NULL))
);

CREATE INDEX saved_card_by_human ON saved_card (human_id, card_id DESC);
CREATE INDEX saved_card_to_check ON saved_card (next_check_at)
  WHERE status = 'PENDING' OR (status = 'REMOVED' AND NOT detached);

-- What agents may spend, from ledger.events.v1; a row changes only to a newer version.
CREATE TABLE agent_balance (
  agent_id         text   PRIMARY KEY,
  available_micros bigint NOT NULL,
  version          bigint NOT NULL
);

-- Which purchases those balances hold.
CREATE TABLE posted_purchase (
  transaction_id text PRIMARY KEY
);

-- An owner's rule for one agent.
CREATE TABLE auto_top_up (
  agent_id         text        PRIMARY KEY,
  human_id         text        NOT NULL,
  threshold_micros bigint      NOT NULL CHECK (threshold_micros > 0),
  package_id       text,
  amount_cents     bigint,
  ceiling_cents    bigint      NOT NULL CHECK (ceiling_cents > 0),
  card_id          text        NOT NULL REFERENCES saved_card,
  status           text        NOT NULL CHECK (status IN ('ON', 'OFF', 'REMOVED')),
  off_reason       text,
  declines         int         NOT NULL CHECK (declines >= 0),
  in_flight        text        REFERENCES purchase,
  not_before       timestamptz,
  changed_at       timestamptz NOT NULL,
  version          bigint      NOT NULL,
  CHECK ((package_id IS NULL) <> (amount_cents IS NULL)),
  CHECK ((status = 'OFF') = (off_reason IS NOT NULL))
);

CREATE INDEX auto_top_up_on ON auto_top_up (agent_id) WHERE status = 'ON' AND in_flight IS NULL;
CREATE INDEX auto_top_up_under_way ON auto_top_up (agent_id) WHERE in_flight IS NOT NULL;
