SELECT json_build_object('tracks', json_build_object('nodes', coalesce(json_agg(json_build_object(
    'trackId', t.track_id, 'name', t.name, 'composer', t.composer, 'milliseconds', t.milliseconds, 'bytes', t.bytes,
    'unitPrice', CAST(t.unit_price AS text))), '[]')))
FROM (SELECT track_id, name, composer, milliseconds, bytes, unit_price FROM track ORDER BY track_id LIMIT 1000) t
