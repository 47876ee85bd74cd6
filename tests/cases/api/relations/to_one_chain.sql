SELECT
  "p"."person_id",
  "p"."name",
  "t1"."city_id",
  "t1"."name",
  "t2"."code",
  "t2"."name",
  "t3"."city_id",
  "t3"."name",
  "t4"."code",
  "t4"."name",
  "t5"."person_id",
  "t5"."name",
  "t6"."person_id",
  "t6"."name"
FROM
  (
    SELECT
      "t0"."person_id" AS "person_id",
      "t0"."name" AS "name",
      "t0"."home_city_id" AS "home_city_id",
      "t0"."work_city_id" AS "work_city_id",
      "t0"."boss_id" AS "boss_id"
    FROM
      "public"."person" AS "t0"
    ORDER BY
      "t0"."person_id" ASC
    LIMIT
      101
  ) AS "p"
  LEFT JOIN "public"."city" AS "t1" ON "t1"."city_id" = "p"."home_city_id"
  LEFT JOIN "public"."country" AS "t2" ON "t2"."code" = "t1"."country_code"
  LEFT JOIN "public"."city" AS "t3" ON "t3"."city_id" = "p"."work_city_id"
  LEFT JOIN "public"."country" AS "t4" ON "t4"."code" = "t3"."country_code"
  LEFT JOIN "public"."person" AS "t5" ON "t5"."person_id" = "p"."boss_id"
  LEFT JOIN "public"."person" AS "t6" ON "t6"."person_id" = "t5"."boss_id"
ORDER BY
  "p"."person_id" ASC
