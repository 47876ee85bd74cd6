-- Partitions are not tables; what all of them declare counts for the table.
CREATE TABLE customer (id int PRIMARY KEY);
CREATE TABLE sale (
    day date NOT NULL,
    id int NOT NULL,
    customer_id int,
    shop text,
    ticket int,
    half int,
    part int,
    PRIMARY KEY (day, shop, id)
) PARTITION BY RANGE (day);
-- Another order of columns than the parent's, and a column that was dropped.
CREATE TABLE sale_2020 (dropped int, part int, half int, ticket int, shop text NOT NULL, customer_id int, id int NOT NULL, day date NOT NULL);
ALTER TABLE sale_2020 DROP COLUMN dropped;
ALTER TABLE sale ATTACH PARTITION sale_2020 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE sale_2021 PARTITION OF sale FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') PARTITION BY LIST (shop);
CREATE TABLE sale_2021_a PARTITION OF sale_2021 FOR VALUES IN ('a');
CREATE TABLE sale_2021_b PARTITION OF sale_2021 DEFAULT;

-- On partitions only: a foreign key of some.
ALTER TABLE sale_2020 ADD CONSTRAINT sale_2020_customer FOREIGN KEY (customer_id) REFERENCES customer;
ALTER TABLE sale_2021_a ADD CONSTRAINT sale_2021_a_customer FOREIGN KEY (customer_id) REFERENCES customer;

-- A key, as equal rows meet in one partition: day and shop are in it.
CREATE UNIQUE INDEX sale_2020_ticket ON sale_2020 (ticket, day, shop);
CREATE UNIQUE INDEX sale_2021_a_ticket ON sale_2021_a (day, shop, ticket);
CREATE UNIQUE INDEX sale_2021_b_ticket ON sale_2021_b (day, shop, ticket);
-- No key: one partition has none, or shop, which decides the partition, is not in it.
CREATE UNIQUE INDEX sale_2020_half ON sale_2020 (half, day, shop);
CREATE UNIQUE INDEX sale_2021_a_half ON sale_2021_a (half, day, shop);
CREATE UNIQUE INDEX sale_2020_part ON sale_2020 (part, day);
CREATE UNIQUE INDEX sale_2021_a_part ON sale_2021_a (part, day);
CREATE UNIQUE INDEX sale_2021_b_part ON sale_2021_b (part, day);
-- An index of all partitions, one of some, one of the parent.
CREATE INDEX ON sale_2020 (customer_id);
CREATE INDEX ON sale_2021 (customer_id);
CREATE INDEX ON sale_2020 (half);
CREATE INDEX sale_part ON sale (part);

-- Declared on the table, so that each partition has it too: one key, checked.
CREATE TABLE refund (id int, sale_day date, sale_shop text, sale_id int) PARTITION BY HASH (id);
CREATE TABLE refund_0 PARTITION OF refund FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE refund_1 PARTITION OF refund FOR VALUES WITH (MODULUS 2, REMAINDER 1);
ALTER TABLE refund ADD CONSTRAINT refund_sale FOREIGN KEY (sale_day, sale_shop, sale_id) REFERENCES sale;
ALTER TABLE refund_0 ADD CONSTRAINT a_refund_0_sale FOREIGN KEY (sale_day, sale_shop, sale_id) REFERENCES sale;

-- To one partition: by a key of the whole table, and by one that others may repeat.
CREATE TABLE note (
    day date,
    shop text,
    id int,
    part int,
    CONSTRAINT note_sale FOREIGN KEY (day, shop, id) REFERENCES sale_2020 (day, shop, id),
    CONSTRAINT note_part FOREIGN KEY (part, day) REFERENCES sale_2021_b (part, day)
);

-- An index of the parent alone, which is not valid before all partitions have it.
CREATE TABLE pending (id int, code int) PARTITION BY RANGE (id);
CREATE TABLE pending_0 PARTITION OF pending FOR VALUES FROM (0) TO (10);
CREATE UNIQUE INDEX pending_key ON ONLY pending (id);
-- By an expression: nothing can be said.
CREATE TABLE computed (id int NOT NULL, code int) PARTITION BY RANGE (abs(id));
CREATE TABLE computed_0 PARTITION OF computed FOR VALUES FROM (0) TO (10);
CREATE UNIQUE INDEX computed_0_id ON computed_0 (id);
CREATE TABLE empty (id int) PARTITION BY RANGE (id);
