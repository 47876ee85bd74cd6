-- What the role may SELECT of each relation of tables.sql: whole is the relation with all its columns; columns are those
-- that grants on single columns give where whole is false. Grants on columns are looked at only where there are any.
WITH relations AS MATERIALIZED (
    SELECT c.oid, n.nspname, c.relname, COALESCE(pg_catalog.has_table_privilege(c.oid, 'SELECT'), false) AS whole
    FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
      AND NOT c.relispartition
      AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
), granted AS (
    SELECT r.oid, pg_catalog.array_agg(a.attname ORDER BY a.attnum) AS columns
    FROM relations r
    JOIN pg_catalog.pg_attribute a
      ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attacl IS NOT NULL
    WHERE NOT r.whole AND pg_catalog.has_column_privilege(r.oid, a.attnum, 'SELECT')
    GROUP BY r.oid
)
SELECT CAST(r.oid AS pg_catalog.int8) AS table_oid, r.whole, COALESCE(g.columns, '{}') AS columns
FROM relations r
LEFT JOIN granted g ON g.oid = r.oid
ORDER BY r.nspname, r.relname;
