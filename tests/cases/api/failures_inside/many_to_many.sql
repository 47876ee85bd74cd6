WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."name" AS "name"
  FROM
    "public"."shop" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."id",
  "l0"."name",
  CAST(NULL AS "pg_catalog"."int4"),
  CAST(NULL AS "pg_catalog"."int4"),
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "l0"."id",
    CAST(NULL AS "pg_catalog"."text"),
    "s"."t2_price",
    "s"."id",
    "s"."ratio"
  FROM
    (
      SELECT
        "l0"."id"
      FROM
        "l0"
      ORDER BY
        "l0"."id" ASC
      LIMIT
        100
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        "t2"."part_id" AS "t2_part_id",
        "t2"."price" AS "t2_price",
        "t1"."id" AS "id",
        "t1"."ratio" AS "ratio"
      FROM
        "public"."offer" AS "t2"
        INNER JOIN "public"."part" AS "t1" ON "t1"."id" = "t2"."part_id"
      WHERE
        "t2"."shop_id" = "l0"."id"
      ORDER BY
        "t2"."part_id" ASC
      LIMIT
        4
    ) AS "s" ON TRUE
)
