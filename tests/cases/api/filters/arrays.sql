WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."n" AS "n"
  FROM
    "public"."thing" AS "t0"
  WHERE
    "t0"."numbers" = CAST($1 AS "pg_catalog"."int4"[])
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
    "t1"."numbers" = CAST($2 AS "pg_catalog"."int4"[])
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
    "t2"."numbers" = CAST($3 AS "pg_catalog"."int4"[])
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
    "t3"."words" <> CAST($4 AS "pg_catalog"."text"[])
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
    "t4"."words" = ANY(
      SELECT
        CAST(
          unnest(CAST($5 AS "pg_catalog"."text"[])) AS "pg_catalog"."text"[]
        )
    )
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
    FALSE
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
    "t6"."numbers" <> ALL (
      SELECT
        CAST(
          unnest(CAST($6 AS "pg_catalog"."text"[])) AS "pg_catalog"."int4"[]
        )
    )
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
    "t8"."moods" = CAST($7 AS "public"."mood"[])
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
    "t9"."moods" = ANY(
      SELECT
        CAST(
          unnest(CAST($8 AS "pg_catalog"."text"[])) AS "public"."mood"[]
        )
    )
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
    "t10"."grid" = CAST($9 AS "pg_catalog"."int4"[])
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
    "t11"."grid" = ANY(
      SELECT
        CAST(
          unnest(CAST($10 AS "pg_catalog"."text"[])) AS "pg_catalog"."int4"[]
        )
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
    "t12"."grid" IS NULL
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
    (
      "t13"."numbers" = CAST($11 AS "pg_catalog"."int4"[])
    ) IS NOT TRUE
  ORDER BY
    "t13"."n" ASC
  LIMIT
    101
)
-- $1 = "{\"1\",\"2\"}", $2 = "{\"1\"}", $3 = "{}", $4 = "{\"a\",NULL}", $5 = "{\"{\\\"a\\\",NULL}\",\"{\\\"b\\\",\\\"c\\\",\\\"d\\\"}\"}", $6 = "{\"{\\\"1\\\",\\\"2\\\"}\",\"{\\\"3\\\"}\"}", $7 = "{\"sad\",\"happy\"}", $8 = "{\"{\\\"so-so\\\"}\",\"{\\\"sad\\\",\\\"happy\\\"}\"}", $9 = "{{\"1\",\"2\"},{\"3\",\"4\"}}", $10 = "{\"{{\\\"1\\\",\\\"2\\\"},{\\\"3\\\",\\\"4\\\"}}\",\"{{\\\"5\\\"}}\"}", $11 = "{\"1\",\"2\"}"
