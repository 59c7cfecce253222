-- CreateEnum
CREATE TYPE "ConnectionKind" AS ENUM ('openai_compatible', 'openai', 'anthropic', 'google', 'mistral', 'http', 'command');

-- CreateEnum
CREATE TYPE "RunPriority" AS ENUM ('low', 'normal', 'high');

-- AlterEnum
ALTER TYPE "ProviderKind" RENAME VALUE 'openai_compatible' TO 'connection';
ALTER TYPE "ProviderKind" ADD VALUE 'recorded';

-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "monthly_budget_micro_usd" BIGINT;

-- AlterTable
ALTER TABLE "connection" ADD COLUMN     "kind" "ConnectionKind" NOT NULL DEFAULT 'openai_compatible',
ADD COLUMN     "requests_per_minute" INTEGER,
ADD COLUMN     "sealed_headers" TEXT,
ADD COLUMN     "settings" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "tokens_per_minute" INTEGER;

-- AlterTable
ALTER TABLE "model_version" ADD COLUMN     "cached_input_price" INTEGER;

-- AlterTable
ALTER TABLE "experiment" ADD COLUMN     "schedule_id" UUID;

-- AlterTable
ALTER TABLE "run" ADD COLUMN     "answer_round" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "budget_micro_usd" BIGINT,
ADD COLUMN     "cached_input_price" INTEGER,
ADD COLUMN     "grade_round" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "input_price" INTEGER,
ADD COLUMN     "output_price" INTEGER,
ADD COLUMN     "price_source" TEXT,
ADD COLUMN     "priority" "RunPriority" NOT NULL DEFAULT 'normal',
ADD COLUMN     "use_cache" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "run_shard" ADD COLUMN     "cached" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "saved_micro_usd" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "attempt" ADD COLUMN     "answer_round" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "from_cache" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "grade_round" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "seed" INTEGER,
ADD COLUMN     "tool_calls" JSONB;

-- CreateTable
CREATE TABLE "connection_throttle" (
    "connection_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "concurrency_limit" DOUBLE PRECISION NOT NULL,
    "request_allowance" DOUBLE PRECISION NOT NULL,
    "token_allowance" DOUBLE PRECISION NOT NULL,
    "refilled_at" TIMESTAMPTZ(6) NOT NULL,
    "mean_tokens" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "blocked_until" TIMESTAMPTZ(3),
    "blocked_reason" TEXT,
    "limited_at" TIMESTAMPTZ(3),
    "rate_limited" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "connection_throttle_pkey" PRIMARY KEY ("connection_id")
);

-- CreateTable
CREATE TABLE "connection_share" (
    "connection_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "worker_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "wanted" INTEGER NOT NULL,
    "held" INTEGER NOT NULL,
    "in_flight" INTEGER NOT NULL,
    "per_second" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "connection_share_pkey" PRIMARY KEY ("connection_id","worker_id","run_id")
);

-- CreateTable
CREATE TABLE "recorded_answer" (
    "workspace_id" UUID NOT NULL,
    "model_version_id" UUID NOT NULL,
    "case_key" TEXT NOT NULL,
    "repetition" SMALLINT NOT NULL,
    "output" TEXT NOT NULL,
    "finish_reason" TEXT,
    "latency_ms" DOUBLE PRECISION,
    "time_to_first_token_ms" DOUBLE PRECISION,
    "prompt_tokens" INTEGER,
    "completion_tokens" INTEGER,
    "cost_micro_usd" INTEGER,

    CONSTRAINT "recorded_answer_pkey" PRIMARY KEY ("model_version_id","case_key","repetition")
);

-- CreateTable
CREATE TABLE "price" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "provider_model" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "input_price" INTEGER,
    "output_price" INTEGER,
    "cached_input_price" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "price_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "cron" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "model_ids" UUID[],
    "options" JSONB NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "next_start_at" TIMESTAMPTZ(3),
    "last_start_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cached_answer" (
    "workspace_id" UUID NOT NULL,
    "key" BYTEA NOT NULL,
    "output" TEXT NOT NULL,
    "tool_calls" JSONB,
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
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cached_answer_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "workspace_spending" (
    "workspace_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "cost_micro_usd" BIGINT NOT NULL,

    CONSTRAINT "workspace_spending_pkey" PRIMARY KEY ("workspace_id","month")
);

-- CreateIndex
CREATE INDEX "connection_throttle_workspace_id_idx" ON "connection_throttle"("workspace_id");

-- CreateIndex
CREATE INDEX "connection_share_workspace_id_idx" ON "connection_share"("workspace_id");

-- CreateIndex
CREATE INDEX "connection_share_run_id_idx" ON "connection_share"("run_id");

-- CreateIndex
CREATE INDEX "recorded_answer_workspace_id_idx" ON "recorded_answer"("workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "price_workspace_id_provider_model_valid_from_key" ON "price"("workspace_id", "provider_model", "valid_from");

-- CreateIndex
CREATE INDEX "schedule_dataset_id_idx" ON "schedule"("dataset_id");

-- CreateIndex
CREATE INDEX "schedule_next_start_at_idx" ON "schedule"("next_start_at");

-- CreateIndex
CREATE UNIQUE INDEX "schedule_workspace_id_name_key" ON "schedule"("workspace_id", "name");

-- CreateIndex
CREATE INDEX "experiment_schedule_id_idx" ON "experiment"("schedule_id");

-- AddForeignKey
ALTER TABLE "connection_throttle" ADD CONSTRAINT "connection_throttle_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection_share" ADD CONSTRAINT "connection_share_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection_share" ADD CONSTRAINT "connection_share_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recorded_answer" ADD CONSTRAINT "recorded_answer_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price" ADD CONSTRAINT "price_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "schedule"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workspace_spending" ADD CONSTRAINT "workspace_spending_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What the schema language cannot say.

-- A model version calls a connection, is built in, or has recorded answers. As text, because a new value of an enum cannot be used in the
-- transaction that adds it.
ALTER TABLE "model_version" DROP CONSTRAINT "model_version_one_provider";
ALTER TABLE "model_version" ADD CONSTRAINT "model_version_one_provider" CHECK (
  ("provider"::text = 'connection' AND "connection_id" IS NOT NULL AND "provider_model" IS NOT NULL AND "built_in_kind" IS NULL)
  OR ("provider"::text = 'built_in' AND "connection_id" IS NULL AND "built_in_kind" IS NOT NULL)
  OR ("provider"::text = 'recorded' AND "connection_id" IS NULL AND "built_in_kind" IS NULL)
);

-- Runs that were started before prices were pinned to them were billed with the prices of their model versions.
UPDATE "run" SET "input_price" = v."input_price", "output_price" = v."output_price", "price_source" = 'model'
FROM "model_version" v WHERE v."id" = "run"."model_version_id" AND v."input_price" IS NOT NULL;

ALTER TABLE "connection" ADD CONSTRAINT "connection_limits_are_positive" CHECK (
  "max_concurrency" > 0 AND ("requests_per_minute" IS NULL OR "requests_per_minute" > 0) AND ("tokens_per_minute" IS NULL OR "tokens_per_minute" > 0)
);
