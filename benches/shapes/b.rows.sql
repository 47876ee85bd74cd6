SELECT a.artist_id, a.name AS artist, al.album_id, al.title, t.name
FROM (SELECT artist_id, name FROM artist ORDER BY artist_id LIMIT 50) a
LEFT JOIN LATERAL (SELECT album_id, title FROM album WHERE artist_id = a.artist_id ORDER BY album_id LIMIT 100) al ON true
LEFT JOIN LATERAL (SELECT track_id, name FROM track WHERE album_id = al.album_id ORDER BY track_id LIMIT 10) t ON true
