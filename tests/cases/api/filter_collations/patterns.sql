WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."tag" AS "t0"
  WHERE
    "t0"."name" = CAST($1 AS "pg_catalog"."text")
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
    "public"."tag" AS "t1"
  WHERE
    ("t1"."name" ~>=~ CAST($2 AS "pg_catalog"."text"))
    AND ("t1"."name" ~<~ CAST($3 AS "pg_catalog"."text"))
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
    "public"."tag" AS "t2"
  WHERE
    ("t2"."title" COLLATE "pg_catalog"."default") ~~ CAST($4 AS "pg_catalog"."text")
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
    "public"."tag" AS "t3"
  WHERE
    ("t3"."title" COLLATE "pg_catalog"."default") ~~ CAST($5 AS "pg_catalog"."text")
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
    "public"."tag" AS "t4"
  WHERE
    ("t4"."name" COLLATE "pg_catalog"."default") ~~ CAST($6 AS "pg_catalog"."text")
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
    "public"."tag" AS "t5"
  WHERE
    ("t5"."name" COLLATE "pg_catalog"."default") ~ CAST($7 AS "pg_catalog"."text")
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
    "public"."tag" AS "t6"
  WHERE
    ("t6"."name" COLLATE "pg_catalog"."default") ~~* CAST($8 AS "pg_catalog"."text")
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
    "public"."tag" AS "t7"
  WHERE
    ("t7"."title" COLLATE "pg_catalog"."default") ~~* ANY(CAST($9 AS "pg_catalog"."text"[]))
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
    "public"."tag" AS "t8"
  WHERE
    ("t8"."title" COLLATE "pg_catalog"."default") ~* CAST($10 AS "pg_catalog"."text")
  ORDER BY
    "t8"."id" ASC
  LIMIT
    101
)
-- $1 = "ALTO", $2 = "al", $3 = "am", $4 = "%e%", $5 = "%\\%", $6 = "_lto", $7 = "^[aA]", $8 = "%LT%", $9 = "{\"ONE\",\"TWO\"}", $10 = "^T"
