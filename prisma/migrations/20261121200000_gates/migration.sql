-- What a run must meet, the approved baselines, and what became of runs that were measured by them.
CREATE TABLE "policy_version" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "policy" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "baseline" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "gate_verdict" TEXT,
    "waiver" BOOLEAN NOT NULL DEFAULT false,
    "approved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "approved_by" TEXT NOT NULL,

    CONSTRAINT "baseline_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "gate_result" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "policy_version_id" UUID NOT NULL,
    "baseline_id" UUID,
    "scorecard_at" TIMESTAMPTZ(3) NOT NULL,
    "verdict" TEXT NOT NULL,
    "rules" JSONB NOT NULL,
    "evaluated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "evaluated_by" TEXT NOT NULL,

    CONSTRAINT "gate_result_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "policy_version_workspace_id_idx" ON "policy_version"("workspace_id");

CREATE UNIQUE INDEX "policy_version_dataset_id_number_key" ON "policy_version"("dataset_id", "number");

CREATE INDEX "baseline_workspace_id_idx" ON "baseline"("workspace_id");

CREATE INDEX "baseline_run_id_idx" ON "baseline"("run_id");

CREATE UNIQUE INDEX "baseline_dataset_id_number_key" ON "baseline"("dataset_id", "number");

CREATE INDEX "gate_result_run_id_evaluated_at_idx" ON "gate_result"("run_id", "evaluated_at");

CREATE INDEX "gate_result_policy_version_id_idx" ON "gate_result"("policy_version_id");

CREATE INDEX "gate_result_baseline_id_idx" ON "gate_result"("baseline_id");

CREATE INDEX "gate_result_workspace_id_idx" ON "gate_result"("workspace_id");

ALTER TABLE "policy_version" ADD CONSTRAINT "policy_version_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "baseline" ADD CONSTRAINT "baseline_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "baseline" ADD CONSTRAINT "baseline_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "gate_result" ADD CONSTRAINT "gate_result_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "gate_result" ADD CONSTRAINT "gate_result_policy_version_id_fkey" FOREIGN KEY ("policy_version_id") REFERENCES "policy_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "gate_result" ADD CONSTRAINT "gate_result_baseline_id_fkey" FOREIGN KEY ("baseline_id") REFERENCES "baseline"("id") ON DELETE CASCADE ON UPDATE CASCADE;
