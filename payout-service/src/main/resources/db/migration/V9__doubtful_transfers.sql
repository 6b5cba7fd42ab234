-- What the census of transfers counts; almost always empty.
CREATE INDEX transfer_intent_doubtful ON transfer_intent (first_sent_at) WHERE state IN ('SENDING', 'UNKNOWN');
