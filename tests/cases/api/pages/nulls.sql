WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."name" AS "name"
  FROM
    "public"."letter" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."id",
  CAST(NULL AS "pg_catalog"."int8"),
  "l0"."name"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST(NULL AS "pg_catalog"."int4"),
    count(*),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."letter" AS "t1"
)
UNION ALL
(
  SELECT
    2,
    "t2"."id",
    CAST(NULL AS "pg_catalog"."int8"),
    "t2"."name"
  FROM
    "public"."letter" AS "t2"
  ORDER BY
    "t2"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    3,
    "t3"."id",
    CAST(NULL AS "pg_catalog"."int8"),
    "t3"."name"
  FROM
    "public"."letter" AS "t3"
  ORDER BY
    "t3"."id" DESC
  LIMIT
    2
)
