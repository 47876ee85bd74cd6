WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."n" AS "n"
  FROM
    "public"."thing" AS "t0"
  WHERE
    "t0"."text" ~ CAST($1 AS "pg_catalog"."text")
  ORDER BY
    "t0"."n" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."n"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."n"
  FROM
    "public"."thing" AS "t1"
  WHERE
    "t1"."text" ~ CAST($2 AS "pg_catalog"."text")
  ORDER BY
    "t1"."n" ASC
  LIMIT
    101
)
-- $1 = "^S", $2 = "("
