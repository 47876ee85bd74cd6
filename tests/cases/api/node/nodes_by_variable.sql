WITH
"l0" AS MATERIALIZED (
  SELECT
    "k"."n" AS "n",
    "t0"."title" AS "title"
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($1 AS "pg_catalog"."text"[])) AS "pg_catalog"."int4"
        ) AS "k0",
        generate_subscripts(CAST($1 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."album" AS "t0" ON "t0"."album_id" = "k"."k0"
)
SELECT
  0,
  "l0"."n",
  "l0"."title"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "k"."n",
    "t1"."name"
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($2 AS "pg_catalog"."text"[])) AS "pg_catalog"."int4"
        ) AS "k0",
        generate_subscripts(CAST($2 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."artist" AS "t1" ON "t1"."artist_id" = "k"."k0"
)
-- $1 = "{\"11\"}", $2 = "{\"2\",\"1\"}"
