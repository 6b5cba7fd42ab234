-- Who asked for a conversion, and until when its owner can say yes.
ALTER TABLE conversion ADD COLUMN asked_by  text;
ALTER TABLE conversion ADD COLUMN lapses_at timestamptz;

CREATE INDEX conversion_waiting ON conversion (lapses_at) WHERE status = 'APPROVAL';

-- Above which amount an owner wants to be asked; no row: never.
CREATE TABLE approval_rule (
  human_id     text        PRIMARY KEY,
  above_micros bigint      NOT NULL CHECK (above_micros > 0),
  changed_at   timestamptz NOT NULL
);

-- What was decided of a conversion that waited, once of each kind.
CREATE TABLE conversion_decision (
  conversion_id text        NOT NULL REFERENCES conversion,
  kind          text        NOT NULL CHECK (kind IN ('APPROVAL', 'REVIEW')),
  outcome       text        NOT NULL CHECK (outcome IN ('YES', 'NO', 'LAPSED')),
  decided_by    text        NOT NULL,
  reason        text,
  decided_at    timestamptz NOT NULL,
  PRIMARY KEY (conversion_id, kind),
  CHECK (kind <> 'REVIEW' OR reason IS NOT NULL)
);
