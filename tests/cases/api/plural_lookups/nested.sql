WITH
"l0" AS MATERIALIZED (
  SELECT
    "k"."n" AS "n",
    "t0"."artist_id" AS "artist_id",
    "t0"."name" AS "name"
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($1 AS "pg_catalog"."text"[])) AS "pg_catalog"."int4"
        ) AS "k0",
        generate_subscripts(CAST($1 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."artist" AS "t0" ON "t0"."artist_id" = "k"."k0"
)
SELECT
  0,
  "l0"."n",
  "l0"."name",
  "l0"."artist_id",
  CAST(NULL AS "pg_catalog"."text")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "s"."k",
    "s"."title",
    "t2"."artist_id",
    "t2"."name"
  FROM
    (
      SELECT
        "t1"."artist_id" AS "k",
        "t1"."album_id" AS "album_id",
        "t1"."artist_id" AS "artist_id",
        "t1"."title" AS "title",
        row_number() OVER (
          PARTITION BY
            "t1"."artist_id"
          ORDER BY
            "t1"."album_id" ASC
        ) AS "rn"
      FROM
        "public"."album" AS "t1"
      WHERE
        "t1"."artist_id" IN (
          SELECT
            "l0"."artist_id"
          FROM
            (
              SELECT DISTINCT
                "l0"."artist_id"
              FROM
                "l0"
            ) AS "l0"
        )
    ) AS "s"
    LEFT JOIN "public"."artist" AS "t2" ON "t2"."artist_id" = "s"."artist_id"
  WHERE
    "s"."rn" <= 101
  ORDER BY
    "s"."k" ASC,
    "s"."album_id" ASC
)
-- $1 = "{\"2\",\"1\",\"2\"}"
