WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."n" AS "n"
  FROM
    "public"."thing" AS "t0"
  WHERE
    "t0"."text" = CAST($1 AS "pg_catalog"."text")
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
    "t1"."text" < CAST($2 AS "pg_catalog"."text")
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
    "t2"."text" ~~ CAST($3 AS "pg_catalog"."text")
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
    ("t3"."text" ~>=~ CAST($4 AS "pg_catalog"."text"))
    AND ("t3"."text" ~<~ CAST($5 AS "pg_catalog"."text"))
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
    "t4"."text" ~~ CAST($6 AS "pg_catalog"."text")
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
    "t5"."text" ~~ CAST($7 AS "pg_catalog"."text")
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
    "t6"."text" ~~ CAST($8 AS "pg_catalog"."text")
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
    "t7"."text" ~ CAST($9 AS "pg_catalog"."text")
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
    "t8"."text" ~~* CAST($10 AS "pg_catalog"."text")
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
    "t9"."text" ~~* CAST($11 AS "pg_catalog"."text")
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
    "t10"."text" ~~* ANY(CAST($12 AS "pg_catalog"."text"[]))
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
    "t11"."text" ~~* CAST($13 AS "pg_catalog"."text")
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
    "t12"."text" ~~* CAST($14 AS "pg_catalog"."text")
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
    "t13"."text" ~~* CAST($15 AS "pg_catalog"."text")
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
    "t14"."text" ~~* CAST($16 AS "pg_catalog"."text")
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
    "t15"."text" ~* CAST($17 AS "pg_catalog"."text")
  ORDER BY
    "t15"."n" ASC
  LIMIT
    101
)
-- $1 = "Straße", $2 = "Straße", $3 = "S%_\\_b\\\\%", $4 = "Str", $5 = "Sts", $6 = "%\\_b\\\\c", $7 = "%a\\_b\\\\%", $8 = "%a\\%b%", $9 = "^Stra.e$", $10 = "strasse A\\_B\\\\c", $11 = "\\%", $12 = "{\"x\",\"STRAßE\"}", $13 = "str%", $14 = "sTRAs%", $15 = "%SSE A\\_B\\\\C", $16 = "%RASS%", $17 = "^STRA.E$"
