WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."email" AS "email"
  FROM
    "public"."account" AS "t0"
  WHERE
    "t0"."email" = CAST($1 AS "ext""s"."citext")
    AND (
      CAST("t0"."email" AS "pg_catalog"."text") COLLATE "C"
    ) = CAST(
      CAST($1 AS "ext""s"."citext") AS "pg_catalog"."text"
    )
  ORDER BY
    "t0"."email" ASC
  LIMIT
    101
)
SELECT
  0,
  CAST("l0"."email" AS "pg_catalog"."text"),
  CAST(NULL AS "pg_catalog"."numeric"),
  CAST(NULL AS "pg_catalog"."interval")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST("t1"."email" AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."numeric"),
    CAST(NULL AS "pg_catalog"."interval")
  FROM
    "public"."account" AS "t1"
  WHERE
    "t1"."email" = CAST($2 AS "ext""s"."citext")
    AND (
      CAST("t1"."email" AS "pg_catalog"."text") COLLATE "C"
    ) = CAST(
      CAST($2 AS "ext""s"."citext") AS "pg_catalog"."text"
    )
  ORDER BY
    "t1"."email" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    2,
    CAST("t2"."email" AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."numeric"),
    CAST(NULL AS "pg_catalog"."interval")
  FROM
    "public"."account" AS "t2"
  WHERE
    "t2"."email" = ANY(CAST($3 AS "ext""s"."citext"[]))
    AND (
      CAST("t2"."email" AS "pg_catalog"."text") COLLATE "C"
    ) = ANY(
      CAST(
        CAST($3 AS "ext""s"."citext"[]) AS "pg_catalog"."text"[]
      )
    )
  ORDER BY
    "t2"."email" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    3,
    CAST(NULL AS "pg_catalog"."text"),
    "t3"."amount",
    CAST(NULL AS "pg_catalog"."interval")
  FROM
    "public"."amount" AS "t3"
  WHERE
    "t3"."amount" = CAST($4 AS "pg_catalog"."numeric")
    AND (
      CAST("t3"."amount" AS "pg_catalog"."text") COLLATE "C"
    ) = CAST(
      CAST($4 AS "pg_catalog"."numeric") AS "pg_catalog"."text"
    )
  ORDER BY
    "t3"."amount" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    4,
    CAST(NULL AS "pg_catalog"."text"),
    "t4"."amount",
    CAST(NULL AS "pg_catalog"."interval")
  FROM
    "public"."amount" AS "t4"
  WHERE
    "t4"."amount" = CAST($5 AS "pg_catalog"."numeric")
    AND (
      CAST("t4"."amount" AS "pg_catalog"."text") COLLATE "C"
    ) = CAST(
      CAST($5 AS "pg_catalog"."numeric") AS "pg_catalog"."text"
    )
  ORDER BY
    "t4"."amount" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    5,
    CAST(NULL AS "pg_catalog"."text"),
    "t5"."amount",
    CAST(NULL AS "pg_catalog"."interval")
  FROM
    "public"."amount" AS "t5"
  WHERE
    "t5"."amount" = ANY(CAST($6 AS "pg_catalog"."numeric"[]))
    AND (
      CAST("t5"."amount" AS "pg_catalog"."text") COLLATE "C"
    ) = ANY(
      CAST(
        CAST($6 AS "pg_catalog"."numeric"[]) AS "pg_catalog"."text"[]
      )
    )
  ORDER BY
    "t5"."amount" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    6,
    CAST(NULL AS "pg_catalog"."text"),
    "t6"."amount",
    "t6"."span"
  FROM
    "public"."price" AS "t6"
  WHERE
    "t6"."amount" = CAST($7 AS "pg_catalog"."numeric")
    AND (
      CAST("t6"."amount" AS "pg_catalog"."text") COLLATE "C"
    ) = CAST(
      CAST($7 AS "pg_catalog"."numeric") AS "pg_catalog"."text"
    )
    AND (
      "t6"."span" = CAST($8 AS "pg_catalog"."interval")
      AND (
        CAST("t6"."span" AS "pg_catalog"."text") COLLATE "C"
      ) = CAST(
        CAST($8 AS "pg_catalog"."interval") AS "pg_catalog"."text"
      )
    )
  ORDER BY
    "t6"."amount" ASC,
    "t6"."span" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    7,
    CAST(NULL AS "pg_catalog"."text"),
    "t7"."amount",
    CAST(NULL AS "pg_catalog"."interval")
  FROM
    "public"."price" AS "t7"
  WHERE
    "t7"."amount" = CAST($9 AS "pg_catalog"."numeric")
    AND (
      CAST("t7"."amount" AS "pg_catalog"."text") COLLATE "C"
    ) = CAST(
      CAST($9 AS "pg_catalog"."numeric") AS "pg_catalog"."text"
    )
    AND (
      "t7"."span" = CAST($10 AS "pg_catalog"."interval")
      AND (
        CAST("t7"."span" AS "pg_catalog"."text") COLLATE "C"
      ) = CAST(
        CAST($10 AS "pg_catalog"."interval") AS "pg_catalog"."text"
      )
    )
  ORDER BY
    "t7"."amount" ASC,
    "t7"."span" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    8,
    CAST(NULL AS "pg_catalog"."text"),
    "t8"."amount",
    CAST(NULL AS "pg_catalog"."interval")
  FROM
    "public"."price" AS "t8"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        (
          SELECT
            CAST(
              unnest(CAST($11 AS "pg_catalog"."text"[])) AS "pg_catalog"."numeric"
            ) AS "k0",
            CAST(
              unnest(CAST($12 AS "pg_catalog"."text"[])) AS "pg_catalog"."interval"
            ) AS "k1",
            generate_subscripts(CAST($11 AS "pg_catalog"."text"[]), 1) AS "n"
        ) AS "k"
      WHERE
        "t8"."amount" = "k"."k0"
        AND (
          CAST("t8"."amount" AS "pg_catalog"."text") COLLATE "C"
        ) = CAST("k"."k0" AS "pg_catalog"."text")
        AND (
          "t8"."span" = "k"."k1"
          AND (
            CAST("t8"."span" AS "pg_catalog"."text") COLLATE "C"
          ) = CAST("k"."k1" AS "pg_catalog"."text")
        )
    )
  ORDER BY
    "t8"."amount" ASC,
    "t8"."span" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    9,
    CAST(NULL AS "pg_catalog"."text"),
    "t9"."amount",
    "t9"."span"
  FROM
    "public"."price" AS "t9"
  WHERE
    (
      "t9"."amount" = CAST($13 AS "pg_catalog"."numeric")
    )
    AND (
      "t9"."span" = CAST($14 AS "pg_catalog"."interval")
    )
  ORDER BY
    "t9"."amount" ASC,
    "t9"."span" ASC
  LIMIT
    101
)
-- $1 = "Ada@Example.org", $2 = "ADA@example.org", $3 = "{\"ADA@example.org\",\"bo@example.org\"}", $4 = "1.50", $5 = "1.5", $6 = "{\"1.5\",\"2\"}", $7 = "1.50", $8 = "P1D", $9 = "1.50", $10 = "PT24H", $11 = "{\"1.50\",\"2\"}", $12 = "{\"PT24H\",\"P2D\"}", $13 = "1.5", $14 = "PT24H"
