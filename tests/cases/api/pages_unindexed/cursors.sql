WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."letter" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."id",
  CAST(NULL AS "pg_catalog"."bool"),
  CAST(NULL AS "pg_catalog"."text")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "s"."k",
    CAST(NULL AS "pg_catalog"."bool"),
    "s"."name"
  FROM
    (
      SELECT
        "t1"."letter_id" AS "k",
        "t1"."id" AS "id",
        "t1"."name" AS "name",
        row_number() OVER (
          PARTITION BY
            "t1"."letter_id"
          ORDER BY
            "t1"."id" ASC
        ) AS "rn"
      FROM
        "public"."slow" AS "t1"
      WHERE
        "t1"."letter_id" IN (
          SELECT
            "l0"."id"
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
        )
        AND "t1"."id" > CAST($1 AS "pg_catalog"."int4")
    ) AS "s"
  WHERE
    "s"."rn" <= 3
  ORDER BY
    "s"."k" ASC,
    "s"."id" ASC
)
UNION ALL
(
  SELECT
    2,
    "l0"."id",
    EXISTS (
      SELECT
        1
      FROM
        "public"."slow" AS "t2"
      WHERE
        "t2"."letter_id" = "l0"."id"
        AND "t2"."id" <= CAST($2 AS "pg_catalog"."int4")
    ),
    CAST(NULL AS "pg_catalog"."text")
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
)
UNION ALL
(
  SELECT
    3,
    "l0"."id",
    CAST(NULL AS "pg_catalog"."bool"),
    "s"."name"
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
        "t3"."id" AS "id",
        "t3"."name" AS "name"
      FROM
        "public"."quick" AS "t3"
      WHERE
        "t3"."letter_id" = "l0"."id"
        AND "t3"."id" > CAST($3 AS "pg_catalog"."int4")
      ORDER BY
        "t3"."id" ASC
      LIMIT
        3
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    4,
    "l0"."id",
    EXISTS (
      SELECT
        1
      FROM
        "public"."quick" AS "t4"
      WHERE
        "t4"."letter_id" = "l0"."id"
        AND "t4"."id" <= CAST($4 AS "pg_catalog"."int4")
    ),
    CAST(NULL AS "pg_catalog"."text")
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
)
UNION ALL
(
  SELECT
    5,
    "s"."k",
    CAST(NULL AS "pg_catalog"."bool"),
    "s"."name"
  FROM
    (
      SELECT
        "t5"."letter_id" AS "k",
        "t5"."id" AS "id",
        "t5"."name" AS "name",
        row_number() OVER (
          PARTITION BY
            "t5"."letter_id"
          ORDER BY
            "t5"."id" DESC
        ) AS "rn"
      FROM
        "public"."slow" AS "t5"
      WHERE
        "t5"."letter_id" IN (
          SELECT
            "l0"."id"
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
        )
        AND "t5"."id" < CAST($5 AS "pg_catalog"."int4")
    ) AS "s"
  WHERE
    "s"."rn" <= 3
  ORDER BY
    "s"."k" ASC,
    "s"."id" DESC
)
UNION ALL
(
  SELECT
    6,
    "l0"."id",
    EXISTS (
      SELECT
        1
      FROM
        "public"."slow" AS "t6"
      WHERE
        "t6"."letter_id" = "l0"."id"
        AND "t6"."id" >= CAST($6 AS "pg_catalog"."int4")
    ),
    CAST(NULL AS "pg_catalog"."text")
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
)
UNION ALL
(
  SELECT
    7,
    "l0"."id",
    CAST(NULL AS "pg_catalog"."bool"),
    "s"."name"
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
        "t7"."id" AS "id",
        "t7"."name" AS "name"
      FROM
        "public"."quick" AS "t7"
      WHERE
        "t7"."letter_id" = "l0"."id"
        AND "t7"."id" < CAST($7 AS "pg_catalog"."int4")
      ORDER BY
        "t7"."id" DESC
      LIMIT
        3
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    8,
    "l0"."id",
    EXISTS (
      SELECT
        1
      FROM
        "public"."quick" AS "t8"
      WHERE
        "t8"."letter_id" = "l0"."id"
        AND "t8"."id" >= CAST($8 AS "pg_catalog"."int4")
    ),
    CAST(NULL AS "pg_catalog"."text")
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
)
UNION ALL
(
  SELECT
    9,
    "s"."k",
    CAST(NULL AS "pg_catalog"."bool"),
    "s"."name"
  FROM
    (
      SELECT
        "t9"."letter_id" AS "k",
        "t9"."id" AS "id",
        "t9"."name" AS "name",
        row_number() OVER (
          PARTITION BY
            "t9"."letter_id"
          ORDER BY
            "t9"."id" ASC
        ) AS "rn"
      FROM
        "public"."slow" AS "t9"
      WHERE
        "t9"."letter_id" IN (
          SELECT
            "l0"."id"
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
        )
    ) AS "s"
  WHERE
    "s"."rn" > CAST($9 AS "pg_catalog"."int8")
    AND "s"."rn" <= CAST($9 AS "pg_catalog"."int8") + 2
  ORDER BY
    "s"."k" ASC,
    "s"."id" ASC
)
UNION ALL
(
  SELECT
    10,
    "l0"."id",
    EXISTS (
      SELECT
        1
      FROM
        "public"."slow" AS "t10"
      WHERE
        "t10"."letter_id" = "l0"."id"
    ),
    CAST(NULL AS "pg_catalog"."text")
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
)
UNION ALL
(
  SELECT
    11,
    "l0"."id",
    CAST(NULL AS "pg_catalog"."bool"),
    "s"."name"
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
        "t11"."id" AS "id",
        "t11"."name" AS "name"
      FROM
        "public"."quick" AS "t11"
      WHERE
        "t11"."letter_id" = "l0"."id"
      ORDER BY
        "t11"."id" ASC
      LIMIT
        2 OFFSET CAST($10 AS pg_catalog.int8)
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    12,
    "l0"."id",
    EXISTS (
      SELECT
        1
      FROM
        "public"."quick" AS "t12"
      WHERE
        "t12"."letter_id" = "l0"."id"
    ),
    CAST(NULL AS "pg_catalog"."text")
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
)
UNION ALL
(
  SELECT
    13,
    "s"."k",
    CAST(NULL AS "pg_catalog"."bool"),
    "s"."name"
  FROM
    (
      SELECT
        "t13"."letter_id" AS "k",
        "t13"."id" AS "id",
        "t13"."name" AS "name",
        row_number() OVER (
          PARTITION BY
            "t13"."letter_id"
          ORDER BY
            "t13"."id" ASC
        ) AS "rn"
      FROM
        "public"."slow" AS "t13"
      WHERE
        "t13"."letter_id" IN (
          SELECT
            "l0"."id"
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
        )
        AND "t13"."id" > CAST($11 AS "pg_catalog"."int4")
    ) AS "s"
  WHERE
    "s"."rn" > CAST($12 AS "pg_catalog"."int8")
    AND "s"."rn" <= CAST($12 AS "pg_catalog"."int8") + 2
  ORDER BY
    "s"."k" ASC,
    "s"."id" ASC
)
UNION ALL
(
  SELECT
    14,
    "l0"."id",
    EXISTS (
      SELECT
        1
      FROM
        "public"."slow" AS "t14"
      WHERE
        "t14"."letter_id" = "l0"."id"
    ),
    CAST(NULL AS "pg_catalog"."text")
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
)
UNION ALL
(
  SELECT
    15,
    "l0"."id",
    CAST(NULL AS "pg_catalog"."bool"),
    "s"."name"
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
        "t15"."id" AS "id",
        "t15"."name" AS "name"
      FROM
        "public"."quick" AS "t15"
      WHERE
        "t15"."letter_id" = "l0"."id"
        AND "t15"."id" > CAST($14 AS "pg_catalog"."int4")
      ORDER BY
        "t15"."id" ASC
      LIMIT
        2 OFFSET CAST($15 AS pg_catalog.int8)
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    16,
    "l0"."id",
    EXISTS (
      SELECT
        1
      FROM
        "public"."quick" AS "t16"
      WHERE
        "t16"."letter_id" = "l0"."id"
    ),
    CAST(NULL AS "pg_catalog"."text")
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
)
-- $1 = "5", $2 = "5", $3 = "5", $4 = "5", $5 = "9", $6 = "9", $7 = "9", $8 = "9", $9 = "2", $10 = "2", $11 = "3", $12 = "1", $13 = "3", $14 = "3", $15 = "1", $16 = "3"
