WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."title" AS "title"
  FROM
    "public"."series" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."id",
  "l0"."title",
  CAST(NULL AS "pg_catalog"."int8")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."id",
    "t1"."title",
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "public"."series" AS "t1"
  WHERE
    "t1"."id" = CAST($1 AS "pg_catalog"."int4")
)
UNION ALL
(
  SELECT
    2,
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    count(*)
  FROM
    "public"."person" AS "t2"
)
UNION ALL
(
  SELECT
    3,
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    count(*)
  FROM
    "public"."people" AS "t3"
)
-- $1 = "1"
