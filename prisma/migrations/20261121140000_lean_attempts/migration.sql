-- Attempts and grades are written by the thousand a second, and every index and foreign key is paid for with each row: these took half
-- of the database's time for a case (bench/run-engine.ts). Neither table is ever read by workspace alone, by revision or by grader version.
DROP INDEX "attempt_workspace_id_idx";
DROP INDEX "attempt_case_revision_id_idx";
DROP INDEX "grade_workspace_id_idx";
DROP INDEX "grade_grader_version_id_idx";

-- What they referred to is held by others: a published revision by its case, a grader version by the run's list of graders.
ALTER TABLE "attempt" DROP CONSTRAINT "attempt_case_revision_id_fkey";
ALTER TABLE "grade" DROP CONSTRAINT "grade_grader_version_id_fkey";
