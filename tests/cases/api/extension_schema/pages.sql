WITH
"l0" AS MATERIALIZED (
  SELECT
    "p"."title" AS "title",
    "p"."id" AS "id",
    "p"."author" AS "author",
    "t2"."name" AS "t2_name"
  FROM
    (
      SELECT
        "b".*
      FROM
        (
          SELECT
            "t0"."title" AS "title",
            "t0"."id" AS "id",
            "t0"."author" AS "author"
          FROM
            "public"."tale" AS "t0"
          WHERE
            ("t0"."title", "t0"."id") > (
              CAST($1 AS "extensions"."citext"),
              CAST($2 AS "pg_catalog"."int4")
            )
          ORDER BY
            "t0"."title" ASC,
            "t0"."id" ASC
          LIMIT
            5
        ) AS "b"
      UNION ALL
      (
        SELECT
          "t0"."title" AS "title",
          "t0"."id" AS "id",
          "t0"."author" AS "author"
        FROM
          "public"."tale" AS "t0"
        WHERE
          "t0"."title" IS NULL
        ORDER BY
          "t0"."title" ASC,
          "t0"."id" ASC
        LIMIT
          5
      )
      LIMIT
        5
    ) AS "p"
    LEFT JOIN "public"."author" AS "t2" ON "t2"."name" = "p"."author"
  ORDER BY
    "p"."title" ASC,
    "p"."id" ASC
),
"l1" AS MATERIALIZED (
  SELECT
    "t3"."name" AS "name"
  FROM
    "public"."author" AS "t3"
  WHERE
    "t3"."name" = CAST($5 AS "extensions"."citext")
)
SELECT
  0,
  CAST("l0"."title" AS "pg_catalog"."text"),
  CAST(NULL AS "pg_catalog"."bool"),
  "l0"."id",
  CAST("l0"."t2_name" AS "pg_catalog"."text")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST(NULL AS "pg_catalog"."text"),
    (
      SELECT
        1
      FROM
        "public"."tale" AS "t1"
      WHERE
        ("t1"."title", "t1"."id") <= (
          CAST($3 AS "extensions"."citext"),
          CAST($4 AS "pg_catalog"."int4")
        )
      ORDER BY
        "t1"."title" DESC,
        "t1"."id" DESC
      LIMIT
        1
    ) IS NOT NULL,
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text")
)
UNION ALL
(
  SELECT
    2,
    CAST("l1"."name" AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."bool"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "l1"
)
UNION ALL
(
  SELECT
    3,
    CAST("l1"."name" AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."bool"),
    "s"."id",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "l1"
    INNER JOIN LATERAL (
      SELECT
        "t4"."id" AS "id",
        "t4"."title" AS "title"
      FROM
        "public"."tale" AS "t4"
      WHERE
        "t4"."author" = "l1"."name"
      ORDER BY
        "t4"."title" DESC,
        "t4"."id" DESC
      LIMIT
        101
    ) AS "s" ON TRUE
)
-- $1 = "b", $2 = "1", $3 = "b", $4 = "1", $5 = "ADA"
