-- What payout knows of people, from accounts.events.v1; a row changes only to a newer version.
CREATE TABLE person (
  human_id text   PRIMARY KEY,
  email    text   NOT NULL,
  name     text   NOT NULL,
  version  bigint NOT NULL
);

-- Where an owner's dollars go: one Stripe account each.
CREATE TABLE payout_account (
  human_id          text        PRIMARY KEY,
  stripe_account_id text        NOT NULL UNIQUE,
  status            text        NOT NULL CHECK (status IN ('ONBOARDING', 'RESTRICTED', 'ACTIVE')),
  was_active        boolean     NOT NULL,
  created_at        timestamptz NOT NULL,
  changed_at        timestamptz NOT NULL
);

-- What was reserved of a month's cap (UTC); given back only when a conversion certainly failed.
CREATE TABLE conversion_cap (
  kind        text   NOT NULL CHECK (kind IN ('AGENT', 'OWNER')),
  subject_id  text   NOT NULL,
  month       date   NOT NULL CHECK (month = date_trunc('month', month)::date),
  used_micros bigint NOT NULL CHECK (used_micros >= 0),
  PRIMARY KEY (kind, subject_id, month)
);

CREATE TABLE conversion_quote (
  quote_id      text        PRIMARY KEY,
  agent_id      text        NOT NULL,
  credit_micros bigint      NOT NULL CHECK (credit_micros > 0),
  fee_bps       int         NOT NULL CHECK (fee_bps BETWEEN 0 AND 10000),
  expires_at    timestamptz NOT NULL
);

CREATE TABLE conversion (
  conversion_id     text        PRIMARY KEY,
  agent_id          text        NOT NULL,
  human_id          text        NOT NULL,
  hold_id           text        NOT NULL UNIQUE,
  destination       text        NOT NULL,
  credit_micros     bigint      NOT NULL CHECK (credit_micros > 0),
  gross_cents       bigint      NOT NULL CHECK (gross_cents * 100000 = credit_micros),
  fee_cents         bigint      NOT NULL CHECK (fee_cents >= 0),
  fee_bps           int         NOT NULL CHECK (fee_bps BETWEEN 0 AND 10000),
  net_cents         bigint      NOT NULL CHECK (net_cents > 0 AND net_cents = gross_cents - fee_cents),
  cap_month         date        NOT NULL,
  status            text        NOT NULL CHECK (status IN ('REQUESTED', 'RESERVED', 'APPROVAL', 'REVIEW', 'SENDING',
                                  'UNKNOWN', 'COMPLETED', 'REJECTED', 'CANCELED')),
  rejection_code    text,
  rejection_message text,
  convertible       text,
  transaction_id    text,
  payout_status     text        NOT NULL CHECK (payout_status IN ('NONE', 'PENDING', 'IN_TRANSIT', 'PAID', 'FAILED')),
  payout_id         text,
  payout_made_at    timestamptz,
  payout_failure    text,
  created_at        timestamptz NOT NULL,
  changed_at        timestamptz NOT NULL,
  version           bigint      NOT NULL,
  CHECK (status <> 'REJECTED' OR rejection_code IS NOT NULL)
);

CREATE INDEX conversion_by_agent ON conversion (agent_id, conversion_id DESC);
CREATE INDEX conversion_by_human ON conversion (human_id, conversion_id DESC);
CREATE INDEX conversion_by_payout ON conversion (payout_id) WHERE payout_id IS NOT NULL;

-- The intent to send dollars, committed before Stripe is asked. One for each conversion, for ever:
-- a second transfer has no row to stand in.
CREATE TABLE transfer_intent (
  conversion_id       text        PRIMARY KEY REFERENCES conversion,
  command_id          uuid        NOT NULL UNIQUE,
  destination         text        NOT NULL,
  amount_cents        bigint      NOT NULL CHECK (amount_cents > 0),
  state               text        NOT NULL CHECK (state IN ('PREPARED', 'SENDING', 'UNKNOWN', 'DONE', 'REFUSED')),
  attempts            int         NOT NULL DEFAULT 0,
  prepared_at         timestamptz NOT NULL,
  first_sent_at       timestamptz,
  last_error          text,
  refusal_code        text,
  refusal_message     text,
  stripe_transfer_id  text        UNIQUE,
  destination_payment text        UNIQUE,
  CHECK ((state = 'DONE') = (stripe_transfer_id IS NOT NULL)),
  CHECK ((state = 'REFUSED') = (refusal_code IS NOT NULL))
);

-- What was asked of Stripe never changes, and what ended stays ended.
CREATE FUNCTION transfer_intent_is_pinned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.command_id, OLD.destination, OLD.amount_cents)
     IS DISTINCT FROM (NEW.command_id, NEW.destination, NEW.amount_cents) THEN
    RAISE EXCEPTION 'the request of transfer % is pinned', OLD.conversion_id;
  END IF;
  IF OLD.state IN ('DONE', 'REFUSED') AND NEW.state <> OLD.state THEN
    RAISE EXCEPTION 'transfer % has ended', OLD.conversion_id;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER transfer_intent_is_pinned BEFORE UPDATE ON transfer_intent
  FOR EACH ROW EXECUTE FUNCTION transfer_intent_is_pinned();

CREATE FUNCTION conversion_is_pinned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.agent_id, OLD.human_id, OLD.hold_id, OLD.destination, OLD.credit_micros, OLD.fee_cents, OLD.fee_bps, OLD.cap_month)
     IS DISTINCT FROM
     (NEW.agent_id, NEW.human_id, NEW.hold_id, NEW.destination, NEW.credit_micros, NEW.fee_cents, NEW.fee_bps, NEW.cap_month)
  THEN
    RAISE EXCEPTION 'the terms of conversion % are pinned', OLD.conversion_id;
  END IF;
  IF OLD.status IN ('COMPLETED', 'REJECTED', 'CANCELED') AND NEW.status <> OLD.status THEN
    RAISE EXCEPTION 'conversion % has ended', OLD.conversion_id;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER conversion_is_pinned BEFORE UPDATE ON conversion
  FOR EACH ROW EXECUTE FUNCTION conversion_is_pinned();
