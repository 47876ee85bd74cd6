WITH
"l0" AS MATERIALIZED (
  SELECT
    "p"."person_id" AS "person_id",
    "p"."name" AS "name",
    "t1"."person_id" AS "t1_person_id",
    "t1"."number" AS "t1_number",
    "t2"."person_id" AS "t2_person_id",
    "t2"."name" AS "t2_name"
  FROM
    (
      SELECT
        "t0"."person_id" AS "person_id",
        "t0"."name" AS "name"
      FROM
        "public"."person" AS "t0"
      ORDER BY
        "t0"."person_id" ASC
      LIMIT
        101
    ) AS "p"
    LEFT JOIN "public"."passport" AS "t1" ON "t1"."person_id" = "p"."person_id"
    LEFT JOIN "public"."person" AS "t2" ON "t2"."person_id" = "t1"."person_id"
  ORDER BY
    "p"."person_id" ASC
)
SELECT
  0,
  "l0"."person_id",
  "l0"."name",
  "l0"."t1_person_id",
  "l0"."t1_number",
  "l0"."t2_person_id",
  "l0"."t2_name"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "p"."city_id",
    "p"."name",
    "t4"."twin_id",
    "t4"."name",
    "t5"."city_id",
    "t5"."name"
  FROM
    (
      SELECT
        "t3"."city_id" AS "city_id",
        "t3"."name" AS "name"
      FROM
        "public"."city" AS "t3"
      ORDER BY
        "t3"."city_id" ASC
      LIMIT
        101
    ) AS "p"
    LEFT JOIN "public"."city" AS "t4" ON "t4"."twin_id" = "p"."city_id"
    LEFT JOIN "public"."city" AS "t5" ON "t5"."city_id" = "t4"."twin_id"
  ORDER BY
    "p"."city_id" ASC
)
UNION ALL
(
  SELECT
    2,
    "p"."tenant_id",
    "p"."memo",
    "t7"."tenant_id",
    "t7"."note",
    "t8"."tenant_id",
    "t8"."memo"
  FROM
    (
      SELECT
        "t6"."tenant_id" AS "tenant_id",
        "t6"."number" AS "number",
        "t6"."memo" AS "memo"
      FROM
        "public"."tenant_order" AS "t6"
      ORDER BY
        "t6"."tenant_id" ASC,
        "t6"."number" ASC
      LIMIT
        101
    ) AS "p"
    LEFT JOIN "public"."order_detail" AS "t7" ON "t7"."tenant_id" = "p"."tenant_id"
    AND "t7"."number" = "p"."number"
    LEFT JOIN "public"."tenant_order" AS "t8" ON "t8"."tenant_id" = "t7"."tenant_id"
    AND "t8"."number" = "t7"."number"
  ORDER BY
    "p"."tenant_id" ASC,
    "p"."number" ASC
)
