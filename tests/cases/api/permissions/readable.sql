WITH
"l0" AS MATERIALIZED (
  SELECT
    "p"."id" AS "id",
    "p"."name" AS "name",
    "p"."boss_id" AS "boss_id",
    "t2"."id" AS "t2_id",
    "t2"."name" AS "t2_name"
  FROM
    (
      SELECT
        "t0"."id" AS "id",
        "t0"."name" AS "name",
        "t0"."boss_id" AS "boss_id"
      FROM
        "public"."person" AS "t0"
      ORDER BY
        "t0"."id" ASC
      LIMIT
        101
    ) AS "p"
    LEFT JOIN "public"."person" AS "t2" ON "t2"."id" = "p"."boss_id"
  ORDER BY
    "p"."id" ASC
)
SELECT
  0,
  "l0"."id",
  CAST(NULL AS "pg_catalog"."int8"),
  "l0"."name",
  "l0"."boss_id",
  "l0"."t2_id",
  "l0"."t2_name"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST(NULL AS "pg_catalog"."int4"),
    count(*),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."person" AS "t1"
)
UNION ALL
(
  SELECT
    2,
    CAST(NULL AS "pg_catalog"."int4"),
    "t3"."row_number",
    "t3"."shown",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    (
      SELECT
        "t3"."shown",
        row_number() OVER (
          ORDER BY
            "t3"."shown" ASC) AS "row_number"
      FROM
        "public"."keyed" AS "t3"
    ) AS "t3"
  ORDER BY
    "t3"."row_number" ASC
  LIMIT
    101
)
