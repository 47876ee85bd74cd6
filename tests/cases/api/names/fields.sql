WITH
"l0" AS MATERIALIZED (
  SELECT
    "p"."id" AS "id",
    "p"."artist" AS "artist",
    "p"."artist_id" AS "artist_id",
    "t1"."id" AS "t1_id",
    "t1"."artist" AS "t1_artist",
    "t1"."albums" AS "t1_albums"
  FROM
    (
      SELECT
        "t0"."id" AS "id",
        "t0"."artist" AS "artist",
        "t0"."artist_id" AS "artist_id"
      FROM
        "public"."album" AS "t0"
      ORDER BY
        "t0"."id" ASC
      LIMIT
        101
    ) AS "p"
    LEFT JOIN "public"."artist" AS "t1" ON "t1"."id" = "p"."artist_id"
  ORDER BY
    "p"."id" ASC
)
SELECT
  0,
  "l0"."id",
  "l0"."artist",
  "l0"."t1_id",
  "l0"."t1_artist",
  "l0"."t1_albums",
  CAST(NULL AS "pg_catalog"."int8")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t2"."artist_id",
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    count(*)
  FROM
    "public"."album" AS "t2"
  WHERE
    "t2"."artist_id" IN (
      SELECT
        "l0"."t1_id"
      FROM
        (
          SELECT DISTINCT
            "l0"."t1_id"
          FROM
            (
              SELECT
                "l0"."t1_id"
              FROM
                "l0"
              ORDER BY
                "l0"."id" ASC
              LIMIT
                100
            ) AS "l0"
        ) AS "l0"
    )
  GROUP BY
    "t2"."artist_id"
)
