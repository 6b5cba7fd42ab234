-- The ledger: double entry in two assets, append only. CREDIT counts micro-credits (10^-6), USD counts cents.
-- What the code might miss is refused here: floors, sums, bounds, changes of history, ids used twice.

CREATE TYPE asset AS ENUM ('CREDIT', 'USD');
CREATE TYPE bucket AS ENUM ('PROMOTIONAL', 'PURCHASED', 'EARNED');
-- What of a holder an entry changes: one bucket or the debt of an agent or a hold, or a platform account as a whole.
CREATE TYPE part AS ENUM ('PROMOTIONAL', 'PURCHASED', 'EARNED', 'DEBT', 'WHOLE');
CREATE TYPE transaction_kind AS ENUM (
  'PURCHASE', 'TRANSFER', 'REWARD', 'SPEND', 'HOLD', 'CAPTURE', 'RELEASE', 'CONVERSION', 'REFUND', 'CLAWBACK',
  'REINSTATEMENT', 'ADJUSTMENT');
CREATE TYPE agent_status AS ENUM ('ACTIVE', 'FROZEN', 'CLOSED');
CREATE TYPE hold_purpose AS ENUM ('ORDER', 'CONVERSION', 'PAYMENT', 'REFUND');
CREATE TYPE hold_status AS ENUM ('HELD', 'CAPTURED', 'RELEASED', 'EXPIRED');
CREATE TYPE dispute_status AS ENUM ('OPEN', 'WON', 'LOST');

-- A whole number of the asset's smallest unit; its bound is 10^12 credits, so that no sum of two overflows.
CREATE DOMAIN units AS bigint CHECK (VALUE BETWEEN -1000000000000000000 AND 1000000000000000000);
CREATE DOMAIN units_from_zero AS bigint CHECK (VALUE BETWEEN 0 AND 1000000000000000000);

-- Numbers wallets, holds, disputes and platform accounts in one series, so that an entry names its account with one number.
CREATE SEQUENCE account_id;

-- An agent as accounts-service tells of it, and the balances of its accounts. Whoever posts locks this row first,
-- which guards the agent's lots and holds, too.
CREATE TABLE wallet (
  id            bigint          PRIMARY KEY DEFAULT nextval('account_id'),
  agent_id      text            COLLATE "C" NOT NULL UNIQUE,
  owner_id      text            COLLATE "C", -- null: nobody has claimed the agent
  status        agent_status    NOT NULL,
  status_version bigint         NOT NULL DEFAULT 0, -- changes of the status, which the ledger decides
  agent_version bigint          NOT NULL,    -- of the event that told us of the owner
  promotional   units_from_zero NOT NULL DEFAULT 0,
  purchased     units_from_zero NOT NULL DEFAULT 0,
  earned        units_from_zero NOT NULL DEFAULT 0,
  debt          units           NOT NULL DEFAULT 0 CHECK (debt <= 0),
  held          units_from_zero NOT NULL DEFAULT 0, -- the sum of the open holds
  frozen        units_from_zero NOT NULL DEFAULT 0, -- the sum of the open disputes
  version       bigint          NOT NULL DEFAULT 0 CHECK (version >= 0), -- entries so far, holds included
  changed_at    timestamptz     NOT NULL DEFAULT 'epoch',            -- of the latest entry
  -- What its owner lets it spend, null for no limit, and what it has spent in the day and month (UTC) of the latest entry.
  limit_payment units_from_zero,
  limit_day     units_from_zero,
  limit_month   units_from_zero,
  only_allowed  boolean         NOT NULL DEFAULT false, -- it pays only those that are allowed
  has_counterparties boolean    NOT NULL DEFAULT false,
  limits_version bigint         NOT NULL DEFAULT 0,
  day_spent     units_from_zero NOT NULL DEFAULT 0,
  month_spent   units_from_zero NOT NULL DEFAULT 0 CHECK (month_spent >= day_spent)
) WITH (fillfactor = 70);
CREATE INDEX wallet_by_owner ON wallet (owner_id);

-- Whom an owner allows or forbids its agent to pay.
CREATE TABLE counterparty (
  wallet_id bigint  NOT NULL REFERENCES wallet,
  agent_id  text    COLLATE "C" NOT NULL,
  allowed   boolean NOT NULL,
  PRIMARY KEY (wallet_id, agent_id, allowed)
);

-- Credits set aside, still in the buckets they came from.
CREATE TABLE hold (
  id          text            COLLATE "C" PRIMARY KEY,
  account_id  bigint          NOT NULL UNIQUE,
  wallet_id   bigint          NOT NULL REFERENCES wallet,
  payee_id    bigint          REFERENCES wallet,
  purpose     hold_purpose    NOT NULL,
  amount      units_from_zero NOT NULL CHECK (amount > 0),
  captured    units_from_zero NOT NULL CHECK (captured <= amount),
  refunded    units_from_zero NOT NULL CHECK (refunded <= captured), -- given back by the payee
  promotional units_from_zero NOT NULL,
  purchased   units_from_zero NOT NULL,
  earned      units_from_zero NOT NULL,
  status      hold_status     NOT NULL,
  reference   text,
  placed_at   timestamptz     NOT NULL,
  expires_at  timestamptz,
  ended_at    timestamptz,
  CHECK ((purpose IN ('ORDER', 'PAYMENT')) = (payee_id IS NOT NULL)),
  CHECK ((purpose = 'PAYMENT') = (expires_at IS NOT NULL)),
  CHECK (purpose = 'PAYMENT' OR reference IS NOT NULL),
  CHECK ((status = 'HELD') = (ended_at IS NULL)),
  -- A hold ends once, and then holds nothing.
  CHECK (promotional + purchased + earned = CASE status WHEN 'HELD' THEN amount - captured ELSE 0 END)
);
CREATE INDEX hold_open ON hold (wallet_id) WHERE status = 'HELD';
CREATE INDEX hold_expiring ON hold (wallet_id, expires_at) WHERE status = 'HELD' AND expires_at IS NOT NULL;
CREATE INDEX hold_due ON hold (expires_at) WHERE status = 'HELD' AND expires_at IS NOT NULL;
CREATE INDEX hold_expected ON hold (payee_id) WHERE status = 'HELD';

-- A purchase that its card holder disputes, and what of it is frozen. Only a purchase's own credits ever are.
CREATE TABLE dispute (
  id          text            COLLATE "C" PRIMARY KEY,
  account_id  bigint          NOT NULL UNIQUE,
  wallet_id   bigint          NOT NULL REFERENCES wallet,
  purchase    bigint          NOT NULL, -- the number of its transaction
  promotional units_from_zero NOT NULL,
  purchased   units_from_zero NOT NULL,
  status      dispute_status  NOT NULL,
  disputed    units_from_zero NOT NULL, -- of a lost one, and where it was found
  recovered   units_from_zero NOT NULL,
  debt        units_from_zero NOT NULL,
  loss        units_from_zero NOT NULL,
  opened_at   timestamptz     NOT NULL,
  ended_at    timestamptz,
  CHECK (recovered + debt + loss = disputed),
  CHECK (status = 'LOST' OR disputed = 0),
  CHECK ((status = 'OPEN') = (ended_at IS NULL)),
  CHECK (status = 'OPEN' OR promotional + purchased = 0)
);
CREATE INDEX dispute_open ON dispute (wallet_id) WHERE status = 'OPEN';

-- Purchases that were refunded or disputed, and what was taken back of their credits.
CREATE TABLE undone_purchase (
  number     bigint          PRIMARY KEY, -- of the purchase's transaction
  issued     units_from_zero NOT NULL,
  taken_back units_from_zero NOT NULL CHECK (taken_back <= issued),
  disputed   boolean         NOT NULL
);

-- What is left of each purchase and of each hour's earnings, in wallets, holds and disputes. Earned credits that have
-- seasoned have no row: they are what the balance has beyond its lots.
CREATE TABLE lot (
  account_id bigint          NOT NULL, -- wallet.id, hold.account_id or dispute.account_id
  bucket     bucket          NOT NULL,
  number     bigint          NOT NULL, -- the purchase's transaction, or the epoch second at which it seasons
  units      units_from_zero NOT NULL CHECK (units > 0),
  PRIMARY KEY (account_id, bucket, number)
) WITH (fillfactor = 70);

-- Writers commit batches side by side: each takes a chain that nobody else has locked, with its own head and its own
-- platform accounts, so that writers never queue on one row.
CREATE TABLE chain (
  number   smallint    PRIMARY KEY,
  position bigint      NOT NULL CHECK (position >= 0), -- batches so far
  hash     bytea       NOT NULL CHECK (octet_length(hash) = 32),
  last_at  timestamptz NOT NULL
) WITH (fillfactor = 20);
INSERT INTO chain SELECT number, 0, decode(repeat('00', 32), 'hex'), 'epoch' FROM generate_series(1, 8) AS number;

-- The platform's accounts; the balance of a path is the sum over the chains.
CREATE TABLE platform_account (
  id      bigint   PRIMARY KEY DEFAULT nextval('account_id'),
  chain   smallint NOT NULL REFERENCES chain,
  path    text     NOT NULL,
  asset   asset    NOT NULL,
  balance units    NOT NULL DEFAULT 0,
  version bigint   NOT NULL DEFAULT 0 CHECK (version >= 0),
  UNIQUE (chain, path, asset)
) WITH (fillfactor = 20);
INSERT INTO platform_account (chain, path, asset)
SELECT chain.number, account.path, account.asset::asset
FROM chain, (VALUES
  ('platform/issuance', 'CREDIT'), ('platform/redemption', 'CREDIT'),
  ('platform/fees/transfer', 'CREDIT'), ('platform/fees/marketplace', 'CREDIT'), ('platform/fees/features', 'CREDIT'),
  ('platform/rewards', 'CREDIT'), ('platform/losses', 'CREDIT'),
  ('stripe/clearing', 'USD'), ('stripe/fees', 'USD'), ('stripe/quarantine', 'USD'), ('payouts/clearing', 'USD'),
  ('platform/capital', 'USD'), ('platform/credit-liability', 'USD'), ('platform/promotions', 'USD'),
  ('platform/losses', 'USD'), ('platform/revenue/purchase-fee', 'USD'), ('platform/revenue/conversion-fee', 'USD'),
  ('platform/revenue/collected-fees', 'USD')) AS account (path, asset);

-- One row per commit: the hash of the one before it in its chain and of its own transactions and entries.
CREATE SEQUENCE batch_id;
CREATE TABLE batch (
  id            bigint   PRIMARY KEY,
  chain         smallint NOT NULL,
  position      bigint   NOT NULL,
  previous_hash bytea    NOT NULL,
  hash          bytea    NOT NULL,
  transactions  integer  NOT NULL CHECK (transactions BETWEEN 1 AND 4096),
  entries       integer  NOT NULL CHECK (entries >= 0), -- a dispute can find nothing left to freeze
  UNIQUE (chain, position)
);

-- The transactions. The number is the batch's id times 4096 plus the place in the batch: taken with the wallets
-- locked, so that it rises in commit order for every agent.
CREATE TABLE journal (
  number     bigint           PRIMARY KEY,
  posting_id text             COLLATE "C" NOT NULL UNIQUE,
  kind       transaction_kind NOT NULL,
  at         timestamptz      NOT NULL,
  payer_id   bigint,
  payee_id   bigint,
  hold_id    text             COLLATE "C",
  amount     units_from_zero  NOT NULL,
  fee_asset  asset,
  fee        units_from_zero,
  fee_bps    smallint CHECK (fee_bps BETWEEN 0 AND 10000),
  reference  text CHECK (length(reference) <= 200),
  memo       text CHECK (length(memo) <= 500),
  details    json, -- names and texts, sorted by name; json keeps them as they were hashed
  CHECK (num_nulls(fee_asset, fee, fee_bps) IN (0, 3))
);
-- Two keys, one intent: a payer gives a reference to a payee once.
CREATE UNIQUE INDEX journal_reference ON journal (payer_id, payee_id, reference)
  WHERE reference IS NOT NULL AND kind = 'TRANSFER';
-- Of holds only the plain ones refuse a repeated reference, so that this is no unique index.
CREATE INDEX journal_hold_reference ON journal (payer_id, payee_id, reference)
  WHERE reference IS NOT NULL AND kind = 'HOLD';

-- The changes. Numbered for each holder (an agent with its holds and disputes, or a platform account), with the balance after it,
-- so that a history proves itself.
CREATE TABLE entry (
  holder_id     bigint   NOT NULL, -- wallet.id or platform_account.id
  version       bigint   NOT NULL CHECK (version > 0),
  number        bigint   NOT NULL, -- of the transaction
  line          smallint NOT NULL, -- within the transaction, from 0
  account_id    bigint   NOT NULL, -- the holder's own, or that of its hold or dispute
  part          part     NOT NULL,
  asset         asset    NOT NULL,
  lot           bigint,
  units         units    NOT NULL CHECK (units <> 0),
  balance_after units    NOT NULL,
  -- The agent's statement line, on the last entry that a transaction makes for it; null on all others.
  available_change  units,
  held_change       units,
  promotional_after units_from_zero,
  purchased_after   units_from_zero,
  earned_after      units_from_zero,
  debt_after        units,
  held_after        units_from_zero,
  frozen_after      units_from_zero,
  PRIMARY KEY (holder_id, version),
  CHECK (CASE part WHEN 'WHOLE' THEN true WHEN 'DEBT' THEN balance_after <= 0 ELSE balance_after >= 0 END),
  CHECK (part = 'WHOLE' OR asset = 'CREDIT'),
  CHECK (num_nulls(available_change, held_change, promotional_after, purchased_after, earned_after, debt_after,
    held_after, frozen_after) IN (0, 8))
);
-- Entries arrive in the order of their numbers, so that a block range finds a transaction at next to no cost per row.
CREATE INDEX entry_by_number ON entry USING brin (number) WITH (pages_per_range = 16);

CREATE FUNCTION refuse_unbalanced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unbalanced record;
BEGIN
  SELECT number, asset, sum(units) AS rest INTO unbalanced
  FROM added GROUP BY number, asset HAVING sum(units) <> 0 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'transaction % does not balance: % % too much', unbalanced.number, unbalanced.rest, unbalanced.asset
      USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_balance';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER entry_balance AFTER INSERT ON entry
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_unbalanced();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: correct it with a new, opposite entry', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER batch_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON batch
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- The trigger tells why; the missing right holds even where triggers are off.
REVOKE UPDATE, DELETE, TRUNCATE ON journal, entry, batch FROM CURRENT_USER;

-- Acts that change money by hand: one operator asks, another one approves, and the approval posts.
CREATE TYPE act_kind AS ENUM ('REWARDS_FUNDING', 'FEE_CLOSING', 'ADJUSTMENT');
CREATE TABLE operator_act (
  id             text            COLLATE "C" PRIMARY KEY,
  kind           act_kind        NOT NULL,
  agent_id       text            COLLATE "C",
  reverses       text            COLLATE "C", -- the transaction whose opposite it posts
  to_agent       boolean         NOT NULL,
  amount         units_from_zero NOT NULL CHECK (amount > 0),
  reason         text            NOT NULL,
  requested_by   text            NOT NULL,
  requested_at   timestamptz     NOT NULL,
  approved_by    text CHECK (approved_by <> requested_by),
  approved_at    timestamptz,
  transaction_id text            UNIQUE,
  CHECK ((kind = 'ADJUSTMENT') = (num_nonnulls(agent_id, reverses) = 1)),
  CHECK (num_nulls(approved_by, approved_at, transaction_id) IN (0, 3))
);
