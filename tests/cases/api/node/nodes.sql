WITH
"l0" AS MATERIALIZED (
  SELECT
    "k"."n" AS "n",
    "t0"."album_id" AS "album_id",
    "t0"."artist_id" AS "artist_id",
    "t1"."artist_id" AS "t1_artist_id",
    "t0"."title" AS "title",
    "t1"."name" AS "t1_name"
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($1 AS "pg_catalog"."text"[])) AS "pg_catalog"."int4"
        ) AS "k0",
        generate_subscripts(CAST($1 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."album" AS "t0" ON "t0"."album_id" = "k"."k0"
    LEFT JOIN "public"."artist" AS "t1" ON "t1"."artist_id" = "t0"."artist_id"
),
"l1" AS MATERIALIZED (
  SELECT
    "k"."n" AS "n",
    "t2"."artist_id" AS "artist_id",
    "t2"."name" AS "name"
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($2 AS "pg_catalog"."text"[])) AS "pg_catalog"."int4"
        ) AS "k0",
        generate_subscripts(CAST($2 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."artist" AS "t2" ON "t2"."artist_id" = "k"."k0"
)
SELECT
  0,
  "l0"."n",
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
    "l1"."n",
    "l1"."artist_id",
    "l1"."name",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "l1"
)
UNION ALL
(
  SELECT
    2,
    "s"."k",
    CAST(NULL AS "pg_catalog"."int4"),
    "s"."title",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    (
      SELECT
        "t3"."artist_id" AS "k",
        "t3"."album_id" AS "album_id",
        "t3"."title" AS "title",
        row_number() OVER (
          PARTITION BY
            "t3"."artist_id"
          ORDER BY
            "t3"."album_id" ASC
        ) AS "rn"
      FROM
        "public"."album" AS "t3"
      WHERE
        "t3"."artist_id" IN (
          SELECT
            "l1"."artist_id"
          FROM
            (
              SELECT DISTINCT
                "l1"."artist_id"
              FROM
                "l1"
            ) AS "l1"
        )
    ) AS "s"
  WHERE
    "s"."rn" <= 1
  ORDER BY
    "s"."k" ASC,
    "s"."album_id" ASC
)
UNION ALL
(
  SELECT
    3,
    "k"."n",
    "t4"."number",
    "t4"."hall",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($3 AS "pg_catalog"."text"[])) AS "pg_catalog"."text"
        ) AS "k0",
        CAST(
          unnest(CAST($4 AS "pg_catalog"."text"[])) AS "pg_catalog"."int4"
        ) AS "k1",
        generate_subscripts(CAST($3 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."seat" AS "t4" ON "t4"."hall" = "k"."k0"
    AND "t4"."number" = "k"."k1"
)
-- $1 = "{\"12\",\"99\",\"10\",\"12\"}", $2 = "{\"1\"}", $3 = "{\"B\"}", $4 = "{\"1\"}"
