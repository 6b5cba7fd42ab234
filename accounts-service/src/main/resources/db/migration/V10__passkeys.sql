-- Public keys by which humans show who they are; the private halves are on their devices.
CREATE TABLE passkey (
  id              text        PRIMARY KEY CHECK (id ~ '^pky_[0-9a-f]{32}$'),
  human_id        text        NOT NULL REFERENCES human,
  credential_id   text        COLLATE "C" NOT NULL UNIQUE, -- how the device names it, base64url
  name            text        NOT NULL, -- how its human names it
  public_key      bytea       NOT NULL, -- WebAuthn's attested credential data
  signature_count bigint      NOT NULL CHECK (signature_count >= 0),
  backup_eligible boolean     NOT NULL,
  backed_up       boolean     NOT NULL,
  transports      text[]      NOT NULL,
  created_at      timestamptz NOT NULL,
  used_at         timestamptz
);
CREATE INDEX passkey_by_human ON passkey (human_id, created_at, id);

-- What browsers were asked to sign. Not logged: after a crash a human asks again.
CREATE UNLOGGED TABLE passkey_challenge (
  hash             text        COLLATE "C" PRIMARY KEY CHECK (length(hash) = 43),
  purpose          text        NOT NULL CHECK (purpose IN ('REGISTER', 'SIGN_IN', 'SECOND_FACTOR', 'STEP_UP')),
  human_id         text, -- whose answer is wanted; null for anybody's
  password_version bigint, -- of the password that was shown before
  expires_at       timestamptz NOT NULL,
  CHECK ((purpose = 'SIGN_IN') = (human_id IS NULL)),
  CHECK ((purpose = 'SECOND_FACTOR') = (password_version IS NOT NULL))
);
CREATE INDEX passkey_challenge_by_end ON passkey_challenge (expires_at);

-- A password alone gives this human no session.
ALTER TABLE human ADD COLUMN second_factor boolean NOT NULL DEFAULT false;

-- What does instead of a passkey, once, when all devices are lost.
CREATE TABLE recovery_code (
  human_id text NOT NULL REFERENCES human,
  hash     text COLLATE "C" NOT NULL CHECK (length(hash) = 43),
  PRIMARY KEY (human_id, hash)
);

ALTER TABLE mail DROP CONSTRAINT mail_kind_check;
ALTER TABLE mail ADD CHECK (kind IN ('CONFIRM_ADDRESS', 'RESET_PASSWORD', 'PASSWORD_CHANGED', 'PASSKEY_ADDED',
  'PASSKEY_REMOVED', 'SECOND_FACTOR_CHANGED', 'RECOVERY_CODES_MADE', 'RECOVERY_CODE_USED', 'SIGN_UP_TRIED'));
