SELECT
  "k"."n",
  "t0"."name"
FROM
  (
    SELECT
      CAST(
        unnest(CAST($1 AS "pg_catalog"."text"[])) AS "pg_catalog"."int4"
      ) AS "k0",
      generate_subscripts(CAST($1 AS "pg_catalog"."text"[]), 1) AS "n"
  ) AS "k"
  INNER JOIN "public"."artist" AS "t0" ON "t0"."artist_id" = "k"."k0"
-- $1 = "{\"1\"}"
