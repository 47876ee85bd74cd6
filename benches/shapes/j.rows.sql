SELECT a.id, a.name, p.id, p.title, c.body
FROM (SELECT id, name FROM author ORDER BY id LIMIT 50) a
LEFT JOIN LATERAL (SELECT id, title FROM post WHERE author_id = a.id ORDER BY id LIMIT 100) p ON true
LEFT JOIN LATERAL (SELECT id, body FROM comment WHERE post_id = p.id ORDER BY id LIMIT 10) c ON true
