-- Every unique index, with the constraint that it enforces, if any. table_oid is the table that declares it, which may be
-- a partition; those that a partition has from its parent are not here.
-- columns are its key parts in order, NULL for an expression, or for a column that the index takes as equal less often
-- than = does (a nondeterministic collation that the index replaces by another).
SELECT CAST(i.indrelid AS pg_catalog.int8) AS table_oid,
       x.relname AS name,
       pg_catalog.array_agg(CASE WHEN o.oid IS NULL THEN a.attname END ORDER BY part.position) AS columns,
       i.indisprimary AS is_primary,
       i.indimmediate AS is_immediate,
       i.indisvalid AS is_valid,
       i.indpred IS NOT NULL AS is_partial,
       COALESCE(dk.description, dx.description) AS comment
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL unnest(i.indkey, i.indcollation) WITH ORDINALITY AS part (number, used, position)
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = part.number AND a.attnum > 0
LEFT JOIN pg_catalog.pg_collation o
       ON o.oid = a.attcollation AND NOT o.collisdeterministic AND a.attcollation <> part.used
LEFT JOIN pg_catalog.pg_inherits attached ON attached.inhrelid = i.indexrelid
LEFT JOIN pg_catalog.pg_constraint k
       ON k.conindid = i.indexrelid AND k.conrelid = i.indrelid AND k.contype IN ('p', 'u')
LEFT JOIN pg_catalog.pg_description dk
       ON dk.classoid = CAST('pg_catalog.pg_constraint' AS pg_catalog.regclass) AND dk.objoid = k.oid AND dk.objsubid = 0
LEFT JOIN pg_catalog.pg_description dx
       ON dx.classoid = CAST('pg_catalog.pg_class' AS pg_catalog.regclass)
      AND dx.objoid = i.indexrelid AND dx.objsubid = 0
WHERE i.indisunique
  AND part.position <= i.indnkeyatts
  AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
  AND attached.inhrelid IS NULL
GROUP BY i.indexrelid, x.oid, c.oid, n.oid, dk.description, dx.description
ORDER BY n.nspname, c.relname, x.relname;
