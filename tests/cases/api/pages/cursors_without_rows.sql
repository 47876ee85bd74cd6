SELECT
  count(*)
FROM
  "public"."letter" AS "t1"
