-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('viewer', 'reviewer', 'editor', 'admin');

-- CreateEnum
CREATE TYPE "LinkPurpose" AS ENUM ('setup', 'sign_in', 'invitation');

-- CreateEnum
CREATE TYPE "Split" AS ENUM ('tuning', 'held_out', 'fresh');

-- CreateEnum
CREATE TYPE "ProviderKind" AS ENUM ('openai_compatible', 'built_in');

-- CreateEnum
CREATE TYPE "Direction" AS ENUM ('higher', 'lower');

-- CreateEnum
CREATE TYPE "RunState" AS ENUM ('queued', 'running', 'paused', 'cancelling', 'cancelled', 'finished', 'failed');

-- CreateEnum
CREATE TYPE "ShardState" AS ENUM ('pending', 'running', 'done');

-- CreateEnum
CREATE TYPE "AttemptOutcome" AS ENUM ('answered', 'errored');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('passed', 'failed', 'unscored', 'errored');

-- CreateEnum
CREATE TYPE "GradeStatus" AS ENUM ('scored', 'unscored');

-- CreateTable
CREATE TABLE "workspace" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "next_run_number" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity" (
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("provider","subject")
);

-- CreateTable
CREATE TABLE "member" (
    "workspace_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("workspace_id","user_id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "purpose" "LinkPurpose" NOT NULL,
    "workspace_id" UUID,
    "user_id" UUID,
    "email" TEXT,
    "role" "Role",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "window_start_at" TIMESTAMPTZ(3) NOT NULL,
    "blocked_until" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "actor_type" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "request_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dataset" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "next_position" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "dataset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dataset_version" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "case_count" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by" TEXT NOT NULL,

    CONSTRAINT "dataset_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_revision" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "input" JSONB NOT NULL,
    "expected" JSONB,
    "tags" TEXT[],
    "split" "Split" NOT NULL,
    "metadata" JSONB NOT NULL,
    "cluster" TEXT,
    "content_hash" TEXT NOT NULL,
    "archived" BOOLEAN NOT NULL DEFAULT false,
    "is_head" BOOLEAN NOT NULL,
    "first_version" INTEGER,
    "last_version" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "case_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "connection" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "base_url" TEXT NOT NULL,
    "sealed_key" TEXT,
    "key_hint" TEXT,
    "max_concurrency" INTEGER NOT NULL DEFAULT 8,
    "timeout_seconds" INTEGER NOT NULL DEFAULT 120,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "connection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "model_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_version" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "provider" "ProviderKind" NOT NULL,
    "connection_id" UUID,
    "provider_model" TEXT,
    "messages" JSONB NOT NULL,
    "parameters" JSONB NOT NULL,
    "built_in_kind" TEXT,
    "built_in_config" JSONB,
    "training_version_id" UUID,
    "training_splits" "Split"[],
    "input_price" INTEGER,
    "output_price" INTEGER,
    "content_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "model_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grader" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "grader_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grader_version" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "grader_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "config" JSONB NOT NULL,
    "direction" "Direction" NOT NULL DEFAULT 'higher',
    "threshold" DOUBLE PRECISION NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "critical" BOOLEAN NOT NULL DEFAULT false,
    "content_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "grader_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dataset_grader" (
    "workspace_id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "grader_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "dataset_grader_pkey" PRIMARY KEY ("dataset_id","grader_id")
);

-- CreateTable
CREATE TABLE "experiment" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "request_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "experiment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "experiment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "dataset_id" UUID NOT NULL,
    "dataset_version_id" UUID NOT NULL,
    "model_version_id" UUID NOT NULL,
    "splits" "Split"[],
    "repetitions" INTEGER NOT NULL DEFAULT 1,
    "concurrency" INTEGER NOT NULL,
    "max_tries" INTEGER NOT NULL,
    "state" "RunState" NOT NULL DEFAULT 'queued',
    "state_reason" TEXT,
    "planned" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_grader" (
    "workspace_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "grader_version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "run_grader_pkey" PRIMARY KEY ("run_id","grader_version_id")
);

-- CreateTable
CREATE TABLE "run_shard" (
    "workspace_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "first_position" INTEGER NOT NULL,
    "last_position" INTEGER NOT NULL,
    "planned" INTEGER NOT NULL,
    "state" "ShardState" NOT NULL DEFAULT 'pending',
    "worker_id" UUID,
    "lease_expires_at" TIMESTAMPTZ(3),
    "answered" INTEGER NOT NULL DEFAULT 0,
    "passed" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "unscored" INTEGER NOT NULL DEFAULT 0,
    "errored" INTEGER NOT NULL DEFAULT 0,
    "cost_micro_usd" BIGINT NOT NULL DEFAULT 0,
    "cost_unknown" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_shard_pkey" PRIMARY KEY ("run_id","index")
);

-- CreateTable
CREATE TABLE "attempt" (
    "workspace_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "repetition" SMALLINT NOT NULL,
    "case_revision_id" UUID NOT NULL,
    "shard_index" INTEGER NOT NULL,
    "outcome" "AttemptOutcome" NOT NULL,
    "verdict" "Verdict",
    "output" TEXT,
    "prompt" JSONB,
    "finish_reason" TEXT,
    "served_model" TEXT,
    "provider_request_id" TEXT,
    "latency_ms" DOUBLE PRECISION,
    "time_to_first_token_ms" DOUBLE PRECISION,
    "prompt_tokens" INTEGER,
    "completion_tokens" INTEGER,
    "cached_tokens" INTEGER,
    "reasoning_tokens" INTEGER,
    "cost_micro_usd" INTEGER,
    "error_class" TEXT,
    "error_message" TEXT,
    "tries" SMALLINT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("run_id","case_id","repetition")
);

-- CreateTable
CREATE TABLE "grade" (
    "workspace_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "repetition" SMALLINT NOT NULL,
    "grader_version_id" UUID NOT NULL,
    "status" "GradeStatus" NOT NULL,
    "score" DOUBLE PRECISION,
    "passed" BOOLEAN,
    "reason" TEXT NOT NULL,
    "detail" JSONB,

    CONSTRAINT "grade_pkey" PRIMARY KEY ("run_id","case_id","repetition","grader_version_id")
);

-- CreateTable
CREATE TABLE "scorecard" (
    "run_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "planned" INTEGER NOT NULL,
    "passed" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "unscored" INTEGER NOT NULL,
    "errored" INTEGER NOT NULL,
    "pass_rate" DOUBLE PRECISION,
    "pass_rate_lower" DOUBLE PRECISION,
    "pass_rate_upper" DOUBLE PRECISION,
    "latency_p50_ms" DOUBLE PRECISION,
    "latency_p95_ms" DOUBLE PRECISION,
    "cost_micro_usd" BIGINT,
    "payload" JSONB NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scorecard_pkey" PRIMARY KEY ("run_id")
);

-- CreateTable
CREATE TABLE "worker_process" (
    "id" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "pid" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "heartbeat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worker_process_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "identity_user_id_idx" ON "identity"("user_id");

-- CreateIndex
CREATE INDEX "member_user_id_idx" ON "member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_token_hash_key" ON "one_time_link"("token_hash");

-- CreateIndex
CREATE INDEX "one_time_link_workspace_id_purpose_idx" ON "one_time_link"("workspace_id", "purpose");

-- CreateIndex
CREATE INDEX "audit_event_workspace_id_created_at_idx" ON "audit_event"("workspace_id", "created_at");

-- CreateIndex
CREATE INDEX "audit_event_workspace_id_subject_type_subject_id_idx" ON "audit_event"("workspace_id", "subject_type", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "dataset_workspace_id_name_key" ON "dataset"("workspace_id", "name");

-- CreateIndex
CREATE INDEX "dataset_version_workspace_id_idx" ON "dataset_version"("workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "dataset_version_dataset_id_number_key" ON "dataset_version"("dataset_id", "number");

-- CreateIndex
CREATE INDEX "case_workspace_id_idx" ON "case"("workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_dataset_id_key_key" ON "case"("dataset_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "case_dataset_id_position_key" ON "case"("dataset_id", "position");

-- CreateIndex
CREATE INDEX "case_revision_dataset_id_position_idx" ON "case_revision"("dataset_id", "position");

-- CreateIndex
CREATE INDEX "case_revision_case_id_idx" ON "case_revision"("case_id");

-- CreateIndex
CREATE INDEX "case_revision_workspace_id_idx" ON "case_revision"("workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "connection_workspace_id_name_key" ON "connection"("workspace_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "model_workspace_id_name_key" ON "model"("workspace_id", "name");

-- CreateIndex
CREATE INDEX "model_version_workspace_id_idx" ON "model_version"("workspace_id");

-- CreateIndex
CREATE INDEX "model_version_connection_id_idx" ON "model_version"("connection_id");

-- CreateIndex
CREATE INDEX "model_version_training_version_id_idx" ON "model_version"("training_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "model_version_model_id_number_key" ON "model_version"("model_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "grader_workspace_id_name_key" ON "grader"("workspace_id", "name");

-- CreateIndex
CREATE INDEX "grader_version_workspace_id_idx" ON "grader_version"("workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "grader_version_grader_id_number_key" ON "grader_version"("grader_id", "number");

-- CreateIndex
CREATE INDEX "dataset_grader_workspace_id_idx" ON "dataset_grader"("workspace_id");

-- CreateIndex
CREATE INDEX "dataset_grader_grader_id_idx" ON "dataset_grader"("grader_id");

-- CreateIndex
CREATE INDEX "experiment_dataset_id_idx" ON "experiment"("dataset_id");

-- CreateIndex
CREATE UNIQUE INDEX "experiment_workspace_id_request_key_key" ON "experiment"("workspace_id", "request_key");

-- CreateIndex
CREATE INDEX "run_workspace_id_created_at_idx" ON "run"("workspace_id", "created_at");

-- CreateIndex
CREATE INDEX "run_dataset_id_created_at_idx" ON "run"("dataset_id", "created_at");

-- CreateIndex
CREATE INDEX "run_experiment_id_idx" ON "run"("experiment_id");

-- CreateIndex
CREATE INDEX "run_model_version_id_idx" ON "run"("model_version_id");

-- CreateIndex
CREATE INDEX "run_dataset_version_id_idx" ON "run"("dataset_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "run_workspace_id_number_key" ON "run"("workspace_id", "number");

-- CreateIndex
CREATE INDEX "run_grader_workspace_id_idx" ON "run_grader"("workspace_id");

-- CreateIndex
CREATE INDEX "run_grader_grader_version_id_idx" ON "run_grader"("grader_version_id");

-- CreateIndex
CREATE INDEX "run_shard_workspace_id_idx" ON "run_shard"("workspace_id");

-- CreateIndex
CREATE INDEX "attempt_run_id_verdict_idx" ON "attempt"("run_id", "verdict");

-- CreateIndex
CREATE INDEX "attempt_workspace_id_idx" ON "attempt"("workspace_id");

-- CreateIndex
CREATE INDEX "attempt_case_id_idx" ON "attempt"("case_id");

-- CreateIndex
CREATE INDEX "attempt_case_revision_id_idx" ON "attempt"("case_revision_id");

-- CreateIndex
CREATE INDEX "grade_workspace_id_idx" ON "grade"("workspace_id");

-- CreateIndex
CREATE INDEX "grade_grader_version_id_idx" ON "grade"("grader_version_id");

-- CreateIndex
CREATE INDEX "scorecard_workspace_id_idx" ON "scorecard"("workspace_id");

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset_version" ADD CONSTRAINT "dataset_version_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case" ADD CONSTRAINT "case_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_revision" ADD CONSTRAINT "case_revision_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_revision" ADD CONSTRAINT "case_revision_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection" ADD CONSTRAINT "connection_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model" ADD CONSTRAINT "model_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_version" ADD CONSTRAINT "model_version_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "model"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_version" ADD CONSTRAINT "model_version_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_version" ADD CONSTRAINT "model_version_training_version_id_fkey" FOREIGN KEY ("training_version_id") REFERENCES "dataset_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grader" ADD CONSTRAINT "grader_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grader_version" ADD CONSTRAINT "grader_version_grader_id_fkey" FOREIGN KEY ("grader_id") REFERENCES "grader"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset_grader" ADD CONSTRAINT "dataset_grader_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset_grader" ADD CONSTRAINT "dataset_grader_grader_id_fkey" FOREIGN KEY ("grader_id") REFERENCES "grader"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_experiment_id_fkey" FOREIGN KEY ("experiment_id") REFERENCES "experiment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_dataset_version_id_fkey" FOREIGN KEY ("dataset_version_id") REFERENCES "dataset_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_grader" ADD CONSTRAINT "run_grader_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_grader" ADD CONSTRAINT "run_grader_grader_version_id_fkey" FOREIGN KEY ("grader_version_id") REFERENCES "grader_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_shard" ADD CONSTRAINT "run_shard_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_case_revision_id_fkey" FOREIGN KEY ("case_revision_id") REFERENCES "case_revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_run_id_case_id_repetition_fkey" FOREIGN KEY ("run_id", "case_id", "repetition") REFERENCES "attempt"("run_id", "case_id", "repetition") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_grader_version_id_fkey" FOREIGN KEY ("grader_version_id") REFERENCES "grader_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scorecard" ADD CONSTRAINT "scorecard_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What the schema language cannot say.

-- A case has one head, and at most one draft.
CREATE UNIQUE INDEX "case_revision_one_head" ON "case_revision"("case_id") WHERE "is_head";
CREATE UNIQUE INDEX "case_revision_one_draft" ON "case_revision"("case_id") WHERE "first_version" IS NULL;

-- A model version calls a connection or is built in, never both.
ALTER TABLE "model_version" ADD CONSTRAINT "model_version_one_provider" CHECK (
  ("provider" = 'openai_compatible' AND "connection_id" IS NOT NULL AND "provider_model" IS NOT NULL AND "built_in_kind" IS NULL)
  OR ("provider" = 'built_in' AND "connection_id" IS NULL AND "built_in_kind" IS NOT NULL)
);

-- An errored attempt has a class and a message, an answered one has an output.
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_outcome_is_told" CHECK (
  ("outcome" = 'answered' AND "output" IS NOT NULL) OR ("outcome" = 'errored' AND "error_class" IS NOT NULL AND "error_message" IS NOT NULL)
);

-- A scored grade has a number and a verdict, an unscored one has neither. NaN equals itself in PostgreSQL, so it can be refused by name.
ALTER TABLE "grade" ADD CONSTRAINT "grade_is_scored_or_not" CHECK (
  ("status" = 'scored' AND "score" IS NOT NULL AND "score" <> 'NaN' AND "passed" IS NOT NULL)
  OR ("status" = 'unscored' AND "score" IS NULL AND "passed" IS NULL)
);
