WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."n" AS "n"
  FROM
    "public"."thing" AS "t0"
  WHERE
    ("t0"."address" = CAST($1 AS "pg_catalog"."inet"))
    AND ("t0"."text" ~ CAST($2 AS "pg_catalog"."text"))
    AND ("t0"."text" ~* CAST($3 AS "pg_catalog"."text"))
  ORDER BY
    "t0"."n" ASC
  LIMIT
    101
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
    "t1"."n",
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "public"."thing" AS "t1"
  WHERE
    "t1"."address" = CAST($4 AS "pg_catalog"."inet")
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
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "public"."thing" AS "t2"
  WHERE
    "t2"."address" = ANY(CAST($5 AS "pg_catalog"."inet"[]))
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
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "public"."thing" AS "t3"
  WHERE
    NOT (
      ("t3"."bits" = CAST($6 AS "pg_catalog"."bit"))
      AND ("t3"."address" < CAST($7 AS "pg_catalog"."inet"))
    )
  ORDER BY
    "t3"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    4,
    CAST(NULL AS "pg_catalog"."int4"),
    count(*)
  FROM
    "public"."thing" AS "t4"
  WHERE
    NOT (
      ("t4"."bits" = CAST($6 AS "pg_catalog"."bit"))
      AND ("t4"."address" < CAST($7 AS "pg_catalog"."inet"))
    )
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
    ("t5"."text" ~ CAST($8 AS "pg_catalog"."text"))
    AND ("t5"."word" ~* CAST($9 AS "pg_catalog"."text"))
)
-- $1 = "10.0.0.1", $2 = "^S", $3 = "STR", $4 = "10.0.0", $5 = "{\"10.0.0.1\",\"::1\",\"x\",\"y\"}", $6 = "101", $7 = "nowhere", $8 = "^S", $9 = "["
