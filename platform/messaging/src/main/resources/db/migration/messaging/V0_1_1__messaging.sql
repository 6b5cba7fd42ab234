-- What the messaging platform keeps in the database of every service.

-- Messages to publish. Insert-only; the relay reads them from the WAL. Daily partitions are created ahead and
-- dropped after the retention by a job; until they go, everything can be published again.
CREATE TABLE outbox (
  id             uuid        NOT NULL, -- the message id; a command that is sent again has a second row
  seq            bigint      GENERATED ALWAYS AS IDENTITY, -- orders a republication; not the order of commits
  topic          text        NOT NULL,
  msg_key        text        NOT NULL,
  msg_type       text        NOT NULL,
  schema_version smallint    NOT NULL,
  headers        jsonb       NOT NULL,
  -- Below Kafka's default limit of 1 MB: a record that Kafka refuses would let later ones overtake it.
  payload        bytea       NOT NULL CHECK (octet_length(payload) <= 900000),
  created_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (created_at, id)
) PARTITION BY RANGE (created_at);
CREATE TABLE outbox_default PARTITION OF outbox DEFAULT;

-- Only inserts: dropping partitions and moving rows stay out of the stream.
CREATE PUBLICATION outbox_pub FOR TABLE outbox WITH (publish = 'insert', publish_via_partition_root = true);

-- Messages that took effect here. Partitioned by the time inside the UUIDv7, so that the key stays unique over
-- all partitions and old ones can be dropped.
CREATE TABLE inbox (
  message_id    uuid        NOT NULL,
  consumer      text        NOT NULL,
  received_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  state         text        NOT NULL
    CHECK (state IN ('HANDLED', 'STARTED', 'WAITING', 'SUCCEEDED', 'REFUSED', 'CANCELLED', 'UNDONE')),
  reply_to      jsonb, -- of a command: where its answer goes
  reply_id      uuid,
  reply_code    text,  -- of a refusal
  reply_payload text,
  PRIMARY KEY (message_id, consumer)
) PARTITION BY RANGE (message_id);
CREATE TABLE inbox_default PARTITION OF inbox DEFAULT;

-- Where each saga stands.
CREATE TABLE saga_instance (
  saga_id            uuid        PRIMARY KEY,
  saga_type          text        NOT NULL,
  definition_version integer     NOT NULL,
  business_key       text        NOT NULL,
  status             text        NOT NULL
    CHECK (status IN ('RUNNING', 'COMPENSATING', 'COMPLETED', 'COMPENSATED', 'PARKED')),
  undoing            boolean     NOT NULL, -- the direction, also of a parked one
  step               text        NOT NULL,
  attempt            integer     NOT NULL,
  pending_command_id uuid,
  deadline_at        timestamptz,
  undoable           jsonb       NOT NULL, -- steps to undo, last one first, with their command ids
  data               jsonb       NOT NULL,
  reason             text,                 -- of the compensation
  parked_reason      text,
  traceparent        text,
  version            bigint      NOT NULL,
  created_at         timestamptz NOT NULL,
  updated_at         timestamptz NOT NULL,
  UNIQUE (saga_type, business_key),
  -- Running with a deadline, finished, or parked with a reason.
  CHECK ((status IN ('RUNNING', 'COMPENSATING')) = (deadline_at IS NOT NULL)),
  CHECK ((status = 'PARKED') = (parked_reason IS NOT NULL))
);
CREATE INDEX saga_instance_due ON saga_instance (deadline_at) WHERE deadline_at IS NOT NULL;
CREATE INDEX saga_instance_by_status ON saga_instance (status, updated_at DESC);

-- What happened to each saga; append-only.
CREATE TABLE saga_event (
  saga_id    uuid        NOT NULL REFERENCES saga_instance,
  seq        integer     NOT NULL,
  at         timestamptz NOT NULL,
  kind       text        NOT NULL,
  step       text        NOT NULL,
  command_id uuid,
  detail     text,
  actor      text,
  PRIMARY KEY (saga_id, seq)
);

-- Messages that no retry could handle.
CREATE TABLE dead_letter (
  id             uuid        PRIMARY KEY,
  topic          text        NOT NULL,
  consumer       text        NOT NULL,
  msg_partition  integer     NOT NULL,
  msg_offset     bigint      NOT NULL,
  msg_key        text,
  msg_type       text,
  headers        jsonb       NOT NULL,
  payload        bytea,
  error          text        NOT NULL,
  stored_at      timestamptz NOT NULL,
  replayed_at    timestamptz,
  replayed_by    text
);
CREATE INDEX dead_letter_waiting ON dead_letter (stored_at) WHERE replayed_at IS NULL;
CREATE INDEX dead_letter_by_key ON dead_letter (topic, consumer, msg_key);

-- Up to where the relay has published, for a republication after its slot was lost. A republication that began is
-- remembered until it is over, since a new slot hides that the old one was lost.
CREATE TABLE relay_watermark (
  service        text        PRIMARY KEY,
  created_at     timestamptz,
  republish_from timestamptz
);
