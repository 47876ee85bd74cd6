WITH
"l0" AS MATERIALIZED (
  SELECT
    "p"."size" AS "size",
    "p"."id" AS "id"
  FROM
    (
      SELECT
        "b".*
      FROM
        (
          SELECT
            "t0"."size" AS "size",
            "t0"."id" AS "id"
          FROM
            "public"."cover" AS "t0"
          WHERE
            "t0"."size" IS NOT DISTINCT FROM NULL
          ORDER BY
            "t0"."size" ASC,
            "t0"."id" ASC
          LIMIT
            101
        ) AS "b"
      UNION ALL
      (
        SELECT
          "t0"."size" AS "size",
          "t0"."id" AS "id"
        FROM
          "public"."cover" AS "t0"
        WHERE
          "t0"."size" IS DISTINCT FROM NULL
        ORDER BY
          "t0"."size" ASC,
          "t0"."id" ASC
        LIMIT
          101
      )
      LIMIT
        101
    ) AS "p"
)
SELECT
  0,
  CAST("l0"."size" AS "pg_catalog"."text"),
  "l0"."id"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST("p"."size" AS "pg_catalog"."text"),
    "p"."id"
  FROM
    (
      SELECT
        "b".*
      FROM
        (
          SELECT
            "t1"."size" AS "size",
            "t1"."id" AS "id"
          FROM
            "public"."cover" AS "t1"
          WHERE
            "t1"."size" IS DISTINCT FROM NULL
          ORDER BY
            "t1"."size" DESC,
            "t1"."id" DESC
          LIMIT
            101
        ) AS "b"
      UNION ALL
      (
        SELECT
          "t1"."size" AS "size",
          "t1"."id" AS "id"
        FROM
          "public"."cover" AS "t1"
        WHERE
          "t1"."size" IS NOT DISTINCT FROM NULL
        ORDER BY
          "t1"."size" DESC,
          "t1"."id" DESC
        LIMIT
          101
      )
      LIMIT
        101
    ) AS "p"
)
UNION ALL
(
  SELECT
    2,
    CAST(NULL AS "pg_catalog"."text"),
    "t2"."id"
  FROM
    "public"."cover" AS "t2"
  WHERE
    "t2"."size" IS NOT DISTINCT FROM NULL
  ORDER BY
    "t2"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    3,
    CAST(NULL AS "pg_catalog"."text"),
    "t3"."id"
  FROM
    "public"."cover" AS "t3"
  WHERE
    "t3"."size" IS DISTINCT FROM NULL
  ORDER BY
    "t3"."id" ASC
  LIMIT
    101
)
