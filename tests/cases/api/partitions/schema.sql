-- A partition's rows are its parent's.
CREATE TABLE station (id int PRIMARY KEY, name text);
INSERT INTO station VALUES (1, 'one'), (2, 'two');
CREATE TABLE sighting (at date, id int, station_id int REFERENCES station, what text, PRIMARY KEY (at, id)) PARTITION BY RANGE (at);
CREATE TABLE sighting_1 PARTITION OF sighting FOR VALUES FROM ('2025-01-01') TO ('2025-02-01');
CREATE TABLE sighting_2 PARTITION OF sighting FOR VALUES FROM ('2025-02-01') TO ('2025-03-01');
INSERT INTO sighting VALUES ('2025-02-02', 2, 1, 'owl'), ('2025-01-01', 1, 1, 'fox'), ('2025-02-01', 3, NULL, 'lynx');
CREATE TABLE event (id int, kind int, station_id int, PRIMARY KEY (id, kind)) PARTITION BY LIST (kind);
CREATE TABLE event_a PARTITION OF event FOR VALUES IN (1);
CREATE TABLE event_b PARTITION OF event FOR VALUES IN (2);
ALTER TABLE event_a ALTER station_id SET NOT NULL, ADD FOREIGN KEY (station_id) REFERENCES station;
INSERT INTO event VALUES (1, 1, 1), (2, 2, 99);
