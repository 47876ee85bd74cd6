WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."part" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    2 OFFSET CAST($1 AS pg_catalog.int8)
)
SELECT
  0,
  "l0"."id",
  CAST(NULL AS "pg_catalog"."int4"),
  CAST(NULL AS "pg_catalog"."text"),
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "s"."k",
    "t2"."id",
    "t2"."name",
    "s"."price"
  FROM
    (
      SELECT
        "t1"."part_id" AS "k",
        "t1"."shop_id" AS "shop_id",
        "t1"."price" AS "price",
        row_number() OVER (
          PARTITION BY
            "t1"."part_id"
          ORDER BY
            "t1"."shop_id" DESC
        ) AS "rn"
      FROM
        "public"."offer" AS "t1"
      WHERE
        "t1"."part_id" IN (
          SELECT
            "l0"."id"
          FROM
            "l0"
        )
    ) AS "s"
    LEFT JOIN "public"."shop" AS "t2" ON "t2"."id" = "s"."shop_id"
  WHERE
    "s"."rn" <= 1
  ORDER BY
    "s"."k" ASC,
    "s"."shop_id" DESC
)
-- $1 = "1"
