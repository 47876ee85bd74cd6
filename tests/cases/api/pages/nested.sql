WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."name" AS "name"
  FROM
    "public"."letter" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    4
)
SELECT
  0,
  "l0"."id",
  "l0"."name",
  CAST(NULL AS "pg_catalog"."int4"),
  CAST(NULL AS "pg_catalog"."int8")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "l0"."id",
    "s"."name",
    "s"."id",
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t1"."id" AS "id",
        "t1"."name" AS "name"
      FROM
        "public"."word" AS "t1"
      WHERE
        "t1"."letter_id" = "l0"."id"
      ORDER BY
        "t1"."id" ASC
      LIMIT
        5
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    2,
    "l0"."id",
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    "s"."n"
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        count(*) AS "n"
      FROM
        "public"."word" AS "t2"
      WHERE
        "t2"."letter_id" = "l0"."id"
    ) AS "s" ON TRUE
)
