SELECT
  "t0"."id",
  "t0"."json",
  "t0"."jsonb"
FROM
  "public"."every" AS "t0"
ORDER BY
  "t0"."id" ASC
LIMIT
  101
