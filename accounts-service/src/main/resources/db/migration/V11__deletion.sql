-- A human who has deleted their account: the id stays for what refers to it, and says nothing.
ALTER TABLE human ADD COLUMN deleted_at timestamptz;
ALTER TABLE human ALTER COLUMN email DROP NOT NULL, ALTER COLUMN email_key DROP NOT NULL,
  ALTER COLUMN name DROP NOT NULL, ALTER COLUMN password_hash DROP NOT NULL;
ALTER TABLE human ADD CHECK (num_nulls(email, email_key, name, password_hash) = CASE WHEN deleted_at IS NULL THEN 0 ELSE 4 END);

-- Nobody hands an agent to somebody who is going at the same moment.
CREATE FUNCTION refuse_deleted_human() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM human WHERE id = NEW.human_id AND deleted_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the human has deleted their account' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agent_human_of_the_living BEFORE INSERT OR UPDATE OF is_primary ON agent_human
  FOR EACH ROW WHEN (NEW.is_primary) EXECUTE FUNCTION refuse_deleted_human();

-- RFC 3339, as the API writes times.
CREATE FUNCTION utc_text(at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;
