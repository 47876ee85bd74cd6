WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."thing" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."id"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."id"
  FROM
    "public"."thing" AS "t1"
  ORDER BY
    "t1"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    2,
    "t2"."id"
  FROM
    "public"."thing" AS "t2"
  ORDER BY
    "t2"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    3,
    "t3"."id"
  FROM
    "public"."thing" AS "t3"
  ORDER BY
    "t3"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    4,
    "t4"."id"
  FROM
    "public"."thing" AS "t4"
  WHERE
    FALSE
  ORDER BY
    "t4"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    5,
    "t5"."id"
  FROM
    "public"."thing" AS "t5"
  ORDER BY
    "t5"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    6,
    "t6"."id"
  FROM
    "public"."thing" AS "t6"
  ORDER BY
    "t6"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    7,
    "t7"."id"
  FROM
    "public"."thing" AS "t7"
  WHERE
    FALSE
  ORDER BY
    "t7"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    8,
    "t8"."id"
  FROM
    "public"."thing" AS "t8"
  ORDER BY
    "t8"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    9,
    "t9"."id"
  FROM
    "public"."thing" AS "t9"
  ORDER BY
    "t9"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    10,
    "t10"."id"
  FROM
    "public"."thing" AS "t10"
  WHERE
    FALSE
  ORDER BY
    "t10"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    11,
    "t11"."id"
  FROM
    "public"."thing" AS "t11"
  ORDER BY
    "t11"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    12,
    "t12"."id"
  FROM
    "public"."thing" AS "t12"
  WHERE
    FALSE
  ORDER BY
    "t12"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    13,
    "t13"."id"
  FROM
    "public"."thing" AS "t13"
  WHERE
    FALSE
  ORDER BY
    "t13"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    14,
    "t14"."id"
  FROM
    "public"."thing" AS "t14"
  WHERE
    (
      "t14"."id" = ANY(CAST($1 AS "pg_catalog"."int4"[]))
    )
    AND ("t14"."name" = CAST($2 AS "pg_catalog"."text"))
  ORDER BY
    "t14"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    15,
    "t15"."id"
  FROM
    "public"."thing" AS "t15"
  WHERE
    NOT ("t15"."name" = CAST($3 AS "pg_catalog"."text"))
  ORDER BY
    "t15"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    16,
    "t16"."id"
  FROM
    "public"."thing" AS "t16"
  WHERE
    NOT (
      ("t16"."name" = CAST($4 AS "pg_catalog"."text"))
      AND ("t16"."id" < CAST($5 AS "pg_catalog"."int4"))
    )
  ORDER BY
    "t16"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    17,
    "t17"."id"
  FROM
    "public"."thing" AS "t17"
  WHERE
    ("t17"."name" = CAST($6 AS "pg_catalog"."text"))
    OR (
      "t17"."name" IS NULL
      AND ("t17"."id" > CAST($7 AS "pg_catalog"."int4"))
    )
  ORDER BY
    "t17"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    18,
    "t18"."id"
  FROM
    "public"."thing" AS "t18"
  WHERE
    ("t18"."name" > CAST($8 AS "pg_catalog"."text"))
    AND ("t18"."name" < CAST($9 AS "pg_catalog"."text"))
    AND ("t18"."id" <> CAST($10 AS "pg_catalog"."int4"))
  ORDER BY
    "t18"."id" ASC
  LIMIT
    101
)
-- $1 = "{\"2\"}", $2 = "two", $3 = "one", $4 = "one", $5 = "3", $6 = "one", $7 = "2", $8 = "a", $9 = "p", $10 = "3"
