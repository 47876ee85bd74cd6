WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."sold" AS "sold",
    "t0"."id" AS "id",
    "t0"."price" AS "price"
  FROM
    "public"."book" AS "t0"
  ORDER BY
    "t0"."sold" DESC,
    "t0"."price" ASC NULLS FIRST,
    "t0"."id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."sold",
  "l0"."id",
  "l0"."price",
  CAST(NULL AS "pg_catalog"."text")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."numeric"),
    "t1"."isbn"
  FROM
    "public"."book" AS "t1"
  ORDER BY
    "t1"."isbn" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    2,
    "t2"."id",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."numeric"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."book" AS "t2"
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
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."numeric"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."book" AS "t3"
  ORDER BY
    "t3"."id" ASC
  LIMIT
    101
)
