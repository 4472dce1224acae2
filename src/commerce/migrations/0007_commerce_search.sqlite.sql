-- What customers and products are found by (search_tokens.h). No other index: what a customer's
-- tokens are follows from its row and profiles.
CREATE TABLE commerce_search_token (
    token TEXT NOT NULL,
    customer BIGINT NOT NULL,
    PRIMARY KEY (token, customer)
) WITHOUT ROWID;

CREATE TABLE commerce_product_token (
    token TEXT NOT NULL,
    product BIGINT NOT NULL,
    PRIMARY KEY (token, product)
) WITHOUT ROWID;

-- One row while customers or products that are older than these tables wait for their tokens:
-- those after these ids.
CREATE TABLE commerce_search_fill (
    customer BIGINT NOT NULL,
    product BIGINT NOT NULL
);
INSERT INTO commerce_search_fill (customer, product)
SELECT 0, 0 WHERE EXISTS (SELECT 1 FROM commerce_customer)
    OR EXISTS (SELECT 1 FROM commerce_product);
