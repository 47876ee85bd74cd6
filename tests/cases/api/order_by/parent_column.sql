WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."press" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    1
)
SELECT
  0,
  "l0"."id",
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "l0"."id",
    "s"."id"
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t1"."id" AS "id"
      FROM
        "public"."book" AS "t1"
      WHERE
        "t1"."press_id" = "l0"."id"
      ORDER BY
        "t1"."id" DESC
      LIMIT
        101
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    2,
    "l0"."id",
    "s"."id"
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t2"."id" AS "id"
      FROM
        "public"."book" AS "t2"
      WHERE
        "t2"."press_id" = "l0"."id"
      ORDER BY
        "t2"."id" ASC
      LIMIT
        101
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    3,
    "l0"."id",
    "s"."id"
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t3"."id" AS "id"
      FROM
        "public"."book" AS "t3"
      WHERE
        "t3"."press_id" = "l0"."id"
      ORDER BY
        "t3"."id" ASC
      LIMIT
        101
    ) AS "s" ON TRUE
)
