-- A caller's rate, counted by all gateways together: the instant at which its bucket is full again. Unlogged: a crash only
-- forgets it.
CREATE UNLOGGED TABLE rate_bucket (
  key     text        COLLATE "C" PRIMARY KEY, -- class and caller
  full_at timestamptz NOT NULL
) WITH (fillfactor = 70);
