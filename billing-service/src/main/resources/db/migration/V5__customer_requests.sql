-- People for whom Stripe was asked to make a customer, as long as it is not known what came of it.
CREATE TABLE stripe_customer_request (
  human_id     text        PRIMARY KEY,
  requested_at timestamptz NOT NULL
);
