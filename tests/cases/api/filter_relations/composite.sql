WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."tenant" AS "tenant",
    "t0"."number" AS "number"
  FROM
    "public"."purchase" AS "t0"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."purchase_line" AS "t1"
      WHERE
        "t1"."tenant" = "t0"."tenant"
        AND "t1"."number" = "t0"."number"
        AND ("t1"."sku" = CAST($1 AS "pg_catalog"."text"))
    )
  ORDER BY
    "t0"."tenant" ASC,
    "t0"."number" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."tenant",
  "l0"."number",
  CAST(NULL AS "pg_catalog"."text")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t2"."tenant",
    "t2"."number",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."purchase" AS "t2"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."purchase_detail" AS "t3"
      WHERE
        "t3"."tenant" = "t2"."tenant"
        AND "t3"."number" = "t2"."number"
        AND ("t3"."memo" ~~* CAST($2 AS "pg_catalog"."text"))
    )
  ORDER BY
    "t2"."tenant" ASC,
    "t2"."number" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    2,
    "t4"."tenant",
    "t4"."number",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."purchase" AS "t4"
  WHERE
    NOT EXISTS (
      SELECT
        1
      FROM
        "public"."purchase_detail" AS "t5"
      WHERE
        "t5"."tenant" = "t4"."tenant"
        AND "t5"."number" = "t4"."number"
    )
  ORDER BY
    "t4"."tenant" ASC,
    "t4"."number" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    3,
    "t6"."tenant",
    CAST(NULL AS "pg_catalog"."int4"),
    "t6"."sku"
  FROM
    "public"."purchase_line" AS "t6"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."purchase" AS "t7"
      WHERE
        "t7"."tenant" = "t6"."tenant"
        AND "t7"."number" = "t6"."number"
        AND ("t7"."tenant" = CAST($3 AS "pg_catalog"."int4"))
    )
  ORDER BY
    "t6"."tenant" ASC,
    "t6"."number" ASC,
    "t6"."line" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    4,
    "t8"."tenant",
    "t8"."number",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."purchase" AS "t8"
  WHERE
    "t8"."tenant" = CAST($4 AS "pg_catalog"."int4")
    AND "t8"."number" = CAST($5 AS "pg_catalog"."int4")
  ORDER BY
    "t8"."tenant" ASC,
    "t8"."number" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    5,
    "t9"."tenant",
    "t9"."number",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."purchase" AS "t9"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        (
          SELECT
            CAST(
              unnest(CAST($6 AS "pg_catalog"."text"[])) AS "pg_catalog"."int4"
            ) AS "k0",
            CAST(
              unnest(CAST($7 AS "pg_catalog"."text"[])) AS "pg_catalog"."int4"
            ) AS "k1",
            generate_subscripts(CAST($6 AS "pg_catalog"."text"[]), 1) AS "n"
        ) AS "k"
      WHERE
        "t9"."tenant" = "k"."k0"
        AND "t9"."number" = "k"."k1"
    )
  ORDER BY
    "t9"."tenant" ASC,
    "t9"."number" ASC
  LIMIT
    101
)
-- $1 = "b", $2 = "MEMO", $3 = "2", $4 = "1", $5 = "2", $6 = "{\"1\",\"2\"}", $7 = "{\"2\",\"1\"}"
