WITH
"l0" AS MATERIALIZED (
  SELECT
    "p"."person_id" AS "person_id",
    "p"."home_city_id" AS "home_city_id",
    "t1"."city_id" AS "t1_city_id"
  FROM
    (
      SELECT
        "t0"."person_id" AS "person_id",
        "t0"."home_city_id" AS "home_city_id"
      FROM
        "public"."person" AS "t0"
      ORDER BY
        "t0"."person_id" ASC
      LIMIT
        1
    ) AS "p"
    LEFT JOIN "public"."city" AS "t1" ON "t1"."city_id" = "p"."home_city_id"
  ORDER BY
    "p"."person_id" ASC
)
SELECT
  0,
  "l0"."person_id",
  "l0"."t1_city_id"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "l0"."t1_city_id",
    "s"."person_id"
  FROM
    (
      SELECT DISTINCT
        "l0"."t1_city_id"
      FROM
        "l0"
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        "t2"."person_id" AS "person_id"
      FROM
        "public"."person" AS "t2"
      WHERE
        "t2"."home_city_id" = "l0"."t1_city_id"
      ORDER BY
        "t2"."person_id" ASC
      LIMIT
        1
    ) AS "s" ON TRUE
)
