-- Dollars that came back from an owner's Stripe account after they were sent, one row for each of Stripe's reversals.
-- The platform owes them until two operators have decided what becomes of them, once.
CREATE TABLE returned_transfer (
  return_id         text        PRIMARY KEY,
  reversal_id       text        NOT NULL UNIQUE,
  conversion_id     text        NOT NULL REFERENCES conversion,
  amount_cents      bigint      NOT NULL CHECK (amount_cents > 0),
  status            text        NOT NULL CHECK (status IN ('FOUND', 'OWED', 'ASKED', 'SETTLING', 'SETTLED')),
  outcome           text        CHECK (outcome IN ('PAY_AGAIN', 'CREDITS', 'KEEP')),
  credited_agent_id text,
  gross_cents       bigint,
  fee_cents         bigint,
  fee_bps           int,
  reason            text,
  requested_by      text,
  requested_at      timestamptz,
  approved_by       text,
  approved_at       timestamptz,
  paid_as           text        UNIQUE REFERENCES conversion,
  found_at          timestamptz NOT NULL,
  changed_at        timestamptz NOT NULL,
  version           bigint      NOT NULL,
  CHECK (approved_by <> requested_by),
  CHECK ((status IN ('FOUND', 'OWED')) = (outcome IS NULL)),
  CHECK (num_nulls(outcome, reason, requested_by, requested_at) IN (0, 4)),
  CHECK ((status IN ('SETTLING', 'SETTLED')) = (approved_by IS NOT NULL)),
  CHECK (num_nulls(approved_by, approved_at) IN (0, 2)),
  CHECK (num_nulls(gross_cents, fee_cents, fee_bps, credited_agent_id) IN (0, 4)),
  CHECK ((gross_cents IS NOT NULL) = coalesce(outcome IN ('PAY_AGAIN', 'CREDITS'), false)),
  CHECK (gross_cents - fee_cents = amount_cents)
);

CREATE INDEX returned_transfer_by_conversion ON returned_transfer (conversion_id);
CREATE INDEX returned_transfer_open ON returned_transfer (return_id) WHERE status <> 'SETTLED';

-- Nothing of it is undone: what was approved stays, and what came back is what it is.
CREATE FUNCTION returned_transfer_is_pinned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.reversal_id, OLD.conversion_id, OLD.amount_cents)
     IS DISTINCT FROM (NEW.reversal_id, NEW.conversion_id, NEW.amount_cents) THEN
    RAISE EXCEPTION 'what came back as % is pinned', OLD.return_id;
  END IF;
  IF OLD.approved_by IS NOT NULL
     AND (OLD.outcome, OLD.credited_agent_id, OLD.gross_cents, OLD.fee_cents, OLD.approved_by)
         IS DISTINCT FROM
         (NEW.outcome, NEW.credited_agent_id, NEW.gross_cents, NEW.fee_cents, NEW.approved_by) THEN
    RAISE EXCEPTION 'what becomes of % is decided', OLD.return_id;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER returned_transfer_is_pinned BEFORE UPDATE ON returned_transfer
  FOR EACH ROW EXECUTE FUNCTION returned_transfer_is_pinned();
