-- A destination that was changed rests: nothing new goes there before.
ALTER TABLE payout_account ADD COLUMN rests_until timestamptz;

ALTER TABLE payout_account DROP CONSTRAINT payout_account_status_check;
ALTER TABLE payout_account ADD CONSTRAINT payout_account_status_check
  CHECK (status IN ('ONBOARDING', 'RESTRICTED', 'ACTIVE', 'CLOSED'));

-- Where an owner's dollars went before. What was asked for then still goes there.
CREATE TABLE earlier_payout_account (
  stripe_account_id text        PRIMARY KEY,
  human_id          text        NOT NULL,
  status            text        NOT NULL CHECK (status IN ('ONBOARDING', 'RESTRICTED', 'ACTIVE', 'CLOSED')),
  was_active        boolean     NOT NULL,
  created_at        timestamptz NOT NULL,
  changed_at        timestamptz NOT NULL,
  replaced_at       timestamptz NOT NULL
);

CREATE INDEX earlier_payout_account_by_human ON earlier_payout_account (human_id);
