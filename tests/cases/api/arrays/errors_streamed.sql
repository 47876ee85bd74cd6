SELECT
  "t0"."id",
  "t0"."ints",
  "t0"."grid",
  "t0"."floats"
FROM
  "public"."odd" AS "t0"
ORDER BY
  "t0"."id" ASC
LIMIT
  101
