ALTER TYPE late RENAME VALUE 'old' TO 'new';
