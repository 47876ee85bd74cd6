WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."book" AS "t0"
  WHERE
    "t0"."id" = CAST($1 AS "pg_catalog"."int4")
)
SELECT
  0,
  "l0"."id",
  CAST(NULL AS "pg_catalog"."int4"),
  CAST(NULL AS "pg_catalog"."text")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "l0"."id",
    "s"."t2_year",
    "s"."name"
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t2"."year" AS "t2_year",
        "t2"."award_id" AS "t2_award_id",
        "t1"."name" AS "name"
      FROM
        "public"."book_award" AS "t2"
        INNER JOIN "public"."award" AS "t1" ON "t1"."id" = "t2"."award_id"
      WHERE
        "t2"."book_id" = "l0"."id"
      ORDER BY
        "t2"."year" DESC NULLS LAST,
        "t2"."award_id" DESC
      LIMIT
        101
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    2,
    "l0"."id",
    CAST(NULL AS "pg_catalog"."int4"),
    "s"."name"
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t4"."award_id" AS "t4_award_id",
        "t3"."name" AS "name"
      FROM
        "public"."book_award" AS "t4"
        INNER JOIN "public"."award" AS "t3" ON "t3"."id" = "t4"."award_id"
      WHERE
        "t4"."book_id" = "l0"."id"
      ORDER BY
        "t3"."name" ASC,
        "t4"."award_id" ASC
      LIMIT
        3
    ) AS "s" ON TRUE
)
-- $1 = "1"
