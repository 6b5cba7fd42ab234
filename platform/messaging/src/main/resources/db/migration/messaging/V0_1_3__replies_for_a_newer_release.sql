-- While replicas of two releases run side by side, a reply may reach one that does not know its saga's version. It waits here for
-- one that does, so that it neither holds up the replies behind it nor becomes a dead letter: docs/adr/0096.
CREATE TABLE saga_waiting_reply (
  command_id   uuid        PRIMARY KEY, -- what was answered; an answer that comes again is the same
  saga_id      uuid        NOT NULL REFERENCES saga_instance,
  refusal_code text,                    -- null for a success
  payload      bytea       NOT NULL,
  received_at  timestamptz NOT NULL
);
