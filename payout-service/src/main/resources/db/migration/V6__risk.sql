-- What makes a conversion wait for an operator's review. Rules are data: operators change them.
CREATE TABLE risk_rule (
  name         text        PRIMARY KEY,
  kind         text        NOT NULL CHECK (kind IN ('FIRST_CONVERSION', 'OWNER_SUM', 'FRESHLY_BOUGHT', 'DISPUTED_PAYERS')),
  enabled      boolean     NOT NULL,
  above_micros bigint      NOT NULL CHECK (above_micros >= 0),
  window_hours int         NOT NULL CHECK (window_hours BETWEEN 1 AND 8760),
  share_bps    int         NOT NULL CHECK (share_bps BETWEEN 0 AND 10000),
  changed_at   timestamptz NOT NULL
);

INSERT INTO risk_rule VALUES
  ('first-conversion', 'FIRST_CONVERSION', true,  1000000000, 8760,    0, now()),
  ('sum-per-day',      'OWNER_SUM',        true, 20000000000,   24,    0, now()),
  ('freshly-bought',   'FRESHLY_BOUGHT',   true,   500000000,  168, 5000, now()),
  ('disputed-payers',  'DISPUTED_PAYERS',  true,           0, 2880,    0, now());

-- Why a conversion waits, or waited: the rule as it was then, in words.
CREATE TABLE risk_finding (
  conversion_id text NOT NULL REFERENCES conversion,
  rule          text NOT NULL,
  words         text NOT NULL,
  PRIMARY KEY (conversion_id, rule)
);

CREATE INDEX conversion_in_review ON conversion (conversion_id) WHERE status = 'REVIEW';

-- What payout knows of purchases and of disputes about them, from billing.events.v1.
CREATE TABLE known_purchase (
  purchase_id   text        PRIMARY KEY,
  agent_id      text        NOT NULL,
  credit_micros bigint      NOT NULL,
  bought_at     timestamptz NOT NULL
);

CREATE INDEX known_purchase_by_agent ON known_purchase (agent_id, bought_at);

CREATE TABLE known_dispute (
  dispute_id  text        PRIMARY KEY,
  purchase_id text        NOT NULL,
  agent_id    text        NOT NULL,
  status      text        NOT NULL,
  changed_at  timestamptz NOT NULL,
  version     bigint      NOT NULL
);

CREATE INDEX known_dispute_by_agent ON known_dispute (agent_id, changed_at);
