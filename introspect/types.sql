-- The types of the columns of tables.sql, and those that these are made of.
-- kind is typtype. element is the element's type of a true array, NULL for others (int2vector and its kind).
-- equality: the schema of the operator = by which a default operator class of hash or btree finds equal values, NULL if there
-- is none. (box has a =, too, but it compares areas.) comparable: ORDER BY and < find a default btree operator class. Both
-- for the type itself, or for one that it is implicitly taken for (varchar for text; not PostgreSQL's internal types, for
-- which < is ambiguous). Operator classes that depend on what a type is made of (anyarray, anyenum, anyrange) are not asked,
-- but for int2vector and oidvector, made of numbers. textual: it is a string, which LIKE and regular expressions take.
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
), class AS (
    SELECT o.opcintype AS oid, m.amname = 'btree' AS comparable, n.nspname AS equality
    FROM pg_catalog.pg_opclass o
    JOIN pg_catalog.pg_am m ON m.oid = o.opcmethod AND m.amname IN ('btree', 'hash')
    JOIN pg_catalog.pg_amop a ON a.amopfamily = o.opcfamily
     AND a.amoplefttype = o.opcintype AND a.amoprighttype = o.opcintype
     AND a.amopstrategy = CASE m.amname WHEN 'btree' THEN 3 ELSE 1 END
    JOIN pg_catalog.pg_operator p ON p.oid = a.amopopr
    JOIN pg_catalog.pg_namespace n ON n.oid = p.oprnamespace
    WHERE o.opcdefault
), taken AS (
    SELECT f.castsource AS oid, f.casttarget AS target
    FROM pg_catalog.pg_cast f
    JOIN pg_catalog.pg_type t ON t.oid = f.castsource AND t.typcategory <> 'Z'
    WHERE f.castmethod = 'b' AND f.castcontext = 'i'
), operators AS (
    SELECT found.oid, bool_or(found.comparable) AS comparable,
           (array_agg(found.equality ORDER BY found.own DESC, found.equality))[1] AS equality
    FROM (
        SELECT class.oid, class.comparable, class.equality, true AS own FROM class
        UNION ALL
        SELECT taken.oid, class.comparable, class.equality, false FROM taken JOIN class ON class.oid = taken.target
        UNION ALL
        VALUES (CAST(CAST('pg_catalog.int2vector' AS pg_catalog.regtype) AS pg_catalog.oid), true,
                CAST('pg_catalog' AS pg_catalog.name), true),
               (CAST('pg_catalog.oidvector' AS pg_catalog.regtype), true, 'pg_catalog', true)
    ) AS found
    GROUP BY found.oid
), textual AS (
    SELECT p.oprleft AS oid
    FROM pg_catalog.pg_operator p
    WHERE p.oprname IN ('~~', '~~*', '~', '~*')
      AND p.oprright IN (p.oprleft, CAST('pg_catalog.text' AS pg_catalog.regtype))
    GROUP BY p.oprleft
    HAVING count(DISTINCT p.oprname) = 4
    UNION
    SELECT taken.oid FROM taken WHERE taken.target = CAST('pg_catalog.text' AS pg_catalog.regtype)
)
SELECT CAST(t.oid AS pg_catalog.int8) AS oid,
       n.nspname AS schema,
       t.typname AS name,
       t.typtype AS kind,
       CAST(e.oid AS pg_catalog.int8) AS element,
       COALESCE(operators.comparable, false) AS comparable,
       operators.equality,
       t.typcategory = 'S' AND textual.oid IS NOT NULL AS textual,
       d.description AS comment
FROM used
JOIN pg_catalog.pg_type t ON t.oid = used.oid
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem AND e.typarray = t.oid
LEFT JOIN operators ON operators.oid = t.oid
LEFT JOIN textual ON textual.oid = t.oid
LEFT JOIN pg_catalog.pg_description d
       ON d.classoid = CAST('pg_catalog.pg_type' AS pg_catalog.regclass) AND d.objoid = t.oid AND d.objsubid = 0
      AND n.nspname <> 'pg_catalog'
ORDER BY n.nspname, t.typname;
