SELECT json_build_object('posts', json_build_object('nodes', coalesce(json_agg(json_build_object('rowId', p.id, 'title', p.title, 'views', p.views)), '[]')))
FROM (SELECT id, title, views FROM post ORDER BY id LIMIT 100000) p
