WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."n" AS "n"
  FROM
    "public"."thing" AS "t0"
  WHERE
    "t0"."text" ~~* CAST($1 AS "pg_catalog"."text")
  ORDER BY
    "t0"."n" ASC
  LIMIT
    2
)
SELECT
  0,
  "l0"."n",
  CAST(NULL AS "pg_catalog"."int8")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST(NULL AS "pg_catalog"."int4"),
    count(*)
  FROM
    "public"."thing" AS "t1"
  WHERE
    "t1"."text" ~~* CAST($1 AS "pg_catalog"."text")
)
UNION ALL
(
  SELECT
    2,
    "t2"."n",
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "public"."thing" AS "t2"
  WHERE
    "t2"."text" = CAST($2 AS "pg_catalog"."text")
  ORDER BY
    "t2"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    3,
    CAST(NULL AS "pg_catalog"."int4"),
    count(*)
  FROM
    "public"."thing" AS "t3"
  WHERE
    "t3"."text" = CAST($2 AS "pg_catalog"."text")
)
UNION ALL
(
  SELECT
    4,
    "t4"."n",
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "public"."thing" AS "t4"
  WHERE
    "t4"."n" < CAST($3 AS "pg_catalog"."int4")
  ORDER BY
    "t4"."n" DESC
  LIMIT
    2
)
UNION ALL
(
  SELECT
    5,
    CAST(NULL AS "pg_catalog"."int4"),
    count(*)
  FROM
    "public"."thing" AS "t5"
  WHERE
    "t5"."n" < CAST($3 AS "pg_catalog"."int4")
)
-- $1 = "%stra%", $2 = "nothing", $3 = "3"
