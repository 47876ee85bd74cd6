WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."email" AS "email"
  FROM
    "public"."account" AS "t0"
  WHERE
    "t0"."email" = CAST($1 AS "ext""s"."citext")
  ORDER BY
    "t0"."email" ASC
  LIMIT
    101
)
SELECT
  0,
  CAST("l0"."email" AS "pg_catalog"."text")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST("t1"."email" AS "pg_catalog"."text")
  FROM
    "public"."account" AS "t1"
  WHERE
    "t1"."email" <> CAST($2 AS "ext""s"."citext")
  ORDER BY
    "t1"."email" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    2,
    CAST("t2"."email" AS "pg_catalog"."text")
  FROM
    "public"."account" AS "t2"
  WHERE
    "t2"."email" = ANY(CAST($3 AS "ext""s"."citext"[]))
  ORDER BY
    "t2"."email" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    3,
    CAST("t3"."email" AS "pg_catalog"."text")
  FROM
    "public"."account" AS "t3"
  WHERE
    "t3"."email" <> ALL (CAST($4 AS "ext""s"."citext"[]))
  ORDER BY
    "t3"."email" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    4,
    CAST("t4"."email" AS "pg_catalog"."text")
  FROM
    "public"."account" AS "t4"
  WHERE
    "t4"."email" < CAST($5 AS "ext""s"."citext")
  ORDER BY
    "t4"."email" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    5,
    CAST("t5"."email" AS "pg_catalog"."text")
  FROM
    "public"."account" AS "t5"
  WHERE
    "t5"."other" = CAST($6 AS "ext""s"."citext")
  ORDER BY
    "t5"."email" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    6,
    CAST("t6"."email" AS "pg_catalog"."text")
  FROM
    "public"."account" AS "t6"
  WHERE
    ("t6"."other" = CAST($7 AS "ext""s"."citext")) IS NOT TRUE
  ORDER BY
    "t6"."email" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    7,
    CAST("t7"."email" AS "pg_catalog"."text")
  FROM
    "public"."account" AS "t7"
  WHERE
    "t7"."other" = CAST($8 AS "ext""s"."citext")
  ORDER BY
    "t7"."email" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    8,
    CAST("t8"."email" AS "pg_catalog"."text")
  FROM
    "public"."account" AS "t8"
  WHERE
    "t8"."email" ~~ CAST($9 AS "ext""s"."citext")
  ORDER BY
    "t8"."email" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    9,
    CAST("t9"."email" AS "pg_catalog"."text")
  FROM
    "public"."account" AS "t9"
  WHERE
    "t9"."email" ~~ CAST($10 AS "ext""s"."citext")
  ORDER BY
    "t9"."email" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    10,
    CAST("t10"."email" AS "pg_catalog"."text")
  FROM
    "public"."account" AS "t10"
  WHERE
    "t10"."email" ~ CAST($11 AS "ext""s"."citext")
  ORDER BY
    "t10"."email" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    11,
    CAST("t11"."email" AS "pg_catalog"."text")
  FROM
    "public"."account" AS "t11"
  WHERE
    "t11"."email" ~~* ANY(CAST($12 AS "ext""s"."citext"[]))
  ORDER BY
    "t11"."email" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    12,
    CAST("t12"."email" AS "pg_catalog"."text")
  FROM
    "public"."account" AS "t12"
  WHERE
    "t12"."list" = CAST($13 AS "ext""s"."citext"[])
  ORDER BY
    "t12"."email" ASC
  LIMIT
    101
)
-- $1 = "ADA@EXAMPLE.ORG", $2 = "ADA@EXAMPLE.ORG", $3 = "{\"ADA@EXAMPLE.ORG\"}", $4 = "{\"ADA@EXAMPLE.ORG\"}", $5 = "B", $6 = "ADA@EXAMPLE.ORG", $7 = "ADA@EXAMPLE.ORG", $8 = "ADA@EXAMPLE.ORG", $9 = "ADA%", $10 = "%EXAMPLE%", $11 = "^ADA", $12 = "{\"BO@EXAMPLE.ORG\"}", $13 = "{\"a\",\"B\"}"
