SELECT
  CAST("p"."mood" AS "pg_catalog"."text"),
  CAST("p"."moods" AS "pg_catalog"."text"[]),
  CAST("p"."nothing" AS "pg_catalog"."text")
FROM
  (
    SELECT
      "t0"."mood" AS "mood",
      "t0"."moods" AS "moods",
      "t0"."nothing" AS "nothing"
    FROM
      "public"."feeling" AS "t0"
    ORDER BY
      "t0"."mood" ASC
    LIMIT
      101
  ) AS "p"
ORDER BY
  "p"."mood" ASC
