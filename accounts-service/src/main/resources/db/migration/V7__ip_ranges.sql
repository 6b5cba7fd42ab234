-- From where a key may be used, as the gateway checks it; empty for everywhere.
ALTER TABLE credential ADD COLUMN ip_ranges text[] NOT NULL DEFAULT '{}';
