-- Every valid index. table_oid is the table that declares it, which may be a partition; those that a partition has from
-- its parent are not here.
-- columns are its key parts in order, NULL for an expression.
SELECT CAST(i.indrelid AS pg_catalog.int8) AS table_oid,
       x.relname AS name,
       pg_catalog.array_agg(a.attname ORDER BY part.position) AS columns,
       m.amname AS method,
       i.indisunique AS is_unique,
       i.indpred IS NOT NULL AS is_partial
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
JOIN pg_catalog.pg_am m ON m.oid = x.relam
JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL pg_catalog.unnest(i.indkey) WITH ORDINALITY AS part (number, position)
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = part.number AND a.attnum > 0
LEFT JOIN pg_catalog.pg_inherits attached ON attached.inhrelid = i.indexrelid
WHERE i.indisvalid
  AND part.position <= i.indnkeyatts
  AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
  AND attached.inhrelid IS NULL
GROUP BY i.indexrelid, x.oid, m.oid, c.oid, n.oid
ORDER BY n.nspname, c.relname, x.relname;
