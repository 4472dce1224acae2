-- Orders of the whole store, newest first.
CREATE INDEX commerce_order_time ON commerce_order (ordered_at, id);
