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
    1
)
SELECT
  0,
  "l0"."id",
  CAST(NULL AS "pg_catalog"."int8"),
  "l0"."name",
  CAST(NULL AS "pg_catalog"."bool")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST(NULL AS "pg_catalog"."int4"),
    count(*),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    "public"."letter" AS "t1"
)
UNION ALL
(
  SELECT
    2,
    "t2"."id",
    CAST(NULL AS "pg_catalog"."int8"),
    "t2"."name",
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    "public"."letter" AS "t2"
  WHERE
    "t2"."id" > CAST($1 AS "pg_catalog"."int4")
  ORDER BY
    "t2"."id" ASC
  LIMIT
    1
)
UNION ALL
(
  SELECT
    3,
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."text"),
    (
      SELECT
        1
      FROM
        "public"."letter" AS "t3"
      WHERE
        "t3"."id" <= CAST($2 AS "pg_catalog"."int4")
      ORDER BY
        "t3"."id" DESC
      LIMIT
        1
    ) IS NOT NULL
)
UNION ALL
(
  SELECT
    4,
    "t4"."id",
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    "public"."empty" AS "t4"
  ORDER BY
    "t4"."id" ASC
  LIMIT
    1
)
-- $1 = "7", $2 = "7"
