WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."name" AS "name"
  FROM
    "public"."press" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."id",
  "l0"."name",
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "l0"."id",
    "s"."title",
    "s"."id"
  FROM
    (
      SELECT
        "l0"."id"
      FROM
        "l0"
      ORDER BY
        "l0"."id" ASC
      LIMIT
        100
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        "b".*
      FROM
        (
          SELECT
            "t1"."title" AS "title",
            "t1"."id" AS "id"
          FROM
            "public"."book" AS "t1"
          WHERE
            "t1"."press_id" = "l0"."id"
            AND "t1"."title" IS NOT NULL
          ORDER BY
            "t1"."title" DESC,
            "t1"."id" ASC
          LIMIT
            2
        ) AS "b"
      UNION ALL
      (
        SELECT
          "t1"."title" AS "title",
          "t1"."id" AS "id"
        FROM
          "public"."book" AS "t1"
        WHERE
          "t1"."press_id" = "l0"."id"
          AND "t1"."title" IS NULL
        ORDER BY
          "t1"."title" DESC,
          "t1"."id" ASC
        LIMIT
          2
      )
      LIMIT
        2
    ) AS "s" ON TRUE
)
