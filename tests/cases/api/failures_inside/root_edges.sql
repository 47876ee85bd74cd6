WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."label" AS "label",
    "t0"."ratio" AS "ratio"
  FROM
    "public"."part" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    5
)
SELECT
  0,
  "l0"."id",
  CAST(NULL AS "pg_catalog"."int8"),
  "l0"."label",
  "l0"."ratio"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST(NULL AS "pg_catalog"."int4"),
    count(*),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "public"."part" AS "t1"
)
