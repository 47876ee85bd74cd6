SELECT json_build_object('albums', json_build_object(
    'totalCount', (
        SELECT count(*) FROM album a
        WHERE EXISTS (SELECT FROM track t JOIN genre g ON g.genre_id = t.genre_id WHERE t.album_id = a.album_id AND g.name = 'Pilgrim 3')),
    'nodes', (
        SELECT coalesce(json_agg(json_build_object('title', p.title) ORDER BY p.album_id), '[]')
        FROM (
            SELECT a.album_id, a.title FROM album a
            WHERE EXISTS (SELECT FROM track t JOIN genre g ON g.genre_id = t.genre_id WHERE t.album_id = a.album_id AND g.name = 'Pilgrim 3')
            ORDER BY a.album_id LIMIT 20) p)))
