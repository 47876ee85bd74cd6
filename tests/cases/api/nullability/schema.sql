-- Where null may be, and where it may not.
CREATE TABLE target (id int PRIMARY KEY);
INSERT INTO target VALUES (1);
CREATE TABLE every (
    id int PRIMARY KEY, a int NOT NULL, b int, js json NOT NULL, jb jsonb NOT NULL, f4 float4 NOT NULL, f8 float8 NOT NULL, floats float8[] NOT NULL,
    target_id int NOT NULL REFERENCES target, maybe_id int REFERENCES target, unproved_id int NOT NULL
);
ALTER TABLE every ADD CONSTRAINT unproved FOREIGN KEY (unproved_id) REFERENCES target NOT VALID;
CREATE VIEW shown AS SELECT id, a FROM every;
CREATE MATERIALIZED VIEW kept AS SELECT id, a FROM every;
INSERT INTO every VALUES (1, 1, 1, 'null', 'null', 'NaN', 'Infinity', '{NaN}', 1, NULL, 1);
