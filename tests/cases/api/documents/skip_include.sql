SELECT
  "t0"."artist_id",
  "t0"."name"
FROM
  "public"."artist" AS "t0"
ORDER BY
  "t0"."artist_id" ASC
LIMIT
  1
