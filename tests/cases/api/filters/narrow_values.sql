SELECT
  "t0"."n"
FROM
  "public"."thing" AS "t0"
WHERE
  "t0"."text" ~~ CAST($1 AS "pg_catalog"."text")
ORDER BY
  "t0"."n" ASC
LIMIT
  101
-- $1 = "%\\\\%"
