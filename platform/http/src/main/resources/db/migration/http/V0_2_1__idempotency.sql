-- The first answer to every request with an Idempotency-Key, stored in the transaction of its effect.
create table idempotency_record (
  caller_id    text        not null,
  path         text        not null,
  key          text        not null check (length(key) between 1 and 255),
  body_hash    text        not null,
  status       smallint    not null check (status between 200 and 599),
  content_type text        not null,
  body         text        not null,
  created_at   timestamptz not null default now(),
  primary key (caller_id, path, key)
);

-- Rows arrive in time order, so that a block range index finds the old ones at next to no cost per row.
create index idempotency_record_created_at on idempotency_record using brin (created_at);
