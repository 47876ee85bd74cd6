-- The labels of every enum, in their order.
SELECT CAST(t.oid AS pg_catalog.int8) AS type_oid,
       pg_catalog.array_agg(l.enumlabel ORDER BY l.enumsortorder) AS labels
FROM pg_catalog.pg_enum l
JOIN pg_catalog.pg_type t ON t.oid = l.enumtypid
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
GROUP BY n.nspname, t.typname, t.oid
ORDER BY n.nspname, t.typname;
