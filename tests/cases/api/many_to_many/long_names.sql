WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."name" AS "name"
  FROM
    "public"."account" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    101
),
"l1" AS MATERIALIZED (
  SELECT
    "l0"."id" AS "k",
    "s"."t2_note_id" AS "t2_note_id",
    "s"."body" AS "body",
    "s"."id" AS "id"
  FROM
    (
      SELECT
        "l0"."id"
      FROM
        "l0"
      ORDER BY
        "l0"."id" ASC
      LIMIT
        100
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        "t2"."note_id" AS "t2_note_id",
        "t1"."body" AS "body",
        "t1"."id" AS "id"
      FROM
        "public"."note_subscription" AS "t2"
        INNER JOIN "public"."note" AS "t1" ON "t1"."id" = "t2"."note_id"
      WHERE
        "t2"."account_id" = "l0"."id"
      ORDER BY
        "t2"."note_id" ASC
      LIMIT
        101
    ) AS "s" ON TRUE
),
"l3" AS MATERIALIZED (
  SELECT
    "t5"."id" AS "id",
    "t5"."name" AS "name"
  FROM
    "public"."area" AS "t5"
  ORDER BY
    "t5"."id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."id",
  "l0"."name",
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "l1"."k",
    "l1"."body",
    "l1"."id"
  FROM
    "l1"
)
UNION ALL
(
  SELECT
    2,
    "s"."k",
    "s"."name",
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    (
      SELECT
        "t4"."note_id" AS "k",
        "t4"."account_id" AS "t4_account_id",
        "t3"."name" AS "name",
        row_number() OVER (
          PARTITION BY
            "t4"."note_id"
          ORDER BY
            "t4"."account_id" ASC
        ) AS "rn"
      FROM
        "public"."note_subscription" AS "t4"
        INNER JOIN "public"."account" AS "t3" ON "t3"."id" = "t4"."account_id"
      WHERE
        "t4"."note_id" IN (
          SELECT
            "l1"."id"
          FROM
            (
              SELECT DISTINCT
                "l1"."id"
              FROM
                "l1"
            ) AS "l1"
        )
    ) AS "s"
  WHERE
    "s"."rn" <= 101
  ORDER BY
    "s"."k" ASC,
    "s"."t4_account_id" ASC
)
UNION ALL
(
  SELECT
    3,
    "l3"."id",
    "l3"."name",
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "l3"
)
UNION ALL
(
  SELECT
    4,
    "l3"."id",
    "s"."name",
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    (
      SELECT
        "l3"."id"
      FROM
        "l3"
      ORDER BY
        "l3"."id" ASC
      LIMIT
        100
    ) AS "l3"
    INNER JOIN LATERAL (
      SELECT
        "t7"."descendant" AS "t7_descendant",
        "t6"."name" AS "name"
      FROM
        "public"."area_containment" AS "t7"
        INNER JOIN "public"."area" AS "t6" ON "t6"."id" = "t7"."descendant"
      WHERE
        "t7"."ancestor" = "l3"."id"
      ORDER BY
        "t7"."descendant" ASC
      LIMIT
        101
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    5,
    "s"."k",
    "s"."name",
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    (
      SELECT
        "t9"."descendant" AS "k",
        "t9"."ancestor" AS "t9_ancestor",
        "t8"."name" AS "name",
        row_number() OVER (
          PARTITION BY
            "t9"."descendant"
          ORDER BY
            "t9"."ancestor" ASC
        ) AS "rn"
      FROM
        "public"."area_containment" AS "t9"
        INNER JOIN "public"."area" AS "t8" ON "t8"."id" = "t9"."ancestor"
      WHERE
        "t9"."descendant" IN (
          SELECT
            "l3"."id"
          FROM
            (
              SELECT
                "l3"."id"
              FROM
                "l3"
              ORDER BY
                "l3"."id" ASC
              LIMIT
                100
            ) AS "l3"
        )
    ) AS "s"
  WHERE
    "s"."rn" <= 101
  ORDER BY
    "s"."k" ASC,
    "s"."t9_ancestor" ASC
)
