SELECT track_id, name, milliseconds FROM track ORDER BY name, track_id LIMIT 100
