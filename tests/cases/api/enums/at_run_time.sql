ALTER TYPE late ADD VALUE 'new';
INSERT INTO later VALUES (2, 'new');
