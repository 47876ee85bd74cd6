-- needs: citext
-- Types that not every PostgreSQL has.
CREATE EXTENSION citext;
CREATE TABLE every (id int PRIMARY KEY, citext citext UNIQUE, xml xml, list citext[]);
INSERT INTO every VALUES (1, 'CiText', '<a b="c">d</a>', '{A,b}');
CREATE TABLE user_name (name citext PRIMARY KEY);
CREATE TABLE message (id int PRIMARY KEY, user_name citext NOT NULL REFERENCES user_name);
INSERT INTO user_name VALUES ('Ada'), ('bo');
INSERT INTO message VALUES (1, 'ADA'), (2, 'ada'), (3, 'Bo');
