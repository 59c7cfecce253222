-- A frozen record of which model was chosen, against which bar, on what evidence, by whom. Bar and evidence are never rewritten.
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "asked" JSONB NOT NULL,
    "evidence" JSONB NOT NULL,
    "chosen_run_id" UUID NOT NULL,
    "chosen_model_id" UUID NOT NULL,
    "chosen_model_name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "waiver" TEXT,
    "approved_by" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "superseded_by_id" UUID,
    "reopened_at" TIMESTAMPTZ(3),
    "contradictions" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "decision_workspace_id_number_key" ON "decision"("workspace_id", "number");

CREATE INDEX "decision_dataset_id_idx" ON "decision"("dataset_id");

ALTER TABLE "decision" ADD CONSTRAINT "decision_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "decision" ADD CONSTRAINT "decision_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "decision" ADD CONSTRAINT "decision_superseded_by_id_fkey" FOREIGN KEY ("superseded_by_id") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;
