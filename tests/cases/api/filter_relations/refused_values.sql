WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."artist_id" AS "artist_id"
  FROM
    "public"."artist" AS "t0"
  ORDER BY
    "t0"."artist_id" ASC
  LIMIT
    101
),
"l1" AS MATERIALIZED (
  SELECT
    "t3"."artist_id" AS "artist_id"
  FROM
    "public"."artist" AS "t3"
  WHERE
    "t3"."artist_id" = CAST($2 AS "pg_catalog"."int4")
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
    "l0"."artist_id",
    "s"."n",
    CAST(NULL AS "pg_catalog"."text")
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
        "public"."album" AS "t1"
      WHERE
        "t1"."artist_id" = "l0"."artist_id"
        AND EXISTS (
          SELECT
            1
          FROM
            "public"."track" AS "t2"
          WHERE
            "t2"."album_id" = "t1"."album_id"
            AND ("t2"."name" ~ CAST($1 AS "pg_catalog"."text"))
        )
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    2,
    "l1"."artist_id",
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "l1"
)
UNION ALL
(
  SELECT
    3,
    "l1"."artist_id",
    CAST(NULL AS "pg_catalog"."int8"),
    "s"."title"
  FROM
    "l1"
    INNER JOIN LATERAL (
      SELECT
        "t4"."album_id" AS "album_id",
        "t4"."title" AS "title"
      FROM
        "public"."album" AS "t4"
      WHERE
        "t4"."artist_id" = "l1"."artist_id"
        AND ("t4"."title" ~ CAST($3 AS "pg_catalog"."text"))
      ORDER BY
        "t4"."album_id" ASC
      LIMIT
        101
    ) AS "s" ON TRUE
)
-- $1 = "*", $2 = "2", $3 = "^B"
