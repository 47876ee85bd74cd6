-- Every table, partitioned table, view, materialized view and foreign table that belongs to no extension. Partitions are
-- not here: their rows are their parent's.
-- kind is relkind. is_filled is false for a materialized view that was never refreshed. estimated_rows counts the children
-- and partitions in, as a query does; NULL if never analysed.
WITH RECURSIVE descendants (ancestor, oid) AS (
    SELECT i.inhparent, i.inhrelid
    FROM pg_catalog.pg_inherits i
    JOIN pg_catalog.pg_class c ON c.oid = i.inhparent AND c.relkind IN ('r', 'p', 'f')
    UNION
    SELECT d.ancestor, i.inhrelid
    FROM descendants d
    JOIN pg_catalog.pg_inherits i ON i.inhparent = d.oid
), below AS (
    SELECT d.ancestor AS oid, sum(c.reltuples) FILTER (WHERE c.relkind <> 'p' AND c.reltuples >= 0) AS rows
    FROM descendants d
    JOIN pg_catalog.pg_class c ON c.oid = d.oid
    GROUP BY d.ancestor
)
SELECT CAST(c.oid AS pg_catalog.int8) AS oid,
       n.nspname AS schema,
       c.relname AS name,
       c.relkind AS kind,
       d.description AS comment,
       c.relispopulated AS is_filled,
       below.oid IS NOT NULL AND c.relkind <> 'p' AS has_children,
       c.relrowsecurity AND pg_catalog.row_security_active(c.oid) AS row_security,
       CASE WHEN c.relkind = 'v' THEN NULL
            WHEN c.relkind = 'p' AND c.reltuples >= 0 THEN c.reltuples
            WHEN c.relkind = 'p' THEN below.rows
            ELSE COALESCE(NULLIF(c.reltuples, -1) + COALESCE(below.rows, 0), below.rows)
       END AS estimated_rows
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN below ON below.oid = c.oid
LEFT JOIN pg_catalog.pg_description d
       ON d.classoid = CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND d.objoid = c.oid AND d.objsubid = 0
LEFT JOIN pg_catalog.pg_depend e
       ON e.classid = CAST('pg_catalog.pg_class' AS pg_catalog.regclass) AND e.objid = c.oid AND e.objsubid = 0
      AND e.deptype = 'e'
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND NOT c.relispartition
  AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
  AND e.objid IS NULL
ORDER BY n.nspname, c.relname;
