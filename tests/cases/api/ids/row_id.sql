WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."token" AS "token",
    "t0"."Id" AS "Id",
    "t0"."row_id" AS "row_id"
  FROM
    "public"."token" AS "t0"
  ORDER BY
    "t0"."token" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."token",
  "l0"."Id",
  "l0"."row_id"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."token",
    "t1"."row_id",
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "public"."token" AS "t1"
  WHERE
    "t1"."Id" = CAST($1 AS "pg_catalog"."int4")
)
UNION ALL
(
  SELECT
    2,
    CAST(NULL AS "pg_catalog"."uuid"),
    "k"."n",
    "t2"."Id"
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($2 AS "pg_catalog"."text"[])) AS "pg_catalog"."int4"
        ) AS "k0",
        generate_subscripts(CAST($2 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."token" AS "t2" ON "t2"."Id" = "k"."k0"
)
-- $1 = "7", $2 = "{\"7\",\"8\"}"
