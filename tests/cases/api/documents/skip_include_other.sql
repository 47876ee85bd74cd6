WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."artist_id" AS "artist_id"
  FROM
    "public"."artist" AS "t0"
  ORDER BY
    "t0"."artist_id" ASC
  LIMIT
    1
)
SELECT
  0,
  "l0"."artist_id",
  CAST(NULL AS "pg_catalog"."int8"),
  CAST(NULL AS "pg_catalog"."text")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST(NULL AS "pg_catalog"."int4"),
    count(*),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."artist" AS "t1"
)
UNION ALL
(
  SELECT
    2,
    "l0"."artist_id",
    CAST(NULL AS "pg_catalog"."int8"),
    "s"."title"
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t2"."album_id" AS "album_id",
        "t2"."title" AS "title"
      FROM
        "public"."album" AS "t2"
      WHERE
        "t2"."artist_id" = "l0"."artist_id"
      ORDER BY
        "t2"."album_id" ASC
      LIMIT
        101
    ) AS "s" ON TRUE
)
