SELECT json_build_object('nodes', json_agg(CASE k.kind
    WHEN 'album' THEN (SELECT json_build_object('title', a.title) FROM album a WHERE a.album_id = k.id)
    WHEN 'artist' THEN (SELECT json_build_object('name', a.name) FROM artist a WHERE a.artist_id = k.id)
    END ORDER BY k.n))
FROM unnest(
    CAST('{album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist,album,artist}' AS text[]),
    CAST('{1,1,38,32,75,63,112,94,149,125,186,156,223,187,260,218,297,249,334,5,24,36,61,67,98,98,135,129,172,160,209,191,246,222,283,253,320,9,10,40,47,71,84,102,121,133,158,164,195,195,232,226,269,257,306,13,343,44,33,75,70,106,107,137,144,168,181,199,218,230,255,261,292,17,329,48,19,79,56,110,93,141,130,172,167,203,204,234,241,265,278,21,315,52,5,83,42,114,79,145}' AS int[])) WITH ORDINALITY k (kind, id, n)
