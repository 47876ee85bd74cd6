SELECT json_build_object('authors', json_build_object('nodes', coalesce(json_agg(json_build_object(
    'name', a.name, 'posts', json_build_object('nodes', p.rows)) ORDER BY a.id), '[]')))
FROM (SELECT id, name FROM author ORDER BY id LIMIT 50) a
CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('title', p.title, 'comments', json_build_object('nodes', c.rows)) ORDER BY p.id), '[]') AS rows
    FROM (SELECT id, title FROM post WHERE author_id = a.id ORDER BY id LIMIT 100) p
    CROSS JOIN LATERAL (
        SELECT coalesce(json_agg(json_build_object('body', c.body) ORDER BY c.id), '[]') AS rows
        FROM (SELECT id, body FROM comment WHERE post_id = p.id ORDER BY id LIMIT 10) c) c) p
