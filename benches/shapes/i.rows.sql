SELECT id, title, views FROM post ORDER BY id LIMIT 100000
