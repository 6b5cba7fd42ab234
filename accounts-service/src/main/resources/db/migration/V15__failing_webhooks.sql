-- Since when a program has taken no call, and what came of the last one; empty while it takes them.
ALTER TABLE webhook
  ADD COLUMN failing_since timestamptz,
  ADD COLUMN failed_at     timestamptz,
  ADD COLUMN failure       text CHECK (length(failure) <= 500),
  ADD CHECK (num_nulls(failing_since, failed_at, failure) IN (0, 3));
CREATE INDEX webhook_failing ON webhook (failed_at) WHERE failing_since IS NOT NULL;
