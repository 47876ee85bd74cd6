SELECT
  "p"."id",
  "t1"."id",
  "t1"."name",
  "t1"."share"
FROM
  (
    SELECT
      "t0"."id" AS "id",
      "t0"."maker_id" AS "maker_id"
    FROM
      "public"."part" AS "t0"
    ORDER BY
      "t0"."id" ASC
    LIMIT
      6
  ) AS "p"
  LEFT JOIN "public"."maker" AS "t1" ON "t1"."id" = "p"."maker_id"
ORDER BY
  "p"."id" ASC
