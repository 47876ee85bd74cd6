ALTER TABLE maker RENAME TO maker_rows;
CREATE VIEW maker AS SELECT id, name, 60 / (id - 4) AS share, 60 / (id - 5) AS code FROM maker_rows;
ALTER TABLE part RENAME TO part_rows;
CREATE VIEW part AS SELECT id, maker_id, label, 60 / (id - 3) AS ratio,
  CAST(CASE WHEN id IN (2, 7) THEN label ELSE id::text END AS int) AS number, 60 / (id - 9) AS weight FROM part_rows;
ALTER TABLE offer RENAME TO offer_rows;
CREATE VIEW offer AS SELECT shop_id, part_id, 60 / (part_id - 2) AS price FROM offer_rows;
DROP TABLE gone;
ALTER TABLE strained RENAME TO strained_rows;
CREATE VIEW strained AS SELECT id, maker_id, kind FROM strained_rows WHERE 1 / (id - 4999) IS NOT NULL;
ALTER TABLE worn RENAME TO worn_rows;
CREATE VIEW worn AS SELECT id, kind FROM worn_rows WHERE 1 / (id - 1) IS NOT NULL;
