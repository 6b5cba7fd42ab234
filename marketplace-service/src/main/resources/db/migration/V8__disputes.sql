-- What there is to rule, oldest first, and how much of it is overdue.

CREATE INDEX market_order_disputed ON market_order (id) WHERE state = 'DISPUTED';
