SELECT json_build_object(
    't0', (SELECT json_build_object('name', name, 'milliseconds', milliseconds) FROM track WHERE track_id = 1),
    't1', (SELECT json_build_object('name', name, 'milliseconds', milliseconds) FROM track WHERE track_id = 8),
    't2', (SELECT json_build_object('name', name, 'milliseconds', milliseconds) FROM track WHERE track_id = 15),
    't3', (SELECT json_build_object('name', name, 'milliseconds', milliseconds) FROM track WHERE track_id = 22),
    't4', (SELECT json_build_object('name', name, 'milliseconds', milliseconds) FROM track WHERE track_id = 29),
    't5', (SELECT json_build_object('name', name, 'milliseconds', milliseconds) FROM track WHERE track_id = 36),
    't6', (SELECT json_build_object('name', name, 'milliseconds', milliseconds) FROM track WHERE track_id = 43),
    't7', (SELECT json_build_object('name', name, 'milliseconds', milliseconds) FROM track WHERE track_id = 50),
    't8', (SELECT json_build_object('name', name, 'milliseconds', milliseconds) FROM track WHERE track_id = 57),
    't9', (SELECT json_build_object('name', name, 'milliseconds', milliseconds) FROM track WHERE track_id = 64))
