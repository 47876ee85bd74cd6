WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."harbour_id" AS "harbour_id"
  FROM
    "public"."harbour" AS "t0"
  WHERE
    "t0"."harbour_id" = CAST($1 AS "pg_catalog"."int4")
)
SELECT
  0,
  "l0"."harbour_id",
  CAST(NULL AS "pg_catalog"."int8"),
  CAST(NULL AS "pg_catalog"."text")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "l0"."harbour_id",
    CAST(NULL AS "pg_catalog"."int8"),
    "s"."name"
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
        3
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    2,
    "l0"."harbour_id",
    "s"."n",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        count(*) AS "n"
      FROM
        "public"."ship" AS "t2"
      WHERE
        "t2"."home_id" = "l0"."harbour_id"
    ) AS "s" ON TRUE
)
-- $1 = "2"
