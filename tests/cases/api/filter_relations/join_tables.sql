WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."playlist_id" AS "playlist_id",
    "t0"."name" AS "name"
  FROM
    "public"."playlist" AS "t0"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."playlist_track" AS "t1"
        INNER JOIN "public"."track" AS "t2" ON "t2"."track_id" = "t1"."track_id"
      WHERE
        "t1"."playlist_id" = "t0"."playlist_id"
        AND ("t2"."name" = CAST($1 AS "pg_catalog"."text"))
        AND ("t1"."place" = CAST($2 AS "pg_catalog"."int4"))
    )
  ORDER BY
    "t0"."playlist_id" ASC
  LIMIT
    101
),
"l3" AS MATERIALIZED (
  SELECT
    "t9"."playlist_id" AS "playlist_id",
    "t9"."name" AS "name"
  FROM
    "public"."playlist" AS "t9"
  ORDER BY
    "t9"."playlist_id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."playlist_id",
  "l0"."name",
  CAST(NULL AS "pg_catalog"."int8"),
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t3"."playlist_id",
    "t3"."name",
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "public"."playlist" AS "t3"
  WHERE
    NOT EXISTS (
      SELECT
        1
      FROM
        "public"."playlist_track" AS "t4"
        INNER JOIN "public"."track" AS "t5" ON "t5"."track_id" = "t4"."track_id"
      WHERE
        "t4"."playlist_id" = "t3"."playlist_id"
        AND (NOT "t4"."place" IS NOT NULL)
    )
  ORDER BY
    "t3"."playlist_id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    2,
    "t6"."playlist_id",
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "public"."playlist" AS "t6"
  WHERE
    NOT EXISTS (
      SELECT
        1
      FROM
        "public"."playlist_track" AS "t7"
        INNER JOIN "public"."track" AS "t8" ON "t8"."track_id" = "t7"."track_id"
      WHERE
        "t7"."playlist_id" = "t6"."playlist_id"
    )
  ORDER BY
    "t6"."playlist_id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    3,
    "l3"."playlist_id",
    "l3"."name",
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "l3"
)
UNION ALL
(
  SELECT
    4,
    "l3"."playlist_id",
    "s"."name",
    CAST(NULL AS "pg_catalog"."int8"),
    "s"."t11_place"
  FROM
    (
      SELECT
        "l3"."playlist_id"
      FROM
        "l3"
      ORDER BY
        "l3"."playlist_id" ASC
      LIMIT
        100
    ) AS "l3"
    INNER JOIN LATERAL (
      SELECT
        "t11"."track_id" AS "t11_track_id",
        "t11"."place" AS "t11_place",
        "t10"."name" AS "name"
      FROM
        "public"."playlist_track" AS "t11"
        INNER JOIN "public"."track" AS "t10" ON "t10"."track_id" = "t11"."track_id"
      WHERE
        "t11"."playlist_id" = "l3"."playlist_id"
        AND ("t11"."place" > CAST($3 AS "pg_catalog"."int4"))
        AND EXISTS (
          SELECT
            1
          FROM
            "public"."album" AS "t12"
          WHERE
            "t12"."album_id" = "t10"."album_id"
            AND ("t12"."title" <> CAST($4 AS "pg_catalog"."text"))
        )
      ORDER BY
        "t11"."track_id" ASC
      LIMIT
        101
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    5,
    "l3"."playlist_id",
    CAST(NULL AS "pg_catalog"."text"),
    "s"."n",
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    (
      SELECT
        "l3"."playlist_id"
      FROM
        "l3"
      ORDER BY
        "l3"."playlist_id" ASC
      LIMIT
        100
    ) AS "l3"
    INNER JOIN LATERAL (
      SELECT
        count(*) AS "n"
      FROM
        "public"."playlist_track" AS "t14"
        INNER JOIN "public"."track" AS "t13" ON "t13"."track_id" = "t14"."track_id"
      WHERE
        "t14"."playlist_id" = "l3"."playlist_id"
        AND ("t14"."place" > CAST($3 AS "pg_catalog"."int4"))
        AND EXISTS (
          SELECT
            1
          FROM
            "public"."album" AS "t15"
          WHERE
            "t15"."album_id" = "t13"."album_id"
            AND ("t15"."title" <> CAST($4 AS "pg_catalog"."text"))
        )
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    6,
    "l3"."playlist_id",
    "s"."name",
    CAST(NULL AS "pg_catalog"."int8"),
    "s"."t17_place"
  FROM
    (
      SELECT
        "l3"."playlist_id"
      FROM
        "l3"
      ORDER BY
        "l3"."playlist_id" ASC
      LIMIT
        100
    ) AS "l3"
    INNER JOIN LATERAL (
      SELECT
        "t17"."track_id" AS "t17_track_id",
        "t17"."place" AS "t17_place",
        "t16"."name" AS "name"
      FROM
        "public"."playlist_track" AS "t17"
        INNER JOIN "public"."track" AS "t16" ON "t16"."track_id" = "t17"."track_id"
      WHERE
        "t17"."playlist_id" = "l3"."playlist_id"
        AND (
          "t17"."place" IS NULL
          OR "t16"."seconds" IS NULL
        )
      ORDER BY
        "t17"."track_id" ASC
      LIMIT
        2
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    7,
    "l3"."playlist_id",
    "s"."name",
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    (
      SELECT
        "l3"."playlist_id"
      FROM
        "l3"
      ORDER BY
        "l3"."playlist_id" ASC
      LIMIT
        100
    ) AS "l3"
    INNER JOIN LATERAL (
      SELECT
        "t19"."track_id" AS "t19_track_id",
        "t18"."name" AS "name"
      FROM
        "public"."playlist_track" AS "t19"
        INNER JOIN "public"."track" AS "t18" ON "t18"."track_id" = "t19"."track_id"
      WHERE
        "t19"."playlist_id" = "l3"."playlist_id"
        AND EXISTS (
          SELECT
            1
          FROM
            "public"."playlist" AS "t20"
          WHERE
            "t20"."playlist_id" = "t19"."playlist_id"
            AND ("t20"."name" = CAST($5 AS "pg_catalog"."text"))
        )
      ORDER BY
        "t19"."track_id" ASC
      LIMIT
        101
    ) AS "s" ON TRUE
)
-- $1 = "Four", $2 = "1", $3 = "1", $4 = "Balls", $5 = "few"
