-- How the grades of one attempt become its verdict. A run pins its rule, and the dataset has the one that new runs start with.
ALTER TABLE "dataset" ADD COLUMN "verdict_rule" JSONB NOT NULL DEFAULT '{"kind":"all"}';

ALTER TABLE "run" ADD COLUMN "verdict_rule" JSONB NOT NULL DEFAULT '{"kind":"all"}';
