-- Every foreign key, once: those that partitions have from their parent are not here. Tables may be partitions.
-- Keys with PERIOD (PostgreSQL 18) are left out: their columns are not compared by equality. The column that tells them
-- does not exist before, hence the detour through jsonb.
SELECT k.conname AS name,
       CAST(k.conrelid AS pg_catalog.int8) AS table_oid,
       pg_catalog.array_agg(s.attname ORDER BY part.position) AS columns,
       CAST(k.confrelid AS pg_catalog.int8) AS target_oid,
       pg_catalog.array_agg(t.attname ORDER BY part.position) AS target_columns,
       k.convalidated AS validated,
       d.description AS comment
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY AS part (number, target_number, position)
JOIN pg_catalog.pg_attribute s ON s.attrelid = k.conrelid AND s.attnum = part.number
JOIN pg_catalog.pg_attribute t ON t.attrelid = k.confrelid AND t.attnum = part.target_number
LEFT JOIN pg_catalog.pg_description d
       ON d.classoid = CAST('pg_catalog.pg_constraint' AS pg_catalog.regclass) AND d.objoid = k.oid AND d.objsubid = 0
WHERE k.contype = 'f'
  AND k.conparentid = 0
  AND COALESCE(pg_catalog.to_jsonb(k) ->> 'conperiod', 'false') = 'false'
GROUP BY k.oid, c.oid, n.oid, d.description
ORDER BY n.nspname, c.relname, k.conname;
