WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."n" AS "n"
  FROM
    "public"."thing" AS "t0"
  WHERE
    "t0"."small" <> CAST($1 AS "pg_catalog"."int2")
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
    "t1"."n" = ANY(CAST($2 AS "pg_catalog"."int4"[]))
  ORDER BY
    "t1"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    2,
    "t2"."n"
  FROM
    "public"."thing" AS "t2"
  WHERE
    "t2"."small" <> ALL (CAST($3 AS "pg_catalog"."int2"[]))
  ORDER BY
    "t2"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    3,
    "t3"."n"
  FROM
    "public"."thing" AS "t3"
  WHERE
    "t3"."small" IS NULL
  ORDER BY
    "t3"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    4,
    "t4"."n"
  FROM
    "public"."thing" AS "t4"
  WHERE
    "t4"."small" IS NOT NULL
  ORDER BY
    "t4"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    5,
    "t5"."n"
  FROM
    "public"."thing" AS "t5"
  WHERE
    ("t5"."small" = CAST($4 AS "pg_catalog"."int2")) IS NOT TRUE
  ORDER BY
    "t5"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    6,
    "t6"."n"
  FROM
    "public"."thing" AS "t6"
  WHERE
    "t6"."small" IS NOT NULL
  ORDER BY
    "t6"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    7,
    "t7"."n"
  FROM
    "public"."thing" AS "t7"
  WHERE
    "t7"."small" = CAST($5 AS "pg_catalog"."int2")
  ORDER BY
    "t7"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    8,
    "t8"."n"
  FROM
    "public"."thing" AS "t8"
  WHERE
    "t8"."small" IS NULL
  ORDER BY
    "t8"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    9,
    "t9"."n"
  FROM
    "public"."thing" AS "t9"
  WHERE
    NOT ("t9"."small" = CAST($6 AS "pg_catalog"."int2")) IS TRUE
  ORDER BY
    "t9"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    10,
    "t10"."n"
  FROM
    "public"."thing" AS "t10"
  WHERE
    NOT ("t10"."n" = CAST($7 AS "pg_catalog"."int4"))
  ORDER BY
    "t10"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    11,
    "t11"."n"
  FROM
    "public"."thing" AS "t11"
  WHERE
    NOT (
      NOT ("t11"."small" = CAST($8 AS "pg_catalog"."int2")) IS NOT TRUE
    )
  ORDER BY
    "t11"."n" ASC
  LIMIT
    101
)
-- $1 = "-1", $2 = "{\"3\",\"1\",\"1\",\"9\"}", $3 = "{\"2\",\"5\"}", $4 = "2", $5 = "2", $6 = "2", $7 = "2", $8 = "2"
