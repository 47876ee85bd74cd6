WITH
"l0" AS MATERIALIZED (
  SELECT
    "p"."city_id" AS "city_id",
    "p"."name" AS "name",
    "p"."country_code" AS "country_code",
    "t1"."code" AS "t1_code",
    "t1"."name" AS "t1_name",
    "p"."twin_id" AS "twin_id",
    "t2"."city_id" AS "t2_city_id",
    "t2"."name" AS "t2_name"
  FROM
    (
      SELECT
        "t0"."city_id" AS "city_id",
        "t0"."name" AS "name",
        "t0"."country_code" AS "country_code",
        "t0"."twin_id" AS "twin_id"
      FROM
        "public"."city" AS "t0"
      ORDER BY
        "t0"."city_id" ASC
      LIMIT
        101
    ) AS "p"
    LEFT JOIN "public"."country" AS "t1" ON "t1"."code" = "p"."country_code"
    LEFT JOIN "public"."city" AS "t2" ON "t2"."city_id" = "p"."twin_id"
  ORDER BY
    "p"."city_id" ASC
)
SELECT
  0,
  "l0"."city_id",
  "l0"."name",
  "l0"."t1_code",
  "l0"."t1_name",
  "l0"."t2_city_id",
  "l0"."t2_name"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "p"."id",
    "t4"."name",
    CAST(NULL AS "pg_catalog"."bpchar"),
    CAST(NULL AS "pg_catalog"."text"),
    "t4"."city_id",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    (
      SELECT
        "t3"."id" AS "id",
        "t3"."city_id" AS "city_id"
      FROM
        "public"."not_proved" AS "t3"
      ORDER BY
        "t3"."id" ASC
      LIMIT
        101
    ) AS "p"
    LEFT JOIN "public"."city" AS "t4" ON "t4"."city_id" = "p"."city_id"
  ORDER BY
    "p"."id" ASC
)
