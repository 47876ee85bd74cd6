WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."item" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    1
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
    "public"."item" AS "t1"
)
UNION ALL
(
  SELECT
    2,
    "t2"."id",
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "public"."item" AS "t2"
  WHERE
    "t2"."id" = CAST($1 AS "pg_catalog"."int4")
)
-- $1 = "2"
