-- since: 180000
-- What PostgreSQL 18 brought.
CREATE TABLE target (id int PRIMARY KEY);
CREATE TABLE newer (
    id int PRIMARY KEY,
    twice int GENERATED ALWAYS AS (id * 2) VIRTUAL,
    late text,
    target_id int NOT NULL,
    CONSTRAINT newer_target FOREIGN KEY (target_id) REFERENCES target NOT ENFORCED
);
ALTER TABLE newer ADD CONSTRAINT newer_late NOT NULL late NOT VALID;
-- Nothing refers to a period by equality.
CREATE TABLE price (rooms int4range, valid int4range, PRIMARY KEY (rooms, valid WITHOUT OVERLAPS));
CREATE TABLE booking (rooms int4range, stay int4range, FOREIGN KEY (rooms, PERIOD stay) REFERENCES price (rooms, PERIOD valid));
CREATE TABLE parent (id int, note text);
CREATE TABLE child () INHERITS (parent);
ALTER TABLE parent ADD CONSTRAINT parent_note NOT NULL note NO INHERIT;
