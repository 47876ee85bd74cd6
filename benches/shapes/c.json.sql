SELECT json_build_object('tracks', json_build_object('nodes', coalesce(json_agg(json_build_object(
    'trackId', t.track_id, 'name', t.name, 'milliseconds', t.milliseconds)), '[]')))
FROM (SELECT track_id, name, milliseconds FROM track ORDER BY name, track_id LIMIT 100) t
