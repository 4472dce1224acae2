CREATE TABLE customers (
    id bigint, first_name text, last_name text, email text, phone text, city text, country text
);
CREATE TABLE orders (
    id bigint, customer bigint NOT NULL, ordered_at timestamp NOT NULL, status text NOT NULL,
    total_minor bigint NOT NULL
);
CREATE TABLE loaded (name text PRIMARY KEY);
