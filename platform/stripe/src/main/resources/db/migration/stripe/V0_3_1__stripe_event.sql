-- Stripe's events as they arrived: hints that something changed, handled after they were acknowledged.
CREATE TABLE stripe_event (
  event_id        text        PRIMARY KEY,
  type            text        NOT NULL,
  account         text,
  object_id       text,
  payload         text        NOT NULL CHECK (octet_length(payload) <= 300000),
  created_at      timestamptz NOT NULL,
  received_at     timestamptz NOT NULL,
  attempts        int         NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  last_error      text,
  handled_at      timestamptz
);

CREATE INDEX stripe_event_due ON stripe_event (next_attempt_at) WHERE handled_at IS NULL;
