-- What the proof needs so that it costs the same however much there is.

-- The sums of all agents, holds and disputes, by the chain of the batches that changed them: a chain's own can be below zero.
-- Each batch adds what it changes to the row that it writes anyway.
ALTER TABLE chain
  ADD agents_promotional bigint NOT NULL DEFAULT 0,
  ADD agents_purchased   bigint NOT NULL DEFAULT 0,
  ADD agents_earned      bigint NOT NULL DEFAULT 0,
  ADD debt               bigint NOT NULL DEFAULT 0,
  ADD held               bigint NOT NULL DEFAULT 0, -- as the agents' rows have it
  ADD frozen             bigint NOT NULL DEFAULT 0, -- the same
  ADD holds_promotional  bigint NOT NULL DEFAULT 0,
  ADD holds_purchased    bigint NOT NULL DEFAULT 0,
  ADD holds_earned       bigint NOT NULL DEFAULT 0,
  ADD open_holds         bigint NOT NULL DEFAULT 0, -- by amounts: what of each open hold was not captured
  ADD frozen_promotional bigint NOT NULL DEFAULT 0, -- in the disputes' buckets
  ADD frozen_purchased   bigint NOT NULL DEFAULT 0;
UPDATE chain SET
  (agents_promotional, agents_purchased, agents_earned, debt, held, frozen) = (
    SELECT coalesce(sum(promotional), 0), coalesce(sum(purchased), 0), coalesce(sum(earned), 0), coalesce(sum(debt), 0),
      coalesce(sum(held), 0), coalesce(sum(frozen), 0)
    FROM wallet),
  (holds_promotional, holds_purchased, holds_earned, open_holds) = (
    SELECT coalesce(sum(promotional), 0), coalesce(sum(purchased), 0), coalesce(sum(earned), 0),
      coalesce(sum(amount - captured), 0)
    FROM hold WHERE status = 'HELD'),
  (frozen_promotional, frozen_purchased) = (
    SELECT coalesce(sum(promotional), 0), coalesce(sum(purchased), 0) FROM dispute)
WHERE number = 1;

-- The orders that their sellers can still give back.
CREATE INDEX hold_returnable ON hold (ended_at) WHERE purpose = 'ORDER' AND status = 'CAPTURED';

-- The walks behind the proof, page by page: each account's row against its entries and lots, and each batch against its hash.
-- One row for the pass at hand, one for the last that is complete.
CREATE TYPE proof_walk AS ENUM ('ACCOUNTS', 'BATCHES');
CREATE TABLE proof_pass (
  walk         proof_walk  NOT NULL,
  complete     boolean     NOT NULL,
  begun_at     timestamptz NOT NULL,
  ended_at     timestamptz,
  up_to        bigint      NOT NULL DEFAULT 0, -- account or batch
  checked      bigint      NOT NULL DEFAULT 0, -- agents or batches
  wrong        bigint      NOT NULL DEFAULT 0,
  first_wrong  text,
  wrong_lots   bigint      NOT NULL DEFAULT 0, -- accounts whose lots are not their buckets
  wrong_held   bigint      NOT NULL DEFAULT 0, -- agents whose sum is not that of their open holds
  wrong_frozen bigint      NOT NULL DEFAULT 0, -- the same of open disputes
  -- By how much the rows of agents differ from their entries, together.
  promotional  bigint      NOT NULL DEFAULT 0,
  purchased    bigint      NOT NULL DEFAULT 0,
  earned       bigint      NOT NULL DEFAULT 0,
  debt         bigint      NOT NULL DEFAULT 0,
  held         bigint      NOT NULL DEFAULT 0,
  frozen       bigint      NOT NULL DEFAULT 0,
  PRIMARY KEY (walk, complete),
  CHECK (complete = (ended_at IS NOT NULL))
);
INSERT INTO proof_pass (walk, complete, begun_at) VALUES ('ACCOUNTS', false, now()), ('BATCHES', false, now());
