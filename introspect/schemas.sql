-- Every schema that is not PostgreSQL's own, and whether the role may use what is in it.
SELECT n.nspname AS name,
       COALESCE(pg_catalog.has_schema_privilege(n.oid, 'USAGE'), false) AS usable,
       d.description AS comment
FROM pg_catalog.pg_namespace n
LEFT JOIN pg_catalog.pg_description d
       ON d.classoid = CAST('pg_catalog.pg_namespace' AS pg_catalog.regclass) AND d.objoid = n.oid AND d.objsubid = 0
WHERE n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
ORDER BY n.nspname;
