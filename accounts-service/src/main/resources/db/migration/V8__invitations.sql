-- Humans whom an owner wants to be linked to an agent, until they accept.
CREATE TABLE invitation (
  id         text        COLLATE "C" PRIMARY KEY,
  agent_id   text        NOT NULL REFERENCES agent,
  email_key  text        NOT NULL, -- possibly nobody's yet
  as_primary boolean     NOT NULL, -- accepted, the human becomes the owner
  invited_by text        NOT NULL REFERENCES human,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  UNIQUE (agent_id, email_key)
);
CREATE INDEX invitation_by_email ON invitation (email_key, id);
