\set after 1000
SELECT p.track_id, p.name, a.title, g.name AS genre,
    (SELECT count(*) FROM track) AS total, EXISTS (SELECT FROM track WHERE track_id <= :after) AS has_previous
FROM (SELECT track_id, name, album_id, genre_id FROM track WHERE track_id > :after ORDER BY track_id LIMIT 21) p
LEFT JOIN album a ON a.album_id = p.album_id
LEFT JOIN genre g ON g.genre_id = p.genre_id
ORDER BY p.track_id
