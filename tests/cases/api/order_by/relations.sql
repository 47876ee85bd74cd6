WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t1"."name" AS "t1_name",
    "t0"."title" AS "title",
    "t1"."id" AS "t1_id"
  FROM
    "public"."book" AS "t0"
    LEFT JOIN "public"."press" AS "t1" ON "t1"."id" = "t0"."press_id"
  ORDER BY
    "t1"."name" DESC,
    "t0"."title" ASC,
    "t0"."id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."t1_name",
  "l0"."title",
  "l0"."id",
  "l0"."t1_id"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "p"."t4_name",
    CAST(NULL AS "pg_catalog"."text"),
    "p"."id",
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    (
      SELECT
        "t2"."id" AS "id",
        "t4"."name" AS "t4_name"
      FROM
        "public"."book" AS "t2"
        LEFT JOIN "public"."book" AS "t3" ON "t3"."id" = "t2"."sequel_of"
        LEFT JOIN "public"."press" AS "t4" ON "t4"."id" = "t3"."press_id"
      ORDER BY
        "t4"."name" ASC NULLS FIRST,
        "t2"."id" ASC
      LIMIT
        101
    ) AS "p"
  ORDER BY
    "p"."t4_name" ASC NULLS FIRST,
    "p"."id" ASC
)
