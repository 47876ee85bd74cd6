\set id 2500
SELECT t.name, a.title FROM track t LEFT JOIN album a ON a.album_id = t.album_id WHERE t.track_id = :id
