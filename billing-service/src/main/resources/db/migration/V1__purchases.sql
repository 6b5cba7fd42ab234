-- What billing knows of people, from accounts.events.v1; a row changes only to a newer version.
CREATE TABLE buyer (
  human_id text   PRIMARY KEY,
  email    text   NOT NULL,
  name     text   NOT NULL,
  version  bigint NOT NULL
);

-- One Stripe customer for each person.
CREATE TABLE stripe_customer (
  human_id    text        PRIMARY KEY,
  customer_id text        NOT NULL UNIQUE,
  created_at  timestamptz NOT NULL
);

CREATE SEQUENCE receipt_number;

-- The price authority: what Stripe reports is compared with this row, never the other way round.
CREATE TABLE purchase (
  purchase_id       text        PRIMARY KEY,
  human_id          text        NOT NULL,
  agent_id          text        NOT NULL,
  idempotency_key   text        NOT NULL,
  body_hash         text        NOT NULL,
  package_id        text        NOT NULL,
  source            text        NOT NULL CHECK (source IN ('CHECKOUT', 'AUTO_TOP_UP')),
  price_cents       bigint      NOT NULL CHECK (price_cents > 0),
  base_micros       bigint      NOT NULL CHECK (base_micros = price_cents * 100000),
  bonus_micros      bigint      NOT NULL CHECK (bonus_micros >= 0),
  fee_cents         bigint      NOT NULL CHECK (fee_cents BETWEEN 0 AND price_cents),
  fee_bps           int         NOT NULL CHECK (fee_bps BETWEEN 0 AND 10000),
  status            text        NOT NULL CHECK (status IN ('AWAITING_PAYMENT', 'PAID', 'COMPLETED', 'FAILED',
                                  'EXPIRED', 'REFUNDED', 'PARTIALLY_REFUNDED', 'DISPUTED', 'QUARANTINED')),
  customer_id       text,
  session_id        text        UNIQUE,
  checkout_url      text,
  -- One fulfilment per payment, whatever events come.
  payment_intent_id text        UNIQUE,
  charge_id         text        UNIQUE,
  stripe_fee_cents  bigint,
  tax_cents         bigint,
  paid_at           timestamptz,
  receipt_number    bigint      UNIQUE,
  error_code        text,
  error_message     text,
  transaction_id    text,
  -- Of the price, given back after the credits arrived.
  refunded_cents    bigint      NOT NULL DEFAULT 0 CHECK (refunded_cents BETWEEN 0 AND price_cents),
  created_at        timestamptz NOT NULL,
  expires_at        timestamptz NOT NULL,
  changed_at        timestamptz NOT NULL,
  version           bigint      NOT NULL,
  -- Until then one request is opening the checkout; afterwards a retry may take over.
  opening_until     timestamptz,
  -- When Stripe is asked next, if no event of Stripe comes first.
  next_check_at     timestamptz NOT NULL,
  UNIQUE (human_id, idempotency_key),
  CHECK ((session_id IS NULL) = (checkout_url IS NULL)),
  CHECK (status NOT IN ('PAID', 'COMPLETED', 'REFUNDED', 'PARTIALLY_REFUNDED', 'DISPUTED')
         OR (payment_intent_id IS NOT NULL AND stripe_fee_cents IS NOT NULL
             AND paid_at IS NOT NULL AND receipt_number IS NOT NULL))
);

CREATE INDEX purchase_by_human ON purchase (human_id, purchase_id DESC);
-- One top-up under way for each agent.
CREATE UNIQUE INDEX purchase_top_up_under_way ON purchase (agent_id)
  WHERE source = 'AUTO_TOP_UP' AND status IN ('AWAITING_PAYMENT', 'PAID');
CREATE INDEX purchase_disputed ON purchase (agent_id) WHERE status = 'DISPUTED';
CREATE INDEX purchase_top_ups ON purchase (agent_id, created_at) WHERE source = 'AUTO_TOP_UP';
CREATE INDEX purchase_to_check ON purchase (next_check_at) WHERE status = 'AWAITING_PAYMENT';

-- A price is pinned when it is quoted, and a payment when it is taken.
CREATE FUNCTION purchase_is_pinned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.human_id, OLD.agent_id, OLD.source, OLD.package_id, OLD.price_cents, OLD.bonus_micros, OLD.fee_cents, OLD.fee_bps)
     IS DISTINCT FROM
     (NEW.human_id, NEW.agent_id, NEW.source, NEW.package_id, NEW.price_cents, NEW.bonus_micros, NEW.fee_cents, NEW.fee_bps)
  THEN
    RAISE EXCEPTION 'the terms of purchase % are pinned', OLD.purchase_id;
  END IF;
  IF NEW.refunded_cents < OLD.refunded_cents THEN
    RAISE EXCEPTION 'what was given back of purchase % stays given back', OLD.purchase_id;
  END IF;
  IF OLD.payment_intent_id IS NOT NULL AND NEW.payment_intent_id IS DISTINCT FROM OLD.payment_intent_id THEN
    RAISE EXCEPTION 'purchase % has its payment already', OLD.purchase_id;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER purchase_is_pinned BEFORE UPDATE ON purchase
  FOR EACH ROW EXECUTE FUNCTION purchase_is_pinned();
