-- When an import said again what stood: an id, to be compared with those of history's events.
ALTER TABLE commerce_order_claim ADD COLUMN arrival BIGINT NOT NULL DEFAULT 0;
UPDATE commerce_order_claim SET arrival = import_id;
