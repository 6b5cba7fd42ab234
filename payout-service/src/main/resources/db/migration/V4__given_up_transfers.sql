-- A transfer in doubt for longer than its key lives: one operator says that it never was, another
-- one that this is so. Then the credits go back; nothing is ever sent again for the conversion.
CREATE TABLE given_up_transfer (
  conversion_id text        PRIMARY KEY REFERENCES transfer_intent,
  reason        text        NOT NULL,
  requested_by  text        NOT NULL,
  requested_at  timestamptz NOT NULL,
  approved_by   text,
  approved_at   timestamptz,
  CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
  CHECK (approved_by <> requested_by)
);

CREATE INDEX transfer_intent_in_doubt ON transfer_intent (conversion_id)
  WHERE state IN ('SENDING', 'UNKNOWN');
