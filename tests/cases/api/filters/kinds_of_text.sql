WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."n" AS "n"
  FROM
    "public"."thing" AS "t0"
  WHERE
    "t0"."varchar" = CAST($1 AS "pg_catalog"."varchar")
  ORDER BY
    "t0"."n" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."n",
  CAST(NULL AS "pg_catalog"."bpchar")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."n",
    CAST(NULL AS "pg_catalog"."bpchar")
  FROM
    "public"."thing" AS "t1"
  WHERE
    (
      "t1"."varchar" ~>=~ CAST($2 AS "pg_catalog"."text")
    )
    AND (
      "t1"."varchar" ~<~ CAST($3 AS "pg_catalog"."text")
    )
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
    CAST(NULL AS "pg_catalog"."bpchar")
  FROM
    "public"."thing" AS "t2"
  WHERE
    "t2"."varchar" = ANY(CAST($4 AS "pg_catalog"."varchar"[]))
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
    "t3"."char"
  FROM
    "public"."thing" AS "t3"
  WHERE
    "t3"."char" = CAST($5 AS "pg_catalog"."bpchar")
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
    CAST(NULL AS "pg_catalog"."bpchar")
  FROM
    "public"."thing" AS "t4"
  WHERE
    "t4"."char" = CAST($6 AS "pg_catalog"."bpchar")
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
    CAST(NULL AS "pg_catalog"."bpchar")
  FROM
    "public"."thing" AS "t5"
  WHERE
    "t5"."char" = ANY(CAST($7 AS "pg_catalog"."bpchar"[]))
  ORDER BY
    "t5"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    6,
    "t6"."n",
    CAST(NULL AS "pg_catalog"."bpchar")
  FROM
    "public"."thing" AS "t6"
  WHERE
    CAST("t6"."char" AS "pg_catalog"."text") ~~* CAST(
      CAST($8 AS "pg_catalog"."bpchar") AS "pg_catalog"."text"
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
    "t7"."n",
    CAST(NULL AS "pg_catalog"."bpchar")
  FROM
    "public"."thing" AS "t7"
  WHERE
    CAST("t7"."char" AS "pg_catalog"."text") ~~* ANY(
      CAST(
        CAST($9 AS "pg_catalog"."bpchar"[]) AS "pg_catalog"."text"[]
      )
    )
  ORDER BY
    "t7"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    8,
    "t8"."n",
    CAST(NULL AS "pg_catalog"."bpchar")
  FROM
    "public"."thing" AS "t8"
  WHERE
    "t8"."char" ~~ CAST($10 AS "pg_catalog"."text")
  ORDER BY
    "t8"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    9,
    "t9"."n",
    CAST(NULL AS "pg_catalog"."bpchar")
  FROM
    "public"."thing" AS "t9"
  WHERE
    "t9"."char" ~~ CAST($11 AS "pg_catalog"."text")
  ORDER BY
    "t9"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    10,
    "t10"."n",
    CAST(NULL AS "pg_catalog"."bpchar")
  FROM
    "public"."thing" AS "t10"
  WHERE
    "t10"."char" ~~ CAST($12 AS "pg_catalog"."text")
  ORDER BY
    "t10"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    11,
    "t11"."n",
    CAST(NULL AS "pg_catalog"."bpchar")
  FROM
    "public"."thing" AS "t11"
  WHERE
    "t11"."name" = CAST($13 AS "pg_catalog"."text")
  ORDER BY
    "t11"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    12,
    "t12"."n",
    CAST(NULL AS "pg_catalog"."bpchar")
  FROM
    "public"."thing" AS "t12"
  WHERE
    "t12"."name" ~~ CAST($14 AS "pg_catalog"."text")
  ORDER BY
    "t12"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    13,
    "t13"."n",
    CAST(NULL AS "pg_catalog"."bpchar")
  FROM
    "public"."thing" AS "t13"
  WHERE
    "t13"."name" = ANY(CAST($15 AS "pg_catalog"."text"[]))
  ORDER BY
    "t13"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    14,
    "t14"."n",
    CAST(NULL AS "pg_catalog"."bpchar")
  FROM
    "public"."thing" AS "t14"
  WHERE
    "t14"."letter" > CAST($16 AS "pg_catalog"."char")
  ORDER BY
    "t14"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    15,
    "t15"."n",
    CAST(NULL AS "pg_catalog"."bpchar")
  FROM
    "public"."thing" AS "t15"
  WHERE
    "t15"."word" = CAST($17 AS "pg_catalog"."text")
  ORDER BY
    "t15"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    16,
    "t16"."n",
    CAST(NULL AS "pg_catalog"."bpchar")
  FROM
    "public"."thing" AS "t16"
  WHERE
    (
      "t16"."word" ~>=~ CAST($18 AS "pg_catalog"."text")
    )
    AND (
      "t16"."word" ~<~ CAST($19 AS "pg_catalog"."text")
    )
  ORDER BY
    "t16"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    17,
    "t17"."n",
    CAST(NULL AS "pg_catalog"."bpchar")
  FROM
    "public"."thing" AS "t17"
  WHERE
    "t17"."word" ~~* CAST($20 AS "pg_catalog"."text")
  ORDER BY
    "t17"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    18,
    "t18"."n",
    CAST(NULL AS "pg_catalog"."bpchar")
  FROM
    "public"."thing" AS "t18"
  WHERE
    "t18"."address" > CAST($21 AS "pg_catalog"."inet")
  ORDER BY
    "t18"."n" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    19,
    "t19"."n",
    CAST(NULL AS "pg_catalog"."bpchar")
  FROM
    "public"."thing" AS "t19"
  WHERE
    "t19"."bits" = CAST($22 AS "pg_catalog"."bit")
  ORDER BY
    "t19"."n" ASC
  LIMIT
    101
)
-- $1 = "100%", $2 = "100%", $3 = "100&", $4 = "{\"100 %\"}", $5 = "ab", $6 = "ab   ", $7 = "{\"ab    \",\"ab c \"}", $8 = "AB", $9 = "{\"AB\",\"AB C   \"}", $10 = "%b   ", $11 = "ab%", $12 = "ab", $13 = "Ænima", $14 = "Æ%", $15 = "{\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\",\"x\"}", $16 = "a", $17 = "One", $18 = "t", $19 = "u", $20 = "ONE", $21 = "10.0.0.0/8", $22 = "101"
