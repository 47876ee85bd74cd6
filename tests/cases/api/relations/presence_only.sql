SELECT
  "p"."person_id",
  "t1"."city_id",
  "t2"."person_id",
  "t3"."person_id"
FROM
  (
    SELECT
      "t0"."person_id" AS "person_id",
      "t0"."home_city_id" AS "home_city_id",
      "t0"."boss_id" AS "boss_id"
    FROM
      "public"."person" AS "t0"
    ORDER BY
      "t0"."person_id" ASC
    LIMIT
      101
  ) AS "p"
  LEFT JOIN "public"."city" AS "t1" ON "t1"."city_id" = "p"."home_city_id"
  LEFT JOIN "public"."person" AS "t2" ON "t2"."person_id" = "p"."boss_id"
  LEFT JOIN "public"."passport" AS "t3" ON "t3"."person_id" = "p"."person_id"
ORDER BY
  "p"."person_id" ASC
