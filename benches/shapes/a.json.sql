\set id 2500
SELECT json_build_object('track', (
    SELECT json_build_object('name', t.name, 'album', a.row)
    FROM track t
    LEFT JOIN LATERAL (SELECT json_build_object('title', a.title) AS row FROM album a WHERE a.album_id = t.album_id) a ON true
    WHERE t.track_id = :id))
