-- The columns of all relations of tables.sql, in order of their attribute numbers.
-- not_null holds for every row that a query of the table returns: not where a child that inherits the column may hold
-- NULLs, nor where existing rows were not checked (NOT VALID, PostgreSQL 18).
-- loosely_equal: its collation holds texts equal that are not the same, so that patterns cannot be matched under it.
WITH RECURSIVE descendants (ancestor, oid) AS (
    SELECT i.inhparent, i.inhrelid
    FROM pg_catalog.pg_inherits i
    JOIN pg_catalog.pg_class c ON c.oid = i.inhparent AND c.relkind IN ('r', 'f')
    UNION
    SELECT d.ancestor, i.inhrelid
    FROM descendants d
    JOIN pg_catalog.pg_inherits i ON i.inhparent = d.oid
), unchecked AS (
    SELECT k.conrelid AS oid, k.conkey[1] AS number
    FROM pg_catalog.pg_constraint k
    WHERE k.contype = 'n' AND NOT k.convalidated AND k.conrelid <> 0
), nullable_below AS (
    SELECT DISTINCT d.ancestor AS oid, a.attname AS name
    FROM descendants d
    JOIN pg_catalog.pg_attribute a ON a.attrelid = d.oid AND a.attnum > 0
    LEFT JOIN unchecked u ON u.oid = a.attrelid AND u.number = a.attnum
    WHERE NOT a.attnotnull OR u.oid IS NOT NULL
)
SELECT CAST(c.oid AS pg_catalog.int8) AS table_oid,
       a.attname AS name,
       CAST(a.atttypid AS pg_catalog.int8) AS type_oid,
       a.attndims AS dimensions,
       a.attnotnull AND u.oid IS NULL AND below.oid IS NULL AS not_null,
       CASE WHEN a.attgenerated = '' THEN pg_catalog.pg_get_expr(f.adbin, f.adrelid) END AS "default",
       a.attidentity <> '' AS identity,
       a.attgenerated <> '' AS generated,
       COALESCE(NOT l.collisdeterministic, false) AS loosely_equal,
       d.description AS comment
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN unchecked u ON u.oid = a.attrelid AND u.number = a.attnum
LEFT JOIN nullable_below below ON below.oid = a.attrelid AND below.name = a.attname
LEFT JOIN pg_catalog.pg_collation l ON l.oid = a.attcollation
LEFT JOIN pg_catalog.pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
LEFT JOIN pg_catalog.pg_description d
       ON d.classoid = CAST('pg_catalog.pg_class' AS pg_catalog.regclass)
      AND d.objoid = a.attrelid AND d.objsubid = a.attnum
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND NOT c.relispartition
  AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
ORDER BY n.nspname, c.relname, a.attnum;
