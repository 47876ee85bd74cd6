WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."thing" AS "t0"
  WHERE
    "t0"."id" = CAST($1 AS "pg_catalog"."int4")
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
  WHERE
    "t1"."id" = ANY(CAST($2 AS "pg_catalog"."int4"[]))
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
  WHERE
    NOT "t2"."id" = CAST($3 AS "pg_catalog"."int4")
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
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."owner" AS "t4"
      WHERE
        "t4"."id" = "t3"."owner_id"
        AND "t4"."id" = CAST($4 AS "pg_catalog"."int4")
    )
  ORDER BY
    "t3"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    4,
    "t5"."id"
  FROM
    "public"."thing" AS "t5"
  WHERE
    "t5"."id" = CAST($5 AS "pg_catalog"."int4")
  ORDER BY
    "t5"."id" ASC
  LIMIT
    101
)
-- $1 = "1", $2 = "{\"3\",\"1\",\"9\"}", $3 = "1", $4 = "2", $5 = "2"
