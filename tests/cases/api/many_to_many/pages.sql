WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."playlist_id" AS "playlist_id"
  FROM
    "public"."playlist" AS "t0"
  ORDER BY
    "t0"."playlist_id" ASC
  LIMIT
    2
)
SELECT
  0,
  "l0"."playlist_id",
  CAST(NULL AS "pg_catalog"."int4"),
  CAST(NULL AS "pg_catalog"."text"),
  CAST(NULL AS "pg_catalog"."bool")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "l0"."playlist_id",
    "s"."t2_track_id",
    "s"."name",
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t2"."track_id" AS "t2_track_id",
        "t1"."name" AS "name"
      FROM
        "public"."playlist_track" AS "t2"
        INNER JOIN "public"."track" AS "t1" ON "t1"."track_id" = "t2"."track_id"
      WHERE
        "t2"."playlist_id" = "l0"."playlist_id"
      ORDER BY
        "t2"."track_id" ASC
      LIMIT
        3
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    2,
    "l0"."playlist_id",
    "s"."t4_position",
    "s"."name",
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t4"."track_id" AS "t4_track_id",
        "t4"."position" AS "t4_position",
        "t3"."name" AS "name"
      FROM
        "public"."playlist_track" AS "t4"
        INNER JOIN "public"."track" AS "t3" ON "t3"."track_id" = "t4"."track_id"
      WHERE
        "t4"."playlist_id" = "l0"."playlist_id"
        AND "t4"."track_id" > CAST($1 AS "pg_catalog"."int4")
      ORDER BY
        "t4"."track_id" ASC
      LIMIT
        3
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    3,
    "l0"."playlist_id",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    (
      SELECT
        1
      FROM
        "public"."playlist_track" AS "t6"
        INNER JOIN "public"."track" AS "t5" ON "t5"."track_id" = "t6"."track_id"
      WHERE
        "t6"."playlist_id" = "l0"."playlist_id"
        AND "t6"."track_id" <= CAST($2 AS "pg_catalog"."int4")
      ORDER BY
        "t6"."track_id" DESC
      LIMIT
        1
    ) IS NOT NULL
  FROM
    "l0"
)
UNION ALL
(
  SELECT
    4,
    "l0"."playlist_id",
    "s"."t8_track_id",
    "s"."name",
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t8"."track_id" AS "t8_track_id",
        "t7"."name" AS "name"
      FROM
        "public"."playlist_track" AS "t8"
        INNER JOIN "public"."track" AS "t7" ON "t7"."track_id" = "t8"."track_id"
      WHERE
        "t8"."playlist_id" = "l0"."playlist_id"
      ORDER BY
        "t8"."track_id" DESC
      LIMIT
        3
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    5,
    "l0"."playlist_id",
    CAST(NULL AS "pg_catalog"."int4"),
    "s"."name",
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t10"."track_id" AS "t10_track_id",
        "t9"."name" AS "name"
      FROM
        "public"."playlist_track" AS "t10"
        INNER JOIN "public"."track" AS "t9" ON "t9"."track_id" = "t10"."track_id"
      WHERE
        "t10"."playlist_id" = "l0"."playlist_id"
        AND "t10"."track_id" < CAST($3 AS "pg_catalog"."int4")
      ORDER BY
        "t10"."track_id" DESC
      LIMIT
        2
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    6,
    "l0"."playlist_id",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    (
      SELECT
        1
      FROM
        "public"."playlist_track" AS "t12"
        INNER JOIN "public"."track" AS "t11" ON "t11"."track_id" = "t12"."track_id"
      WHERE
        "t12"."playlist_id" = "l0"."playlist_id"
        AND "t12"."track_id" >= CAST($4 AS "pg_catalog"."int4")
      ORDER BY
        "t12"."track_id" ASC
      LIMIT
        1
    ) IS NOT NULL
  FROM
    "l0"
)
UNION ALL
(
  SELECT
    7,
    "l0"."playlist_id",
    CAST(NULL AS "pg_catalog"."int4"),
    "s"."name",
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t14"."track_id" AS "t14_track_id",
        "t13"."name" AS "name"
      FROM
        "public"."playlist_track" AS "t14"
        INNER JOIN "public"."track" AS "t13" ON "t13"."track_id" = "t14"."track_id"
      WHERE
        "t14"."playlist_id" = "l0"."playlist_id"
      ORDER BY
        "t14"."track_id" ASC
      LIMIT
        1 OFFSET CAST($5 AS pg_catalog.int8)
    ) AS "s" ON TRUE
)
-- $1 = "11", $2 = "11", $3 = "11", $4 = "11", $5 = "1"
