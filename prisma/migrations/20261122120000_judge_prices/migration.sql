-- What the judges and embedding models of a run cost when it was started, by who is asked. Runs from before have none pinned.
ALTER TABLE "run" ADD COLUMN "judge_prices" JSONB NOT NULL DEFAULT '{}';

-- A run that stood still, and whose stored answers are graded again: nothing that is missing is asked for, and it stands still afterwards.
ALTER TABLE "run" ADD COLUMN "grading_only" BOOLEAN NOT NULL DEFAULT false;

-- What exactly went wrong, finer than the class: context-too-long, quota, timeout. Null for attempts from before, and for answers.
ALTER TABLE "attempt" ADD COLUMN "error_code" TEXT;
