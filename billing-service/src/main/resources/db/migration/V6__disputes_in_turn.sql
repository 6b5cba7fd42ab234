-- Disputes of a payment of which another one is open: each is taken in when the one before it has ended.
CREATE TABLE waiting_dispute (
  stripe_dispute_id text        PRIMARY KEY,
  purchase_id       text        NOT NULL REFERENCES purchase,
  noticed_at        timestamptz NOT NULL
);
