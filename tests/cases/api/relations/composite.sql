WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."tenant_id" AS "tenant_id",
    "t0"."number" AS "number",
    "t0"."memo" AS "memo"
  FROM
    "public"."tenant_order" AS "t0"
  ORDER BY
    "t0"."tenant_id" ASC,
    "t0"."number" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."tenant_id",
  "l0"."memo",
  "l0"."number",
  CAST(NULL AS "pg_catalog"."int4"),
  CAST(NULL AS "pg_catalog"."text")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "s"."k",
    "s"."sku",
    "s"."k1",
    "s"."line",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    (
      SELECT
        "t1"."tenant_id" AS "k",
        "t1"."number" AS "k1",
        "t1"."line" AS "line",
        "t1"."sku" AS "sku",
        row_number() OVER (
          PARTITION BY
            "t1"."tenant_id",
            "t1"."number"
          ORDER BY
            "t1"."line" ASC
        ) AS "rn"
      FROM
        "public"."order_line" AS "t1"
      WHERE
        ("t1"."tenant_id", "t1"."number") IN (
          SELECT
            "l0"."tenant_id",
            "l0"."number"
          FROM
            (
              SELECT
                "l0"."tenant_id",
                "l0"."number"
              FROM
                "l0"
              ORDER BY
                "l0"."tenant_id" ASC,
                "l0"."number" ASC
              LIMIT
                100
            ) AS "l0"
        )
    ) AS "s"
  WHERE
    "s"."rn" <= 101
  ORDER BY
    "s"."k" ASC,
    "s"."k1" ASC,
    "s"."line" ASC
)
UNION ALL
(
  SELECT
    2,
    "p"."tenant_id",
    "p"."sku",
    "t3"."tenant_id",
    CAST(NULL AS "pg_catalog"."int4"),
    "t3"."memo"
  FROM
    (
      SELECT
        "t2"."tenant_id" AS "tenant_id",
        "t2"."line" AS "line",
        "t2"."sku" AS "sku",
        "t2"."number" AS "number"
      FROM
        "public"."order_line" AS "t2"
      ORDER BY
        "t2"."tenant_id" ASC,
        "t2"."line" ASC
      LIMIT
        101
    ) AS "p"
    LEFT JOIN "public"."tenant_order" AS "t3" ON "t3"."tenant_id" = "p"."tenant_id"
    AND "t3"."number" = "p"."number"
  ORDER BY
    "p"."tenant_id" ASC,
    "p"."line" ASC
)
