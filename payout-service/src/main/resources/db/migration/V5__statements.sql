-- When the dollars were on the owner's Stripe account and the credits gone; decides the year.
ALTER TABLE conversion ADD COLUMN completed_at timestamptz;
-- What Stripe took back from the owner's account later.
ALTER TABLE conversion ADD COLUMN reversed_cents bigint NOT NULL DEFAULT 0
  CHECK (reversed_cents BETWEEN 0 AND net_cents);

UPDATE conversion SET completed_at = changed_at WHERE status = 'COMPLETED';

CREATE INDEX conversion_by_year ON conversion (human_id, completed_at) WHERE completed_at IS NOT NULL;

-- Each state that a conversion was ever in.
CREATE TABLE conversion_history (
  conversion_id  text        NOT NULL REFERENCES conversion,
  version        bigint      NOT NULL,
  status         text        NOT NULL,
  payout_status  text        NOT NULL,
  payout_failure text,
  reversed_cents bigint      NOT NULL,
  at             timestamptz NOT NULL,
  PRIMARY KEY (conversion_id, version)
);

INSERT INTO conversion_history
SELECT conversion_id, version, status, payout_status, payout_failure, 0, changed_at FROM conversion;

CREATE FUNCTION conversion_history_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of conversions is append-only';
END $$;

CREATE TRIGGER conversion_history_is_append_only BEFORE UPDATE OR DELETE ON conversion_history
  FOR EACH ROW EXECUTE FUNCTION conversion_history_is_append_only();
