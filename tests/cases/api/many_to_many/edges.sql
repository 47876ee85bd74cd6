WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."playlist_id" AS "playlist_id",
    "t0"."name" AS "name"
  FROM
    "public"."playlist" AS "t0"
  ORDER BY
    "t0"."playlist_id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."playlist_id",
  "l0"."name",
  CAST(NULL AS "pg_catalog"."int4"),
  CAST(NULL AS "pg_catalog"."int8"),
  CAST(NULL AS "pg_catalog"."int4"),
  CAST(NULL AS "pg_catalog"."timestamptz"),
  CAST(NULL AS "pg_catalog"."text"),
  CAST(NULL AS "pg_catalog"."text")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "l0"."playlist_id",
    "s"."name",
    "s"."t2_track_id",
    CAST(NULL AS "pg_catalog"."int8"),
    "s"."t2_position",
    "s"."t2_added",
    "s"."t2_node",
    "s"."t2_cursor"
  FROM
    (
      SELECT
        "l0"."playlist_id"
      FROM
        "l0"
      ORDER BY
        "l0"."playlist_id" ASC
      LIMIT
        100
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        "t2"."track_id" AS "t2_track_id",
        "t1"."name" AS "name",
        "t2"."position" AS "t2_position",
        "t2"."added" AS "t2_added",
        "t2"."node" AS "t2_node",
        "t2"."cursor" AS "t2_cursor"
      FROM
        "public"."playlist_track" AS "t2"
        INNER JOIN "public"."track" AS "t1" ON "t1"."track_id" = "t2"."track_id"
      WHERE
        "t2"."playlist_id" = "l0"."playlist_id"
      ORDER BY
        "t2"."track_id" ASC
      LIMIT
        101
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    2,
    "l0"."playlist_id",
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    "s"."n",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."timestamptz"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    (
      SELECT
        "l0"."playlist_id"
      FROM
        "l0"
      ORDER BY
        "l0"."playlist_id" ASC
      LIMIT
        100
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        count(*) AS "n"
      FROM
        "public"."playlist_track" AS "t4"
        INNER JOIN "public"."track" AS "t3" ON "t3"."track_id" = "t4"."track_id"
      WHERE
        "t4"."playlist_id" = "l0"."playlist_id"
    ) AS "s" ON TRUE
)
