-- What the filters of a history need so that a page costs the same however long the history is.

-- An agent's transactions of one kind, with one other agent, or with a reference, newest first. Those that come without a
-- filter are found by version.
CREATE INDEX journal_by_payer ON journal (payer_id, kind, number);
CREATE INDEX journal_by_payee ON journal (payee_id, kind, number);
CREATE INDEX journal_by_pair ON journal (payer_id, payee_id, number);
CREATE INDEX journal_by_payer_reference ON journal (payer_id, reference, number) WHERE reference IS NOT NULL;
CREATE INDEX journal_by_payee_reference ON journal (payee_id, reference, number) WHERE reference IS NOT NULL;

-- A holder's versions have no gap, and instants and numbers rise with them, so that halving finds one among millions.

-- The version of the last entry that an agent has of any transaction up to that instant; 0 if there is none.
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

-- The same up to the transaction of that number: the agent's statement line, if the transaction has left it one.
CREATE FUNCTION version_of(holder bigint, transaction bigint) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE
  low    bigint := 0;
  high   bigint := (SELECT version + 1 FROM wallet WHERE id = holder);
  middle bigint;
BEGIN
  WHILE high - low > 1 LOOP
    middle := (low + high) / 2;
    IF transaction >= (SELECT number FROM entry WHERE holder_id = holder AND version = middle) THEN
      low := middle;
    ELSE
      high := middle;
    END IF;
  END LOOP;
  RETURN low;
END $$;
