-- What came of everything that was sold, written down once when the ledger has posted it: what figures are made of.

CREATE TABLE sale (
    -- The order, the month of a subscription, or the budget.
    id               text PRIMARY KEY,
    service_id       text        NOT NULL,
    at               timestamptz NOT NULL,
    -- What was released, fee included; zero where all of it went back.
    gross            bigint      NOT NULL CHECK (gross >= 0),
    fee              bigint      NOT NULL CHECK (fee BETWEEN 0 AND gross),
    -- Of orders only: how it ended, whether it was disputed, and from the beginning of the work to the first delivery.
    outcome          text,
    disputed         boolean,
    delivery_seconds double precision CHECK (delivery_seconds >= 0)
);

CREATE INDEX sale_of_service ON sale (service_id, at);
CREATE INDEX sale_at ON sale (at);
CREATE INDEX order_refund_posted ON order_refund (at) WHERE outcome = 'POSTED';

CREATE FUNCTION delivery_seconds_of(order_sought text) RETURNS double precision
    LANGUAGE sql STABLE
    RETURN (
        SELECT extract(epoch FROM delivery.at - (
            SELECT min(order_event.at) FROM order_event
            WHERE order_id = order_sought AND state = 'IN_PROGRESS'))
        FROM delivery WHERE order_id = order_sought AND number = 1);

INSERT INTO sale (id, service_id, at, gross, fee, outcome, disputed, delivery_seconds)
SELECT id, service_id, posted_at, seller_gross, fee, state,
       EXISTS (SELECT FROM dispute WHERE order_id = id), delivery_seconds_of(id)
FROM market_order WHERE posted_at IS NOT NULL;

INSERT INTO sale (id, service_id, at, gross, fee)
SELECT period_id, service_id, attempted_at, charged, subscription_period.fee
FROM subscription_period JOIN subscription ON subscription.id = subscription_id
WHERE payment = 'PAID';

INSERT INTO sale (id, service_id, at, gross, fee)
SELECT id, service_id, posted_at, seller_net + fee, fee FROM budget WHERE posted_at IS NOT NULL;
