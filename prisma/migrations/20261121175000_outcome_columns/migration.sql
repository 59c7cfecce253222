-- What came of every planned attempt of an ended run, and the cases of a dataset version, in columns of bytes: comparisons, gates and
-- decisions read a few megabytes in place of hundreds of thousands of rows. All of it can be made again from attempts and grades.
CREATE TABLE "run_outcomes" (
    "run_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,
    "case_numbers" BYTEA NOT NULL,
    "verdicts" BYTEA NOT NULL,
    "latency_ms" BYTEA NOT NULL,
    "cost_micro_usd" BYTEA NOT NULL,
    "truncated" BYTEA NOT NULL,

    CONSTRAINT "run_outcomes_pkey" PRIMARY KEY ("run_id")
);

CREATE TABLE "grader_outcomes" (
    "run_id" UUID NOT NULL,
    "grader_version_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "verdicts" BYTEA NOT NULL,
    "scores" BYTEA NOT NULL,

    CONSTRAINT "grader_outcomes_pkey" PRIMARY KEY ("run_id", "grader_version_id")
);

CREATE TABLE "version_cases" (
    "dataset_version_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "case_numbers" BYTEA NOT NULL,
    "revisions" BYTEA NOT NULL,
    "clusters" BYTEA NOT NULL,

    CONSTRAINT "version_cases_pkey" PRIMARY KEY ("dataset_version_id")
);

CREATE TABLE "version_slice" (
    "dataset_version_id" UUID NOT NULL,
    "dimension" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "workspace_id" UUID NOT NULL,
    "members" BYTEA NOT NULL,

    CONSTRAINT "version_slice_pkey" PRIMARY KEY ("dataset_version_id", "dimension", "value")
);

-- Numbers of eight bytes compress badly, and taking them apart costs more than reading them.
ALTER TABLE "run_outcomes" ALTER COLUMN "latency_ms" SET STORAGE EXTERNAL, ALTER COLUMN "cost_micro_usd" SET STORAGE EXTERNAL;
ALTER TABLE "grader_outcomes" ALTER COLUMN "scores" SET STORAGE EXTERNAL;

CREATE INDEX "run_outcomes_workspace_id_idx" ON "run_outcomes"("workspace_id");
CREATE INDEX "grader_outcomes_workspace_id_idx" ON "grader_outcomes"("workspace_id");
CREATE INDEX "version_cases_workspace_id_idx" ON "version_cases"("workspace_id");
CREATE INDEX "version_slice_workspace_id_idx" ON "version_slice"("workspace_id");

ALTER TABLE "run_outcomes" ADD CONSTRAINT "run_outcomes_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "grader_outcomes" ADD CONSTRAINT "grader_outcomes_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run_outcomes"("run_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "version_cases" ADD CONSTRAINT "version_cases_dataset_version_id_fkey" FOREIGN KEY ("dataset_version_id") REFERENCES "dataset_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "version_slice" ADD CONSTRAINT "version_slice_dataset_version_id_fkey" FOREIGN KEY ("dataset_version_id") REFERENCES "version_cases"("dataset_version_id") ON DELETE CASCADE ON UPDATE CASCADE;
