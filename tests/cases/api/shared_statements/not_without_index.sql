WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."ship_id" AS "ship_id",
    "t0"."name" AS "name"
  FROM
    "public"."ship" AS "t0"
  WHERE
    "t0"."ship_id" = CAST($1 AS "pg_catalog"."int4")
)
SELECT
  0,
  "l0"."name",
  "l0"."ship_id",
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST(NULL AS "pg_catalog"."text"),
    "l0"."ship_id",
    "s"."days"
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t1"."visit_id" AS "visit_id",
        "t1"."days" AS "days"
      FROM
        "public"."visit" AS "t1"
      WHERE
        "t1"."ship_id" = "l0"."ship_id"
      ORDER BY
        "t1"."visit_id" ASC
      LIMIT
        3
    ) AS "s" ON TRUE
)
-- $1 = "7"
