WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."album_id" AS "album_id",
    "t0"."title" AS "title"
  FROM
    "public"."album" AS "t0"
  WHERE
    "t0"."album_id" = CAST($1 AS "pg_catalog"."int4")
)
SELECT
  0,
  "l0"."title",
  "l0"."album_id"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."title",
    "t1"."album_id"
  FROM
    "public"."album" AS "t1"
  WHERE
    "t1"."album_id" = CAST($2 AS "pg_catalog"."int4")
)
UNION ALL
(
  SELECT
    2,
    CAST(NULL AS "pg_catalog"."text"),
    "t2"."album_id"
  FROM
    "public"."album" AS "t2"
  WHERE
    "t2"."isrc" = CAST($3 AS "pg_catalog"."text")
)
UNION ALL
(
  SELECT
    3,
    CAST(NULL AS "pg_catalog"."text"),
    "t3"."album_id"
  FROM
    "public"."album" AS "t3"
  WHERE
    "t3"."catalogue" = CAST($4 AS "pg_catalog"."text")
)
UNION ALL
(
  SELECT
    4,
    CAST(NULL AS "pg_catalog"."text"),
    "t4"."album_id"
  FROM
    "public"."album" AS "t4"
  WHERE
    "t4"."title" = CAST($5 AS "pg_catalog"."text")
    AND "t4"."artist_id" = CAST($6 AS "pg_catalog"."int4")
)
UNION ALL
(
  SELECT
    5,
    CAST(NULL AS "pg_catalog"."text"),
    "t5"."album_id"
  FROM
    "public"."album" AS "t5"
  WHERE
    "t5"."title" = CAST($7 AS "pg_catalog"."text")
    AND "t5"."artist_id" = CAST($8 AS "pg_catalog"."int4")
)
-- $1 = "3", $2 = "99", $3 = "A1", $4 = "c2", $5 = "High Voltage", $6 = "2", $7 = "Powerage", $8 = "1"
