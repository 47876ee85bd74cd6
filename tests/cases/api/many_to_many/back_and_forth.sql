WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."track_id" AS "track_id",
    "t0"."name" AS "name"
  FROM
    "public"."track" AS "t0"
  ORDER BY
    "t0"."track_id" ASC
  LIMIT
    101
),
"l1" AS MATERIALIZED (
  SELECT
    "s"."k" AS "k",
    "s"."t2_playlist_id" AS "t2_playlist_id",
    "s"."playlist_id" AS "playlist_id",
    "s"."name" AS "name"
  FROM
    (
      SELECT
        "t2"."track_id" AS "k",
        "t2"."playlist_id" AS "t2_playlist_id",
        "t1"."playlist_id" AS "playlist_id",
        "t1"."name" AS "name",
        row_number() OVER (
          PARTITION BY
            "t2"."track_id"
          ORDER BY
            "t2"."playlist_id" ASC
        ) AS "rn"
      FROM
        "public"."playlist_track" AS "t2"
        INNER JOIN "public"."playlist" AS "t1" ON "t1"."playlist_id" = "t2"."playlist_id"
      WHERE
        "t2"."track_id" IN (
          SELECT
            "l0"."track_id"
          FROM
            (
              SELECT
                "l0"."track_id"
              FROM
                "l0"
              ORDER BY
                "l0"."track_id" ASC
              LIMIT
                100
            ) AS "l0"
        )
    ) AS "s"
  WHERE
    "s"."rn" <= 101
  ORDER BY
    "s"."k" ASC,
    "s"."t2_playlist_id" ASC
)
SELECT
  0,
  "l0"."track_id",
  "l0"."name",
  CAST(NULL AS "pg_catalog"."int4"),
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "l1"."k",
    "l1"."name",
    "l1"."playlist_id",
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "l1"
)
UNION ALL
(
  SELECT
    2,
    "l1"."playlist_id",
    "s"."name",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    (
      SELECT DISTINCT
        "l1"."playlist_id"
      FROM
        "l1"
    ) AS "l1"
    INNER JOIN LATERAL (
      SELECT
        "t4"."track_id" AS "t4_track_id",
        "t3"."name" AS "name"
      FROM
        "public"."playlist_track" AS "t4"
        INNER JOIN "public"."track" AS "t3" ON "t3"."track_id" = "t4"."track_id"
      WHERE
        "t4"."playlist_id" = "l1"."playlist_id"
      ORDER BY
        "t4"."track_id" ASC
      LIMIT
        1
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    3,
    "s"."k",
    "t6"."name",
    "s"."position",
    "t6"."playlist_id"
  FROM
    (
      SELECT
        "t5"."track_id" AS "k",
        "t5"."playlist_id" AS "playlist_id",
        "t5"."position" AS "position",
        row_number() OVER (
          PARTITION BY
            "t5"."track_id"
          ORDER BY
            "t5"."playlist_id" ASC
        ) AS "rn"
      FROM
        "public"."playlist_track" AS "t5"
      WHERE
        "t5"."track_id" IN (
          SELECT
            "l0"."track_id"
          FROM
            (
              SELECT
                "l0"."track_id"
              FROM
                "l0"
              ORDER BY
                "l0"."track_id" ASC
              LIMIT
                100
            ) AS "l0"
        )
    ) AS "s"
    LEFT JOIN "public"."playlist" AS "t6" ON "t6"."playlist_id" = "s"."playlist_id"
  WHERE
    "s"."rn" <= 101
  ORDER BY
    "s"."k" ASC,
    "s"."playlist_id" ASC
)
