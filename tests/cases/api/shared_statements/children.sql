WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."harbour_id" AS "harbour_id",
    "t0"."name" AS "name"
  FROM
    "public"."harbour" AS "t0"
  WHERE
    "t0"."harbour_id" = CAST($1 AS "pg_catalog"."int4")
)
SELECT
  0,
  "l0"."name",
  "l0"."harbour_id"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "s"."name",
    "l0"."harbour_id"
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t1"."ship_id" AS "ship_id",
        "t1"."name" AS "name"
      FROM
        "public"."ship" AS "t1"
      WHERE
        "t1"."home_id" = "l0"."harbour_id"
      ORDER BY
        "t1"."ship_id" ASC
      LIMIT
        4
    ) AS "s" ON TRUE
)
-- $1 = "2"
