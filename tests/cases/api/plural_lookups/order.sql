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
  "l0"."artist_id",
  "l0"."name"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "k"."n",
    "t1"."artist_id",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($2 AS "pg_catalog"."text"[])) AS "pg_catalog"."text"
        ) AS "k0",
        generate_subscripts(CAST($2 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."artist" AS "t1" ON "t1"."name" = "k"."k0"
)
-- $1 = "{\"3\",\"1\",\"99\",\"1\"}", $2 = "{\"Accept\",\"accept\",\"O'Hara, \\\"{}\\\"\"}"
