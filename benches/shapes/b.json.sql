SELECT json_build_object('artists', json_build_object('nodes', coalesce(json_agg(json_build_object(
    'name', a.name, 'albums', json_build_object('nodes', al.rows)) ORDER BY a.artist_id), '[]')))
FROM (SELECT artist_id, name FROM artist ORDER BY artist_id LIMIT 50) a
CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('title', al.title, 'tracks', json_build_object('nodes', t.rows)) ORDER BY al.album_id), '[]') AS rows
    FROM (SELECT album_id, title FROM album WHERE artist_id = a.artist_id ORDER BY album_id LIMIT 100) al
    CROSS JOIN LATERAL (
        SELECT coalesce(json_agg(json_build_object('name', t.name) ORDER BY t.track_id), '[]') AS rows
        FROM (SELECT track_id, name FROM track WHERE album_id = al.album_id ORDER BY track_id LIMIT 10) t) t) al
