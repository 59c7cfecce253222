-- Intervals of mean scores, and of the cost of a solved case, as scorecards have them by now.
ALTER TYPE "RunMeasureKind" ADD VALUE 'cost';

ALTER TABLE "run_measure" ADD COLUMN "mean_lower" DOUBLE PRECISION, ADD COLUMN "mean_upper" DOUBLE PRECISION;
