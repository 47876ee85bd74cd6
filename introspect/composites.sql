-- The types of the attributes of every composite type that was created as such (not the row types of tables).
SELECT CAST(t.oid AS pg_catalog.int8) AS type_oid,
       pg_catalog.array_agg(CAST(a.atttypid AS pg_catalog.int8) ORDER BY a.attnum) AS attribute_oids
FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
JOIN pg_catalog.pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
GROUP BY n.nspname, t.typname, t.oid
ORDER BY n.nspname, t.typname;
