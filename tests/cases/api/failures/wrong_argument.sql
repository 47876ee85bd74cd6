SELECT
  "t0"."n"
FROM
  "public"."number" AS "t0"
ORDER BY
  "t0"."n" ASC
LIMIT
  1
