-- schemas: public, sale
CREATE SCHEMA sales;
