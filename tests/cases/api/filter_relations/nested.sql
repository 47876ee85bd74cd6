WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."artist_id" AS "artist_id",
    "t0"."name" AS "name"
  FROM
    "public"."artist" AS "t0"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."album" AS "t1"
      WHERE
        "t1"."artist_id" = "t0"."artist_id"
    )
  ORDER BY
    "t0"."artist_id" ASC
  LIMIT
    101
),
"l1" AS MATERIALIZED (
  SELECT
    "l0"."artist_id" AS "k",
    "s"."album_id" AS "album_id",
    "s"."title" AS "title"
  FROM
    (
      SELECT
        "l0"."artist_id"
      FROM
        "l0"
      ORDER BY
        "l0"."artist_id" ASC
      LIMIT
        100
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        "t2"."album_id" AS "album_id",
        "t2"."title" AS "title"
      FROM
        "public"."album" AS "t2"
      WHERE
        "t2"."artist_id" = "l0"."artist_id"
        AND ("t2"."title" ~~* CAST($1 AS "pg_catalog"."text"))
      ORDER BY
        "t2"."album_id" DESC
      LIMIT
        2
    ) AS "s" ON TRUE
)
SELECT
  0,
  "l0"."artist_id",
  "l0"."name",
  CAST(NULL AS "pg_catalog"."int8"),
  CAST(NULL AS "pg_catalog"."int4"),
  CAST(NULL AS "pg_catalog"."bool")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "l1"."k",
    "l1"."title",
    CAST(NULL AS "pg_catalog"."int8"),
    "l1"."album_id",
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    "l1"
)
UNION ALL
(
  SELECT
    2,
    "l0"."artist_id",
    CAST(NULL AS "pg_catalog"."text"),
    "s"."n",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    (
      SELECT
        "l0"."artist_id"
      FROM
        "l0"
      ORDER BY
        "l0"."artist_id" ASC
      LIMIT
        100
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        count(*) AS "n"
      FROM
        "public"."album" AS "t3"
      WHERE
        "t3"."artist_id" = "l0"."artist_id"
        AND ("t3"."title" ~~* CAST($1 AS "pg_catalog"."text"))
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    3,
    "s"."k",
    "s"."name",
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    (
      SELECT
        "t4"."album_id" AS "k",
        "t4"."track_id" AS "track_id",
        "t4"."name" AS "name",
        row_number() OVER (
          PARTITION BY
            "t4"."album_id"
          ORDER BY
            "t4"."track_id" ASC
        ) AS "rn"
      FROM
        "public"."track" AS "t4"
      WHERE
        "t4"."seconds" IS NOT NULL
        AND "t4"."album_id" IN (
          SELECT
            "l1"."album_id"
          FROM
            "l1"
        )
    ) AS "s"
  WHERE
    "s"."rn" <= 101
  ORDER BY
    "s"."k" ASC,
    "s"."track_id" ASC
)
UNION ALL
(
  SELECT
    4,
    "l0"."artist_id",
    "s"."body",
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    (
      SELECT
        "l0"."artist_id"
      FROM
        "l0"
      ORDER BY
        "l0"."artist_id" ASC
      LIMIT
        100
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        "t5"."row_number" AS "row_number",
        "t5"."body" AS "body"
      FROM
        (
          SELECT
            "t5"."body",
            row_number() OVER (
              ORDER BY
                "t5"."artist_id" ASC,
                "t5"."body" ASC
            ) AS "row_number"
          FROM
            "public"."note" AS "t5"
          WHERE
            "t5"."artist_id" = "l0"."artist_id"
            AND ("t5"."body" > CAST($2 AS "pg_catalog"."text"))
        ) AS "t5"
      ORDER BY
        "t5"."row_number" ASC
      LIMIT
        101
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    5,
    "l0"."artist_id",
    CAST(NULL AS "pg_catalog"."text"),
    "s"."n",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    (
      SELECT
        "l0"."artist_id"
      FROM
        "l0"
      ORDER BY
        "l0"."artist_id" ASC
      LIMIT
        100
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        count(*) AS "n"
      FROM
        "public"."note" AS "t6"
      WHERE
        "t6"."artist_id" = "l0"."artist_id"
        AND ("t6"."body" > CAST($2 AS "pg_catalog"."text"))
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    6,
    CAST(NULL AS "pg_catalog"."int4"),
    "t7"."body",
    "t7"."row_number",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    (
      SELECT
        "t7"."body",
        row_number() OVER (
          ORDER BY
            "t7"."artist_id" ASC,
            "t7"."body" ASC
        ) AS "row_number"
      FROM
        "public"."note" AS "t7"
      WHERE
        EXISTS (
          SELECT
            1
          FROM
            "public"."artist" AS "t8"
          WHERE
            "t8"."artist_id" = "t7"."artist_id"
            AND ("t8"."name" = CAST($3 AS "pg_catalog"."text"))
        )
    ) AS "t7"
  ORDER BY
    "t7"."row_number" ASC
  LIMIT
    2 OFFSET CAST($4 AS pg_catalog.int8)
)
UNION ALL
(
  SELECT
    7,
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    count(*),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    "public"."note" AS "t9"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."artist" AS "t10"
      WHERE
        "t10"."artist_id" = "t9"."artist_id"
        AND ("t10"."name" = CAST($3 AS "pg_catalog"."text"))
    )
)
UNION ALL
(
  SELECT
    8,
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."int4"),
    EXISTS (
      SELECT
        1
      FROM
        (
          SELECT
            row_number() OVER (
              ORDER BY
                "t11"."artist_id" ASC,
                "t11"."body" ASC
            ) AS "row_number"
          FROM
            "public"."note" AS "t11"
          WHERE
            EXISTS (
              SELECT
                1
              FROM
                "public"."artist" AS "t12"
              WHERE
                "t12"."artist_id" = "t11"."artist_id"
                AND ("t12"."name" = CAST($3 AS "pg_catalog"."text"))
            )
        ) AS "t11"
    )
)
-- $1 = "%O%", $2 = "a", $3 = "AC/DC", $4 = "1"
