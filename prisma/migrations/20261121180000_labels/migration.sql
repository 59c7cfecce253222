-- What people say of an answer. Rows are only added: a newer one of the same person replaces the older, a withdrawn one gives way to it.
CREATE TYPE "LabelVerdict" AS ENUM ('passed', 'failed');

CREATE TABLE "label" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "repetition" SMALLINT NOT NULL,
    "author" TEXT NOT NULL,
    "verdict" "LabelVerdict" NOT NULL,
    "note" TEXT NOT NULL,
    "failure_mode" TEXT,
    "in_force" BOOLEAN NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "label_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "label_run_id_case_id_repetition_author_idx" ON "label"("run_id", "case_id", "repetition", "author");

-- CreateIndex
CREATE INDEX "label_workspace_id_dataset_id_idx" ON "label"("workspace_id", "dataset_id");

-- One label of a person on an attempt is in force, whatever happens at the same moment.
CREATE UNIQUE INDEX "label_in_force" ON "label"("run_id", "case_id", "repetition", "author") WHERE "in_force";

-- AddForeignKey
ALTER TABLE "label" ADD CONSTRAINT "label_run_id_case_id_repetition_fkey" FOREIGN KEY ("run_id", "case_id", "repetition") REFERENCES "attempt"("run_id", "case_id", "repetition") ON DELETE CASCADE ON UPDATE CASCADE;
