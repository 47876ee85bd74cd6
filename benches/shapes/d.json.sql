\set after 1000
WITH page AS (
    SELECT t.track_id, t.name, t.album_id, t.genre_id FROM track t WHERE t.track_id > :after ORDER BY t.track_id LIMIT 21
), kept AS (
    SELECT * FROM page ORDER BY track_id LIMIT 20
)
SELECT json_build_object('tracks', json_build_object(
    'totalCount', (SELECT count(*) FROM track),
    'pageInfo', json_build_object(
        'hasNextPage', (SELECT count(*) > 20 FROM page),
        'hasPreviousPage', EXISTS (SELECT FROM track WHERE track_id <= :after),
        'startCursor', (SELECT encode(convert_to('[' || min(track_id) || ']', 'UTF8'), 'base64') FROM kept),
        'endCursor', (SELECT encode(convert_to('[' || max(track_id) || ']', 'UTF8'), 'base64') FROM kept)),
    'edges', (
        SELECT coalesce(json_agg(json_build_object(
            'cursor', encode(convert_to('[' || k.track_id || ']', 'UTF8'), 'base64'),
            'node', json_build_object('trackId', k.track_id, 'name', k.name, 'album', a.row, 'genre', g.row)) ORDER BY k.track_id), '[]')
        FROM kept k
        LEFT JOIN LATERAL (SELECT json_build_object('title', a.title) AS row FROM album a WHERE a.album_id = k.album_id) a ON true
        LEFT JOIN LATERAL (SELECT json_build_object('name', g.name) AS row FROM genre g WHERE g.genre_id = k.genre_id) g ON true)))
