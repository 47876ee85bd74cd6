SELECT
  count(*)
FROM
  "public"."moment" AS "t0"
