ALTER TABLE customers ADD PRIMARY KEY (id);
CREATE INDEX customers_first ON customers (lower(first_name) text_pattern_ops);
CREATE INDEX customers_last ON customers (lower(last_name) text_pattern_ops);
CREATE INDEX customers_email ON customers (lower(email) text_pattern_ops);
CREATE INDEX customers_phone ON customers (phone text_pattern_ops);
ALTER TABLE orders ADD PRIMARY KEY (id);
CREATE INDEX orders_time ON orders (ordered_at);
CREATE INDEX orders_customer ON orders (customer, ordered_at) INCLUDE (status, total_minor);
