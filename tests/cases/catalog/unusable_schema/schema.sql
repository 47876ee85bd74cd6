-- role: relata_test_catalog_stranger
-- schemas: sales
DO $$ BEGIN
    CREATE ROLE relata_test_catalog_stranger;
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
CREATE SCHEMA sales;
