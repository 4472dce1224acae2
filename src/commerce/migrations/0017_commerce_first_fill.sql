-- One row while an import fills an empty store: indexes and search tokens are made at its end.
CREATE TABLE commerce_first_fill (
    begun_at BIGINT NOT NULL
);

-- Tokens that wait for that end, in no order.
CREATE TABLE commerce_token_heap (
    token TEXT NOT NULL,
    customer BIGINT NOT NULL
);

-- Customers whose fields and tokens are to be found out at that end.
CREATE TABLE commerce_customer_due (
    customer BIGINT NOT NULL PRIMARY KEY
);
