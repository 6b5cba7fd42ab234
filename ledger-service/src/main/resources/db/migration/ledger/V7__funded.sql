-- What was earned out of disputed purchases is frozen while it seasons, until the bank has decided.

ALTER TYPE dispute_status ADD VALUE 'THAWED';

-- Beside each dispute a row for each agent that earned something out of its purchase: a share, which has earned credits only.
ALTER TABLE dispute
  ADD earned  units_from_zero NOT NULL DEFAULT 0,
  ADD part_of text COLLATE "C" REFERENCES dispute, -- null: the dispute itself
  ADD CHECK (CASE WHEN part_of IS NULL THEN earned ELSE promotional + purchased + disputed END = 0),
  ADD CHECK (status = 'OPEN' OR earned = 0);
CREATE INDEX dispute_share ON dispute (part_of) WHERE status = 'OPEN';

ALTER TABLE chain ADD frozen_earned bigint NOT NULL DEFAULT 0;

-- Whose entries are looked at for what a disputed purchase paid for: the buyer's, and those of its owner's other agents that its
-- lots went on to. There are rows as long as something may have to be frozen or thawed.
CREATE TABLE dispute_trail (
  dispute_id   text        COLLATE "C" NOT NULL REFERENCES dispute,
  wallet_id    bigint      NOT NULL,
  looked_up_to bigint      NOT NULL CHECK (looked_up_to >= 0), -- version of the wallet's entries
  looked_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (dispute_id, wallet_id)
);
