-- A schedule may start the model of the baseline in force, whichever that is at the start.
ALTER TABLE "schedule" ADD COLUMN "production_model" BOOLEAN NOT NULL DEFAULT false;
