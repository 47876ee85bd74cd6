SELECT
  "k"."n",
  "t0"."title",
  "t1"."artist_id",
  "t1"."name"
FROM
  (
    SELECT
      CAST(
        unnest(CAST($1 AS "pg_catalog"."text"[])) AS "pg_catalog"."int8"
      ) AS "k0",
      generate_subscripts(CAST($1 AS "pg_catalog"."text"[]), 1) AS "n"
  ) AS "k"
  INNER JOIN "public"."album" AS "t0" ON "t0"."album_id" = "k"."k0"
  LEFT JOIN "public"."artist" AS "t1" ON "t1"."artist_id" = "t0"."artist_id"
-- $1 = "{\"12\",\"10\",\"7\"}"
