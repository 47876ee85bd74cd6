-- Join tables.
CREATE TABLE playlist (playlist_id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE track (track_id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE playlist_track (playlist_id int REFERENCES playlist, track_id int REFERENCES track, position int NOT NULL, added timestamptz, node text, cursor text, PRIMARY KEY (playlist_id, track_id));
INSERT INTO playlist VALUES (1, 'morning'), (2, 'evening'), (3, 'empty');
INSERT INTO track VALUES (10, 'one'), (11, 'two'), (12, 'three'), (13, 'unused');
INSERT INTO playlist_track VALUES (1, 12, 1, NULL, 'n', 'c'), (1, 10, 2, '2025-01-01Z', NULL, NULL), (1, 11, 3, NULL, NULL, NULL), (2, 11, 1, NULL, NULL, NULL);
CREATE TABLE note (id int PRIMARY KEY, body text);
CREATE TABLE account (id int PRIMARY KEY, name text);
CREATE TABLE note_subscription (note_id int REFERENCES note, account_id int REFERENCES account, PRIMARY KEY (account_id, note_id));
INSERT INTO note VALUES (1, 'n1'), (2, 'n2');
INSERT INTO account VALUES (1, 'a1'), (2, 'a2');
INSERT INTO note_subscription VALUES (1, 1), (2, 1), (2, 2);
CREATE TABLE area (id int PRIMARY KEY, name text);
CREATE TABLE area_containment (ancestor int REFERENCES area, descendant int REFERENCES area, PRIMARY KEY (ancestor, descendant));
INSERT INTO area VALUES (1, 'world'), (2, 'europe'), (3, 'oslo');
INSERT INTO area_containment VALUES (1, 2), (1, 3), (2, 3);
CREATE TABLE own_key (id int PRIMARY KEY, playlist_id int REFERENCES playlist, note_id int REFERENCES note);
