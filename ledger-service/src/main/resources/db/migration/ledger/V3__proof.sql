-- The orders that their sellers can still give back.
CREATE INDEX hold_returnable ON hold (ended_at) WHERE purpose = 'ORDER' AND status = 'CAPTURED';
