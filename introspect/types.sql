-- The types of the columns of tables.sql, and those that these are made of.
-- kind is typtype. element is the element's type of a true array, NULL for others (int2vector and its kind).
-- comparable: ORDER BY and < find a default btree operator class for the type itself, or for one that it is implicitly
-- taken for (varchar for text; not PostgreSQL's internal types, for which < is ambiguous). Operator classes that depend on
-- what a type is made of (anyarray, anyenum, anyrange) are not asked, but for int2vector and oidvector, made of numbers.
WITH RECURSIVE used (oid) AS (
    SELECT DISTINCT a.atttypid
    FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
      AND NOT c.relispartition
      AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
    UNION
    SELECT part.oid
    FROM used
    JOIN pg_catalog.pg_type t ON t.oid = used.oid
    CROSS JOIN LATERAL (
        SELECT t.typbasetype WHERE t.typbasetype <> 0
        UNION ALL
        SELECT t.typelem WHERE t.typelem <> 0
        UNION ALL
        SELECT a.atttypid FROM pg_catalog.pg_attribute a
        WHERE t.typtype = 'c' AND a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
    ) AS part (oid)
), comparable AS (
    SELECT o.opcintype AS oid
    FROM pg_catalog.pg_opclass o
    JOIN pg_catalog.pg_am m ON m.oid = o.opcmethod AND m.amname = 'btree'
    WHERE o.opcdefault
    UNION
    SELECT f.castsource
    FROM pg_catalog.pg_cast f
    JOIN pg_catalog.pg_type t ON t.oid = f.castsource AND t.typcategory <> 'Z'
    JOIN pg_catalog.pg_opclass o ON o.opcintype = f.casttarget AND o.opcdefault
    JOIN pg_catalog.pg_am m ON m.oid = o.opcmethod AND m.amname = 'btree'
    WHERE f.castmethod = 'b' AND f.castcontext = 'i'
    UNION
    VALUES (CAST('pg_catalog.int2vector' AS pg_catalog.regtype)), (CAST('pg_catalog.oidvector' AS pg_catalog.regtype))
)
SELECT CAST(t.oid AS pg_catalog.int8) AS oid,
       n.nspname AS schema,
       t.typname AS name,
       t.typtype AS kind,
       CAST(e.oid AS pg_catalog.int8) AS element,
       comparable.oid IS NOT NULL AS comparable,
       d.description AS comment
FROM used
JOIN pg_catalog.pg_type t ON t.oid = used.oid
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem AND e.typarray = t.oid
LEFT JOIN comparable ON comparable.oid = t.oid
LEFT JOIN pg_catalog.pg_description d
       ON d.classoid = CAST('pg_catalog.pg_type' AS pg_catalog.regclass) AND d.objoid = t.oid AND d.objsubid = 0
      AND n.nspname <> 'pg_catalog'
ORDER BY n.nspname, t.typname;
