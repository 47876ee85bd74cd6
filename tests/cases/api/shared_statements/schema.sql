-- Statements that several requests share: those that find few rows, each by an index.
CREATE TABLE harbour (harbour_id int PRIMARY KEY, name text NOT NULL, code text NOT NULL UNIQUE, depth numeric(5, 2));
CREATE TABLE ship (
    ship_id int PRIMARY KEY,
    name text NOT NULL,
    home_id int REFERENCES harbour,
    built date
);
CREATE INDEX ON ship (home_id, ship_id);
CREATE TABLE berth (harbour_id int NOT NULL REFERENCES harbour, number int NOT NULL, ship_id int REFERENCES ship, PRIMARY KEY (harbour_id, number));
-- Nothing finds the visits of a ship.
CREATE TABLE visit (visit_id int PRIMARY KEY, ship_id int NOT NULL REFERENCES ship, days int NOT NULL);
INSERT INTO harbour VALUES (1, 'Agger', 'AGG', 9.50), (2, 'Brekke', 'BRE', 14.25), (3, 'Corvin', 'COR', NULL);
INSERT INTO ship SELECT n, 'ship ' || n, CASE WHEN n % 5 = 0 THEN NULL ELSE n % 2 + 1 END, date '2020-01-01' + n FROM generate_series(1, 30) n;
INSERT INTO berth SELECT harbour_id, number, CASE WHEN number < 3 THEN harbour_id * 9 + number END FROM harbour, generate_series(1, 4) number;
INSERT INTO visit SELECT n, n % 30 + 1, n FROM generate_series(1, 90) n;
