-- role: NOLOGIN
-- What the connected role may read, down to columns.
CREATE TABLE person (id int PRIMARY KEY, name text NOT NULL, salary int, boss_id int REFERENCES person);
INSERT INTO person VALUES (1, 'Ada', 100, NULL), (2, 'Bo', 50, 1);
GRANT SELECT (id, name, boss_id) ON person TO "{role}";
CREATE TABLE secret (id int PRIMARY KEY);
CREATE TABLE later (id int PRIMARY KEY);
INSERT INTO later VALUES (1);
GRANT SELECT ON later TO "{role}";
CREATE TABLE team (id int PRIMARY KEY, name text NOT NULL);
INSERT INTO team VALUES (1, 'seen'), (2, 'hidden');
ALTER TABLE team ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON team USING (name = 'seen');
CREATE TABLE member (id int PRIMARY KEY, team_id int NOT NULL REFERENCES team, person_id int NOT NULL REFERENCES person);
INSERT INTO member VALUES (1, 1, 1), (2, 2, 2);
CREATE TABLE keyed (hidden_key int PRIMARY KEY, shown text);
INSERT INTO keyed VALUES (1, 'a'), (2, 'b');
GRANT SELECT ON team, member TO "{role}";
GRANT SELECT (shown) ON keyed TO "{role}";
CREATE TABLE trimmed (id int PRIMARY KEY, kept text, lost text, lost_too text NOT NULL);
INSERT INTO trimmed VALUES (1, 'a', 'b', 'c'), (2, 'd', 'e', 'f');
GRANT SELECT ON trimmed TO "{role}";
