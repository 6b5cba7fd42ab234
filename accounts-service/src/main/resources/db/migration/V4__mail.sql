-- Mails to send, written with what they tell of and deleted when a server has taken them. What a mail says is put
-- together when it is sent: a code in it is never stored, only its hash.
CREATE TABLE mail (
  id         uuid        PRIMARY KEY,
  kind       text        NOT NULL CHECK (kind IN ('CONFIRM_ADDRESS', 'RESET_PASSWORD', 'PASSWORD_CHANGED')),
  email_key  text        NOT NULL, -- possibly nobody's: then it is deleted unsent
  due_at     timestamptz NOT NULL,
  attempts   int         NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL
);
CREATE INDEX mail_due ON mail (due_at);

-- Codes that were sent by mail and not used yet.
CREATE TABLE one_time_code (
  hash       text        PRIMARY KEY CHECK (length(hash) = 43),
  kind       text        NOT NULL CHECK (kind IN ('CONFIRM', 'RESET')),
  human_id   text        NOT NULL REFERENCES human,
  expires_at timestamptz NOT NULL
);
CREATE INDEX one_time_code_by_human ON one_time_code (human_id, kind);

-- Since when the human is known to read mail at the address; until then they can not sign in.
ALTER TABLE human ADD COLUMN confirmed_at timestamptz;
UPDATE human SET confirmed_at = created_at;
