-- schemas: Line 1, public
CREATE SCHEMA "Line 1";
CREATE TYPE "Line 1"."Kind, of" AS ENUM ('{a,b}', '"', '', '\', 'NULL');
CREATE DOMAIN "Line 1"."a""b" AS "Line 1"."Kind, of"[];
CREATE TABLE "Line 1"."select" ("from" int PRIMARY KEY, "a,b" int UNIQUE, "{}" text, "\" "Line 1"."a""b", "NULL" int, " " "Line 1"."Kind, of");
CREATE UNIQUE INDEX "ix (1)" ON "Line 1"."select" ("NULL", "{}", (1));
CREATE UNIQUE INDEX "ix ""2" ON "Line 1"."select" ("NULL", "{}");
CREATE TABLE "täble" ("FROM" int REFERENCES "Line 1"."select" ("a,b"), "id" int, "Id" int, "日本" text);
CREATE TABLE "Table" ();
CREATE TABLE "it's" (a int);
