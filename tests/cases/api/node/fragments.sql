WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."album_id" AS "album_id",
    "t0"."artist_id" AS "artist_id",
    "t1"."artist_id" AS "t1_artist_id",
    "t0"."title" AS "title",
    "t1"."name" AS "t1_name"
  FROM
    "public"."album" AS "t0"
    LEFT JOIN "public"."artist" AS "t1" ON "t1"."artist_id" = "t0"."artist_id"
  WHERE
    "t0"."album_id" = CAST($1 AS "pg_catalog"."int4")
)
SELECT
  0,
  "l0"."album_id",
  "l0"."title",
  "l0"."t1_artist_id",
  "l0"."t1_name"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "l0"."t1_artist_id",
    "s"."title",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    (
      SELECT DISTINCT
        "l0"."t1_artist_id"
      FROM
        "l0"
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        "t2"."album_id" AS "album_id",
        "t2"."title" AS "title"
      FROM
        "public"."album" AS "t2"
      WHERE
        "t2"."artist_id" = "l0"."t1_artist_id"
      ORDER BY
        "t2"."album_id" ASC
      LIMIT
        101
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    2,
    "t3"."number",
    "t3"."hall",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."seat" AS "t3"
  WHERE
    "t3"."hall" = CAST($2 AS "pg_catalog"."text")
    AND "t3"."number" = CAST($3 AS "pg_catalog"."int4")
)
UNION ALL
(
  SELECT
    3,
    "t4"."artist_id",
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."artist" AS "t4"
  WHERE
    "t4"."artist_id" = CAST($4 AS "pg_catalog"."int4")
)
UNION ALL
(
  SELECT
    4,
    "t5"."artist_id",
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."artist" AS "t5"
  WHERE
    "t5"."artist_id" = CAST($5 AS "pg_catalog"."int4")
)
UNION ALL
(
  SELECT
    5,
    "t6"."artist_id",
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."artist" AS "t6"
  WHERE
    "t6"."artist_id" = CAST($6 AS "pg_catalog"."int4")
)
-- $1 = "10", $2 = "A", $3 = "1", $4 = "1", $5 = "9", $6 = "1"
