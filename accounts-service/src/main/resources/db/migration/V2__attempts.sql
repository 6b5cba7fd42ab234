-- How often something was tried lately. A row whose bucket is full again is worth nothing and is deleted. Not logged:
-- after a crash everybody starts anew, which costs less than a flush to disk for every try.
CREATE UNLOGGED TABLE attempt (
  key     text        COLLATE "C" PRIMARY KEY,
  full_at timestamptz NOT NULL -- when as much is allowed again as ever
);
CREATE INDEX attempt_by_full_at ON attempt (full_at);

-- Where somebody has signed in from, so that an attack from elsewhere does not keep them out.
CREATE TABLE known_source (
  human_id text        NOT NULL REFERENCES human,
  source   text        COLLATE "C" NOT NULL, -- SHA-256 of the network, base64url
  seen_at  timestamptz NOT NULL,
  PRIMARY KEY (human_id, source)
);
