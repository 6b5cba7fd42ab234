-- What the parties of an order say to each other, and files of deliveries with their hashes.

CREATE TABLE order_message (
    order_id text        NOT NULL REFERENCES market_order,
    number   int         NOT NULL CHECK (number > 0),
    party    text        NOT NULL CHECK (party IN ('BUYER', 'SELLER')),
    text     text        NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (order_id, number)
);

-- An array of {url, sha256}.
ALTER TABLE delivery ADD COLUMN files jsonb NOT NULL DEFAULT '[]';
