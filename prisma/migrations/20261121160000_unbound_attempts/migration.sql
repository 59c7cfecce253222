-- Attempts and grades are written by the thousand a second. Each foreign key costs a look-up and a lock on the row that it points at, for
-- every row (measured with bench/run-engine.ts: a seventh of the database's time for a case). What they promised is kept otherwise:
-- attempts are only stored for a case that a running shard was read from, grades only for an attempt that the same statement stores
-- or judges, and a trigger takes both away with their run.
ALTER TABLE "attempt" DROP CONSTRAINT "attempt_run_id_fkey";
ALTER TABLE "attempt" DROP CONSTRAINT "attempt_case_id_fkey";
ALTER TABLE "grade" DROP CONSTRAINT "grade_run_id_case_id_repetition_fkey";

-- The engine that applies migrations cuts them at every semicolon, also inside quotes, so those of the body are written as \x3b.
CREATE FUNCTION delete_attempts_of_run() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  DELETE FROM grade WHERE run_id = OLD.id\x3b
  DELETE FROM attempt WHERE run_id = OLD.id\x3b
  RETURN OLD\x3b
END';

CREATE TRIGGER run_takes_its_attempts_with_it BEFORE DELETE ON "run"
  FOR EACH ROW EXECUTE FUNCTION delete_attempts_of_run();

-- Its counters are written with every batch: room on the page lets the new row version stand beside the old one, without new index entries.
ALTER TABLE "run_shard" SET (fillfactor = 20);
