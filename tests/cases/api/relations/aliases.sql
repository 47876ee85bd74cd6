WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."code" AS "code"
  FROM
    "public"."country" AS "t0"
  ORDER BY
    "t0"."code" ASC
  LIMIT
    1
)
SELECT
  0,
  "l0"."code",
  CAST(NULL AS "pg_catalog"."text"),
  CAST(NULL AS "pg_catalog"."int8")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "l0"."code",
    "s"."name",
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t1"."city_id" AS "city_id",
        "t1"."name" AS "name"
      FROM
        "public"."city" AS "t1"
      WHERE
        "t1"."country_code" = "l0"."code"
      ORDER BY
        "t1"."city_id" ASC
      LIMIT
        1
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    2,
    "l0"."code",
    "s"."name",
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t2"."city_id" AS "city_id",
        "t2"."name" AS "name"
      FROM
        "public"."city" AS "t2"
      WHERE
        "t2"."country_code" = "l0"."code"
      ORDER BY
        "t2"."city_id" DESC
      LIMIT
        2
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    3,
    "l0"."code",
    "s"."name",
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t3"."city_id" AS "city_id",
        "t3"."name" AS "name"
      FROM
        "public"."city" AS "t3"
      WHERE
        "t3"."country_code" = "l0"."code"
      ORDER BY
        "t3"."city_id" ASC
      LIMIT
        101
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    4,
    "l0"."code",
    CAST(NULL AS "pg_catalog"."text"),
    "s"."n"
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        count(*) AS "n"
      FROM
        "public"."city" AS "t4"
      WHERE
        "t4"."country_code" = "l0"."code"
    ) AS "s" ON TRUE
)
