-- What the filters of a history need so that a page costs the same however long the history is.

-- The versions of the statement lines that a transaction leaves its payer and its payee; null if it leaves none, as a payment
-- that is all fee leaves its payee. They follow from the entries, so no hash covers them, but the audit compares them.
ALTER TABLE journal ADD payer_version bigint, ADD payee_version bigint;
ALTER TABLE journal DISABLE TRIGGER journal_append_only;
GRANT UPDATE ON journal TO CURRENT_USER;
UPDATE journal SET
  payer_version = (SELECT version FROM entry
    WHERE entry.number = journal.number AND holder_id = payer_id AND available_change IS NOT NULL),
  payee_version = (SELECT version FROM entry
    WHERE entry.number = journal.number AND holder_id = payee_id AND available_change IS NOT NULL);
REVOKE UPDATE ON journal FROM CURRENT_USER;
ALTER TABLE journal ENABLE TRIGGER journal_append_only;

-- An agent's transactions of one kind, with one other agent, or with a reference, newest first. Those that are wanted without
-- a filter are found by version.
CREATE INDEX journal_by_payer ON journal (payer_id, kind, number);
CREATE INDEX journal_by_payee ON journal (payee_id, kind, number);
CREATE INDEX journal_by_pair ON journal (payer_id, payee_id, number);
CREATE INDEX journal_by_payer_reference ON journal (payer_id, reference, number) WHERE reference IS NOT NULL;
CREATE INDEX journal_by_payee_reference ON journal (payee_id, reference, number) WHERE reference IS NOT NULL;

-- The version of the last entry that an agent has of any transaction up to that instant; 0 if there is none. A holder's
-- versions have no gap, and their instants rise with them, so that halving finds one among millions.
CREATE FUNCTION version_at(holder bigint, instant timestamptz) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE
  low    bigint := 0;
  high   bigint := (SELECT version + 1 FROM wallet WHERE id = holder);
  middle bigint;
BEGIN
  WHILE high - low > 1 LOOP
    middle := (low + high) / 2;
    IF instant >= (SELECT at FROM entry JOIN journal USING (number) WHERE holder_id = holder AND version = middle) THEN
      low := middle;
    ELSE
      high := middle;
    END IF;
  END LOOP;
  RETURN low;
END $$;
