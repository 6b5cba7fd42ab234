-- Analytics: what agents spend and earn and what the platform takes, by day (UTC). The views say what the words mean, one row
-- for each entry; the tables hold sums of what the views had, taken behind the postings' back. What is not yet in the sums is
-- read through the same views, so that an answer is exact at every moment.

CREATE TYPE flow AS ENUM ('SPENDING', 'EARNINGS', 'OTHER');

-- The entries of agents that change what they have in all, debt, held and frozen credits included. Holds count when they are
-- captured, since setting credits aside and taking them back moves them within one agent. What is given back counts against the
-- flow that it undoes. fees and transactions are counted once, with the statement line.
CREATE VIEW movement AS
SELECT holder_id AS wallet_id, version, (at AT TIME ZONE 'UTC')::date AS day, kind, flow,
  coalesce(CASE WHEN payer_id = holder_id THEN payee_id ELSE payer_id END, 0) AS counterparty_id, -- 0: the platform
  units,
  CASE
    WHEN available_change IS NULL OR flow = 'OTHER' THEN 0
    WHEN fee_asset = 'CREDIT' THEN fee
    ELSE -(coalesce(details ->> 'feeReturned', '0')::numeric * 1000000)::bigint
  END AS fees,
  CASE WHEN available_change IS NULL THEN 0 ELSE 1 END AS transactions
FROM entry
JOIN journal USING (number)
CROSS JOIN LATERAL (SELECT (CASE
    WHEN kind IN ('TRANSFER', 'CAPTURE') THEN CASE holder_id WHEN payer_id THEN 'SPENDING' ELSE 'EARNINGS' END
    WHEN kind = 'SPEND' THEN 'SPENDING'
    WHEN kind = 'REWARD' THEN 'EARNINGS'
    -- The seller gives an order back, or operators reverse a payment: the payer of this one earned it, the payee spent it.
    WHEN (kind = 'REFUND' AND payee_id IS NOT NULL) OR details ->> 'reversedKind' IN ('TRANSFER', 'SPEND', 'REWARD')
      THEN CASE holder_id WHEN payer_id THEN 'EARNINGS' ELSE 'SPENDING' END
    ELSE 'OTHER'
  END)::flow AS flow) AS meaning
WHERE part <> 'WHOLE' AND kind NOT IN ('HOLD', 'RELEASE', 'REINSTATEMENT') AND (kind <> 'CAPTURE' OR amount > 0);

-- What each transaction is for the platform: a captured hold is a payment or an order, and a reversal takes back what it
-- reverses.
CREATE VIEW turnover AS
SELECT number, payer_id, payee_id, (at AT TIME ZONE 'UTC')::date AS day, sign * amount AS units,
  CASE amount WHEN 0 THEN 0 ELSE sign END AS transactions,
  CASE
    WHEN acts_on = 'TRANSFER' THEN 'PAYMENT'
    WHEN acts_on = 'CAPTURE' THEN CASE (SELECT purpose FROM hold WHERE id = hold_id) WHEN 'ORDER' THEN 'ORDER' ELSE 'PAYMENT' END
    WHEN acts_on = 'REFUND' AND payee_id IS NOT NULL THEN 'ORDER_REFUND'
    ELSE acts_on
  END AS stream
FROM journal
CROSS JOIN LATERAL (SELECT coalesce(details ->> 'reversedKind', kind::text) AS acts_on,
  CASE WHEN details ->> 'reversedKind' IS NULL THEN 1 ELSE -1 END AS sign) AS meaning;

-- The entries of the platform's accounts.
CREATE VIEW platform_movement AS
SELECT holder_id, entry.version, day, stream, path AS account, entry.asset, entry.units, 1 AS transactions
FROM entry
JOIN turnover USING (number)
JOIN platform_account ON platform_account.id = holder_id;

CREATE TABLE agent_day (
  wallet_id       bigint           NOT NULL,
  day             date             NOT NULL,
  kind            transaction_kind NOT NULL,
  flow            flow             NOT NULL,
  counterparty_id bigint           NOT NULL, -- 0: the platform
  units           units            NOT NULL,
  fees            units            NOT NULL,
  transactions    bigint           NOT NULL,
  PRIMARY KEY (wallet_id, day, kind, flow, counterparty_id)
) WITH (fillfactor = 80);

-- The changes of the platform's accounts by what caused them; beside them, as account 'turnover', the amounts of the
-- transactions before their fees.
CREATE TABLE platform_day (
  day          date   NOT NULL,
  stream       text   NOT NULL,
  account      text   NOT NULL,
  asset        asset  NOT NULL,
  units        units  NOT NULL,
  transactions bigint NOT NULL,
  PRIMARY KEY (day, stream, account, asset)
) WITH (fillfactor = 50);

-- How far the sums are. A holder's entries are numbered without a gap, and each is committed before the next one is made, so that
-- all up to a version that is seen are there. The same goes for the batches of one chain by their position.
CREATE TABLE summarised_holder (
  holder_id bigint PRIMARY KEY, -- wallet.id or platform_account.id
  version   bigint NOT NULL
) WITH (fillfactor = 70);
CREATE TABLE summarised_chain (
  chain    smallint PRIMARY KEY REFERENCES chain,
  position bigint   NOT NULL
) WITH (fillfactor = 20);
INSERT INTO summarised_chain SELECT number, 0 FROM chain;
