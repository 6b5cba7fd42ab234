-- Every security-relevant act, each hashed together with the one before.
CREATE TABLE audit_entry (
  number  bigint      PRIMARY KEY CHECK (number > 0),
  at      timestamptz NOT NULL,
  act     text        NOT NULL,
  actor   text        NOT NULL, -- hum_…, agt_…, anonymous, or a part of the platform
  source  text        NOT NULL, -- the actor's address
  subject text        NOT NULL, -- the human or agent it concerns; unknown for an address that nobody has
  owner   text,                 -- the human who may read it: the subject, or its owner at the time
  target  text        NOT NULL, -- what was acted upon, such as a key's id
  before  text        NOT NULL, -- JSON of what it was; never a secret
  after   text        NOT NULL, -- JSON of what it became
  hash    text        NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$')
);
CREATE INDEX audit_entry_by_owner ON audit_entry (owner, number);

-- The last one. Whoever appends locks it, so that there is one chain.
CREATE TABLE audit_head (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  number bigint  NOT NULL,
  hash   text    NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$')
);
INSERT INTO audit_head (number, hash) VALUES (0, repeat('0', 64));

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
-- The trigger tells why; the missing right holds even where triggers are off.
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM CURRENT_USER;
REVOKE DELETE, TRUNCATE ON audit_head FROM CURRENT_USER;
