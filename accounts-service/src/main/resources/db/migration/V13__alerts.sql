-- Where an owner's own programs are told of alerts. What signs the calls is worked out from the nonce, never stored.
CREATE TABLE webhook (
  human_id   text        PRIMARY KEY REFERENCES human,
  url        text        NOT NULL CHECK (length(url) <= 2000),
  nonce      text        NOT NULL,
  created_at timestamptz NOT NULL
);

-- Of what an owner wants to be told. A rule that has spoken is silent until its figure has come back.
CREATE TABLE alert_rule (
  id               text        COLLATE "C" PRIMARY KEY CHECK (id ~ '^alr_[0-9a-f]{32}$'),
  human_id         text        NOT NULL REFERENCES human,
  agent_id         text        NOT NULL REFERENCES agent,
  kind             text        NOT NULL CHECK (kind IN ('LOW_BALANCE', 'SPENT_TODAY', 'SPENT_THIS_MONTH')),
  threshold_micros bigint      NOT NULL CHECK (threshold_micros > 0),
  by_mail          boolean     NOT NULL,
  by_webhook       boolean     NOT NULL,
  silent           boolean     NOT NULL DEFAULT false,
  period           date, -- the day, or the first of the month, in which a rule on spending has spoken last
  heard_version    bigint      NOT NULL DEFAULT 0, -- of the agent's figures; older ones are old news
  created_at       timestamptz NOT NULL,
  UNIQUE (human_id, agent_id, kind, threshold_micros)
);
CREATE INDEX alert_rule_by_agent ON alert_rule (agent_id);

-- What owners were told. Rules come and go, so it says what its rule was.
CREATE TABLE alert (
  id               text        COLLATE "C" PRIMARY KEY CHECK (id ~ '^alt_[0-9a-f]{32}$'),
  rule_id          text        NOT NULL,
  human_id         text        NOT NULL REFERENCES human,
  agent_id         text        NOT NULL REFERENCES agent,
  kind             text        NOT NULL,
  threshold_micros bigint      NOT NULL,
  figure_micros    bigint      NOT NULL,
  test             boolean     NOT NULL,
  at               timestamptz NOT NULL -- of the transaction that crossed the threshold
);
CREATE INDEX alert_by_human ON alert (human_id, id);

CREATE TABLE alert_delivery (
  alert_id   text        COLLATE "C" NOT NULL REFERENCES alert ON DELETE CASCADE,
  channel    text        NOT NULL CHECK (channel IN ('MAIL', 'WEBHOOK')),
  status     text        NOT NULL CHECK (status IN ('PENDING', 'DELIVERED', 'GIVEN_UP')),
  attempts   int         NOT NULL DEFAULT 0,
  due_at     timestamptz NOT NULL,
  outcome    text, -- of the last attempt, in words
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (alert_id, channel)
);
CREATE INDEX alert_delivery_due ON alert_delivery (due_at) WHERE status = 'PENDING' AND channel = 'WEBHOOK';

ALTER TABLE mail ADD COLUMN about text; -- the alert that it tells of
ALTER TABLE mail DROP CONSTRAINT mail_kind_check;
ALTER TABLE mail ADD CHECK (kind IN ('CONFIRM_ADDRESS', 'RESET_PASSWORD', 'PASSWORD_CHANGED', 'PASSKEY_ADDED',
  'PASSKEY_REMOVED', 'SECOND_FACTOR_CHANGED', 'RECOVERY_CODES_MADE', 'RECOVERY_CODE_USED', 'SIGN_UP_TRIED', 'ALERT'));
