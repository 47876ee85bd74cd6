SELECT a.title, (
    SELECT count(*) FROM album a
    WHERE EXISTS (SELECT FROM track t JOIN genre g ON g.genre_id = t.genre_id WHERE t.album_id = a.album_id AND g.name = 'Pilgrim 3')) AS total
FROM album a
WHERE EXISTS (SELECT FROM track t JOIN genre g ON g.genre_id = t.genre_id WHERE t.album_id = a.album_id AND g.name = 'Pilgrim 3')
ORDER BY a.album_id LIMIT 20
