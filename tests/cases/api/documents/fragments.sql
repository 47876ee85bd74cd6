WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."artist_id" AS "artist_id",
    "t0"."name" AS "name"
  FROM
    "public"."artist" AS "t0"
  ORDER BY
    "t0"."artist_id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."artist_id",
  "l0"."name",
  CAST(NULL AS "pg_catalog"."int4"),
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "l0"."artist_id",
    "s"."title",
    "s"."album_id",
    "s"."year"
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
        "t1"."album_id" AS "album_id",
        "t1"."year" AS "year",
        "t1"."title" AS "title"
      FROM
        "public"."album" AS "t1"
      WHERE
        "t1"."artist_id" = "l0"."artist_id"
      ORDER BY
        "t1"."album_id" ASC
      LIMIT
        1
    ) AS "s" ON TRUE
)
