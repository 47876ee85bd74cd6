WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."strained" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    2
)
SELECT
  0,
  "l0"."id",
  CAST(NULL AS "pg_catalog"."int8")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST(NULL AS "pg_catalog"."int4"),
    count(*)
  FROM
    "public"."strained" AS "t1"
)
UNION ALL
(
  SELECT
    2,
    "t2"."id",
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "public"."strained" AS "t2"
  ORDER BY
    "t2"."id" ASC
  LIMIT
    2
)
