SELECT
  "p"."title",
  "p"."id"
FROM
  (
    SELECT
      "t0"."id" AS "id",
      "t0"."title" AS "title"
    FROM
      "public"."book" AS "t0"
    ORDER BY
      "t0"."title" ASC,
      "t0"."id" ASC
    LIMIT
      101
  ) AS "p"
ORDER BY
  "p"."title" ASC,
  "p"."id" ASC
