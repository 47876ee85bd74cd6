WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."citext" AS "citext",
    "t0"."xml" AS "xml",
    "t0"."list" AS "list"
  FROM
    "public"."every" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."id",
  CAST("l0"."citext" AS "pg_catalog"."text"),
  CAST("l0"."xml" AS "pg_catalog"."text"),
  CAST("l0"."list" AS "pg_catalog"."text"[])
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."id",
    CAST("t1"."citext" AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."text"[])
  FROM
    "public"."every" AS "t1"
  WHERE
    "t1"."citext" = CAST($1 AS "public"."citext")
)
UNION ALL
(
  SELECT
    2,
    "k"."n",
    CAST("t2"."citext" AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."text"[])
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($2 AS "pg_catalog"."text"[])) AS "public"."citext"
        ) AS "k0",
        generate_subscripts(CAST($2 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."every" AS "t2" ON "t2"."citext" = "k"."k0"
)
-- $1 = "CITEXT", $2 = "{\"citext\",\"x\"}"
