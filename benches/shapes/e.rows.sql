SELECT track_id, name, composer, milliseconds, bytes, unit_price FROM track ORDER BY track_id LIMIT 1000
