SELECT
  0,
  count(*)
FROM
  "public"."thing" AS "t0"
WHERE
  "t0"."text" ~>=~ CAST($1 AS "pg_catalog"."text")
UNION ALL
(
  SELECT
    1,
    count(*)
  FROM
    "public"."thing" AS "t1"
  WHERE
    "t1"."text" ~>=~ CAST($2 AS "pg_catalog"."text")
)
UNION ALL
(
  SELECT
    2,
    count(*)
  FROM
    "public"."thing" AS "t2"
  WHERE
    ("t2"."text" ~>=~ CAST($3 AS "pg_catalog"."text"))
    AND ("t2"."text" ~<~ CAST($4 AS "pg_catalog"."text"))
)
UNION ALL
(
  SELECT
    3,
    count(*)
  FROM
    "public"."thing" AS "t3"
  WHERE
    ("t3"."text" ~>=~ CAST($5 AS "pg_catalog"."text"))
    AND ("t3"."text" ~<~ CAST($6 AS "pg_catalog"."text"))
)
-- $1 = "", $2 = "\u{10ffff}", $3 = "\u{d7ff}", $4 = "\u{e000}", $5 = "STR", $6 = "STS"
