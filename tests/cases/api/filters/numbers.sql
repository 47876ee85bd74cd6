WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."n" AS "n"
  FROM
    "public"."thing" AS "t0"
  WHERE
    "t0"."small" = CAST($1 AS "pg_catalog"."int2")
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
    "t1"."big" = CAST($2 AS "pg_catalog"."int8")
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
    "t2"."big" = ANY(CAST($3 AS "pg_catalog"."int8"[]))
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
    "t3"."number" > CAST($4 AS "pg_catalog"."oid")
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
    "t4"."ratio" = CAST($5 AS "pg_catalog"."float8")
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
    "t5"."ratio" > CAST($6 AS "pg_catalog"."float8")
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
    "t6"."coarse" = CAST($7 AS "pg_catalog"."float4")
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
    "t7"."price" = CAST($8 AS "pg_catalog"."numeric")
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
    "t8"."price" = ANY(CAST($9 AS "pg_catalog"."numeric"[]))
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
    CAST("t9"."cost" AS "pg_catalog"."numeric") = CAST($10 AS "pg_catalog"."numeric")
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
    CAST("t10"."cost" AS "pg_catalog"."numeric") = ANY(CAST($11 AS "pg_catalog"."numeric"[]))
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
    (
      "t11"."paid" >= CAST($12 AS "pg_catalog"."numeric")
    )
    AND (
      "t11"."paid" < CAST($13 AS "pg_catalog"."numeric")
    )
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
    ("t12"."n" > CAST($14 AS "pg_catalog"."int4"))
    AND ("t12"."n" <= CAST($15 AS "pg_catalog"."int4"))
    AND ("t12"."n" <> CAST($16 AS "pg_catalog"."int4"))
  ORDER BY
    "t12"."n" ASC
  LIMIT
    101
)
-- $1 = "-1", $2 = "9007199254740993", $3 = "{\"9007199254740992\",\"9007199254740993\",\"1\"}", $4 = "7", $5 = "0.1", $6 = "1e308", $7 = "0.1", $8 = "1.5", $9 = "{\"NaN\"}", $10 = "12.34", $11 = "{\"12.34\",\"-5.00\"}", $12 = "12.34", $13 = "99", $14 = "1", $15 = "3", $16 = "2"
