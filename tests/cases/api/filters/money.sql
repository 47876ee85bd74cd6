WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."n" AS "n",
    "t0"."cost" AS "cost"
  FROM
    "public"."thing" AS "t0"
  WHERE
    CAST("t0"."cost" AS "pg_catalog"."numeric") = CAST($1 AS "pg_catalog"."numeric")
  ORDER BY
    "t0"."n" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."n",
  CAST("l0"."cost" AS "pg_catalog"."numeric")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."n",
    CAST(NULL AS "pg_catalog"."numeric")
  FROM
    "public"."thing" AS "t1"
  WHERE
    CAST("t1"."cost" AS "pg_catalog"."numeric") = CAST($2 AS "pg_catalog"."numeric")
  ORDER BY
    "t1"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    2,
    "t2"."n",
    CAST(NULL AS "pg_catalog"."numeric")
  FROM
    "public"."thing" AS "t2"
  WHERE
    CAST("t2"."cost" AS "pg_catalog"."numeric") < CAST($3 AS "pg_catalog"."numeric")
  ORDER BY
    "t2"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    3,
    "t3"."n",
    CAST(NULL AS "pg_catalog"."numeric")
  FROM
    "public"."thing" AS "t3"
  WHERE
    CAST("t3"."cost" AS "pg_catalog"."numeric") = ANY(CAST($4 AS "pg_catalog"."numeric"[]))
  ORDER BY
    "t3"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    4,
    "t4"."n",
    CAST(NULL AS "pg_catalog"."numeric")
  FROM
    "public"."thing" AS "t4"
  WHERE
    CAST("t4"."cost" AS "pg_catalog"."numeric") <> ALL (CAST($5 AS "pg_catalog"."numeric"[]))
  ORDER BY
    "t4"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    5,
    "t5"."n",
    CAST(NULL AS "pg_catalog"."numeric")
  FROM
    "public"."thing" AS "t5"
  WHERE
    NOT (
      CAST("t5"."cost" AS "pg_catalog"."numeric") = CAST($6 AS "pg_catalog"."numeric")
    ) IS TRUE
  ORDER BY
    "t5"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    6,
    CAST(NULL AS "pg_catalog"."int4"),
    CAST("t6"."price" AS "pg_catalog"."numeric")
  FROM
    "public"."priced" AS "t6"
  WHERE
    CAST("t6"."prices" AS "pg_catalog"."numeric"[]) = CAST($7 AS "pg_catalog"."numeric"[])
  ORDER BY
    "t6"."price" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    7,
    CAST(NULL AS "pg_catalog"."int4"),
    CAST("t7"."price" AS "pg_catalog"."numeric")
  FROM
    "public"."priced" AS "t7"
  WHERE
    CAST("t7"."prices" AS "pg_catalog"."numeric"[]) = ANY(
      SELECT
        CAST(
          unnest(CAST($8 AS "pg_catalog"."text"[])) AS "pg_catalog"."numeric"[]
        )
    )
  ORDER BY
    "t7"."price" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    8,
    CAST(NULL AS "pg_catalog"."int4"),
    CAST("t8"."price" AS "pg_catalog"."numeric")
  FROM
    "public"."priced" AS "t8"
  WHERE
    CAST("t8"."price" AS "pg_catalog"."numeric") = CAST($9 AS "pg_catalog"."numeric")
)
UNION ALL
(
  SELECT
    9,
    CAST(NULL AS "pg_catalog"."int4"),
    CAST("t9"."price" AS "pg_catalog"."numeric")
  FROM
    "public"."priced" AS "t9"
  WHERE
    CAST("t9"."price" AS "pg_catalog"."numeric") = CAST($10 AS "pg_catalog"."numeric")
)
UNION ALL
(
  SELECT
    10,
    "k"."n",
    CAST("t10"."price" AS "pg_catalog"."numeric")
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($11 AS "pg_catalog"."text"[])) AS "pg_catalog"."numeric"
        ) AS "k0",
        generate_subscripts(CAST($11 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."priced" AS "t10" ON CAST("t10"."price" AS "pg_catalog"."numeric") = "k"."k0"
)
-- $1 = "12.34", $2 = "12.344", $3 = "12.344", $4 = "{\"12.344\",\"-5\",\"1e30\"}", $5 = "{\"12.344\"}", $6 = "12.340", $7 = "{\"12.34\",\"1\"}", $8 = "{\"{\\\"12.344\\\",\\\"1\\\"}\"}", $9 = "12.340", $10 = "12.344", $11 = "{\"12.344\",\"5\",\"12.34\",\"1e30\"}"
