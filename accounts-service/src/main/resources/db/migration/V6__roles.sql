-- Who runs the platform, rules disputes, or may read everything.
CREATE TABLE platform_role (
  human_id   text        NOT NULL REFERENCES human,
  role       text        NOT NULL CHECK (role IN ('OPERATOR', 'ARBITER', 'AUDITOR')),
  granted_at timestamptz NOT NULL,
  PRIMARY KEY (human_id, role)
);

-- One operator asks, another one approves, and the approval takes effect.
CREATE TABLE role_change (
  id           text        COLLATE "C" PRIMARY KEY,
  human_id     text        NOT NULL REFERENCES human,
  role         text        NOT NULL CHECK (role IN ('OPERATOR', 'ARBITER', 'AUDITOR')),
  action       text        NOT NULL CHECK (action IN ('GRANT', 'REVOKE')),
  reason       text        NOT NULL,
  requested_by text        NOT NULL REFERENCES human,
  requested_at timestamptz NOT NULL,
  approved_by  text        REFERENCES human,
  approved_at  timestamptz,
  CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
  CHECK (approved_by <> requested_by)
);
