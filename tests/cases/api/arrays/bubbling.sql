WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."required" AS "required"
  FROM
    "public"."odd" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."id",
  "l0"."required"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."id",
    "t1"."required"
  FROM
    "public"."odd" AS "t1"
  WHERE
    "t1"."id" = CAST($1 AS "pg_catalog"."int4")
)
UNION ALL
(
  SELECT
    2,
    "t2"."id",
    "t2"."required"
  FROM
    "public"."odd" AS "t2"
  WHERE
    "t2"."id" = CAST($2 AS "pg_catalog"."int4")
)
UNION ALL
(
  SELECT
    3,
    "k"."n",
    "t3"."required"
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($3 AS "pg_catalog"."text"[])) AS "pg_catalog"."int4"
        ) AS "k0",
        generate_subscripts(CAST($3 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."odd" AS "t3" ON "t3"."id" = "k"."k0"
)
-- $1 = "2", $2 = "1", $3 = "{\"1\",\"2\"}"
