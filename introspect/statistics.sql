-- What the planner knows about the values of readable columns. Of a table with children or partitions it is what is known
-- about all of them together, if that was gathered. top_frequency is the share of the most common value.
-- The view pg_stats asks for the privileges on every column of the database, those of indexes and partitions included,
-- before it looks what is joined to it. Only a plain list of names gets inside, which makes it twice as fast.
SELECT DISTINCT ON (s.schemaname, s.tablename, s.attname)
       CAST(c.oid AS pg_catalog.int8) AS table_oid,
       s.attname AS column_name,
       s.n_distinct,
       s.most_common_freqs[1] AS top_frequency,
       s.null_frac AS null_fraction
FROM pg_catalog.pg_stats s
JOIN pg_catalog.pg_namespace n ON n.nspname = s.schemaname
JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = s.tablename
WHERE c.relkind IN ('r', 'p', 'm', 'f')
  AND NOT c.relispartition
  AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
  AND s.tablename = ANY (ARRAY(
      SELECT t.relname
      FROM pg_catalog.pg_class t
      JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
      WHERE t.relkind IN ('r', 'p', 'm', 'f')
        AND NOT t.relispartition
        AND tn.nspname NOT LIKE 'pg\_%' AND tn.nspname <> 'information_schema'))
ORDER BY s.schemaname, s.tablename, s.attname, s.inherited DESC;
