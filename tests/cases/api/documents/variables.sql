WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."artist_id" AS "artist_id",
    "t0"."name" AS "name"
  FROM
    "public"."artist" AS "t0"
  WHERE
    "t0"."artist_id" = CAST($1 AS "pg_catalog"."int4")
)
SELECT
  0,
  "l0"."name",
  "l0"."artist_id"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "s"."title",
    "l0"."artist_id"
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t1"."album_id" AS "album_id",
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
UNION ALL
(
  SELECT
    2,
    CAST(NULL AS "pg_catalog"."text"),
    "t2"."artist_id"
  FROM
    "public"."artist" AS "t2"
  WHERE
    "t2"."artist_id" = CAST($2 AS "pg_catalog"."int4")
)
UNION ALL
(
  SELECT
    3,
    "t3"."name",
    "k"."n"
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($3 AS "pg_catalog"."text"[])) AS "pg_catalog"."int4"
        ) AS "k0",
        generate_subscripts(CAST($3 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."artist" AS "t3" ON "t3"."artist_id" = "k"."k0"
)
UNION ALL
(
  SELECT
    4,
    "t4"."name",
    "k"."n"
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($4 AS "pg_catalog"."text"[])) AS "pg_catalog"."int4"
        ) AS "k0",
        generate_subscripts(CAST($4 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."artist" AS "t4" ON "t4"."artist_id" = "k"."k0"
)
UNION ALL
(
  SELECT
    5,
    "t5"."name",
    "t5"."artist_id"
  FROM
    "public"."artist" AS "t5"
  WHERE
    "t5"."artist_id" = CAST($5 AS "pg_catalog"."int4")
)
-- $1 = "1", $2 = "1", $3 = "{\"2\",\"9\"}", $4 = "{\"1\",\"2\"}", $5 = "1"
