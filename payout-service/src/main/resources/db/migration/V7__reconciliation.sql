-- Where Stripe's transfers and ours differ; kept after it was mended, for those who ask why.
CREATE TABLE reconciliation_break (
  kind        text        NOT NULL CHECK (kind IN ('NOT_OURS', 'WRONG_TRANSFER', 'SECOND_TRANSFER', 'NOT_THERE',
                            'REVERSED', 'NOT_CAPTURED', 'IN_DOUBT')),
  subject     text        NOT NULL,
  detail      text        NOT NULL,
  first_seen  timestamptz NOT NULL,
  mended_at   timestamptz,
  PRIMARY KEY (kind, subject)
);

CREATE INDEX reconciliation_break_open ON reconciliation_break (kind) WHERE mended_at IS NULL;

CREATE INDEX transfer_intent_by_age ON transfer_intent (first_sent_at) WHERE first_sent_at IS NOT NULL;
