WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."n" AS "n"
  FROM
    "public"."thing" AS "t0"
  WHERE
    "t0"."ok" = CAST($1 AS "pg_catalog"."bool")
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
    "t1"."mood" > CAST($2 AS "public"."mood")
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
    "t2"."mood" = ANY(CAST($3 AS "public"."mood"[]))
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
    "t3"."uuid" = CAST($4 AS "pg_catalog"."uuid")
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
    "t4"."at" = CAST($5 AS "pg_catalog"."timestamptz")
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
    "t5"."at" < CAST($6 AS "pg_catalog"."timestamptz")
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
    "t6"."local" <= CAST($7 AS "pg_catalog"."timestamp")
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
    "t7"."day" > CAST($8 AS "pg_catalog"."date")
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
    "t8"."clock" = CAST($9 AS "pg_catalog"."time")
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
    "t9"."zoned" = CAST($10 AS "pg_catalog"."timetz")
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
    "t10"."span" = CAST($11 AS "pg_catalog"."interval")
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
    "t11"."bytes" = CAST($12 AS "pg_catalog"."bytea")
  ORDER BY
    "t11"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    12,
    "t12"."n"
  FROM
    "public"."thing" AS "t12"
  WHERE
    "t12"."bytes" = ANY(CAST($13 AS "pg_catalog"."bytea"[]))
  ORDER BY
    "t12"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    13,
    "t13"."n"
  FROM
    "public"."thing" AS "t13"
  WHERE
    "t13"."document" = CAST($14 AS "pg_catalog"."jsonb")
  ORDER BY
    "t13"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    14,
    "t14"."n"
  FROM
    "public"."thing" AS "t14"
  WHERE
    "t14"."document" = ANY(CAST($15 AS "pg_catalog"."jsonb"[]))
  ORDER BY
    "t14"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    15,
    "t15"."n"
  FROM
    "public"."thing" AS "t15"
  WHERE
    "t15"."raw" IS NOT NULL
  ORDER BY
    "t15"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    16,
    "t16"."n"
  FROM
    "public"."thing" AS "t16"
  WHERE
    "t16"."here" IS NULL
  ORDER BY
    "t16"."n" ASC
  LIMIT
    101
)
-- $1 = "false", $2 = "sad", $3 = "{\"so-so\",\"sad\"}", $4 = "a81bc81b-dead-4e5d-abff-90865d1e13b1", $5 = "2026-02-03 02:05:06.5+00", $6 = "0001-01-01 00:00:00+00", $7 = "0044-03-15 00:00:00 BC", $8 = "2026-02-03", $9 = "24:00:00", $10 = "04:05:06+02", $11 = "PT24H", $12 = "\\x00ff", $13 = "{\"\\\\x\",\"\\\\x00ff\"}", $14 = "{\"a\":[1.0,2]}", $15 = "{\"[]\",\"\\\"x\\\\\\\"{}\\\"\",\"{\\\"a\\\":[1,2]}\"}"
