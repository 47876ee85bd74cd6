WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."worn" AS "t0"
  WHERE
    "t0"."id" > CAST($1 AS "pg_catalog"."int4")
  ORDER BY
    "t0"."id" ASC
  LIMIT
    1
)
SELECT
  0,
  "l0"."id",
  CAST(NULL AS "pg_catalog"."bool")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST(NULL AS "pg_catalog"."int4"),
    (
      SELECT
        1
      FROM
        "public"."worn" AS "t1"
      WHERE
        "t1"."id" <= CAST($2 AS "pg_catalog"."int4")
      ORDER BY
        "t1"."id" DESC
      LIMIT
        1
    ) IS NOT NULL
)
-- $1 = "1", $2 = "1"
