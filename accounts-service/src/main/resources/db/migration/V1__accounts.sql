-- Humans, agents, who owns whom, and the credentials that admit them.

CREATE TABLE human (
  id            text        PRIMARY KEY CHECK (id ~ '^hum_[0-9a-f]{32}$'),
  email         text        NOT NULL, -- as the human wrote it
  email_key     text        NOT NULL UNIQUE, -- lower case, what signing in looks for
  name          text        NOT NULL,
  password_hash text        NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
  version       bigint      NOT NULL CHECK (version >= 1),
  created_at    timestamptz NOT NULL
);

CREATE TABLE agent (
  id          text        PRIMARY KEY CHECK (id ~ '^agt_[0-9a-f]{32}$'),
  name        text        NOT NULL,
  description text,
  status      text        NOT NULL CHECK (status IN ('ACTIVE', 'FROZEN', 'CLOSED')), -- as the ledger tells
  status_version bigint   NOT NULL DEFAULT 0, -- of the ledger's news
  claim_hash  text        UNIQUE, -- of a self-registered agent until somebody claims it
  version     bigint      NOT NULL CHECK (version >= 1),
  created_at  timestamptz NOT NULL
);

-- Linked humans; the primary one is the agent's owner.
CREATE TABLE agent_human (
  agent_id   text        NOT NULL REFERENCES agent,
  human_id   text        NOT NULL REFERENCES human,
  is_primary boolean     NOT NULL,
  linked_at  timestamptz NOT NULL,
  PRIMARY KEY (agent_id, human_id)
);
CREATE UNIQUE INDEX agent_human_primary ON agent_human (agent_id) WHERE is_primary;
CREATE INDEX agent_human_by_human ON agent_human (human_id, agent_id);

-- API keys and sessions. A secret is never stored, only its keyed hash.
CREATE TABLE credential (
  id         text        PRIMARY KEY CHECK (id ~ '^[0-9A-Za-z]{12,32}$'),
  kind       text        NOT NULL CHECK (kind IN ('KEY', 'SESSION')),
  hash       text        NOT NULL CHECK (length(hash) = 43),
  subject    text        NOT NULL,
  roles      text[]      NOT NULL CHECK (cardinality(roles) > 0),
  scopes     text[]      NOT NULL,
  name       text,
  expires_at timestamptz,
  revoked_at timestamptz,
  version    bigint      NOT NULL CHECK (version >= 1),
  created_at timestamptz NOT NULL,
  -- A session always ends.
  CHECK (kind = 'KEY' OR expires_at IS NOT NULL)
);
CREATE INDEX credential_by_subject ON credential (subject, created_at);
