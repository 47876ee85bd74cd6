WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."boss_id" AS "boss_id",
    "t1"."person_id" AS "t1_person_id",
    "t1"."boss_id" AS "t1_boss_id",
    "t2"."person_id" AS "t2_person_id",
    "t3"."person_id" AS "t3_person_id",
    "t0"."person_id" AS "person_id",
    "t0"."home_city_id" AS "home_city_id",
    "t6"."city_id" AS "t6_city_id",
    "t0"."name" AS "name",
    "t1"."name" AS "t1_name",
    "t2"."name" AS "t2_name",
    "t3"."number" AS "t3_number",
    "t6"."country_code" AS "t6_country_code",
    "t7"."code" AS "t7_code"
  FROM
    "public"."person" AS "t0"
    LEFT JOIN "public"."person" AS "t1" ON "t1"."person_id" = "t0"."boss_id"
    LEFT JOIN "public"."person" AS "t2" ON "t2"."person_id" = "t1"."boss_id"
    LEFT JOIN "public"."passport" AS "t3" ON "t3"."person_id" = "t2"."person_id"
    LEFT JOIN "public"."city" AS "t6" ON "t6"."city_id" = "t0"."home_city_id"
    LEFT JOIN "public"."country" AS "t7" ON "t7"."code" = "t6"."country_code"
  WHERE
    "t0"."person_id" = CAST($1 AS "pg_catalog"."int4")
)
SELECT
  0,
  "l0"."name",
  "l0"."t1_person_id",
  "l0"."t1_name",
  "l0"."t2_person_id",
  "l0"."t2_name",
  "l0"."t3_person_id",
  "l0"."t3_number",
  "l0"."person_id",
  CAST(NULL AS "pg_catalog"."int8"),
  "l0"."t6_city_id",
  "l0"."t7_code"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "s"."name",
    "l0"."person_id",
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."bpchar")
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t4"."person_id" AS "person_id",
        "t4"."name" AS "name"
      FROM
        "public"."person" AS "t4"
      WHERE
        "t4"."boss_id" = "l0"."person_id"
      ORDER BY
        "t4"."person_id" ASC
      LIMIT
        101
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    2,
    CAST(NULL AS "pg_catalog"."text"),
    "l0"."person_id",
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    "s"."n",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."bpchar")
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        count(*) AS "n"
      FROM
        "public"."person" AS "t5"
      WHERE
        "t5"."boss_id" = "l0"."person_id"
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    3,
    "s"."name",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."int4"),
    "l0"."t7_code"
  FROM
    (
      SELECT DISTINCT
        "l0"."t7_code"
      FROM
        "l0"
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        "t8"."city_id" AS "city_id",
        "t8"."name" AS "name"
      FROM
        "public"."city" AS "t8"
      WHERE
        "t8"."country_code" = "l0"."t7_code"
      ORDER BY
        "t8"."city_id" ASC
      LIMIT
        2
    ) AS "s" ON TRUE
)
-- $1 = "4"
