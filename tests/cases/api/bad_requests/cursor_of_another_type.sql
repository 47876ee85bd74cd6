SELECT
  count(*)
FROM
  "public"."artist" AS "t0"
