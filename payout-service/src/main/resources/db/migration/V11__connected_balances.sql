-- When the balance of a connected account was last compared with ours, and by how much it differed; a difference that is
-- seen twice in a row, with nothing under way, is listed.
CREATE TABLE connected_look (
  stripe_account_id text        PRIMARY KEY,
  looked_at         timestamptz NOT NULL,
  difference_cents  bigint      NOT NULL
);

ALTER TABLE reconciliation_break DROP CONSTRAINT reconciliation_break_kind_check;
ALTER TABLE reconciliation_break ADD CONSTRAINT reconciliation_break_kind_check
  CHECK (kind IN ('NOT_OURS', 'WRONG_TRANSFER', 'SECOND_TRANSFER', 'NOT_THERE', 'REVERSED', 'NOT_CAPTURED', 'IN_DOUBT',
    'CONNECTED_BALANCE'));

CREATE INDEX transfer_intent_by_destination ON transfer_intent (destination);
