-- What a human is told of a session, and when it was last used; the secret's side of it is in credential.
CREATE TABLE session (
  credential_id text        PRIMARY KEY REFERENCES credential,
  source        text        NOT NULL, -- the address it began at
  client        text        NOT NULL, -- what the program called itself
  used_at       timestamptz NOT NULL,
  ended         boolean     NOT NULL DEFAULT false -- nobody need look at it again
);
CREATE INDEX session_idle ON session (used_at) WHERE NOT ended;
CREATE INDEX credential_sessions ON credential (subject, created_at) WHERE kind = 'SESSION' AND revoked_at IS NULL;

-- Sessions from before this table have no more to tell; they end as idle ones do.
INSERT INTO session (credential_id, source, client, used_at)
SELECT id, 'unknown', '', created_at FROM credential WHERE kind = 'SESSION' AND revoked_at IS NULL;

-- When an agent's key was last used, and from where.
CREATE TABLE key_use (
  credential_id text        PRIMARY KEY REFERENCES credential,
  used_at       timestamptz NOT NULL,
  source        text        NOT NULL
);

-- A session is not begun with a password that was changed meanwhile.
ALTER TABLE human ADD COLUMN password_version bigint NOT NULL DEFAULT 1;
