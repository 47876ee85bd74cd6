WITH
"l0" AS MATERIALIZED (
  SELECT
    "p"."id" AS "id",
    "p"."series_id" AS "series_id",
    "t1"."id" AS "t1_id",
    "t1"."title" AS "t1_title"
  FROM
    (
      SELECT
        "t0"."id" AS "id",
        "t0"."series_id" AS "series_id"
      FROM
        "sales"."album" AS "t0"
      ORDER BY
        "t0"."id" ASC
      LIMIT
        101
    ) AS "p"
    LEFT JOIN "public"."series" AS "t1" ON "t1"."id" = "p"."series_id"
  ORDER BY
    "p"."id" ASC
)
SELECT
  0,
  "l0"."id",
  "l0"."t1_id",
  "l0"."t1_title",
  CAST(NULL AS "pg_catalog"."int8")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t2"."series_id",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    count(*)
  FROM
    "sales"."album" AS "t2"
  WHERE
    "t2"."series_id" IN (
      SELECT
        "l0"."t1_id"
      FROM
        (
          SELECT DISTINCT
            "l0"."t1_id"
          FROM
            (
              SELECT
                "l0"."t1_id"
              FROM
                "l0"
              ORDER BY
                "l0"."id" ASC
              LIMIT
                100
            ) AS "l0"
        ) AS "l0"
    )
  GROUP BY
    "t2"."series_id"
)
UNION ALL
(
  SELECT
    2,
    "t3"."id",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "public"."album" AS "t3"
  ORDER BY
    "t3"."id" ASC
  LIMIT
    101
)
