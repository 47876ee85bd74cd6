SELECT
  "t0"."id"
FROM
  "public"."thing" AS "t0"
WHERE
  "t0"."name" IS NOT NULL
ORDER BY
  "t0"."id" ASC
LIMIT
  101
