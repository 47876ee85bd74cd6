-- Every domain. base_oid may be a domain again; not_null is its own, not that of a domain below it.
SELECT CAST(t.oid AS pg_catalog.int8) AS type_oid,
       CAST(t.typbasetype AS pg_catalog.int8) AS base_oid,
       t.typnotnull AS not_null,
       t.typndims AS dimensions
FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype = 'd'
ORDER BY n.nspname, t.typname;
