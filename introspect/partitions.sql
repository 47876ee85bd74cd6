-- Every partitioned table and every partition, down from the roots (which have no parent).
-- key_columns are the columns of its own partition key (NULL among them for an expression), NULL if it is not partitioned.
WITH RECURSIVE tree (root, parent, oid) AS (
    SELECT c.oid, CAST(NULL AS pg_catalog.oid), c.oid
    FROM pg_catalog.pg_class c
    WHERE c.relkind = 'p' AND NOT c.relispartition
    UNION ALL
    SELECT t.root, t.oid, i.inhrelid
    FROM tree t
    JOIN pg_catalog.pg_inherits i ON i.inhparent = t.oid
), keys AS (
    SELECT p.partrelid AS oid, pg_catalog.array_agg(a.attname ORDER BY part.position) AS columns
    FROM pg_catalog.pg_partitioned_table p
    CROSS JOIN LATERAL pg_catalog.unnest(p.partattrs) WITH ORDINALITY AS part (number, position)
    LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = p.partrelid AND a.attnum = part.number AND a.attnum > 0
    GROUP BY p.partrelid
)
SELECT CAST(t.oid AS pg_catalog.int8) AS oid,
       CAST(t.root AS pg_catalog.int8) AS root,
       CAST(t.parent AS pg_catalog.int8) AS parent,
       keys.columns AS key_columns
FROM tree t
JOIN pg_catalog.pg_class c ON c.oid = t.oid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN keys ON keys.oid = t.oid
ORDER BY n.nspname, c.relname;
