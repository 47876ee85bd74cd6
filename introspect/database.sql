-- The database and the role that asks: one row.
-- search_path holds the existing schemas of the search path on which the role has USAGE, in its order; search_path_setting
-- is the setting as it stands.
SELECT pg_catalog.current_database() AS name,
       CAST(pg_catalog.current_setting('server_version_num') AS pg_catalog.int4) AS server_version,
       CURRENT_USER AS role,
       (SELECT s.source = 'default' FROM pg_catalog.pg_settings s WHERE s.name = 'random_page_cost') AS random_page_cost_is_default,
       pg_catalog.current_schemas(false) AS search_path,
       pg_catalog.current_setting('search_path') AS search_path_setting;
